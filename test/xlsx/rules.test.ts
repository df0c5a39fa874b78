/** Validations and conditional formats: their formulas mean the same in every cell, whatever happens to the areas. */
import fc from "fast-check";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import type { ConditionalFormat, DataValidation, Sheet } from "../../src/xlsx/index.js";
import { moveFormula } from "../../src/xlsx/formulaReferences.js";
import { excelDialectParts, zipParts } from "./excelDialect.js";
import { area, defined, firstSheet, reopened } from "./expecting.js";

const custom = (formula: string): Omit<DataValidation, "ranges"> => ({
  type: "custom", operator: "between", formula1: formula, formula2: undefined, allowBlank: true, inCellDropDown: true, showErrorAlert: true, errorStyle: "stop",
  errorTitle: undefined, errorMessage: undefined, showInputPrompt: false, promptTitle: undefined, promptMessage: undefined,
});
const expression = (formula: string, ranges: ConditionalFormat["ranges"]): Omit<ConditionalFormat, "priority"> => ({ ranges, type: "expression", operator: undefined, formulas: [formula], text: undefined, stopIfTrue: false, format: { bold: true } });

/** What the rules say in one cell. */
function rulesAt(rules: readonly { readonly ranges: DataValidation["ranges"]; readonly formulas: readonly string[] }[], row: number, column: number): string[] {
  return rules
    .filter(({ ranges }) => ranges.some((range) => row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns))
    .flatMap(({ ranges, formulas }) => {
      const top = Math.min(...ranges.map((range) => range.row));
      const left = Math.min(...ranges.map((range) => range.column));
      return formulas.map((formula) => moveFormula(formula, row - top, column - left));
    });
}
const validationAt = (sheet: Sheet, row: number, column: number): string[] => rulesAt(sheet.dataValidations.map(({ ranges, formula1 }) => ({ ranges, formulas: formula1 === undefined ? [] : [formula1] })), row, column);
const formatAt = (sheet: Sheet, row: number, column: number): string[] => rulesAt(sheet.conditionalFormats, row, column);

/** A sheet with both kinds of rule on C3:E12, each asking its own row's neighbour to the right and a cell that stands still. */
function ruled(): Sheet {
  const sheet = firstSheet(createXlsx());
  sheet.setDataValidation(area(2, 2, 10, 3), custom("D3>$A$1"));
  sheet.addConditionalFormat(expression("D3>$A$1", [area(2, 2, 10, 3)]));
  return sheet;
}
const letters = "ABCDEFGHIJ";
const asked = (row: number, column: number): string[] => [`${letters.charAt(column + 1)}${row + 1}>$A$1`];

test("a rule that loses its first cells says the same in the others", () => {
  const anywhere = fc.record({ row: fc.integer({ min: 0, max: 13 }), column: fc.integer({ min: 0, max: 6 }), rows: fc.integer({ min: 1, max: 12 }), columns: fc.integer({ min: 1, max: 6 }) });
  fc.assert(
    fc.property(anywhere, (taken) => {
      const sheet = ruled();
      sheet.setDataValidation(taken, undefined);
      sheet.clearConditionalFormats(taken);
      const cells = Array.from({ length: 14 * 8 }, (_, index) => ({ row: Math.floor(index / 8), column: index % 8 }));
      const expected = cells.map(({ row, column }) => {
        const isTaken = row >= taken.row && row < taken.row + taken.rows && column >= taken.column && column < taken.column + taken.columns;
        return row >= 2 && row < 12 && column >= 2 && column < 5 && !isTaken ? asked(row, column) : [];
      });
      expect(cells.map(({ row, column }) => validationAt(sheet, row, column))).toEqual(expected);
      expect(cells.map(({ row, column }) => formatAt(sheet, row, column))).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test("the first row deleted, the next one's rules are its own and not #REF!", () => {
  const workbook = createXlsx();
  const sheet = firstSheet(workbook);
  sheet.setDataValidation(area(1, 0, 8, 1), custom("C2>0"));
  sheet.addConditionalFormat(expression("C2>3", [area(1, 2, 8, 1)]));
  sheet.deleteCells(area(1, 0, 1, 16_384), "up");
  const again = firstSheet(reopened(workbook));
  expect(again.dataValidations).toMatchObject([{ ranges: [area(1, 0, 7, 1)], formula1: "C2>0" }]);
  expect(again.conditionalFormats).toMatchObject([{ ranges: [area(1, 2, 7, 1)], formulas: ["C2>3"] }]);
  again.deleteCells(area(0, 0, 20, 16_384), "up");
  expect([...again.dataValidations, ...again.conditionalFormats]).toEqual([]);
});

test("the same text on two areas is one rule only when it means the same", () => {
  const sheet = firstSheet(createXlsx());
  sheet.setDataValidation(area(1, 0, 5, 1), custom("C2>0"));
  sheet.setDataValidation(area(6, 0, 5, 1), custom("C2>0"));
  expect([validationAt(sheet, 2, 0), validationAt(sheet, 6, 0), validationAt(sheet, 7, 0)]).toEqual([["C3>0"], ["C2>0"], ["C3>0"]]);
  sheet.setDataValidation(area(6, 0, 5, 1), custom("C7>0"));
  expect(sheet.dataValidations).toMatchObject([{ ranges: [area(1, 0, 10, 1)], formula1: "C2>0" }]);
  // Taken in from above, the rule begins there.
  sheet.setDataValidation(area(0, 0, 1, 1), custom("C1>0"));
  expect(sheet.dataValidations).toHaveLength(1);
  for (let row = 0; row < 11; row++) expect(validationAt(sheet, row, 0)).toEqual([`C${row + 1}>0`]);
});

test("a text rule on several areas asks about the cell it stands in", () => {
  const sheet = firstSheet(createXlsx());
  sheet.addConditionalFormat({ ranges: [area(5, 3, 2, 1), area(1, 1, 2, 1)], type: "containsText", operator: undefined, formulas: [], text: "Nej", stopIfTrue: false, format: { bold: true } });
  expect(formatAt(sheet, 5, 3)).toEqual(['NOT(ISERROR(SEARCH("Nej",D6)))']);
});

test("a conditional format of whole columns, as other programs write them, can be removed", () => {
  const parts = excelDialectParts();
  const sheet = String(parts["xl/worksheets/sheet1.xml"]).replace('sqref="D4:D6"', 'sqref="$D:$D"');
  const data = firstSheet(openXlsx(zipParts({ ...parts, "xl/worksheets/sheet1.xml": sheet })));
  data.removeConditionalFormat(defined(data.conditionalFormats.find((format) => format.type === "cellIs")));
  expect(data.conditionalFormats.map((format) => format.type)).toEqual(["other"]);
});
