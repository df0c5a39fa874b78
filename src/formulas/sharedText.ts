import { gridColumns, gridRows } from "./area.js";

/** A formula's text with its relative cell addresses written as distances, alike in all rows it was filled down. */
export interface SharedText {
  readonly text: string;
  /** How many cell addresses were found. */
  readonly addresses: number;
}

/**
 * Strings, quoted sheet names, structured references and longer words are passed over; what is left that looks like an
 * address, and is no function or sheet name, is one.
 */
const piece =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]|(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_.\\?(![])|[\p{L}_\\$][\p{L}\p{N}_.\\?$]*|\d[\d.]*(?:[eE][+-]?\d+)?/gu;

/** The text under which a formula standing at a row and column (0-based) shares its program with its like. */
export function sharedText(formula: string, row: number, column: number): SharedText {
  let addresses = 0;
  const text = formula.replace(piece, (whole, fixedColumn: string | undefined, letters: string | undefined, fixedRow: string | undefined, digits: string | undefined) => {
    if (letters === undefined || digits === undefined) return whole;
    const ownColumn = columnNumber(letters);
    const ownRow = Number(digits) - 1;
    if (ownColumn >= gridColumns || ownRow >= gridRows || ownRow < 0) return whole;
    addresses += 1;
    const down = fixedRow === "$" ? `$${ownRow}` : `[${ownRow - row}]`;
    const right = fixedColumn === "$" ? `$${ownColumn}` : `[${ownColumn - column}]`;
    return `\u0000R${down}C${right}`;
  });
  return { text, addresses };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
