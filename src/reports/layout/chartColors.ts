import type { CellLook } from "./sheetLayout.js";

/**
 * Colours of a chart's series in order. Each has a contrast of at least 3:1 to the white sheet (WCAG 2.2, 1.4.11), and neighbours differ in lightness, so that they are told apart without
 * colours too.
 */
export const chartColors = ["#1F3864", "#B07D00", "#7B2D5B", "#5B8FC7", "#0B5A2B", "#767676"] as const;

/** Darker than the fills of cells, which hold text; statuses that share a look in cells have shades of its colour, each of a lightness of its own. */
const statusColors: Partial<Readonly<Record<CellLook, readonly string[]>>> = {
  statusMet: ["#0A4A24"],
  statusOngoing: ["#2F6DB5", "#173A63"],
  statusPartly: ["#B98300", "#7D5700"],
  statusMissed: ["#8C1D18", "#D46D66"],
  statusUnknown: ["#757575", "#4A4A4A", "#8E8E8E"],
};

/**
 * A series' colour: that of its status, or the one of its place in the chart.
 * @param index 0-based
 * @param before How many series before it have the same look.
 */
export function chartColor(index: number, look: CellLook | undefined, before = 0): string {
  const shades = look === undefined ? undefined : statusColors[look];
  return shades?.[before % shades.length] ?? chartColors[index % chartColors.length] ?? chartColors[0];
}

/** White or ink, whichever is easier to read on the colour. */
export function labelColorOn(fill: string): string {
  return contrast(fill, WHITE) >= contrast(fill, INK) ? WHITE : INK;
}

const WHITE = "#FFFFFF";
const INK = "#1F1F1F";

/** WCAG 2.2, "contrast ratio": from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance" of "#RRGGBB". */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
