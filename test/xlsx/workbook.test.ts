/** Sheets, names, properties and settings of a workbook. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import type { Workbook } from "../../src/xlsx/index.js";
import { excelDialect, excelDialectParts, zipParts } from "./excelDialect.js";
import { code, defined, firstSheet, reopened, sheetOf } from "./expecting.js";

const sheetNames = (workbook: Workbook): string[] => workbook.sheets.map((sheet) => sheet.name);

describe("a new workbook", () => {
  test("has one empty sheet, called as in Swedish Excel unless told", () => {
    const workbook = createXlsx();
    expect(sheetNames(workbook)).toEqual(["Blad1"]);
    expect(defined(workbook.sheets[0]).usedRange(false)).toBeUndefined();
    expect(sheetNames(createXlsx({ language: "en-US" }))).toEqual(["Sheet1"]);
    expect(sheetNames(createXlsx({ sheetName: "Mål" }))).toEqual(["Mål"]);
    expect(code(() => createXlsx({ sheetName: "a/b" }))).toBe("sheetName");
  });
});

describe("sheets", () => {
  test.each([["", "sheetName"], ["x".repeat(32), "sheetName"], ["a:b", "sheetName"], ["a\\b", "sheetName"], ["a?", "sheetName"], ["[a]", "sheetName"], ["'a", "sheetName"], ["a'", "sheetName"], ["History", "sheetName"], ["DATA", "sheetExists"], ["x".repeat(31), "nothing thrown"], ["Mål & mått '26", "nothing thrown"]])("called %p: %s", (name, expected) => {
    const workbook = openXlsx(excelDialect());
    expect(code(() => workbook.addSheet(name))).toBe(expected);
    const other = openXlsx(excelDialect());
    expect(code(() => { sheetOf(other, "Listor").name = name; })).toBe(expected);
    if (expected === "nothing thrown") expect(sheetNames(reopened(workbook))).toContain(name);
  });

  test("a name may change in case only", () => {
    const workbook = openXlsx(excelDialect());
    sheetOf(workbook, "Data").name = "DATA";
    expect(sheetNames(reopened(workbook))).toEqual(["DATA", "Listor"]);
  });

  test("a renamed sheet keeps what refers to it", () => {
    const workbook = openXlsx(excelDialect());
    sheetOf(workbook, "Listor").name = "Val & listor";
    sheetOf(workbook, "Data").name = "Året's data";
    const saved = workbook.save();
    const again = openXlsx(saved);
    expect(again.names.map((name) => [name.name, name.formula])).toEqual([["_xlnm.Print_Titles", "'Året''s data'!$3:$3"], ["Koder", "'Val & listor'!$A$1:$A$3"]]);
    expect(sheetOf(again, "Val & listor").cell(2, 1)?.formula).toBe("SUM('Året''s data'!B4:B6)");
    expect(sheetOf(again, "Året's data").dataValidations[0]?.formula1).toBe("'Val & listor'!$A$1:$A$3");
    const parts = unzipSync(saved);
    expect(strFromU8(defined(parts["xl/worksheets/sheet1.xml"]))).toContain("<xm:f>'Val &amp; listor'!$A$1:$A$3</xm:f>");
    expect(strFromU8(defined(parts["xl/worksheets/sheet1.xml"]))).toContain(`location="'Val &amp; listor'!A1"`);
    expect(strFromU8(defined(parts["xl/charts/chart1.xml"]))).toContain("<c:f>'Året''s data'!$B$4:$B$6</c:f>");
  });

  test("a sheet is added where asked, and the names of sheets keep their owners when sheets move", () => {
    const workbook = openXlsx(excelDialect());
    workbook.addSheet("Först", 0);
    expect(sheetNames(workbook)).toEqual(["Först", "Data", "Listor"]);
    workbook.moveSheet(sheetOf(workbook, "Data"), 2);
    const again = reopened(workbook);
    expect(sheetNames(again)).toEqual(["Först", "Listor", "Data"]);
    expect(again.names[0]?.scope?.name).toBe("Data");
    expect(again.activeSheet.name).toBe("Data");
    expect(again.sheets.map((sheet) => sheet.position)).toEqual([0, 1, 2]);
    expect(code(() => { workbook.moveSheet(sheetOf(workbook, "Data"), 3); })).toBe("unknownSheet");
  });

  test("a removed sheet takes its parts, tables and names with it; references to it are lost", () => {
    const workbook = openXlsx(excelDialect());
    sheetOf(workbook, "Listor").visibility = "visible";
    workbook.removeSheet(sheetOf(workbook, "Data"));
    const saved = workbook.save();
    const names = Object.keys(unzipSync(saved));
    for (const gone of ["xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/tables/table1.xml", "xl/drawings/drawing1.xml", "xl/charts/chart1.xml", "xl/threadedComments/threadedComment1.xml"]) expect(names).not.toContain(gone);
    expect(names).toContain("customXml/item1.xml");
    const again = openXlsx(saved);
    expect(again.names.map((name) => name.name)).toEqual(["Koder"]);
    expect(sheetOf(again, "Listor").cell(2, 1)?.formula).toBe("SUM(#REF!)");
    expect(again.table("Matt")).toBeUndefined();
    expect(code(() => { workbook.moveSheet(defined(openXlsx(excelDialect()).sheets[0]), 0); })).toBe("unknownSheet");
  });

  test("a window never shows a tab that is gone", () => {
    const parts = excelDialectParts();
    const markup = String(parts["xl/workbook.xml"]).replace(/<bookViews>.*<\/bookViews>/, '<bookViews><workbookView firstSheet="1" activeTab="1"/><workbookView firstSheet="1" activeTab="1"/></bookViews>');
    const workbook = openXlsx(zipParts({ ...parts, "xl/workbook.xml": markup }));
    for (const sheet of workbook.sheets.slice(1)) workbook.removeSheet(sheet);
    const left = strFromU8(defined(unzipSync(workbook.save())["xl/workbook.xml"]));
    expect(left).toContain("<bookViews><workbookView/><workbookView/></bookViews>");
  });

  test("one sheet stays visible", () => {
    const workbook = openXlsx(excelDialect());
    expect(code(() => { sheetOf(workbook, "Data").visibility = "hidden"; })).toBe("lastVisibleSheet");
    expect(sheetOf(workbook, "Data").visibility).toBe("visible");
    expect(code(() => { workbook.removeSheet(sheetOf(workbook, "Data")); })).toBe("lastVisibleSheet");
    sheetOf(workbook, "Listor").visibility = "visible";
    sheetOf(workbook, "Data").visibility = "veryHidden";
    expect(reopened(workbook).sheets.map((sheet) => sheet.visibility)).toEqual(["veryHidden", "visible"]);
    expect(reopened(workbook).activeSheet.name).toBe("Listor");
  });

  test("one tab is selected, though several were", () => {
    const parts = excelDialectParts();
    const grouped = String(parts["xl/worksheets/sheet2.xml"]).replace("<x:sheetData>", '<x:sheetViews><x:sheetView tabSelected="1" workbookViewId="0"/></x:sheetViews><x:sheetData>');
    const workbook = openXlsx(zipParts({ ...parts, "xl/worksheets/sheet2.xml": grouped }));
    workbook.addSheet("Ny");
    workbook.activeSheet = sheetOf(workbook, "Ny");
    const saved = unzipSync(workbook.save());
    expect(["sheet1", "sheet2", "sheet3"].map((name) => strFromU8(defined(saved[`xl/worksheets/${name}.xml`])).includes("tabSelected"))).toEqual([false, false, true]);
  });

  test("the active sheet is kept", () => {
    const workbook = openXlsx(excelDialect());
    sheetOf(workbook, "Listor").visibility = "visible";
    workbook.activeSheet = sheetOf(workbook, "Listor");
    const saved = workbook.save();
    expect(openXlsx(saved).activeSheet.name).toBe("Listor");
    expect(strFromU8(defined(unzipSync(saved)["xl/worksheets/sheet1.xml"]))).not.toContain("tabSelected");
  });
});

test("a workbook without styles, as simple exporters write, is read as it is and gets a styles part with its first format", () => {
  const { "xl/styles.xml": _styles, ...parts } = excelDialectParts();
  const open = (): Workbook => openXlsx(zipParts({ ...parts, "xl/_rels/workbook.xml.rels": String(parts["xl/_rels/workbook.xml.rels"]).replace(/<Relationship [^>]*styles.xml"\/>/, "") }));
  const read = open();
  expect(firstSheet(read).format(0, 0)).toMatchObject({ numberFormat: "General", font: { name: "Calibri", bold: false } });
  expect(unzipSync(read.save())).not.toHaveProperty(["xl/styles.xml"]);
  const changed = open();
  firstSheet(changed).applyFormat({ row: 0, column: 0, rows: 1, columns: 1 }, { numberFormat: "0.0 %", font: { bold: true } });
  expect(firstSheet(openXlsx(changed.save())).format(0, 0)).toMatchObject({ numberFormat: "0.0 %", font: { bold: true } });
});

describe("names", () => {
  test("are added, changed and removed", () => {
    const workbook = openXlsx(excelDialect());
    const listor = sheetOf(workbook, "Listor");
    workbook.addName("Lokalt", "Listor!$B$1", listor);
    workbook.addName("Koder", "Data!$A$1", listor);
    defined(workbook.names.find((name) => name.scope === undefined)).formula = "Listor!$A$1:$A$9";
    workbook.removeName(defined(workbook.names[0]));
    const again = reopened(workbook);
    expect(again.names.map((name) => [name.name, name.scope?.name, name.formula])).toEqual([["Koder", undefined, "Listor!$A$1:$A$9"], ["Lokalt", "Listor", "Listor!$B$1"], ["Koder", "Listor", "Data!$A$1"]]);
    expect(code(() => again.addName("KODER", "1"))).toBe("definedNameExists");
    expect(code(() => again.addName("matt", "1"))).toBe("definedNameExists");
    expect(code(() => again.addName("A1", "1"))).toBe("definedName");
    expect(code(() => again.addName("två ord", "1"))).toBe("definedName");
  });
});

describe("what goes with the document", () => {
  test("properties are kept", () => {
    for (const workbook of [createXlsx(), openXlsx(excelDialect())]) {
      expect(workbook.properties.title).toBe("");
      workbook.properties.title = "Måluppföljning <T1>";
      workbook.properties.keywords = "mål; mått";
      workbook.properties.lastAuthor = "Utredare";
      const { properties } = reopened(workbook);
      expect([properties.title, properties.keywords, properties.lastAuthor, properties.subject]).toEqual(["Måluppföljning <T1>", "mål; mått", "Utredare", ""]);
    }
  });

  test("settings are kept as Excel keeps an add-in's, and left alone when nothing changes", () => {
    const workbook = openXlsx(excelDialect());
    expect(workbook.settings.size).toBe(0);
    workbook.settings.set("enhet", "KS");
    workbook.settings.set("val", { period: "T1 2019", lista: [1, null, "å\n"] });
    const saved = workbook.save();
    expect(strFromU8(defined(unzipSync(saved)["xl/webextensions/webextension1.xml"]))).toContain('<we:property name="enhet" value="&quot;KS&quot;"/>');
    const again = openXlsx(saved);
    expect([...again.settings]).toEqual([["enhet", "KS"], ["val", { period: "T1 2019", lista: [1, null, "å\n"] }]]);
    expect(Buffer.compare(Buffer.from(again.save()), Buffer.from(saved))).toBe(0);
    again.settings.delete("enhet");
    expect([...reopened(again).settings.keys()]).toEqual(["val"]);
    again.settings.set("omöjligt", () => 1);
    expect(code(() => again.save())).toBe("setting");
  });

  test("another add-in's settings are not ours", () => {
    const workbook = createXlsx();
    workbook.settings.set("vår", 1);
    const parts = unzipSync(workbook.save());
    const name = "xl/webextensions/webextension1.xml";
    const theirs = strFromU8(defined(parts[name])).replace(/<we:reference id="[^"]*"/, '<we:reference id="11111111-2222-3333-4444-555555555555"');
    const file = zipSync({ ...parts, [name]: strToU8(theirs) });
    const again = openXlsx(file);
    expect(again.settings.size).toBe(0);
    again.settings.set("vår", 2);
    const both = unzipSync(again.save());
    expect(strFromU8(defined(both[name]))).toBe(theirs);
    expect(Object.keys(both)).toContain("xl/webextensions/webextension2.xml");
    expect([...reopened(again).settings]).toEqual([["vår", 2]]);
  });
});
