import { readFile } from "node:fs/promises";
import type { BuildRequest } from "../../src/usecases/buildReport.js";
import { openXlsx, type Sheet } from "../../src/xlsx/index.js";
import { built, inExcel, type InExcel } from "./inExcel.js";

/** One of the samples, open in the embedded Excel. */
export async function sampleInExcel(path: string): Promise<InExcel> {
  return inExcel(openXlsx(await readFile(path)));
}

/** The report's sheet. */
export function sheetNamed({ workbook }: InExcel, name: string): Sheet {
  const sheet = workbook.sheet(name);
  if (sheet === undefined) throw new Error(`${name} missing; sheets: ${workbook.sheets.map(({ name: other }) => other).join(", ")}`);
  return sheet;
}

/** Everything that stands on a sheet, by row and column. */
export function valuesOn(sheet: Sheet): Map<string, unknown> {
  return new Map([...sheet.cells()].map(({ row, column, content }) => [`${row}:${column}`, content.value]));
}

/** Builds the report, opens what was saved and builds again: two requests, nothing put back, and no byte another. */
export async function expectRebuiltToTheByte(made: InExcel, request: Partial<BuildRequest>): Promise<void> {
  await built(made.port, request);
  const first = made.excel.save();
  const again = inExcel(openXlsx(first));
  expect((await built(again.port, request)).written.putBack).toBe(0);
  expect(again.excel.traffic.requests).toBe(2);
  expect(Buffer.from(again.excel.save()).equals(Buffer.from(first))).toBe(true);
}
