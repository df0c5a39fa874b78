import { periodLabel } from "../../registers/values/period.js";
import { decisionsOf, lastQuarterIn, type Decision } from "../../rules/decisions/decisions.js";
import { waitGroupOf, waitGroups, waitingMonths } from "../../rules/decisions/decisionWaits.js";
import type { ReportTable } from "../document.js";
import { countCell, textCell } from "../parts/measureCells.js";
import { sectionHeading, type OverviewInput, type OverviewSection } from "./section.js";

/** How long people have waited for what has been decided, by the last quarter that ended in the period. A decision belongs to no unit, so they are those of the whole workbook. */
export function decisionSection({ workbook, period }: OverviewInput): OverviewSection | undefined {
  if ((workbook.contents.beslut?.rows.length ?? 0) === 0) return undefined;
  const heading = sectionHeading("Ej verkställda beslut", "beslut");
  const quarter = lastQuarterIn(period);
  const decisions = quarter === undefined ? undefined : decisionsOf(workbook, quarter);
  if (quarter === undefined || decisions === undefined) {
    const told = `Inget kvartal tog slut under ${periodLabel(period)}, och besluten redovisas per kvartal.`;
    return { name: "Ej verkställda beslut", told, blocks: [heading, { kind: "paragraph", text: told }] };
  }
  const { closing } = decisions;
  const label = periodLabel(quarter);
  const told =
    closing.length === 0 ? `Inga beslut väntade på att verkställas när ${label} tog slut.` : `${closing.length} beslut väntade på att verkställas när ${label} tog slut.`;
  if (closing.length === 0) return { name: "Ej verkställda beslut", told, blocks: [heading, { kind: "paragraph", text: told }] };
  const waits = closing.map((decision) => waitGroupOf(waitingMonths(decision, quarter)));
  const counted = waitGroups.map(({ label: name }) => ({ name, count: waits.filter((wait) => wait === name).length }));
  return {
    name: "Ej verkställda beslut",
    told,
    blocks: [
      heading,
      waitTable(closing, counted, label),
      {
        kind: "chart", id: "diagram:vantetid", type: "column", title: `Beslut som väntade när ${label} tog slut`, table: "vantetid", categories: "vantetid", series: [{ column: "antal" }],
        rows: { first: 0, count: counted.length }, valueTitle: "Antal beslut",
        altText: `Beslut efter väntetid: ${counted.filter(({ count }) => count > 0).map(({ name, count }) => `${name.toLowerCase()}: ${count}`).join(", ")}.`,
      },
    ],
  };
}

function waitTable(closing: readonly Decision[], counted: readonly { readonly name: string; readonly count: number }[], quarter: string): ReportTable {
  return {
    kind: "table", id: "vantetid", caption: `Väntetid när ${quarter} tog slut, i hela månader från beslutet eller avbrottet`,
    columns: [{ key: "vantetid", header: "Väntetid", align: "left", gridColumn: 0 }, { key: "antal", header: "Beslut", align: "right", gridColumn: 1 }],
    rows: [...counted.map(({ name, count }) => [textCell(name), countCell(count)]), [textCell("Totalt"), countCell(closing.length)]],
  };
}
