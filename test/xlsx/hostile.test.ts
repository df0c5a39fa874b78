/** Broken, encrypted and hostile files end in a clear error, soon and in little memory. */
import fc from "fast-check";
import { deflateSync } from "fflate";
import { openXlsx, XlsxError } from "../../src/xlsx/index.js";
import { crc32 } from "../../src/xlsx/zip.js";
import { excelDialect, excelDialectParts, zipParts } from "./excelDialect.js";

/** The code of the error that opening and reading everything ends in; "opened" when it does not. */
function outcome(file: Uint8Array, limits = {}): string {
  try {
    const workbook = openXlsx(file, { limits });
    for (const sheet of workbook.sheets) {
      for (const cell of sheet.cells()) sheet.format(cell.row, cell.column);
      for (const table of sheet.tables) expect(table.columns.length).toBeGreaterThan(0);
    }
    return "opened";
  } catch (error: unknown) {
    if (!(error instanceof XlsxError)) throw error;
    expect(error.message).toMatch(/^[A-ZÅÄÖ].*\.$/);
    return error.code;
  }
}

const file = excelDialect();
const withPart = (name: string, content: string | Uint8Array): Uint8Array => zipParts({ ...excelDialectParts(), [name]: content });
const withSheet = (rows: string): Uint8Array => withPart("xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`);
const without = (name: string): Uint8Array => zipParts(Object.fromEntries(Object.entries(excelDialectParts()).filter(([part]) => part !== name)));

const uint16 = (value: number): number[] => [value & 255, value >> 8];
const uint32 = (value: number): number[] => [...uint16(value & 0xffff), ...uint16(value >>> 16)];

/** A zip written by hand, whose directory may say anything. */
function rawZip(entries: readonly { name: string; localName?: string; data: Uint8Array; size?: number; method?: number; flags?: number; crc?: number; packedSize?: number; zip64?: boolean }[]): Uint8Array {
  const bytes: number[] = [];
  const directory: number[] = [];
  for (const entry of entries) {
    const name = [...Buffer.from(entry.name)];
    const localName = [...Buffer.from(entry.localName ?? entry.name)];
    const shared = [...uint16(20), ...uint16(entry.flags ?? 0), ...uint16(entry.method ?? 0), ...uint32(0), ...uint32(entry.crc ?? 0), ...uint32(entry.packedSize ?? entry.data.length), ...uint32(entry.size ?? entry.data.length)];
    const extra = entry.zip64 === true ? [...uint16(1), ...uint16(24), ...uint32(entry.data.length), ...uint32(0), ...uint32(entry.data.length), ...uint32(0), ...uint32(bytes.length), ...uint32(0)] : [];
    const sizes = entry.zip64 === true ? [...shared.slice(0, 14), ...uint32(0xffffffff), ...uint32(0xffffffff)] : shared;
    const offset = entry.zip64 === true ? 0xffffffff : bytes.length;
    directory.push(...uint32(0x02014b50), ...uint16(20), ...sizes, ...uint16(name.length), ...uint16(extra.length), ...Array.from({ length: 10 }, () => 0), ...uint32(offset), ...name, ...extra);
    bytes.push(...uint32(0x04034b50), ...shared, ...uint16(localName.length), ...uint16(0), ...localName);
    for (const byte of entry.data) bytes.push(byte);
  }
  const start = bytes.length;
  return Uint8Array.from([...bytes, ...directory, ...uint32(0x06054b50), ...uint32(0), ...uint16(entries.length), ...uint16(entries.length), ...uint32(directory.length), ...uint32(start), ...uint16(0)]);
}

const compound = (text: string): Uint8Array => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...Buffer.from(text, "utf16le"), ...new Uint8Array(512)]);
const zeros = (length: number): Uint8Array => new Uint8Array(length);

test("the sound workbook opens", () => {
  expect(outcome(file)).toBe("opened");
});

