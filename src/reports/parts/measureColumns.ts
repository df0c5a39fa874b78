import { asPercentage } from "../../registers/values/formatting.js";
import { periodLabel, samePeriod, samePeriodLastYear, type Period } from "../../registers/values/period.js";
import { sameInPeriod, type Workbook } from "../../rules/measures/measureResults.js";
import type { Amount, Meaning, MeasureResult } from "../../rules/measures/results.js";
import { womenAndMenOf } from "../../rules/measures/womenAndMen.js";
import type { ReportCell, ReportColumn } from "../document.js";
import { yearsBefore } from "./earlierYears.js";
import { attainmentCell, meaningCell, statusCell, textCell } from "./measureCells.js";
import { printedText } from "./printedText.js";

/** A column of a measure table, and what each measure has in it. */
interface MeasureColumn {
  readonly key: string;
  readonly header: string;
  readonly align: ReportColumn["align"];
  /** In characters; each holds its widest header or word. */
  readonly width: number;
  readonly cellOf: (result: MeasureResult) => ReportCell;
}

/** The columns after the measure's name, the same in every measure table of a report so that they line up, and where other tables stand among them. */
export interface MeasureColumns {
  readonly columns: readonly MeasureColumn[];
  /** Earlier years that have a column, the earliest first. */
  readonly earlier: readonly Period[];
  /** Widths of the whole grid, the measure's name included. */
  readonly grid: readonly number[];
  /** Which column of the grid a key stands in. */
  readonly at: (key: "malvarde" | "maluppfyllelse" | "status" | "trend" | "kommentar") => number;
}

/** Width of the name and of the comment: together with the figures they fit A4 landscape, at some 70 % without further columns. */
const NAME = { alone: 56, besideMore: 50 } as const;
const COMMENT = { alone: 46, besideMore: 36 } as const;

/**
 * The columns that these results call for. Earlier years, as many as the setting says, stand before the outcome, those that some measure was measured in; women and men after it, where
 * some measure has them. A column that would say what an earlier year's says already is left out.
 */
export function measureColumns(workbook: Workbook, results: readonly MeasureResult[], period: Period): MeasureColumns {
  const { tidigareAr, tak100, trendMot } = workbook.settings;
  const all = withParts(results);
  const outcomeIn = (year: Period) => (result: MeasureResult) => meaningCell(sameInPeriod(workbook, result, year).outcome, "Inte mätt.");
  const earlier = yearsBefore(period, tidigareAr).filter((year) => all.some((result) => isPrinted(outcomeIn(year)(result))));
  const hasWomenAndMen = all.map(womenAndMenOf).some(({ women, men }) => [women, men].some((meaning) => isPrinted(meaningCell(meaning, ""))));
  const saysLastYear = trendMot === "samma period förra året" && earlier.some((year) => samePeriod(year, samePeriodLastYear(period)));
  const columns: readonly MeasureColumn[] = [
    ...earlier.map((year) => figure(`utfall:${periodLabel(year)}`, `Utfall ${periodLabel(year)}`, 13, outcomeIn(year))),
    figure("utfall", earlier.length === 0 ? "Utfall" : `Utfall ${periodLabel(period)}`, 12, ({ outcome }) => meaningCell(outcome, "Utfall saknas för perioden.")),
    ...(hasWomenAndMen ? womenAndMenColumns : []),
    figure("malvarde", "Målvärde", 13, ({ target, measure }) => meaningCell(target, measure.values.riktning === "Följs" ? "Måttet följs utan målvärde." : "Målvärde saknas.")),
    figure("maluppfyllelse", "Måluppfyllelse", 18, (result) => attainmentCell(result, tak100)),
    words("status", "Status", 17, statusCell),
    words("trend", "Trend", 15, ({ trend }) => textCell(trend)),
    ...(saysLastYear ? [] : [words("jamforelse", "Jämfört med", 16, comparisonCell)]),
  ];
  const isMore = earlier.length > 0 || hasWomenAndMen;
  const comment = words("kommentar", "Kommentar", isMore ? COMMENT.besideMore : COMMENT.alone, ({ comment: text }) => textCell(text));
  const shown = [...columns, comment];
  return {
    columns: shown,
    earlier,
    grid: [isMore ? NAME.besideMore : NAME.alone, ...shown.map(({ width }) => width)],
    at: (key) => 1 + shown.findIndex((column) => column.key === key),
  };
}

/** Each result, and after one that is put together those of the units in it. */
export function withParts(results: readonly MeasureResult[]): readonly MeasureResult[] {
  return results.flatMap((result) => [result, ...(result.rolledUp === undefined ? [] : [...result.rolledUp.counted, ...result.rolledUp.missing])]);
}

const figure = (key: string, header: string, width: number, cellOf: MeasureColumn["cellOf"]): MeasureColumn => ({ key, header, align: "right", width, cellOf });
const words = (key: string, header: string, width: number, cellOf: MeasureColumn["cellOf"]): MeasureColumn => ({ key, header, align: "left", width, cellOf });

const womenAndMenColumns: readonly MeasureColumn[] = [
  figure("kvinnor", "Kvinnor", 12, (result) => meaningCell(womenAndMenOf(result).women, "Utfall för kvinnor saknas.")),
  figure("man", "Män", 12, (result) => meaningCell(womenAndMenOf(result).men, "Utfall för män saknas.")),
  figure("skillnad", "Kvinnor − män", 17, (result) => gapCell(womenAndMenOf(result))),
];

/** How much more women have than men, in the measure's unit; of percentages in percentage points. It is counted from the figures as printed, so that a reader comes to the same. */
function gapCell({ women, men }: { readonly women: Meaning; readonly men: Meaning }): ReportCell {
  if (women.kind !== "amount" || men.kind !== "amount") return { kind: "empty", reason: "Utfall saknas för kvinnor eller män." };
  const { percent, unit } = women.amount;
  const decimals = Math.max(women.amount.decimals, men.amount.decimals);
  const value = Number((asPrinted(women.amount) - asPrinted(men.amount)).toFixed(decimals));
  const shownUnit = percent ? "%-enheter" : unit;
  return { kind: "number", value, decimals, ...(shownUnit === null ? {} : { unit: shownUnit }) };
}

function asPrinted({ value, percent, decimals }: Amount): number {
  return Number((percent ? asPercentage(value) : value).toFixed(decimals));
}

/** What the trend was seen against: "T1 2018: 14,2 %". */
function comparisonCell({ comparedWith }: MeasureResult): ReportCell {
  const earlier = comparedWith === undefined ? "" : printedText(meaningCell(comparedWith.outcome, ""));
  if (comparedWith === undefined || earlier === "") return { kind: "empty", reason: "Det finns inget tidigare utfall att jämföra med." };
  const when = comparedWith.period === null ? "Startvärde" : periodLabel(comparedWith.period);
  return textCell(`${when}: ${earlier}`);
}

function isPrinted(cell: ReportCell): boolean {
  return printedText(cell) !== "";
}
