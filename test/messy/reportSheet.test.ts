// What people do to a built report sheet before they build it again: nothing of theirs is lost, nothing wrong is printed.
import { openXlsx, type Sheet } from "../../src/xlsx/index.js";
import { aleInExcel, build, built, inExcel, type InExcel } from "../usecases/inExcel.js";

const SHEET = "Måluppföljning T1 2019 OAN";
const WHOLE_ROW = 16_384;

let bytes: Promise<Uint8Array> | undefined;

async function builtAndSaved(): Promise<Uint8Array> {
  const ale = await aleInExcel();
  await built(ale.port);
  return ale.excel.save();
}

/** A workbook where the report was built, saved and opened again. */
async function reported(): Promise<InExcel & { readonly sheet: Sheet }> {
  bytes ??= builtAndSaved();
  const again = inExcel(openXlsx(await bytes));
  return { ...again, sheet: named(again, SHEET) };
}

function named({ workbook }: InExcel, name: string): Sheet {
  const sheet = workbook.sheet(name);
  if (sheet === undefined) throw new Error(`${name} missing`);
  return sheet;
}

function textsOf(sheet: Sheet): string[] {
  return [...sheet.cells()].flatMap(({ content }) => (typeof content.value === "string" ? [content.value] : []));
}

describe("notes of the user's own, beside and below the report", () => {
  test("a formula that is kept is still a formula, and is not called an edit that Excel changed", async () => {
    const report = await reported();
    report.sheet.setCell(4, 10, { value: null, formula: "1+2" });
    const outcome = await built(report.port, { edits: "keep" });
    expect(outcome.written.putBack).toBe(0);
    expect(report.sheet.cell(4, 10)).toEqual({ value: 3, formula: "1+2" });
  });

  test("a date and a percentage are still shown as such", async () => {
    const report = await reported();
    report.sheet.setCell(4, 10, { value: 43_605 });
    report.sheet.applyFormat({ row: 4, column: 10, rows: 1, columns: 1 }, { numberFormat: "yyyy-mm-dd" });
    report.sheet.setCell(60, 0, { value: 0.5 });
    report.sheet.applyFormat({ row: 60, column: 0, rows: 1, columns: 1 }, { numberFormat: "0%" });
    await built(report.port, { edits: "keep" });
    expect(report.sheet.cell(4, 10)?.value).toBe(43_605);
    expect(report.sheet.numberFormat(4, 10)).toBe("yyyy-mm-dd");
    expect(report.sheet.cell(60, 0)?.value).toBe(0.5);
    expect(report.sheet.numberFormat(60, 0)).toBe("0%");
  });

  test("a text in a row put in between two of the report's is kept as a note below", async () => {
    const report = await reported();
    report.sheet.insertCells({ row: 10, column: 0, rows: 2, columns: WHOLE_ROW }, "down");
    report.sheet.setCell(10, 0, { value: "Fråga nämnden" });
    expect((await build(report.port)).kind).toBe("edited");
    await built(report.port, { edits: "keep" });
    expect(textsOf(report.sheet).filter((text) => text.includes("Fråga nämnden"))).toHaveLength(1);
  });

  test.each(["=1+1 är två", "'citat' från någon", "- bättre\n- sämre", "1-2", "SANT", "maj 2019", "#N/A", "@namn", "00123"])("the text %j is kept as it is", async (text) => {
    const report = await reported();
    report.sheet.setCell(4, 10, { value: text });
    await built(report.port, { edits: "keep" });
    expect(report.sheet.cell(4, 10)).toEqual({ value: text });
  });
});

