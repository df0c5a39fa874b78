import * as fc from "fast-check";
import { cellsOf, separated } from "../../../src/workbench/user/separatedText.js";
import { fill, said, SHEET, userAt } from "./userAt.js";

const at = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

describe("Text between spreadsheets", () => {
  test.each([
    ["one cell", "5", [["5"]]],
    ["as Excel has it, with a line break last", "a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]],
    ["as LibreOffice has it", "a\tb\nc\td\n", [["a", "b"], ["c", "d"]]],
    ["line breaks in quotes", "\"två\nrader\"\tb\r\n", [["två\nrader", "b"]]],
    ["quotes in quotes", "\"sa \"\"ja\"\"\n\"\tb", [["sa \"ja\"\n", "b"]]],
    ["a quote that does not close is text", "\"Hej\" sa hon\tb", [["\"Hej\" sa hon", "b"]]],
    ["empty cells, and rows of unlike length", "\tb\r\nc\r\n\td\te\r\n", [["", "b", ""], ["c", "", ""], ["", "d", "e"]]],
    ["nothing", "", [[""]]],
  ])("%s", (_what, text, cells) => {
    expect(cellsOf(text)).toEqual(cells);
  });

  test("is read as it was written", () => {
    const cell = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom("", "\"", "a\tb", "a\nb", "\"\"", "\"a\"b"));
    const block = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
    fc.assert(fc.property(block, (rows) => {
      expect(cellsOf(separated(rows))).toEqual(rows.map((row) => row.map((text) => text.replaceAll("\r\n", "\n"))));
    }));
  });
});

describe("Pasting", () => {
  test("reads each text as if it had been typed, and a formula that is none as text", () => {
    const { session, value } = userAt();
    expect(said(session.paste(SHEET, at(0, 0), "5,5\t2019-01-22\r\n=1+1\t=SUMMA(\r\n"))).toBe("done");
    expect([value(0, 0), value(0, 1), value(1, 1)]).toEqual([5.5, 43_487, "=SUMMA("]);
    expect(session.view(SHEET, 1, 0).text).toBe("2");
  });

  test.each(["\r\n", "\n"])("what was copied here comes with its formulas, line breaks within cells or not, in whatever way the system ends lines (%j)", (end) => {
    const { session, sheet } = userAt((first) => {
      fill(first, [["två\nrader", 1]]);
      first.setCell(1, 0, { value: 2, formula: "B1*2" });
    });
    const { text } = session.copy(SHEET, at(0, 0, 2, 2));
    session.paste(SHEET, at(4, 0), text.replace(/\r?\n/gu, end));
    expect(sheet().cell(4, 0)?.value).toBe("två\nrader");
    expect(sheet().cell(5, 0)?.formula).toBe("B5*2");
  });

  test("fills a selection that the block fits in, and goes beyond one that it does not", () => {
    const { session, value } = userAt();
    session.paste(SHEET, at(0, 0, 2, 4), "a\tb");
    expect([value(0, 2), value(1, 3)]).toEqual(["a", "b"]);
    session.paste(SHEET, at(4, 0, 1, 3), "c\td");
    expect([value(4, 0), value(4, 1), value(4, 2)]).toEqual(["c", "d", null]);
    expect(session.paste(SHEET, at(1_048_575, 0), "a\r\nb").kind).toBe("refused");
  });

  test("into the last rows of a table makes it reach as far", () => {
    const { session } = userAt((sheet) => {
      fill(sheet, [["Mått", "Utfall"], ["Buss", 1]]);
      sheet.addTable(at(0, 0, 2, 2), { name: "Matt", headerRow: true });
    });
    session.paste(SHEET, at(2, 0), "Tåg\t2\r\nBil\t3\r\n");
    expect(session.activeSheet.tables[0]?.range.rows).toBe(4);
    session.paste(SHEET, at(3, 1), "7\r\n8\r\n");
    expect(session.activeSheet.tables[0]?.range.rows).toBe(5);
  });

  test("what was copied here comes with formulas and formats, again and again", () => {
    const { session, sheet } = userAt((first) => {
      fill(first, [[0.125, 2]]);
      first.setCell(0, 2, { value: null, formula: "A1*B1" });
      first.applyFormat(at(0, 0), { numberFormat: "0%" });
    });
    const { text, html } = session.copy(SHEET, at(0, 0, 1, 3));
    expect(text).toBe("13%\t2\t0,25\r\n");
    expect(html).toContain("<td style=\"color:#000000;text-align:right\">13%</td>");
    for (const row of [3, 4]) {
      session.paste(SHEET, at(row, 0), text);
      expect(sheet().cell(row, 0)?.value).toBe(0.125);
      expect(session.editText(SHEET, row, 2)).toBe(`=A${row + 1}*B${row + 1}`);
    }
    // As when it is cut: what was copied stays what it was.
    session.clear(SHEET, at(0, 0, 1, 3));
    session.paste(SHEET, at(6, 0), text);
    expect(sheet().cell(6, 0)?.value).toBe(0.125);
    session.paste(SHEET, at(7, 0), "13%\t3\r\n");
    expect(sheet().cell(7, 0)?.value).toBe(0.13);
  });

  test("rows that a filter hides are not copied", () => {
    const { session } = userAt((sheet) => {
      fill(sheet, [["Mått"], ["Buss"], ["Tåg"], ["Bil"]]);
      sheet.addTable(at(0, 0, 4, 1), { name: "Matt", headerRow: true });
    });
    session.filter("Matt", 0, ["Buss", "Bil"]);
    expect(session.copy(SHEET, at(1, 0, 3)).text).toBe("Buss\r\nBil\r\n");
  });
});
