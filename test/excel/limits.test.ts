// Excel's limits, one by one: what is over each is cut into several requests, or refused before anything is written, with what and where.
import fc from "fast-check";
import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import { inRequests, stretches } from "../../src/excel/requestParts.js";
import { validSheetName } from "../../src/reports/layout/sheetText.js";
import type { ReportLayout } from "../../src/reports/layout/layout.js";
import type { FormSheet } from "../../src/round/formSheet.js";
import type { NewRow, WorkbookImage } from "../../src/usecases/port.js";
import { refuseUnfit } from "../../src/usecases/reportRefusals.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { WEB_LIMITS } from "../../src/workbench/limits.js";
import { createXlsx } from "../../src/xlsx/index.js";

jest.setTimeout(60_000);

const MB = 2 ** 20;
const LONG = "å".repeat(5_000);

/** A table Lista with one row of an id and a text. */
function opened(rows = 1, limits = WEB_LIMITS) {
  const workbook = createXlsx({ sheetName: "Blad" });
  const sheet = workbook.activeSheet;
  ["Id", "Text"].forEach((value, column) => sheet.setCell(0, column, { value }));
  for (let row = 1; row <= rows; row += 1) sheet.setCell(row, 0, { value: `första ${row}` });
  sheet.addTable({ row: 0, column: 0, rows: rows + 1, columns: 2 }, { name: "Lista", headerRow: true });
  const excel = new EmbeddedExcel(workbook, { limits });
  return { workbook, sheet, excel, port: officeWorkbook(openClient(excel).Excel) };
}

const row = (id: number, text: string): NewRow => [{ value: id, numberFormat: "0" }, { value: text, numberFormat: "@" }];

test("5 MB a request: rows, cells and both are written whole, in one request for each 4.5 MB after the one that looks", async () => {
  const { port, excel, sheet } = opened();
  await port.appendRows([{ table: "Lista", rows: Array.from({ length: 900 }, (_, id) => row(id, LONG)) }], Array.from({ length: 300 }, (_, at) => ({ at: { sheet: "Blad", row: at, column: 5 }, value: `${at}${LONG}` })));
  expect(excel.traffic.bytesOut).toBeGreaterThan(10 * MB);
  expect(excel.traffic.requests).toBeLessThanOrEqual(1 + Math.ceil(excel.traffic.bytesOut / (4.5 * MB)));
  expect(Array.from({ length: 900 }, (_, id) => sheet.cell(id + 2, 0)?.value)).toEqual(Array.from({ length: 900 }, (_, id) => id));
  expect(Array.from({ length: 900 }, (_, id) => sheet.cell(id + 2, 1)?.value).every((value) => value === LONG)).toBe(true);
  expect(sheet.cell(299, 5)?.value).toBe(`299${LONG}`);
});

test("5 MB a request: forms of texts of two bytes a letter go out whole", async () => {
  const { port, workbook, excel } = opened();
  const form = (of: string): FormSheet => ({
    title: of, cells: Array.from({ length: 280 }, () => [{ value: LONG, numberFormat: "@" }]), columnWidths: [20], rowHeights: [], hiddenColumns: [], hiddenRows: [], looks: [], open: [], inputs: [],
    frozen: { rows: 1, columns: 1 }, footer: "",
  });
  const names = ["Ett", "Två", "Tre"];
  await port.writeForms(names.map((sheetName) => ({ sheetName, isThere: false, form: form(sheetName) })));
  expect(excel.traffic.bytesOut).toBeGreaterThan(7 * MB);
  for (const name of names) expect(workbook.sheet(name)?.cell(279, 0)?.value).toBe(LONG);
});

test("5 MB an answer: a large table is not read to add a row to it, or to take one away", async () => {
  const { port, excel, sheet } = opened(2_000);
  for (let at = 1; at <= 2_000; at += 1) sheet.setCell(at, 1, { value: LONG });
  await port.appendRows([{ table: "Lista", rows: [row(7, "ny")] }]);
  await port.removeRow("Lista", 1_999, ["första 2000", LONG]);
  expect(excel.traffic.bytesIn).toBeLessThan(0.2 * MB);
  expect([sheet.cell(2_000, 0)?.value, sheet.cell(2_000, 1)?.value]).toEqual([7, "ny"]);
});

