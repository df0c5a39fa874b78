import { readFileSync } from "node:fs";
import { openFile } from "../../../src/workbench/user/openFile.js";
import { fill, SHEET, userAt } from "./userAt.js";

const column = (rows: number) => ({ row: 0, column: 0, rows, columns: 1 });
const RULE = { operator: undefined, text: undefined, stopIfTrue: false };

describe("Conditional formats", () => {
  test("are seen where they hold, the first before those after it", () => {
    const { session } = userAt((sheet) => {
      fill(sheet, [["Röd"], ["Gul"], [3], [12]]);
      sheet.addConditionalFormat({ ...RULE, ranges: [column(4)], type: "containsText", formulas: [], text: "röd", priority: 1, format: { fill: "#FF0000" } });
      sheet.addConditionalFormat({ ...RULE, ranges: [column(4)], type: "cellIs", operator: "between", formulas: ["10", "20"], priority: 2, format: { fontColor: "#008000", bold: true } });
      sheet.addConditionalFormat({ ...RULE, ranges: [column(4)], type: "expression", formulas: ["ISNUMBER(A1)"], priority: 3, format: { fontColor: "#0000FF", italic: true } });
    });
    const look = (row: number) => {
      const { fill: color, font } = session.view(SHEET, row, 0).format;
      return [color, font.color, font.bold, font.italic];
    };
    expect([0, 1, 2, 3].map(look)).toEqual([
      ["#FF0000", "#000000", false, false],
      [null, "#000000", false, false],
      [null, "#0000FF", false, true],
      [null, "#008000", true, true],
    ]);
  });

  test("one that stops lets none after it be seen", () => {
    const { session, type } = userAt((sheet) => {
      sheet.addConditionalFormat({ ...RULE, ranges: [column(2)], type: "expression", formulas: ["A1>1"], priority: 1, stopIfTrue: true, format: { bold: true } });
      sheet.addConditionalFormat({ ...RULE, ranges: [column(2)], type: "expression", formulas: ["A1>0"], priority: 2, format: { fill: "#FFFF00" } });
    });
    type(0, 0, "1");
    type(1, 0, "2");
    expect([0, 1].map((row) => session.view(SHEET, row, 0).format.fill)).toEqual(["#FFFF00", null]);
  });
});

test("The status bar sums numbers as their format shows them", () => {
  const { session } = userAt((sheet) => {
    fill(sheet, [[0.1], [0.2], ["text"], [null]]);
    sheet.applyFormat(column(2), { numberFormat: "0.0%" });
  });
  expect(session.summary(SHEET, column(1_048_576))).toEqual({ count: 3, numbers: { count: 2, sum: "30,0%", average: "15,0%", smallest: "10,0%", largest: "20,0%" } });
  expect(session.summary(SHEET, column(1)).numbers).toBeUndefined();
});

test("The name box takes addresses, tables and other sheets", () => {
  const { session } = userAt((sheet) => {
    fill(sheet, [["Mått"], ["Buss"]]);
    sheet.addTable(column(2), { name: "Matt", headerRow: true });
  });
  expect(session.find("b3:c4")).toEqual({ sheet: SHEET, row: 2, column: 1, rows: 2, columns: 2 });
  expect(session.find("matt")).toEqual({ sheet: SHEET, row: 1, column: 0, rows: 1, columns: 1 });
  expect(session.find("ingenting")).toBeUndefined();
  expect(session.address({ row: 2, column: 1, rows: 2, columns: 2 })).toBe("B3:C4");
});

test("Ctrl+arrow ends at the edge of a run, and never in a row that is hidden", () => {
  const { session } = userAt((sheet) => {
    fill(sheet, [["Mått"], ["Buss"], ["Tåg"], ["Bil"], [null], ["Källa"]]);
    sheet.addTable(column(4), { name: "Matt", headerRow: true });
  });
  expect(session.edge(SHEET, 0, 0, "down")).toMatchObject({ row: 3, column: 0 });
  session.filter("Matt", 0, ["Buss"]);
  expect(session.edge(SHEET, 0, 0, "down")).toMatchObject({ row: 1, column: 0 });
  expect(session.edge(SHEET, 1, 0, "down")).toMatchObject({ row: 5, column: 0 });
  expect(session.edge(SHEET, 5, 0, "right")).toMatchObject({ row: 5, column: 16_383 });
  expect(session.edge(SHEET, 0, 0, "up")).toMatchObject({ row: 0, column: 0 });
});

test("A hidden sheet is not shown", () => {
  const { session } = userAt();
  session.excel.workbook.addSheet("Dolt").visibility = "hidden";
  session.excel.workbookChanged();
  expect(session.activate("Dolt").kind).toBe("refused");
  expect(session.sheets.map(({ isVisible }) => isVisible)).toEqual([true, false]);
});

describe("Files", () => {
  test("a workbook opens, and its save is one", () => {
    const { session, type } = userAt();
    type(0, 0, "5,5 %");
    const opened = openFile(session.save());
    expect(opened.kind === "opened" && opened.session.view(SHEET, 0, 0).text).toBe("5,50%");
  });

  test.each([
    ["nothing", new Uint8Array(), /tom/],
    ["text", new TextEncoder().encode("Mått;Utfall\r\n"), /ingen Excel-arbetsbok/],
    ["the old format or one with a password", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]), /gamla Excelformatet|lösenord/],
    ["half a workbook", userAt().session.save().subarray(0, 500), /avklippt|skadad/],
  ])("%s is refused in words", (_what, bytes, message) => {
    const opened = openFile(bytes);
    expect(opened.kind === "refused" && opened.message).toMatch(message);
  });

  test("the samples are seen with their lists and prompts", () => {
    const opened = openFile(readFileSync("samples/ale-maluppfoljning-t1-2019.xlsx"));
    if (opened.kind === "refused") {
      throw new Error(opened.message);
    }
    const { session } = opened;
    const cells = session.sheets.flatMap(({ name, used }) => Array.from({ length: Math.min(used.rows, 40) * used.columns }, (_cell, index) => ({ name, row: Math.floor(index / used.columns), column: index % used.columns })));
    const lists = cells.filter(({ name, row, column: at }) => session.view(name, row, at).hasDropDown);
    expect(lists.length).toBeGreaterThan(50);
    expect(lists.filter(({ name, row, column: at }) => session.choices(name, row, at) === undefined)).toEqual([]);
    expect(session.choices("Mått", 1, 3)?.length).toBeGreaterThan(3);
    const wrong = cells.filter(({ name, row, column: at }) => session.view(name, row, at).kind === "error");
    expect(wrong).toEqual([]);
  });
});
