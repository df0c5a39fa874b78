import fc from "fast-check";
import { recognise } from "../../src/intake/recognise.js";
import { readProposals } from "../../src/intake/readProposals.js";
import type { GridArea, GridCell, SheetGrid } from "../../src/intake/grid.js";
import { sheetGrids } from "../../src/files/sheetGrids.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { messyUnits, messyWorkbook } from "./messyWorkbooks.js";
import { lostCells } from "./nothingLost.js";
import { unitsAs } from "./takenIn.js";

const findUnit = unitsAs(messyUnits);
const context = { periods: { rapportering: "tertial", delarTill: "augusti" }, findUnit } as const;

const cell = (value: string | number | boolean, type: GridCell["type"], numberFormat = "General", isFormula = false): GridCell => ({ value, type, numberFormat, isFormula });
const text = (value: string): GridCell => cell(value, value === "" ? "Empty" : "String");

/** What stands in cells, of every type: readable here and there, trouble elsewhere. */
const contents: fc.Arbitrary<GridCell> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(text("")) },
  { weight: 6, arbitrary: fc.constantFrom(
    "Andel nöjda", "Utred lokaler", "Socialnämnden", "SN", "SN (KS, TN)", "80 %", "Minst 75 %", "85–90 %", "-", "Ej mätt", "Pågår", "Klart", "●", "T1 2019", "2019", "T2", "2019-02-30", "22 jan 2019", "MÅTT-1", "Summa", "Totalt",
    "* not", "Källa: Kolada", "Öka", "ja", "Ekonomi", "Felaktiga utbetalningar", "Delmål: Trygghet", "4 av 5", "ca 5", "1,5 mnkr", "3;4", "Okänd nämnd", "Mått", "Utfall", "Kommentar",
  ).map(text) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 12 }).map(text) },
  { weight: 1, arbitrary: fc.constantFrom("=SUMMA(A1)", "\u202Eabc", "🏳️‍🌈", "\u0001\u0002", "a\r\nb\tc", "   ", "\u00A0", "'", "#N/A", "1e400").map(text) },
  { weight: 2, arbitrary: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -5, max: 120 }), fc.constantFrom(0.5, 2019, 43_500)).chain((value) =>
    fc.constantFrom("General", "0%", "0.0%", "yyyy-mm-dd", "d/m/yy", '0.0" %"', "#,##0", "@").map((format) => cell(value, "Double", format))) },
  { weight: 1, arbitrary: fc.boolean().map((value) => cell(value, "Boolean")) },
  { weight: 1, arbitrary: fc.constantFrom("#N/A", "#DIV/0!", "#VALUE!").map((value) => cell(value, "Error", "General", true)) },
  { weight: 1, arbitrary: fc.constant(cell("", "Empty", "General", true)) },
);

const headers = fc.constantFrom(
  "Mått", "Mått-id", "Nyckeltal", "Utfall", "Utfall 2019", "Utfall T1", "2018", "Målvärde", "Mål 2019", "Mål", "Riktning", "Enhet", "Nämnd", "Period", "Kommentar", "Uppdrag", "Status", "Medansvariga", "Slut", "År", "Aktivitet", "Ansvarig",
  "Tidsram", "Risk", "Område", "Sannolikhet", "Kontrollmoment", "Bedömning", "Beslutsnr", "Lag", "Beslutsdatum", "Insats", "Verksamhet", "Datum", "Typ", "Lämnad av", "Kod", "Namn", "Alias", "Avser", "Belopp tkr", "Rapport", "Senast",
  "Text", "Rubrik", "Dokument-id", "Avsnitt", "Nr", "Kriterium", "Handläggare", "", "Kvinnor", "Måttenhet", "Agenda 2030",
);

const grids: fc.Arbitrary<SheetGrid> = fc.record({
  names: fc.uniqueArray(headers, { minLength: 2, maxLength: 7, selector: (name) => (name === "" ? Symbol() : name) }),
  titles: fc.array(contents, { maxLength: 2 }),
  rows: fc.array(fc.array(contents, { minLength: 8, maxLength: 8 }), { maxLength: 9 }),
  merges: fc.array(fc.record({ row: fc.nat(10), column: fc.nat(5), rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) }), { maxLength: 2 }),
}).map(({ names, titles, rows, merges }): SheetGrid => {
  const wide = (line: readonly GridCell[]) => Array.from({ length: 8 }, (_, index) => line[index] ?? text(""));
  const cells = [...titles.map((title) => wide([title])), wide(names.map(text)), ...rows.map(wide)];
  return { name: "Blad1", isHidden: false, top: 0, left: 0, cells: mergedIn(cells, merges), merges, hiddenRows: new Set(), hiddenColumns: new Set() };
});

/** In a merged area only the first cell holds anything. */
function mergedIn(cells: readonly (readonly GridCell[])[], merges: readonly GridArea[]): GridCell[][] {
  return cells.map((line, row) => line.map((one, column) => {
    const area = merges.find((own) => row >= own.row && row < own.row + own.rows && column >= own.column && column < own.column + own.columns);
    return area === undefined || (area.row === row && area.column === column) ? one : text("");
  }));
}

describe("whatever stands in the cells of a sheet", () => {
  it("is read or told of, every filled cell of every table, and nothing of it is a fault", () => {
    fc.assert(fc.property(grids, (sheet) => {
      const proposals = recognise([sheet], context);
      expect(lostCells([sheet], proposals, readProposals([sheet], proposals, context), findUnit)).toEqual([]);
    }), { numRuns: Number(process.env["INTAKE_GRIDS"] ?? 80) });
  });

  it("and so of the workbooks that people have", () => {
    for (let seed = 0; seed < 14; seed++) {
      const sheets = sheetGrids(openXlsx(messyWorkbook(seed).workbook.save()));
      const proposals = recognise(sheets, context);
      expect(lostCells(sheets, proposals, readProposals(sheets, proposals, context), findUnit)).toEqual([]);
    }
  });
});
