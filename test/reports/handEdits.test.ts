import fc from "fast-check";
import type { CellValue } from "../../src/registers/cell.js";
import { handEdits, keepEdits, type HandEdit } from "../../src/reports/edits/handEdits.js";
import { layoutReport, type ReportLayout } from "../../src/reports/layout/layout.js";
import { memoryCells, memoryOf, memoryOfSheet, readMemory, withMemory } from "../../src/reports/edits/memory.js";
import type { StandingCells } from "../../src/reports/edits/standingSheet.js";
import { asGivenBack } from "../../src/reports/layout/sheetText.js";
import { anyDocument } from "./documents.js";
import { aleRows, measure, number, outcome, reportOf } from "./reportOf.js";

/** The sheet as Excel gives it back after the layout was written, with some cells changed by hand. */
function standing(layout: ReportLayout, ...changes: readonly { readonly row: number; readonly column: number; readonly value: CellValue }[]): StandingCells {
  const values = layout.values.map((row) => row.map((value): CellValue => asGivenBack(value)));
  for (const { row, column, value } of changes) {
    while (values.length <= row) values.push(layout.columnWidths.map(() => ""));
    for (const cells of values) while (cells.length <= column) cells.push("");
    const cells = values[row];
    if (cells !== undefined) cells[column] = value;
  }
  return { row: 0, column: 0, values };
}

const ale = layoutReport(reportOf(aleRows));
const written = memoryOf(ale);
const rowOf = (layout: ReportLayout, name: string) => layout.values.findIndex(([first]) => first === name);
const NEWCOMERS = "Andel nyanlända av det totala antalet arbetslösa/i program";
const newcomers = rowOf(ale, NEWCOMERS);

/** A report in which everything below the first table has moved down. */
const aleWithOneMore = layoutReport(
  reportOf({ ...aleRows, matt: [...(aleRows.matt ?? []), measure({ id: "M", malId: "MÅL-5", malvarde: number(1), ordning: 0 })], utfall: [...(aleRows.utfall ?? []), outcome("M", number(2))] }),
);

const seen = (edits: readonly HandEdit[]) => edits.map(({ row, column, was, is }) => ({ row, column, was, is }));

