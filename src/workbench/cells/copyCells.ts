import { type Move, moveReferences } from "../../formulas/index.js";
import type { CellContent } from "../../xlsx/model.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area } from "../subjects.js";
import { isOnSheet } from "./address.js";
import { positionsIn } from "./rectangles.js";

export interface CopyOptions {
  /** "All", "Formulas", "Values" or "Formats". */
  readonly what: string;
  /** Empty cells of the source leave the target's cells alone. */
  readonly skipBlanks: boolean;
  /** Rows become columns. */
  readonly transpose: boolean;
}

/** Range.copyFrom: the source is laid out from the target's first cell, repeated when the target is a whole number of times as large. */
export function copyCells(target: Area, source: Area, { what, skipBlanks, transpose }: CopyOptions, host: OpenWorkbook): void {
  if (!["All", "Formulas", "Values", "Formats"].includes(what)) {
    throw new RichApiError("InvalidArgument");
  }
  const laid = transpose ? { rows: source.rect.columns, columns: source.rect.rows } : { rows: source.rect.rows, columns: source.rect.columns };
  const repeats = target.rect.rows % laid.rows === 0 && target.rect.columns % laid.columns === 0;
  const rect = repeats ? target.rect : { ...target.rect, ...laid };
  if (!isOnSheet(rect)) {
    throw new RichApiError("InvalidArgument");
  }
  host.ensureCellsWritable({ sheet: target.sheet, rect });
  host.compute();
  // Read whole before the first cell is written: source and target may overlap.
  const copied = [...positionsIn(source.rect)].map((from) => ({
    from,
    content: source.sheet.cell(from.row, from.column) ?? { value: null },
    format: source.sheet.format(from.row, from.column),
  }));
  for (const { row, column } of positionsIn(rect)) {
    const [down, across] = [(row - rect.row) % laid.rows, (column - rect.column) % laid.columns];
    const cell = copied[transpose ? across * source.rect.columns + down : down * source.rect.columns + across];
    if (cell === undefined || (skipBlanks && cell.content.value === null && cell.content.formula === undefined)) {
      continue;
    }
    if (what !== "Formats") {
      const move = { rows: row - cell.from.row, columns: column - cell.from.column };
      target.sheet.setCell(row, column, what === "Values" ? { value: cell.content.value } : movedContent(cell.content, move));
    }
    if (what === "All" || what === "Formats") {
      target.sheet.applyFormat({ row, column, rows: 1, columns: 1 }, cell.format);
    }
  }
  host.changed({ sheet: target.sheet, rect });
  if (what !== "Formats") {
    host.events.edited(target.sheet, rect);
  }
}

/** A cell's content as it reads so far from where it stood: relative references move along. */
export function movedContent(content: CellContent, move: Move): CellContent {
  return content.formula === undefined ? content : { value: null, formula: moveReferences(content.formula, move) };
}
