import type { CellAddress } from "../cell.js";
import type { Finding } from "../finding.js";
import { finding } from "../messages.js";
import type { Register } from "../register.js";
import { registers } from "../registers.js";
import type { TableImage } from "../tableImage.js";
import { keyOfHeader } from "./headers.js";

/**
 * Findings for calculated columns where a row in use has another formula than the register's, or none. When all rows differ the
 * column itself was changed, which is one finding. The fix puts the formula back.
 */
export function overwrittenFormulas(register: Register, image: TableImage, indexOf: ReadonlyMap<string, number>, rows: readonly number[]): Finding[] {
  const findings: Finding[] = [];
  for (const [key, column] of Object.entries(register.columns)) {
    const index = indexOf.get(key);
    const formula = column.formula;
    if (formula === undefined || index === undefined) continue;
    const isOurs = comparison(formula, register);
    const place = (row: number): CellAddress => ({ sheet: image.sheet, row: image.top + 1 + row, column: image.left + index });
    const formulaIn = (row: number) => String(image.formulas[row]?.[index] ?? "");
    const changed = rows.filter((row) => !isOurs(formulaIn(row)));
    const sound = rows.find((row) => isOurs(formulaIn(row)));
    // A row that has it spells it with the headers that the tables have now, where somebody has renamed them.
    const back = (row: number) => ({ at: place(row), value: sound === undefined ? formula : formulaIn(sound) });
    if (changed.length > 1 && changed.length === rows.length) {
      const at = { sheet: image.sheet, row: image.top, column: image.left + index };
      const about = { header: column.header };
      findings.push(finding("formel.annan-i-kolumnen", about, { register: register.table, at, column: column.header, fix: { cells: changed.map(back) } }));
      continue;
    }
    for (const row of changed) {
      const about = { header: column.header };
      findings.push(finding("formel.overskriven", about, { register: register.table, at: place(row), column: column.header, fix: { cells: [back(row)] } }));
    }
  }
  return findings;
}

/** Tells whether a cell's formula is the column's. A column holds the same few texts over and over: each is looked into once. */
function comparison(formula: string, register: Register): (text: string) => boolean {
  const ours = comparableFormula(formula, register);
  const known = new Map<string, boolean>([[formula, true], ["", false]]);
  return (text) => {
    const answer = known.get(text) ?? (text.startsWith("=") && comparableFormula(text, register) === ours);
    known.set(text, answer);
    return answer;
  };
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
