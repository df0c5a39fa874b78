import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { chosenLanguage, chooseLanguage } from "../../src/usecases/chooseLanguage.js";
import { chooseUnitAndPeriod } from "../../src/usecases/chooseUnitAndPeriod.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { addRow, aleAfter, put, tableOf } from "../messy/findingsOf.js";
import { built, inExcel, type InExcel } from "./inExcel.js";

jest.setTimeout(60_000);

async function chosen({ port }: InExcel): Promise<{ enhet: string; period: string }> {
  const { enhet, period } = (await checkWorkbook(port)).settings;
  return { enhet, period };
}

/** Texts of a table's body, row by row. */
function rowsOf(workbook: Workbook, name: string): unknown[][] {
  const { sheet, range, columns } = tableOf(workbook, name);
  return Array.from({ length: range.rows - 1 }, (_, row) => columns.map((_column, column) => sheet.cell(range.row + 1 + row, range.column + column)?.value ?? ""));
}

test("a choice is kept in Inställningar in three requests, as code and printed period, and the next report is made by it", async () => {
  const ale = await aleAfter(() => undefined);
  const before = rowsOf(ale.workbook, "Installningar");
  ale.excel.traffic.reset();
  await chooseUnitAndPeriod(ale.port, { unit: "omsorgs- och arbetsmarknadsnämnden", period: "april 2019" });
  expect(ale.excel.traffic.requests).toBe(3);
  expect(await chosen(ale)).toEqual({ enhet: "OAN", period: "T1 2019" });
  expect(rowsOf(ale.workbook, "Installningar").filter((row, index) => JSON.stringify(row) !== JSON.stringify(before[index])).map(([key]) => key)).toEqual([]);

  await chooseUnitAndPeriod(ale.port, { unit: "", period: "T2 2019" });
  expect(await chosen(ale)).toEqual({ enhet: "", period: "T2 2019" });
  expect((await built(ale.port)).written.sheet).toBe("Måluppföljning T2 2019");
});

test("a code goes before another unit's alias, and a name that two units share is refused", async () => {
  const ale = await aleAfter((workbook) => {
    put(workbook, "Enheter", 0, "Alias", "AMN; Arbete");
    addRow(workbook, "Enheter", { Kod: "AMN", Namn: "Arbetsmarknadsnämnden", Typ: "Nämnd", Alias: "Arbete" });
  });
  await chooseUnitAndPeriod(ale.port, { unit: "amn" });
  expect((await chosen(ale)).enhet).toBe("AMN");
  await expect(chooseUnitAndPeriod(ale.port, { unit: "Arbete" })).rejects.toMatchObject({ code: "unit-unknown" });
});

test("what is left out stays as it is", async () => {
  const ale = await aleAfter(() => undefined);
  const { enhet } = await chosen(ale);
  await chooseUnitAndPeriod(ale.port, { period: "2018" });
  expect(await chosen(ale)).toEqual({ enhet, period: "2018" });
});

test("the row is found by its key, wherever it stands", async () => {
  const ale = await aleAfter((workbook) => {
    const { sheet, range } = tableOf(workbook, "Installningar");
    const rows = Array.from({ length: range.rows - 1 }, (_, row) => [0, 1, 2].map((column) => sheet.cell(range.row + 1 + row, range.column + column)?.value ?? null));
    rows.reverse().forEach((row, at) => row.forEach((value, column) => sheet.setCell(range.row + 1 + at, range.column + column, { value })));
  });
  await chooseUnitAndPeriod(ale.port, { period: "T3 2018" });
  expect(rowsOf(ale.workbook, "Installningar").filter((row) => row[1] === "T3 2018").map(([key]) => key)).toEqual(["period"]);
});

test("the value is put under Värde, also where somebody has moved the column", async () => {
  const ale = await aleAfter((workbook) => {
    const { sheet, range, columns } = tableOf(workbook, "Installningar");
    const [, value, explanation] = columns;
    if (value === undefined || explanation === undefined) throw new Error("no columns");
    [value.name, explanation.name] = ["~", "Värde"];
    value.name = "Förklaring";
    for (let row = range.row + 1; row < range.row + range.rows; row += 1) {
      const [left, right] = [1, 2].map((column) => sheet.cell(row, range.column + column)?.value ?? null);
      sheet.setCell(row, range.column + 1, { value: right ?? null });
      sheet.setCell(row, range.column + 2, { value: left ?? null });
    }
  });
  const { enhet } = await chosen(ale);
  expect(enhet).toBe("OAN");
  await chooseUnitAndPeriod(ale.port, { period: "T3 2018" });
  expect(rowsOf(ale.workbook, "Installningar").filter((row) => row[2] === "T3 2018").map(([key]) => key)).toEqual(["period"]);
});

test("a key that somebody has taken away is added, as text, and read back", async () => {
  const ale = await aleAfter((workbook) => {
    const { sheet, range } = tableOf(workbook, "Installningar");
    const row = rowsOf(workbook, "Installningar").findIndex(([key]) => key === "period");
    sheet.deleteCells({ row: range.row + 1 + row, column: range.column, rows: 1, columns: range.columns }, "up");
  });
  await chooseUnitAndPeriod(ale.port, { period: "2019" });
  expect((await chosen(ale)).period).toBe("2019");
  const rows = rowsOf(ale.workbook, "Installningar");
  expect(rows.at(-1)?.slice(0, 2)).toEqual(["period", "2019"]);
  expect((await checkWorkbook(inExcel(openXlsx(ale.excel.save())).port)).findings.filter(({ register }) => register === "Installningar")).toEqual([]);
});

test.each([
  ["a unit that nobody knows", { unit: "XYZ", period: "T1 2019" }, "unit-unknown"],
  ["a period that cannot be read", { unit: "", period: "snart" }, "period-unreadable"],
  ["no period", { period: " " }, "period-missing"],
] as const)("%s is refused, and nothing is written", async (_what, wanted, code) => {
  const ale = await aleAfter(() => undefined);
  const before = ale.excel.save();
  await expect(chooseUnitAndPeriod(ale.port, wanted)).rejects.toMatchObject({ name: "WorkbookError", code });
  expect(ale.excel.save()).toEqual(before);
});

test("a protected sheet, or a workbook without the register, is told and nothing is written", async () => {
  const locked = await aleAfter((workbook) => tableOf(workbook, "Installningar").sheet.protect({}));
  await expect(chooseUnitAndPeriod(locked.port, { period: "2019" })).rejects.toMatchObject({ code: "sheet-protected" });
  const without = await aleAfter((workbook) => tableOf(workbook, "Installningar").sheet.removeTable(tableOf(workbook, "Installningar")));
  await expect(chooseUnitAndPeriod(without.port, { period: "2019" })).rejects.toMatchObject({ code: "register-missing" });
});

test("the language is kept in the workbook's settings, also when it is opened again", async () => {
  const ale = await aleAfter(() => undefined);
  expect(await chosenLanguage(ale.port)).toBeNull();
  ale.excel.traffic.reset();
  await chooseLanguage(ale.port, "en");
  expect(ale.excel.traffic.requests).toBe(1);
  expect(await chosenLanguage(ale.port)).toBe("en");
  expect(await chosenLanguage(inExcel(openXlsx(ale.excel.save())).port)).toBe("en");
});

test("a setting that somebody else has written there is not taken for a language", async () => {
  const ale = await aleAfter(() => undefined);
  await ale.port.writeChoice("maltavla.language", "de");
  expect(await chosenLanguage(ale.port)).toBeNull();
});
