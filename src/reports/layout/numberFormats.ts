import type { ReportCell } from "../document.js";

/** Excel allows thirty decimals in a format; a number has some fifteen digits to show. */
const MOST_DECIMALS = 15;

/**
 * The English number format that prints the cell as in Sweden once Excel shows it with Swedish separators. `\ ` is a literal space: a quoted
 * `" %"` would print a percent sign without scaling the fraction.
 */
export function numberFormatOf(cell: Extract<ReportCell, { kind: "number" | "percent" | "date" }>): string {
  switch (cell.kind) {
    case "number":
      return `#,##0${decimals(cell.decimals)}${cell.unit === undefined ? "" : `" ${cell.unit.replaceAll('"', "")}"`}`;
    case "percent":
      return `0${decimals(cell.decimals)}\\ %`;
    case "date":
      return "yyyy-mm-dd";
  }
}

function decimals(count: number): string {
  const kept = Math.min(MOST_DECIMALS, Math.max(0, Math.trunc(count)));
  return kept === 0 ? "" : `.${"0".repeat(kept)}`;
}
