import { syntheticRows } from "../../bench/workbooks.js";
import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import type { Finding } from "../../src/registers/finding.js";
import { checkWorkbook, registerTables } from "../../src/usecases/checkWorkbook.js";
import { createTemplate } from "../../src/usecases/createTemplate.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { WEB_LIMITS } from "../../src/workbench/limits.js";
import { createXlsx } from "../../src/xlsx/index.js";
import { aleInExcel, inExcel } from "./inExcel.js";

test("a check is one request and writes nothing", async () => {
  const ale = await aleInExcel();
  const before = ale.excel.save();
  await checkWorkbook(ale.port);
  expect(ale.excel.traffic.requests).toBe(1);
  expect(Buffer.from(ale.excel.save()).equals(Buffer.from(before))).toBe(true);
});

test("an empty template has nothing wrong in it but what is not filled in", async () => {
  const made = inExcel(createXlsx());
  await createTemplate(made.port);
  const { findings } = await checkWorkbook(made.port);
  expect(findings.filter(({ severity }) => severity === "fel")).toEqual([]);
});

test("a template costs two requests and is refused the second time", async () => {
  const made = inExcel(createXlsx());
  await createTemplate(made.port);
  expect(made.excel.traffic.requests).toBe(2);
  const before = made.excel.save();
  await expect(createTemplate(made.port)).rejects.toMatchObject({ code: "registers-exist" });
  expect(Buffer.from(made.excel.save()).equals(Buffer.from(before))).toBe(true);
});

test("what is wrong comes before what to look at and what is good to know, each by register, rule and place", async () => {
  const ale = await aleInExcel();
  const utfall = ale.workbook.table("Utfall");
  if (utfall === undefined) throw new Error("no table");
  const { sheet, range, columns } = utfall;
  const type = (header: string, row: number, value: string) => sheet.setCell(range.row + row, range.column + columns.findIndex(({ name }) => name === header), { value });
  // Found column by column, and row by row, but told by rule and then by row.
  for (const [header, row] of [["Status", 1], ["Status", 3], ["Trend", 1]] as const) type(header, row, "Skrivet");
  for (const [row, value] of [[1, "1.234"], [2, "ca 5"], [3, "1.234"]] as const) type("Utfall", row, value);
  const { findings } = await checkWorkbook(ale.port);
  const order = (finding: Finding) => [
    ["fel", "varning", "upplysning"].indexOf(finding.severity), registerTables().indexOf(finding.register), finding.ruleId, finding.at?.row ?? -1, finding.at?.column ?? -1,
  ];
  const compare = (a: Finding, b: Finding) => {
    const [one, other] = [order(a), order(b)];
    const index = one.findIndex((part, place) => part !== other[place]);
    const [left, right] = [one[index] ?? 0, other[index] ?? 0];
    return typeof left === "string" ? left.localeCompare(String(right), "sv") : left - Number(right);
  };
  expect(new Set(findings.map(({ severity }) => severity)).size).toBe(3);
  expect(findings.map(order)).toEqual([...findings].sort(compare).map(order));
});

test("a finding leads to its cell", async () => {
  const ale = await aleInExcel();
  const utfall = ale.workbook.table("Utfall");
  if (utfall === undefined) throw new Error("no table");
  utfall.sheet.setCell(utfall.range.row + 1, 1, { value: "T9 2019" });
  const { findings } = await checkWorkbook(ale.port);
  expect(findings.find(({ severity }) => severity === "fel")?.at).toEqual({ sheet: "Utfall", row: utfall.range.row + 1, column: 1 });
});

test("two thousand outcomes, and as many assignments followed up, are made and checked within the limits of Excel on the web, in one request each", async () => {
  const excel = new EmbeddedExcel(createXlsx(), { limits: WEB_LIMITS });
  const port = officeWorkbook(openClient(excel).Excel);
  await createTemplate(port, syntheticRows(2000));
  const made = { ...excel.traffic };
  const { contents } = await checkWorkbook(port);
  expect(contents.utfall?.rows).toHaveLength(2000);
  expect(excel.traffic.requests - made.requests).toBe(1);
  expect(excel.traffic.bytesIn - made.bytesIn).toBeLessThan(2 * 1024 * 1024);
});

test.each(["moved last", "gone"])("with a column %s, all that is needed is read all the same", async (how) => {
  const ale = await aleInExcel();
  const asBefore = await checkWorkbook(ale.port);
  const table = ale.workbook.table("Utfall");
  if (table === undefined) throw new Error("no table");
  const { sheet, range, columns } = table;
  const from = columns.findIndex(({ name }) => name === (how === "gone" ? "Skrivet för hand" : "Utfall"));
  const last = columns.length - 1;
  if (how === "gone") {
    const column = columns[from];
    if (column !== undefined) column.name = "Eget";
    sheet.setCell(range.row, range.column + from, { value: "Eget" });
  } else {
    for (let row = range.row; row < range.row + range.rows; row += 1) {
      const cell = sheet.cell(row, range.column + from);
      sheet.setCell(row, range.column + last, { value: cell?.value ?? null });
      sheet.applyFormat({ row, column: range.column + last, rows: 1, columns: 1 }, { numberFormat: sheet.numberFormat(row, range.column + from) });
      sheet.setCell(row, range.column + from, { value: row === range.row ? "Eget" : null });
    }
    const [old, target] = [columns[from], columns[last]];
    if (old === undefined || target === undefined) throw new Error("no column");
    old.name = "Eget";
    target.name = "Utfall";
  }
  const before = ale.excel.traffic.requests;
  const { contents } = await checkWorkbook(ale.port);
  expect(ale.excel.traffic.requests - before).toBe(2);
  expect(contents.utfall?.rows.map(({ values }) => values)).toEqual(asBefore.contents.utfall?.rows.map(({ values }) => values));
});

test("a formula that somebody changed in one row is seen by its value, and one that is gone by itself", async () => {
  const usual = new Set((await checkWorkbook((await aleInExcel()).port)).findings.map(({ message }) => message.sv));
  const ale = await aleInExcel();
  const table = ale.workbook.table("Utfall");
  const place = (header: string) => (table?.range.column ?? 0) + (table?.columns.findIndex(({ name }) => name === header) ?? 0);
  const row = (table?.range.row ?? 0) + 2;
  table?.sheet.setCell(row, place("Måluppfyllelse"), { value: null, formula: "0.5+0.25" });
  table?.sheet.setCell(row + 1, place("Status"), { value: "Uppnått" });
  const found = (await checkWorkbook(ale.port)).findings.filter(({ message }) => !usual.has(message.sv));
  expect(found.map(({ ruleId, severity, at }) => [ruleId, severity, at?.row, at?.column])).toEqual([
    ["formel.overskriven", "varning", row + 1, place("Status")],
    ["utfall.annat-varde", "varning", row, place("Måluppfyllelse")],
  ]);
  expect(found[1]?.message.sv).toMatch(/^Måluppfyllelse visar 75\s%, men ska vara 100\s%\./u);
});

test("a period that has not begun on the day of the check is told, and is not without a day", async () => {
  const before2019 = 43_400;
  const rulesOn = async (day?: number) => (await checkWorkbook((await aleInExcel()).port, day)).findings.map(({ ruleId }) => ruleId);
  expect(await rulesOn(before2019)).toContain("utfall.framtida-period");
  expect(await rulesOn(43_605)).not.toContain("utfall.framtida-period");
  expect(await rulesOn()).not.toContain("utfall.framtida-period");
});
