import type { CellContent } from "../../xlsx/model.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area } from "../subjects.js";
import { isOnSheet } from "./address.js";
import { positionsIn } from "./rectangles.js";

/**
 * Range.copyFrom: the source is laid out from the target's first cell, repeated when the target is a whole number of times as large. Copies "All",
 * "Formulas", "Values" or "Formats". Formulas with A1 references, which would have to be moved, answer UnsupportedOperation.
 */
export function copyCells(target: Area, source: Area, copyType: string, host: OpenWorkbook): void {
  if (!["All", "Formulas", "Values", "Formats"].includes(copyType)) {
    throw new RichApiError("InvalidArgument");
  }
  const repeats = target.rect.rows % source.rect.rows === 0 && target.rect.columns % source.rect.columns === 0;
  const rect = repeats ? target.rect : { ...target.rect, rows: source.rect.rows, columns: source.rect.columns };
  if (!isOnSheet(rect)) {
    throw new RichApiError("InvalidArgument");
  }
  host.ensureCellsWritable({ sheet: target.sheet, rect });
  host.compute();
  const copied = [...positionsIn(source.rect)].map(({ row, column }) => ({
    content: source.sheet.cell(row, column) ?? { value: null },
    format: source.sheet.format(row, column),
  }));
  for (const { row, column } of positionsIn(rect)) {
    const index = ((row - rect.row) % source.rect.rows) * source.rect.columns + ((column - rect.column) % source.rect.columns);
    const from = copied[index];
    if (from !== undefined) {
      if (copyType !== "Formats") {
        target.sheet.setCell(row, column, copyType === "Values" ? { value: from.content.value } : movable(from.content));
      }
      if (copyType === "All" || copyType === "Formats") {
        target.sheet.applyFormat({ row, column, rows: 1, columns: 1 }, from.format);
      }
    }
  }
  host.changed();
}

function movable(content: CellContent): CellContent {
  const refersToCells = content.formula !== undefined && /(?:^|[^\p{L}\p{N}_.[])\$?[A-Z]{1,3}\$?\d+(?![\p{L}\p{N}_(])/u.test(content.formula);
  if (refersToCells) {
    throw new RichApiError("UnsupportedOperation", "Range.copyFrom of formulas with cell references is not implemented in the embedded Excel.");
  }
  return content;
}
