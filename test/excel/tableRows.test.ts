// Rows added to and taken from a table: the port on the genuine client, whatever state the table is in.
import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { RichApiError } from "../../src/workbench/richApi/richApiError.js";
import { createXlsx, type Scalar, type Sheet, type Workbook } from "../../src/xlsx/index.js";

const TEXT = "@";

/** A workbook with the table Lista at B2, with the columns Id, Antal and Text. */
function opened(body: readonly (readonly Scalar[])[], change: (sheet: Sheet, workbook: Workbook) => void = () => undefined) {
  const workbook = createXlsx({ sheetName: "Blad" });
  const sheet = workbook.sheet("Blad");
  if (sheet === undefined) throw new Error("no sheet");
  [["Id", "Antal", "Text"], ...body].forEach((row, at) => row.forEach((value, column) => sheet.setCell(1 + at, 1 + column, { value })));
  sheet.addTable({ row: 1, column: 1, rows: 1 + body.length, columns: 3 }, { name: "Lista", headerRow: true });
  change(sheet, workbook);
  const excel = new EmbeddedExcel(workbook);
  const rows = () => {
    const { range } = tableOf(workbook);
    return Array.from({ length: range.rows - 1 }, (_, row) => [0, 1, 2].map((column) => sheet.cell(range.row + 1 + row, range.column + column)?.value ?? null));
  };
  return { workbook, sheet, excel, rows, port: officeWorkbook(openClient(excel).Excel) };
}

function tableOf(workbook: Workbook) {
  const table = workbook.table("Lista");
  if (table === undefined) throw new Error("no table");
  return table;
}

const NEW = [
  { value: "2.1", numberFormat: TEXT },
  { value: 7, numberFormat: "0" },
  { value: "'=SUM(1)", numberFormat: "General" },
];

const LISTA = [{ table: "Lista", rows: [NEW] }];

test("a row comes last, in two requests, with texts as texts", async () => {
  const { port, excel, rows, sheet } = opened([["1-2", 3, "en"]]);
  await port.appendRows(LISTA);
  expect(excel.traffic.requests).toBe(2);
  expect(rows()).toEqual([["1-2", 3, "en"], ["2.1", 7, "=SUM(1)"]]);
  expect(sheet.cell(3, 3)?.formula).toBeUndefined();
  expect(sheet.numberFormat(3, 1)).toBe(TEXT);
});

test("thousands of cells apart are changed in the same go, in as many requests as they need", async () => {
  const { port, excel, sheet } = opened([["1-2", 3, "en"]]);
  await port.appendRows(LISTA, Array.from({ length: 6501 }, (_, row) => ({ at: { sheet: "Blad", row: row * 2, column: 7 }, value: row })));
  expect(excel.traffic.requests).toBe(3);
  expect([sheet.cell(2, 7)?.value, sheet.cell(13_000, 7)?.value, sheet.cell(3, 2)?.value]).toEqual([1, 6500, 7]);
});

test("a table whose only row is blank gets it there", async () => {
  const { port, rows } = opened([[null, null, null]]);
  await port.appendRows(LISTA);
  expect(rows()).toEqual([["2.1", 7, "=SUM(1)"]]);
});

test("what stands right below such a table is in nobody's way", async () => {
  const { port, rows, sheet } = opened([[null, null, null]], (own) => own.setCell(3, 1, { value: "mine" }));
  await port.appendRows(LISTA);
  expect(rows()).toEqual([["2.1", 7, "=SUM(1)"]]);
  expect(sheet.cell(3, 1)?.value).toBe("mine");
});

test("in a text cell a text needs no mark, whatever it begins with", async () => {
  const { port, rows } = opened([["a", 1, "b"]]);
  await port.appendRows([{ table: "Lista", rows: [[{ value: "'=1+1", numberFormat: TEXT }, { value: "", numberFormat: "0" }, { value: "'-3", numberFormat: TEXT }]] }]);
  expect(rows().at(-1)).toEqual(["=1+1", null, "-3"]);
});

