import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import type { WorkbookPort } from "../../src/usecases/port.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { openXlsx } from "../../src/xlsx/index.js";

/** One genuine client for workbook after workbook: loading it anew for each of thousands of faults would take the time of the faults. */
export class Desk {
  #excel: EmbeddedExcel | undefined;
  readonly #client = openClient({ handle: (request) => this.excel.handle(request), onEvent: () => () => undefined, requirementSets: { ExcelApi: "1.17" } });

  get excel(): EmbeddedExcel {
    if (this.#excel === undefined) throw new Error("No workbook is open");
    return this.#excel;
  }

  /** Opens a file in place of the one that was open. */
  open(file: Uint8Array): { readonly excel: EmbeddedExcel; readonly port: WorkbookPort } {
    this.#excel = new EmbeddedExcel(openXlsx(file));
    return { excel: this.#excel, port: officeWorkbook(this.#client.Excel) };
  }
}
