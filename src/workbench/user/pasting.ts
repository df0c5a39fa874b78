import type { CellPosition, Rect, Sheet } from "../../xlsx/model.js";
import { isOnSheet } from "../cells/address.js";
import { movedContent } from "../cells/copyCells.js";
import { contains, intersection, positionsIn } from "../cells/rectangles.js";
import { headerOf } from "../cells/resolveAddress.js";
import { resizeTable } from "../cells/tableRows.js";
import type { Typed } from "../cells/typedInput.js";
import { writeTyped } from "../cells/writeCells.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Captured } from "./copying.js";
import { Refusal } from "./refusals.js";
import { canTakeIn, readInto } from "./typing.js";

type Cells = readonly (readonly string[])[];

/** More than this is no paste by a person, but a whole column filled by mistake. */
const MOST_CELLS = 1_000_000;

/** The cells that a paste lands in: the selection when the block fits in it a whole number of times, else the block from the selection's first cell. Throws Refusal when that is beyond the sheet. */
export function pasteArea(selected: Rect, block: { readonly rows: number; readonly columns: number }): Rect {
  const fits = selected.rows % block.rows === 0 && selected.columns % block.columns === 0 && selected.rows * selected.columns <= MOST_CELLS;
  const area = fits ? selected : { row: selected.row, column: selected.column, rows: block.rows, columns: block.columns };
  if (!isOnSheet(area)) {
    throw new Refusal("Det får inte plats", "Det du klistrar in når utanför bladet. Inget har ändrats. Börja längre upp eller längre åt vänster.");
  }
  return area;
}

/** Texts, each read as if it had been typed; one that looks like a formula but is none stays text. */
export function pasteTexts(sheet: Sheet, area: Rect, cells: Cells, open: OpenWorkbook): void {
  open.ensureCellsWritable({ sheet, rect: area });
  growBy(sheet, area, open);
  const textAt = ({ row, column }: CellPosition) => {
    const line = cells[(row - area.row) % cells.length] ?? [];
    return line[(column - area.column) % line.length] ?? "";
  };
  writeTyped({ sheet, rect: area }, open, (position) => readPasted(sheet, position, textAt(position), open));
}

function readPasted(sheet: Sheet, position: CellPosition, text: string, open: OpenWorkbook): Typed {
  try {
    return readInto(sheet, position, text, open);
  } catch (cause) {
    if (cause instanceof Refusal) {
      return { value: text };
    }
    throw cause;
  }
}

/** Cells copied in this workbook come with their formulas and formats. */
export function pasteCells(sheet: Sheet, area: Rect, { rect, cells }: Captured, open: OpenWorkbook): void {
  open.ensureCellsWritable({ sheet, rect: area });
  growBy(sheet, area, open);
  for (const { row, column } of positionsIn(area)) {
    const [down, across] = [(row - area.row) % rect.rows, (column - area.column) % rect.columns];
    const cell = cells[down * rect.columns + across];
    if (cell !== undefined) {
      sheet.setCell(row, column, movedContent(cell.content, { rows: row - rect.row - down, columns: column - rect.column - across }));
      sheet.applyFormat({ row, column, rows: 1, columns: 1 }, cell.format);
    }
  }
  open.changed({ sheet, rect: area });
  open.events.edited(sheet, area);
}

/** Whether cells can be put somewhere as they are: a header takes text only, and names its column. */
export function touchesHeader(sheet: Sheet, area: Rect): boolean {
  return sheet.tables.some((table) => intersection(headerOf(table) ?? { ...area, rows: 0 }, area) !== undefined);
}

/** A table takes in what is pasted into its last rows, or right below, and reaches beyond them. */
function growBy(sheet: Sheet, area: Rect, open: OpenWorkbook): void {
  const table = sheet.tables.find(({ range }) => {
    const reach = { ...range, rows: range.rows + 1 };
    return area.row > range.row && contains(reach, { ...area, rows: 1 });
  });
  const extra = table === undefined ? 0 : area.row + area.rows - (table.range.row + table.range.rows);
  if (table !== undefined && extra > 0 && sheet.protection === undefined && canTakeIn(table, extra)) {
    resizeTable(table, { ...table.range, rows: table.range.rows + extra }, open);
  }
}
