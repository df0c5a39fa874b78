import fc from "fast-check";
import { unfinishedFormula, unfinishedSheets } from "../../src/registers/unfinished.js";

test("the sheets that are being made are read from the name's formula as they were written", () => {
  const sheet = fc.string({ minLength: 1, maxLength: 31 }).map((name) => name.replace(/[[\]:*?/\\]/gu, "")).filter((name) => name !== "");
  fc.assert(fc.property(fc.array(sheet), (sheets) => {
    expect(unfinishedSheets(unfinishedFormula(sheets))).toEqual(sheets);
  }));
});

test("a workbook without the name has none", () => {
  expect(unfinishedSheets("")).toEqual([]);
});
