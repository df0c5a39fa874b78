import { settingRegistry } from "../settings.js";

/** Pieces that the live formulas of several registers are made of. */

/** A text as it stands in a formula. */
export const text = (value: string) => `"${value.replaceAll('"', '""')}"`;

/**
 * True when the setting begins like this; FALSE also when the sheet does not have it, so ask for what is not the standard. Only so much
 * of the word is asked for as tells it from the setting's other words.
 */
export function settingBegins(key: keyof typeof settingRegistry, beginning: string): string {
  return `COUNTIFS(Installningar[Nyckel],${text(settingRegistry[key].nyckel)},Installningar[Värde],${text(`${beginning}*`)})>0`;
}

/** TRUE where any of the texts has a character that MATCH takes for a wildcard. */
export function hasWildcard(joined: string): string {
  return `SUMPRODUCT(--ISNUMBER(FIND({"*","?","~"},${joined})))>0`;
}

/**
 * One sign for how a cell with an outcome or target can be read, so that its number format is asked for once:
 * - 0 empty, J or N an answer (or a ticked or empty box), 9 other text;
 * - 1 a percentage: 0.055 in percent format means 5.5;
 * - 2 a number that only can be plain: bare and up to ±1, which in a percent measure could be a share or a percentage;
 * - 3 a number that is the same either way: zero, or bare and beyond ±1.
 * Where CELL cannot tell the format (Excel on the web) a share is taken as it stands, and a number beyond ±1 is no percentage.
 */
export function readingOf(cell: string): string {
  const format = `IFERROR(1+(LEFT(CELL("format",${cell}))="P"),3)`;
  const number = `INDEX({3,2,3;1,1,1;3,3,2},${format},MATCH(ABS(${cell}),{0,1E-300,1.00000000000001}))`;
  const word = `IF(TRIM(${cell})="ja","J",IF(TRIM(${cell})="nej","N",9))`;
  // A box comes before numbers: to LibreOffice it is one.
  return `IF(TRIM(${cell})="",0,IF(ISLOGICAL(${cell}),IF(${cell},"J","N"),IF(ISNUMBER(${cell}),${number},${word})))`;
}
