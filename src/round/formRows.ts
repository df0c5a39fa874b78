import { cellAt, rightOf, type SheetGrid } from "../intake/grid.js";
import { folded, typedText } from "../registers/values/reading.js";
import type { MarkedRow } from "./formMarks.js";
import type { RowMark } from "./marks.js";

/** What a row of a section turned out to be about; `undefined` where its mark and what it shows say different things, and nobody can know which is right. */
export type RowsAbout = ReadonlyMap<number, RowMark | undefined>;

/** The words that a row of a form may show for what it is about, as `folded`: its text and its id. None where nothing is known of it. */
export type Shows = (mark: RowMark) => readonly string[];

/**
 * What each row of a section answers. Rows may be sorted without their hidden marks, or cut and pasted: where a row shows something else than its mark says, what it shows is
 * believed, since the manager saw that.
 * @param rows The section's marked rows
 * @param others Rows of the section without a mark
 * @param taken Columns where nothing is told: those of the marks and of the answers
 */
export function rowsAbout(sheet: SheetGrid, rows: readonly MarkedRow[], others: readonly number[], taken: ReadonlySet<number>, shows: Shows): RowsAbout {
  const byText = new Map<string, Map<string, RowMark>>();
  for (const { mark } of rows) {
    for (const text of shows(mark)) {
      const marks = byText.get(text) ?? new Map<string, RowMark>();
      byText.set(text, marks.set(JSON.stringify(mark), mark));
    }
  }
  const column = tellingColumn(sheet, rows.map(({ row }) => row), (text) => byText.has(text), taken);
  if (column === undefined) return new Map(rows.map(({ row, mark }) => [row, mark]));
  const marksShown = (row: number) => byText.get(folded(typedText(cellAt(sheet, row, column))));
  const says = (row: number, mark: RowMark) => marksShown(row)?.has(JSON.stringify(mark)) === true;
  const isApart = rows.some(({ row, mark }) => marksShown(row) !== undefined && !says(row, mark));
  const only = (marks: ReadonlyMap<string, RowMark>) => (marks.size === 1 ? [...marks.values()][0] : undefined);
  const about = new Map<number, RowMark | undefined>();
  for (const { row, mark } of rows) {
    const marks = marksShown(row);
    if (marks === undefined) about.set(row, mark);
    // Rows that show the same (follow-ups of a control) cannot be told apart once rows have left their marks.
    else if (says(row, mark)) about.set(row, isApart && marks.size > 1 ? undefined : mark);
    else about.set(row, only(marks));
  }
  for (const row of others) {
    const marks = marksShown(row);
    if (marks !== undefined) about.set(row, only(marks));
  }
  return about;
}

/** The column where most of some rows show something known; `undefined` where fewer than half do in any. */
export function tellingColumn(sheet: SheetGrid, rows: readonly number[], isKnown: (text: string) => boolean, taken: ReadonlySet<number>): number | undefined {
  let best: { readonly column: number; readonly count: number } | undefined;
  for (let column = sheet.left; column < rightOf(sheet); column++) {
    if (taken.has(column)) continue;
    const count = rows.filter((row) => isKnown(folded(typedText(cellAt(sheet, row, column))))).length;
    if (count > (best?.count ?? 0)) best = { column, count };
  }
  return best === undefined || best.count * 2 < rows.length ? undefined : best.column;
}
