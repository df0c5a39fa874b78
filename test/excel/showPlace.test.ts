import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";

function opened() {
  const workbook = createXlsx({ sheetName: "Ett" });
  const hidden = workbook.addSheet("Dolt");
  hidden.visibility = "hidden";
  workbook.addSheet("Mål 2019");
  const excel = new EmbeddedExcel(workbook);
  return { excel, port: officeWorkbook(openClient(excel).Excel) };
}

test("a cell is selected, and its sheet shown, in one request", async () => {
  const { excel, port } = opened();
  await port.show({ sheet: "Mål 2019", cell: { row: 6, column: 3 } });
  expect(excel.selection).toEqual({ sheet: "Mål 2019", row: 6, column: 3, rows: 1, columns: 1 });
  expect(excel.traffic.requests).toBe(1);
});

test("a sheet is shown with what is selected on it", async () => {
  const { excel, port } = opened();
  await port.show({ sheet: "Mål 2019" });
  expect(excel.selection.sheet).toBe("Mål 2019");
});

test("a hidden sheet stays hidden, and the user is told how to show it", async () => {
  const { excel, port } = opened();
  await expect(port.show({ sheet: "Dolt", cell: { row: 0, column: 0 } })).rejects.toMatchObject({ code: "place-missing", text: { sv: expect.stringContaining("Ta fram"), en: expect.stringContaining("Unhide") } });
  expect(excel.selection.sheet).toBe("Ett");
});

test("a sheet that is gone is told as gone", async () => {
  const { port } = opened();
  await expect(port.show({ sheet: "Borta", cell: { row: 0, column: 0 } })).rejects.toMatchObject({ code: "place-missing", text: { en: expect.stringContaining("no longer there") } });
});

test("another failure is told as what it is", async () => {
  const { excel, port } = opened();
  excel.faults.isBusy = true;
  await expect(port.show({ sheet: "Ett" })).rejects.toMatchObject({ code: "cell-edit-mode" });
});

test("a copy opens beside the workbook, byte for byte, however large", async () => {
  const { excel, port } = opened();
  const file = createXlsx({ sheetName: "Exempel" }).save();
  const before = excel.save();
  await port.openCopy(file);
  expect(excel.openedCopies).toEqual([file]);
  expect(openXlsx(excel.openedCopies[0] ?? new Uint8Array()).sheets.map(({ name }) => name)).toEqual(["Exempel"]);
  expect(excel.save()).toEqual(before);
});
