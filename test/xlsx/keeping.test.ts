/** What is not changed is kept, byte for byte; what is changed takes along as little else as can be. */
import { strFromU8, unzipSync } from "fflate";
import { openXlsx } from "../../src/xlsx/index.js";
import { excelDialect, excelDialectParts, zipParts } from "./excelDialect.js";
import { sheetOf } from "./expecting.js";

function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const old = unzipSync(before);
  const now = unzipSync(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => {
    const a = old[name];
    const b = now[name];
    return a === undefined || b === undefined || Buffer.compare(Buffer.from(a), Buffer.from(b)) !== 0;
  });
}

const part = (file: Uint8Array, name: string): string => strFromU8(unzipSync(file)[name] ?? new Uint8Array());

test("a workbook opened and saved has the same parts, in the same order, with the same bytes", () => {
  const file = excelDialect();
  const workbook = openXlsx(file);
  for (const sheet of workbook.sheets) expect([...sheet.cells()].length).toBeGreaterThan(0);
  const saved = workbook.save();
  expect(changedParts(file, saved)).toEqual([]);
  expect(Object.keys(unzipSync(saved))).toEqual(Object.keys(unzipSync(file)));
});

test("saving twice, and saving what was saved, gives the same bytes", () => {
  const workbook = openXlsx(excelDialect());
  sheetOf(workbook, "Data").setCell(3, 1, { value: 0.06 });
  const once = workbook.save();
  expect(Buffer.compare(Buffer.from(workbook.save()), Buffer.from(once))).toBe(0);
  expect(Buffer.compare(Buffer.from(openXlsx(once).save()), Buffer.from(once))).toBe(0);
});

test("a changed number changes its sheet and nothing else", () => {
  const file = excelDialect();
  const workbook = openXlsx(file);
  sheetOf(workbook, "Data").setCell(4, 1, { value: 0.25 });
  const saved = workbook.save();
  expect(changedParts(file, saved)).toEqual(["xl/worksheets/sheet1.xml"]);
});

test("in a changed sheet all but the cell stays as it was", () => {
  const file = excelDialect();
  const workbook = openXlsx(file);
  sheetOf(workbook, "Data").setCell(4, 1, { value: 0.25 });
  const [before, after] = [part(file, "xl/worksheets/sheet1.xml"), part(workbook.save(), "xl/worksheets/sheet1.xml")];
  // The row's `spans` is a hint that may go.
  const row = /<row r="5" spans="1:8"/;
  expect(after).toBe(before.replace(row, '<row r="5"').replace('<c r="B5"><v>0.142</v></c>', '<c r="B5"><v>0.25</v></c>'));
});

test("a changed text is added last among the shared strings; the others keep their numbers and their markup", () => {
  const file = excelDialect();
  const workbook = openXlsx(file);
  sheetOf(workbook, "Data").setCell(3, 0, { value: "ny & <text>" });
  const saved = workbook.save();
  expect(sheetOf(openXlsx(saved), "Data").cell(3, 0)).toEqual({ value: "ny & <text>" });
  const before = part(file, "xl/sharedStrings.xml");
  const after = part(saved, "xl/sharedStrings.xml");
  expect(after.replace(/ (count|uniqueCount)="\d+"/g, "")).toBe(before.replace("</sst>", "<si><t>ny &amp; &lt;text&gt;</t></si></sst>").replace(/ (count|uniqueCount)="\d+"/g, ""));
  expect(after).toContain('uniqueCount="11"');
});

test("new styles are added after the old ones", () => {
  const file = excelDialect();
  const workbook = openXlsx(file);
  sheetOf(workbook, "Data").applyFormat({ row: 0, column: 0, rows: 1, columns: 1 }, { font: { italic: true } });
  const after = part(workbook.save(), "xl/styles.xml");
  const oldXfs = /<cellXfs count="4">(.*)<\/cellXfs>/.exec(part(file, "xl/styles.xml"))?.[1] ?? "?";
  expect(after).toContain(`<cellXfs count="5">${oldXfs}<xf `);
  // What the format holds beside the change stays: rotation, colours from the theme.
  expect(after).toContain('<alignment vertical="top" textRotation="45"/></xf></cellXfs>');
  expect(after).toContain('<font><b/><i/><sz val="14"/><color theme="4" tint="-0.249977111117893"/>');
});

