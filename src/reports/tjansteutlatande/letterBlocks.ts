import { formatDay } from "../../registers/values/formatting.js";
import { listLines, type DocumentTexts } from "../../rules/documents/documents.js";
import { isAboutDecisions, letterSections, withinSentence, type LetterSection, type Parties } from "../../rules/documents/letters.js";
import { filled, needsCounts, standardSummary, type LetterFacts } from "../../rules/documents/placeholders.js";
import { recipientGroups } from "../../rules/documents/recipients.js";
import type { DocumentRow } from "../../rules/subjects.js";
import { folded } from "../../registers/values/reading.js";
import type { ReportBlock } from "../document.js";

/** A letter with all that it is printed from. */
export interface Letter {
  readonly document: DocumentRow;
  readonly texts: DocumentTexts;
  readonly parties: Parties;
  readonly facts: LetterFacts;
  /** Whether the workbook has a register of decisions to count. */
  readonly hasDecisions: boolean;
}

/** One letter after Ale's: its head, summary, proposal, who signs, basis and recipients; then what only some matters have. What it must have and lacks is said in words. */
export function letterBlocks(letter: Letter): readonly ReportBlock[] {
  const { parties } = letter;
  return [
    { kind: "heading", level: 1, text: headingOf(letter), id: letter.document.values.id },
    ...headLines(letter),
    ...summary(letter),
    ...section(letter, "Beslutsförslag", `Förvaltningens beslutsförslag till ${withinSentence(parties.committee)}`, paragraphs),
    ...signatures(letter),
    ...section(letter, "Beslutsunderlag", "Beslutsunderlag", list),
    ...section(letter, "Expedieras till", "Ärendet expedieras efter beslut till", recipients),
    ...optionalSection(letter, "Bakgrund", "Bakgrund"),
    ...optionalSection(letter, "Ekonomisk bedömning", "Ekonomisk bedömning"),
    ...optionalSection(letter, "Bedömning", `${parties.administration?.startsWith("Sektor") === true ? "Sektorns" : "Förvaltningens"} bedömning`),
    ...otherSections(letter),
  ];
}

function headingOf({ document, facts }: Letter): string {
  return document.values.rubrik === null ? "Rubrik saknas" : filled(document.values.rubrik, facts);
}

function headLines({ document: { values }, parties }: Letter): readonly ReportBlock[] {
  const lines: readonly (readonly [string, string | null])[] = [
    ["Från", parties.administration],
    ["Till", parties.committee],
    ["Diarienummer", values.diarienummer ?? "saknas"],
    ["Datum", values.datum === null ? "saknas" : (formatDay(values.datum) ?? "saknas")],
    ["Ansvarig", values.ansvarigRoll ?? "saknas"],
  ];
  return lines.flatMap(([label, text]) => (text === null ? [] : [{ kind: "paragraph" as const, label, text }]));
}

/** The printed letters have no heading over their summary. A report of decisions without one of its own has the standard sentences. */
function summary(letter: Letter): readonly ReportBlock[] {
  const own = textsIn(letter, "Sammanfattning");
  const texts = own.length > 0 || !isAboutDecisions(letter.document) ? own : standardSummary;
  if (texts.length === 0) return [missing("Sammanfattning"), ...uncounted(letter, texts)];
  const id = `${letter.document.values.id}:sammanfattning`;
  return [
    ...texts.map((text, index) => ({ kind: "paragraph" as const, id: `${id}:${index + 1}`, text: filled(text, letter.facts) })),
    ...uncounted(letter, texts),
  ];
}

/** Counts that could not be filled in anywhere in the letter stay as typed, and the reader is told why, once. */
function uncounted({ document, texts, facts, hasDecisions }: Letter, summary: readonly string[]): readonly ReportBlock[] {
  const written = [document.values.rubrik ?? "", ...summary, ...texts.rows.map(({ values }) => values.text)];
  if (facts.counts !== null || !written.some(needsCounts)) return [];
  const why = hasDecisions
    ? "besluten räknas per kvartal. Skriv kvartalet i Period på brevets rad i Dokument, eller välj ett kvartal."
    : "registret Beslut finns inte, eller går inte att läsa. Skapa registret, eller skriv antalen i Texter.";
  return [{ kind: "note", text: `Antalet beslut är inte ifyllt: ${why}` }];
}

function missing(name: LetterSection): ReportBlock {
  return { kind: "note", text: `${name} saknas. Skriv texten i registret Texter, avsnitt ${name}.` };
}

function textsIn({ texts }: Letter, name: string): readonly string[] {
  return texts.of(name).map(({ values }) => values.text);
}

type Print = (letter: Letter, texts: readonly string[], id: string) => readonly ReportBlock[];

function section(letter: Letter, name: LetterSection, heading: string, print: Print): readonly ReportBlock[] {
  const id = `${letter.document.values.id}:${folded(name)}`;
  const texts = textsIn(letter, name);
  return [{ kind: "heading", level: 2, text: heading, id }, ...(texts.length === 0 ? [missing(name)] : print(letter, texts, id))];
}

function optionalSection(letter: Letter, name: LetterSection, heading: string): readonly ReportBlock[] {
  return textsIn(letter, name).length === 0 ? [] : section(letter, name, heading, paragraphs);
}

/** A section that letters do not have is printed under its own name: nothing that was written is lost. */
function otherSections(letter: Letter): readonly ReportBlock[] {
  const known = new Set(letterSections.map(folded));
  return letter.texts.sections
    .filter((name) => !known.has(folded(name)))
    .flatMap((name) => {
      const id = `${letter.document.values.id}:${folded(name)}`;
      return [{ kind: "heading" as const, level: 2 as const, text: name, id }, ...paragraphs(letter, textsIn(letter, name), id)];
    });
}

/** Paragraphs after the first have air above them, as in a letter. */
const paragraphs: Print = ({ facts }, texts, id) =>
  texts.map((text, index) => ({ kind: "paragraph", text: filled(text, facts), ...(index === 0 ? {} : { id: `${id}:${index + 1}` }) }));

const list: Print = ({ facts }, texts) => listLines(texts).map((line) => ({ kind: "paragraph", text: filled(line, facts) }));

const recipients: Print = ({ facts }, texts, id) =>
  recipientGroups(listLines(texts)).flatMap(({ heading, names }) => [
    ...(heading === null ? [] : [{ kind: "heading" as const, level: 3 as const, text: heading, id: `${id}:${folded(heading)}` }]),
    ...names.map((name) => ({ kind: "paragraph" as const, text: filled(name, facts) })),
  ]);

const SIGNATURE_LINE = "_".repeat(36);

/** A line to sign on for each role; names are written by hand. */
function signatures(letter: Letter): readonly ReportBlock[] {
  const roles = listLines(textsIn(letter, "Underskrifter"));
  const id = `${letter.document.values.id}:underskrifter`;
  if (roles.length === 0) return [{ kind: "heading", level: 2, text: "Underskrifter", id }, missing("Underskrifter")];
  return roles.map((role, index) => ({ kind: "paragraph", id: `${id}:${index + 1}`, text: `\n${SIGNATURE_LINE}\n${role}` }));
}
