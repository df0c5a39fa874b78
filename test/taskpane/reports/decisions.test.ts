import fc from "fast-check";
import type { EditedCell } from "../../../src/usecases/buildReport.js";
import { decide, decided, decisionOf, keepAll } from "../../../src/taskpane/reports/decisions.js";

const cell = (address: string, found: string): EditedCell => ({ address, where: "Mått 1, Utfall", written: "5,5 %", found });
const cells = fc.uniqueArray(fc.constantFrom("A1", "B2", "C3", "D4"), { minLength: 1 }).map((addresses) => addresses.map((address) => cell(address, "6 %")));

test("a cell that nobody has decided about is kept", () => {
  expect(decided([cell("A1", "6 %")], keepAll)).toEqual([{ cell: cell("A1", "6 %"), decision: "keep" }]);
});

test("every cell is decided, once, as was last said of it", () => {
  const says = fc.array(fc.tuple(cells, fc.constantFrom("keep", "replace")), { maxLength: 6 });
  fc.assert(
    fc.property(cells, says, (edits, said) => {
      const decisions = said.reduce((before, [some, decision]) => decide(before, some, decision), keepAll);
      const outcome = decided(edits, decisions);
      expect(outcome.map((each) => each.cell)).toEqual(edits);
      for (const { cell: each, decision } of outcome) {
        const last = said.filter(([some]) => some.some(({ address }) => address === each.address)).at(-1);
        expect(decision).toBe(last?.[1] ?? "keep");
      }
    }),
  );
});

test("what was said of a cell does not hold for something else that has been written there since", () => {
  const decisions = decide(keepAll, [cell("A1", "6 %")], "replace");
  expect(decisionOf(cell("A1", "7 %"), decisions)).toBe("keep");
  expect(decisionOf(cell("A1", "6 %"), decisions)).toBe("replace");
});
