import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { isError } from "../../../src/workbench/cells/errorValues.js";
import { CULTURES } from "../../../src/workbench/culture.js";
import { openFile } from "../../../src/workbench/user/openFile.js";
import { readKeyed } from "../../../src/workbench/user/keyedText.js";
import { fill, said, SHEET, userAt } from "./userAt.js";

const swedish = CULTURES["sv-SE"];
const read = (text: string, numberFormat = "General") => readKeyed(text, numberFormat, swedish, 2026);

describe("What a Swedish user types", () => {
  test.each([
    ["5,5 %", 0.055, "0.00%"],
    ["12%", 0.12, "0%"],
    ["2 400", 2400, "#,##0"],
    ["2\u00a0400,50", 2400.5, "#,##0.00"],
    ["2400,5", 2400.5, undefined],
    ["-3", -3, undefined],
    ["−3", -3, undefined],
    ["(3)", -3, undefined],
    ["1,5E+3", 1500, "0.00E+00"],
    ["2 400 kr", 2400, '#,##0 "kr"'],
    ["2019-01-22", 43_487, "m/d/yyyy"],
    ["19-01-22", 43_487, "m/d/yyyy"],
    ["22 jan 2019", 43_487, "d-mmm-yy"],
    ["22 januari 2019", 43_487, "d-mmm-yy"],
    ["22/1/2019", 43_487, "m/d/yyyy"],
    ["22/1", 46_044, "d-mmm"],
    ["jan 2019", 43_466, "mmm-yy"],
    ["12:30", 0.520_833_333_333_333_4, "hh:mm"],
    ["SANT", true, undefined],
    ["falskt", false, undefined],
  ])("%s is read as a value", (text, value, numberFormat) => {
    const typed = read(text);
    expect(typed.value).toBe(value);
    expect(typed.numberFormat).toBe(numberFormat);
  });

  test.each(["TRUE", "5.5", "1,234.5", "2019-02-30", "maj", "22 mac 2019", "5,5 procent", "12.30", "1 2 3", "kr", "-", "%", ","])("%s stays text", (text) => {
    expect(read(text)).toEqual({ value: text });
  });

  test("An error value is typed by its Swedish name", () => {
    const { value } = read("#SAKNAS!");
    expect(isError(value) && value.error).toBe("#N/A");
  });

  test("In a cell for text all is text, and an apostrophe makes text of anything", () => {
    expect(read("5,5", "@")).toEqual({ value: "5,5" });
    expect(read("=A1", "@")).toEqual({ value: "=A1" });
    expect(read("'5,5")).toEqual({ value: "5,5" });
  });

  test("In a cell for percent 10 and 0,1 are both ten percent", () => {
    expect(read("10", "0%").value).toBe(0.1);
    expect(read("0,1", "0%").value).toBe(0.1);
    expect(read("10 %", "0%").value).toBe(0.1);
  });

  test("A number is read as it is shown, with or without spaces between its thousands", () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }), fc.constantFrom("", " ", "\u00a0", "\u202f"), (whole, cents, space) => {
        const digits = String(Math.abs(whole)).replace(/(\d)(?=(\d{3})+$)/g, `$1${space}`);
        const text = `${whole < 0 ? "-" : ""}${digits},${String(cents).padStart(2, "0")}`;
        expect(read(text).value).toBe(Number(`${whole < 0 ? "-" : ""}${Math.abs(whole)}.${String(cents).padStart(2, "0")}`));
      }),
    );
  });

  test("A formula that cannot be read is refused, and the cell is as it was", () => {
    const { session, value } = userAt((sheet) => fill(sheet, [["kvar"]]));
    expect(said(session.type(SHEET, 0, 0, "=SUMMA(A2;A3"))).toMatch(/^refused: Formeln går inte att läsa/);
    expect(value(0, 0)).toBe("kvar");
  });

  test("Formulas that depend on a typed cell follow", () => {
    const { session, type } = userAt((sheet) => fill(sheet, [[1], [2]]));
    type(2, 0, "=SUM(A1:A2)");
    type(0, 0, "40,5");
    expect(session.view(SHEET, 2, 0).text).toBe("42,5");
    expect(session.editText(SHEET, 2, 0)).toBe("=SUM(A1:A2)");
  });
});