test.each<[string, string, () => Uint8Array]>([
  ["an empty file", "emptyFile", () => zeros(0)],
  ["a text file", "notZip", () => Buffer.from("Mått;Utfall\n1;2\n")],
  ["a zip that is no workbook", "notZip", () => zipParts({ "brev.txt": "hej" })],
  ["a Word document", "notZip", () => zipParts({ ...excelDialectParts(), "xl/workbook.xml": "<w:document xmlns:w='urn:w'/>" })],
  ["a workbook with a password", "encrypted", () => compound("EncryptedPackage")],
  ["a binary .xlsb", "binaryWorkbook", () => zipParts({ ...excelDialectParts(), "xl/workbook.bin": zeros(9), "_rels/.rels": String(excelDialectParts()["_rels/.rels"]).replace("workbook.xml", "workbook.bin") })],
  ["an old .xls", "oldExcelFormat", () => compound("Workbook")],
  ["a very old .xls", "oldExcelFormat", () => Uint8Array.from([0x09, 0x04, 0x06, 0x00, 0x00, 0x00])],
  ["an entry encrypted in the zip", "encrypted", () => rawZip([{ name: "a.xml", data: zeros(1), flags: 1 }])],
  ["a file cut off in the middle", "truncated", () => file.subarray(0, file.length >> 1)],
  ["a file without its last byte", "truncated", () => file.subarray(0, file.length - 1)],
  ["no workbook part", "missingPart", () => without("xl/workbook.xml")],
  ["no worksheet part", "missingPart", () => without("xl/worksheets/sheet2.xml")],
  ["no table part", "missingPart", () => without("xl/tables/table1.xml")],
  ["a path upwards", "unsafePath", () => zipParts({ ...excelDialectParts(), "../utanför.xml": "<a/>" })],
  ["an absolute path", "unsafePath", () => zipParts({ ...excelDialectParts(), "/etc/passwd": "<a/>" })],
  ["a drive", "unsafePath", () => zipParts({ ...excelDialectParts(), "C:/x.xml": "<a/>" })],
  ["a backslash", "unsafePath", () => zipParts({ ...excelDialectParts(), "xl\\x.xml": "<a/>" })],
  ["the same part twice, but for case", "duplicatePart", () => zipParts({ ...excelDialectParts(), "XL/Workbook.xml": "<a/>" })],
  ["another name in the entry than in the directory", "damagedZip", () => rawZip([{ name: "a.xml", localName: "b.xml", data: zeros(1) }])],
  ["a wrong checksum", "checksum", () => rawZip([{ name: "a.xml", data: Buffer.from("<a/>"), crc: 1 }])],
  ["a size that is not the size", "damagedZip", () => rawZip([{ name: "a.xml", data: deflateSync(Buffer.from("<a/>")), method: 8, size: 99 }])],
  ["data longer than the directory says", "damagedZip", () => rawZip([{ name: "a.xml", data: deflateSync(zeros(3_000_000)), method: 8, size: 10 }])],
  ["data outside the file", "damagedZip", () => rawZip([{ name: "a.xml", data: zeros(1), packedSize: 5_000, size: 5_000 }])],
  ["a compression nobody uses", "unsupportedZip", () => rawZip([{ name: "a.xml", data: zeros(1), method: 99 }])],
  ["an entry that grows a thousand times", "suspiciousCompression", () => zipParts({ ...excelDialectParts(), "xl/media/x.bin": zeros(20_000_000) })],
  ["a directory that promises four gigabytes", "tooLarge", () => rawZip([{ name: "a.xml", data: zeros(1), method: 8, size: 0xfffffffe }])],
  ["entities that multiply", "doctype", () => withPart("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><workbook>&c;</workbook>')],
  ["a document type in a sheet", "doctype", () => withSheet('<!DOCTYPE a><row r="1"/>')],
  ["an entity nobody declared", "badXml", () => withSheet('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>')],
  ["elements a hundred thousand deep", "tooDeep", () => withPart("xl/workbook.xml", "<a>".repeat(100_000))],
  ["tags that are not closed", "badXml", () => withPart("xl/workbook.xml", "<workbook><sheets>")],
  ["tags closed in the wrong order", "badXml", () => withPart("xl/workbook.xml", "<workbook><sheets></workbook></sheets>")],
  ["an attribute without quotes", "badXml", () => withPart("xl/workbook.xml", "<workbook a=1><sheets/></workbook>")],
  ["the same attribute twice", "badXml", () => withPart("xl/tables/table1.xml", '<table id="1" id="2"/>')],
  ["bytes that are not UTF-8", "badEncoding", () => withPart("xl/workbook.xml", Uint8Array.from([0x3c, 0x61, 0xff, 0xfe, 0x3e]))],
  ["a row below the last", "badReference", () => withSheet('<row r="1048577"/>')],
  ["row 0", "badReference", () => withSheet('<row r="0"/>')],
  ["a row that is no number", "badReference", () => withSheet('<row r="x"/>')],
  ["a column after the last", "badReference", () => withSheet('<row r="1"><c r="XFE1"/></row>')],
  ["a cell of another row", "badReference", () => withSheet('<row r="1"><c r="A2"/></row>')],
  ["a cell without digits", "badReference", () => withSheet('<row r="1"><c r="A"/></row>')],
  ["a cell with a huge number", "badReference", () => withSheet(`<row r="1"><c r="A${"9".repeat(400)}"/></row>`)],
  ["a shared string that is not there", "badReference", () => withSheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>')],
  ["the same row twice", "badXml", () => withSheet('<row r="1"/><row r="1"/>')],
  ["the same cell twice", "badXml", () => withSheet('<row r="1"><c r="A1"/><c r="A1"/></row>')],
  ["a row that is not closed", "badXml", () => withSheet('<row r="1"><c r="A1"/>')],
  ["a cell that is not closed", "badXml", () => withSheet('<row r="1"><c r="A1"><v>1</row>')],
  ["a number that is none", "badXml", () => withSheet('<row r="1"><c r="A1"><v>1,5</v></c></row>')],
  ["an unknown kind of cell", "badXml", () => withSheet('<row r="1"><c r="A1" t="zz"><v>1</v></c></row>')],
  ["text between rows", "badXml", () => withSheet('<row r="1"/>hej')],
  ["a shared formula without its first cell", "badXml", () => withSheet('<row r="1"><c r="A1"><f t="shared" si="7"/></c></row>')],
  ["a table over cells that do not exist", "badReference", () => withPart("xl/tables/table1.xml", '<table id="1" name="T" displayName="T" ref="A0:B2"><tableColumns><tableColumn id="1" name="a"/></tableColumns></table>')],
])("%s: %s", (_what, code, make) => {
  const bytes = make();
  const opened = outcome(bytes);
  if (opened === "opened" && code === "badReference") {
    // A table's area is read when somebody asks for it.
    expect(() => openXlsx(bytes).sheets[0]?.tables[0]?.range).toThrow(XlsxError);
    return;
  }
  expect(opened).toBe(code);
});

test.each<[string, () => Uint8Array]>([
  // Each would take hours if any of it were looked through once for every piece.
  ["a cell with a million comments begun", () => withSheet(`<row r="1"><c r="A1" t="str"><v>${"<!--".repeat(1_000_000)}</v></c></row>`)],
  ["a string item with a million phonetic runs begun", () => withPart("xl/sharedStrings.xml", `<sst>${"<si><r><rPh>".repeat(300_000)}</sst>`)],
  ["a tag with a million spaces", () => withSheet(`<row r="1"><c r="A1"><f ${" ".repeat(1_000_000)}x/></c></row>`)],
  ["a tag with a million quoted angle brackets", () => withPart("xl/tables/table1.xml", `<table ${Array.from({ length: 100_000 }, (_, n) => `a${n}=">"`).join(" ")}`)],
  ["a row with elements nobody knows", () => withSheet(`<row r="1">${"<a(b>".repeat(100_000)}</row>`)],
])("%s ends in an error at once", (_what, make) => {
  expect(["badXml", "suspiciousCompression"]).toContain(outcome(make(), { ratioFrom: 1e9 }));
});

test("limits may be set lower", () => {
  expect(outcome(file, { totalBytes: 1_000 })).toBe("tooLarge");
  expect(outcome(file, { entries: 3 })).toBe("tooManyParts");
});

test("a zip64 directory and entries are read", () => {
  // Some writers that stream put the sizes of small parts in zip64 fields too.
  const entries = Object.entries(excelDialectParts()).map(([name, content]) => ({ name, data: typeof content === "string" ? Buffer.from(content) : content }));
  expect(outcome(rawZip(entries.map((entry) => ({ ...entry, crc: crc32(entry.data), zip64: true }))))).toBe("opened");
});

test("no damage by chance ends in anything but a clear error, or a workbook", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), fc.boolean(), (changes, cut) => {
      const bytes = Uint8Array.from(file);
      for (const [at, value] of changes) bytes[at] = value;
      expect(typeof outcome(cut ? bytes.subarray(0, changes[0]?.[0] ?? 0) : bytes)).toBe("string");
    }),
    { numRuns: 200 },
  );
});

test("no damage to a sheet's markup ends in anything but a clear error, or a workbook", () => {
  const markup = String(excelDialectParts()["xl/worksheets/sheet1.xml"]);
  const pieces = ["<", ">", "/", '"', "'", "&", "<c", "</row>", "<v>", "]]>", "<!--", 'r="A1"', " ", "\u0000", "é"];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(markup.length - 1), fc.nat(12), fc.constantFrom(...pieces)), { minLength: 1, maxLength: 4 }), (changes) => {
      let damaged = markup;
      for (const [at, gone, piece] of changes) damaged = damaged.slice(0, at) + piece + damaged.slice(at + gone);
      expect(typeof outcome(withPart("xl/worksheets/sheet1.xml", damaged))).toBe("string");
    }),
    { numRuns: 300 },
  );
});
