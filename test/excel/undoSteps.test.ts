import { officeWorkbook } from "../../src/excel/officeWorkbook.js";
import { changesVisibility } from "../../src/excel/reportVisibility.js";
import type { ReportWrite, WorkbookPort } from "../../src/usecases/port.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { aleInExcel, build, built } from "../usecases/inExcel.js";

/** Ale's workbook in an Excel of that requirement set, with the port told that undo groups are there or not, and what Excel.run was asked each time. */
async function aleWith(version: string, undoGroups: boolean) {
  const workbook = openXlsx((await aleInExcel()).excel.save());
  const excel = new EmbeddedExcel(workbook, { requirementSets: { ExcelApi: version } });
  const { Excel } = openClient(excel);
  const run = jest.spyOn(Excel, "run");
  const isGrouped = () => run.mock.calls.map(([first]: readonly unknown[]) => typeof first === "object" && first !== null && "mergeUndoGroup" in first && first.mergeUndoGroup === true);
  return { workbook, excel, isGrouped, port: officeWorkbook(Excel, { undoGroups }) };
}

/** Has the next request that writes refused as Excel refuses a group: whole, or at its n-th action, with all before it done. */
function refuseWrite(excel: EmbeddedExcel, atAction: number | "whole"): void {
  const answer = excel.handle.bind(excel);
  excel.handle = async (request) => {
    // Reads and the client's own clean-ups in the background go through.
    if (!/"Name":"SuspendScreenUpdating/iu.test(JSON.stringify(request))) return answer(request);
    excel.handle = answer;
    if (atAction === "whole") return { Results: [], Error: { Code: "UndoNotSupported", Message: "", ActionIndex: -1, Location: "" } };
    excel.faults.failAt(atAction);
    const response = await answer(request);
    if (response.Error === undefined) throw new Error("The request has fewer actions.");
    return { ...response, Error: { ...response.Error, Code: "UndoNotSupported" } };
  };
}

/**
 * Calls that some Excel cannot undo, as they are named on the wire; each would have the group refused.
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities
 */
const CANNOT_BE_UNDONE = ["Visibility", "Position", "StandardWidth", "Protect", "Unprotect", "Copy", "Comment", "GetMergedAreasOrNullObject", "CustomXmlParts"];

function reportOf(workbook: Workbook): unknown[] {
  return [...(workbook.sheet("Måluppföljning T1 2019 OAN")?.cells() ?? [])].map(({ row, column, content }) => [row, column, content.value]);
}

test("where Excel has ExcelApi 1.20 a report is one undo step, and what cannot be undone on the desktop comes in a request before it", async () => {
  const { port, excel, isGrouped } = await aleWith("1.20", true);
  expect((await built(port)).written.isOneUndoStep).toBe(true);
  // Read; the memory's sheet made and hidden, which happens once; the report.
  expect(isGrouped()).toEqual([false, false, true]);
  expect(excel.traffic.requests).toBe(3);
  expect((await built(port)).written.isOneUndoStep).toBe(true);
  expect(isGrouped().slice(3)).toEqual([false, true]);
  expect(excel.traffic.requests).toBe(5);
});

test("nothing in the group is a call that Excel cannot undo", async () => {
  const { port, excel } = await aleWith("1.20", true);
  const answer = excel.handle.bind(excel);
  const groups: string[] = [];
  excel.handle = (request) => {
    const text = JSON.stringify(request);
    if (/"Name":"SuspendScreenUpdating/iu.test(text)) groups.push(text);
    return answer(request);
  };
  await built(port);
  await built(port);
  expect(groups).toHaveLength(2);
  const called = groups.flatMap((text) => [...text.matchAll(/"Name":"(\w+)"/gu)].map(([, name]) => name));
  expect(called).toContain("Values");
  expect(called.filter((name) => CANNOT_BE_UNDONE.some((refused) => refused === name))).toEqual([]);
});

test("where it has not, the same report is written without a group, in two requests the first time too", async () => {
  const grouped = await aleWith("1.20", true);
  await built(grouped.port);
  const { port, excel, isGrouped, workbook } = await aleWith("1.13", false);
  expect((await built(port)).written.isOneUndoStep).toBe(false);
  expect(isGrouped()).toEqual([false, false]);
  expect(excel.traffic.requests).toBe(2);
  expect(reportOf(workbook)).toEqual(reportOf(grouped.workbook));
  expect(workbook.sheet("Maltavla_minne")?.visibility).toBe("veryHidden");
});

test("a hidden report sheet is shown before the group, not in it", async () => {
  const { port, workbook } = await aleWith("1.20", true);
  await built(port);
  const writes: ReportWrite[] = [];
  const watched: WorkbookPort = { ...port, writeReport: (write) => { writes.push(write); return port.writeReport(write); } };
  const sheet = workbook.sheet("Måluppföljning T1 2019 OAN");
  if (sheet === undefined) throw new Error("no report");
  workbook.activeSheet = workbook.sheets[0] ?? sheet;
  sheet.visibility = "hidden";
  expect((await built(watched)).written.isOneUndoStep).toBe(true);
  expect(writes.map(changesVisibility)).toEqual([true]);
  expect(sheet.visibility).toBe("visible");
});

test("an Excel that refuses groups before it begins (ApiNotFound) gets the report without one, and is not asked again", async () => {
  const { port, isGrouped, workbook } = await aleWith("1.13", true);
  expect((await built(port)).written.isOneUndoStep).toBe(false);
  expect(isGrouped()).toEqual([false, false, true, false]);
  expect(reportOf(workbook).length).toBeGreaterThan(10);
  await built(port);
  expect(isGrouped().slice(4)).toEqual([false, false]);
});

test("a group that Excel refuses as a whole is written without one: nothing of it was done", async () => {
  const { port, excel, isGrouped, workbook } = await aleWith("1.20", true);
  await built(port);
  const before = reportOf(workbook);
  refuseWrite(excel, "whole");
  expect((await built(port)).written.isOneUndoStep).toBe(false);
  expect(isGrouped().slice(-3)).toEqual([false, true, false]);
  expect(reportOf(workbook)).toEqual(before);
});

test("a group that Excel refuses half-way is told, as what came before it is done; the next try, without a group, heals the report", async () => {
  const { port, excel, isGrouped } = await aleWith("1.20", true);
  await built(port);
  const before = Buffer.from(excel.save());
  refuseWrite(excel, 100);
  await expect(build(port)).rejects.toMatchObject({ name: "WorkbookError", code: "host" });
  expect(isGrouped().slice(-2)).toEqual([false, true]);
  expect(before.equals(excel.save())).toBe(false);
  expect((await built(port)).written.isOneUndoStep).toBe(false);
  expect(isGrouped().slice(-2)).toEqual([false, false]);
  expect(before.equals(excel.save())).toBe(true);
});
