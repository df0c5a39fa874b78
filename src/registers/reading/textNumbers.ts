import type { CellAddress, CellInput } from "../cell.js";
import type { Finding, ProposedFix } from "../finding.js";
import type { LocalText } from "../language.js";
import { finding } from "../messages.js";
import { numberNotes } from "../messages/numbers.js";
import { addressOf, type RegisterRow } from "../register.js";
import { registers, type Matt, type RegisterContents, type Registers } from "../registers.js";
import { formatNumberSv, formatPercentSv, formatWithUnitSv } from "../values/formatting.js";
import { parseQuantity, type Quantity } from "../values/quantity.js";
import { folded, isBlank, typedText } from "../values/reading.js";
import { amountFormat } from "../writing/cellFormats.js";
import type { Draft } from "./draft.js";

type Numeric = Extract<Quantity, { readonly kind: "number" }>;
type Interval = Extract<Quantity, { readonly kind: "interval" }>;

/** An outcome or target that is text, and where it stands. */
interface TextCell {
  readonly register: string;
  readonly header: string;
  readonly at: CellAddress;
  readonly typed: string;
  readonly role: "target" | "outcome";
  readonly measure: Matt | undefined;
  /** Where the upper bound belongs, when the register has a place for it and it is empty. */
  readonly upperBoundAt: CellAddress | undefined;
}

/**
 * Findings for outcomes and targets that are readable text where a number belongs: "5,5 %", "Minst 75 %", "85–90 %". The fix writes the number
 * where that loses nothing: a unit word is dropped only where the measure's Måttenhet says the same. A number in another unit, or
 * without % sign in a percent measure, is left to the rule that says what it means.
 */
export function textWhereNumbersBelong({ matt, utfall }: RegisterContents): Finding[] {
  const measures = new Map<string, RegisterRow<Registers["matt"]>>();
  const findings: Finding[] = [];

  const look = (quantity: Numeric | Interval, cell: CellInput | undefined, place: Omit<TextCell, "at" | "typed"> & { readonly at: CellAddress | undefined }): void => {
    const { at } = place;
    if (cell === undefined || at === undefined || place.measure?.mattenhet === "text") return;
    const found = textFinding(quantity, { ...place, at, typed: typedText(cell) });
    if (found !== undefined) findings.push(found);
  };

  for (const row of matt?.rows ?? []) {
    measures.set(folded(row.values.id), row);
    const measure = row.values;
    const upperBoundAt = measure.malvardeTill === null && matt !== undefined ? addressOf(matt, row, "malvardeTill") : undefined;
    for (const key of ["malvarde", "malvardeTill", "startvarde"] as const) {
      const quantity = measure[key];
      if (quantity === null || !isText(quantity)) continue;
      const role = key === "startvarde" ? "outcome" : "target";
      const at = matt === undefined ? undefined : addressOf(matt, row, key);
      const { header } = registers.matt.columns[key];
      look(quantity, row.cells[key], { register: "Matt", header, at, role, measure, upperBoundAt: key === "malvarde" ? upperBoundAt : undefined });
    }
  }
  for (const row of utfall?.rows ?? []) {
    for (const key of ["utfall", "kvinnor", "man", "malvarde"] as const) {
      const quantity = row.values[key];
      if (quantity === null || !isText(quantity)) continue;
      const measure = measures.get(folded(row.values.mattId))?.values;
      const at = utfall === undefined ? undefined : addressOf(utfall, row, key);
      const { header } = registers.utfall.columns[key];
      look(quantity, row.cells[key], { register: "Utfall", header, at, role: key === "malvarde" ? "target" : "outcome", measure, upperBoundAt: undefined });
    }
  }
  return findings;
}

/** The findings of outcomes that could not be read as numbers but need not be: their measure is told in words. */
export function outcomesInWords(measures: Draft | undefined, outcomes: Draft | undefined): ReadonlySet<Finding> {
  const inWords = new Set(measures?.rows.flatMap(({ values: { id, mattenhet } }) => (mattenhet === "text" && typeof id === "string" ? [folded(id)] : [])));
  if (inWords.size === 0 || outcomes === undefined) return new Set();
  const rows = new Set(outcomes.rows.flatMap(({ row, values: { mattId } }) => (typeof mattId === "string" && inWords.has(folded(mattId)) ? [row] : [])));
  const isQuantity = (header: string | undefined) => Object.values(outcomes.register.columns).some((column) => column.kind === "quantity" && column.header === header);
  return new Set(outcomes.findings.filter(({ ruleId, at, column }) => UNREADABLE.has(ruleId) && at !== undefined && rows.has(at.row) && isQuantity(column)));
}

const UNREADABLE: ReadonlySet<string> = new Set(["cell.olasbar", "cell.tvetydig", "cell.utanfor"]);

/** A number, or an interval, that was typed as text. */
function isText(quantity: Quantity): quantity is Numeric | Interval {
  return quantity.kind === "interval" || (quantity.kind === "number" && quantity.fromText);
}

