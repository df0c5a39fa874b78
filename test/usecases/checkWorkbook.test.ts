import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { createTemplate } from "../../src/usecases/createTemplate.js";
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

test("a finding leads to its cell", async () => {
  const ale = await aleInExcel();
  const utfall = ale.workbook.table("Utfall");
  if (utfall === undefined) throw new Error("no table");
  utfall.sheet.setCell(utfall.range.row + 1, 1, { value: "T9 2019" });
  const { findings } = await checkWorkbook(ale.port);
  expect(findings.find(({ severity }) => severity === "fel")?.at).toEqual({ sheet: "Utfall", row: utfall.range.row + 1, column: 1 });
});
