import fc from "fast-check";
import type { Finding, ProposedFix } from "../../../src/registers/finding.js";
import { fixWords, fixableTogether } from "../../../src/taskpane/findings/fixes.js";

const at = (row: number, column = 0) => ({ sheet: "Mått", row, column });
const fixOf = (...cells: ProposedFix["cells"]): ProposedFix => ({ cells });

describe("what a fix would write is told as Excel shows it", () => {
  test.each([
    [fixOf({ at: at(1), value: 0.75, numberFormat: "0%" }), { kind: "value", value: "75 %" }],
    [fixOf({ at: at(1), value: 2400 }), { kind: "value", value: "2 400" }],
    [fixOf({ at: at(1), value: 43_487, numberFormat: "yyyy-mm-dd" }), { kind: "value", value: "2019-01-22" }],
    [fixOf({ at: at(1), value: "'007" }), { kind: "value", value: "007" }],
    [fixOf({ at: at(1), value: "" }), { kind: "empty" }],
    [fixOf({ at: at(1), value: "=[@Utfall]*2" }), { kind: "formulas", cells: 1 }],
    [fixOf({ at: at(1), value: "=1" }, { at: at(2), value: "=1" }), { kind: "formulas", cells: 2 }],
    [
      fixOf({ at: at(6, 7), value: 0.75, numberFormat: "0%" }, { at: at(6, 6), value: "Öka" }),
      { kind: "values", cells: [{ cell: "Mått!H7", value: "75 %" }, { cell: "Mått!G7", value: "Öka" }] },
    ],
  ])("%j", (fix, expected) => {
    expect(fixWords(fix)).toEqual(expected);
  });

  test("a long text is cut on the button", () => {
    const words = fixWords(fixOf({ at: at(1), value: "ord ".repeat(50) }));
    expect(words.kind === "value" && words.value.length).toBe(40);
  });
});

const finding: fc.Arbitrary<Finding> = fc
  .uniqueArray(fc.record({ at: fc.nat(4).map((row) => at(row)), value: fc.constantFrom("a", "b") }), { maxLength: 3, selector: (cell) => cell.at.row })
  .map((cells) => ({ ruleId: "x", severity: "fel", register: "Matt", message: { sv: "", en: "" }, ...(cells.length === 0 ? {} : { fix: { cells } }) }));

test("fixes that are written together never want different things of one cell, and nothing else is left out", () => {
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 12 }), (all) => {
      const chosen = fixableTogether(all);
      const wants = (findings: readonly Finding[]) => findings.flatMap(({ fix }) => fix?.cells ?? []);
      const clash = (one: Finding, others: readonly Finding[]) =>
        wants([one]).some((cell) => wants(others).some((other) => other.at.row === cell.at.row && other.value !== cell.value));
      for (const one of chosen) expect(clash(one, chosen.filter((other) => other !== one))).toBe(false);
      for (const one of all.filter((each) => each.fix !== undefined && !chosen.includes(each))) expect(clash(one, chosen)).toBe(true);
    }),
  );
});