describe("which cells were changed by hand", () => {
  test("none when nothing was, whatever the report", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const layout = layoutReport(document);
        expect(handEdits(memoryOf(layout), standing(layout), layout)).toEqual([]);
      }),
    );
  });

  test("none when the report has new figures but the sheet stands as it was written", () => {
    expect(handEdits(written, standing(ale), aleWithOneMore)).toEqual([]);
  });

  test("exactly the changed ones, with what was and what is", () => {
    const changed = { row: newcomers, column: 7, value: "Egen kommentar" };
    expect(seen(handEdits(written, standing(ale, changed), ale))).toEqual([
      { row: newcomers, column: 7, was: ale.values[newcomers]?.[7], is: "Egen kommentar" },
    ]);
  });

  test("each with the row and column in the report's own words", () => {
    const edits = handEdits(written, standing(ale, { row: newcomers, column: 7, value: "Eget" }, { row: 0, column: 0, value: "Titel" }, { row: 400, column: 1, value: "x" }), ale);
    expect(edits.map(({ where }) => where)).toEqual(["Måluppföljning T1 2019", `${NEWCOMERS}, Kommentar`, "egen rad"]);
  });

  test("any one changed cell is found", () => {
    const cell = fc.record({ row: fc.nat(ale.values.length - 1), column: fc.nat(7) });
    fc.assert(
      fc.property(cell, fc.constantFrom<CellValue>("Ändrat", 17.5, true, ""), ({ row, column }, value) => {
        const was = asGivenBack(ale.values[row]?.[column] ?? "");
        const edits = handEdits(written, standing(ale, { row, column, value }), ale);
        expect(seen(edits)).toEqual(was === value ? [] : [{ row, column, was, is: value }]);
      }),
      { numRuns: 300 },
    );
  });

  test("a note beside or below the report counts", () => {
    const edits = handEdits(written, standing(ale, { row: 4, column: 10, value: "Fråga Eva" }, { row: ale.values.length + 2, column: 0, value: "Klart" }), ale);
    expect(edits.map(({ is }) => is)).toEqual(["Fråga Eva", "Klart"]);
  });

  test("the last bits of a number are no change, a visible difference is", () => {
    const close = { row: newcomers, column: 1, value: 0.148 * (1 + 1e-15) };
    expect(handEdits(written, standing(ale, close), ale)).toEqual([]);
    expect(handEdits(written, standing(ale, { ...close, value: 0.1481 }), ale)).toHaveLength(1);
  });

  test("a row put in by hand does not make the rest look changed", () => {
    const values = standing(ale).values;
    const withRow = [...values.slice(0, 5), ["Min egen rad", "", "", "", "", "", "", ""], ...values.slice(5)];
    expect(handEdits(written, { row: 0, column: 0, values: withRow }, ale).map(({ row, is }) => [row, is])).toEqual([[5, "Min egen rad"]]);
  });

  test("rows that stand elsewhere, as when somebody has sorted them, are the same rows: nothing is asked about them", () => {
    const { values } = standing(ale);
    const once = values.flatMap((row, place) => (values.filter((other) => String(other) === String(row)).length === 1 ? [place] : []));
    fc.assert(
      fc.property(fc.shuffledSubarray(once, { minLength: once.length }), (places) => {
        const sorted = values.map((row, place) => values[places[once.indexOf(place)] ?? place] ?? row);
        expect(handEdits(written, { row: 0, column: 0, values: sorted }, ale)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("a row taken out by hand is told, cell by cell, and nothing else", () => {
    const values = standing(ale).values;
    const edits = handEdits(written, { row: 0, column: 0, values: values.filter((_, row) => row !== newcomers) }, ale);
    expect(edits.every(({ row, is }) => row === newcomers && is === "")).toBe(true);
    expect(edits.map(({ was }) => was)).toEqual(standing(ale).values[newcomers]?.filter((value) => value !== ""));
  });

  test("a cell that already holds what is about to be written is not asked about", () => {
    const corrected = layoutReport(reportOf({ ...aleRows, utfall: (aleRows.utfall ?? []).map((row) => ({ ...row, kommentar: "Rättad" })) }));
    const edits = handEdits(written, standing(ale, { row: newcomers, column: 7, value: "Rättad" }), corrected);
    expect(edits).toEqual([]);
  });

  test("a build that failed after the values were written is healed without questions", () => {
    expect(handEdits(written, standing(aleWithOneMore), aleWithOneMore)).toEqual([]);
  });

  test("an emptied or new sheet has nothing to lose", () => {
    expect(handEdits(written, { row: 0, column: 0, values: [] }, ale)).toEqual([]);
    expect(handEdits(written, { row: 0, column: 0, values: [["", ""]] }, ale)).toEqual([]);
    expect(handEdits(undefined, undefined, ale)).toEqual([]);
  });

  test("without a memory, what differs from the new report is asked about", () => {
    expect(handEdits(undefined, standing(ale), ale)).toEqual([]);
    expect(handEdits(undefined, standing(ale, { row: newcomers, column: 7, value: "Eget" }), ale)).toHaveLength(1);
  });

  test("a sheet whose first rows were left empty is read from where it starts", () => {
    const { values } = standing(ale);
    expect(handEdits(written, { row: 3, column: 0, values: values.slice(3) }, ale).map(({ row }) => row)).toEqual([0, 1, 2]);
  });
});

describe("keeping what was changed by hand", () => {
  test("an edit follows its measure when rows move", () => {
    const edits = handEdits(written, standing(ale, { row: newcomers, column: 7, value: "Egen kommentar" }), aleWithOneMore);
    const { layout, kept, lost } = keepEdits(aleWithOneMore, edits);
    const moved = rowOf(aleWithOneMore, NEWCOMERS);
    expect(moved).toBeGreaterThan(newcomers);
    expect(layout.values[moved]?.[7]).toBe("Egen kommentar");
    expect([kept.length, lost.length]).toEqual([1, 0]);
  });

  test("an edit whose row is gone is told as lost, and never put elsewhere", () => {
    const fewer = layoutReport(reportOf({ ...aleRows, matt: (aleRows.matt ?? []).slice(0, 1) }));
    const edits = handEdits(written, standing(ale, { row: newcomers, column: 7, value: "Egen kommentar" }), fewer);
    const { layout, kept, lost } = keepEdits(fewer, edits);
    expect([kept.length, lost.map(({ is }) => is)]).toEqual([0, ["Egen kommentar"]]);
    expect(layout.values.flat()).not.toContain("Egen kommentar");
  });

  test("a row put in by hand has no place in a new report, and that is told", () => {
    const values = standing(ale).values;
    const edits = handEdits(written, { row: 0, column: 0, values: [...values.slice(0, 5), ["Min rad"], ...values.slice(5)] }, ale);
    expect(keepEdits(ale, edits).lost.map(({ is }) => is)).toEqual(["Min rad"]);
  });

  test("notes beside and below the report stay beside their row and below the end", () => {
    const below = ale.values.length + 1;
    const edits = handEdits(written, standing(ale, { row: newcomers, column: 9, value: "Fråga Eva" }, { row: below, column: 0, value: "Klart" }), aleWithOneMore);
    const { layout, lost } = keepEdits(aleWithOneMore, edits);
    expect(lost).toEqual([]);
    expect(layout.values[rowOf(aleWithOneMore, NEWCOMERS)]?.[9]).toBe("Fråga Eva");
    expect(layout.values[aleWithOneMore.values.length + 1]?.[0]).toBe("Klart");
    for (const matrix of [layout.values, layout.numberFormats, layout.columnNames]) {
      expect(matrix).toHaveLength(layout.rowIdentities.length);
      expect(new Set(matrix.map((row) => row.length))).toEqual(new Set([layout.columnWidths.length]));
    }
  });

  test("a kept text that looks like a formula stays a text; a kept formula stays a formula", () => {
    const values = standing(ale, { row: newcomers, column: 7, value: "=1+1" }, { row: newcomers, column: 2, value: 0.1 }).values;
    const formulas = values.map((row) => [...row]);
    const target = formulas[newcomers];
    if (target !== undefined) target[2] = "=0.2/2";
    const edits = handEdits(written, { row: 0, column: 0, values, formulas }, ale);
    const row = keepEdits(ale, edits).layout.values[newcomers];
    expect(row?.[7]).toBe("'=1+1");
    expect(row?.[2]).toBe("=0.2/2");
  });

  test("a formula whose cell moves is told as lost: its references would point elsewhere", () => {
    const { values } = standing(ale);
    const formulas = values.map((row, index) => row.map((value, column): CellValue => (index === newcomers && column === 2 ? "=B20" : value)));
    const edits = handEdits(written, { row: 0, column: 0, values, formulas }, aleWithOneMore);
    expect(keepEdits(aleWithOneMore, edits).lost.map(({ is }) => is)).toEqual(["=B20"]);
  });

  test("nothing is ever lost unseen: each edit is kept in the layout or told as lost", () => {
    const change = fc.record({ row: fc.nat(ale.values.length + 3), column: fc.nat(9), value: fc.string({ minLength: 1, maxLength: 5 }).map((text) => `Eget ${text}`) });
    fc.assert(
      fc.property(fc.uniqueArray(change, { maxLength: 6, selector: ({ row, column }) => `${row}:${column}` }), fc.constantFrom(ale, aleWithOneMore), (changes, next) => {
        const edits = handEdits(written, standing(ale, ...changes), next);
        const { layout, kept, lost } = keepEdits(next, edits);
        expect(kept.length + lost.length).toBe(edits.length);
        const onSheet = layout.values.flat().map((value) => asGivenBack(value));
        for (const { value } of changes) expect(onSheet.includes(value) || lost.some(({ is }) => is === value)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test.each([["■ Ej uppnått", "statusMissed"], ["delvis uppnått", "statusPartly"], ["vet ej", "statusUnknown"]])("a status changed by hand to %s gets its own colour", (value, look) => {
    const { layout } = keepEdits(ale, handEdits(written, standing(ale, { row: newcomers, column: 4, value }), ale));
    const drawn = layout.looks.filter(({ areas }) => areas.some(({ row, column, rows, columns }) => newcomers >= row && newcomers < row + rows && 4 >= column && 4 < column + columns));
    expect(drawn.at(-1)?.look).toBe(look);
  });

  test("a kept edit is still an edit the next time", () => {
    const change = { row: newcomers, column: 7, value: "Egen kommentar" };
    const { layout } = keepEdits(ale, handEdits(written, standing(ale, change), ale));
    expect(seen(handEdits(memoryOf(ale), standing(layout), ale))).toEqual([{ row: newcomers, column: 7, was: ale.values[newcomers]?.[7], is: "Egen kommentar" }]);
  });
});

describe("the memory on its hidden sheet", () => {
  test("reads back as it was, in cells that Excel can hold and never takes for anything but text", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const memory = memoryOf(layoutReport(document));
        const cells = memoryCells([memory, written]);
        expect(readMemory(cells)).toEqual(JSON.parse(JSON.stringify([memory, written])));
        for (const cell of cells.flat()) {
          expect(cell.length).toBeLessThanOrEqual(32767);
          expect(cell).toMatch(/^m/);
        }
      }),
    );
  });

  test("a long memory is cut between characters", () => {
    const long = { ...written, values: [["😀".repeat(40000)]], rowIdentities: ["/a"], columnNames: [[""]] };
    const [cells = []] = memoryCells([long]);
    expect(cells.length).toBeGreaterThan(2);
    for (const cell of cells) expect(cell).not.toMatch(/\p{Surrogate}/u);
    expect(readMemory([cells])).toEqual([long]);
  });

  test("a damaged row is left out, the others are read", () => {
    const [first = []] = memoryCells([written]);
    expect(readMemory([["mskräp"], [], [""], first, [17], ["m{}"], ["m[1]"], ['m{"version":1,"sheetName":"x","headers":[],"rows":[[{}]]}']])).toHaveLength(1);
  });

  test("each sheet is remembered once, whatever the case of its name", () => {
    const again = { ...written, sheetName: written.sheetName.toUpperCase() };
    const memories = withMemory(withMemory([], written), again);
    expect(memories).toEqual([again]);
    expect(memoryOfSheet(memories, written.sheetName)).toBe(again);
    expect(memoryOfSheet(memories, "Annat")).toBeUndefined();
  });
});
