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
  return {
    kind: "table",
    id,
    columns: [nameColumn, ...columns.map(({ key, header, align }, index) => ({ key, header, align, gridColumn: index + 1 }))],
    rows: rows.map((result) => [textCell(measureName(result, rows, workbook)), ...columns.map(({ cellOf }) => cellOf(result))]),
  };
}

/** How a reader is told that a figure is computed. */
export const rolledUpWords: Readonly<Record<WayOfRollUp, string>> = { Summa: "summa", Medel: "medel", "Största": "största utfall", Minsta: "minsta utfall" };

/** A measure's name, with its unit's where several report it, or with how their outcomes are put together. */
export function measureName({ measure, unit, rolledUp }: MeasureResult, results: readonly MeasureResult[], { contents, units }: Workbook): string {
  const { matt } = measure.values;
  if (rolledUp !== undefined) return rolledUp.isReported && rolledUp.counted.length > 0 ? `${matt}, ${rolledUpWords[rolledUp.way]}` : matt;
  const severalUnits = results.filter((other) => other.measure === measure).length > 1;
  if (!severalUnits || unit === null) return matt;
  const name = contents.enheter?.rows.find(({ values }) => units.same(values.kod, unit))?.values.namn ?? unit;
  return `${matt}, ${name}`;
}
