import type { CellContent, Sheet } from "../../src/xlsx/index.js";

/** A row of a form that somebody fills in: what it is about, and where its cells are by the headers above them. */
export interface RowOnDesk {
  readonly row: number;
  readonly what: string;
  readonly columnOf: ReadonlyMap<string, number>;
}

const textOf = (content: CellContent | undefined): string => (typeof content?.value === "string" ? content.value : "");
const isMark = (content: CellContent | undefined): boolean => textOf(content).startsWith("måltavla:");

/** The rows of a form, read as a manager does: by the headers. Only which rows are to be answered is told by the marks, which nobody sees. */
export function rowsOnDesk(sheet: Sheet): readonly RowOnDesk[] {
  const used = sheet.usedRange(true);
  const rows = Array.from({ length: used === undefined ? 0 : used.row + used.rows }, (_, row) => row);
  const columns = Array.from({ length: used === undefined ? 0 : used.column + used.columns }, (_, column) => column);
  let columnOf: ReadonlyMap<string, number> = new Map();
  return rows.flatMap((row) => {
    if (row > 0 && columns.slice(1).some((column) => isMark(sheet.cell(row - 1, column)))) columnOf = new Map(columns.map((column) => [textOf(sheet.cell(row, column)), column]));
    return isMark(sheet.cell(row, 0)) ? [{ row, what: textOf(sheet.cell(row, 2)), columnOf }] : [];
  });
}

/** Writes into the cell of a row under a header. @throws Error where the form has no such column */
export function fillIn(sheet: Sheet, { row, columnOf }: RowOnDesk, header: string, value: string | number): void {
  const column = columnOf.get(header);
  if (column === undefined) throw new Error(`no column ${header}`);
  sheet.setCell(row, column, { value });
}

/** Turns some rows upside down, cells and hidden marks alike, as a sort does. */
export function reverseRows(sheet: Sheet, rows: readonly RowOnDesk[]): void {
  const width = sheet.usedRange(true)?.columns ?? 0;
  const contents = rows.map(({ row }) => Array.from({ length: width + 1 }, (_, column) => sheet.cell(row, column)));
  rows.forEach(({ row }, index) => {
    const from = contents[rows.length - 1 - index] ?? [];
    from.forEach((content, column) => {
      // The count of what is left is a formula of its own row.
      if (column !== 1) sheet.setCell(row, column, content?.formula === undefined ? { value: content?.value ?? null } : content);
    });
  });
}
