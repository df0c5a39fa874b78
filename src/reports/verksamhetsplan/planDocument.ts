import { folded } from "../../registers/values/reading.js";
import { documentTexts, listLines } from "../../rules/documents/documents.js";
import { FOOTNOTE } from "../../rules/documents/footnotes.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import type { DocumentRow } from "../../rules/subjects.js";
import type { ReportBlock } from "../document.js";
import type { ReportInput } from "../report.js";

const RESPONSIBILITY = "Ansvarsområde";
const VISION = "Vision";
export const ECONOMY = "Ekonomi";
/** Sections with a place of their own in the report. */
const PLACED = ["Sammanfattning", RESPONSIBILITY, VISION, ECONOMY, FOOTNOTE].map(folded);

/** The bodies that the unit lies under, the topmost first, and who is responsible for the plan: title, number and decision stand in the report's head. */
export function coverBlocks({ contents, units }: Workbook, document: DocumentRow | undefined, { unit }: ReportInput): readonly ReportBlock[] {
  const rows = contents.enheter?.rows ?? [];
  const above = unit === null ? [] : rows.filter(({ values: { kod, typ } }) => typ !== "Fullmäktige" && !units.same(kod, unit) && units.isWithin(unit, kod));
  const inOrder = [...above].sort((a, b) => (units.isWithin(b.values.kod, a.values.kod) ? -1 : 1));
  const role = document?.values.ansvarigRoll ?? null;
  return [
    ...inOrder.map(({ values }) => ({ kind: "paragraph" as const, label: values.typ, text: values.namn })),
    ...(role === null ? [] : [{ kind: "paragraph" as const, label: "Ansvarig", text: role }]),
  ];
}

export function responsibilityBlocks(workbook: Workbook, document: DocumentRow | undefined): readonly ReportBlock[] {
  const lines = linesOf(workbook, document, RESPONSIBILITY);
  return [
    heading(RESPONSIBILITY),
    ...(lines.length === 0 ? [missing(RESPONSIBILITY)] : lines.map((line) => paragraph(`• ${line}`))),
  ];
}

export function visionBlocks(workbook: Workbook, document: DocumentRow | undefined): readonly ReportBlock[] {
  const texts = textsOf(workbook, document, VISION);
  return [heading(VISION), ...(texts.length === 0 ? [missing(VISION)] : texts.map(paragraph))];
}

/** Sections that the plan has beyond those that every plan has, each under its own name. */
export function otherSections({ contents }: Workbook, document: DocumentRow | undefined): readonly ReportBlock[] {
  if (document === undefined) return [];
  const texts = documentTexts(contents)(document);
  return texts.sections
    .filter((section) => !PLACED.includes(folded(section)))
    .flatMap((section) => [heading(section), ...texts.of(section).map(({ values }) => paragraph(values.text))]);
}

/** The footnotes with their numbers; nothing where there are none. */
export function footnoteBlocks({ contents }: Workbook, document: DocumentRow | undefined): readonly ReportBlock[] {
  const notes = document === undefined ? [] : documentTexts(contents)(document).of(FOOTNOTE);
  if (notes.length === 0) return [];
  return [
    heading("Fotnoter"),
    ...notes.map(({ values }) => ({ kind: "note" as const, text: values.ordning === null ? values.text : `${values.ordning}. ${values.text}` })),
  ];
}

/** The texts of a section in their order. */
export function textsOf({ contents }: Workbook, document: DocumentRow | undefined, section: string): readonly string[] {
  return document === undefined ? [] : documentTexts(contents)(document).of(section).map(({ values }) => values.text);
}

function linesOf(workbook: Workbook, document: DocumentRow | undefined, section: string): readonly string[] {
  return listLines(textsOf(workbook, document, section));
}

export function heading(text: string): ReportBlock {
  return { kind: "heading", level: 1, text, id: folded(text) };
}

export function paragraph(text: string): ReportBlock {
  return { kind: "paragraph", text };
}

function missing(section: string): ReportBlock {
  return paragraph(`Avsnittet ${section} är inte skrivet. Lägg till det i Texter, för enhetens verksamhetsplan i Dokument.`);
}
