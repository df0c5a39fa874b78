import { sheetGrids } from "../../src/files/sheetGrids.js";
import { readProposals, type Intake, type IntakeOptions } from "../../src/intake/readProposals.js";
import { recogniseWith } from "../../src/intake/applyMapping.js";
import { emptyMapping, type Mapping } from "../../src/intake/mapping.js";
import type { Proposal } from "../../src/intake/recognise.js";
import { createDirectory } from "../../src/registers/reading/directory.js";
import { createXlsx, openXlsx, type Scalar, type Workbook } from "../../src/xlsx/index.js";

/** What finds these units by code, name or alias. */
export function unitsAs(units: readonly { readonly kod: string; readonly namn: string; readonly alias?: readonly string[] | null }[]): (text: string) => string | undefined {
  const { directory } = createDirectory(units.map(({ kod, namn, alias }, row) => ({ id: kod, names: [namn, ...(alias ?? [])], row })));
  return (text) => {
    const found = directory.find(text);
    return found === undefined || found === "shared" ? undefined : found.id;
  };
}

/** A cell as it is laid out in a test: a value, or one with a number format or formula. */
export type Laid = Scalar | { readonly value: Scalar; readonly format?: string; readonly formula?: string };

/** A workbook of sheets laid out row by row from A1. */
export function laidOut(sheets: Readonly<Record<string, readonly (readonly Laid[])[]>>, also: (workbook: Workbook) => void = () => undefined): Workbook {
  const [first = "Blad1", ...more] = Object.keys(sheets);
  const workbook = createXlsx({ sheetName: first });
  for (const name of more) workbook.addSheet(name);
  for (const sheet of workbook.sheets) {
    for (const [row, cells] of (sheets[sheet.name] ?? []).entries()) {
      for (const [column, laid] of cells.entries()) {
        const { value, format, formula } = typeof laid === "object" && laid !== null && "value" in laid ? laid : { value: laid, format: undefined, formula: undefined };
        if (value === null && formula === undefined) continue;
        sheet.setCell(row, column, { value, ...(formula === undefined ? {} : { formula }) });
        if (format !== undefined) sheet.applyFormat({ row, column, rows: 1, columns: 1 }, { numberFormat: format });
      }
    }
  }
  also(workbook);
  return workbook;
}

/** What a workbook gives when it has been saved and opened again. */
export function takenIn(workbook: Workbook, options: Partial<IntakeOptions> = {}, mapping: Mapping = emptyMapping): Intake & { readonly proposals: readonly Proposal[] } {
  const all: IntakeOptions = { periods: { rapportering: "tertial", delarTill: "augusti" }, findUnit: () => undefined, ...options };
  const sheets = sheetGrids(openXlsx(workbook.save()));
  const proposals = recogniseWith(sheets, all, mapping);
  return { proposals, ...readProposals(sheets, proposals, all) };
}
