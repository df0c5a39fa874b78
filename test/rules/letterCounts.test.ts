import fc from "fast-check";
import { countsOf, decisionsOf } from "../../src/rules/decisions/decisions.js";
import { letterCounts } from "../../src/rules/documents/letterCounts.js";
import type { Period } from "../../src/registers/values/period.js";
import { read, type Written, type WrittenRows } from "./testWorkbook.js";

const firstQuarter: Period = { kind: "quarter", year: 2019, number: 1 };
/** 2018-01-01. */
const START = 43_101;

const day = (value: number): Written => ({ value, format: "yyyy-mm-dd" });

function counts(beslut: WrittenRows) {
  const { contents } = read({ beslut });
  return { told: letterCounts({ contents }, firstQuarter, null), quarter: decisionsOf({ contents }, firstQuarter) };
}

const decision = (id: number, decided: number, ended: readonly [header: string, day: number] | null = null): WrittenRows[number] => ({
  Beslutsnr: `130${id}`, Lag: "LSS", Beslutsdatum: day(decided), Insats: "Kontaktperson", Verksamhet: "Funktionshinder", ...(ended === null ? {} : { [ended[0]]: day(ended[1]) }),
});

test("a decision that is new and carried out in one quarter is told as new, not among those reported before", () => {
  const november = 43_420;
  const { told, quarter } = counts([decision(1, november, ["Verkställt", 43_545]), decision(2, 43_200, ["Verkställt", 43_540])]);
  expect(told).toEqual({ new: 1, executed: 1, closed: 0, open: 0, closing: 0 });
  expect(quarter?.executed).toHaveLength(2);
});

test("those reported before are carried out, closed or still open, whatever the register holds", () => {
  const ends = fc.option(fc.tuple(fc.constantFrom("Verkställt", "Avslutat"), fc.nat(700).map((after) => START + after)), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(600).map((after) => START + after), ends), { maxLength: 12 }), (facts) => {
      const { told, quarter } = counts(facts.map(([decided, ended], index) => decision(index, decided, ended)));
      if (told === null || quarter === undefined) throw new Error("nothing counted");
      expect(told.executed + told.closed + told.open).toBe(countsOf(quarter).opening);
      expect(told.closing).toBe(countsOf(quarter).closing);
    }),
    { numRuns: 60 },
  );
});

test("nothing is counted for a year, or without the register", () => {
  const { contents } = read({ beslut: [decision(1, START)] });
  expect(letterCounts({ contents }, { kind: "year", year: 2019, number: 1 }, null)).toBeNull();
  expect(letterCounts({ contents: {} }, firstQuarter, null)).toBeNull();
});
