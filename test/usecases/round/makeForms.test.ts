// The forms in the workbook and as files: the same sheet both ways, each unit's made once, nothing of the user's touched.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { periodLabel } from "../../../src/registers/values/period.js";
import type { RegisterRows } from "../../../src/registers/template.js";
import { readRowMark } from "../../../src/round/markText.js";
import { checkWorkbook } from "../../../src/usecases/checkWorkbook.js";
import { makeFiles, makeSheets } from "../../../src/usecases/round/makeForms.js";
import { planRound } from "../../../src/usecases/round/planRound.js";
import { roundState } from "../../../src/usecases/round/roundState.js";
import type { RoundRequest } from "../../../src/usecases/round/roundPlan.js";
import { openXlsx, type Sheet } from "../../../src/xlsx/index.js";
import { ostersundRows } from "../../fixtures/ostersund/ostersundRows.js";
import { describeWith } from "../../tools.js";
import { inExcel, registersAsFile, registersInExcel, type InExcel } from "../inExcel.js";

jest.setTimeout(120_000);

const request: RoundRequest = { period: "T3 2021", today: 44_450, newId: "a1b2c3" };
const units = ["VON", "SAN", "GÖN"];

let file: Promise<Uint8Array> | undefined;
async function ostersund(): Promise<InExcel> {
  file ??= registersAsFile(ostersundRows);
  return inExcel(openXlsx(await file));
}

/** All that a reader of a sheet sees of its cells, and what may be done with them. */
function looksOf(sheet: Sheet) {
  const used = sheet.usedRange(false)!;
  const cells = Array.from({ length: used.rows }, (_, row) =>
    Array.from({ length: used.columns }, (__, column) => {
      const { font, ...format } = sheet.format(row, column);
      return { content: sheet.cell(row, column) ?? { value: null }, ...format, font: { ...font, name: "" } };
    }),
  );
  const rules = new Map(
    sheet.dataValidations.flatMap(({ ranges, ...rule }) =>
      ranges.flatMap(({ row, column, rows, columns }) => Array.from({ length: rows * columns }, (_, index) => [`${row + Math.floor(index / columns)}:${column + (index % columns)}`, rule] as const)),
    ),
  );
  const widths = Array.from({ length: used.columns }, (_, column) => [Math.round(sheet.columnWidth(column) ?? 0), sheet.columnHidden(column)]);
  const hidden = Array.from({ length: used.rows }, (_, row) => sheet.rowHidden(row));
  const { header, footer, orientation, paperSize, fitToWidth } = sheet.pageLayout;
  return {
    cells, rules: [...rules].sort(([a], [b]) => (a < b ? -1 : 1)), widths, hidden,
    protection: sheet.protection, freezePanes: sheet.freezePanes, showGridlines: sheet.showGridlines, page: { header, footer, orientation, paperSize, fitToWidth },
  };
}

