import type { Finding, ProposedFix } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { nearest } from "../../registers/values/choice.js";
import { dayText } from "../../registers/values/formatting.js";
import { folded } from "../../registers/values/reading.js";
import { sentencesOf, words } from "../comments/sentences.js";
import { documentTexts, listLines, type DocumentTexts, type TextRow } from "../documents/documents.js";
import { amountsIn } from "../documents/amounts.js";
import { basisLine } from "../documents/basis.js";
import { bodiesSentTo } from "../documents/bodies.js";
import { isAboutDecisions, lawOf, lettersOf, requiredSections } from "../documents/letters.js";
import { letterCounts } from "../documents/letterCounts.js";
import { countInWords } from "../documents/numberWords.js";
import { beginsWithCapital, placeholderNames, placeholdersIn } from "../documents/placeholders.js";
import { recipientGroups } from "../documents/recipients.js";
import { twoSpellings } from "../documents/spellings.js";
import { typedCounts } from "../documents/typedCounts.js";
import { named, ruleFinding, type Place } from "../messages.js";
import type { DocumentRow } from "../subjects.js";
import { inDokument, inTexter, type CheckContext } from "./context.js";
import { documentName } from "./documents.js";

/** What each letter of the workbook gives rise to. */
function ofEachLetter(context: CheckContext, check: (letter: DocumentRow, texts: DocumentTexts) => readonly Finding[]): Finding[] {
  const textsOf = documentTexts(context.contents);
  return lettersOf(context).flatMap((letter) => check(letter, textsOf(letter)));
}

/** A text's cell, with other text proposed in its place. */
function withText(place: Place, text: string): Place {
  const fix: ProposedFix | undefined = place.at === undefined ? undefined : { cells: [{ at: place.at, value: text }] };
  return { ...place, fix };
}

/** Sections are called what reports look for. A letter prints a section of another name as it stands, so there only a misspelt one is told. Source: model.md, Registers (Texter). */
export function sectionsAreKnown(context: CheckContext): Finding[] {
  const { values = [] } = registers.texter.columns.avsnitt;
  const known = new Set(values.map(folded));
  const letters = new Set(lettersOf(context).map(({ values: { id } }) => folded(id)));
  return (context.contents.texter?.rows ?? []).flatMap((row) => {
    const { avsnitt, dokumentId } = row.values;
    if (known.has(folded(avsnitt))) return [];
    const meant = nearest(avsnitt, values);
    if (meant === undefined && letters.has(folded(dokumentId))) return [];
    const place = inTexter(context, row, "avsnitt");
    return [ruleFinding("text.okant-avsnitt", { section: avsnitt, meant }, meant === undefined ? place : withText(place, meant))];
  });
}

/** A letter has the sections that every letter has; one about unexecuted decisions has a standard summary. Source: notes on Ale, §1.4. */
export function lettersAreComplete(context: CheckContext): Finding[] {
  return ofEachLetter(context, (letter, texts) => {
    const missing = requiredSections.filter((name) => texts.of(name).length === 0 && !(name === "Sammanfattning" && isAboutDecisions(letter)));
    if (missing.length === 0) return [];
    return [ruleFinding("text.avsnitt-saknas", { letter: documentName(letter), sections: missing }, inDokument(context, letter, "id"))];
  });
}

/** What stands between braces in a letter is a placeholder; anything else is printed as typed. */
export function placeholdersAreKnown(context: CheckContext): Finding[] {
  const inText = (text: string | null, place: () => Place): Finding[] => {
    if (text === null) return [];
    const unknown = new Set(placeholdersIn(text).flatMap(({ name, known }) => (known ? [] : [name])));
    return [...unknown].map((name) => {
      const near = nearest(name, placeholderNames);
      const meant = near !== undefined && beginsWithCapital(name) ? `${near.charAt(0).toUpperCase()}${near.slice(1)}` : near;
      const about = { name, meant, known: placeholderNames };
      return ruleFinding("text.okand-platshallare", about, meant === undefined ? place() : withText(place(), text.replaceAll(`{${name}}`, `{${meant}}`)));
    });
  };
  return ofEachLetter(context, (letter, texts) => [
    ...inText(letter.values.rubrik, () => inDokument(context, letter, "rubrik")),
    ...texts.rows.flatMap((row) => inText(row.values.text, () => inTexter(context, row, "text"))),
  ]);
}

