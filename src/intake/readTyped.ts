import type { CellAddress, CellInput } from "../registers/cell.js";
import { QUALITY_INITIATIVE, statusWritings } from "../registers/definitions/statusAliases.js";
import type { Finding } from "../registers/finding.js";
import { readCell } from "../registers/reading/cells.js";
import { registers } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { formatPercentSv } from "../registers/values/formatting.js";
import { parseLead, type FindUnit } from "../registers/values/lead.js";
import { isDateFormat } from "../registers/values/numberFormat.js";
import { asFraction } from "../registers/values/number.js";
import { periodLabel, type PeriodReading } from "../registers/values/period.js";
import { parseQuantity, type Quantity } from "../registers/values/quantity.js";
import { folded, isBlank, typedText } from "../registers/values/reading.js";
import { parseStatus } from "../registers/values/status.js";
import { periodIn, unitWord } from "./headerParts.js";
import type { Candidate } from "./headerWords.js";
import { intakeFinding } from "./messages.js";
import { withoutEnding } from "./withoutEnding.js";

/** What reading one cell of a sheet needs to know of the rest of it. */
export interface CellContext {
  readonly periods: PeriodReading;
  readonly year: number | undefined;
  readonly findUnit: FindUnit;
  readonly legend: ReadonlyMap<string, string>;
  /** The scale of statuses: the key of the register that the rows are of, or that of quality initiatives. */
  readonly scale: string;
}

/** What one cell became, and what it said besides: others that take part, beside who leads. */
export interface TypedValue {
  readonly value: ColumnValue | null;
  readonly others?: readonly string[];
  readonly findings: readonly Finding[];
}

/** Reads one cell as a column's kind, in its sheet. Whatever is not plainly that kind of value becomes `null` with a finding; a quantity is read by `readAmount`. */
export function readTyped({ register, key, column }: Candidate, cell: CellInput, at: CellAddress, context: CellContext): TypedValue {
  const { table } = registers[register];
  if (isBlank(cell)) return { value: null, findings: [] };
  if (cell.type !== "Error") {
    if (register === "uppfoljning" && key === "status") return readStatus(cell, at, context);
    if (column.kind === "unit") return readUnit(table, column.header, cell, at, context);
    if (column.kind === "list" && column.refersTo === "enheter") return readUnits(table, column.header, cell, at, context);
    if (column.kind === "period") {
      const period = typeof cell.value === "number" && isDateFormat(cell.numberFormat) ? undefined : periodIn(typedText(cell), context.periods, undefined);
      const withYear = period === "lacksYear" ? periodIn(typedText(cell), context.periods, context.year) : undefined;
      if (withYear !== undefined && withYear !== "lacksYear") {
        return { value: withYear, findings: [intakeFinding("inlasning.period-utan-ar", { typed: typedText(cell), printed: periodLabel(withYear) }, table, at, column.header)] };
      }
    }
    if (key === "mattenhet") {
      const word = unitWord(typedText(cell));
      if (word !== undefined) return { value: word, findings: [] };
    }
  }
  const meant = context.legend.get(typedText(cell));
  if (column.kind === "choice" && meant !== undefined) {
    const { value, findings } = readCell(column, { ...cell, value: meant, type: "String" }, { register: table, at }, context.periods, false);
    const told = typeof value === "string" ? [intakeFinding("inlasning.tecken", { typed: typedText(cell), word: value, byLegend: true }, table, at, column.header)] : findings;
    return { value, findings: told };
  }
  // What Excel made a date of in a cell for text is not what was typed.
  const isDate = column.kind === "text" && typeof cell.value === "number" && isDateFormat(cell.numberFormat);
  const { value, findings } = readCell(column, cell, { register: table, at }, context.periods, false);
  // Codes and ids are typed anyhow in other sheets; only here are they put right silently.
  const kept = findings.filter(({ ruleId }) => !ruleId.startsWith("id."));
  return { value: isDate && column.numberFormat === "@" ? null : value, findings: kept };
}

const status = registers.uppfoljning.columns.status;

