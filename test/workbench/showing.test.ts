// What the user is shown: the active sheet, what is selected on it, and workbooks that are opened beside the one at hand.
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import { batch, codeOf, openExcel } from "./openExcel.js";

function base64(file: Uint8Array): string {
  return Buffer.from(file).toString("base64");
}

test("selecting a range shows its sheet", async () => {
  const excel = openExcel();
  await batch(excel, (context) => context.workbook.worksheets.add("Mål").getRange("B3:C4").select());
  expect(excel.host.selection).toEqual({ sheet: "Mål", row: 2, column: 1, rows: 2, columns: 2 });
});

test("activating a sheet leaves its first cell selected when none was", async () => {
  const excel = openExcel();
  await batch(excel, (context) => context.workbook.worksheets.add("Mål").activate());
  expect(excel.host.selection).toEqual({ sheet: "Mål", row: 0, column: 0, rows: 1, columns: 1 });
});

test.each(["Hidden", "VeryHidden"] as const)("nothing on a sheet that is %s can be selected, nor the sheet activated", async (visibility) => {
  const excel = openExcel();
  await batch(excel, (context) => (context.workbook.worksheets.add("Mål").visibility = visibility));
  expect(await codeOf(excel, (context) => context.workbook.worksheets.getItem("Mål").getRange("A1").select())).toBe("InvalidOperation");
  expect(await codeOf(excel, (context) => context.workbook.worksheets.getItem("Mål").activate())).toBe("InvalidOperation");
  expect(excel.host.selection.sheet).toBe("Sheet1");
});

test("a workbook is opened beside the one at hand, which stays as it is", async () => {
  const excel = openExcel();
  const before = excel.host.save();
  await excel.Excel.createWorkbook(base64(createXlsx({ sheetName: "Exempel" }).save()));
  expect(excel.host.openedCopies.map((file) => openXlsx(file).sheets.map(({ name }) => name))).toEqual([["Exempel"]]);
  await excel.Excel.createWorkbook();
  expect(excel.host.openedCopies).toHaveLength(2);
  expect(excel.host.save()).toEqual(before);
});

test("what is not a workbook is not opened", async () => {
  const excel = openExcel();
  await expect(excel.Excel.createWorkbook("bm8gd29ya2Jvb2s=")).rejects.toMatchObject({ code: "InvalidArgument" });
  await expect(excel.Excel.createWorkbook("%")).rejects.toMatchObject({ code: "InvalidArgument" });
  expect(excel.host.openedCopies).toEqual([]);
});
