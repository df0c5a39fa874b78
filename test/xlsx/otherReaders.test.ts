/** What is saved opens in other programs: openpyxl, which is strict, and LibreOffice, which calculates. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import type { Workbook } from "../../src/xlsx/index.js";
import { savedByLibreOffice } from "../libreoffice/libreOffice.js";
import { excelDialect } from "./excelDialect.js";
import { defined, firstSheet } from "./expecting.js";

const hasOpenpyxl = spawnSync("/usr/bin/python3", ["-c", "import openpyxl"]).status === 0;
const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;
const inCI = process.env["CI"] !== undefined && process.env["CI"] !== "";

/** Runs where the program is; elsewhere says so, and in CI fails. */
function testWith(program: string, present: boolean, name: string, run: () => void): void {
  if (present || inCI) test(name, run, 120_000);
  else {
    console.warn(`SKIPPED, ${program} is not installed: ${name}`);
    test.skip(name, run);
  }
}

/** A workbook with some of everything. */
function madeWorkbook(): Workbook {
  const workbook = createXlsx();
  const sheet = firstSheet(workbook);
  [["Mått", "Utfall", "Mål"], ["å & <ä>", 0.055, 0.05], [" blank ", 2, 4], ["rad\nbrytning", 3, 3]].forEach((cells, row) => { cells.forEach((value, column) => { sheet.setCell(row, column, { value }); }); });
  const table = sheet.addTable({ row: 0, column: 0, rows: 4, columns: 4 }, { name: "Matt", headerRow: true, style: "TableStyleMedium2" });
  defined(table.columns[3]).name = "Andel";
  defined(table.columns[3]).calculatedFormula = "Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Mål]]";
  for (let row = 1; row < 4; row++) sheet.setCell(row, 3, { value: null, formula: "Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Mål]]" });
  sheet.setCell(6, 0, { value: null, formula: "SUM(Matt[Utfall])" });
  sheet.applyFormat({ row: 1, column: 3, rows: 3, columns: 1 }, { numberFormat: "0.0%", fill: "#FFF2CC", font: { bold: true, color: "#C00000" }, borders: { bottom: { style: "thin", color: "#000000" } }, wrap: true });
  sheet.setDataValidation({ row: 1, column: 0, rows: 3, columns: 1 }, { type: "list", operator: "between", formula1: "Listor!$A$1:$A$2", formula2: undefined, allowBlank: true, inCellDropDown: true, showErrorAlert: true, errorStyle: "stop", errorTitle: "Fel", errorMessage: "Välj i listan", showInputPrompt: false, promptTitle: undefined, promptMessage: undefined });
  sheet.addConditionalFormat({ ranges: [{ row: 1, column: 3, rows: 3, columns: 1 }], type: "cellIs", operator: "lessThan", formulas: ["0.9"], text: undefined, stopIfTrue: false, format: { fill: "#FFC7CE", fontColor: "#9C0006" } });
  sheet.freezePanes = { rows: 1, columns: 1 };
  sheet.setColumnWidth(0, 2, 24);
  sheet.merge({ row: 8, column: 0, rows: 1, columns: 3 });
  sheet.pageLayout = { ...sheet.pageLayout, orientation: "landscape", paperSize: 9, fitToWidth: 1, fitToHeight: 0, footer: "&CSida &P av &N" };
  const lists = workbook.addSheet("Listor");
  lists.setCell(0, 0, { value: "å & <ä>" });
  lists.setCell(1, 0, { value: "annat" });
  lists.visibility = "hidden";
  workbook.addName("Mått", "Listor!$A$1:$A$2");
  workbook.addName("_xlnm.Print_Titles", "Blad1!$1:$1", sheet);
  workbook.settings.set("enhet", "KS");
  workbook.properties.title = "Prov";
  return workbook;
}

