import type { CellInput } from "../cell.js";
import type { Column } from "../column.js";
import type { Finding } from "../finding.js";
import { finding } from "../messages.js";
import type { Register } from "../register.js";
import type { ColumnValue } from "../schema.js";
import type { TableImage } from "../tableImage.js";
import type { PeriodReading } from "../values/period.js";
import { isBlank } from "../values/reading.js";
import { overwrittenFormulas } from "./calculatedColumns.js";
import { readCell } from "./cells.js";
import { matchColumns } from "./headers.js";

/** A row whose cells have been read, before ids and codes have been looked up. */
export interface DraftRow {
  /** Sheet row, 0-based. */
  readonly row: number;
  readonly values: Readonly<Record<string, ColumnValue | null>>;
  readonly cells: Readonly<Record<string, CellInput>>;
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

interface InputColumn {
  readonly key: string;
  readonly column: Column;
  readonly index: number;
  readonly identifies: boolean;
}

/** Reads every cell of a register's table by its column's kind. Nothing here needs another register. */
export function draftRegister(register: Register, image: TableImage, periods: PeriodReading): Draft {
  const { indexOf, missing, findings: headerFindings } = matchColumns(register, image);
  const findings: Finding[] = [...headerFindings];
  const inputs = inputColumns(register, indexOf);
  const columns = [...indexOf];
  const blank = blankValues(register);
  const rows: DraftRow[] = [];
  const incomplete: DraftRow[] = [];
  const inUse: number[] = [];

  for (const body of image.values.keys()) {
    const cells: Record<string, CellInput> = {};
    const of = { values: image.values[body], types: image.types[body], formats: image.numberFormats[body] };
    for (const [key, index] of columns) cells[key] = cellAt(of, index);
    if (inputs.every(({ key }) => isBlankInput(cells[key]))) continue;
    inUse.push(body);
    if (missing.length > 0) continue;
    const place = { sheet: image.sheet, row: image.top + 1 + body, left: image.left };
    const { row, usable } = readRow(register, inputs, { ...blank }, cells, place, periods, findings);
    (usable ? rows : incomplete).push(row);
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

function inputColumns(register: Register, indexOf: ReadonlyMap<string, number>): InputColumn[] {
  return Object.entries(register.columns).flatMap(([key, column]) => {
    const index = indexOf.get(key);
    return index === undefined || column.kind === "calculated" ? [] : [{ key, column, index, identifies: register.uniqueBy.includes(key) }];
  });
}

/** What every row begins as: each of the register's columns, also those that the table lacks. */
function blankValues(register: Register): Readonly<Record<string, ColumnValue | null>> {
  return Object.fromEntries(Object.entries(register.columns).flatMap(([key, { kind }]) => (kind === "calculated" ? [] : [[key, null] as const])));
}

/** Reads the cells of a row into its `values`, all blank so far. It is not usable when one that it cannot do without is empty or unreadable; `findings` then tells. */
function readRow(
  register: Register,
  inputs: readonly InputColumn[],
  values: Record<string, ColumnValue | null>,
  cells: Readonly<Record<string, CellInput>>,
  place: { readonly sheet: string; readonly row: number; readonly left: number },
  periods: PeriodReading,
  findings: Finding[],
): { row: DraftRow; usable: boolean } {
  let usable = true;
  for (const { key, column, index, identifies } of inputs) {
    const cell = cells[key];
    if (cell === undefined) continue;
    const at = { sheet: place.sheet, row: place.row, column: place.left + index };
    const isOwnId = identifies && register.uniqueBy.length === 1;
    const reading = readCell(column, cell, { register: register.table, at }, periods, isOwnId);
    values[key] = reading.value;
    for (const found of reading.findings) findings.push(found);
    // An unreadable part of the key must not be taken for an empty one: a blank Enhet means the owner.
    if (!reading.readable && (column.required || identifies)) usable = false;
    if (reading.readable && reading.value === null && column.required) {
      usable = false;
      findings.push(finding("cell.saknas", { header: column.header }, { register: register.table, at, column: column.header }));
    }
  }
  return { row: { row: place.row, values, cells }, usable };
}

interface BodyRow {
  readonly values: TableImage["values"][number] | undefined;
  readonly types: TableImage["types"][number] | undefined;
  readonly formats: TableImage["numberFormats"][number] | undefined;
}

function cellAt({ values, types, formats }: BodyRow, index: number): CellInput {
  const type = types?.[index] ?? "Empty";
  const value = values?.[index] ?? "";
  const numberFormat = formats?.[index] ?? "General";
  if (type === "Empty" && value === "" && numberFormat === "General") return EMPTY_CELL;
  return { value, type, numberFormat };
}

/** Half of a workbook's cells are like it: they share one. */
const EMPTY_CELL: CellInput = { value: "", type: "Empty", numberFormat: "General" };

/** An unticked box counts as blank: a row of nothing else is a row nobody has begun on. */
function isBlankInput(cell: CellInput | undefined): boolean {
  return cell === undefined || isBlank(cell) || cell.value === false;
}
