import type { ShownCount } from "../../rules/privacy/smallCounts.js";
import type { CellValue } from "../../registers/cell.js";
import type { ReportCell } from "../document.js";
import { countCell } from "../parts/measureCells.js";

/** A count of a public cross-table as it is printed. What is held back is text, so that nobody adds it up. `limit` is the setting smatal-grans. */
export function shownCountCell(count: ShownCount, limit: number): ReportCell {
  if (count.kind === "count") return countCell(count.value);
  return { kind: "text", text: count.why === "small" ? `färre än ${limit}` : DERIVABLE, isHeldBack: true };
}

const DERIVABLE = "visas inte";

/** Whether a cell was printed as held back, whatever the limit was then. */
export function wasHeldBack(printed: CellValue): boolean {
  return printed === DERIVABLE || (typeof printed === "string" && /^färre än \d+$/u.test(printed));
}
