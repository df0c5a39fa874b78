/** @jest-environment jsdom */
import { act, renderHook } from "@testing-library/react";
import { useEditing } from "../../../src/workbench/page/sheet/useEditing.js";
import type { Outcome, UserSession } from "../../../src/workbench/user/session.js";
import { openFile } from "../../../src/workbench/user/openFile.js";
import { createXlsx } from "../../../src/xlsx/index.js";

function emptyWorkbook(): UserSession {
  const opened = openFile(createXlsx().save());
  if (opened.kind === "refused") throw new Error(opened.message);
  return opened.session;
}

type After = { readonly then?: (() => void) | undefined; readonly retry?: () => void };

function setUp() {
  const session = emptyWorkbook();
  const sheet = session.activeSheet.name;
  const settled: { readonly outcome: Outcome; readonly after: After }[] = [];
  const { result } = renderHook(() =>
    useEditing(session, (outcome, after) => {
      settled.push({ outcome, after });
      if (outcome.kind === "done") after.then?.();
    }),
  );
  const begin = (text: string) => act(() => result.current.begin({ sheet, row: 0, column: 0, text, arrowsMove: true, place: "cell" }));
  return { session, sheet, settled, editor: () => result.current, begin, shown: () => session.view(sheet, 0, 0).text };
}

describe("an edit", () => {
  test("is committed once, though Enter and the loss of focus both want to", () => {
    const { editor, begin, settled, shown } = setUp();
    let moved = 0;
    begin("12");
    act(() => {
      // Shown otherwise than typed, so that a second commit would not pass for no change.
      editor().change("12,50");
      editor().commit(() => (moved += 1));
      editor().commit();
    });
    expect([settled.length, moved, shown()]).toEqual([1, 1, "12,5"]);
    expect(editor().editing).toBeUndefined();
  });

  test("that changes nothing is no change to undo", () => {
    const { editor, begin, settled, session } = setUp();
    begin("");
    let moved = 0;
    act(() => editor().commit(() => (moved += 1)));
    expect([settled.length, moved, session.canUndo]).toEqual([0, 1, false]);
  });

  test("that is cancelled leaves the cell as it was", () => {
    const { editor, begin, session, shown } = setUp();
    begin("12");
    act(() => {
      editor().cancel();
      editor().commit();
    });
    expect([shown(), session.isDirty]).toEqual(["", false]);
  });

  test("that is refused can be gone on with, with what was typed", () => {
    const { editor, begin, settled, shown } = setUp();
    begin("=SUM(");
    act(() => editor().commit());
    expect(settled[0]?.outcome.kind).toBe("refused");
    act(() => settled[0]?.after.retry?.());
    expect(editor().editing).toMatchObject({ row: 0, column: 0, text: "=SUM(", arrowsMove: false });
    expect(shown()).toBe("");
  });
});
