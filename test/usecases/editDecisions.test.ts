import fc from "fast-check";
import type { DecidedEdit, EditedCell } from "../../src/usecases/buildReport.js";
import { openXlsx, type Sheet } from "../../src/xlsx/index.js";
import { aleInExcel, build, built, inExcel, type InExcel } from "./inExcel.js";

const SHEET = "Måluppföljning T1 2019 OAN";

function report({ workbook }: InExcel): Sheet {
  const sheet = workbook.sheet(SHEET);
  if (sheet === undefined) throw new Error(`${SHEET} is not there`);
  return sheet;
}

/** What stands on the sheet, by "row:column"; empty cells are left out. */
function valuesOf(sheet: Sheet): Map<string, unknown> {
  return new Map(
    [...sheet.cells()].filter(({ content }) => content.value !== null && content.value !== "").map(({ row, column, content }) => [`${row}:${column}`, content.value]),
  );
}

function addressOf(row: number, column: number): string {
  return `'${SHEET}'!${String.fromCharCode(65 + column)}${row + 1}`;
}

async function editsOf({ port }: InExcel): Promise<readonly EditedCell[]> {
  const outcome = await build(port);
  return outcome.kind === "edited" ? outcome.edits : [];
}

async function builtAle(): Promise<Uint8Array> {
  const ale = await aleInExcel();
  await built(ale.port);
  return ale.excel.save();
}

test("however a person divides the changed cells, exactly those kept hold what was written by hand, and the others what was built", async () => {
  const file = await builtAle();
  const asBuilt = valuesOf(report(inExcel(openXlsx(file))));
  const places = [...asBuilt.keys()].map((key) => {
    const [row = 0, column = 0] = key.split(":").map(Number);
    return { row, column };
  });
  const decided = fc.uniqueArray(fc.record({ place: fc.constantFrom(...places), isKept: fc.boolean() }), {
    minLength: 1, maxLength: 6, selector: ({ place }) => `${place.row}:${place.column}`,
  });
  await fc.assert(
    fc.asyncProperty(decided, async (choices) => {
      const ale = inExcel(openXlsx(file));
      choices.forEach(({ place }, index) => report(ale).setCell(place.row, place.column, { value: `För hand ${index}` }));
      ale.excel.workbookChanged();
      const keptAt = new Set(choices.filter(({ isKept }) => isKept).map(({ place }) => addressOf(place.row, place.column)));
      const cells = await editsOf(ale);
      expect(cells).toHaveLength(choices.length);
      const edits = cells.map((cell): DecidedEdit => ({ cell, decision: keptAt.has(cell.address) ? "keep" : "replace" }));
      const { keptEdits, lostEdits } = await built(ale.port, { edits });
      const wanted = new Map(asBuilt);
      choices.forEach(({ place, isKept }, index) => {
        if (isKept) wanted.set(`${place.row}:${place.column}`, `För hand ${index}`);
      });
      expect(valuesOf(report(ale))).toEqual(wanted);
      expect(new Set(keptEdits.map(({ address }) => address))).toEqual(keptAt);
      expect(lostEdits).toEqual([]);
      expect((await editsOf(ale)).map(({ address }) => address).sort()).toEqual([...keptAt].sort());
    }),
    { numRuns: 12 },
  );
}, 120_000);

describe("nothing is written, and the whole list comes back, when", () => {
  async function asked(decide: (cells: readonly EditedCell[], ale: InExcel) => readonly DecidedEdit[]) {
    const ale = inExcel(openXlsx(await builtAle()));
    report(ale).setCell(0, 0, { value: "Vår egen rubrik" });
    report(ale).setCell(1, 0, { value: "Vår nämnd" });
    const edits = decide(await editsOf(ale), ale);
    ale.excel.workbookChanged();
    const before = ale.excel.save();
    const outcome = await build(ale.port, { edits });
    expect(Buffer.from(ale.excel.save()).equals(Buffer.from(before))).toBe(true);
    return outcome.kind === "edited" ? outcome.edits.map(({ found }) => found) : [];
  }

  test("a cell is left undecided", async () => {
    expect(await asked((cells) => cells.slice(1).map((cell) => ({ cell, decision: "replace" })))).toEqual(["Vår egen rubrik", "Vår nämnd"]);
  });

  test("a decided cell has been changed again", async () => {
    const found = await asked((cells, ale) => {
      report(ale).setCell(1, 0, { value: "Vår nya nämnd" });
      return cells.map((cell) => ({ cell, decision: "replace" }));
    });
    expect(found).toEqual(["Vår egen rubrik", "Vår nya nämnd"]);
  });

  test("another cell has been changed too", async () => {
    const found = await asked((cells, ale) => {
      report(ale).setCell(2, 0, { value: "Preliminärt" });
      return cells.map((cell) => ({ cell, decision: "keep" }));
    });
    expect(found).toEqual(["Vår egen rubrik", "Vår nämnd", "Preliminärt"]);
  });
});

test("a decision about a cell that has been set right since says nothing", async () => {
  const ale = inExcel(openXlsx(await builtAle()));
  const title = report(ale).cell(0, 0)?.value ?? null;
  report(ale).setCell(0, 0, { value: "Vår egen rubrik" });
  const cells = await editsOf(ale);
  report(ale).setCell(0, 0, { value: title });
  const { keptEdits } = await built(ale.port, { edits: cells.map((cell) => ({ cell, decision: "keep" })) });
  expect(keptEdits).toEqual([]);
  expect(report(ale).cell(0, 0)?.value).toBe(title);
});

test("a row that was taken out and one that was changed in its place are decided about each for itself", async () => {
  const ale = inExcel(openXlsx(await builtAle()));
  const sheet = report(ale);
  const title = sheet.cell(0, 0)?.value;
  sheet.deleteCells({ row: 1, column: 0, rows: 1, columns: 16_384 }, "up");
  sheet.setCell(1, 0, { value: "Preliminärt" });
  ale.excel.workbookChanged();
  const cells = await editsOf(ale);
  expect(cells.length).toBeGreaterThan(1);
  await built(ale.port, { edits: cells.map((cell) => ({ cell, decision: cell.found === "Preliminärt" ? "keep" : "replace" })) });
  expect(sheet.cell(0, 0)?.value).toBe(title);
  expect([...valuesOf(sheet).values()].filter((value) => value === "Preliminärt")).toHaveLength(1);
});
