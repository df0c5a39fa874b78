import type { CellInput } from "../cell.js";
import type { Column } from "../column.js";
import type { Finding } from "../finding.js";
import type { ColumnValue } from "../schema.js";
import { parseChoice } from "../values/choice.js";
import { parseCounted } from "../values/counted.js";
import { parseDate } from "../values/date.js";
import { parseList } from "../values/list.js";
import { isDateFormat } from "../values/numberFormat.js";
import { parseInteger, parseNumber } from "../values/number.js";
import { parsePeriod, type PeriodReading } from "../values/period.js";
import { parseQuantity } from "../values/quantity.js";
import { isBlank, read, unreadable, type Reading } from "../values/reading.js";
import { parseId, parseText } from "../values/text.js";
import { TEXT_FORMAT } from "../writing/cellFormats.js";
import { cellFindings, wordsOf, type CellPlace } from "./cellFindings.js";

/** What a cell was read as, `null` when it is empty or unreadable, and what is to be said about it. */
export interface ReadCell {
  readonly value: ColumnValue | null;
  readonly readable: boolean;
  readonly findings: readonly Finding[];
}

const EMPTY: ReadCell = { value: null, readable: true, findings: [] };

/** Reads one cell by its column's kind. `isKey` says that the cell is a row's own id, which Excel's look-ups must find. */
export function readCell(column: Column, cell: CellInput, place: CellPlace, periods: PeriodReading, isKey: boolean): ReadCell {
  const reading = readerOf(column, periods)(cell);
  if (reading === null) return EMPTY;
  const findings = cellFindings(column, cell, reading, place, isKey);
  return reading.kind === "unreadable" ? { value: null, readable: false, findings } : { value: reading.value, readable: true, findings };
}

type CellReader = (cell: CellInput) => Reading<ColumnValue>;

/** How a whole column is read: where the same few texts stand in row after row, each is read once. What a text says does not depend on its cell. */
export function columnReader(column: Column, periods: PeriodReading): CellReader {
  const reader = readerOf(column, periods);
  if (column.kind !== "period" && column.kind !== "choice") return reader;
  const known = new Map<string, Reading<ColumnValue>>();
  return (cell) => {
    if (cell.type !== "String" || typeof cell.value !== "string") return reader(cell);
    const before = known.get(cell.value);
    if (before !== undefined) return before;
    const reading = reader(cell);
    known.set(cell.value, reading);
    return reading;
  };
}

/** How a cell is read, by its column's kind. */
function readerOf(column: Column, periods: PeriodReading): CellReader {
  switch (column.kind) {
    case "id":
    case "unit":
      return parseId;
    case "text":
    case "longText":
      // "2.1" typed where there is no text format is 2 January: a number of that kind is never a date.
      return column.numberFormat === TEXT_FORMAT
        ? (cell) => (typeof cell.value === "number" && isDateFormat(cell.numberFormat) ? unreadable(cell, "date") : parseText(cell))
        : parseText;
    case "choice": {
      const words = wordsOf(column);
      return (cell) => parseChoice(cell, words, column.alsoWritten);
    }
    case "list":
      return parseList;
    case "integer":
      return parseInteger;
    case "number": {
      const { countedIn } = column;
      return countedIn === undefined ? parseNumber : (cell) => parseCounted(cell, countedIn);
    }
    case "date":
      return parseDate;
    case "quantity":
      return (cell) => {
        const quantity = parseQuantity(cell);
        return quantity === null || quantity.kind === "unreadable" ? quantity : read(quantity);
      };
    case "period":
      return (cell) => parsePeriodCell(cell, periods);
    case "calculated":
      return () => null;
  }
}

function parsePeriodCell(cell: CellInput, periods: PeriodReading): Reading<ColumnValue> {
  if (isBlank(cell)) return null;
  if (cell.type === "Error") return unreadable(cell, "error");
  if (typeof cell.value === "boolean") return unreadable(cell);
  if (typeof cell.value === "number" && isDateFormat(cell.numberFormat)) return unreadable(cell, "date");
  const period = parsePeriod(cell.value, periods);
  return period === null ? unreadable(cell) : read(period);
}
