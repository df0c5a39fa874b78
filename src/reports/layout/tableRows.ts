import type { ReportCell, ReportColumn, ReportTable } from "../document.js";
import type { LaidTable } from "./chartLayout.js";
import { numberFormatOf } from "./numberFormats.js";
import { scaleStep, statusOf, type ScaleStep } from "../scales.js";
import type { CellLook } from "./sheetLayout.js";
import { textCell, type LaidCell, type LaidCells, type RowsInOrder } from "./sheetRows.js";
import { layHeading } from "./textRows.js";
import { isOnePiece, piecesForRows } from "./wrapping.js";

/** Lays a table on the grid: its caption, its header and its rows. */
export function layTable(sheet: RowsInOrder, table: ReportTable, grid: readonly number[]): LaidTable {
  if (table.caption !== undefined) layHeading(sheet, `${table.id}/caption`, table.caption, "heading4", grid);
  const top = sheet.count;
  const taken = table.columns.map(({ gridColumn }) => gridColumn);
  const left = Math.min(...taken);
  const right = Math.max(...taken);
  // A table may pass over columns of the grid that others need; its band and rules run on through them.
  const passing = (look: CellLook): LaidCells => {
    const gap = textCell("", look);
    return grid.map((_, column) => (column > left && column < right && !taken.includes(column) ? gap : undefined));
  };
  const names = grid.map((_, column) => table.columns.find(({ gridColumn }) => gridColumn === column)?.header ?? "");
  const header = table.columns.map(({ header: text, align }) => textCell(text, align === "right" ? "tableHeaderNumber" : "tableHeader"));
  sheet.add(`${table.id}/header`, placed((index) => header[index], table, passing("tableHeaderGap")), names);
  const gaps = passing("tableGap");
  const rowAt = table.rows.map((row) => {
    const at = sheet.count;
    layTableRow(sheet, table, row, grid, gaps, names);
    return at;
  });
  return { table, area: { row: top, column: left, rows: sheet.count - top, columns: right - left + 1 }, rowAt };
}

/** A row with a text too long to show whole in one sheet row goes on in the rows below it. */
function layTableRow(sheet: RowsInOrder, table: ReportTable, row: readonly ReportCell[], grid: readonly number[], gaps: LaidCells, names: readonly string[]): void {
  const pieces = table.columns.map((column, index) => laidPieces(row[index], column, grid[column.gridColumn] ?? 0));
  const height = pieces.reduce((most, { length }) => Math.max(most, length), 1);
  const identity = `${table.id}/row/${rowKey(row[table.namedBy ?? 0])}`;
  for (let line = 0; line < height; line++) {
    sheet.add(line === 0 ? identity : `${identity}/cont`, placed((index) => pieces[index]?.[line], table, gaps), names);
  }
}

/** The cells of a table's columns, each where its column stands on the grid, with what the table passes over. */
function placed(cellOf: (index: number) => LaidCell | undefined, { columns }: ReportTable, gaps: LaidCells): LaidCells {
  const row = [...gaps];
  columns.forEach(({ gridColumn, align }, index) => {
    row[gridColumn] = cellOf(index) ?? emptyCells[align];
  });
  return row;
}

const emptyCells: Readonly<Record<ReportColumn["align"], LaidCell>> = {
  left: { value: "", numberFormat: "General", look: "tableCell" },
  right: { value: "", numberFormat: "General", look: "tableNumber" },
};

/** How a reader knows the table row of this identity: "Öka brukarmedverkan". Undefined for a row of no table. */
export function nameInIdentity(identity: string): string | undefined {
  return /\/row\/(.+?)(?:\/cont)?(?:#\d+)?$/su.exec(identity)?.[1];
}

/** A table row is known by the text of its first cell, or of the cell that the table says, as a reader knows it. */
function rowKey(name: ReportCell | undefined): string {
  switch (name?.kind) {
    case "text":
      return name.text;
    case "status":
      return name.word;
    case "number":
    case "percent":
    case "date":
      return String(name.value);
    default:
      return "";
  }
}

/** What a cell becomes on the sheet, from the top: none where nothing is printed. */
function laidPieces(cell: ReportCell | undefined, { align }: ReportColumn, width: number): LaidCells {
  switch (cell?.kind) {
    case "text": {
      // "3–5 %" stands among figures; a sentence among them is read as text.
      const look = align === "right" && cell.text.length <= width ? "tableNumber" : "tableCell";
      return isOnePiece(cell.text, width) ? [textCell(cell.text, look)] : piecesForRows(cell.text, width).map((piece) => textCell(piece, look));
    }
    case "status":
      return statusCell(scaleStep(cell.scale, cell.word));
    case "number":
    case "percent":
    case "date":
      return [{ value: cell.value, numberFormat: numberFormatOf(cell), look: "tableNumber" }];
    default:
      return NOTHING_PRINTED;
  }
}

const NOTHING_PRINTED: LaidCells = [];

/** Statuses are few, and stand in many cells. */
const statusCells = new WeakMap<ScaleStep, LaidCells>();

function statusCell(step: ScaleStep): LaidCells {
  const known = statusCells.get(step);
  if (known !== undefined) return known;
  const cell = [textCell(statusOf(step), step.look)];
  statusCells.set(step, cell);
  return cell;
}
