import fc from "fast-check";
import { registers } from "../../src/registers/registers.js";
import { templateSheets } from "../../src/registers/template.js";
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

test("all sheets of the template go into one text of a formula, which Excel lets be 255 characters", () => {
  expect(unfinishedFormula(templateSheets(registers).map(({ sheet }) => sheet)).length).toBeLessThanOrEqual(255);
});
