// A workbook as Excel writes it, with what cannot be made through the API here: a totals row, a filter, protection with a password.
import { openClient } from "../../src/workbench/client";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel";
import { openXlsx } from "../../src/xlsx/index";
import { excelDialect } from "../xlsx/excelDialect";

function open(change: (host: EmbeddedExcel) => void = () => undefined) {
  const host = new EmbeddedExcel(openXlsx(excelDialect()));
  change(host);
  return { host, ...openClient(host) };
}

const unprotected = () => open(({ workbook }) => workbook.sheets.forEach((sheet) => sheet.unprotect()));

test("a sheet protected with a password cannot be unprotected without it, and its cells not written", async () => {
  const { Excel } = open();
  const unprotect = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Data").protection.unprotect();
    await context.sync();
  });
  await expect(unprotect).rejects.toMatchObject({ code: "AccessDenied" });
  const write = Excel.run(async (context) => {
    context.workbook.tables.getItem("Matt").rows.add();
    await context.sync();
  });
  await expect(write).rejects.toMatchObject({ code: "AccessDenied" });
});

test("a table with a totals row grows above it, and the totals follow", async () => {
  const { Excel } = unprotected();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Matt").load("showTotals");
    const before = { range: table.getRange().load("address"), totals: table.getTotalRowRange().load("address"), count: table.rows.getCount() };
    await context.sync();
    expect([table.showTotals, before.range.address, before.totals.address, before.count.value]).toEqual([true, "Data!A3:D7", "Data!A7:D7", 3]);
    table.rows.add();
    const after = { range: table.getRange().load("address"), totals: table.getTotalRowRange().load("address,formulas"), last: table.getDataBodyRange().getLastRow().load("formulas") };
    await context.sync();
    expect([after.range.address, after.totals.address]).toEqual(["Data!A3:D8", "Data!A8:D8"]);
    expect(String(after.totals.formulas[0]?.[1])).toContain("SUBTOTAL(109");
    expect(String(after.last.formulas[0]?.[3])).toMatch(/^=/);
  });
});

test("a filtered table says so, and all its rows are shown when the filter is cleared", async () => {
  const { Excel } = unprotected();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("Matt");
    table.autoFilter.load("isDataFiltered,criteria");
    const body = table.getDataBodyRange().load("rowHidden,values");
    await context.sync();
    expect([table.autoFilter.isDataFiltered, body.rowHidden, body.values.length]).toEqual([true, null, 3]);
    expect(table.autoFilter.criteria.filter(Boolean)).toHaveLength(1);
    table.clearFilters();
    table.autoFilter.load("isDataFiltered");
    body.load("rowHidden");
    await context.sync();
    expect([table.autoFilter.isDataFiltered, body.rowHidden]).toEqual([false, false]);
  });
});

test("names, validation, conditional formats and panes of the file are seen", async () => {
  const { Excel } = open();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Data").load("protection/protected,tabColor");
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
    const formats = sheet.getRange().conditionalFormats.load("items/type,items/priority");
    await context.sync();
    expect([sheet.protection.protected, frozen.address]).toEqual([true, "Data!A1:A3"]);
    expect(sheet.tabColor).toMatch(/^#[0-9A-F]{6}$/);
    expect(formats.items.map(({ type }) => type)).toContain("CellValue");
  });
});