describe("Östersund's forms of T3 2021", () => {
  let made: InExcel;
  let sheets: readonly string[];
  let requests: number;
  let before: ReturnType<typeof looksOf>;
  beforeAll(async () => {
    made = await ostersund();
    before = looksOf(made.workbook.sheet("Uppdrag")!);
    const earlier = made.excel.traffic.requests;
    ({ sheets } = await makeSheets(made.port, request));
    requests = made.excel.traffic.requests - earlier;
  });

  test("each unit has a sheet, last in the workbook, and nothing else has changed but the workbook's id", async () => {
    expect(sheets).toEqual(units.map((unit) => `${unit} T3 2021`));
    expect(made.workbook.sheets.slice(-3).map(({ name }) => name)).toEqual(sheets);
    expect(looksOf(made.workbook.sheet("Uppdrag")!)).toEqual(before);
    expect((await checkWorkbook(made.port)).settings.arbetsboksId).toBe("a1b2c3");
  });

  test("in few requests: one that reads, what sheets cost to look at, two for the id, one for the forms", () => {
    expect(requests).toBeLessThanOrEqual(7);
  });

  test("a file is the same sheet, to the format of each cell", async () => {
    const files = await makeFiles(made.port, request);
    expect(files.map(({ name }) => name)).toEqual(["T3 2021 VON Vård- och omsorgsnämnden.xlsx", "T3 2021 SAN Social- och arbetsmarknadsnämnden.xlsx", "T3 2021 GÖN Gemensam överförmyndarnämnd.xlsx"]);
    for (const { unit, bytes } of files) {
      const [sheet, ...more] = openXlsx(bytes).sheets;
      expect(more).toEqual([]);
      expect(looksOf(sheet!)).toEqual(looksOf(made.workbook.sheet(`${unit} T3 2021`)!));
    }
  });

  test("making them again makes none, whatever the sheets are called by now, and changes nothing", async () => {
    made.workbook.sheet("SAN T3 2021")!.name = "Till Socialkontoret";
    made.excel.workbookChanged();
    const bytes = Buffer.from(made.excel.save());
    expect((await makeSheets(made.port, request)).sheets).toEqual([]);
    expect((await planRound(made.port, request)).units.map(({ unit, sheet }) => [unit, sheet])).toEqual([["VON", "VON T3 2021"], ["SAN", "Till Socialkontoret"], ["GÖN", "GÖN T3 2021"]]);
    expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
    made.workbook.sheet("Till Socialkontoret")!.name = "SAN T3 2021";
    made.excel.workbookChanged();
  });
});

describe("what is in the way", () => {
  test("a sheet of the user's own that is called what a form would be stays as it is, and the form takes another name", async () => {
    const made = await ostersund();
    const own = made.workbook.addSheet("san t3 2021");
    own.setCell(0, 0, { value: "Mina egna anteckningar" });
    made.excel.workbookChanged();
    expect((await makeSheets(made.port, { ...request, units: ["SAN"] })).sheets).toEqual(["SAN T3 2021 (2)"]);
    expect([...own.cells()].map(({ content }) => content.value)).toEqual(["Mina egna anteckningar"]);
  });

  test("a form that Excel left half-made is finished, wherever it failed, and no unit gets two", async () => {
    const goal = await ostersund();
    const before = goal.excel.traffic.actions;
    await makeSheets(goal.port, request);
    const actions = goal.excel.traffic.actions - before;
    const whole = units.map((unit) => looksOf(goal.workbook.sheet(`${unit} T3 2021`)!));
    for (const part of [0.3, 0.6, 0.9]) {
      const made = await ostersund();
      made.excel.faults.failAt(made.excel.traffic.actions + Math.round(actions * part));
      await expect(makeSheets(made.port, request)).rejects.toMatchObject({ name: "WorkbookError" });
      await makeSheets(made.port, request);
      expect(made.workbook.sheets.filter(({ name }) => name.includes("T3 2021")).map(({ name }) => name).sort()).toEqual(units.map((unit) => `${unit} T3 2021`).sort());
      const { units: planned } = await planRound(made.port, request);
      expect(planned.every(({ sheet }) => sheet !== null)).toBe(true);
      for (const [index, unit] of units.entries()) expect(looksOf(made.workbook.sheet(`${unit} T3 2021`)!).cells).toEqual(whole[index]?.cells);
    }
  });

  test("a unit that is not there is refused, and work that is stopped has written nothing", async () => {
    const made = await ostersund();
    const bytes = Buffer.from(made.excel.save());
    await expect(makeSheets(made.port, { ...request, units: ["XYZ"] })).rejects.toMatchObject({ code: "unit-unknown" });
    const stop = new AbortController();
    const work = { signal: stop.signal, onCount: () => stop.abort() };
    await expect(makeFiles(made.port, request, work)).rejects.toMatchObject({ code: "cancelled" });
    expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
  });
});

