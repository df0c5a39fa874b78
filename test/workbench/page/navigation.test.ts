import * as fc from "fast-check";
import { selectionAfter } from "../../../src/workbench/page/sheet/navigation.js";
import { extendTo, selectCell, type Selection, type SheetShape } from "../../../src/workbench/page/sheet/selection.js";
import type { Rect } from "../../../src/xlsx/model.js";

/** Ten rows by six columns, of which row 3 and column 2 are hidden; filled to row 5 and column 4. */
function shape(merges: readonly Rect[] = []): SheetShape {
  return {
    rows: 10,
    columns: 6,
    merges,
    lastUsed: { row: 5, column: 4 },
    isRowHidden: (row) => row === 3,
    isColumnHidden: (column) => column === 2,
    edge: (row, column, direction) => ({ up: { row: 0, column }, down: { row: 1_048_575, column }, left: { row, column: Math.min(column, 3) }, right: { row, column: 16_383 } })[direction],
  };
}

const at = (row: number, column: number): Selection => selectCell({ row, column }, []);

function press(keys: string, selection: Selection, sheet = shape()): Selection | undefined {
  const parts = keys.split("+");
  const has = (name: string) => parts.includes(name);
  return selectionAfter({ key: parts.at(-1) ?? "", shiftKey: has("Shift"), ctrlKey: has("Ctrl"), altKey: has("Alt"), metaKey: false }, selection, sheet, 4);
}

describe("keys move as in Excel", () => {
  test.each([
    ["ArrowDown", [0, 0], [1, 0]],
    ["ArrowDown", [2, 0], [4, 0]],
    ["ArrowUp", [4, 0], [2, 0]],
    ["ArrowUp", [0, 0], [0, 0]],
    ["ArrowRight", [0, 1], [0, 3]],
    ["ArrowRight", [0, 5], [0, 5]],
    ["Enter", [1, 1], [2, 1]],
    ["Shift+Enter", [1, 1], [0, 1]],
    ["Tab", [1, 1], [1, 3]],
    ["Shift+Tab", [1, 1], [1, 0]],
    ["Home", [4, 4], [4, 0]],
    ["Ctrl+Home", [4, 4], [0, 0]],
    ["Ctrl+End", [0, 0], [5, 4]],
    ["End", [4, 0], [4, 3]],
    ["PageDown", [0, 1], [4, 1]],
    ["PageDown", [8, 1], [9, 1]],
    ["PageUp", [2, 1], [0, 1]],
    ["Ctrl+ArrowDown", [0, 1], [9, 1]],
    ["Ctrl+ArrowRight", [0, 1], [0, 5]],
  ])("%s from %j is at %j", (keys, [row = 0, column = 0], [toRow = 0, toColumn = 0]) => {
    expect(press(keys, at(row, column))).toEqual(at(toRow, toColumn));
  });

  test("letters and keys with Alt do not move", () => {
    for (const keys of ["x", "F2", "Alt+ArrowDown", "Delete", "Escape"]) expect(press(keys, at(1, 1))).toBeUndefined();
  });

  test("with Shift the selection grows from the active cell, and shrinks back", () => {
    const grown = press("Shift+ArrowRight", press("Shift+ArrowDown", at(1, 0)) ?? at(0, 0)) ?? at(0, 0);
    expect(grown).toEqual({ active: { row: 1, column: 0 }, rect: { row: 1, column: 0, rows: 2, columns: 2 } });
    expect(press("Shift+ArrowLeft", press("Shift+ArrowUp", grown) ?? at(0, 0))).toEqual(at(1, 0));
  });

  test("Enter and Tab go round within selected cells, which stay selected", () => {
    const block: Selection = { active: { row: 0, column: 0 }, rect: { row: 0, column: 0, rows: 2, columns: 2 } };
    const walk = (keys: string) => [1, 2, 3, 4].reduce<Selection[]>((seen) => [...seen, press(keys, seen.at(-1) ?? block) ?? block], []).map(({ active }) => [active.row, active.column]);
    expect(walk("Enter")).toEqual([[1, 0], [0, 1], [1, 1], [0, 0]]);
    expect(walk("Tab")).toEqual([[0, 1], [1, 0], [1, 1], [0, 0]]);
    expect(press("Shift+Tab", block)?.active).toEqual({ row: 1, column: 1 });
    expect(press("Enter", block)?.rect).toEqual(block.rect);
  });

  test("Ctrl+A selects what is used, Ctrl+Space columns and Shift+Space rows", () => {
    expect(press("Ctrl+a", at(2, 1))?.rect).toEqual({ row: 0, column: 0, rows: 6, columns: 5 });
    expect(press("Ctrl+ ", at(2, 1))?.rect).toEqual({ row: 0, column: 1, rows: 10, columns: 1 });
    expect(press("Shift+ ", at(2, 1))?.rect).toEqual({ row: 2, column: 0, rows: 1, columns: 6 });
  });

  test("merged cells are one: gone to as a whole and stepped over", () => {
    const merge = { row: 1, column: 0, rows: 2, columns: 2 };
    const sheet = shape([merge]);
    const merged = press("ArrowDown", at(0, 1), sheet);
    expect(merged).toEqual({ active: { row: 1, column: 0 }, rect: merge });
    expect(press("ArrowDown", merged ?? at(0, 0), sheet)).toEqual(at(4, 0));
    expect(press("ArrowRight", merged ?? at(0, 0), sheet)).toEqual(at(1, 3));
    expect(extendTo({ row: 0, column: 0 }, { row: 1, column: 1 }, [merge]).rect).toEqual({ row: 0, column: 0, rows: 3, columns: 2 });
  });

  test("whatever is pressed, the active cell is on the sheet, within the selection, and not hidden", () => {
    const keys = ["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Enter", "Tab", "Home", "PageDown", "PageUp"];
    const anyKey = fc.tuple(fc.constantFrom("", "Shift+"), fc.constantFrom(...keys)).map((parts) => parts.join(""));
    const sheet = shape([{ row: 4, column: 3, rows: 2, columns: 2 }]);
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 30 }), (pressed) => {
        const { rect, active } = pressed.reduce((now, each) => press(each, now, sheet) ?? now, at(0, 0));
        expect(rect.row >= 0 && rect.row + rect.rows <= sheet.rows && rect.column >= 0 && rect.column + rect.columns <= sheet.columns).toBe(true);
        expect(active.row >= rect.row && active.row < rect.row + rect.rows && active.column >= rect.column && active.column < rect.column + rect.columns).toBe(true);
        expect(sheet.isRowHidden(active.row) || sheet.isColumnHidden(active.column)).toBe(false);
      }),
    );
  });
});
