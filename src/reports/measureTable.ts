import { periodLabel } from "../registers/values/period.js";
import type { Workbook } from "../rules/measureResults.js";
import type { MeasureResult } from "../rules/results.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportTable } from "./document.js";
import { attainmentCell, meaningCell, statusCell, textCell } from "./measureCells.js";
import { printedText } from "./printedText.js";

const columns: readonly ReportColumn[] = [
  { key: "matt", header: "Mått", align: "left", gridColumn: 0 },
  { key: "utfall", header: "Utfall", align: "right", gridColumn: 1 },
  { key: "malvarde", header: "Målvärde", align: "right", gridColumn: 2 },
  { key: "maluppfyllelse", header: "Måluppfyllelse", align: "right", gridColumn: 3 },
  { key: "status", header: "Status", align: "left", gridColumn: 4 },
  { key: "trend", header: "Trend", align: "left", gridColumn: 5 },
  { key: "kommentar", header: "Kommentar", align: "left", gridColumn: 6 },
];

/** The table of one goal's measures, a row each; a measure that several units report has a row for each unit, with its name. */
export function measureTable(id: string, results: readonly MeasureResult[], workbook: Workbook): ReportTable {
  const { tak100 } = workbook.settings;
  return {
    kind: "table",
    id,
    columns,
    rows: results.map((result): readonly ReportCell[] => [
      textCell(measureName(result, results, workbook)),
      meaningCell(result.outcome, "Utfall saknas för perioden."),
      meaningCell(result.target, result.measure.values.riktning === "Följs" ? "Måttet följs utan målvärde." : "Målvärde saknas."),
      attainmentCell(result, tak100),
      statusCell(result),
      textCell(result.trend),
      textCell(result.comment),
    ]),
  };
}

function measureName({ measure, unit }: MeasureResult, results: readonly MeasureResult[], { contents, units }: Workbook): string {
  const severalUnits = results.filter((other) => other.measure === measure).length > 1;
  if (!severalUnits || unit === null) return measure.values.matt;
  const name = contents.enheter?.rows.find(({ values }) => units.same(values.kod, unit))?.values.namn ?? unit;
  return `${measure.values.matt}, ${name}`;
}

/** What the cells cannot say: what a trend was seen against, and why a figure that a reader expects is not there. */
export function measureNotes(results: readonly MeasureResult[]): readonly ReportBlock[] {
  return results.flatMap((result) => [...comparison(result), ...missingFigure(result)]).map((text) => ({ kind: "note", text }));
}

function comparison({ measure, comparedWith, trend }: MeasureResult): readonly string[] {
  if (comparedWith === undefined || trend === "Ej jämförbart") return [];
  const earlier = printedText(meaningCell(comparedWith.outcome, ""));
  if (earlier === "") return [];
  const when = comparedWith.period === null ? "startvärdet" : periodLabel(comparedWith.period);
  return [`${measure.values.matt}: trenden jämför med ${when}, ${earlier}.`];
}

function missingFigure({ measure, outcome, target, attainment, status }: MeasureResult): readonly string[] {
  const name = measure.values.matt;
  if (outcome.kind === "unclear") return [`${name}: utfallet går inte att tolka säkert och har ingen status. Se anmärkningarna i Kontroll.`];
  if (target.kind === "unclear") return [`${name}: målvärdet går inte att tolka säkert och måttet har ingen status. Se anmärkningarna i Kontroll.`];
  const isJudged = status === "Uppnått" || status === "Delvis uppnått" || status === "Ej uppnått";
  return isJudged && attainment.value === null ? [`${name}: måluppfyllelsen räknas inte ut, ${attainment.reason}.`] : [];
}
