// A report larger than Excel on the web takes at once: in how many requests it is written, and that one that stops between two of them is told, marked and healed.
import { ConnectionDropped } from "../../src/workbench/faults.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { aleInExcel, build, built, inExcel } from "./inExcel.js";

jest.setTimeout(120_000);

const MB = 2 ** 20;
const SHEET = "Måluppföljning T1 2019 OAN";
/** As good as random, for a file that packs well is taken for hostile. */
const TEXT = Array.from({ length: 6_000 }, (_, index) => `ö${((index * 7_919) % 99_991).toString(36)} `).join("").slice(0, 32_000);

const cellsOf = (workbook: Workbook, sheet = SHEET) => [...(workbook.sheet(sheet)?.cells() ?? [])].map(({ row, column, content: { value, formula } }) => [row, column, typeof value === "object" ? "" : value, formula] as const);

/** A built report in which somebody has written as much as a cell holds in every cell. */
async function withLongEdits(): Promise<Uint8Array> {
  const { port, workbook, excel } = await aleInExcel();
  await built(port);
  const sheet = workbook.sheet(SHEET);
  const cells = [...(sheet?.cells() ?? [])].filter(({ content }) => content.value !== null);
  for (const { row, column } of cells) if (row > 0) sheet?.setCell(row, column, { value: `${row}:${column} ${TEXT}` });
  return excel.save();
}

test("a report with a long text in each of its cells is built again in one request for each 4.5 MB; where the line breaks between two, it says that it is not whole, and the next build has every text that was kept", async () => {
  const file = await withLongEdits();
  const whole = inExcel(openXlsx(file));
  const long = cellsOf(whole.workbook).filter(([, , value]) => String(value).endsWith(TEXT));
  const outcome = await built(whole.port, { edits: "keep" });
  const goal = cellsOf(whole.workbook);
  expect(outcome.keptEdits).toHaveLength(long.length);
  expect(goal.filter(([, , value]) => String(value).endsWith(TEXT))).toEqual(long);
  const { requests, bytesIn, bytesOut } = whole.excel.traffic;
  // One more each way, and two for a size that came as a surprise.
  expect(requests).toBeLessThanOrEqual(4 + Math.ceil(bytesIn / (4.5 * MB)) + Math.ceil(bytesOut / (4.5 * MB)));

  const { port, excel, workbook } = inExcel(openXlsx(file));
  const handle = excel.handle.bind(excel);
  excel.handle = (request) => {
    const isWriting = JSON.stringify(request).includes("inte färdigskriven");
    const answer = handle(request);
    // The line breaks as the first request that writes is answered.
    return isWriting ? answer.then(() => { throw new ConnectionDropped("after"); }) : answer;
  };
  await expect(build(port, { edits: "keep" })).rejects.toMatchObject({ name: "WorkbookError" });
  expect(workbook.sheet(SHEET)?.cell(0, 0)?.value).toBe(`Rapporten är inte färdigskriven. Bygg den igen. ${String(goal[0]?.[2])}`);
  excel.handle = handle;
  await built(port, { edits: "keep" });
  expect(cellsOf(workbook)).toEqual(goal);
});
