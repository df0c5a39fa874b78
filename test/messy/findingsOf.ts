import { addressText } from "../../src/registers/address.js";
import type { Finding } from "../../src/registers/finding.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { openXlsx, type Scalar, type Table, type Workbook } from "../../src/xlsx/index.js";
import { aleInExcel, inExcel, type InExcel } from "../usecases/inExcel.js";

/** The Ale workbook as a file somebody has been at: saved and opened again after `change`. */
export async function aleAfter(change: (workbook: Workbook) => void): Promise<InExcel> {
  const workbook = openXlsx(await ale());
  change(workbook);
  return inExcel(openXlsx(workbook.save()));
}

let bytes: Promise<Uint8Array> | undefined;

/** Ale's workbook as a file, made once for every test of a file. */
function ale(): Promise<Uint8Array> {
  bytes ??= aleInExcel().then(({ excel }) => excel.save());
  return bytes;
}

let untouched: Promise<ReadonlySet<string>> | undefined;

/** What is said of Ale's own workbook: the same for every test of a file. */
function alesOwn(): Promise<ReadonlySet<string>> {
  untouched ??= ale()
    .then((saved) => checkWorkbook(inExcel(openXlsx(saved)).port))
    .then(({ findings }) => new Set(findings.map(({ message }) => message.sv)));
  return untouched;
}

/** What the check says of the changed workbook that it does not say of Ale's own. */
export async function newFindings(change: (workbook: Workbook) => void): Promise<readonly Finding[]> {
  const before = await alesOwn();
  const { findings } = await checkWorkbook((await aleAfter(change)).port);
  return findings.filter(({ message }) => !before.has(message.sv));
}

/** Findings as "severity rule address", which is what tests compare. */
export function told(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, ruleId, at, register }) => `${severity} ${ruleId} ${at === undefined ? register : addressText(at)}`);
}

export function tableOf(workbook: Workbook, name: string): Table {
  const table = workbook.table(name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
}

/** Writes a cell of a table's body by header; the first row is 0. */
export function put(workbook: Workbook, table: string, row: number, header: string, value: Scalar): void {
  const { sheet, range, columns } = tableOf(workbook, table);
  const index = columns.findIndex(({ name }) => name === header);
  if (index < 0) throw new Error(`no column ${header} in ${table}`);
  sheet.setCell(range.row + 1 + row, range.column + index, { value });
}

/** Adds a row at the end of a table, with the columns' own formulas, as Excel does when one types under the last row. */
export function addRow(workbook: Workbook, table: string, values: Readonly<Record<string, Scalar>>): void {
  const target = tableOf(workbook, table);
  const { sheet, range, columns } = target;
  const last = range.row + range.rows - 1;
  target.resize({ ...range, rows: range.rows + 1 });
  columns.forEach(({ name }, index) => {
    const above = sheet.cell(last, range.column + index);
    if (above?.formula !== undefined) sheet.setCell(last + 1, range.column + index, { value: null, formula: above.formula });
    const value = values[name];
    if (value !== undefined) sheet.setCell(last + 1, range.column + index, { value });
  });
}
