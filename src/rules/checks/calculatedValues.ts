import type { CellInput } from "../../registers/cell.js";
import type { Finding } from "../../registers/finding.js";
import { overwrittenIn } from "../../registers/reading/calculatedColumns.js";
import { registers } from "../../registers/registers.js";
import { formatPercentSv } from "../../registers/values/formatting.js";
import { periodKey } from "../../registers/values/period.js";
import { TOLERANCE } from "../measures/comparison.js";
import { measureResult } from "../measures/measureResults.js";
import { ruleFinding } from "../messages.js";
import type { OutcomeRow } from "../measures/outcomes.js";
import { inUtfall, type CheckContext } from "./context.js";

type CalculatedColumn = "maluppfyllelse" | "status" | "trend" | "periodnyckel";

/** What a calculated cell should show, and whether what it shows is that. */
interface Counted {
  readonly column: CalculatedColumn;
  readonly text: () => string;
  readonly isShownBy: (cell: CellInput) => boolean;
}

/**
 * What the sheet computes is what the rules say, so that nobody reads another figure there than in the report: a formula that somebody changed in one row
 * is seen by its value. Cells that show nothing are no matter: a formula leaves a row empty that has text for a number. At most one finding per row, and
 * none of the columns that the reader has found overwritten. Source: model.md, Måluppfyllelse.
 */
export function calculatedValuesAgree(context: CheckContext): Finding[] {
  return (context.contents.utfall?.rows ?? []).flatMap((row) => {
    if (overwrittenIn(row.cells["skrivetForHand"]?.value).length > 0) return [];
    const cellOf = ({ column }: Counted) => row.cells[column];
    const isWrong = (counted: Counted) => {
      const cell = cellOf(counted);
      return cell !== undefined && cell.value !== "" && !counted.isShownBy(cell);
    };
    const wrong = countedFor(context, row).find(isWrong);
    const cell = wrong && cellOf(wrong);
    if (wrong === undefined || cell === undefined) return [];
    const { header, formula = "" } = registers.utfall.columns[wrong.column];
    const place = inUtfall(context, row, wrong.column);
    const shown = typeof cell.value === "number" ? formatPercentSv(Number(cell.value.toPrecision(6))) : String(cell.value);
    const fix = place.at === undefined ? undefined : { cells: [{ at: place.at, value: formula }] };
    return [ruleFinding("utfall.annat-varde", { header, shown, counted: wrong.text() }, { ...place, fix })];
  });
}

function countedFor(context: CheckContext, row: OutcomeRow): Counted[] {
  const measure = context.outcomes.measureOf(row);
  if (measure === undefined) return [];
  const result = measureResult(context, measure, row, context.outcomes.unitOf(row), row.values.period);
  const share = result.attainment.value;
  const key = String(periodKey(row.values.period));
  return [
    {
      column: "maluppfyllelse",
      text: () => (share === null ? "" : formatPercentSv(Number(share.toPrecision(6)))),
      isShownBy: ({ value }) => typeof value === "number" && share !== null && Math.abs(value - share) < TOLERANCE * (1 + Math.abs(share)),
    },
    { column: "status", text: () => result.status ?? "", isShownBy: ({ value }) => value === (result.status ?? "") },
    // A formula does not find the earlier row of a unit that is written in another way there: then it says that it cannot compare.
    { column: "trend", text: () => result.trend, isShownBy: ({ value }) => value === result.trend || value === "Ej jämförbart" },
    // The id may have spaces, and the unit be a name, that the formulas do not see through: of the key only the period is looked at.
    { column: "periodnyckel", text: () => `${key}|…`, isShownBy: ({ value }) => typeof value === "string" && value.startsWith(`${key}|`) },
  ];
}
