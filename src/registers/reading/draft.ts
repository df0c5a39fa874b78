import type { CellInput } from "../cell.js";
import type { Column } from "../column.js";
import type { Finding } from "../finding.js";
import { finding } from "../messages.js";
import type { Register } from "../register.js";
import type { ColumnValue } from "../schema.js";
import type { TableImage } from "../tableImage.js";
import type { PeriodReading } from "../values/period.js";
import { isBlank, type Reading } from "../values/reading.js";
import { overwrittenFormulas } from "./calculatedColumns.js";
import { cellFindings, isAsItShouldBe, type CellPlace } from "./cellFindings.js";
import { columnReader } from "./cells.js";
import { matchColumns } from "./headers.js";
import { cellAt, isEmptyAt, rowCells, type RowCells } from "./rowCells.js";

/** A row whose cells have been read, before ids and codes have been looked up. */
export interface DraftRow {
  /** Sheet row, 0-based. */
  readonly row: number;
  readonly values: Readonly<Record<string, ColumnValue | null>>;
  readonly cells: RowCells;
}

/** A register whose cells have been read one by one. */
export interface Draft {
  readonly register: Register;
  readonly image: TableImage;
  /** 0-based sheet column of each column found, by key. */
  readonly columnAt: Readonly<Record<string, number>>;
  /** The rows that have what they need; others have a finding each. Blank rows are neither. */
  readonly rows: readonly DraftRow[];
  /** The rows that lack something they need. */
  readonly incomplete: readonly DraftRow[];
  /** Keys of required columns that the table lacks: then no row could be read. */
  readonly missing: readonly string[];
  readonly findings: readonly Finding[];
}

/** A column that people write in, and how it is read. */
interface InputColumn {
  readonly key: string;
  readonly column: Column;
  /** Place among the table's columns; `undefined` where it lacks the column. */
  readonly index: number | undefined;
  readonly identifies: boolean;
  /** Whether it is the row's own id. */
  readonly isOwnId: boolean;
  readonly read: ReturnType<typeof columnReader>;
}

/** Reads every cell of a register's table by its column's kind. Nothing here needs another register. */
export function draftRegister(register: Register, image: TableImage, periods: PeriodReading): Draft {
  const { indexOf, missing, findings: headerFindings } = matchColumns(register, image);
  const findings: Finding[] = [...headerFindings];
  const inputs = inputColumns(register, indexOf, periods);
  const blank: DraftRow["values"] = Object.fromEntries(inputs.map(({ key }) => [key, null]));
  const cellsOf = rowCells(image, indexOf);
  const rows: DraftRow[] = [];
  const incomplete: DraftRow[] = [];
  const inUse: number[] = [];

  for (const body of image.values.keys()) {
    if (inputs.every(({ index }) => index === undefined || isUnused(image, body, index))) continue;
    inUse.push(body);
    if (missing.length > 0) continue;
    const values = { ...blank };
    const isUsable = readRow(values, register, image, inputs, body, findings);
    (isUsable ? rows : incomplete).push({ row: image.top + 1 + body, values, cells: cellsOf(body) });
  }
  findings.push(...rowBelow(register, image, indexOf));
  for (const found of overwrittenFormulas(register, image, indexOf, inUse)) findings.push(found);
  const columnAt = Object.fromEntries([...indexOf].map(([key, index]) => [key, image.left + index]));
  return { register, image, columnAt, rows, incomplete, missing, findings };
}

/** A row that somebody wrote just under the table without the table growing: it has all that a row must have, but is not read. */
function rowBelow(register: Register, { below, sheet, left }: TableImage, indexOf: ReadonlyMap<string, number>): Finding[] {
  if (below === undefined) return [];
  const filled = new Set(below.values.flatMap((value, index) => (value === "" ? [] : [index])));
  const needed = Object.entries(register.columns).filter(([, column]) => column.required);
  const looksLikeRow = filled.size > 1 && needed.every(([key]) => filled.has(indexOf.get(key) ?? -1));
  if (!looksLikeRow) return [];
  const at = { sheet, row: below.row, column: left };
  return [finding("rad.under-tabellen", { row: at.row + 1, table: register.table }, { register: register.table, at })];
}

function inputColumns(register: Register, indexOf: ReadonlyMap<string, number>, periods: PeriodReading): InputColumn[] {
  return Object.entries(register.columns).flatMap(([key, column]) => {
    if (column.kind === "calculated") return [];
    const identifies = register.uniqueBy.includes(key);
    return [{ key, column, index: indexOf.get(key), identifies, isOwnId: identifies && register.uniqueBy.length === 1, read: columnReader(column, periods) }];
  });
}

/** Reads a row of the body into its values, which are blank. Answers whether it can be used: not when a value that it cannot do without is empty or unreadable; `findings` then tells. */
function readRow(
  values: Record<string, ColumnValue | null>, register: Register, image: TableImage, inputs: readonly InputColumn[], body: number, findings: Finding[],
): boolean {
  let isUsable = true;
  for (const { key, column, index, identifies, isOwnId, read } of inputs) {
    if (index === undefined || (!column.required && isEmptyAt(image, body, index))) continue;
    const cell = cellAt(image, body, index);
    const reading = read(cell);
    if (reading?.kind === "read") {
      values[key] = reading.value;
      if (isAsItShouldBe(column, cell, reading, isOwnId)) continue;
    }
    if (reading === null && !column.required) continue;
    for (const found of findingsOf(column, cell, reading, { register: register.table, at: { sheet: image.sheet, row: image.top + 1 + body, column: image.left + index } }, isOwnId)) findings.push(found);
    // An unreadable part of the key must not be taken for an empty one: a blank Enhet means the owner.
    if (reading === null || (reading.kind === "unreadable" && (column.required || identifies))) isUsable = false;
  }
  return isUsable;
}

function findingsOf(column: Column, cell: CellInput, reading: Reading<ColumnValue>, place: CellPlace, isOwnId: boolean): readonly Finding[] {
  return reading === null ? [finding("cell.saknas", { header: column.header }, { ...place, column: column.header })] : cellFindings(column, cell, reading, place, isOwnId);
}

/** An unticked box counts as blank: a row of nothing else is a row nobody has begun on. */
function isUnused(image: TableImage, row: number, column: number): boolean {
  if (isEmptyAt(image, row, column)) return true;
  const cell = cellAt(image, row, column);
  return isBlank(cell) || cell.value === false;
}
