import type { CellInput } from "../cell.js";
import { asFraction, parseNumberText } from "./number.js";
import { isDateFormat, isPercentFormat } from "./numberFormat.js";
import { folded, isBlank, typedText, unreadable, type Unreadable } from "./reading.js";

/**
 * An outcome or a target as people type it. The number is as Excel stores it: a percentage is a fraction (5,5 % = 0.055)
 * when `percent` says so; otherwise the bare number, whose meaning depends on the measure's unit.
 */
export type Quantity =
  | {
      readonly kind: "number";
      readonly value: number;
      /** "sign": a % sign or the word procent was typed; "format": the cell has a percent format; "none": a bare number. */
      readonly percent: "sign" | "format" | "none";
      /** "minst", "högst", "över", "under" when the text says so ("Minst 75 %", "Max 13,2", ">100", "<14 %"). */
      readonly bound: "minst" | "högst" | "över" | "under" | null;
      /** The unit word that was typed after the number ("tkr", "mnkr", "dagar"), lower case, or null. */
      readonly unit: string | null;
      /** True when a text stood where a number belongs (a finding whose fix writes the number). */
      readonly fromText: boolean;
    }
  | { readonly kind: "interval"; readonly from: number; readonly to: number; readonly percent: "sign" | "format" | "none"; readonly unit: string | null }
  | { readonly kind: "yesNo"; readonly value: boolean }
  /** "Ej mätt", "-", "..": somebody says that there is no value. */
  | { readonly kind: "notMeasured"; readonly typed: string };

type Numeric = Extract<Quantity, { readonly kind: "number" }>;
type Bound = NonNullable<Numeric["bound"]>;

/** Words and signs before a number that make it a limit. Longest first, so that "mer än" is not read as a unit. */
const BOUNDS: readonly (readonly [pattern: RegExp, bound: Bound])[] = [
  [/^(?:minst|lägst|minimum|min\.?|≥|>=)/u, "minst"],
  [/^(?:högst|maximalt|maximum|max\.?|≤|<=)/u, "högst"],
  [/^(?:över|mer än|fler än|högre än|>)/u, "över"],
  [/^(?:under|mindre än|färre än|lägre än|<)/u, "under"],
];

/** Unit words that may follow a number, and the word each stands for. Other words make the text unreadable: "3 av 4" is not 3. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ...named("tkr", ["tkr", "kkr", "tsek", "tusen kronor", "tusen kr"]),
  ...named("mnkr", ["mnkr", "mkr", "msek", "mn kr", "milj kr", "milj. kr", "miljoner kr", "miljoner kronor"]),
  ...named("mdkr", ["mdkr", "mdr kr", "miljarder kr", "miljarder kronor"]),
  ...named("kr", ["kr", "kronor", "sek", ":-"]),
  ...named("procentenheter", ["procentenheter", "procentenhet", "%-enheter", "%-enhet"]),
  ...named("antal", ["antal", "st", "stycken", "stycket"]),
  ...named("index", ["index", "nki"]),
  ...named("dagar", ["dagar", "dag", "dgr"]),
  ...named("timmar", ["timmar", "timme", "tim"]),
  ...named("minuter", ["minuter", "minut", "min"]),
  ...named("veckor", ["veckor", "vecka"]),
  ...named("månader", ["månader", "månad", "mån"]),
  ...named("år", ["år"]),
  ...named("poäng", ["poäng"]),
  ...named("personer", ["personer", "person"]),
  ...named("årsarbetare", ["årsarbetare", "årsarbeten", "åa"]),
]);

function named(unit: string, words: readonly string[]): (readonly [string, string])[] {
  return words.map((word) => [word, unit] as const);
}

/** How people say that a value was not measured. A cell with one of these is answered, not empty. */
const NOT_MEASURED: ReadonlySet<string> = new Set([
  "-", "--", "---", "–", "––", "—", "−", ".", "..", "...", "…", "ej mätt", "ej mätbart", "ej mätbar", "ej uppmätt", "mäts ej", "inte mätt",
  "ej mätning", "ingen mätning", "ej tillgängligt", "ej tillgänglig", "uppgift saknas", "saknas", "i.u.", "n/a",
]);