test("five million cells a read: a table that Excel would not give at once comes in parts", async () => {
  const { port } = opened(300, { payloadBytes: WEB_LIMITS.payloadBytes, cellsPerRead: 250 });
  const { tables } = await port.read({ tables: ["Lista"], sheets: [] });
  expect(tables.get("Lista")?.values.map(([id]) => id)).toEqual(Array.from({ length: 300 }, (_, index) => `första ${index + 1}`));
});

test("32 767 characters a cell: a text that long is written, a longer one refused with where it would stand, and nothing is written", async () => {
  const { port, sheet, excel } = opened();
  const longest = "å".repeat(32_767);
  await port.writeCells([{ at: { sheet: "Blad", row: 4, column: 0 }, value: longest }]);
  expect(sheet.cell(4, 0)?.value).toBe(longest);
  const { requests } = excel.traffic;
  await expect(port.writeCells([{ at: { sheet: "Blad", row: 5, column: 0 }, value: 1 }, { at: { sheet: "Blad", row: 6, column: 3 }, value: `${longest}a` }])).rejects.toMatchObject({ code: "text-too-long", message: expect.stringContaining("Blad!D7") as string });
  await expect(port.appendRows([{ table: "Lista", rows: [row(1, `${longest}a`)] }])).rejects.toMatchObject({ code: "text-too-long", message: expect.stringContaining("Lista") as string });
  expect(excel.traffic.requests).toBe(requests);
  expect(sheet.cell(5, 0)).toBeUndefined();
});

test("1 048 576 rows and 16 384 columns: a report that a sheet cannot hold is refused before anything is written", () => {
  const image: WorkbookImage = { tables: new Map(), allTables: [], sheets: [], contents: new Map(), isStructureProtected: false };
  const layout = (rows: number, columns: number): ReportLayout => ({
    sheetName: "Rapport", values: Array.from({ length: rows }, () => []), columnWidths: Array.from({ length: columns }, () => 9), numberFormats: [], looks: [], tables: [], charts: [], rowIdentities: [], columnNames: [],
    print: { orientation: "portrait", footer: "" },
  });
  expect(() => refuseUnfit(image, layout(1_048_576, 16_384))).not.toThrow();
  expect(() => refuseUnfit(image, layout(1_048_577, 9))).toThrow(/1 048 576 rader.*Inget har skrivits/u);
  expect(() => refuseUnfit(image, layout(9, 16_385))).toThrow(/16 384 kolumner/u);
});

test("31 characters a sheet name: any text gives a name that Excel takes", async () => {
  const names = fc.sample(fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.string({ unit: "grapheme", maxLength: 60 })), 60).map(validSheetName);
  const { Excel } = openClient(new EmbeddedExcel(createXlsx()));
  for (const name of new Set(names.map((each) => each.toLowerCase()))) {
    expect(name.length).toBeLessThanOrEqual(31);
    await Excel.run(async (context) => {
      context.workbook.worksheets.add(name).delete();
      await context.sync();
    });
  }
});

test("a null in place of what was written is told, and not that nothing was written", async () => {
  const { port, excel } = opened();
  const answer = excel.handle.bind(excel);
  excel.handle = async (request) => {
    const response = await answer(request);
    for (const { Value } of response.Results) if (typeof Value === "object" && Value !== null && "Values" in Value) Object.assign(Value, { Values: null });
    return response;
  };
  await expect(port.writeCells([{ at: { sheet: "Blad", row: 4, column: 0 }, value: 1 }])).rejects.toMatchObject({ code: "too-large", message: expect.stringContaining("En del av ändringen kan vara gjord") as string });
});

test("what is cut into requests comes once, in order, and no request is too large that could be smaller", () => {
  fc.assert(fc.property(fc.array(fc.record({ bytes: fc.nat(60), answerBytes: fc.nat(60) })), (parts) => {
    const requests = inRequests(parts, 100);
    expect(requests.flat()).toEqual(parts);
    for (const some of requests) {
      const of = (size: "bytes" | "answerBytes") => some.reduce((sum, part) => sum + part[size], 0);
      expect(some.length === 1 || (of("bytes") <= 100 && of("answerBytes") <= 100)).toBe(true);
    }
    const cut = stretches(parts.map(({ bytes }) => bytes), 100);
    expect(cut.flatMap(({ from, count }) => Array.from({ length: count }, (_, index) => from + index))).toEqual([...parts.keys()]);
    expect(cut.every(({ bytes, count }) => bytes <= 100 || count === 1)).toBe(true);
  }));
});