describe("An edit that changes nothing", () => {
  test.each([
    [0.055, "0.0%", "5,5%"],
    [43_487, "m/d/yyyy", "2019-01-22"],
    [43_487.5, "yyyy-mm-dd hh:mm", "2019-01-22 12:00:00"],
    [1234.5, "#,##0", "1234,5"],
    ["5,5", "General", "'5,5"],
    ["5,5", "@", "5,5"],
    [true, "General", "SANT"],
  ])("%s as %s begins with %s", (value, numberFormat, text) => {
    const { session } = userAt((sheet) => {
      sheet.setCell(0, 0, { value });
      sheet.applyFormat({ row: 0, column: 0, rows: 1, columns: 1 }, { numberFormat });
    });
    expect(session.editText(SHEET, 0, 0)).toBe(text);
  });

  test("gives the same value back, in any of the usual formats", () => {
    const values = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((number) => Number(number.toPrecision(12))),
      fc.string(),
      fc.constantFrom("=A1", "'", "5 %", "22 jan 2019", "SANT", "#SAKNAS!", "12:30", "=", "2 400 kr"),
      fc.boolean(),
    );
    fc.assert(
      fc.property(values, fc.constantFrom("General", "0%", "0.00", "#,##0", "@", "m/d/yyyy"), (value, numberFormat) => {
        fc.pre(!(numberFormat === "@" && typeof value !== "string") && value !== "");
        // A serial number with hours is shown to the second.
        fc.pre(!(numberFormat === "m/d/yyyy" && typeof value === "number" && !Number.isInteger(value)));
        const { session, value: at } = userAt((sheet) => {
          sheet.setCell(0, 0, { value });
          sheet.applyFormat({ row: 0, column: 0, rows: 1, columns: 1 }, { numberFormat });
        });
        session.type(SHEET, 0, 0, session.editText(SHEET, 0, 0));
        const after = at(0, 0);
        if (typeof value === "number") {
          expect(Number(Number(after).toPrecision(11))).toBe(Number(value.toPrecision(11)) + 0);
        } else {
          expect(after).toBe(value);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(["ale-maluppfoljning-t1-2019", "ostersund-uppdrag-t2-2021"])("leaves every cell of %s as it is, and asks nothing", (sample) => {
    const opened = openFile(readFileSync(`samples/${sample}.xlsx`));
    if (opened.kind === "refused") {
      throw new Error(opened.message);
    }
    const { session } = opened;
    for (const { name, used } of session.sheets) {
      for (let cell = 0; cell < Math.min(used.rows, 10) * used.columns; cell += 1) {
        const [row, column] = [Math.floor(cell / used.columns), cell % used.columns];
        const look = () => [session.view(name, row, column).text, session.editText(name, row, column), session.excel.workbook.sheet(name)?.numberFormat(row, column)];
        const before = look();
        const outcome = session.type(name, row, column, session.editText(name, row, column));
        expect([name, row, column, outcome.kind, ...look()]).toEqual([name, row, column, "done", ...before]);
      }
    }
  });
});

describe("Sizes of rows and columns", () => {
  const LONG = "Utfallet är något högre än i april, och arbetsmarknadsenheten får ytterligare en coach under nästa period.";

  test("a row grows with a long wrapped text and shrinks again, unless its height has been chosen", () => {
    const user = userAt((sheet) => {
      sheet.applyFormat({ row: 0, column: 0, rows: 2, columns: 1 }, { wrap: true });
      sheet.setRowHeight(1, 1, 30);
    });
    const heights = () => [0, 1].map((row) => user.session.rowHeightPx(SHEET, row));
    const [one = 0, chosen = 0] = heights();
    user.type(0, 0, LONG);
    user.type(1, 0, LONG);
    expect(heights()[0]).toBeGreaterThan(one * 3);
    expect(heights()[1]).toBe(chosen);
    user.type(0, 0, "Kort");
    expect(heights()).toEqual([one, chosen]);
    user.session.undo();
    expect(heights()[0]).toBeGreaterThan(one * 3);
  });

  test("a column gets the width that it is given, or that its texts need; a protected sheet keeps its own", () => {
    const user = userAt((sheet) => fill(sheet, [["x".repeat(60)]]));
    const { session } = user;
    const width = () => session.columnWidthPx(SHEET, 0);
    const first = width();
    expect(said(session.setColumnWidth(SHEET, 0, 1, 200))).toBe("done");
    expect(width()).toBe(200);
    session.setColumnWidth(SHEET, 0, 1, -50);
    expect(width()).toBeGreaterThan(0);
    session.fitColumns(SHEET, 0, 1);
    expect(width()).toBeGreaterThan(60 * 6);
    for (let undone = 0; undone < 3; undone += 1) session.undo();
    expect(width()).toBe(first);
    user.sheet().protect({});
    session.excel.workbookChanged();
    expect(said(session.setColumnWidth(SHEET, 0, 1, 200))).toMatch(/^refused: /u);
    expect(width()).toBe(first);
  });
});