/** Counts that are typed into a letter about unexecuted decisions are those of the register Beslut. Source: U5. */
export function typedCountsAgreeWithDecisions(context: CheckContext): Finding[] {
  return ofEachLetter(context, (letter, texts) => {
    const { period } = letter.values;
    if (period === null || !isAboutDecisions(letter) || (context.contents.beslut?.rows ?? []).length === 0) return [];
    const found = texts.of("Sammanfattning").flatMap((row) => typedCounts(row.values.text).map((typed) => ({ row, typed })));
    const counts = found.length === 0 ? null : letterCounts(context, period, lawOf(letter));
    if (counts === null) return [];
    return found.flatMap(({ row, typed: { of, count, words: told, phrase, at, placeholder } }) => {
      if (count === counts[of]) return [];
      const { text } = row.values;
      const mended = `${text.slice(0, at)}${placeholder}${text.slice(at + told.length)}`;
      return [ruleFinding("text.antal-stammer-inte", { words: phrase, count: countInWords(counts[of]), placeholder }, withText(inTexter(context, row, "text"), mended))];
    });
  });
}

/** The lines of a letter's basis with the row that each stands in. */
function basisOf(texts: DocumentTexts) {
  return texts.of("Beslutsunderlag").flatMap((row) => listLines([row.values.text]).map((line) => ({ row, ...basisLine(line) })));
}

/** A letter is written on the day of what it builds on, or later. Source: D2. */
export function basisComesBeforeTheLetter(context: CheckContext): Finding[] {
  return ofEachLetter(context, (letter, texts) => {
    const { datum } = letter.values;
    if (datum === null) return [];
    return basisOf(texts)
      .filter(({ date }) => date !== null && date > datum)
      .map(({ row, line }) => ruleFinding("text.underlag-efter-brevet", { line: named(line), letter: documentName(letter), day: dayText(datum) }, inTexter(context, row, "text")));
  });
}

const RECEIVED = words("inkom|inkommit|kom in|kommit in");

/** An application is dated before it is received, and received before the letter is written. Source: D2. */
export function applicationsAreReceivedInOrder(context: CheckContext): Finding[] {
  return ofEachLetter(context, (letter, texts) => {
    const { datum } = letter.values;
    const applied = basisOf(texts).find(({ name, date }) => date !== null && /^ansökan/iu.test(name))?.date ?? null;
    return texts.of("Sammanfattning").flatMap((row) =>
      sentencesOf(row.values.text).flatMap((sentence) => {
        const [day, ...more] = RECEIVED.test(sentence) ? (sentence.match(/(?<!\d)\d{4}-\d\d-\d\d(?!\d)/gu) ?? []) : [];
        const received = day === undefined || more.length > 0 ? null : basisLine(day).date;
        if (day === undefined || received === null) return [];
        const place = inTexter(context, row, "text");
        if (applied !== null && applied > received) return [ruleFinding("text.inkommen-fore-ansokan", { received: day, dated: dayText(applied) }, place)];
        if (datum !== null && received > datum) return [ruleFinding("text.inkommen-efter-brevet", { received: day, day: dayText(datum) }, place)];
        return [];
      }),
    );
  });
}

const APPLIED = words("ansök(?:a|er|te|an|t)|ansökning\\p{L}*|söker|sökt|sökte|sökta|ansökta");
const GRANTED = words("bevilja\\p{L}*|anslå\\p{L}*|tilldela\\p{L}*");

/** The only sum that the rows' sentences of a kind tell; undefined when they tell none, or several: which one is meant is then not known. */
function onlySum(rows: readonly TextRow[], kind: RegExp) {
  const sums = rows.flatMap(({ values }) => sentencesOf(values.text)).filter((sentence) => kind.test(sentence)).flatMap(amountsIn);
  const [first] = sums;
  return sums.every(({ kronor }) => kronor === first?.kronor) ? first : undefined;
}

/** No more is granted than was applied for. Source: D3. */
export function noMoreIsGrantedThanAppliedFor(context: CheckContext): Finding[] {
  return ofEachLetter(context, (_, texts) => {
    const proposal = texts.of("Beslutsförslag");
    const applied = onlySum(texts.of("Sammanfattning"), APPLIED);
    const granted = onlySum(proposal, GRANTED);
    const row = proposal.find(({ values }) => amountsIn(values.text).length > 0);
    if (applied === undefined || granted === undefined || row === undefined || granted.kronor <= applied.kronor) return [];
    return [ruleFinding("text.belopp-over-ansokt", { granted: granted.text, applied: applied.text }, inTexter(context, row, "text"))];
  });
}

