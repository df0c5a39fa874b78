import { registers, type RegisterKey } from "../../src/registers/registers.js";
import type { Column } from "../../src/registers/column.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { agreementCases } from "../rules/agreementCases.js";
import type { WrittenWorkbook } from "../rules/testWorkbook.js";
import { describeWith } from "../tools.js";
import { registersAsFile } from "../usecases/inExcel.js";
import { allSavedByLibreOffice, withoutResults } from "./libreOffice.js";

jest.setTimeout(300_000);

const keys = Object.keys(registers).filter((key): key is RegisterKey => key in registers);

let template: Promise<Uint8Array> | undefined;

/** The template with a case's rows in its tables, as a file without results. */
async function fileOf(written: WrittenWorkbook): Promise<Uint8Array> {
  template ??= registersAsFile({ mal: [] });
  const workbook = openXlsx(await template);
  for (const key of keys) {
    const table = workbook.table(registers[key].table);
    if (table === undefined && written[key] === undefined) continue;
    if (table === undefined) throw new Error(`no table for ${key}`);
    const { sheet, range } = table;
    const columns: readonly Column[] = Object.values(registers[key].columns);
    const formulas = columns.map((_, index) => sheet.cell(range.row + 1, range.column + index)?.formula);
    const rows = written[key] ?? [];
    table.resize({ ...range, rows: Math.max(rows.length, 1) + 1 });
    rows.forEach((cells, at) => {
      columns.forEach(({ header, numberFormat }, index) => {
        const place = { row: range.row + 1 + at, column: range.column + index };
        const cell = cells[header] ?? "";
        const { value, format } = typeof cell === "object" ? cell : { value: cell, format: numberFormat };
        const formula = formulas[index];
        sheet.setCell(place.row, place.column, formula === undefined ? { value: value === "" ? null : value } : { value: null, formula });
        sheet.applyFormat({ ...place, rows: 1, columns: 1 }, { numberFormat: format });
      });
    });
  }
  return withoutResults(workbook.save());
}

/** The public calculated columns, row by row, as the file that LibreOffice saved has them. */
function resultsIn(workbook: Workbook, count: number) {
  const table = workbook.table("Utfall");
  if (table === undefined) throw new Error("LibreOffice lost the table");
  const at = (row: number, header: string) =>
    table.sheet.cell(table.range.row + 1 + row, table.range.column + table.columns.findIndex(({ name }) => name === header))?.value ?? "";
  return Array.from({ length: count }, (_, row) => ({
    attainment: comparable(at(row, "Måluppfyllelse")), status: at(row, "Status"), trend: at(row, "Trend"), key: at(row, "Periodnyckel"), overwritten: at(row, "Skrivet för hand"),
  }));
}

/** Percentages may differ in their last bits. */
const comparable = (value: unknown) => (typeof value === "number" ? Number(Number(value.toFixed(12)).toPrecision(9)) + 0 : value);

describeWith("soffice", "the live formulas in LibreOffice", (soffice) => {
  const cases = agreementCases(2019, 60).filter(({ expected }) => expected.length >= 25).slice(0, 8);

  test("give what the rules say, in a file without results", async () => {
    expect(cases.reduce((rows, { expected }) => rows + expected.length, 0)).toBeGreaterThan(200);
    const files: Uint8Array[] = [];
    for (const { workbook } of cases) files.push(await fileOf(workbook));
    const saved = allSavedByLibreOffice(soffice, files);
    cases.forEach(({ expected }, index) => {
      expect(resultsIn(saved[index]!, expected.length)).toEqual(expected.map((row) => ({ ...row, attainment: comparable(row.attainment), overwritten: "" })));
    });
  });
});