test("a rich text survives changes beside it", () => {
  const workbook = openXlsx(excelDialect());
  const data = sheetOf(workbook, "Data");
  data.setCell(8, 3, { value: 1 });
  data.insertCells({ row: 0, column: 0, rows: 2, columns: 16_384 }, "down");
  const saved = workbook.save();
  expect(part(saved, "xl/worksheets/sheet1.xml")).toContain('<c r="A11" t="inlineStr"><is><r><rPr><b/></rPr><t>rå</t></r><r><t xml:space="preserve"> text</t></r></is></c>');
  expect(part(saved, "xl/worksheets/sheet1.xml")).toContain('<c r="A8" t="s"><v>7</v></c>');
});

test("the chain of calculation goes only when a formula has changed", () => {
  const values = openXlsx(excelDialect());
  sheetOf(values, "Data").setCell(3, 1, { value: 1 });
  expect(Object.keys(unzipSync(values.save()))).toContain("xl/calcChain.xml");

  const formulas = openXlsx(excelDialect());
  sheetOf(formulas, "Data").setCell(8, 4, { value: 2, formula: "1+1" });
  const saved = formulas.save();
  expect(Object.keys(unzipSync(saved))).not.toContain("xl/calcChain.xml");
  expect(part(saved, "[Content_Types].xml")).not.toContain("calcChain");
  expect(part(saved, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
  expect(part(saved, "xl/workbook.xml")).not.toContain("fullCalcOnLoad");
});

test("a formula without a result asks Excel to calculate when the file is opened", () => {
  const workbook = openXlsx(excelDialect());
  sheetOf(workbook, "Data").setCell(8, 4, { value: null, formula: "1+1" });
  expect(part(workbook.save(), "xl/workbook.xml")).toContain('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
});

test("elements added to a sheet stand in the order the schema gives", () => {
  const workbook = openXlsx(excelDialect());
  const listor = sheetOf(workbook, "Listor");
  listor.pageLayout = { ...listor.pageLayout, header: "&CRubrik", centerHorizontally: true };
  listor.setDataValidation({ row: 0, column: 3, rows: 2, columns: 1 }, { type: "whole", operator: "greaterThan", formula1: "0", formula2: undefined, allowBlank: true, inCellDropDown: true, showErrorAlert: true, errorStyle: "stop", errorTitle: undefined, errorMessage: undefined, showInputPrompt: false, promptTitle: undefined, promptMessage: undefined });
  listor.merge({ row: 8, column: 0, rows: 1, columns: 2 });
  listor.freezePanes = { rows: 1, columns: 0 };
  listor.setColumnWidth(0, 1, 20);
  listor.protect({});
  const xml = part(workbook.save(), "xl/worksheets/sheet2.xml");
  const found = [...xml.matchAll(/<x:(sheetViews|cols|sheetData|sheetProtection|mergeCells|dataValidations|printOptions|pageMargins|pageSetup|headerFooter)[ >]/g)].map((match) => match[1]);
  expect(found).toEqual(["sheetViews", "cols", "sheetData", "sheetProtection", "mergeCells", "dataValidations", "printOptions", "pageMargins", "pageSetup", "headerFooter"]);
});

test("parts with a byte order mark, and parts in UTF-16, are read", () => {
  const parts = excelDialectParts();
  const styles = String(parts["xl/styles.xml"]);
  const sheet = String(parts["xl/worksheets/sheet2.xml"]).replace("utf-8", "utf-16");
  const utf16 = Buffer.from(`\ufeff${sheet}`, "utf16le");
  const workbook = openXlsx(zipParts({ ...parts, "xl/styles.xml": `\ufeff${styles}`, "xl/worksheets/sheet2.xml": new Uint8Array(utf16) }));
  const listor = sheetOf(workbook, "Listor");
  expect(listor.cell(0, 0)).toEqual({ value: "Öka" });
  listor.applyFormat({ row: 0, column: 0, rows: 1, columns: 1 }, { numberFormat: "@" });
  const again = sheetOf(openXlsx(workbook.save()), "Listor");
  expect(again.cell(0, 0)).toEqual({ value: "Öka" });
  expect(again.numberFormat(0, 0)).toBe("@");
});
