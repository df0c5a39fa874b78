import type { CellInput } from "../../registers/cell.js";
import type { Finding } from "../../registers/finding.js";
import { overwrittenIn } from "../../registers/reading/calculatedColumns.js";
import { registers } from "../../registers/registers.js";
import { formatPercentSv } from "../../registers/values/formatting.js";
import { periodKey } from "../../registers/values/period.js";
import { foundIn } from "../foundIn.js";
import { TOLERANCE } from "../measures/comparison.js";
import { measureResult } from "../measures/measureResults.js";
import type { MeasureResult } from "../measures/results.js";
import { ruleFinding } from "../messages.js";
import { inUtfall, type CheckContext } from "./context.js";

/** The calculated columns that are compared, in the order that they are told in. */
const CALCULATED = ["maluppfyllelse", "status", "trend", "periodnyckel"] as const;
type CalculatedColumn = (typeof CALCULATED)[number];

/**
 * What the sheet computes is what the rules say, so that nobody reads another figure there than in the report: a formula that somebody changed in one row
 * is seen by its value. Cells that show nothing are no matter: a formula leaves a row empty that has text for a number. At most one finding per row, and
 * none of the columns that the reader has found overwritten. Source: model.md, Måluppfyllelse.
 */
export function calculatedValuesAgree(context: CheckContext): Finding[] {
  const { contents, outcomes } = context;
  return foundIn(contents.utfall?.rows ?? [], (row) => {
    const measure = outcomes.measureOf(row);
    if (measure === undefined) return undefined;
    const result = measureResult(context, measure, row, outcomes.unitOf(row), row.values.period);
    const wrong = CALCULATED.find((column) => {
      const value = row.cells[column]?.value ?? "";
      return value !== "" && !isCounted(column, value, result);
    });
    const cell = wrong === undefined ? undefined : row.cells[wrong];
    if (wrong === undefined || cell === undefined || overwrittenIn(row.cells["skrivetForHand"]?.value).length > 0) return undefined;
    const { header, formula = "" } = registers.utfall.columns[wrong];
    const place = inUtfall(context, row, wrong);
    const shown = typeof cell.value === "number" ? formatPercentSv(Number(cell.value.toPrecision(6))) : String(cell.value);
    const fix = place.at === undefined ? undefined : { cells: [{ at: place.at, value: formula }] };
    return ruleFinding("utfall.annat-varde", { header, shown, counted: countedText(wrong, result) }, { ...place, fix });
  });
}

/** Whether a cell of the column shows what the rules count. */
function isCounted(column: CalculatedColumn, shown: CellInput["value"], { attainment, status, trend, period }: MeasureResult): boolean {
  switch (column) {
    case "maluppfyllelse":
      return typeof shown === "number" && attainment.value !== null && Math.abs(shown - attainment.value) < TOLERANCE * (1 + Math.abs(attainment.value));
    case "status":
      return shown === (status ?? "");
    case "trend":
      // A formula does not find the earlier row of a unit that is written in another way there: then it says that it cannot compare.
      return shown === trend || shown === "Ej jämförbart";
    case "periodnyckel":
      // The id may have spaces, and the unit be a name, that the formulas do not see through: of the key only the period is looked at.
      return typeof shown === "string" && shown.startsWith(`${periodKey(period)}|`);
  }
}

/** What a cell of the column should show; empty where nothing. */
function countedText(column: CalculatedColumn, { attainment, status, trend, period }: MeasureResult): string {
  switch (column) {
    case "maluppfyllelse":
      return attainment.value === null ? "" : formatPercentSv(Number(attainment.value.toPrecision(6)));
    case "status":
      return status ?? "";
    case "trend":
      return trend;
    case "periodnyckel":
      return `${periodKey(period)}|…`;
  }
}