describe("the sheet itself", () => {
  test("blank rows put in, also at the top, and merged cells are no obstacle: the report is whole again", async () => {
    const report = await reported();
    const before = textsOf(report.sheet);
    report.sheet.insertCells({ row: 0, column: 0, rows: 3, columns: WHOLE_ROW }, "down");
    report.sheet.merge({ row: 5, column: 0, rows: 2, columns: 4 });
    await built(report.port, { edits: "replace" });
    expect(textsOf(report.sheet)).toEqual(before);
    expect(report.sheet.merges).toEqual([]);
  });

  test.each(["hidden", "veryHidden"] as const)("one that is %s is shown when the report is built", async (visibility) => {
    const report = await reported();
    report.workbook.activeSheet = named(report, "Utfall");
    report.sheet.visibility = visibility;
    await built(report.port);
    expect(report.sheet.visibility).toBe("visible");
  });

  test("one renamed in other case is the same sheet", async () => {
    const report = await reported();
    report.sheet.name = SHEET.toUpperCase();
    const count = report.workbook.sheets.length;
    await built(report.port);
    expect(report.workbook.sheets).toHaveLength(count);
  });

  test("one renamed is the user's copy: it stays as it is, and the report is built on a sheet of its own", async () => {
    const report = await reported();
    report.sheet.name = "Min rapport";
    const before = [...report.sheet.cells()];
    await built(report.port);
    expect([...report.sheet.cells()]).toEqual(before);
    expect(report.workbook.sheet(SHEET)).toBeDefined();
  });

  test("a report of another period stands beside the first, which stays as it is", async () => {
    const report = await reported();
    const before = [...report.sheet.cells()];
    await built(report.port, { period: "T1 2018" });
    expect([...report.sheet.cells()]).toEqual(before);
    expect(report.workbook.sheet("Måluppföljning T1 2018 OAN")).toBeDefined();
  });
});

describe("the add-in's memory", () => {
  test.each([
    ["removed", (report: InExcel) => { report.workbook.removeSheet(named(report, "Maltavla_minne")); }],
    ["emptied and shown", (report: InExcel) => {
      const memory = named(report, "Maltavla_minne");
      memory.visibility = "visible";
      memory.setCell(0, 0, { value: null });
    }],
    ["full of something else", (report: InExcel) => { named(report, "Maltavla_minne").setCell(0, 0, { value: "mina anteckningar" }); }],
  ])("%s: a report nobody touched is rebuilt, and one with a note still asks", async (_, spoil) => {
    const untouched = await reported();
    spoil(untouched);
    expect((await build(untouched.port)).kind).toBe("built");
    const noted = await reported();
    spoil(noted);
    noted.sheet.setCell(4, 10, { value: "Min notering" });
    expect((await build(noted.port)).kind).toBe("edited");
  });

  test("protected: refused before anything is written, by a message that names the sheet", async () => {
    const report = await reported();
    named(report, "Maltavla_minne").protect({});
    const before = report.excel.save();
    await expect(build(report.port)).rejects.toMatchObject({ code: "sheet-protected", message: expect.stringContaining("Maltavla_minne") });
    expect(Buffer.from(report.excel.save()).equals(Buffer.from(before))).toBe(true);
  });
});

test.each(["t1 2019", "Tertial 1 2019", "april 2019", "2019-04", " T1  2019 "])("the period may be asked for as %j", async (period) => {
  const ale = await aleInExcel();
  expect((await built(ale.port, { period })).written.sheet).toBe(SHEET);
});

test.each(["oan", "Omsorgs- och arbetsmarknadsnämnden", "OMSORGS- OCH ARBETSMARKNADSNÄMNDEN".normalize("NFD"), " Omsorgs-\u00A0och  arbetsmarknadsnämnden"])(
  "the unit may be asked for as %j",
  async (unit) => {
    const ale = await aleInExcel();
    expect((await built(ale.port, { unit })).written.sheet).toBe(SHEET);
  },
);

test("edits are told as people read them: percent, dates and empty cells, not what Excel stores", async () => {
  const report = await reported();
  const { row } = [...report.sheet.cells()].find(({ content }) => content.value === "Andel arbetslösa och i program i åldern 18–24 år") ?? { row: -1 };
  report.sheet.setCell(row, 1, { value: 0.06 });
  report.sheet.setCell(row, 10, { value: 43_605 });
  report.sheet.applyFormat({ row, column: 10, rows: 1, columns: 1 }, { numberFormat: "yyyy-mm-dd" });
  const outcome = await build(report.port);
  expect(outcome.kind === "edited" && outcome.edits.map(({ written, found }) => [written, found])).toEqual([["5,5 %", "6 %"], ["", "2019-05-20"]]);
});