test("the same workbook gives the same files, byte for byte, and without an id to give it is left as it is", async () => {
  const made = await ostersund();
  const bytes = Buffer.from(made.excel.save());
  const [first, second] = [await makeFiles(made.port, { ...request, newId: "" }), await makeFiles(made.port, { ...request, newId: "" })];
  expect(first.map((each) => Buffer.from(each.bytes).toString("base64"))).toEqual(second.map((each) => Buffer.from(each.bytes).toString("base64")));
  expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
  expect(openXlsx(first[0]!.bytes).properties.title).toBe("Uppföljning T3 2021: Vård- och omsorgsnämnden");
});

test("names of sheets and files are such as Excel, Windows and Mac take, and no two are alike", async () => {
  const odd = ["A/B: C*?", "A\\B C", "En mycket lång kod på en enhet i kommunen", "En mycket lång kod på en enhet i kommunet", "a/b: c*?'"];
  const rows: RegisterRows = {
    ...ostersundRows,
    enheter: odd.map((kod, index) => ({ kod, namn: `Enheten "${kod}"  för allt.`, typ: "Enhet", overordnad: null, alias: null, ordning: index })),
    uppdrag: odd.map((kod, index) => ({ ...ostersundRows.uppdrag![0]!, id: `UPP-${index}`, huvudansvarig: kod })),
    uppfoljning: [],
  };
  const made = await registersInExcel(rows);
  const { sheets } = await makeSheets(made.port, request);
  expect(new Set(sheets.map((name) => name.toLowerCase())).size).toBe(odd.length);
  for (const name of sheets) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/u);
  const { units: planned } = await planRound(made.port, request);
  expect(new Set(planned.map(({ fileName }) => fileName.toLowerCase())).size).toBe(odd.length);
  for (const { fileName } of planned) expect(fileName).toMatch(/^[^<>:"/\\|?*]{1,110}[^. ]\.xlsx$/u);
});

describe("units whose forms do not fit in one request", () => {
  const count = 100;
  test("get their sheets in a few requests, each smaller than Excel on the web takes", async () => {
    const made = await registersInExcel(manyUnits(count));
    const before = made.excel.traffic.requests;
    const { sheets } = await makeSheets(made.port, { ...request, period: "T2 2026" });
    expect(sheets).toHaveLength(count);
    // One that reads, three that look at the sheets, two for the id, and some thirty forms to the megabyte: three hundred take five.
    // The embedded Excel refuses a request of more than 5 MB, as Excel on the web does.
    expect(made.excel.traffic.requests - before).toBeLessThanOrEqual(9);
  });
});

function manyUnits(count: number): RegisterRows {
  const codes = Array.from({ length: count }, (_, index) => `E${index}`);
  const [assignment] = ostersundRows.uppdrag!;
  return {
    enheter: codes.map((kod, index) => ({ kod, namn: `Enheten ${index}`, typ: "Enhet", overordnad: null, alias: null, ordning: index })),
    uppdrag: codes.flatMap((kod, index) => Array.from({ length: 2 }, (_, nr) => ({ ...assignment!, id: `UPP-${index}-${nr}`, ar: 2026, huvudansvarig: kod, slut: null, start: null }))),
    uppfoljning: [],
    installningar: [],
  };
}

describeWith("python3-openpyxl", "a form read by openpyxl", (python) => {
  test("its lists, its help, what is locked and what is hidden are there for others than us", async () => {
    const made = await ostersund();
    const [form] = await makeFiles(made.port, { ...request, units: ["SAN"] });
    const folder = mkdtempSync(join(tmpdir(), "blad-"));
    try {
      const path = join(folder, "blad.xlsx");
      writeFileSync(path, form!.bytes);
      const script = [
        "import json, sys, openpyxl",
        "sheet = openpyxl.load_workbook(sys.argv[1]).active",
        "rules = [[str(r.sqref), r.type, r.formula1, r.promptTitle, r.showInputMessage] for r in sheet.data_validations.dataValidation]",
        "open = [c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked]",
        "print(json.dumps([rules, open, sheet.protection.sheet, sheet.protection.formatColumns, sheet.protection.password, sheet.column_dimensions['A'].hidden, sheet.freeze_panes]))",
      ].join("\n");
      const [rules, open, isProtected, locksColumns, password, hidesMarks, frozen] = JSON.parse(execFileSync(python, ["-c", script, path], { encoding: "utf8" })) as [string[][], string[], boolean, boolean, string | null, boolean, string];
      const status = rules.find(([, , , title]) => title === "Status");
      expect(status?.slice(1, 3)).toEqual(["list", '"Ej påbörjat,Planerat,Pågående,Nästan genomfört,Försenat,Delvis genomfört,Genomfört,Ej genomfört,Avbrutet"']);
      // Seven assignments of four cells each, and the one that marks it ready.
      expect(open).toHaveLength(29);
      expect([isProtected, locksColumns, password, hidesMarks, frozen]).toEqual([true, false, null, true, "D8"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("a last day is told in every form and kept in Klarmarkering, once; a unit that has one there keeps its own, and a day that has been is refused", async () => {
  const made = await ostersund();
  const asked = { ...request, deadline: 44_469 };
  await expect(makeFiles(made.port, { ...request, deadline: request.today - 1 })).rejects.toMatchObject({ code: "deadline-passed" });
  expect((await planRound(made.port, asked)).units.map(({ unit, deadline }) => [unit, deadline])).toEqual(units.map((unit) => [unit, 44_469]));
  const owed = async () => (await checkWorkbook(made.port, request.today)).contents.klarmarkering?.rows.map(({ values }) => [values.rapport, values.enhet, periodLabel(values.period), values.senast, values.klarmarkerad]);
  const earlier = (await owed()) ?? [];
  const files = await makeFiles(made.port, { ...asked, units: ["SAN", "GÖN"] });
  expect(openXlsx(files[0]?.bytes ?? new Uint8Array()).activeSheet.cell(1, 2)?.value).toContain("Svara senast 2021-09-30.");
  const first = [...earlier, ["Uppföljning", "SAN", "T3 2021", 44_469, null], ["Uppföljning", "GÖN", "T3 2021", 44_469, null]];
  expect(await owed()).toEqual(first);

  // Later, with another day: only who had none gets it.
  const { sheets } = await makeSheets(made.port, { ...request, deadline: 44_500 });
  expect(await owed()).toEqual([...first, ["Uppföljning", "VON", "T3 2021", 44_500, null]]);
  expect(sheets.map((name) => made.workbook.sheet(name)?.cell(1, 2)?.value)).toEqual([expect.stringContaining("2021-10-31"), expect.stringContaining("2021-09-30"), expect.stringContaining("2021-09-30")]);
  const requests = made.excel.traffic.requests;
  await makeFiles(made.port, asked);
  expect(made.excel.traffic.requests - requests).toBe(1);
  expect((await roundState(made.port, { period: "T3 2021", today: 44_510 })).units.map(({ unit, state, daysLate }) => [unit, state, daysLate])).toEqual([
    ["VON", "missing", 10], ["SAN", "missing", 41], ["GÖN", "missing", 41],
  ]);
});

test("a sheet that lacks what has come to the registers since is told of", async () => {
  const made = await ostersund();
  await makeSheets(made.port, { ...request, units: ["SAN"] });
  const noneNew = await planRound(made.port, request);
  expect(noneNew.units.map(({ sheet, notInSheet }) => [sheet, notInSheet])).toEqual([[null, 0], ["SAN T3 2021", 0], [null, 0]]);
  // As it stood before two rows came.
  const sheet = made.workbook.sheet("SAN T3 2021")!;
  for (const { row, column } of [...sheet.cells()].filter(({ content }) => typeof content.value === "string" && readRowMark(content.value)?.register === "uppfoljning").slice(0, 2)) sheet.setCell(row, column, { value: null });
  expect((await planRound(made.port, request)).units.map(({ notInSheet }) => notInSheet)).toEqual([0, 2, 0]);
});
