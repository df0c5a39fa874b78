import type { Column } from "../registers/column.js";
import type { ColumnValue } from "../registers/schema.js";
import { dayText, formatNumberSv, formatPercentSv } from "../registers/values/formatting.js";
import { cellOfValue } from "../registers/writing/rowsToCells.js";

/** A typed value as people read it in its cell: "5,5 %", "2019-01-22", "T1 2019", "SAN; VON". */
export function valueInWords(column: Column, value: ColumnValue): string {
  const { value: cell, format } = cellOfValue(column, value);
  if (typeof cell !== "number") return String(cell);
  if (column.kind === "date") return dayText(cell);
  if (format.endsWith("%")) return formatPercentSv(cell);
  // Years, numbers and places in an order are not grouped by thousands.
  return column.kind === "integer" ? String(cell) : formatNumberSv(cell);
}