/**
 * Reads an outcome or a target. A number cell keeps its value ("format" when the cell shows percent); text is read by the strict
 * grammar `[bound] number [– number] [%|procent|unit]`, and "samtliga" is 100 %. Returns `null` for an empty cell. Never throws, and never gives a
 * number for a text without digits other than "samtliga" and "alla".
 */
export function parseQuantity(cell: CellInput): Quantity | Unreadable | null {
  if (isBlank(cell)) return null;
  if (cell.type === "Error") return unreadable(cell, "error");
  if (typeof cell.value === "boolean") return { kind: "yesNo", value: cell.value };
  if (typeof cell.value === "number") {
    if (isDateFormat(cell.numberFormat)) return unreadable(cell, "date");
    const percent = isPercentFormat(cell.numberFormat) ? "format" : "none";
    return { kind: "number", value: cell.value, percent, bound: null, unit: null, fromText: false };
  }

  const typed = typedText(cell);
  const text = folded(typed);
  if (NOT_MEASURED.has(text)) return { kind: "notMeasured", typed };
  const word = text.replace(/[.!]+$/u, "");
  if (NOT_MEASURED.has(word)) return { kind: "notMeasured", typed };
  if (word === "ja" || word === "nej") return { kind: "yesNo", value: word === "ja" };
  if (word === "samtliga" || word === "alla") return { kind: "number", value: 1, percent: "sign", bound: null, unit: null, fromText: true };

  const { bound, rest } = splitBound(text);
  const measured = splitUnit(rest);
  const finish = (value: number) => (measured.percent === "sign" ? asFraction(value) : value);

  const single = parseNumberText(measured.number);
  if (single.kind === "number") {
    return { kind: "number", value: finish(single.value), percent: measured.percent, bound, unit: measured.unit, fromText: true };
  }
  if (single.kind === "ambiguous") return unreadable(cell, "ambiguous");
  const ends = /^(\S.*?) ?(%|procent)? ?(?:-|–|—|till) ?([\d−].*)$/u.exec(measured.number);
  const halfPercent = ends?.[2] !== undefined && measured.percent === "none";
  if (ends === null || halfPercent || bound !== null) return unreadable(cell);
  const from = parseNumberText(ends[1] ?? "");
  const to = parseNumberText(ends[3] ?? "");
  if (from.kind !== "number" || to.kind !== "number") {
    return unreadable(cell, from.kind === "ambiguous" || to.kind === "ambiguous" ? "ambiguous" : "form");
  }
  if (from.value > to.value) return unreadable(cell, "range");
  return { kind: "interval", from: finish(from.value), to: finish(to.value), percent: measured.percent, unit: measured.unit };
}

function splitBound(text: string): { bound: Bound | null; rest: string } {
  for (const [pattern, bound] of BOUNDS) {
    const found = pattern.exec(text);
    const rest = found === null ? "" : text.slice(found[0].length);
    // "minst75" is not a word with a number after it, nor does "minst-75" say less than nothing; ">75" and ">-75" do.
    if (found !== null && (rest.startsWith(" ") || (/[<>=≥≤.]$/u.test(found[0]) && /^[\d−–-]/u.test(rest)))) {
      return { bound, rest: rest.trim() };
    }
  }
  return { bound: null, rest: text };
}

function splitUnit(text: string): { number: string; percent: "sign" | "none"; unit: string | null } {
  const before = /^(index|nki) (.*)$/u.exec(text);
  if (before !== null) return { number: before[2] ?? "", percent: "none", unit: "index" };
  const parts = /^(.*\d)(?: ?)([^\d]*)$/u.exec(text);
  const number = parts?.[1];
  const tail = (parts?.[2] ?? "").trim();
  if (number === undefined || tail === "") return { number: text, percent: "none", unit: null };
  const word = tail.replace(/\.$/u, "");
  if (word === "%" || word === "procent") return { number, percent: "sign", unit: null };
  const unit = UNITS.get(tail) ?? UNITS.get(word);
  return unit === undefined ? { number: text, percent: "none", unit: null } : { number, percent: "none", unit };
}
