import { periodLabel, type Period } from "../../registers/values/period.js";
import type { MeasureRow } from "../../rules/goals/goalTree.js";
import { measureResult, outcomeMeaning, unitOfRow, type Workbook } from "../../rules/measures/measureResults.js";
import type { Plan, PlanGoal } from "../../rules/goals/planGoals.js";
import type { ReportCell, ReportColumn, ReportTable } from "../document.js";
import { yearsBefore } from "../parts/earlierYears.js";
import { meaningCell, textCell } from "../parts/measureCells.js";
import { printedText } from "../parts/printedText.js";
import { goalText } from "./goalText.js";

/** How many earlier years a plan shows at most. */
const EARLIER_YEARS = 3;
/** The first of the columns beyond the grid's own. */
const FIRST_EXTRA = 4;

/** Which columns of figures the indicators of one plan have beside the target: the same in each table, so that they line up. */
export interface IndicatorColumns {
  readonly period: Period;
  readonly hasStart: boolean;
  /** Earlier years of which some indicator has an outcome, the earliest first. */
  readonly earlier: readonly Period[];
  /** How many columns they need beyond the grid's own. */
  readonly extra: number;
}

export function indicatorColumns(workbook: Workbook, { owners }: Plan, period: Period): IndicatorColumns {
  const measures = owners.flatMap(({ goals }) => goals.flatMap(measuresOf));
  const hasStart = measures.some((measure) => isPrinted(startCell(measure)));
  const earlier = yearsBefore(period, EARLIER_YEARS).filter((year) => measures.some((measure) => isPrinted(outcomeCell(workbook, measure, year))));
  return { period, hasStart, earlier, extra: earlier.length + (hasStart ? 1 : 0) };
}

/** The measures of a goal and then of its sub-goals. */
function measuresOf({ measures, subGoals }: PlanGoal): readonly MeasureRow[] {
  return [...measures, ...subGoals.flatMap((subGoal) => subGoal.measures)];
}

/**
 * A goal with its sub-goals and their indicators, a row each; what the row above says already is left out. Undefined for a goal that has neither. As printed in Norrköping,
 * where the indicators stand below the sub-goal in one cell; here they have their own, and the target with them.
 */
export function indicatorTable(workbook: Workbook, planGoal: PlanGoal, columns: IndicatorColumns): ReportTable | undefined {
  const { goal, subGoals, measures } = planGoal;
  if (subGoals.length === 0 && measures.length === 0) return undefined;
  const parts = [...(measures.length === 0 ? [] : [{ text: "", measures }]), ...subGoals.map((each) => ({ text: goalText(each.goal), measures: each.measures }))];
  const lines = parts.flatMap((part) => {
    const own: readonly (MeasureRow | undefined)[] = part.measures.length === 0 ? [undefined] : part.measures;
    return own.map((measure, index) => ({ text: index === 0 ? part.text : "", measure }));
  });
  const hasSubGoals = subGoals.length > 0;
  return {
    kind: "table",
    id: `indikatorer:${goal.values.id}`,
    columns: headers(columns, hasSubGoals),
    namedBy: hasSubGoals ? 2 : 1,
    rows: lines.map(({ text, measure }, index) => [
      textCell(index === 0 ? goalText(goal) : ""),
      ...(hasSubGoals ? [textCell(text)] : []),
      textCell(measure === undefined ? "Ingen indikator." : measure.values.matt),
      ...figures(workbook, measure, columns),
    ]),
  };
}

function headers({ hasStart, earlier }: IndicatorColumns, hasSubGoals: boolean): readonly ReportColumn[] {
  const extra = [...(hasStart ? ["Startvärde"] : []), ...earlier.map((year) => `Utfall ${periodLabel(year)}`)];
  return [
    { key: "mal", header: "Mål", align: "left", gridColumn: 0 },
    ...(hasSubGoals ? [{ key: "delmal", header: "Delmål", align: "left", gridColumn: 1 } as const] : []),
    { key: "indikator", header: "Indikator", align: "left", gridColumn: 2 },
    { key: "malvarde", header: "Målvärde", align: "right", gridColumn: 3 },
    ...extra.map((header, index): ReportColumn => ({ key: header, header, align: "right", gridColumn: FIRST_EXTRA + index })),
  ];
}

function figures(workbook: Workbook, measure: MeasureRow | undefined, { period, hasStart, earlier }: IndicatorColumns): readonly ReportCell[] {
  if (measure === undefined) return Array.from({ length: 1 + Number(hasStart) + earlier.length }, () => ({ kind: "empty" }));
  return [
    targetCell(workbook, measure, period),
    ...(hasStart ? [startCell(measure)] : []),
    ...earlier.map((year) => outcomeCell(workbook, measure, year)),
  ];
}

function targetCell(workbook: Workbook, measure: MeasureRow, period: Period): ReportCell {
  const missing = measure.values.riktning === "Följs" ? "Måttet följs utan målvärde." : "Målvärde saknas.";
  return meaningCell(ofOwner(workbook, measure, period).target, missing);
}

function startCell(measure: MeasureRow): ReportCell {
  const meaning = outcomeMeaning({ quantity: measure.values.startvarde, cell: measure.cells.startvarde }, unitOfRow(measure, undefined));
  return meaningCell(meaning, "Startvärde saknas.");
}

function outcomeCell(workbook: Workbook, measure: MeasureRow, period: Period): ReportCell {
  return meaningCell(ofOwner(workbook, measure, period).outcome, "Utfall saknas.");
}

/** The measure as its owner reports it or, where the owner has not, the first unit that has. */
function ofOwner(workbook: Workbook, measure: MeasureRow, period: Period) {
  const { tree, outcomes, units } = workbook;
  const owner = tree.ownerOfMeasure(measure);
  const { id } = measure.values;
  const reporters = [...outcomes.unitsWith(id, period)].sort((a, b) => Number(units.same(b, owner)) - Number(units.same(a, owner)) || units.byOrder(a, b));
  const unit = reporters.length === 0 ? owner : (reporters[0] ?? null);
  return measureResult(workbook, measure, outcomes.find(id, period, unit), unit, period);
}

function isPrinted(cell: ReportCell): boolean {
  return printedText(cell) !== "";
}
