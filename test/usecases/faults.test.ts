import type { Sheet } from "../../src/xlsx/index.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { aleInExcel, build, built, inExcel } from "./inExcel.js";

jest.setTimeout(120_000);

const INPUT_SHEETS = ["Inställningar", "Enheter", "Mål", "Mått", "Utfall", "Listor"];

function contentOf(sheet: Sheet | undefined): unknown[] {
  return sheet === undefined ? [] : [...sheet.cells()].map(({ row, column, content }) => [row, column, content.value, content.formula]);
}

test("wherever Excel fails during a build, no input changes and the next build heals the report", async () => {
  const ale = await aleInExcel();
  const bytes = ale.excel.save();
  const whole = inExcel(openXlsx(bytes));
  await built(whole.port);
  const actions = whole.excel.traffic.actions;
  const goal = contentOf(whole.workbook.sheet("Måluppföljning T1 2019 OAN"));
  expect(actions).toBeGreaterThan(100);

  // Every seventh action, first and last included: a whole sweep belongs to the proof of reliability.
  for (let at = 1; at <= actions; at += 7) {
    const fresh = inExcel(openXlsx(bytes));
    const before = INPUT_SHEETS.map((name) => contentOf(fresh.workbook.sheet(name)));
    fresh.excel.faults.failAt(at);
    const failure: unknown = await build(fresh.port).then(() => "built", (reason: unknown) => reason);
    expect(INPUT_SHEETS.map((name) => contentOf(fresh.workbook.sheet(name)))).toEqual(before);
    if (failure !== "built") {
      expect(failure).toMatchObject({ name: "WorkbookError", code: "host" });
    }
    fresh.excel.faults.clear();
    await built(fresh.port);
    expect(contentOf(fresh.workbook.sheet("Måluppföljning T1 2019 OAN"))).toEqual(goal);
  }
});

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
