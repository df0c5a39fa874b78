import type { DataValidation, Rect, Sheet } from "../../../src/xlsx/model.js";
import { fill, said, SHEET, userAt } from "./userAt.js";

const RULE: Omit<DataValidation, "ranges"> = {
  type: "list", operator: "between", formula1: '"Ja,Nej"', formula2: undefined, allowBlank: true, inCellDropDown: true, showErrorAlert: true, errorStyle: "stop",
  errorTitle: "Ja eller nej", errorMessage: "Välj ett av orden i listan.", showInputPrompt: true, promptTitle: "Könsuppdelat", promptMessage: "Ja eller nej.",
};
const A1: Rect = { row: 0, column: 0, rows: 1, columns: 1 };
const ruled = (rule: Partial<typeof RULE>) => (sheet: Sheet) => sheet.setDataValidation(A1, { ...RULE, ...rule });

describe("A list", () => {
  test("stops another word with the rule's own message, and nothing is changed", () => {
    const { session, value } = userAt(ruled({}));
    const before = session.excel.save();
    expect(session.type(SHEET, 0, 0, "Kanske")).toMatchObject({ kind: "refused", title: "Ja eller nej", message: "Välj ett av orden i listan." });
    expect(value(0, 0)).toBeNull();
    expect(session.excel.save()).toEqual(before);
    expect(session.canUndo).toBe(false);
  });

  test.each(["warning", "information"] as const)("that gives %s asks, and takes the word when it is accepted", (errorStyle) => {
    const { session, value } = userAt(ruled({ errorStyle }));
    const outcome = session.type(SHEET, 0, 0, "Kanske");
    expect(outcome).toMatchObject({ kind: "ask", style: errorStyle, message: "Välj ett av orden i listan." });
    expect(value(0, 0)).toBeNull();
    expect(outcome.kind === "ask" && said(outcome.accept())).toBe("done");
    expect(value(0, 0)).toBe("Kanske");
    expect(session.view(SHEET, 0, 0).isInvalid).toBe(true);
    session.undo();
    expect(value(0, 0)).toBeNull();
  });

  test("that shows no alert lets anything through", () => {
    const { session } = userAt(ruled({ showErrorAlert: false }));
    expect(said(session.type(SHEET, 0, 0, "Kanske"))).toBe("done");
  });

  test("has its words from the rule, a range or a defined name, without empty cells", () => {
    const inline = userAt(ruled({})).session;
    expect(inline.choices(SHEET, 0, 0)).toEqual(["Ja", "Nej"]);
    expect(inline.choices(SHEET, 1, 0)).toBeUndefined();
    const words = (sheet: Sheet) => fill(sheet, [[null, "Ökar"], [null, null], [null, "Minskar"]]);
    const ranged = userAt((sheet) => {
      words(sheet);
      ruled({ formula1: "$B$1:$B$3" })(sheet);
    }).session;
    expect(ranged.choices(SHEET, 0, 0)).toEqual(["Ökar", "Minskar"]);
    const named = userAt((sheet) => {
      words(sheet);
      ruled({ formula1: "Riktningar" })(sheet);
    });
    named.session.excel.workbook.addName("Riktningar", `${SHEET}!$B$1:$B$3`);
    expect(named.session.choices(SHEET, 0, 0)).toEqual(["Ökar", "Minskar"]);
    expect(said(named.session.type(SHEET, 0, 0, "Minskar"))).toBe("done");
    expect(named.session.view(SHEET, 0, 0).hasDropDown).toBe(true);
    expect(named.session.prompt(SHEET, 0, 0)).toEqual({ title: "Könsuppdelat", message: "Ja eller nej." });
  });
});

test.each([
  [{ type: "whole", operator: "between", formula1: "1", formula2: "10" }, "7", "7,5"],
  [{ type: "decimal", operator: "greaterThanOrEqual", formula1: "0" }, "0,5", "-0,5"],
  [{ type: "date", operator: "lessThan", formula1: "43831" }, "2019-12-31", "2020-01-01"],
  [{ type: "textLength", operator: "lessThanOrEqual", formula1: "3" }, "abc", "abcd"],
  [{ type: "custom", formula1: "LEFT(A1,4)=\"MÅL-\"" }, "MÅL-1", "Mått"],
  [{ type: "decimal", operator: "lessThan", formula1: "B1" }, "=B1-1", "=B1+1"],
] as const)("%j takes %s and stops %s", (rule, allowed, stopped) => {
  const { session } = userAt((sheet) => {
    fill(sheet, [[null, 100]]);
    ruled(rule)(sheet);
  });
  expect(session.type(SHEET, 0, 0, stopped).kind).toBe("refused");
  expect(said(session.type(SHEET, 0, 0, allowed))).toBe("done");
  expect(said(session.type(SHEET, 0, 0, ""))).toBe("done");
});

test("A locked cell on a protected sheet is refused, an unlocked one is not", () => {
  const { session, value } = userAt((sheet) => {
    sheet.applyFormat({ ...A1, column: 1 }, { locked: false });
    sheet.protect({});
  });
  expect(said(session.type(SHEET, 0, 0, "5"))).toMatch(/^refused: Cellen finns på ett skyddat blad/);
  expect(said(session.paste(SHEET, A1, "5\t6"))).toMatch(/^refused/);
  expect(said(session.clear(SHEET, A1))).toMatch(/^refused/);
  expect(value(0, 1)).toBeNull();
  expect(said(session.type(SHEET, 0, 1, "5"))).toBe("done");
  expect(session.view(SHEET, 0, 0).isProtected).toBe(true);
  expect(session.view(SHEET, 0, 1).isProtected).toBe(false);
});

test("A workbook that is open for reading refuses, until it is not", () => {
  const { session } = userAt();
  session.excel.faults.isReadOnly = true;
  expect(said(session.type(SHEET, 0, 0, "5"))).toMatch(/^refused: Arbetsboken är öppnad för läsning/);
  session.excel.faults.isReadOnly = false;
  expect(said(session.type(SHEET, 0, 0, "5"))).toBe("done");
});