test("what Excel takes for something else is put back once, whether the row is new or was blank", async () => {
  for (const body of [[["a", 1, "b"]], [[null, null, null]]]) {
    const { port, rows, excel } = opened(body);
    await port.appendRows([{ table: "Lista", rows: [[{ value: "b", numberFormat: TEXT }, { value: 7, numberFormat: TEXT }, { value: "maj 2019", numberFormat: "General" }]] }]);
    expect(rows().at(-1)).toEqual(["b", 7, "maj 2019"]);
    expect(excel.traffic.requests).toBe(3);
  }
});

test("what stands further below stays there, and the new row looks like the one above", async () => {
  const { port, rows, sheet } = opened([["a", 1, "b"]], (own) => {
    own.setCell(4, 1, { value: "mine" });
    own.setCell(9, 3, { value: "mine too" });
    own.applyFormat({ row: 2, column: 1, rows: 1, columns: 3 }, { wrap: true, fill: "#FFEEDD" });
  });
  await port.appendRows(LISTA);
  expect(rows().at(-1)).toEqual(["2.1", 7, "=SUM(1)"]);
  expect([sheet.cell(4, 1)?.value, sheet.cell(9, 3)?.value]).toEqual(["mine", "mine too"]);
  expect(sheet.format(3, 3)).toMatchObject({ wrap: true, fill: "#FFEEDD", numberFormat: "General" });
  await expect(port.appendRows(LISTA)).rejects.toMatchObject({ code: "table-blocked" });
});

test("a totals row moves down, and what stands beside the table stays", async () => {
  const { port, rows, sheet, workbook } = opened([["a", 1, "b"]], (own) => {
    own.setCell(3, 5, { value: "beside" });
  });
  const client = openClient(new EmbeddedExcel(workbook));
  await client.Excel.run(async (context) => {
    context.workbook.tables.getItem("Lista").showTotals = true;
    await context.sync();
  });
  await port.appendRows(LISTA);
  expect(tableOf(workbook).totalsRow).toBe(true);
  expect(rows().slice(0, 2)).toEqual([["a", 1, "b"], ["2.1", 7, "=SUM(1)"]]);
  expect(sheet.cell(3, 5)?.value).toBe("beside");
});

test.each([
  ["something stands right below", "table-blocked", (sheet: Sheet) => sheet.setCell(3, 2, { value: "mine" })],
  ["it is filtered", "table-filtered", (_sheet: Sheet, workbook: Workbook) => tableOf(workbook).setFilter(0, { kind: "values", values: ["a"], blanks: false })],
  ["its sheet is protected", "sheet-protected", (sheet: Sheet) => sheet.protect({})],
] as const)("no row is added where %s", async (_what, code, change) => {
  const { port, excel } = opened([["a", 1, "b"]], change);
  const before = excel.save();
  await expect(port.appendRows(LISTA)).rejects.toMatchObject({ name: "WorkbookError", code });
  expect(excel.save()).toEqual(before);
});

test("a table that is gone, or has got another column, is told as changed", async () => {
  const gone = opened([["a", 1, "b"]]);
  await expect(gone.port.appendRows([{ table: "Annan", rows: [NEW] }])).rejects.toMatchObject({ code: "workbook-changed" });
  await expect(gone.port.appendRows([{ table: "Lista", rows: [NEW.slice(1)] }])).rejects.toMatchObject({ code: "workbook-changed" });
  expect(gone.rows()).toEqual([["a", 1, "b"]]);
});

test("a row is taken out in two requests, and those below move up", async () => {
  const { port, excel, rows } = opened([["a", 1, "x"], ["b", 2, "y"], ["c", 3, "z"]]);
  await port.removeRow("Lista", 1, ["b", 2, "y"]);
  expect(excel.traffic.requests).toBe(2);
  expect(rows()).toEqual([["a", 1, "x"], ["c", 3, "z"]]);
});

test("the last row of a table is emptied, and the next one added stands there", async () => {
  const { port, rows } = opened([["a", 1, "x"]]);
  await port.removeRow("Lista", 0, ["a", 1, "x"]);
  expect(rows()).toEqual([[null, null, null]]);
  await port.appendRows(LISTA);
  expect(rows()).toEqual([["2.1", 7, "=SUM(1)"]]);
});

