import { parsePeriod, type Period, type PeriodReading } from "../registers/values/period.js";
import { folded, plainSpaces, typedText } from "../registers/values/reading.js";
import type { FindUnit } from "../registers/values/lead.js";
import { bottomOf, cellAt, rightOf, type SheetGrid } from "./grid.js";

/** Something that stands beside a table and holds for all of it, and where it was read: a cell, or the sheet's name. */
export interface Told<T> {
  readonly value: T;
  readonly typed: string;
  readonly at: { readonly row: number; readonly column: number } | "sheetName";
}

/** What titles and the sheet's name say of the rows. Nothing is said where two of them disagree. */
export interface Surroundings {
  readonly period: Told<Period> | undefined;
  readonly unit: Told<string> | undefined;
  readonly year: number | undefined;
}

/** A title is a cell or two on its row; a row of more is data. */
const MOST_CELLS_OF_TITLE = 3;

/** Reads the period and the unit that titles between two rows, or the sheet's name, tell. */
export function surroundingsOf(sheet: SheetGrid, from: number, to: number, periods: PeriodReading, findUnit: FindUnit, most = MOST_CELLS_OF_TITLE): Surroundings {
  const foundPeriods: Told<Period>[] = [];
  const foundUnits: Told<string>[] = [];
  const years = new Set<number>();
  const look = (text: string, at: Told<unknown>["at"]) => {
    for (const value of periodsIn(text, periods)) {
      years.add(value.year);
      foundPeriods.push({ value, typed: text, at });
    }
    const unit = unitIn(text, findUnit);
    if (unit !== undefined) foundUnits.push({ value: unit, typed: text, at });
  };
  for (let row = from; row < to; row++) {
    if ((sheet.cells[row - sheet.top] ?? []).filter(({ value }) => value !== "").length > most) continue;
    for (let column = sheet.left; column < rightOf(sheet); column++) {
      const cell = cellAt(sheet, row, column);
      if (typeof cell.value === "string" && cell.type === "String") look(typedText(cell), { row, column });
      else if (typeof cell.value === "number" && cell.value >= 1990 && cell.value <= 2100 && Number.isInteger(cell.value)) look(String(cell.value), { row, column });
    }
  }
  look(sheet.name, "sheetName");
  const [year, ...otherYears] = years;
  // "2021" beside "T2 2021" says the same, less closely.
  const closest = foundPeriods.filter(({ value }) => value.kind !== "year" || !foundPeriods.some((other) => other.value.kind !== "year" && other.value.year === value.year));
  return { period: agreed(closest, ({ kind, year: of, number }) => `${kind} ${of} ${number}`), unit: agreed(foundUnits, (code) => code), year: otherYears.length === 0 ? year : undefined };
}

function agreed<T>(found: readonly Told<T>[], keyOf: (value: T) => string): Told<T> | undefined {
  return new Set(found.map(({ value }) => keyOf(value))).size === 1 ? found[0] : undefined;
}

/** Periods in a running text: the longest first, so that "T2 2021" is not the year 2021. A day ("2021-08-31") is none. */
function periodsIn(text: string, periods: PeriodReading): Period[] {
  const words = plainSpaces(text).replace(/[()]/gu, " ").split(/\s+/u).map((word) => word.replace(/^[,.:;–-]+|[,.:;–-]+$/gu, "")).filter((word) => word !== "");
  const found: Period[] = [];
  for (let from = 0; from < words.length; from++) {
    for (let length = Math.min(3, words.length - from); length > 0; length--) {
      const period = parsePeriod(words.slice(from, from + length).join(" "), periods);
      if (period === null) continue;
      found.push(period);
      from += length - 1;
      break;
    }
  }
  return found;
}

