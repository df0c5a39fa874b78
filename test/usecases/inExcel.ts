import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import type { RegisterRows } from "../../src/registers/template.js";
import { areasOf, registerKeys } from "../../src/registers/workAreas.js";
import { buildReport, type BuildOutcome, type BuildRequest } from "../../src/usecases/buildReport.js";
import { createTemplate } from "../../src/usecases/createTemplate.js";
import type { WorkbookPort } from "../../src/usecases/port.js";
import type { Work } from "../../src/usecases/work.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { createXlsx, openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { aleRows } from "../fixtures/ale/aleRows.js";
import { keptFile } from "./keptFiles.js";

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

/** A fresh workbook with the rows given and the registers of their areas of work, as a file. */
export function registersAsFile(rows: RegisterRows): Promise<Uint8Array> {
  return keptFile(rows, async () => {
    const made = inExcel(createXlsx());
    await createTemplate(made.port, rows, areasOf(registerKeys.filter((key) => key in rows)));
    return made.excel.save();
  });
}

export async function registersInExcel(rows: RegisterRows): Promise<InExcel> {
  return inExcel(openXlsx(await registersAsFile(rows)));
}

let ale: Promise<Uint8Array> | undefined;

export async function aleInExcel(): Promise<InExcel> {
  ale ??= registersAsFile(aleRows);
  return inExcel(openXlsx(await ale));
}

export function build(port: WorkbookPort, request: Partial<BuildRequest> = {}, work?: Work): Promise<BuildOutcome> {
  return buildReport(port, { report: "maluppfoljning", unit: undefined, period: undefined, edits: "ask", today: 43_605, ...request }, work);
}

export async function built(port: WorkbookPort, request: Partial<BuildRequest> = {}): Promise<Extract<BuildOutcome, { kind: "built" }>> {
  const outcome = await build(port, request);
  if (outcome.kind !== "built") {
    throw new Error(`Not built: ${JSON.stringify(outcome.edits)}`);
  }
  return outcome;
}
