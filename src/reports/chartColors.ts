import type { CellLook } from "./sheetLayout.js";

/**
 * Colours of a chart's series in order. Each has a contrast of at least 3:1 to the white sheet (WCAG 2.2, 1.4.11), and neighbours differ in lightness, so that they are told apart without
 * colours too.
 */
export const chartColors = ["#1F3864", "#B07D00", "#7B2D5B", "#5B8FC7", "#0B5A2B", "#7F7F7F"] as const;

/** Darker than the fills of cells, which hold text, and each of a lightness of its own. */
const statusColors: Partial<Readonly<Record<CellLook, string>>> = {
  statusMet: "#0A4A24",
  statusOngoing: "#2F6DB5",
  statusPartly: "#B98300",
  statusMissed: "#8C1D18",
  statusUnknown: "#7A7A7A",
};

/** A series' colour: that of its status, or the one of its place in the chart. @param index 0-based */
export function chartColor(index: number, look: CellLook | undefined): string {
  const color = look === undefined ? undefined : statusColors[look];
  return color ?? chartColors[index % chartColors.length] ?? chartColors[0];
}
