import fc from "fast-check";
import { addressOf, fullAddress, isOnSheet, MAX_COLUMNS, MAX_ROWS, parseRect, quotedSheetName, splitSheet } from "../../src/workbench/cells/address";
import { displayText } from "../../src/workbench/cells/displayText";
import { serialOf } from "../../src/workbench/cells/serialDates";
import { charactersFor, pointsFor } from "../../src/workbench/cells/sizes";
import { readTyped } from "../../src/workbench/cells/typedInput";
import { CULTURES } from "../../src/workbench/culture";

const rect = fc
  .tuple(fc.integer({ min: 0, max: MAX_ROWS - 1 }), fc.integer({ min: 0, max: MAX_COLUMNS - 1 }))
  .chain(([row, column]) =>
    fc.record({ row: fc.constant(row), column: fc.constant(column), rows: fc.integer({ min: 1, max: MAX_ROWS - row }), columns: fc.integer({ min: 1, max: MAX_COLUMNS - column }) }),
  );

test("an address says which cells it is of", () => {
  fc.assert(fc.property(rect, (cells) => expect(parseRect(addressOf(cells))).toEqual(cells)));
});

test("whatever is written, an address is cells of the sheet or none", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cells = parseRect(text);
      expect(cells === undefined || isOnSheet(cells)).toBe(true);
    }),
  );
});

test("a sheet's name can be told from the address behind it, whatever it is called", () => {
  const name = fc.stringMatching(/^[^[\]:*?/\\']([^[\]:*?/\\]{0,29}[^[\]:*?/\\'])?$/);
  fc.assert(fc.property(name, rect, (sheet, cells) => expect(splitSheet(fullAddress(sheet, cells))).toEqual({ sheet, rest: addressOf(cells) })));
});

test.each(["Mål 2019", "2026", "A1", "R1C1", "Mål-uppföljning", "Ä'ö", "TRUE", "C"])("a sheet called %s needs quotes in an address", (name) => {
  expect(quotedSheetName(name).startsWith("'")).toBe(true);
});

test.each(["Utfall", "Mål", "Mal_2", "Listor"])("a sheet called %s needs none", (name) => {
  expect(quotedSheetName(name)).toBe(name);
});

test("a number typed as JavaScript writes it is that number", () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => expect(readTyped(String(number), "General", 2026).value).toBe(number === 0 ? 0 : number)));
});

test("percent is stored as Excel does: the figure with its point moved, without a rounding error", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 9 }), (whole, tenth) => {
      expect(readTyped(`${whole}.${tenth}%`, "General", 2026).value).toBe(Number(`${whole}.${tenth}e-2`));
    }),
  );
});

test("no text makes the reading of a cell fail, and text that is no number comes back as it was", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("General", "@", "0.0%"), (text, format) => {
      const { value, formula } = readTyped(text, format, 2026);
      if (format === "@") {
        expect(value).toBe(text === "" ? null : text);
      } else if (typeof value === "string") {
        expect([text, text.slice(1)]).toContain(value);
      } else if (formula !== undefined) {
        expect(`=${formula}`).toBe(text);
      }
    }),
  );
});

test("days are counted as Excel counts them, and days that do not exist are none", () => {
  expect([serialOf(1901, 1, 1), serialOf(2019, 1, 22), serialOf(2024, 2, 29), serialOf(2026, 1, 1)]).toEqual([367, 43_487, 45_351, 46_023]);
  expect([serialOf(2023, 2, 29), serialOf(2019, 13, 1), serialOf(2019, 4, 31), serialOf(1850, 1, 1)]).toEqual([undefined, undefined, undefined, undefined]);
});

test("a width in points comes back after a turn through the file's characters", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_700 }), (pixels) => {
      const points = pixels * 0.75;
      expect(pointsFor(charactersFor(points))).toBe(points);
    }),
  );
  expect(pointsFor(64 / 7)).toBe(48);
});

test.each([
  ["0.0%", 0.055, "5,5%"],
  ["0%", 0.996, "100%"],
  ["#,##0", 2_400, "2\u00a0400"],
  ["0.0", -14.5, "-14,5"],
  ["General", 0.1, "0,1"],
  ["@", "text", "text"],
  ["General", null, ""],
])("%s shows %p as %s to a Swede", (format, value, shown) => {
  expect(displayText(value, format, CULTURES["sv-SE"])).toBe(shown);
});