function readStatus(cell: CellInput, at: CellAddress, { legend, scale }: CellContext): TypedValue {
  const { table } = registers.uppfoljning;
  if (cell.value === false) return { value: null, findings: [] };
  const writing = statusWritings[scale];
  const typed = typedText(cell);
  const meant = legend.get(typed);
  if (writing === undefined) {
    const { value, findings } = readCell(status, cell, { register: table, at }, { rapportering: "år", delarTill: "juni" }, false);
    return { value, findings };
  }
  const reading = parseStatus(meant === undefined ? cell : { ...cell, value: meant, type: "String" }, writing);
  if (reading?.kind === "read") {
    const isOther = meant !== undefined || reading.corrected;
    return { value: reading.value, findings: isOther ? [intakeFinding("inlasning.tecken", { typed, word: reading.value, byLegend: meant !== undefined }, table, at, status.header)] : [] };
  }
  return { value: null, findings: [intakeFinding("inlasning.ej-i-listan", { header: status.header, typed }, table, at, status.header)] };
}

/** Scale of the follow-ups of goals at a level: quality initiatives are followed up as activities are. */
export function scaleOf(primary: string, level: ColumnValue | null | undefined): string {
  return primary === "mal" && level === "Kvalitetsinsats" ? QUALITY_INITIATIVE : primary;
}

function readUnit(table: string, header: string, cell: CellInput, at: CellAddress, { findUnit }: CellContext): TypedValue {
  const typed = withoutEnding(typedText(cell)).replace(/^\(([^()]*)\)$/u, "$1");
  const code = findUnit(typed);
  if (code !== undefined) return { value: code, findings: [] };
  const lead = parseLead(typed, findUnit);
  if (lead === undefined) return { value: null, findings: [intakeFinding("inlasning.enhet-okand", { typed }, table, at, header)] };
  const others = lead.kind === "lead" ? lead.others : lead.units;
  const leader = lead.kind === "lead" ? lead.lead : undefined;
  if (leader !== undefined && others.length === 0) return { value: leader, findings: [] };
  return { value: leader ?? null, others, findings: [intakeFinding("inlasning.ansvariga", { typed, lead: leader, others }, table, at, header)] };
}

function readUnits(table: string, header: string, cell: CellInput, at: CellAddress, { findUnit }: CellContext): TypedValue {
  const typed = typedText(cell);
  const lead = parseLead(typed, findUnit);
  if (lead !== undefined) return { value: lead.kind === "lead" ? [lead.lead, ...lead.others] : [...lead.units], findings: [] };
  return { value: null, findings: [intakeFinding("inlasning.enhet-okand", { typed }, table, at, header)] };
}

/** An outcome or target in its measure's unit, with what a target's words say besides. */
export interface Amount {
  readonly value: Quantity | null;
  readonly direction?: "Öka" | "Minska" | "Inom intervall";
  readonly upper?: Quantity;
  readonly findings: readonly Finding[];
}

/** A target without a number, that only says which way: "Ska öka", "Sjunkande". */
const ONLY_DIRECTION: readonly (readonly [RegExp, "Öka" | "Minska"])[] = [
  [/^(?:ska(?:ll)? )?(?:öka|öka[rs]|ökande|ökning|höja|höjs|höjas|stiga|stigande|uppåt|↑|↗|högre)$/u, "Öka"],
  [/^(?:ska(?:ll)? )?(?:minska|minska[rs]|minskande|minskning|sänka|sänks|sänkas|sjunka|sjunkande|nedåt|↓|↘|lägre)$/u, "Minska"],
];

/** What a cell says by itself of the unit it is in, as a word of Måttenhet; `undefined` when nothing. */
export function unitInCell(cell: CellInput): string | undefined {
  const quantity = parseQuantity(asShown(cell));
  if (quantity === null || quantity.kind === "unreadable" || quantity.kind === "notMeasured") return undefined;
  if (quantity.kind === "yesNo") return "Ja/Nej";
  return quantity.percent !== "none" ? "%" : quantity.unit === null ? undefined : (unitWord(quantity.unit) ?? quantity.unit);
}

