import { byReportOrder } from "../../rules/goals/goalTree.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import type { MeasureResult } from "../../rules/measures/results.js";

/**
 * Results with the measures in the order given, and the units that report one measure by Ordning in Enheter, then code: never by their rows' place on
 * the sheet.
 */
export function inUnitOrder(results: readonly MeasureResult[], { contents, units }: Workbook): readonly MeasureResult[] {
  const measures = new Map<MeasureResult["measure"], MeasureResult[]>();
  for (const result of results) {
    const same = measures.get(result.measure);
    if (same === undefined) measures.set(result.measure, [result]);
    else same.push(result);
  }
  const place = (unit: string | null) => {
    const known = contents.enheter?.rows.find(({ values }) => units.same(values.kod, unit))?.values;
    return { id: unit ?? "", ordning: known?.ordning ?? null };
  };
  return [...measures.values()].flatMap((same) => (same.length === 1 ? same : same.sort((a, b) => byReportOrder(place(a.unit), place(b.unit)))));
}
