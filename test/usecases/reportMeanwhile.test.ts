// Somebody else is at the report's own sheet while it is being built: what they do there between our reading and our writing is kept, or nothing is written.
import type { WorkbookPort } from "../../src/usecases/port.js";
import { openClient } from "../../src/workbench/client.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { aleInExcel, build, built, inExcel, type InExcel } from "./inExcel.js";

jest.setTimeout(180_000);
const SHEET = "Måluppföljning T1 2019 OAN";
const MEASURE = "Andel arbetslösa och i program i åldern 18–24 år";

let file: Promise<Uint8Array> | undefined;
async function withReport(): Promise<InExcel> {
  file ??= (async () => {
    const ale = await aleInExcel();
    await built(ale.port);
    return ale.excel.save();
  })();
  return inExcel(openXlsx(await file));
}

/** A port that lets somebody else in before the first report is written. */
function meanwhile(made: InExcel, act: (context: Excel.RequestContext) => unknown): WorkbookPort {
  let isDone = false;
  return {
    ...made.port,
    writeReport: async (write) => {
      if (!isDone) {
        isDone = true;
        await openClient(made.excel).Excel.run(async (context) => {
          act(context);
          await context.sync();
        });
      }
      return made.port.writeReport(write);
    },
  };
}

const valuesOf = ({ workbook }: InExcel, name = SHEET) => [...(workbook.sheet(name)?.cells() ?? [])].map(({ row, column, content }) => [row, column, content.value, content.formula]);
const placeOf = (made: InExcel, text: string) => {
  const found = [...made.workbook.sheet(SHEET)!.cells()].find(({ content }) => content.value === text);
  if (found === undefined) throw new Error(text);
  return found;
};

test("a cell that they change, a note that they write below and a formula beside come back, in one request more, and the next build asks about them", async () => {
  const made = await withReport();
  const { row } = placeOf(made, MEASURE);
  const last = made.workbook.sheet(SHEET)!.usedRange(true)!.rows;
  const charts = made.workbook.sheet(SHEET)!.charts.length;
  made.excel.traffic.reset();
  const outcome = await built(meanwhile(made, ({ workbook }) => {
    const sheet = workbook.worksheets.getItem(SHEET);
    sheet.getRangeByIndexes(row, 1, 1, 1).values = [["6,1 % enligt ny mätning"]];
    sheet.getRangeByIndexes(last - 1, 0, 1, 1).values = [["Deras sista rad"]];
    sheet.getRangeByIndexes(row, 2, 1, 1).formulas = [["=1+1"]];
  }));
  expect(made.excel.traffic.requests).toBe(4);
  expect(outcome.written.isOneUndoStep).toBe(false);
  const sheet = made.workbook.sheet(SHEET)!;
  expect([sheet.cell(row, 1)?.value, sheet.cell(row, 2)?.formula]).toEqual(["6,1 % enligt ny mätning", "1+1"]);
  expect(valuesOf(made).map(([, , value]) => value)).toContain("Deras sista rad");
  expect(outcome.keptEdits.length + outcome.lostEdits.length).toBe(3);
  expect(sheet.charts).toHaveLength(charts);
  expect(await build(made.port)).toMatchObject({ kind: "edited", edits: { length: 3 } });
});

test("what was decided about edits that were there holds beside what comes meanwhile", async () => {
  const made = await withReport();
  const { row } = placeOf(made, MEASURE);
  made.workbook.sheet(SHEET)!.setCell(row, 1, { value: "Vår ändring" });
  made.excel.workbookChanged();
  const outcome = await built(meanwhile(made, ({ workbook }) => { workbook.worksheets.getItem(SHEET).getRangeByIndexes(row, 2, 1, 1).values = [["Deras ändring"]]; }), { edits: "keep" });
  expect([1, 2].map((column) => made.workbook.sheet(SHEET)!.cell(row, column)?.value)).toEqual(["Vår ändring", "Deras ändring"]);
  expect(outcome.keptEdits).toHaveLength(2);
});

test("a sheet that nobody has touched costs two requests", async () => {
  const made = await withReport();
  made.excel.traffic.reset();
  await built(made.port, { today: 43_700 });
  expect(made.excel.traffic.requests).toBe(2);
});

const works: Readonly<Record<string, (context: Excel.RequestContext) => unknown>> = {
  "renames the sheet": ({ workbook }) => { workbook.worksheets.getItem(SHEET).name = "Sparad rapport"; },
  "deletes the sheet": ({ workbook }) => { workbook.worksheets.getItem(SHEET).delete(); },
  "protects the sheet": ({ workbook }) => { workbook.worksheets.getItem(SHEET).protection.protect(); },
  "deletes the memory of reports": ({ workbook }) => {
    const memory = workbook.worksheets.getItem("Maltavla_minne");
    // A very hidden sheet cannot be deleted.
    memory.visibility = "Visible";
    memory.delete();
  },
};

test.each(Object.keys(works))("when somebody %s, not a cell of the report is changed", async (work) => {
  const made = await withReport();
  let left: unknown[] = [];
  const sheets = () => made.workbook.sheets.map(({ name }) => [name, valuesOf(made, name)]);
  const port = meanwhile(made, works[work]!);
  const failure: unknown = await build({ ...port, writeReport: async (write) => port.writeReport(write).catch((reason: unknown) => { left = sheets(); throw reason; }) }, { today: 43_700 }).catch((reason: unknown) => reason);
  expect(failure).toMatchObject({ name: "WorkbookError", code: work === "protects the sheet" ? "access-denied" : "workbook-changed" });
  const reference = await withReport();
  await openClient(reference.excel).Excel.run(async (context) => {
    works[work]!(context);
    await context.sync();
  });
  expect(left).toEqual(reference.workbook.sheets.map(({ name }) => [name, valuesOf(reference, name)]));
  if (work !== "protects the sheet") await built(made.port);
});

test("a sheet of the report's name that somebody adds meanwhile is theirs", async () => {
  const made = await aleInExcel();
  const port = meanwhile(made, ({ workbook }) => { workbook.worksheets.add(SHEET).getRange("A1:A1").values = [["Min egen"]]; });
  await expect(build(port)).rejects.toMatchObject({ code: "workbook-changed" });
  expect(valuesOf(made)).toEqual([[0, 0, "Min egen", undefined]]);
  await expect(build(made.port)).rejects.toMatchObject({ code: "sheet-not-ours" });
});
