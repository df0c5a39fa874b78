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
