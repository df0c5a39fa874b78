import { periodLabel } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { dayText } from "../../registers/values/formatting.js";
import { documentTexts, isDocumentOf } from "../../rules/documents/documents.js";
import { byReportOrder } from "../../rules/goals/goalTree.js";
import type { DocumentRow } from "../../rules/subjects.js";
import type { ReportBlock, ReportDocument } from "../document.js";
import type { ReportDefinition, ReportInput } from "../report.js";
import { LONGEST_SHEET_NAME } from "../layout/sheetText.js";

type ReportHead = Omit<ReportDocument, "grid" | "blocks">;

/** A report's title and whom, when and what it is about. What the register Dokument says of it, of the types given, wins over the report's own title. */
export function reportHead(definition: ReportDefinition, input: ReportInput, documentTypes: readonly string[]): ReportHead {
  const document = documentOf(input, documentTypes);
  const references = document === undefined ? "" : referencesOf(document);
  return {
    report: definition.name,
    title: document?.values.rubrik ?? `${definition.title} ${periodLabel(input.period)}`,
    audience: definition.audience,
    sheetName: definition.sheetName(input),
    unitName: unitName(input),
    ...(references === "" ? {} : { references }),
    period: input.period,
    periodLabel: periodLabel(input.period),
    date: input.date,
  };
}

/** Fewer letters than this no longer say which report it is. */
const SHORTEST_TITLE = 6;

/**
 * One sheet per kind of report, period and unit: "Måluppföljning T1 2019 OAN". Where that is longer than a sheet's name may be a quarter is written short ("K1 2019"), then
 * the title is cut, and never what tells the sheets of a report apart: "Uppdragsuppfölj. T2 2021 VON-01".
 */
export function sheetNameFor(title: string, { unit, period }: Pick<ReportInput, "unit" | "period">): string {
  const after = (label: string): string => ["", label, ...(unit === null ? [] : [unit])].join(" ");
  const isRoomFor = (rest: string): boolean => title.length + rest.length <= LONGEST_SHEET_NAME;
  const full = after(periodLabel(period));
  if (isRoomFor(full)) return `${title}${full}`;
  const rest = period.kind === "quarter" ? after(`K${period.number} ${period.year}`) : full;
  const room = LONGEST_SHEET_NAME - rest.length;
  return isRoomFor(rest) || room <= SHORTEST_TITLE ? `${title}${rest}` : `${title.slice(0, room - 1)}.${rest}`;
}

function unitName({ contents, settings, unit }: ReportInput): string {
  const named = unit === null ? undefined : contents.enheter?.rows.find(({ values }) => values.kod === unit)?.values.namn;
  const parts = [named ?? unit ?? "Alla nämnder och enheter", settings.kommun.trim()];
  return parts.filter((part) => part !== "").join(", ");
}

/** The document that the report is, when the register Dokument has one of these types for its unit and period. A report of every unit is no single one's document. */
export function documentOf({ contents, unit, period }: ReportInput, types: readonly string[]): DocumentRow | undefined {
  const known = new Set(types.map(folded));
  const rows = (contents.dokument?.rows ?? []).filter(
    (row) => unit !== null && known.has(folded(row.values.typ)) && folded(row.values.enhet) === folded(unit) && isDocumentOf(row, period),
  );
  return rows.sort((a, b) => byReportOrder({ id: a.values.id, ordning: null }, { id: b.values.id, ordning: null }))[0];
}

function referencesOf({ values: { diarienummer, datum, beslutadAv } }: DocumentRow): string {
  const decided = [beslutadAv === null ? "" : `Beslutad av ${beslutadAv}`, datum === null ? "" : dayText(datum)].filter((part) => part !== "");
  return [...(diarienummer === null ? [] : [`Diarienummer ${diarienummer}`]), ...(decided.length === 0 ? [] : [decided.join(" ")])].join(" · ");
}

/** The document's own summary out of Texter, under a heading of its own; nothing where there is none. */
export function summaryBlocks(input: ReportInput, documentTypes: readonly string[]): readonly ReportBlock[] {
  const texts = sectionParagraphs(input, documentTypes, "Sammanfattning");
  return texts.length === 0 ? [] : [{ kind: "heading", level: 1, text: "Sammanfattning", id: "sammanfattning" }, ...texts];
}

/** A section of the document's own texts out of Texter (Avsnitt), a paragraph each; nothing where there is none. */
export function sectionParagraphs(input: ReportInput, documentTypes: readonly string[], section: string): readonly ReportBlock[] {
  const document = documentOf(input, documentTypes);
  if (document === undefined) return [];
  return documentTexts(input.contents)(document).of(section).map(({ values }) => ({ kind: "paragraph", text: values.text }));
}
