// The forms in the workbook and as files: the same sheet both ways, each unit's made once, nothing of the user's touched.
import { checkWorkbook } from "../../../src/usecases/checkWorkbook.js";
import { makeFiles, makeSheets } from "../../../src/usecases/round/makeForms.js";
import { planRound } from "../../../src/usecases/round/planRound.js";
import type { RoundRequest } from "../../../src/usecases/round/roundPlan.js";
import { openXlsx, type Sheet } from "../../../src/xlsx/index.js";
import { ostersundRows } from "../../fixtures/ostersund/ostersundRows.js";
import { inExcel, registersAsFile, type InExcel } from "../inExcel.js";

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
