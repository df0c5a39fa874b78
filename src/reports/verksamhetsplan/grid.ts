/** Widths in characters: the goal or who is responsible, the long text beside it, who or which indicator, and when or how much. Together they fit A4 landscape at some 75 %. */
export const GRID = [38, 64, 38, 24] as const;

/** Of each column of figures beyond the grid's own: start value, earlier outcomes, amounts. */
export const NUMBER_WIDTH = 13;
