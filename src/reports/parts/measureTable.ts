import type { Workbook } from "../../rules/measures/measureResults.js";
import type { MeasureResult, WayOfRollUp } from "../../rules/measures/results.js";
import type { ReportColumn, ReportTable } from "../document.js";
import { textCell } from "./measureCells.js";
import { withParts, type MeasureColumns } from "./measureColumns.js";

const nameColumn: ReportColumn = { key: "matt", header: "Mått", align: "left", gridColumn: 0 };

/**
 * The table of one goal's measures, a row each; a measure that several units report has a row for each unit, with its name. Where their outcomes are put together that row comes
 * first, and says so.
 */
export function measureTable(id: string, results: readonly MeasureResult[], workbook: Workbook, { columns }: MeasureColumns): ReportTable {
  const rows = withParts(results);
  const nameOf = measureNames(rows, workbook);
  return {
    kind: "table",
    id,
    columns: [nameColumn, ...columns.map(({ key, header, align }, index) => ({ key, header, align, gridColumn: index + 1 }))],
    rows: rows.map((result) => [textCell(nameOf(result)), ...columns.map(({ cellOf }) => cellOf(result))]),
  };
}

/** How a reader is told that a figure is computed. */
export const rolledUpWords: Readonly<Record<WayOfRollUp, string>> = { Summa: "summa", Medel: "medel", "Största": "största utfall", Minsta: "minsta utfall" };

/** The names of measures among these results: each with its unit's where several report it, or with how their outcomes are put together. */
export function measureNames(results: readonly MeasureResult[], { contents, units }: Workbook): (result: MeasureResult) => string {
  const rows = new Map<MeasureResult["measure"], number>();
  for (const { measure } of results) rows.set(measure, (rows.get(measure) ?? 0) + 1);
  return ({ measure, unit, rolledUp }) => {
    const { matt } = measure.values;
    if (rolledUp !== undefined) return rolledUp.isReported && rolledUp.counted.length > 0 ? `${matt}, ${rolledUpWords[rolledUp.way]}` : matt;
    const severalUnits = (rows.get(measure) ?? 0) > 1;
    if (!severalUnits || unit === null) return matt;
    const name = contents.enheter?.rows.find(({ values }) => units.same(values.kod, unit))?.values.namn ?? unit;
    return `${matt}, ${name}`;
  };
}
