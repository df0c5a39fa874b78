import type { Rect, Table, TableColumn } from "../../xlsx/model.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { intersection } from "./rectangles.js";
import { bodyOf, totalsOf } from "./resolveAddress.js";
import { insertCells } from "./shiftCells.js";

/** SUBTOTAL's number for each function of a totals row; rows that are hidden do not count. */
const SUBTOTALS: Readonly<Record<string, number>> = { average: 101, countNums: 102, count: 103, max: 104, min: 105, stdDev: 107, sum: 109, var: 110 };

/**
 * Shows or hides the totals row. What stands below moves down to make room for it; hidden, its cells are emptied and nothing moves. A table that never had one gets
 * what Excel gives it: a word in the first column, and in the last the sum, or the count where there is anything else than numbers.
 */
export function showTotals(table: Table, shown: boolean, host: OpenWorkbook): void {
  host.ensureUnprotected(table.sheet);
  if (shown === table.totalsRow) {
    return;
  }
  if (shown) {
    makeRoom(table, host);
    table.setTotalsRow(true);
    host.changed();
    fillTotals(table, host);
  } else {
    emptyTotals(table);
    table.setTotalsRow(false);
  }
  host.changed();
}

function makeRoom({ sheet, range }: Table, host: OpenWorkbook): void {
  const beneath = { ...range, row: range.row + range.rows, rows: 1 };
  const used = sheet.usedRange(true);
  const isTaken = (used !== undefined && intersection(used, beneath) !== undefined) || sheet.tables.some((other) => intersection(other.range, beneath) !== undefined);
  if (isTaken) {
    insertCells({ sheet, rect: beneath }, "down", host);
  }
}

function fillTotals(table: Table, host: OpenWorkbook): void {
  const totals = totalsOf(table);
  if (totals === undefined) {
    return;
  }
  if (!table.columns.some(({ totalsLabel, totalsFunction }) => totalsLabel !== undefined || totalsFunction !== undefined)) {
    chooseTotals(table, host);
  }
  for (const [index, column] of table.columns.entries()) {
    fillCell(table, column, { ...totals, column: totals.column + index }, host);
  }
}

function chooseTotals(table: Table, host: OpenWorkbook): void {
  const [first, last] = [table.columns[0], table.columns.at(-1)];
  if (first !== undefined && first !== last) {
    first.totalsLabel = host.culture.name === "sv-SE" ? "Summa" : "Total";
  }
  if (last !== undefined) {
    last.totalsFunction = hasOnlyNumbers(table, host) ? "sum" : "count";
  }
}

function hasOnlyNumbers(table: Table, host: OpenWorkbook): boolean {
  host.compute();
  const { row, rows, column, columns } = bodyOf(table);
  const values = Array.from({ length: rows }, (_row, index) => table.sheet.cell(row + index, column + columns - 1)?.value ?? null);
  return values.every((value) => value === null || typeof value === "number");
}

function fillCell({ sheet }: Table, { name, totalsLabel, totalsFunction }: TableColumn, { row, column }: Rect, host: OpenWorkbook): void {
  const subtotal = totalsFunction === undefined ? undefined : SUBTOTALS[totalsFunction];
  if (totalsLabel !== undefined) {
    sheet.setCell(row, column, { value: totalsLabel });
  } else if (subtotal !== undefined) {
    const written = `SUBTOTAL(${subtotal},[${name.replace(/['[\]#@]/g, "'$&")}])`;
    sheet.setCell(row, column, { value: null, formula: host.formulas.filed(written, sheet, row, column) });
    sheet.applyFormat({ row, column, rows: 1, columns: 1 }, { numberFormat: totalsFunction?.startsWith("count") === true ? "General" : sheet.numberFormat(row - 1, column) });
  }
}

function emptyTotals(table: Table): void {
  const totals = totalsOf(table);
  if (totals !== undefined) {
    for (let column = totals.column; column < totals.column + totals.columns; column += 1) {
      table.sheet.setCell(totals.row, column, { value: null });
    }
    table.sheet.clearFormat(totals);
  }
}
