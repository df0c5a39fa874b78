import type { Resurs } from "../../registers/registers.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import { resourcesInOrder, type Resource } from "../../rules/money/resources.js";
import type { DocumentRow } from "../../rules/subjects.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportTable } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import type { ReportChoice } from "../report.js";
import { unitNamesOf } from "../parts/unitNames.js";
import { ECONOMY, heading, paragraph, textsOf } from "./planDocument.js";

const columns: readonly ReportColumn[] = [
  { key: "typ", header: "Resurs", align: "left", gridColumn: 0 },
  { key: "beskrivning", header: "Beskrivning", align: "left", gridColumn: 1 },
  { key: "enhet", header: "Enhet", align: "left", gridColumn: 2 },
  { key: "arsarbetare", header: "Årsarbetare", align: "right", gridColumn: 3 },
];
const amountColumn: ReportColumn = { key: "belopp", header: "Belopp tkr", align: "right", gridColumn: 4 };

/** What the plan says of its economy, and the posts and money of its year. `extra` is how many columns the table needs beside the grid's own. */
export function economyBlocks(workbook: Workbook, document: DocumentRow | undefined, choice: ReportChoice): { readonly blocks: readonly ReportBlock[]; readonly extra: number } {
  const texts = textsOf(workbook, document, ECONOMY);
  const resources = resourcesInOrder(workbook).filter((resource) => isOfPlan(workbook, resource, choice));
  const withAmounts = resources.some(({ row }) => row.values.belopp !== null);
  return {
    blocks: [
      heading(ECONOMY),
      ...texts.map(paragraph),
      ...(resources.length > 0 ? [resourceTable(workbook, resources, withAmounts)] : []),
      ...(texts.length === 0 && resources.length === 0 ? [paragraph("Inga ändringar av pengar eller tjänster är angivna. Lägg till dem i Resurser.")] : []),
    ],
    extra: withAmounts ? 1 : 0,
  };
}

/** Of the plan's year, or of no year, and of a unit that it holds, or of none: what nobody is named for is not somebody else's. */
function isOfPlan({ units }: Workbook, { unit, year }: Resource, choice: ReportChoice): boolean {
  return (year === null || year === choice.period.year) && (choice.unit === null || unit === null || units.isWithin(unit, choice.unit));
}

function resourceTable(workbook: Workbook, resources: readonly Resource[], withAmounts: boolean): ReportTable {
  const names = unitNamesOf(workbook);
  const types = [...new Set(resources.map(({ row }) => row.values.typ))];
  const shown = (cells: readonly ReportCell[]) => (withAmounts ? cells : cells.slice(0, columns.length));
  return {
    kind: "table",
    id: "resurser",
    columns: withAmounts ? [...columns, amountColumn] : columns,
    namedBy: 1,
    rows: [
      ...resources.map(({ row: { values }, unit }) =>
        shown([textCell(values.typ), textCell(values.beskrivning), textCell(unit === null ? null : names(unit)), posts(values.arsarbetare), tkr(values.belopp)]),
      ),
      ...types.map((typ) => {
        const rows = resources.map(({ row }) => row.values).filter((values) => values.typ === typ);
        return shown([textCell("Summa"), textCell(typ), { kind: "empty" }, posts(sumOf(rows, "arsarbetare")), tkr(sumOf(rows, "belopp"))]);
      }),
    ],
  };
}

/** The sum of what is given; `null` when nothing is. */
function sumOf(rows: readonly Resurs[], key: "arsarbetare" | "belopp"): number | null {
  const given = rows.flatMap((row) => row[key] ?? []);
  return given.length === 0 ? null : Number(given.reduce((sum, each) => sum + each, 0).toPrecision(15));
}

function posts(value: number | null): ReportCell {
  return value === null ? { kind: "empty" } : { kind: "number", value, decimals: Number.isInteger(value * 10) ? 1 : 2 };
}

function tkr(value: number | null): ReportCell {
  return value === null ? { kind: "empty" } : { kind: "number", value, decimals: 0 };
}