/** The Excel-dialect fixture, changed in many ways. Its placeholders for VML and controls are no real ones, which LibreOffice passes over. */
function changedWorkbook(): Workbook {
  const workbook = openXlsx(excelDialect());
  const data = firstSheet(workbook);
  data.insertCells({ row: 1, column: 0, rows: 2, columns: 16_384 }, "down");
  const table = defined(data.tables[0]);
  table.insertColumns(2, ["Ny kolumn"]);
  data.setCell(5, 2, { value: "ny" });
  data.name = "Årets data";
  workbook.addSheet("Ny").setCell(0, 0, { value: null, formula: "SUM('Årets data'!B6:B7)" });
  return workbook;
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readByOpenpyxl(file: Uint8Array, script: string): unknown {
  return inFolder((folder) => {
    const path = join(folder, "prov.xlsx");
    writeFileSync(path, file);
    const out = execFileSync("/usr/bin/python3", ["-W", "ignore", "-c", `import openpyxl, json, sys\nw = openpyxl.load_workbook(sys.argv[1])\n${script}`, path], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf-8" } });
    const value: unknown = JSON.parse(out);
    return value;
  });
}

const recalculatedByLibreOffice = (file: Uint8Array): Workbook => savedByLibreOffice("soffice", file);

testWith("openpyxl", hasOpenpyxl, "openpyxl reads a workbook made here", () => {
  const seen = readByOpenpyxl(
    madeWorkbook().save(),
    `s = w["Blad1"]
print(json.dumps([w.sheetnames, [[c.value for c in r] for r in s["A1:D4"]], s.tables["Matt"].ref, [c.name for c in s.tables["Matt"].tableColumns], s["D2"].number_format, s["D2"].font.b, s["D2"].fill.fgColor.rgb, s.freeze_panes, s.merged_cells.ranges[0].coord if isinstance(s.merged_cells.ranges, list) else list(s.merged_cells.ranges)[0].coord, s.data_validations.dataValidation[0].formula1, w["Listor"].sheet_state, s.print_title_rows, w.properties.title, s.page_setup.orientation]))`,
  );
  const formula = "=Matt[[#This Row],[Utfall]]/Matt[[#This Row],[Mål]]";
  expect(seen).toEqual([
    ["Blad1", "Listor"],
    [["Mått", "Utfall", "Mål", "Andel"], ["å & <ä>", 0.055, 0.05, formula], [" blank ", 2, 4, formula], ["rad\nbrytning", 3, 3, formula]],
    "A1:D4", ["Mått", "Utfall", "Mål", "Andel"], "0.0%", true, "FFFFF2CC", "B2", "A9:C9", "Listor!$A$1:$A$2", "hidden", "$1:$1", "Prov", "landscape",
  ]);
});

testWith("openpyxl", hasOpenpyxl, "openpyxl reads a workbook changed here", () => {
  const seen = readByOpenpyxl(changedWorkbook().save(), `s = w.worksheets[0]\nprint(json.dumps([w.sheetnames, s.tables["Matt"].ref, [c.name for c in s.tables["Matt"].tableColumns], [c.value for c in s[5]][:5], s["A6"].value, w["Ny"]["A1"].value]))`);
  expect(seen).toEqual([["Årets data", "Listor", "Ny"], "A5:E9", ["Kod", "Utfall", "Ny kolumn", "Mål", "Måluppfyllelse"], ["Kod", "Utfall", "Ny kolumn", "Mål", "Måluppfyllelse"], "M-1", "=SUM('Årets data'!B6:B7)"]);
});

testWith("openpyxl", hasOpenpyxl, "a workbook openpyxl made opens here", () => {
  inFolder((folder) => {
    const path = join(folder, "prov.xlsx");
    const script = `import openpyxl, sys, datetime
from openpyxl.worksheet.table import Table
w = openpyxl.Workbook()
s = w.active
for r in [["Mått", "Utfall", "Datum"], ["å & <ä>", 0.055, datetime.date(2019, 1, 22)], [" b ", "=B2*2", None], [True, "=1/0", "x"]]: s.append(r)
s.add_table(Table(displayName="T", ref="A1:C4"))
s.freeze_panes = "A2"
w.create_sheet("Två")
w.save(sys.argv[1])`;
    execFileSync("/usr/bin/python3", ["-c", script, path]);
    const workbook = openXlsx(new Uint8Array(readFileSync(path)));
    const sheet = firstSheet(workbook);
    expect([...sheet.cells()].map(({ content }) => content.formula ?? content.value)).toEqual(["Mått", "Utfall", "Datum", "å & <ä>", 0.055, 43_487, " b ", "B2*2", true, "1/0", "x"]);
    expect([sheet.numberFormat(1, 2), sheet.freezePanes, sheet.tables[0]?.columns.map((column) => column.name)]).toEqual(["yyyy-mm-dd", { rows: 1, columns: 0 }, ["Mått", "Utfall", "Datum"]]);
    sheet.setCell(1, 1, { value: 0.06 });
    expect(readByOpenpyxl(workbook.save(), 'print(json.dumps([w.sheetnames, w.active["B2"].value, w.active["B3"].value]))')).toEqual([["Sheet", "Två"], 0.06, "=B2*2"]);
  });
});

testWith("LibreOffice", hasLibreOffice, "LibreOffice opens a workbook made here and calculates its formulas", () => {
  const sheet = firstSheet(recalculatedByLibreOffice(madeWorkbook().save()));
  expect([1, 2, 3].map((row) => sheet.cell(row, 3)?.value)).toEqual([expect.closeTo(1.1), 0.5, 1]);
  expect(sheet.cell(6, 0)?.value).toBeCloseTo(5.055);
  expect(sheet.cell(1, 0)).toEqual({ value: "å & <ä>" });
  expect(sheet.cell(2, 0)).toEqual({ value: " blank " });
  expect(sheet.cell(3, 0)).toEqual({ value: "rad\nbrytning" });
  expect(sheet.format(1, 3)).toMatchObject({ numberFormat: "0.0%", fill: "#FFF2CC" });
  expect(sheet.tables[0]?.name).toBe("Matt");
});

testWith("LibreOffice", hasLibreOffice, "LibreOffice opens a workbook changed here, and what LibreOffice saved opens here", () => {
  const again = recalculatedByLibreOffice(changedWorkbook().save());
  expect(again.sheets.map((sheet) => sheet.name)).toEqual(["Årets data", "Listor", "Ny"]);
  expect(again.sheet("Ny")?.cell(0, 0)?.value).toBeCloseTo(0.197);
  expect(again.table("Matt")?.range).toEqual({ row: 4, column: 0, rows: 5, columns: 5 });
  firstSheet(again).setCell(5, 2, { value: "efter LibreOffice" });
  expect(firstSheet(openXlsx(again.save())).cell(5, 2)).toEqual({ value: "efter LibreOffice" });
});
