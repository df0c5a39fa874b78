import { alignment, boxStyle, fitted, runsOver, textStyle } from "../../../src/workbench/page/sheet/cellLook.js";
import type { CellView } from "../../../src/workbench/user/session.js";
import { createXlsx } from "../../../src/xlsx/index.js";
import type { CellFormat, CellFormatPatch } from "../../../src/xlsx/model.js";

function formatted(patch: CellFormatPatch): CellFormat {
  const [sheet] = createXlsx().sheets;
  if (sheet === undefined) throw new Error("A new workbook has a sheet.");
  sheet.applyFormat({ row: 0, column: 0, rows: 1, columns: 1 }, patch);
  return sheet.format(0, 0);
}

const text = (patch: CellFormatPatch, kind: CellView["kind"] = "text") => textStyle({ format: formatted(patch), kind });

describe("how a cell is drawn", () => {
  test("an untouched cell needs nothing said", () => {
    expect(textStyle({ format: formatted({}), kind: "text" })).toEqual({});
    expect(boxStyle(formatted({}), true)).toEqual({});
  });

  test("text stands to the left, numbers to the right, truth values and errors in the middle, unless the format says otherwise", () => {
    expect((["text", "number", "boolean", "error"] as const).map((kind) => alignment("general", kind))).toEqual(["left", "right", "center", "center"]);
    expect(alignment("left", "number")).toBe("left");
  });

  test("font, wrapping, indent and place are those of the format", () => {
    expect(text({ font: { name: "Arial", size: 16, bold: true, italic: true, underline: "single", strikethrough: true, color: "#1F3864" }, wrap: true, indent: 2, horizontal: "left", vertical: "top" })).toEqual({
      fontFamily: "Arial, 'Liberation Sans', sans-serif",
      fontSize: "16pt",
      fontWeight: 700,
      fontStyle: "italic",
      textDecoration: "underline line-through",
      color: "#1F3864",
      whiteSpace: "pre-wrap",
      overflowWrap: "anywhere",
      paddingLeft: 20,
      alignItems: "flex-start",
    });
  });

  test("a fill hides the lines of the grid, a border is drawn over both", () => {
    const format = formatted({ fill: "#DDEBF7", borders: { bottom: { style: "medium", color: "#1F3864" } } });
    expect(boxStyle(format, true)).toEqual({ backgroundColor: "#DDEBF7", borderRightColor: "#DDEBF7", borderBottom: "2px solid #1F3864" });
    expect(boxStyle(formatted({}), false)).toEqual({ borderRightColor: "transparent", borderBottomColor: "transparent" });
  });

  test("only text to the left that is not wrapped runs over its neighbours", () => {
    const view = (patch: CellFormatPatch, kind: CellView["kind"] = "text"): CellView => ({ text: "Rubrik", kind, format: formatted(patch), isFormula: false, hasDropDown: false, isInvalid: false, isProtected: false, table: undefined });
    expect([view({}), view({ wrap: true }), view({ horizontal: "right" }), view({}, "number")].map(runsOver)).toEqual([true, false, false, false]);
  });

  test.each([
    ["735,714285714286", "General", 80, "735,714286"],
    ["735,714285714286", "General", 25, "736"],
    ["735", "General", 80, "735"],
    ["735", "General", 15, "#"],
    ["14,20%", "0.00%", 30, "###"],
    ["2 400,00", "#,##0.00", 80, "2 400,00"],
  ])("the number %s in the format %s has %i pixels and is shown as %s", (number, numberFormat, width, shown) => {
    expect(fitted({ text: number, kind: "number", format: formatted({ numberFormat }) }, width)).toBe(shown);
  });

  test("a font's name cannot say more than a name", () => {
    expect(text({ font: { name: "A', url(x)" } }).fontFamily).toBe("'A, url(x)', sans-serif");
  });
});
