import { outcomeMeaning, unitOfRow, type Workbook } from "../../rules/measures/measureResults.js";
import type { MeasureResult } from "../../rules/measures/results.js";
import type { ReportBlock } from "../document.js";
import { meaningCell, textCell } from "../parts/measureCells.js";
import { measureNames } from "../parts/measureTable.js";
import { inUnitOrder } from "../parts/unitOrder.js";

/** A goal's nyckeltal: where they began, what is to be reached, and the outcome where there is one. Östersund's page has the heading and no columns. */
export function keyFigureBlocks(goalId: string, results: readonly MeasureResult[], workbook: Workbook): readonly ReportBlock[] {
  if (results.length === 0) return [{ kind: "paragraph", text: "Inga nyckeltal är registrerade för målet." }];
  const ordered = inUnitOrder(results, workbook);
  const nameOf = measureNames(ordered, workbook);
  return [
    {
      kind: "table",
      id: `nyckeltal:${goalId}`,
      columns: [
        { key: "nyckeltal", header: "Nyckeltal", align: "left", gridColumn: 0 },
        { key: "kommentar", header: "Kommentar", align: "left", gridColumn: 1 },
        { key: "utgangsvarde", header: "Utgångsvärde", align: "right", gridColumn: 2 },
        { key: "malvarde", header: "Målvärde", align: "right", gridColumn: 3 },
        { key: "utfall", header: "Utfall", align: "right", gridColumn: 4 },
      ],
      rows: ordered.map((result) => [
        textCell(nameOf(result)),
        textCell(result.comment),
        meaningCell(startOf(result), "Startvärde saknas."),
        meaningCell(result.target, result.measure.values.riktning === "Följs" ? "Måttet följs utan målvärde." : "Målvärde saknas."),
        meaningCell(result.outcome, "Utfall saknas för perioden."),
      ]),
    },
  ];
}

function startOf({ measure, source }: MeasureResult): ReturnType<typeof outcomeMeaning> {
  return outcomeMeaning({ quantity: measure.values.startvarde, cell: measure.cells.startvarde }, unitOfRow(measure, source));
}