function textFinding(quantity: Numeric | Interval, cell: TextCell): Finding | undefined {
  if (quantity.kind === "interval") return intervalFinding(quantity, cell);
  if (isLeftToTheMeasure(quantity, cell)) return undefined;
  const fix = keepsMeaning(quantity, cell) ? write([[cell.at, quantity.value]], quantity.percent === "sign") : undefined;
  return say(cell, numberText(quantity.value, quantity), notesOn(quantity, cell), fix);
}

/** What the unit makes doubtful is told once, by the rule that says what the value means in its measure, and with that rule's fix. */
function isLeftToTheMeasure(quantity: Numeric, cell: TextCell): boolean {
  return quantity.bound === null && (cell.measure?.mattenhet ?? null) !== null && !keepsMeaning(quantity, cell);
}

function intervalFinding(interval: Interval, cell: TextCell): Finding {
  const printed = `${numberText(interval.from, { percent: "none", unit: null }, interval.percent === "sign")}–${numberText(interval.to, interval)}`;
  if (cell.role === "outcome") return say(cell, printed, [numberNotes.outcomeIsNumber], undefined);
  if (cell.register !== "Matt") return say(cell, printed, [numberNotes.boundsBelongInMatt], undefined);
  const safe = cell.upperBoundAt !== undefined && cell.measure?.riktning === "Inom intervall" && keepsMeaning({ ...interval, bound: null }, cell);
  if (safe) {
    const fix = write([[cell.at, interval.from], [cell.upperBoundAt, interval.to]], interval.percent === "sign");
    return say(cell, printed, [numberNotes.boundsInTwoCells], fix);
  }
  return say(cell, printed, [numberNotes.boundsAndDirection], undefined);
}

/** True when the number alone says as much as the text did, given the measure. */
function keepsMeaning({ percent, unit, bound }: Pick<Numeric, "percent" | "unit" | "bound">, { role, measure }: TextCell): boolean {
  if (bound !== null && role === "outcome") return false;
  const measureUnit = measure?.mattenhet ?? null;
  if (unit !== null) return measureUnit !== null && sameUnit(unit, measureUnit);
  if (percent === "sign") return measureUnit === null || measureUnit === "%";
  return measureUnit !== "%";
}

/** "25 st", "25 personer" and "25" are the same in a measure that counts. */
function sameUnit(typed: string, measureUnit: string): boolean {
  return typed === measureUnit || (measureUnit === "antal" && (typed === "personer" || typed === "årsarbetare"));
}

function notesOn({ bound, unit }: Numeric, { role, measure }: TextCell): LocalText[] {
  if (bound !== null && role === "outcome") return [numberNotes.outcomeIsNumber];
  const notes: LocalText[] = [];
  const direction = bound === null ? undefined : directionOf(bound);
  if (measure !== undefined && direction !== undefined && measure.riktning !== direction) notes.push(numberNotes.directionDiffers(direction, measure.riktning));
  if (bound === "över" || bound === "under") notes.push(numberNotes.equalCounts);
  if (measure !== undefined && unit !== null && (measure.mattenhet === null || !sameUnit(unit, measure.mattenhet))) {
    notes.push(numberNotes.unitDiffers(unit, measure.mattenhet));
  }
  return notes;
}

function directionOf(bound: NonNullable<Numeric["bound"]>): "Öka" | "Minska" {
  return bound === "minst" || bound === "över" ? "Öka" : "Minska";
}

/** A measure whose Riktning is empty, while its target says which way: "Minst 75 %". The row itself is not usable until it is filled in. */
export function directionsInTargets(draft: Draft): Finding[] {
  const column = draft.columnAt["riktning"];
  if (column === undefined) return [];
  return draft.incomplete.flatMap(({ row, cells }) => {
    const target = cells["malvarde"];
    const quantity = target === undefined ? null : parseQuantity(target);
    const direction = cells["riktning"];
    if (direction === undefined || !isBlank(direction) || target === undefined || quantity?.kind !== "number" || quantity.bound === null) return [];
    const at = { sheet: draft.image.sheet, row, column };
    const meant = directionOf(quantity.bound);
    const fix = { cells: [{ at, value: meant }] };
    return [finding("matt.riktning-i-texten", { typed: typedText(target), direction: meant }, { register: "Matt", at, column: registers.matt.columns.riktning.header, fix })];
  });
}

function numberText(value: number, { percent, unit }: Pick<Numeric, "percent" | "unit">, bareOfPercent = false): string {
  if (bareOfPercent) return formatPercentSv(value).replace(/\s?%$/u, "");
  if (percent !== "none") return formatPercentSv(value);
  return unit === null || unit === "antal" ? formatNumberSv(value) : formatWithUnitSv(value, unit);
}

function write(cells: readonly (readonly [CellAddress, number])[], percent: boolean): ProposedFix {
  return { cells: cells.map(([at, value]) => ({ at, value, numberFormat: amountFormat(value, percent) })) };
}

function say({ register, header, at, typed }: TextCell, printed: string, notes: readonly LocalText[], fix: ProposedFix | undefined): Finding {
  return finding("cell.text-for-tal", { header, typed, printed, notes }, { register, at, column: header, fix });
}
