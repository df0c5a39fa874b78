import type { MeasureRow } from "./goalTree.js";
import { outcomeMeaning, unitOfRow } from "./measureResults.js";
import type { OutcomeRow } from "./outcomes.js";
import type { Meaning } from "./results.js";

/** What a row of Utfall says of women and of men, counted in the measure's unit like the outcome of all. */
export function womenAndMen(measure: MeasureRow, source: OutcomeRow): { readonly women: Meaning; readonly men: Meaning } {
  const unit = unitOfRow(measure, source);
  const of = (key: "kvinnor" | "man") => outcomeMeaning({ quantity: source.values[key], cell: source.cells[key] }, unit);
  return { women: of("kvinnor"), men: of("man") };
}
