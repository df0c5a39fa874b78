import type { CellType, CellValue } from "../../src/registers/cell.js";
import { readRegisters } from "../../src/registers/readRegisters.js";
import type { Register, RowOf } from "../../src/registers/register.js";
import { registers } from "../../src/registers/registers.js";
import type { TableImage } from "../../src/registers/tableImage.js";
import { rowsToCells } from "../../src/registers/writing/rowsToCells.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { maluppfoljning } from "../../src/reports/maluppfoljning/maluppfoljning.js";
import { asGivenBack } from "../../src/reports/layout/sheetText.js";
import { aleChoices, aleEnheter, aleMal, aleMatt, aleUppdrag, aleUppfoljning, aleUtfall } from "../fixtures/ale/ale.js";
import { printedRow, reportOf, aleRows, tertial1 } from "./reportOf.js";

function typeOf(value: CellValue): CellType {
  if (value === "") return "Empty";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

/** The table as it would be read back from a sheet that the rows were written to. */
function image<R extends Register>(register: R, rows: readonly RowOf<R>[]): [string, TableImage] {
  const { values, numberFormats } = rowsToCells(register, rows);
  const isFormula = Object.values(register.columns).map(({ kind }) => kind === "calculated");
  const readBack = values.map((row) => row.map((value, column): CellValue => (isFormula[column] === true ? "" : asGivenBack(value))));
  return [
    register.table,
    {
      name: register.table, sheet: register.sheet, top: 0, left: 0,
      headers: Object.values(register.columns).map(({ header }) => header),
      values: readBack,
      columnFormulas: Object.values(register.columns).map(({ formula }) => formula ?? ""),
      numberFormats,
      types: readBack.map((row) => row.map(typeOf)),
    },
  ];
}

const nyckelrader = Object.entries(aleChoices).map(([nyckel, varde]) => ({ nyckel, varde, forklaring: null }));

const reading = readRegisters(
  new Map([
    image(registers.installningar, nyckelrader), image(registers.enheter, aleEnheter), image(registers.mal, aleMal),
    image(registers.matt, aleMatt), image(registers.utfall, aleUtfall),
    image(registers.uppdrag, aleUppdrag), image(registers.uppfoljning, aleUppfoljning),
  ]),
);

test("Ale's rows, written to a workbook and read back, make the same report", () => {
  expect(reading.findings.filter(({ severity }) => severity === "fel")).toEqual([]);
  expect(reading.settings).toMatchObject(aleChoices);
  const document = maluppfoljning.build({ contents: reading.contents, settings: reading.settings, unit: "OAN", period: tertial1, date: 43587 });
  expect(document).toEqual(reportOf(aleRows));
  expect(printedRow(document, "Andel arbetslösa och i program i åldern 18–24 år").slice(1, 4)).toEqual(["5,5 %", "5,5 %", "100 %"]);
  expect(layoutReport(document)).toEqual(layoutReport(reportOf(aleRows)));
});