test("a row that no longer says what was seen stays", async () => {
  const { port, rows } = opened([["a", 1, "x"], ["b", 2, "y"]]);
  await expect(port.removeRow("Lista", 1, ["a", 1, "x"])).rejects.toMatchObject({ code: "workbook-changed" });
  await expect(port.removeRow("Lista", 7, ["a", 1, "x"])).rejects.toMatchObject({ code: "workbook-changed" });
  expect(rows()).toEqual([["a", 1, "x"], ["b", 2, "y"]]);
});

test("while the table is filtered no row is taken out", async () => {
  const { port, rows } = opened([["a", 1, "x"], ["b", 2, "y"]], (_sheet, workbook) => tableOf(workbook).setFilter(0, { kind: "values", values: ["a"], blanks: false }));
  await expect(port.removeRow("Lista", 1, ["b", 2, "y"])).rejects.toMatchObject({ code: "table-filtered" });
  expect(rows()).toHaveLength(2);
});

test("a broken connection says that nothing has been written, or that part of it may have been done", async () => {
  const { port, excel } = opened([["a", 1, "x"]]);
  excel.faults.dropNext("after");
  // The first request only looks.
  await expect(port.appendRows(LISTA)).rejects.toMatchObject({ code: "connection", text: { sv: expect.stringContaining("Inget har skrivits"), en: expect.stringContaining("Nothing has been written") } });
  const handle = excel.handle.bind(excel);
  let requests = 0;
  excel.handle = (request) => {
    requests += 1;
    if (requests === 2) excel.faults.dropNext("after");
    return handle(request);
  };
  await expect(port.appendRows(LISTA)).rejects.toMatchObject({ code: "connection", text: { sv: expect.stringContaining("En del av ändringen kan vara gjord"), en: expect.stringContaining("Part of the change") } });
});

test("what Excel itself refuses, for a table with totals that another stands below, is told as that", async () => {
  const { port, excel } = opened([["a", 1, "b"]]);
  excel.faults.failAt(8, new RichApiError("InsertDeleteConflict"));
  await expect(port.appendRows(LISTA)).rejects.toMatchObject({ name: "WorkbookError", code: "table-blocked" });
});

describe("several rows", () => {
  const texts = ["3-4", "=1+1", "maj 2019"];
  const rows = texts.map((text, index) => [{ value: text, numberFormat: TEXT }, { value: index, numberFormat: "0" }, { value: "=[@Antal]*2", numberFormat: "General" }]);

  test.each([["a table with rows", [["a", 1, "b"]]], ["a table nobody has filled in", [[null, null, null]]]] as const)("come last in %s, each with its own input and the formula", async (_what, body) => {
    const made = opened(body);
    await made.port.appendRows([{ table: "Lista", rows }]);
    expect(made.excel.traffic.requests).toBe(2);
    expect(made.rows().slice(-3)).toEqual(texts.map((text, index) => [text, index, index * 2]));
    expect(made.rows()).toHaveLength(body[0][0] === null ? 3 : 4);
  });

  test("and cells elsewhere come with them in the same request", async () => {
    const made = opened([["a", 1, "b"]], (own) => own.setCell(0, 6, { value: "T1 2019" }));
    await made.port.appendRows([{ table: "Lista", rows }], [{ at: { sheet: "Blad", row: 0, column: 6 }, value: "T2 2019", numberFormat: TEXT }]);
    expect(made.excel.traffic.requests).toBe(2);
    expect(made.sheet.cell(0, 6)?.value).toBe("T2 2019");
  });

  test("what stands where the last of them would come is in the way, and nothing is written", async () => {
    const made = opened([["a", 1, "b"]], (own) => own.setCell(5, 2, { value: "mine" }));
    const before = made.excel.save();
    await expect(made.port.appendRows([{ table: "Lista", rows }])).rejects.toMatchObject({ code: "table-blocked", text: { sv: expect.stringContaining("på rad 6") } });
    expect(made.excel.save()).toEqual(before);
  });

  test("above a totals row", async () => {
    const made = opened([["a", 1, "b"]]);
    await openClient(made.excel).Excel.run(async (context) => {
      context.workbook.tables.getItem("Lista").showTotals = true;
      await context.sync();
    });
    await made.port.appendRows([{ table: "Lista", rows }]);
    expect(tableOf(made.workbook).totalsRow).toBe(true);
    expect(made.rows().slice(1, 4).map(([id]) => id)).toEqual(texts);
  });
});
