import type { Table, Workbook } from "../../xlsx/model.js";
import { RichApiError } from "../richApi/richApiError.js";
import { parseRect } from "./address.js";

/** Whether Excel takes a text for the name of a table or of cells: begins with a letter, _ or \, no spaces, and cannot be read as an address. */
export function isName(name: string): boolean {
  const isWord = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && name.length <= 255;
  const isR1C1 = /^(?:r\d*|c\d*|r\d*c\d*)$/i.test(name);
  return isWord && !isR1C1 && parseRect(name) === undefined;
}

/** Throws InvalidArgument for a name that a table cannot have, or that another table or name has already. */
export function checkTableName(name: string, workbook: Workbook, own: Table | undefined): void {
  const others = [...workbook.sheets.flatMap((sheet) => sheet.tables.filter((table) => table !== own)), ...workbook.names];
  if (!isName(name) || others.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    throw new RichApiError("InvalidArgument", `"${name}" cannot be the name of a table: it is not a name, or it is taken.`);
  }
}
