import { periodLabel } from "../registers/values/period.js";
import type { Workbook } from "../rules/measureResults.js";
import type { MeasureResult } from "../rules/results.js";
import { womenAndMen } from "../rules/womenAndMen.js";
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
  { key: "jamforelse", header: "Jämfört med", align: "left", gridColumn: 6 },
  { key: "kommentar", header: "Kommentar", align: "left", gridColumn: 7 },
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
      comparisonCell(result),
      textCell(result.comment),
    ]),
  };
}

/** A measure's name, with its unit's where several report it. */
export function measureName({ measure, unit }: MeasureResult, results: readonly MeasureResult[], { contents, units }: Workbook): string {
  const severalUnits = results.filter((other) => other.measure === measure).length > 1;
  if (!severalUnits || unit === null) return measure.values.matt;
  const name = contents.enheter?.rows.find(({ values }) => units.same(values.kod, unit))?.values.namn ?? unit;
  return `${measure.values.matt}, ${name}`;
}

/** What the trend was seen against: "T1 2018: 14,2 %". */
function comparisonCell({ comparedWith }: MeasureResult): ReportCell {
  const earlier = comparedWith === undefined ? "" : printedText(meaningCell(comparedWith.outcome, ""));
  if (comparedWith === undefined || earlier === "") return { kind: "empty", reason: "Det finns inget tidigare utfall att jämföra med." };
  const when = comparedWith.period === null ? "Startvärde" : periodLabel(comparedWith.period);
  return textCell(`${when}: ${earlier}`);
}

/** What the cells cannot say: the outcome for women and men, and why a figure that a reader expects is not there. */
export function measureNotes(results: readonly MeasureResult[], workbook: Workbook): readonly ReportBlock[] {
  return results.flatMap((result) => {
    const name = measureName(result, results, workbook);
    return [...forWomenAndMen(result), ...missingFigure(result)].map((text) => ({ kind: "note" as const, text: `${name}: ${text}` }));
  });
}

function forWomenAndMen({ measure, source }: MeasureResult): readonly string[] {
  if (source === undefined) return [];
  const { women, men } = womenAndMen(measure, source);
  const printed = [["kvinnor", women], ["män", men]] as const;
  const given = printed.flatMap(([word, meaning]) => {
    const figure = printedText(meaningCell(meaning, ""));
    return figure === "" ? [] : [`${word} ${figure}`];
  });
  return given.length === 0 ? [] : [`${given.join(", ")}.`];
}

function missingFigure({ outcome, target, attainment, status }: MeasureResult): readonly string[] {
  if (status === null) {
    const doubtful = outcome.kind === "unclear" ? "utfallet går inte att tolka säkert" : target.kind === "unclear" ? "målvärdet går inte att tolka säkert" : "utfall och målvärde går inte att jämföra";
    return [`${doubtful}, så måttet har ingen status. Se anmärkningarna i Kontroll.`];
  }
  const isJudged = status === "Uppnått" || status === "Delvis uppnått" || status === "Ej uppnått";
  return isJudged && attainment.value === null ? [`måluppfyllelsen räknas inte ut, ${attainment.reason}.`] : [];
}