/** Whoever the decision is to be sent to is among the recipients. Source: D4. */
export function bodiesNamedAreRecipients(context: CheckContext): Finding[] {
  const bodiesIn = bodiesSentTo(context.contents);
  return ofEachLetter(context, (letter, texts) => {
    const recipients = recipientGroups(listLines(texts.of("Expedieras till").map(({ values }) => values.text))).flatMap(({ names }) => names.map(folded));
    const place = texts.of("Expedieras till")[0];
    if (place === undefined) return [];
    const named = bodiesIn(texts.of("Beslutsförslag").map(({ values }) => values.text).join("\n"));
    const missing = named.filter((body) => !recipients.some((recipient) => recipient.includes(folded(body))));
    return missing.length === 0 ? [] : [ruleFinding("text.mottagare-saknas", { letter: documentName(letter), bodies: missing }, inTexter(context, place, "text"))];
  });
}

const ANNEXES = words("bilaga|bilagan|bilagor|bilagorna|bilagd|bilagt|bilagda");

/** Annexes that a letter speaks of are in its basis. Source: defect 10. */
export function annexesAreListed(context: CheckContext): Finding[] {
  return ofEachLetter(context, (letter, texts) => {
    const listed = texts.of("Beslutsunderlag").some(({ values }) => /bilag/iu.test(values.text));
    const row = texts.rows.find(({ values }) => folded(values.avsnitt) !== folded("Beslutsunderlag") && ANNEXES.test(values.text));
    return row === undefined || listed ? [] : [ruleFinding("text.bilaga-saknas", { letter: documentName(letter) }, inTexter(context, row, "text"))];
  });
}

/** A name is spelt one way within a document. Source: defect 26. */
export function namesAreSpeltOneWay(context: CheckContext): Finding[] {
  const textsOf = documentTexts(context.contents);
  return (context.contents.dokument?.rows ?? []).flatMap((document) => {
    const { rows } = textsOf(document);
    return twoSpellings([document.values.rubrik ?? "", ...rows.map(({ values }) => values.text)]).map(({ usual, other, text }) => {
      const row = rows[text - 1];
      return ruleFinding("text.tva-stavningar", { usual, other }, row === undefined ? inDokument(context, document, "rubrik") : inTexter(context, row, "text"));
    });
  });
}

/** What money is called; each is another thing to a budget. */
const moneyWords: readonly RegExp[] = [words("\\p{L}*bidrag(?:et)?"), words("stöd(?:et)?"), words("\\p{L}*avgift(?:en)?"), words("lån(?:et)?")];

/** The same sum is called the same thing in a letter's summary and proposal: a grant, a fee and a loan have different consequences. A judgement. Source: defect 26. */
export function sumsAreCalledTheSame(context: CheckContext): Finding[] {
  return ofEachLetter(context, (_, texts) => {
    const proposal = texts.of("Beslutsförslag");
    const wordsOfSum = new Map<number, Map<RegExp, string>>();
    for (const sentence of [...texts.of("Sammanfattning"), ...proposal].flatMap(({ values }) => sentencesOf(values.text))) {
      for (const { kronor } of amountsIn(sentence)) {
        const called = wordsOfSum.get(kronor) ?? new Map<RegExp, string>();
        wordsOfSum.set(kronor, called);
        for (const kind of moneyWords) {
          const word = kind.exec(sentence)?.[0];
          if (word !== undefined && !called.has(kind)) called.set(kind, word.toLowerCase());
        }
      }
    }
    return proposal.flatMap((row) => {
      const several = amountsIn(row.values.text).find(({ kronor }) => (wordsOfSum.get(kronor)?.size ?? 0) > 1);
      if (several === undefined) return [];
      return [ruleFinding("text.belopp-flera-namn", { sum: several.text, words: [...(wordsOfSum.get(several.kronor)?.values() ?? [])] }, inTexter(context, row, "text"))];
    });
  });
}

/** Where money is granted, the section on economy says how much, or from which account: it has some figure. A judgement. Source: defect 26. */
export function economyTellsTheSum(context: CheckContext): Finding[] {
  return ofEachLetter(context, (_, texts) => {
    const [economy, ...more] = texts.of("Ekonomisk bedömning");
    const granted = onlySum(texts.of("Beslutsförslag"), GRANTED);
    if (economy === undefined || granted === undefined || [economy, ...more].some(({ values }) => /\d/u.test(values.text))) return [];
    return [ruleFinding("text.ekonomi-utan-belopp", { sum: granted.text }, inTexter(context, economy, "text"))];
  });
}
