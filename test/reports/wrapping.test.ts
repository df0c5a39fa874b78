import fc from "fast-check";
import { piecesForRows, wrapText } from "../../src/reports/layout/wrapping.js";

/** Lines that show in the highest row that Excel has, whatever the font. */
const LINES = 24;

const anyLongText = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom("a", "mål", "uppföljning.", "måluppfyllelsegraden") }, { weight: 1, arbitrary: fc.constantFrom("", "rad\nrad", "rad\r\nrad", "x".repeat(60)) }), { maxLength: 400 })
  .map((words) => words.join(" "));
const anyWidth = fc.integer({ min: 1, max: 60 });

describe("a text cut for rows of a sheet", () => {
  test("shows whole: no piece wraps into more lines than a row has room for", () => {
    fc.assert(
      fc.property(anyLongText, anyWidth, (text, width) => {
        for (const piece of piecesForRows(text, width)) expect(wrapText(piece, width).length).toBeLessThanOrEqual(LINES);
      }),
    );
  });

  test("is the text again when the pieces are put together", () => {
    fc.assert(
      fc.property(anyLongText, anyWidth, (text, width) => {
        expect(piecesForRows(text, width).join(" ").replace(/\s+/gu, " ").trim()).toBe(text.replace(/\s+/gu, " ").trim());
      }),
    );
  });

  test("is cut only where it has to be: one that fits a row is one piece, as it was", () => {
    fc.assert(
      fc.property(anyLongText.map((text) => text.replace(/\s+/gu, " ").trim()), anyWidth, (text, width) => {
        if (wrapText(text, width).length <= LINES) expect(piecesForRows(text, width)).toEqual([text]);
        else expect(piecesForRows(text, width).length).toBeGreaterThan(1);
      }),
    );
  });
});
