import type { CellInput } from "../cell.js";
import { parseNumber } from "./number.js";
import { parseQuantity } from "./quantity.js";
import { isBlank, read, unreadable, type Reading } from "./reading.js";

/**
 * Reads a number of a column that is counted in one unit, typed with or without it: in a column of tkr "2 400 tkr" is 2 400, and so is "2,4 mnkr". `countedIn` has what one of each
 * unit is worth in the column's own. A percentage, a bound and any other unit are unreadable. Text is marked `corrected`.
 */
export function parseCounted(cell: CellInput, countedIn: Readonly<Partial<Record<string, number>>>): Reading<number> {
  if (isBlank(cell) || typeof cell.value !== "string" || cell.type === "Error") return parseNumber(cell);
  const quantity = parseQuantity(cell);
  if (quantity === null || quantity.kind === "unreadable") return quantity;
  if (quantity.kind !== "number" || quantity.bound !== null || quantity.percent !== "none") return unreadable(cell);
  const worth = quantity.unit === null ? 1 : countedIn[quantity.unit];
  // Excel keeps 15 digits; beyond them stands what multiplying left.
  return worth === undefined ? unreadable(cell) : read(Number((quantity.value * worth).toPrecision(15)), true);
}
