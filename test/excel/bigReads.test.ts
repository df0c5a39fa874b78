// What is larger than Excel on the web hands over at once: in how many requests it comes, and that all of it comes once, whatever others do meanwhile.
import * as fc from "fast-check";
import { jsonBytes } from "../../src/excel/jsonBytes.js";
import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { createXlsx, type Scalar, type Sheet } from "../../src/xlsx/index.js";

jest.setTimeout(60_000);

const MB = 2 ** 20;

/** Tables of so many rows, one on each sheet: a number, a text with å, and what `cell` says. */
function withTables(rows: Readonly<Record<string, number>>, cell: (row: number) => Scalar = () => "Arbetet pågår enligt plan") {
  const workbook = createXlsx({ sheetName: "Först" });
  const sheets = Object.entries(rows).map(([name, count]) => {
    const sheet = workbook.addSheet(name);
    ["Id", "Enhet", "Text"].forEach((value, column) => sheet.setCell(2, column + 1, { value }));
    for (let row = 0; row < count; row += 1) [row, `Nämnd på ö ${row}`, cell(row)].forEach((value, column) => sheet.setCell(3 + row, column + 1, { value }));
    sheet.addTable({ row: 2, column: 1, rows: count + 1, columns: 3 }, { name, headerRow: true });
    return sheet;
  });
  const excel = new EmbeddedExcel(workbook);
  return { workbook, sheets, excel, port: officeWorkbook(openClient(excel).Excel) };
}

const tables = ["Utfall", "Uppdrag"];
const ids = (image: Awaited<ReturnType<ReturnType<typeof withTables>["port"]["read"]>>, table = "Utfall") => image.tables.get(table)?.values.map(([id]) => id);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

test("bytes are those of JSON in UTF-8", () => {
  const json = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constantFrom("\u0000\n\t\"\\", "\ud800", "åäö", "😀", -0));
  fc.assert(fc.property(fc.array(fc.array(json, { maxLength: 4 }), { maxLength: 4 }), (rows) => {
    expect(jsonBytes(rows)).toBe(new TextEncoder().encode(JSON.stringify(rows)).length);
  }));
});

/** Two bytes a letter: 2 KB. */
const LONG = "å".repeat(1_000);

test("what goes into an answer is one request; what does not is one for each 4.5 MB, and two more the first time, when nobody knew", async () => {
  const { port, excel } = withTables({ Utfall: 2_000, Uppdrag: 400 }, () => LONG);
  await port.read({ tables, sheets: [] });
  expect(excel.traffic.requests).toBe(1);
  expect(excel.traffic.bytesIn).toBeGreaterThan(4.7 * MB);

  const big = withTables({ Utfall: 4_000, Uppdrag: 2_000 }, (row) => (row % 7 === 0 ? "kort" : LONG));
  const first = await big.port.read({ tables, sheets: [] });
  const [requests, bytes] = [big.excel.traffic.requests, big.excel.traffic.bytesIn];
  expect(ids(first)).toEqual(upTo(4_000));
  expect(ids(first, "Uppdrag")).toEqual(upTo(2_000));
  expect(requests).toBeLessThanOrEqual(2 + Math.ceil(bytes / (4.5 * MB)));
  big.excel.traffic.reset();
  expect(await big.port.read({ tables, sheets: [] })).toEqual(first);
  expect(big.excel.traffic.requests).toBeLessThanOrEqual(Math.ceil(big.excel.traffic.bytesIn / (4.5 * MB)));
});

test("rows that are much heavier than those before them come all the same, in smaller answers", async () => {
  const { port } = withTables({ Utfall: 3_500 }, (row) => (row > 1_500 ? `${LONG}${LONG}` : ""));
  expect(ids(await port.read({ tables: ["Utfall"], sheets: [] }))).toEqual(upTo(3_500));
});

/** Does something to the sheet before the n-th request from now. */
function meanwhile(excel: EmbeddedExcel, requests: readonly number[], act: () => void): void {
  const handle = excel.handle.bind(excel);
  let count = 0;
  excel.handle = (request) => {
    count += 1;
    if (requests.includes(count)) {
      act();
      excel.workbookChanged();
    }
    return handle(request);
  };
}

/** As when somebody takes the first row away and another comes last: the table is as large as before. */
function moveRowsUp(sheet: Sheet | undefined): void {
  for (let row = 3; row < 4_000; row += 1) sheet?.setCell(row, 1, { value: sheet.cell(row + 1, 1)?.value ?? null });
  sheet?.setCell(4_000, 1, { value: "ny" });
}

test("rows that move between two answers are read again, and are never missing or there twice; when they go on moving that is told", async () => {
  const { port, excel, sheets: [sheet] } = withTables({ Utfall: 4_000 }, () => LONG);
  await port.read({ tables: ["Utfall"], sheets: [] });
  meanwhile(excel, [2], () => moveRowsUp(sheet));
  const read = ids(await port.read({ tables: ["Utfall"], sheets: [] }));
  expect(new Set(read).size).toBe(4_000);
  meanwhile(excel, [2, 4, 6, 8], () => moveRowsUp(sheet));
  await expect(port.read({ tables: ["Utfall"], sheets: [] })).rejects.toMatchObject({ code: "workbook-changed" });
});

test("a sheet with one row of many long texts is read, values alone, in pieces of the row", async () => {
  const workbook = createXlsx({ sheetName: "Minne" });
  for (let column = 0; column < 220; column += 1) workbook.activeSheet.setCell(0, column, { value: `m${column}${"x".repeat(32_000)}` });
  const excel = new EmbeddedExcel(workbook);
  const { contents } = await officeWorkbook(openClient(excel).Excel).read({ tables: [], sheets: ["Minne"], valuesOnly: ["Minne"] });
  expect(contents.get("Minne")?.values[0]?.map((value) => String(value).slice(0, 4))).toEqual(upTo(220).map((column) => `m${column}xxx`.slice(0, 4)));
  expect(excel.traffic.requests).toBeLessThanOrEqual(6);
});
