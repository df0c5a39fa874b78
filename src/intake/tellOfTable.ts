import { columnLetters } from "../registers/address.js";
import type { CellAddress } from "../registers/cell.js";
import type { Finding } from "../registers/finding.js";
import { registers } from "../registers/registers.js";
import { isBlank, typedText } from "../registers/values/reading.js";
import { cellAt, rightOf, type SheetGrid } from "./grid.js";
import { intakeFinding, type IntakeRule } from "./messages.js";
import type { Proposal } from "./recognise.js";

/** What is to be said of a table as a whole, whatever its cells are read as: the columns and rows of it that are not taken in, and what stands beside it. */
export function tellOfTable(sheet: SheetGrid, proposal: Proposal, others: readonly Proposal[]): Finding[] {
  const { columns, headerBottom, rows, said, family } = proposal;
  const left = Math.min(...columns.map(({ column }) => column));
  const findings: Finding[] = [];
  const at = (row: number, column: number): CellAddress => ({ sheet: sheet.name, row, column });
  const say = <K extends IntakeRule>(rule: K, about: Parameters<typeof intakeFinding<K>>[1], place: CellAddress, column?: string) => {
    findings.push(intakeFinding(rule, about, registers[family.primary].table, place, column));
  };
  const isFilled = (row: number, column: number) => !isBlank(cellAt(sheet, row, column));
  const isRead = (kind: string) => kind === "data" || kind === "doubtful";

  for (const { column, header, name, target, lacksYear } of columns) {
    if (lacksYear) say("inlasning.ar-saknas", { header }, at(headerBottom, column), header);
    else if (target === undefined && said?.columns.get(name) !== null) {
      if (header !== "") say("inlasning.kolumn-okand", { header }, at(headerBottom, column), header);
      else if (rows.some(({ row, kind }) => isRead(kind) && isFilled(row, column))) say("inlasning.kolumn-utan-rubrik", { column: columnLetters(column) }, at(headerBottom, column));
    }
  }
  if (!rows.some(({ kind }) => isRead(kind))) say("inlasning.tom", { row: headerBottom + 1 }, at(headerBottom, left));
  for (const { row, kind } of rows) {
    if (kind !== "total" && kind !== "note" && kind !== "header") continue;
    const [first] = columns.filter(({ column, header }) => isFilled(row, column) && typedText(cellAt(sheet, row, column)) !== header);
    if (first !== undefined) say("inlasning.rad-utelamnad", { row: row + 1, text: typedText(cellAt(sheet, row, first.column)), why: kind }, at(row, first.column));
  }
  const beyond = rows.filter(({ kind }) => kind === "beyond").map(({ row }) => row);
  const [outside] = beyond;
  if (outside !== undefined) say("inlasning.rader-utanfor", { first: outside + 1, last: Math.max(...beyond) + 1 }, at(outside, left));
  if (sheet.isHidden) say("inlasning.dolda", { what: "sheet" }, at(headerBottom, left));
  else if (rows.some(({ row, kind }) => kind === "data" && sheet.hiddenRows.has(row))) say("inlasning.dolda", { what: "rows" }, at(headerBottom, left));

  const beside = rows.flatMap(({ row }) => {
    const found: CellAddress[] = [];
    for (let column = sheet.left; column < rightOf(sheet); column++) if (isFilled(row, column) && !isOfTable(proposal, row, column) && !others.some((other) => isOfTable(other, row, column))) found.push(at(row, column));
    return found;
  });
  const [next] = beside;
  if (next !== undefined) say("inlasning.bredvid", { count: beside.length }, next);
  return findings;
}

function isOfTable({ columns, headerTop, rows }: Proposal, row: number, column: number): boolean {
  return row >= headerTop && row <= (rows.at(-1)?.row ?? headerTop) && columns.some((own) => own.column === column);
}
