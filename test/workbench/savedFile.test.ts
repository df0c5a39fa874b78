// What was made through Office.js, read by programs that know nothing of us.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { savedByLibreOffice } from "../libreoffice/libreOffice";
import { describeWith } from "../tools";
import { batch, openExcel } from "./openExcel";

jest.setTimeout(180_000);

let folder = "";
let file = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "saved-"));
  file = join(folder, "made.xlsx");
  writeFileSync(file, await made());
});
afterAll(() => rmSync(folder, { recursive: true }));

async function made(): Promise<Uint8Array> {
  const excel = openExcel();
  await batch(excel, (context, sheet) => {
    sheet.name = "Utfall";
    sheet.getRange("A1:D4").values = [
      ["Mått-id", "Utfall", "Målvärde", "Måluppfyllelse"],
      ["M1", "5.5%", "5.5%", ""],
      ["M2", 0.148, "", ""],
      ["M3", 12, 10, ""],
    ];
    const table = sheet.tables.add("A1:D4", true);
    table.name = "Utfall_tabell";
    table.style = "TableStyleLight9";
    const formula = '=IF(OR([@Målvärde]="",[@Målvärde]=0),"",[@Utfall]/[@Målvärde])';
    table.columns.getItem("Måluppfyllelse").getDataBodyRange().formulas = [[formula], [formula], [formula]];
    table.columns.getItem("Måluppfyllelse").getDataBodyRange().numberFormat = [["0%"], ["0%"], ["0%"]];
    sheet.getRange("A1:D1").format.font.bold = true;
    sheet.getRange("A2:A4").dataValidation.rule = { list: { inCellDropDown: true, source: "M1,M2,M3" } };
    sheet.getRange("B2:B4").conditionalFormats.add("Custom").custom.rule.formula = "=$B2>1";
    sheet.freezePanes.freezeRows(1);
    context.workbook.worksheets.add("Minne").visibility = "VeryHidden";
    context.workbook.names.add("Ids", sheet.getRange("A2:A4"));
    context.workbook.properties.title = "Måluppföljning";
    sheet.protection.protect({ allowAutoFilter: true });
  });
  return excel.host.save();
}

describeWith("python3-openpyxl", "openpyxl reads the workbook", (python) => {
  test("values, table, validation, panes, protection and names are there", () => {
    const script = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
cached = openpyxl.load_workbook(sys.argv[1], data_only=True)
sheet = book["Utfall"]
table = sheet.tables["Utfall_tabell"]
print(json.dumps({
  "values": [[cell.value for cell in row] for row in cached["Utfall"]["A1:D4"]],
  "formula": sheet["D2"].value, "format": sheet["B2"].number_format, "bold": sheet["A1"].font.b,
  "table": [table.ref, table.tableStyleInfo.name, table.tableColumns[3].calculatedColumnFormula.attr_text],
  "validation": [[str(rule.sqref), rule.type, rule.formula1] for rule in sheet.data_validations.dataValidation],
  "panes": sheet.freeze_panes, "protected": sheet.protection.sheet, "states": [s.sheet_state for s in book.worksheets],
  "name": book.defined_names["Ids"].attr_text, "title": book.properties.title, "rules": sum(len(r.rules) for r in sheet.conditional_formatting),
}))`;
    const read: unknown = JSON.parse(execFileSync(python, ["-c", script, file], { encoding: "utf8" }));
    const formula = 'IF(OR(Utfall_tabell[[#This Row],[Målvärde]]="",Utfall_tabell[[#This Row],[Målvärde]]=0),"",Utfall_tabell[[#This Row],[Utfall]]/Utfall_tabell[[#This Row],[Målvärde]])';
    expect(read).toEqual({
      values: [["Mått-id", "Utfall", "Målvärde", "Måluppfyllelse"], ["M1", 0.055, 0.055, 1], ["M2", 0.148, null, null], ["M3", 12, 10, 1.2]],
      formula: `=${formula}`,
      format: "0.00%",
      bold: true,
      table: ["A1:D4", "TableStyleLight9", formula],
      validation: [["A2:A4", "list", '"M1,M2,M3"']],
      panes: "A2",
      protected: true,
      states: ["visible", "veryHidden"],
      name: "Utfall!$A$2:$A$4",
      title: "Måluppföljning",
      rules: 1,
    });
  });
});

describeWith("soffice", "LibreOffice opens the workbook", (soffice) => {
  test("and recalculates to the same figures", () => {
    const sheet = savedByLibreOffice(soffice, readFileSync(file)).sheet("Utfall");
    expect([1, 2, 3].map((row) => sheet?.cell(row, 3)?.value ?? "")).toEqual([1, "", 1.2]);
  });
});
