import type { RegisterRow } from "../../registers/register.js";
import type { Registers } from "../../registers/registers.js";
import type { Period } from "../../registers/values/period.js";

/** Status of a measure, always computed (model.md, Måluppfyllelse). */
export type MeasureStatus = "Uppnått" | "Delvis uppnått" | "Ej uppnått" | "Ej mätt" | "Mål saknas" | "Följs";
export type Trend = "Bättre" | "Oförändrat" | "Sämre" | "Ej jämförbart";

/**
 * A value in the measure's own unit, ready to compare: percentages are fractions. `display` keeps how many decimals were typed
 * and which unit word follows, so that a report prints what the unit wrote.
 */
export interface Amount {
  readonly value: number;
  readonly percent: boolean;
  readonly decimals: number;
  /** "procentenheter", "tkr" …; null for % and for plain counts. */
  readonly unit: string | null;
}

/** What an outcome or target cell means, given its measure. */
export type Meaning =
  | { readonly kind: "amount"; readonly amount: Amount }
  | { readonly kind: "interval"; readonly from: Amount; readonly to: Amount }
  | { readonly kind: "yesNo"; readonly value: boolean }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "missing" }
  /** Typed, but cannot be given one meaning: never guessed at. `ruleId` names the finding. */
  | { readonly kind: "unclear"; readonly ruleId: string };

/** One measure, one unit, one period: all that a report prints about it. */
export interface MeasureResult {
  readonly measure: RegisterRow<Registers["matt"]>;
  /** The row the outcome was read from; undefined when the unit has none for the period. */
  readonly source: RegisterRow<Registers["utfall"]> | undefined;
  readonly unit: string | null;
  readonly period: Period;
  readonly outcome: Meaning;
  readonly target: Meaning;
  /** `null` where outcome or target is unclear: no status, never a guess. A finding says why. */
  readonly status: MeasureStatus | null;
  /** Fraction, uncapped; or empty with the reason in Swedish. */
  readonly attainment: { readonly value: number } | { readonly value: null; readonly reason: string };
  readonly trend: Trend;
  /** What the trend was seen against. */
  readonly comparedWith: { readonly period: Period | null; readonly outcome: Meaning } | undefined;
  readonly comment: string | null;
  /** What units below have reported, where the measure's Sammanvägning puts it together. */
  readonly rolledUp: RolledUp | undefined;
}

/** How the outcomes of several units are put together to one. */
export type WayOfRollUp = "Summa" | "Medel" | "Största" | "Minsta";

/** The outcomes of several units put together. */
export interface RolledUp {
  readonly way: WayOfRollUp;
  /** Whether the result's outcome is this one; else the unit has one of its own, which it reports. */
  readonly isReported: boolean;
  /** Missing where no unit has an outcome. */
  readonly outcome: Meaning;
  /** Missing unless every unit that is counted has given it. */
  readonly women: Meaning;
  readonly men: Meaning;
  /** Each unit that is counted, in the order of Enheter, and each that should have been and has no outcome. */
  readonly counted: readonly MeasureResult[];
  readonly missing: readonly MeasureResult[];
}

/** Counts of a goal's measures, and the word they propose. */
export interface GoalResult {
  readonly goal: RegisterRow<Registers["mal"]>;
  /** In report order. Only the goal's own measures, not those of goals below it. */
  readonly measures: readonly MeasureResult[];
  readonly counts: Readonly<Record<MeasureStatus, number>>;
  /** Weighted mean of the attainments that exist, as a fraction; undefined when none does. */
  readonly mean: number | undefined;
  readonly proposed: "Uppnått" | "Delvis uppnått" | "Ej uppnått" | "Ej bedömt";
}
