import type { ViewTables } from "../../rules/quality/views.js";

/** Where things stand on the grid of a Kvalitetsbokslut: what it is about, what is said of it, its status, and then figures. */
export const SUBJECT = 0;
export const ABOUT = 1;
export const STATUS = 2;
export const FIRST_FIGURE = 3;

/** Widths in characters. The status column holds "◆ Delvis genomfört" on one line. */
const TEXT_WIDTHS = [56, 38, 20] as const;
/** The first column of figures is headed "Brukare/klient", which does not wrap. */
const FIRST_FIGURE_WIDTH = 16;
const FIGURE_WIDTH = 12;
/** The counts of activities take five columns, and one more where some are no longer called for. */
const FEWEST_FIGURES = 6;

/** As many columns of figures as the widest table of views has: its columns and a total. */
export function gridFor({ byUnit, byType, byGiver }: ViewTables): readonly number[] {
  const figures = Math.max(FEWEST_FIGURES, ...[byUnit, byType, byGiver].map(({ columns, years }) => (years.length === 0 ? 0 : columns.length + 1)));
  return [...TEXT_WIDTHS, FIRST_FIGURE_WIDTH, ...Array.from({ length: figures - 1 }, () => FIGURE_WIDTH)];
}
