import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { openSheets } from "../../src/files/openSheets.js";
import { savedAt } from "../../src/files/savedAt.js";
import { createXlsx } from "../../src/xlsx/index.js";
import { excelDialect, excelDialectParts, zipParts } from "../xlsx/excelDialect.js";
import { laidOut } from "../intake/takenIn.js";

const compound = (stream: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...Buffer.from(stream, "utf16le"), ...new Uint8Array(512)]);
const text = (content: string) => new Uint8Array(Buffer.from(content));
const sound = excelDialect();

describe("a file that somebody picks", () => {
  it.each<[string, string, Uint8Array]>([
    ["tom.xlsx", "empty", new Uint8Array(0)],
    ["utdrag.csv", "csv", text("Mått;Utfall\r\n1;2\r\n")],
    ["utdrag.xlsx", "csv", text("Mått;Utfall\r\nAndel nöjda;80\r\n")],
    ["rapport.xls", "html", text("<html><body><table><tr><td>Mått</td></tr></table></body></html>")],
    ["rapport.xml", "xml-spreadsheet", text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')],
    ["kalkyl.xlsx", "open-document", zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }], "content.xml": strToU8("<a/>") })],
    ["beslut.pdf", "pdf", text("%PDF-1.7 …")],
    ["bild.xlsx", "not-a-workbook", text("\u0089PNG")],
    ["hemlig.xlsx", "password", compound("EncryptedPackage")],
    ["gammal.xlsx", "xls", compound("Workbook")],
    ["halv.xlsx", "truncated", sound.subarray(0, sound.length >> 1)],
    ["trasig.xlsx", "damaged", zipParts({ ...excelDialectParts(), "xl/workbook.xml": "<workbook><sheets>" })],
    ["stig.xlsx", "hostile", zipParts({ ...excelDialectParts(), "../utanför.xml": "<a/>" })],
    ["bomb.xlsx", "hostile", zipParts({ ...excelDialectParts(), "xl/media/stor.bin": new Uint8Array(5 * 1024 * 1024) })],
  ])("%s is refused in plain words: %s", (name, reason, bytes) => {
    const opened = openSheets(name, bytes);
    expect(opened).toMatchObject({ kind: "refused", reason });
    if (opened.kind !== "refused") return;
    for (const words of [opened.text.sv, opened.text.en]) expect(words).toMatch(new RegExp(`^${name}: .*\\.$`, "u"));
    expect(opened.text.sv).toContain("Inget har lästs in.");
  });

  it("is read whatever it is called, with its hidden sheets, and never changed", () => {
    const workbook = laidOut({ Blad1: [["Mått", "Utfall"], ["Andel nöjda", { value: 0.5, formula: "1/2", format: "0%" }]], Gömt: [["x"]] }, ({ sheets }) => {
      const [, hidden] = sheets;
      if (hidden !== undefined) hidden.visibility = "veryHidden";
    });
    const bytes = workbook.save();
    const before = Buffer.from(bytes);
    const opened = openSheets("makron.xlsm", bytes);
    if (opened.kind !== "sheets") throw new Error(opened.text.sv);
    expect(opened.grids.map(({ name, isHidden }) => [name, isHidden])).toEqual([["Blad1", false], ["Gömt", true]]);
    expect(opened.grids[0]?.cells[1]?.[1]).toEqual({ value: 0.5, type: "Double", numberFormat: "0%", isFormula: true });
    expect(Buffer.from(bytes).equals(before)).toBe(true);
  });

  it("counts its days from 1900, also where it was made on an old Mac", () => {
    const parts = unzipSync(laidOut({ Blad1: [["Beslutsdatum", "Antal"], [{ value: 42_000, format: "yyyy-mm-dd" }, 42_000]] }).save());
    const workbookPart = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
    const made1904 = { ...parts, "xl/workbook.xml": strToU8(workbookPart.replace(/<workbookPr[^>]*>|(?=<sheets>)/u, '<workbookPr date1904="1"/>')) };
    expect(openSheets("mac.xlsx", zipSync(made1904))).toMatchObject({ grids: [{ cells: [{}, [{ value: 43_462 }, { value: 42_000 }]] }] });
  });

  it("is told from a sheet with more cells than a table can have", () => {
    const workbook = createXlsx();
    workbook.activeSheet.setCell(0, 0, { value: "Mått" });
    workbook.activeSheet.setCell(1_048_575, 5, { value: 1 });
    const opened = openSheets("stor.xlsx", workbook.save());
    expect(opened).toMatchObject({ kind: "sheets", grids: [{ name: "Blad1", cells: [], cellsTooMany: 6_291_456 }] });
  });
});

describe("when a file was saved", () => {
  it.each<[string, number | null]>([
    ["2019-05-20T08:30:00Z", 43_605 + 10.5 / 24],
    ["2019-01-20T23:30:00Z", 43_486 + 0.5 / 24],
    ["2019-05-20T10:30:00+02:00", 43_605 + 10.5 / 24],
    ["2019-05-20T10:30:00", 43_605 + 10.5 / 24],
    ["2019-05-20", 43_605],
    ["i går", null],
    ["2019-13-45T00:00:00Z", null],
    ["", null],
  ])("%s is a day and a time in Sweden", (written, expected) => {
    const saved = savedAt(written);
    if (expected === null) expect(saved).toBeNull();
    else expect(saved).toBeCloseTo(expected, 6);
  });
});