/** A number whose format writes a unit after it ("0.0\" %\"") is what it shows: 5,5 % and not 5,5. */
function asShown(cell: CellInput): CellInput {
  if (typeof cell.value !== "number") return cell;
  const literal = /(?:"\s*([^"]+?)\s*"|\\ ?(%))\s*(?:;|$)/u.exec(cell.numberFormat);
  const word = literal?.[1] ?? literal?.[2];
  return word === undefined || unitWord(word) === undefined ? cell : { ...cell, value: `${String(cell.value).replace(".", ",")} ${word}`, type: "String" };
}

/**
 * Reads an outcome, target or start value of a measure counted in `unit`. In a percent measure a bare number beyond ±1 is percent; nearer zero it may be either, and is
 * not read. A number in another unit is not read. A bound belongs to a target only, where it is the direction.
 */
export function readAmount(candidate: Candidate, role: "target" | "outcome", cell: CellInput, at: CellAddress, unit: string | null): Amount {
  const { table } = registers[candidate.register];
  const { header } = candidate.column;
  if (isBlank(cell)) return { value: null, findings: [] };
  const [, way] = (role === "target" && cell.type === "String" && ONLY_DIRECTION.find(([words]) => words.test(folded(typedText(cell)).replace(/\.$/u, "")))) || [];
  if (way !== undefined) return { value: null, direction: way, findings: [intakeFinding("inlasning.riktning-ur-text", { typed: typedText(cell), direction: way }, table, at, header)] };
  const shown = asShown(cell);
  const { value: read, findings } = readCell(candidate.column, shown, { register: table, at }, { rapportering: "år", delarTill: "juni" }, false);
  if (read === null || typeof read !== "object" || !("kind" in read)) return { value: null, findings };
  const quantity: Quantity | null = read.kind === "number" || read.kind === "interval" || read.kind === "yesNo" || read.kind === "notMeasured" ? read : null;
  const typed = typedText(cell);
  const say = (finding: Finding): Amount => ({ value: null, findings: [...findings, finding] });
  if (quantity === null) return { value: null, findings };
  if (quantity.kind === "yesNo" || quantity.kind === "notMeasured") return { value: quantity, findings };
  const own = quantity.percent !== "none" ? "%" : quantity.unit === null ? null : (unitWord(quantity.unit) ?? quantity.unit);
  const isCount = unit === "antal" && (own === "personer" || own === "årsarbetare");
  if (own !== null && unit !== null && own !== unit && !isCount) return say(intakeFinding("inlasning.annan-sort", { typed, unit }, table, at, header));
  if (quantity.kind === "interval") {
    if (role === "outcome") return say(intakeFinding("inlasning.grans-i-utfall", { typed }, table, at, header));
    if (unit === "%" && quantity.percent === "none") return say(intakeFinding("inlasning.procent-tvetydig", { typed }, table, at, header));
    const bound = (value: number): Quantity => ({ kind: "number", value, percent: quantity.percent === "none" ? "none" : "format", bound: null, unit: null, fromText: false });
    return { value: bound(quantity.from), upper: bound(quantity.to), direction: "Inom intervall", findings: [...findings, intakeFinding("inlasning.riktning-ur-text", { typed, direction: "Inom intervall" }, table, at, header)] };
  }
  const isBare = unit === "%" && own === null;
  if (isBare && Math.abs(quantity.value) <= 1 && quantity.value !== 0) return say(intakeFinding("inlasning.procent-tvetydig", { typed }, table, at, header));
  const value = isBare ? asFraction(quantity.value) : quantity.value;
  const number: Quantity = { kind: "number", value, percent: own === "%" || isBare ? "format" : "none", bound: null, unit: null, fromText: false };
  const bareFinding = isBare ? [intakeFinding("inlasning.procent-utan-tecken", { typed, printed: formatPercentSv(value) }, table, at, header)] : [];
  if (quantity.bound === null) return { value: number, findings: [...findings, ...bareFinding] };
  if (role === "outcome") return say(intakeFinding("inlasning.grans-i-utfall", { typed }, table, at, header));
  const direction = quantity.bound === "minst" || quantity.bound === "över" ? "Öka" : "Minska";
  return { value: number, direction, findings: [...findings, ...bareFinding, intakeFinding("inlasning.riktning-ur-text", { typed, direction }, table, at, header)] };
}
