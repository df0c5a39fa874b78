import { createXlsx } from "../../src/xlsx/index.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { aleInExcel, inExcel, registersInExcel, type InExcel } from "../usecases/inExcel.js";

/** A workbook open in the embedded Excel: without anything in it, or of a municipality. */
export function workbookOf(name: "empty" | "ale" | "ostersund"): Promise<InExcel> {
  switch (name) {
    case "empty":
      return Promise.resolve(inExcel(createXlsx()));
    case "ale":
      return aleInExcel();
    case "ostersund":
      return registersInExcel(ostersundRows);
  }
}
