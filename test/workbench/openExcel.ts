import { type OfficeClient, openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel, type EmbeddedExcelOptions } from "../../src/workbench/embeddedExcel.js";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";

export interface Opened extends OfficeClient {
  readonly host: EmbeddedExcel;
}

/** A new workbook with one empty sheet, "Sheet1", and Microsoft's client on it. */
export function openExcel(options: EmbeddedExcelOptions = {}): Opened {
  const host = new EmbeddedExcel(createXlsx({ sheetName: "Sheet1" }), options);
  return { host, ...openClient(host) };
}

/** The workbook as it is after a save, opened anew. */
export function reopened({ host }: Opened, options: EmbeddedExcelOptions = {}): Opened {
  const again = new EmbeddedExcel(openXlsx(host.save()), options);
  return { host: again, ...openClient(again) };
}

/** Runs a batch and syncs it. */
export async function batch(excel: Opened, run: (context: Excel.RequestContext, sheet: Excel.Worksheet) => unknown): Promise<void> {
  await excel.Excel.run(async (context) => {
    await run(context, context.workbook.worksheets.getItem("Sheet1"));
    await context.sync();
  });
}

/** What Excel answers to a batch that fails: the error's code; "" when it does not fail. */
export async function codeOf(excel: Opened, run: (context: Excel.RequestContext, sheet: Excel.Worksheet) => unknown): Promise<string> {
  try {
    await batch(excel, run);
    return "";
  } catch (error) {
    if (error instanceof excel.OfficeExtension.Error) {
      return error.code;
    }
    throw error;
  }
}

/** Values at an address of Sheet1. */
export async function valuesAt(excel: Opened, address: string): Promise<unknown[][]> {
  let values: unknown[][] = [];
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address).load("values");
    await context.sync();
    values = range.values;
  });
  return values;
}
