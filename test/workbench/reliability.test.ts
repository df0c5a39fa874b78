// Protection, limits, faults and counters: what a host may do to an add-in on a bad day.
import { DESKTOP_LIMITS } from "../../src/workbench/limits";
import { batch, codeOf, openExcel, valuesAt } from "./openExcel";

test("a protected sheet refuses writes to locked cells and lets unlocked ones be written", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => {
    sheet.getRange("B1:B9").format.protection.locked = false;
    sheet.protection.protect({ allowAutoFilter: true });
  });
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("A1").values = [[1]]))).toBe("AccessDenied");
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("A1:B1").values = [[1, 2]]))).toBe("AccessDenied");
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("B1").values = [[1]]))).toBe("");
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("B1").format.fill.color = "red"))).toBe("AccessDenied");
  expect(await codeOf(excel, (_context, sheet) => sheet.getRange("1:1").insert("Down"))).toBe("AccessDenied");
  expect(await codeOf(excel, (_context, sheet) => sheet.tables.add("D1:E2", true))).toBe("AccessDenied");
  await batch(excel, async (context, sheet) => {
    sheet.protection.load("protected,options");
    await context.sync();
    expect([sheet.protection.protected, sheet.protection.options.allowAutoFilter, sheet.protection.options.allowFormatCells]).toEqual([true, true, false]);
    sheet.protection.unprotect();
    sheet.getRange("A1").values = [["written"]];
  });
  expect(await valuesAt(excel, "A1:B1")).toEqual([["written", 1]]);
});

test("a sheet that allows it can be formatted while protected", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => sheet.protection.protect({ allowFormatCells: true }));
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("A1").format.font.bold = true))).toBe("");
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("A1").format.columnWidth = 100))).toBe("AccessDenied");
});

test("a request over 5 MB is refused and nothing of it is done; on the desktop there is no such limit", async () => {
  const heavy = (_context: Excel.RequestContext, sheet: Excel.Worksheet) => {
    sheet.getRange("A1").values = [["first"]];
    sheet.getRange("B1:B200").values = Array.from({ length: 200 }, () => ["x".repeat(30_000)]);
  };
  const web = openExcel();
  expect(await codeOf(web, heavy)).toBe("RequestPayloadSizeLimitExceeded");
  expect(await valuesAt(web, "A1")).toEqual([[""]]);
  const desktop = openExcel({ limits: DESKTOP_LIMITS });
  expect(await codeOf(desktop, heavy)).toBe("");
});

test("an answer over 5 MB is refused", async () => {
  const excel = openExcel();
  for (const column of ["A", "B"]) {
    await batch(excel, (_context, sheet) => (sheet.getRange(`${column}1:${column}100`).values = Array.from({ length: 100 }, () => ["x".repeat(30_000)])));
  }
  expect(await codeOf(excel, (_context, sheet) => sheet.getRange("A1:A100").load("values"))).toBe("");
  expect(await codeOf(excel, (_context, sheet) => sheet.getRange("A1:B100").load("values"))).toBe("ResponsePayloadSizeLimitExceeded");
});

test("more than five million cells cannot be read at once", async () => {
  expect(await codeOf(openExcel(), (_context, sheet) => sheet.getRange("A1:E1000001").load("values"))).toBe("RangeExceedsLimit");
});

test("a fault at the n-th action leaves what came before it, and comes only once", async () => {
  const excel = openExcel();
  const write = (_context: Excel.RequestContext, sheet: Excel.Worksheet) => {
    for (const row of [1, 2, 3]) {
      sheet.getRange(`A${row}`).values = [[row]];
    }
  };
  await batch(excel, write);
  const actions = excel.host.traffic.actions;
  const states = new Set<string>();
  for (let action = 1; action <= actions; action += 1) {
    await batch(excel, (_context, sheet) => sheet.getRange("A1:A3").clear());
    excel.host.faults.failAt(action);
    expect(await codeOf(excel, write)).toBe("GeneralException");
    states.add(JSON.stringify((await valuesAt(excel, "A1:A3")).flat()));
  }
  expect([...states]).toEqual(['["","",""]', '[1,"",""]', '[1,2,""]']);
  expect(await codeOf(excel, write)).toBe("");
});

test("in cell edit mode every request is refused until it is over", async () => {
  const excel = openExcel();
  excel.host.faults.isBusy = true;
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("A1").values = [[1]]))).toBe("InvalidOperationInCellEditMode");
  excel.host.faults.isBusy = false;
  expect(await valuesAt(excel, "A1")).toEqual([[""]]);
});

test("a dropped connection is an error of its own; whether the work was done depends on when", async () => {
  const excel = openExcel();
  excel.host.faults.dropNext("before");
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("A1").values = [["lost"]]))).toBe("ConnectionFailure");
  expect(await valuesAt(excel, "A1")).toEqual([[""]]);
  excel.host.faults.dropNext("after");
  expect(await codeOf(excel, (_context, sheet) => (sheet.getRange("A1").values = [["done"]]))).toBe("ConnectionFailure");
  expect(await valuesAt(excel, "A1")).toEqual([["done"]]);
});

test("a workbook opened for reading answers reads and refuses writes", async () => {
  const excel = openExcel();
  excel.host.faults.isReadOnly = true;
  expect(await codeOf(excel, (_context, sheet) => sheet.getRange("A1").load("values"))).toBe("");
  for (const write of [
    (sheet: Excel.Worksheet) => (sheet.getRange("A1").values = [[1]]),
    (sheet: Excel.Worksheet) => (sheet.name = "Mål"),
    (sheet: Excel.Worksheet) => (sheet.getRange("A1").format.font.bold = true),
    (sheet: Excel.Worksheet) => sheet.tables.add("A1:A2", true),
    (sheet: Excel.Worksheet) => sheet.freezePanes.freezeRows(1),
  ]) {
    expect(await codeOf(excel, (_context, sheet) => write(sheet))).toBe("AccessDenied");
  }
});

test("requests that do work are counted apart from the client's own cleaning up", async () => {
  const excel = openExcel();
  await batch(excel, (_context, sheet) => sheet.getRange("A1").load("values"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const { requests, cleanups, actions, bytesOut, bytesIn } = excel.host.traffic;
  expect([requests, cleanups]).toEqual([1, 1]);
  expect(actions).toBeGreaterThan(2);
  expect(bytesOut).toBeGreaterThan(bytesIn);
  excel.host.traffic.reset();
  expect(excel.host.traffic.requests).toBe(0);
});

test.each([[null], ["text"], [{}], [{ Actions: "none", ObjectPaths: {} }], [{ Actions: [{ Id: 1 }], ObjectPaths: {} }]])("a message that is no request is refused: %p", async (message) => {
  const { host } = openExcel();
  expect((await host.handle(message)).Error?.Code).toBe("InvalidRequest");
});
