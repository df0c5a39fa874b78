/** What sheets, tables and defined names may be called. */
import { columnIndex, maximumRows } from "./areas.js";
import { XlsxError } from "./errors.js";
import { isXmlText } from "./xml.js";

/** Throws `sheetName`. */
export function checkSheetName(name: string): void {
  // eslint-disable-next-line no-control-regex -- control characters are refused too
  const forbidden = /[[\]:*?/\\\u0000-\u001f]/;
  // "History" is reserved by Excel for tracked changes.
  if (name === "" || name.length > 31 || forbidden.test(name) || !isXmlText(name) || name.startsWith("'") || name.endsWith("'") || name.toLowerCase() === "history") throw new XlsxError("sheetName", name);
}

/** Throws `tableName`. */
export function checkTableName(name: string): void {
  if (!isName(name)) throw new XlsxError("tableName", name);
}

/** Throws `definedName`. Built-in names (`_xlnm.Print_Area`) pass. */
export function checkDefinedName(name: string): void {
  if (!name.startsWith("_xlnm.") && !isName(name)) throw new XlsxError("definedName", name);
}

/** Excel's rule for names: a letter, underscore or backslash first; no spaces; nothing that reads as a cell, in either notation. */
function isName(name: string): boolean {
  if (name.length > 255 || !/^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name)) return false;
  if (/^(?:r|c)$/i.test(name) || /^r\d*c\d*$/i.test(name)) return false;
  const cell = /^([A-Za-z]{1,3})(\d{1,7})$/.exec(name);
  return cell === null || columnIndex(cell[1] ?? "") < 0 || Number(cell[2]) < 1 || Number(cell[2]) > maximumRows;
}
