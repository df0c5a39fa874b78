import { previewReport } from "../../src/usecases/previewReport.js";
import type { Sheet } from "../../src/xlsx/index.js";
import { aleInExcel, build, built } from "./inExcel.js";

jest.setTimeout(120_000);

function contentOf(sheet: Sheet | undefined): unknown[] {
  return sheet === undefined ? [] : [...sheet.cells()].map(({ row, column, content }) => [row, column, content.value, content.formula]);
}

test.each(["before", "after"] as const)("a connection lost %s the work is told as one, and the next build is whole", async (when) => {
  const ale = await aleInExcel();
  ale.excel.faults.dropNext(when);
  await expect(build(ale.port)).rejects.toMatchObject({ name: "WorkbookError", code: "connection" });
  await built(ale.port);
});

test("a table that disappears between reading and writing stops the write before its first change", async () => {
  const ale = await aleInExcel();
  await built(ale.port);
  const report = contentOf(ale.workbook.sheet("Måluppföljning T1 2019 OAN"));
  const port: typeof ale.port = {
    ...ale.port,
    writeReport: (write) => {
      const table = ale.workbook.table("Matt");
      if (table !== undefined) table.sheet.removeTable(table);
      return ale.port.writeReport(write);
    },
  };
  await expect(build(port)).rejects.toMatchObject({ code: "workbook-changed" });
  expect(contentOf(ale.workbook.sheet("Måluppföljning T1 2019 OAN"))).toEqual(report);
});

test("wherever Excel fails during a preview, it is told, and the workbook is the same to the byte", async () => {
  const ale = await aleInExcel();
  await built(ale.port);
  const request = { report: "maluppfoljning", unit: undefined, period: undefined, today: 43_605 };
  const before = Buffer.from(ale.excel.save());
  ale.excel.traffic.reset();
  await previewReport(ale.port, request);
  const { actions } = ale.excel.traffic;
  for (let at = 1; at <= actions; at += 23) {
    ale.excel.faults.failAt(at);
    const failure: unknown = await previewReport(ale.port, request).then(() => "previewed", (reason: unknown) => reason);
    if (failure !== "previewed") expect(failure).toMatchObject({ name: "WorkbookError", code: "host" });
    ale.excel.faults.clear();
  }
  for (const when of ["before", "after"] as const) {
    ale.excel.faults.dropNext(when);
    await expect(previewReport(ale.port, request)).rejects.toMatchObject({ code: "connection" });
  }
  ale.excel.faults.isBusy = true;
  await expect(previewReport(ale.port, request)).rejects.toMatchObject({ code: "cell-edit-mode" });
  ale.excel.faults.clear();
  expect(before.equals(ale.excel.save())).toBe(true);
  expect((await previewReport(ale.port, request)).changedCells).toBe(0);
});

test("a build that is stopped while Excel answers slowly writes nothing, and the next one is whole", async () => {
  const ale = await aleInExcel();
  const before = Buffer.from(ale.excel.save());
  ale.excel.faults.delay = 20;
  const stop = new AbortController();
  const stopped = build(ale.port, {}, { signal: stop.signal });
  stop.abort();
  await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  expect(before.equals(ale.excel.save())).toBe(true);
  await built(ale.port);
});
