import { listed } from "../../registers/messages/wording.js";
import { comparePeriods, periodLabel } from "../../registers/values/period.js";
import { sameInPeriod, type Workbook } from "../../rules/measures/measureResults.js";
import type { Meaning, MeasureResult } from "../../rules/measures/results.js";
import type { ReportBlock, ReportCell, ReportChart, ReportTable } from "../document.js";
import { meaningCell, textCell } from "./measureCells.js";
import { measureNames } from "./measureTable.js";
import { printedText } from "./printedText.js";
import { inUnitOrder } from "./unitOrder.js";

/** Two points are told by the table; a line begins to say something with three. */
const FEWEST_OUTCOMES = 3;
/** Four years of tertials. */
const MOST_PERIODS = 12;

/** A chart over time of each measure that has been measured often enough, with the table that it draws. Nothing unless the setting asks for it. */
export function measureCharts(results: readonly MeasureResult[], workbook: Workbook): readonly ReportBlock[] {
  if (!workbook.settings.diagram) return [];
  const ordered = inUnitOrder(results, workbook);
  const nameOf = measureNames(ordered, workbook);
  const charts = ordered.flatMap((result, index) => overTime(result, `${result.measure.values.id}:${result.unit ?? index}`, nameOf({ ...result, rolledUp: undefined }), workbook));
  return charts.length === 0 ? [] : [{ kind: "heading", level: 1, text: "Diagram", id: "diagram" }, ...charts];
}

/** The outcomes of one kind of period up to the report's, each beside the target that held then. A figure that lacks units would draw a fall that never was, and is left out. */
function overTime(result: MeasureResult, id: string, name: string, workbook: Workbook): readonly ReportBlock[] {
  const periods = workbook.outcomes.periodsOf(result.measure.values.id).filter((each) => each.kind === result.period.kind && comparePeriods(each, result.period) <= 0);
  const points = periods.slice(-MOST_PERIODS).map((period) => {
    const { outcome, target, rolledUp } = sameInPeriod(workbook, result, period);
    const isWhole = rolledUp === undefined || !rolledUp.isReported || rolledUp.missing.length === 0;
    return { label: periodLabel(period), outcome: isWhole ? outcome : missing, target, reason: isWhole ? "Inte mätt." : "Utfall saknas för någon enhet." };
  });
  const measured = points.filter(({ outcome }) => outcome.kind === "amount");
  if (measured.length < FEWEST_OUTCOMES || points.some(({ outcome }) => outcome.kind !== "amount" && outcome.kind !== "missing")) return [];
  const hasTarget = points.some(({ target }) => target.kind === "amount") && points.every(({ target }) => target.kind === "amount" || target.kind === "missing");
  const table: ReportTable = {
    kind: "table",
    id: `over-tid:${id}`,
    caption: name,
    columns: [
      { key: "period", header: "Period", align: "left", gridColumn: 0 },
      { key: "utfall", header: "Utfall", align: "right", gridColumn: 1 },
      ...(hasTarget ? [{ key: "malvarde", header: "Målvärde", align: "right", gridColumn: 2 } as const] : []),
    ],
    rows: points.map(({ label, outcome, target, reason }): readonly ReportCell[] => [
      textCell(label), meaningCell(outcome, reason), ...(hasTarget ? [meaningCell(target, "Målvärde saknas.")] : []),
    ]),
  };
  const chart: ReportChart = {
    kind: "chart", id: `diagram:${id}`, title: name, type: "line", table: table.id, categories: "period",
    altText: inWords(measured, hasTarget),
    series: [{ column: "utfall" }, ...(hasTarget ? [{ column: "malvarde" }] : [])],
    ...axisTitle(result),
  };
  return [table, chart];
}

/** What the axis counts, where its numbers do not say it. */
function axisTitle({ measure: { values: { mattenhet } } }: MeasureResult): Pick<ReportChart, "valueTitle"> {
  return mattenhet === null || mattenhet === "%" || mattenhet === "text" || mattenhet === "Ja/Nej" ? {} : { valueTitle: mattenhet };
}

const missing: Meaning = { kind: "missing" };

/** "Utfallet var 85 % 2022, 87 % 2023 och 89 % 2024. Målvärdet är 90 % för 2024." */
function inWords(measured: readonly { readonly label: string; readonly outcome: Meaning; readonly target: Meaning }[], hasTarget: boolean): string {
  const told = listed(measured.map(({ label, outcome }) => `${printed(outcome)} ${label}`), "och");
  const last = measured.at(-1);
  const target = last === undefined || !hasTarget ? "" : printed(last.target);
  return `Utfallet var ${told}.${target === "" ? "" : ` Målvärdet är ${target} för ${last?.label ?? ""}.`}`;
}

function printed(meaning: Meaning): string {
  return printedText(meaningCell(meaning, ""));
}
