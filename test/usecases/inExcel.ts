import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import type { RegisterRows } from "../../src/registers/template.js";
import { buildReport, type BuildOutcome, type BuildRequest } from "../../src/usecases/buildReport.js";
import { createTemplate } from "../../src/usecases/createTemplate.js";
import type { WorkbookPort } from "../../src/usecases/port.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { createXlsx, openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { aleRows } from "../fixtures/ale/aleRows.js";

/** A workbook open in the embedded Excel, with the add-in's port on the genuine client. */
export interface InExcel {
  readonly excel: EmbeddedExcel;
  readonly port: WorkbookPort;
  /** The file behind it: what a user at the keyboard changes. */
  readonly workbook: Workbook;
}

export function inExcel(workbook: Workbook): InExcel {
  const excel = new EmbeddedExcel(workbook);
  return { excel, workbook, port: officeWorkbook(openClient(excel).Excel) };
}

/** A fresh workbook with the registers and the rows given. */
export async function registersInExcel(rows: RegisterRows): Promise<InExcel> {
  const made = inExcel(createXlsx());
  await createTemplate(made.port, rows);
  return inExcel(openXlsx(made.excel.save()));
}

export function aleInExcel(): Promise<InExcel> {
  return registersInExcel(aleRows);
}

export function build(port: WorkbookPort, request: Partial<BuildRequest> = {}): Promise<BuildOutcome> {
  return buildReport(port, { report: "maluppfoljning", unit: undefined, period: undefined, edits: "ask", today: 43_605, ...request });
}

export async function built(port: WorkbookPort, request: Partial<BuildRequest> = {}): Promise<Extract<BuildOutcome, { kind: "built" }>> {
  const outcome = await build(port, request);
  if (outcome.kind !== "built") {
    throw new Error(`Not built: ${JSON.stringify(outcome.edits)}`);
  }
  return outcome;
}
