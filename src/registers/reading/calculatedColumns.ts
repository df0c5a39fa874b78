import type { CellAddress, CellValue } from "../cell.js";
import type { Finding } from "../finding.js";
import { finding } from "../messages.js";
import type { Register } from "../register.js";
import { registers } from "../registers.js";
import type { TableImage } from "../tableImage.js";
import { keyOfHeader } from "./headers.js";

/** The calculated column that tells, row by row, in which of the others something else than a formula stands: their headers, with spaces between. */
const OVERWRITTEN = "skrivetForHand";

/**
 * Findings for calculated columns where a row in use has something else than a formula, or where the column as a whole has another formula than the
 * register's. When all rows differ the column itself was changed, which is one finding. The fix puts the formula back. One row with another
 * formula is seen by its value: see `calculatedValuesAgree` in src/rules.
 */
export function overwrittenFormulas(register: Register, image: TableImage, indexOf: ReadonlyMap<string, number>, rows: readonly number[]): Finding[] {
  const findings: Finding[] = [];
  const overwritten = overwrittenRows(image, indexOf.get(OVERWRITTEN), rows);
  for (const [key, column] of Object.entries(register.columns)) {
    const index = indexOf.get(key);
    const formula = column.formula;
    if (formula === undefined || index === undefined) continue;
    const standing = image.columnFormulas[index] ?? "";
    const isOther = standing !== "" && standing !== formula && isComparable(standing) && comparableFormula(standing, register) !== comparableFormula(formula, register);
    const changed = isOther ? rows : (overwritten.get(column.header) ?? []);
    const place = (row: number): CellAddress => ({ sheet: image.sheet, row: image.top + 1 + row, column: image.left + index });
    // The column's own spells it with the headers that the tables have now, where somebody has renamed them.
    const back = (row: number) => ({ at: place(row), value: isOther || standing === "" ? formula : standing });
    const about = { header: column.header };
    if (changed.length > 1 && changed.length === rows.length) {
      const at = { sheet: image.sheet, row: image.top, column: image.left + index };
      findings.push(finding("formel.annan-i-kolumnen", about, { register: register.table, at, column: column.header, fix: { cells: changed.map(back) } }));
      continue;
    }
    for (const row of changed) {
      findings.push(finding("formel.overskriven", about, { register: register.table, at: place(row), column: column.header, fix: { cells: [back(row)] } }));
    }
  }
  return findings;
}

/** The rows, out of those in use, in which a calculated cell has no formula, by the header of its column. */
function overwrittenRows(image: TableImage, column: number | undefined, rows: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const byHeader = new Map<string, number[]>();
  if (column === undefined) return byHeader;
  for (const row of rows) {
    for (const header of new Set(overwrittenIn(image.values[row]?.[column]))) {
      const known = byHeader.get(header);
      if (known === undefined) byHeader.set(header, [row]);
      else known.push(row);
    }
  }
  return byHeader;
}

/** The last column of a register that the reader looks at, and the headers of those after it, which only the workbook's formulas need. */
export function unreadColumns(register: Register): { readonly after: string; readonly headers: readonly string[] } | undefined {
  const columns = Object.entries(register.columns);
  const last = columns.map(([key, { hidden }]) => hidden !== true || key === OVERWRITTEN).lastIndexOf(true);
  const after = columns[last]?.[1].header;
  const headers = columns.slice(last + 1).map(([, { header }]) => header);
  return after === undefined || headers.length === 0 ? undefined : { after, headers };
}

/** Headers of a row's calculated cells without a formula, by the value of Utfall[Skrivet för hand]. */
export function overwrittenIn(value: CellValue | undefined): readonly string[] {
  return typeof value === "string" && value !== "" ? value.split(" ").filter((header) => header !== "") : [];
}

/** Some programs write the columns of a table as addresses of cells (D7), which say nothing about what they mean. */
function isComparable(formula: string): boolean {
  return !/(?<![\p{L}\p{N}_.])\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_.(])/iu.test(formula.replace(/"(?:[^"]|"")*"|\[[^[\]]*\]/gu, ""));
}

/**
 * A formula without what does not change it: case and spaces outside quotes, the ways Excel writes a reference to this row, columns called by an
 * alias (Excel rewrites formulas when a header is renamed), and what LibreOffice writes in its own way when it saves the workbook (TRUE() for TRUE,
 * 0.000000001 for 1E-9).
 */
export function comparableFormula(formula: string, register: Register): string {
  const pieces = formula.trim().split(/("(?:[^"]|"")*")/u);
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : comparablePiece(piece, register))).join("");
}

function comparablePiece(piece: string, register: Register): string {
  const named = ownColumnNames(ownReferences(piece.replace(/_xlfn\.(?:_xlws\.)?/giu, ""), register.table), register);
  return sameConstants(named.replace(/\s+/gu, "").toUpperCase());
}

/** Every column by the header that its register defines. A reference without a table's name is to the register's own. */
function ownColumnNames(piece: string, own: Register): string {
  return piece.replace(/([\p{L}_][\p{L}\p{N}_.]*|)(\[@?)?\[([^[\]@#]+)\]/gu, (whole, table: string, opening: string | undefined, header: string) => {
    const register = table === "" ? own : registerOfTable(table);
    const key = register === undefined ? undefined : keyOfHeader(register, header);
    const column = key === undefined ? undefined : register?.columns[key];
    return column === undefined ? whole : `${table}${opening ?? ""}[${column.header}]`;
  });
}

function registerOfTable(table: string): Register | undefined {
  return Object.values<Register>(registers).find((register) => register.table.toUpperCase() === table.toUpperCase());
}

/** Numbers and truth values in one spelling each. Digits that belong to a name or a reference are left alone. */
function sameConstants(piece: string): string {
  return piece
    .replace(/\b(TRUE|FALSE)\(\)/gu, "$1")
    .replace(/(?<![\p{L}\p{N}_.$])(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?(?![\p{L}\p{N}_.(])/gu, (number) => String(Number(number)));
}

/** Within its own table Excel leaves the table's name out, and this row has several spellings: all as `[Period]` and `[@[Period]]`. */
function ownReferences(piece: string, table: string): string {
  return piece
    .replace(new RegExp(`(^|[^\\p{L}\\p{N}_.])${table}(?=\\[)`, "giu"), "$1")
    .replace(/\[\[#This Row\],\s*(\[[^\]]*\])\]/giu, "[@$1]")
    .replace(/\[@([^[\]]+)\]/gu, "[@[$1]]");
}
