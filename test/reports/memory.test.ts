import fc from "fast-check";
import { changedCells } from "../../src/reports/edits/changedCells.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { memoryAfter, memoryCells, memoryOf, readMemory, saysTheDay, withMemory, type ReportMemory } from "../../src/reports/edits/memory.js";
import { anyDocument } from "./documents.js";
import { aleRows, reportOf } from "./reportOf.js";

const document = reportOf(aleRows);
const layout = layoutReport(document);
const otherDay = layoutReport({ ...document, date: document.date + 30 });
const otherText = layoutReport(reportOf({ ...aleRows, uppdrag: [] }));

test("a report is as old as what it says: built anew with only another day printed, it is not changed", () => {
  const first = memoryAfter(undefined, layout, 43_605);
  expect(first.changed).toBe(43_605);
  const again = memoryAfter(first, otherDay, 43_635);
  expect(again.changed).toBe(43_605);
  expect(again.values).not.toEqual(first.values);
  expect(memoryAfter(again, otherText, 43_640).changed).toBe(43_640);
});

test("the day that a report was changed is remembered, and one without it is read as unknown", () => {
  const known = memoryAfter(undefined, layout, 43_605);
  const unknown = memoryOf(otherText);
  expect(readMemory(memoryCells([known, { ...unknown, sheetName: "Annat" }])).map(({ changed }) => changed)).toEqual([43_605, null]);
  expect(memoryAfter(unknown, otherText, 43_640).changed).toBeNull();
});

test("when memory grows too long, the reports built longest ago are let go; the one just built never is", () => {
  const memoryNamed = (index: number, rows: number): ReportMemory => ({
    sheetName: `Rapport ${index}`, values: Array.from({ length: rows }, () => ["x"]), rowIdentities: Array.from({ length: rows }, (_, row) => `r${row}`),
    columnNames: Array.from({ length: rows }, () => [""]), changed: null,
  });
  const textOf = (memories: readonly ReportMemory[]) => memoryCells(memories).flat().join("").length;
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 12 }), fc.nat(2000), (sizes, most) => {
      const all = sizes.reduce<readonly ReportMemory[]>((memories, rows, index) => withMemory(memories, memoryNamed(index, rows), Infinity), []);
      const [last] = all.slice(-1);
      if (last === undefined) return;
      const kept = withMemory(all, last, most);
      expect(kept).toEqual(all.slice(-kept.length));
      // Each memory stands in a cell with a mark before it.
      expect(kept.length === 1 || textOf(kept) - kept.length <= most).toBe(true);
      expect(kept.length === all.length || textOf(all.slice(-kept.length - 1)) - kept.length - 1 > most).toBe(true);
    }),
  );
});

test("the cells that change are counted where they are another, whatever the report; the printed day is not", () => {
  fc.assert(
    fc.property(anyDocument, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }), (any, places) => {
      const upcoming = layoutReport(any);
      const values = upcoming.values.map((row) => [...row]);
      const changed = new Set<string>();
      places.forEach(([down, across], index) => {
        const row = values[down % values.length];
        if (row === undefined || row.length === 0) return;
        row[across % row.length] = `Förut ${index}`;
        if (!saysTheDay(upcoming, down % values.length)) changed.add(`${down % values.length}:${across % row.length}`);
      });
      const earlier = memoryOf({ ...upcoming, values });
      expect(changedCells(earlier, { row: 0, column: 0, values }, upcoming, [])).toBe(changed.size);
    }),
  );
});
