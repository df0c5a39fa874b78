import type { CellInput } from "../registers/cell.js";
import type { LocalText } from "../registers/language.js";
import { statusWritings } from "../registers/definitions/statusAliases.js";
import type { Column } from "../registers/column.js";
import { readCell } from "../registers/reading/cells.js";
import { parseChoice } from "../registers/values/choice.js";
import { parseDate } from "../registers/values/date.js";
import { parseLead, type FindUnit } from "../registers/values/lead.js";
import type { PeriodReading } from "../registers/values/period.js";
import { parseQuantity } from "../registers/values/quantity.js";
import { folded, isBlank, typedText } from "../registers/values/reading.js";
import { parseStatus } from "../registers/values/status.js";
import type { Family } from "./families.js";
import type { Candidate } from "./headerWords.js";
import type { Said } from "./said.js";
import { periodIn, unitWord } from "./headerParts.js";

/** How sure it is that a header is a column's name, and why. */
export interface Named {
  readonly score: number;
  readonly reason: LocalText;
}

export interface NamedCandidate {
  readonly candidate: Candidate;
  readonly name: Named;
}

/** What deciding what a cell can be needs to know of its surroundings. */
export interface FitContext {
  readonly said: Said;
  readonly periods: PeriodReading;
  readonly year: number | undefined;
  readonly findUnit: FindUnit;
  /** Symbols that the sheet's own legend explains, and their words. */
  readonly legend: ReadonlyMap<string, string>;
  /** What each header of the sheet can be in a family by its words, as far as it has been asked. */
  readonly named: Map<Family, Map<string, readonly NamedCandidate[]>>;
}

/** How many of the filled cells can be read as a column's kind. */
export interface Fit {
  readonly readable: number;
  readonly filled: number;
}

/** How well a column's cells suit a candidate; `primary` says whose scale a status is on. */
export function fitOf(candidate: Candidate, primary: string, cells: readonly CellInput[], context: FitContext): Fit {
  const filled = cells.filter((cell) => !isBlank(cell) && cell.type !== "Error");
  return { readable: filled.filter((cell) => suits(candidate, primary, cell, context)).length, filled: filled.length };
}

const PLACE = { register: "", at: { sheet: "", row: 0, column: 0 } };
const LOOKS_LIKE_UNIT = /^[A-ZÅÄÖ]{2,6}$|(?:nämnd(?:en)?|styrelsen?|förvaltning(?:en)?|utskott(?:et)?|fullmäktige|enheten|området|bolaget)$/u;

function suits({ register, key, column }: Candidate, primary: string, cell: CellInput, { periods, year, findUnit, legend }: FitContext): boolean {
  const text = typedText(cell);
  const meant = legend.get(text);
  if (register === "uppfoljning" && key === "status") {
    const writing = statusWritings[primary] ?? statusWritings["uppdrag"];
    const asWord = meant === undefined ? cell : { ...cell, value: meant };
    return writing !== undefined && (typeof cell.value === "boolean" || parseStatus(asWord, writing)?.kind === "read");
  }
  switch (column.kind) {
    case "unit":
      return findUnit(text) !== undefined || LOOKS_LIKE_UNIT.test(text) || parseLead(text, findUnit) !== undefined;
    case "longText":
      return typeof cell.value === "string" && /\p{L}{2}/u.test(text) && !isQuantityText(cell);
    case "text":
      return typeof cell.value === "string" && /\p{L}{2}/u.test(text);
    case "id":
      return text.length <= 24 && !/\s\S+\s/u.test(text) && (typeof cell.value !== "number" || Number.isInteger(cell.value));
    case "list":
      return typeof cell.value === "string" || Number.isInteger(cell.value);
    case "period":
      return periodIn(text, periods, year) !== undefined;
    case "quantity":
      return isQuantityText(cell);
    case "integer":
      return key === "ar" ? /^(?:19|20)\d\d$/u.test(text) : readCell(column, cell, PLACE, periods, false).readable;
    case "choice":
      if (key === "mattenhet" && unitWord(text) !== undefined) return true;
      return parseChoice(meant === undefined ? cell : { ...cell, value: meant, type: "String" }, wordsOf(column), column.alsoWritten)?.kind === "read";
    case "date":
      return parseDate(cell)?.kind === "read";
    case "number":
    case "calculated":
      return readCell(column, cell, PLACE, periods, false).readable;
  }
}

function wordsOf({ values }: Column): string[] {
  return (values ?? []).filter((value) => typeof value === "string");
}

function isQuantityText(cell: CellInput): boolean {
  const quantity = parseQuantity(cell);
  return quantity !== null && quantity.kind !== "unreadable" && !(quantity.kind === "number" && folded(typedText(cell)) === "alla");
}
