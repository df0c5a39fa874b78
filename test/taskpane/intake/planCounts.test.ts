import fc from "fast-check";
import { allTogether, cellId, countsOf } from "../../../src/taskpane/intake/planCounts.js";
import { changedCell, somePreview } from "./somePreview.js";

test("rows are counted register by register, in the order of their sheets", () => {
  expect(countsOf(somePreview.plan, new Set())).toEqual([
    { register: "matt", added: 2, changed: 0, unchanged: 1, missing: 1 },
    { register: "utfall", added: 0, changed: 2, unchanged: 0, missing: 0 },
  ]);
});

test("a row is changed as long as one of its cells is written, and counted once", () => {
  const cell = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 })).map(([row, column]) => ({ ...changedCell(row), at: { sheet: "Utfall", row, column } }));
  fc.assert(
    fc.property(fc.uniqueArray(cell, { selector: cellId }), fc.func(fc.boolean()), (changed, keeps) => {
      const kept = new Set(changed.filter((each) => keeps(cellId(each))).map(cellId));
      const counts = allTogether(countsOf({ added: [], changed, unchanged: [], missing: [], findings: [] }, kept));
      const written = new Set(changed.filter((each) => !kept.has(cellId(each))).map(({ at }) => at.row));
      expect(counts.changed).toBe(written.size);
      expect(counts.changed + counts.unchanged).toBe(new Set(changed.map(({ at }) => at.row)).size);
    }),
  );
});