function unitIn(text: string, findUnit: FindUnit): string | undefined {
  const parts = [text, ...plainSpaces(text).split(/[,:;()–]| - /u)].map((part) => part.trim()).filter((part) => part !== "");
  const codes = new Set(parts.map(findUnit).filter((code) => code !== undefined));
  const words = plainSpaces(text).split(/[\s,:;()]+/u).filter((word) => /^[A-ZÅÄÖ]{2,6}$/u.test(word));
  for (const word of codes.size === 0 ? words : []) {
    const code = findUnit(word);
    if (code !== undefined) codes.add(code);
  }
  const named = codes.size === 0 ? namedIn(text, findUnit) : codes;
  return named.size === 1 ? [...named][0] : undefined;
}

/** Most words of a unit's name in a running title. */
const MOST_WORDS = 6;

/** Units whose names stand among the words of a title: "Mål och mått 2024 Barn- och utbildningsnämnden". What is a part of a longer name ("Kultur- och fritidsnämnden") is none. */
function namedIn(text: string, findUnit: FindUnit): ReadonlySet<string> {
  const words = plainSpaces(text).split(/[\s,:;()]+/u).filter((word) => word !== "").slice(0, 30);
  const found = new Set<string>();
  for (let from = 0; from < words.length; from++) {
    if (!/^\p{Lu}\p{L}{3}/u.test(words[from] ?? "") || /^(?:och|&)$/u.test(words[from - 1] ?? "")) continue;
    for (let length = Math.min(MOST_WORDS, words.length - from); length > 0; length--) {
      const code = findUnit(words.slice(from, from + length).join(" ").replace(/[.]$/u, ""));
      if (code === undefined) continue;
      found.add(code);
      from += length - 1;
      break;
    }
  }
  return found;
}

const SYMBOLS = "●•⬤◆♦■▪◼▲▼○◐★☑☒☐✓✔✗✘✖✕✅❌→↗↘↑↓☺☹🙂😐🙁😊🟢🟡🟠🔴🔵⚪⚫";

/** What a sheet's own legend says of its symbols: "● Genomfört", "● = Genomfört", or a symbol with its word in the cell beside it. A symbol explained in two ways is left out. */
export function legendOf(sheet: SheetGrid): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  const add = (symbol: string, word: string) => found.set(symbol, (found.get(symbol) ?? new Set()).add(word));
  for (let row = sheet.top; row < bottomOf(sheet); row++) {
    for (let column = sheet.left; column < rightOf(sheet); column++) {
      const { value } = cellAt(sheet, row, column);
      if (typeof value !== "string" || value.length > 200 || ![...value].some((letter) => SYMBOLS.includes(letter))) continue;
      const text = plainSpaces(value).trim();
      if ([...text].length === 1) {
        const beside = cellAt(sheet, row, column + 1).value;
        const isAlone = row === sheet.top || cellAt(sheet, row, column - 1).value === "";
        if (isAlone && typeof beside === "string" && /^[=:–-]?\s*\p{L}[\p{L} ]{2,24}$/u.test(beside.trim()) && cellAt(sheet, row, column + 2).value === "") {
          add(text, beside.replace(/^[\s=:–-]+/u, "").trim());
        }
        continue;
      }
      const standsAlone = cellAt(sheet, row, column - 1).value === "" && cellAt(sheet, row, column + 1).value === "";
      for (const part of text.split(/[,;\n]|\s{2,}/u)) {
        const [, symbol, word] = /^\s*(\S+?)\s*[=:–-]?\s*(\p{L}[\p{L} ]{2,24}?)\s*\.?$/u.exec(part) ?? [];
        if (symbol !== undefined && word !== undefined && [...symbol].length === 1 && SYMBOLS.includes(symbol) && (standsAlone || /[=:,;]|\s{2}/u.test(text))) add(symbol, word);
      }
    }
  }
  return new Map([...found].flatMap(([symbol, words]) => {
    const distinct = new Map([...words].map((word) => [folded(word), word]));
    const [only] = distinct.values();
    return only !== undefined && distinct.size === 1 ? [[symbol, only] as const] : [];
  }));
}
