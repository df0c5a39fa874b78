import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Areas } from "../subjects.js";
import { intersection, positionsIn } from "./rectangles.js";
import { headerOf } from "./resolveAddress.js";

/** Range.clear: "All", "Contents", "Formats" (also "RemoveHyperlinks" and "ResetContents", which have nothing to take away here). */
export function clear(areas: Areas, applyTo: string, host: OpenWorkbook): void {
  if (!["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks", "ResetContents"].includes(applyTo)) {
    throw new RichApiError("InvalidArgument");
  }
  for (const area of areas) {
    const { sheet, rect } = area;
    if (applyTo !== "Formats") {
      host.ensureCellsWritable(area);
    } else {
      host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatCells);
    }
    if (applyTo === "All" || applyTo === "Contents" || applyTo === "ResetContents") {
      clearContents(area);
      host.events.edited(sheet, rect);
    }
    if (applyTo === "All" || applyTo === "Formats") {
      sheet.clearFormat(rect);
      sheet.clearConditionalFormats(rect);
    }
    if (applyTo === "All") {
      sheet.setDataValidation(rect, undefined);
    }
    // Being merged goes with the formats, as under Home, Clear.
    if (applyTo === "All" || applyTo === "Formats") {
      for (const merged of sheet.merges.filter((block) => intersection(block, rect) !== undefined)) {
        sheet.unmerge(merged);
      }
    }
    host.changed(area);
  }
}

/** Headers of a table stay, unless the whole table goes: Excel does not leave a column without a name. */
function clearContents({ sheet, rect }: Areas[number]): void {
  const used = sheet.usedRange(true);
  const cells = used && intersection(used, rect);
  if (cells === undefined) {
    return;
  }
  const headers = sheet.tables.flatMap((table) => headerOf(table) ?? []);
  for (const { row, column } of positionsIn(cells)) {
    const isHeader = headers.some((header) => intersection(header, { row, column, rows: 1, columns: 1 }) !== undefined);
    if (!isHeader && sheet.cell(row, column) !== undefined) {
      sheet.setCell(row, column, { value: null });
    }
  }
}
