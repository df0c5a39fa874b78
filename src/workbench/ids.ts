// What the API calls sheets and tables by: GUIDs in braces, which cannot be taken for names, made of the file's own ids. A sheet and a table never have the same one: handlers
// for the tables of a sheet are found by the sheet's.
import type { Sheet, Table } from "../xlsx/model.js";

export function sheetId({ id }: Sheet): string {
  return `{00000000-0001-0000-0000-${id.padStart(12, "0")}}`;
}

export function tableId({ id }: Table): string {
  return `{00000000-000C-0000-FFFF-${String(id).padStart(12, "0")}}`;
}

/** A chart's id is unique on its sheet. */
export function chartId({ id }: Sheet, chart: number): string {
  return `{00000000-0008-0000-${id.padStart(4, "0").slice(-4)}-${String(chart).padStart(12, "0")}}`;
}
