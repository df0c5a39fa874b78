import fc from "fast-check";
import { agreementCases, anyWorkbook, expectedOf } from "./agreementCases.js";
import { computed } from "./testWorkbook.js";

/** Percentages may differ in their last bits: a sheet counts 1 + deviation where the rules divide. What is left of 1 − 1 is zero. */
const comparable = <T extends { readonly attainment: unknown }>(row: T) => ({
  ...row,
  attainment: typeof row.attainment === "number" ? Number(Number(row.attainment.toFixed(12)).toPrecision(9)) + 0 : row.attainment,
});

test("the live formulas give the same as the rules, in any workbook", () => {
  fc.assert(
    fc.property(anyWorkbook, (workbook) => {
      expect(computed(workbook).map(comparable)).toEqual(expectedOf(workbook).map(comparable));
    }),
    { numRuns: 60 },
  );
});

test("a seed always gives the same cases", () => {
  const cases = agreementCases(7, 3);
  expect(agreementCases(7, 3)).toEqual(cases);
  expect(cases.map(({ workbook, expected }) => expected.length - (workbook.utfall?.length ?? 0))).toEqual([0, 0, 0]);
});
