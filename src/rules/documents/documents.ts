import { isBlank, folded } from "../../registers/values/reading.js";
import type { RegisterRow } from "../../registers/register.js";
import type { RegisterContents, Registers } from "../../registers/registers.js";
import { periodFrom, periodTo, samePeriod, type Period } from "../../registers/values/period.js";
import { append } from "../goals/goalTree.js";
import type { DocumentRow } from "../subjects.js";

export type TextRow = RegisterRow<Registers["texter"]>;

/** True when a document is of the period: the one under its Period or, where that is blank, the one that its Datum lies in. */
export function isDocumentOf({ values, cells: { period: typed } }: DocumentRow, period: Period): boolean {
  if (values.period !== null) return samePeriod(values.period, period);
  // A period that could not be read is somebody's period all the same.
  if (typed !== undefined && !isBlank(typed)) return false;
  return values.datum !== null && values.datum >= periodFrom(period) && values.datum <= periodTo(period);
}

/** What is written in a document, section by section. */
export interface DocumentTexts {
  /** The rows of a section by Ordning. */
  of(section: string): readonly TextRow[];
  /** The sections that have rows, each as it is first written, in alphabetical order. */
  readonly sections: readonly string[];
  /** Every row, section by section. */
  readonly rows: readonly TextRow[];
}

/** The texts of any document of a workbook. Time grows with the number of rows, whatever the number of documents. */
export function documentTexts({ texter }: RegisterContents): (document: DocumentRow) => DocumentTexts {
  const byDocument = new Map<string, TextRow[]>();
  const sorted = [...(texter?.rows ?? [])].sort((a, b) => (a.values.ordning ?? Infinity) - (b.values.ordning ?? Infinity) || a.row - b.row);
  for (const row of sorted) append(byDocument, folded(row.values.dokumentId), row);
  return (document) => textsOf(byDocument.get(folded(document.values.id)) ?? []);
}

function textsOf(all: readonly TextRow[]): DocumentTexts {
  const bySection = new Map<string, TextRow[]>();
  for (const row of all) append(bySection, folded(row.values.avsnitt), row);
  const sections = [...bySection.keys()].sort();
  return {
    of: (section) => bySection.get(folded(section)) ?? [],
    sections: sections.map((section) => bySection.get(section)?.[0]?.values.avsnitt ?? section),
    rows: sections.flatMap((section) => bySection.get(section) ?? []),
  };
}

/** The lines of a list written in a cell or in several: a line each, without what people put before an item. */
export function listLines(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split(/\r\n|\r|\n/u))
    .map((line) => line.replace(/^\s*(?:[-–•*]|\d{1,2}[.)])\s+/u, "").trim())
    .filter((line) => line !== "");
}
