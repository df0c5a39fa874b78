import type { Rect, Sheet } from "../../xlsx/model.js";
import { shiftedTables } from "../events.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Area } from "../subjects.js";
import { isEntireColumn, isEntireRow } from "./address.js";

/** Inserts empty cells and moves what stands here. Throws InsertDeleteConflict when a table would be cut, AccessDenied on a protected sheet. */
export function insertCells({ sheet, rect }: Area, shift: "down" | "right", host: OpenWorkbook): void {
  const options = sheet.protection?.options;
  host.ensureUnprotected(sheet, isEntireRow(rect) ? options?.allowInsertRows : isEntireColumn(rect) && options?.allowInsertColumns);
  sheet.insertCells(rect, shift);
  host.events.shifted(sheet, rect, shift === "down" ? "ShiftCellDown" : "ShiftCellRight");
  followShift(sheet, rect, shift === "down" ? "row" : "column", 1, host);
  host.changed();
}

/** Deletes cells and moves what stands below or to the right into their place. */
export function deleteCells({ sheet, rect }: Area, shift: "up" | "left", host: OpenWorkbook): void {
  const options = sheet.protection?.options;
  host.ensureUnprotected(sheet, isEntireRow(rect) ? options?.allowDeleteRows : isEntireColumn(rect) && options?.allowDeleteColumns);
  const direction = shift === "up" ? "ShiftCellUp" : "ShiftCellLeft";
  const tables = shiftedTables(sheet, rect, direction);
  sheet.deleteCells(rect, shift);
  host.events.shifted(sheet, rect, direction, tables);
  followShift(sheet, rect, shift === "up" ? "row" : "column", -1, host);
  host.changed();
}

/** Ranges that the client holds on to follow their cells, where the whole of them moves. */
function followShift(sheet: Sheet, rect: Rect, along: "row" | "column", direction: 1 | -1, host: OpenWorkbook): void {
  const [size, across, breadth] = along === "row" ? (["rows", "column", "columns"] as const) : (["columns", "row", "rows"] as const);
  host.references.follow(sheet, (area) => {
    const kept = area.rect;
    const isBeside = kept[across] >= rect[across] && kept[across] + kept[breadth] <= rect[across] + rect[breadth];
    if (!isBeside || kept[along] < rect[along]) {
      return area;
    }
    if (direction === -1 && kept[along] < rect[along] + rect[size]) {
      return kept[along] + kept[size] <= rect[along] + rect[size] ? undefined : area;
    }
    return { sheet, rect: { ...kept, [along]: kept[along] + direction * rect[size] } };
  });
}
