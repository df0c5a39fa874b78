import type { MeasureRow } from "../goals/goalTree.js";
import { outcomeMeaning, unitOfRow } from "./measureResult.js";
import type { OutcomeRow } from "./outcomes.js";
import type { Meaning, MeasureResult } from "./results.js";

export interface WomenAndMen {
  readonly women: Meaning;
  readonly men: Meaning;
}

/** What a row of Utfall says of women and of men, counted in the measure's unit like the outcome of all. */
export function womenAndMen(measure: MeasureRow, source: OutcomeRow): WomenAndMen {
  const unit = unitOfRow(measure, source);
  const of = (key: "kvinnor" | "man") => outcomeMeaning({ quantity: source.values[key], cell: source.cells[key] }, unit);
  return { women: of("kvinnor"), men: of("man") };
}

/** The outcomes for women and men beside a result's own: put together where that is. */
export function womenAndMenOf({ measure, source, rolledUp }: MeasureResult): WomenAndMen {
  if (rolledUp?.isReported === true) return { women: rolledUp.women, men: rolledUp.men };
  return source === undefined ? { women: { kind: "missing" }, men: { kind: "missing" } } : womenAndMen(measure, source);
}
