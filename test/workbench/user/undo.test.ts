import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { openClient } from "../../../src/workbench/client.js";
import { openFile } from "../../../src/workbench/user/openFile.js";
import { fill, SHEET, userAt, type AtKeyboard } from "./userAt.js";

const rect = fc.record({ row: fc.nat(6), column: fc.nat(3), rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) });
const text = fc.oneof(fc.constantFrom("5,5 %", "2 400", "2019-01-22", "=SUM(B2:B4)", "=1/0", "SANT", "", "'5"), fc.string({ maxLength: 6 }));
/** Anything that the user may do; what is refused is no step. */
const deed = fc.oneof(
  fc.tuple(fc.nat(6), fc.nat(3), text).map(([row, column, typed]) => ({ session }: AtKeyboard) => session.type(SHEET, row, column, typed)),
  rect.map((area) => ({ session }: AtKeyboard) => session.clear(SHEET, area)),
  fc.tuple(rect, fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })).map(([area, cells]) => ({ session }: AtKeyboard) => session.paste(SHEET, area, cells.map((line) => line.join("\t")).join("\r\n"))),
  fc.nat(2).map((at) => ({ session }: AtKeyboard) => session.insertTableRow("Matt", at)),
  fc.nat(2).map((at) => ({ session }: AtKeyboard) => session.deleteTableRow("Matt", at)),
  fc.nat(1).map((column) => ({ session }: AtKeyboard) => session.sort("Matt", column, "descending")),
  fc.constant(({ session }: AtKeyboard) => session.filter("Matt", 0, ["Buss"])),
);

function atTable(): AtKeyboard {
  return userAt((sheet) => {
    fill(sheet, [["Mått", "Utfall"], ["Buss", 1], ["Tåg", 2], ["Bil", 3]]);
    sheet.addTable({ row: 0, column: 0, rows: 4, columns: 2 }, { name: "Matt", headerRow: true });
  });
}

test("Whatever the user did is undone to the last byte, step by step, and done again", () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 4 }), (deeds) => {
      const user = atTable();
      const { session } = user;
      const states = [session.excel.save()];
      for (const act of deeds) {
        if (act(user).kind === "done") {
          states.push(session.excel.save());
        }
      }
      for (const state of states.slice(0, -1).reverse()) {
        session.undo();
        expect(Buffer.compare(session.excel.save(), state)).toBe(0);
      }
      expect(session.canUndo).toBe(false);
      expect(session.isDirty).toBe(false);
      for (const state of states.slice(1)) {
        session.redo();
        expect(Buffer.compare(session.excel.save(), state)).toBe(0);
      }
      expect(session.canRedo).toBe(false);
    }),
    { numRuns: 25 },
  );
});

test("In an opened file too", () => {
  const opened = openFile(readFileSync("samples/ale-maluppfoljning-t1-2019.xlsx"));
  if (opened.kind === "refused") {
    throw new Error(opened.message);
  }
  const { session } = opened;
  const before = session.excel.save();
  const [row, column] = [2, 4];
  expect(session.type("Utfall", row, column, "12,5 %")).toEqual({ kind: "done" });
  expect(session.type("Mål", 3, 2, "Nytt mål")).toEqual({ kind: "done" });
  expect(session.canUndo).toBe(true);
  session.undo();
  expect(session.activeSheet.name).toBe("Mål");
  session.undo();
  session.activate(session.sheets[0]?.name ?? "");
  expect(Buffer.compare(session.excel.save(), before)).toBe(0);
});

/** The add-in writes one cell, in a request of its own. */
async function addInWrites({ session }: AtKeyboard, address: string, value: string): Promise<void> {
  await openClient(session.excel).Excel.run(async (context) => {
    context.workbook.worksheets.getItem(SHEET).getRange(address).values = [[value]];
    await context.sync();
  });
}

test("What the add-in writes is a step like any other; what it reads is none", async () => {
  const user = atTable();
  const { session, type, value } = user;
  type(0, 3, "1");
  await openClient(session.excel).Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").load("values");
    await context.sync();
  });
  await addInWrites(user, "D2", "tillägget");
  type(2, 3, "2");
  const written = () => [value(0, 3), value(1, 3), value(2, 3)];
  session.undo();
  expect(written()).toEqual([1, "tillägget", null]);
  session.undo();
  expect(written()).toEqual([1, null, null]);
  session.undo();
  expect([...written(), session.canUndo]).toEqual([null, null, null, false]);
  for (let redone = 0; redone < 3; redone += 1) {
    session.redo();
  }
  expect([...written(), session.canRedo]).toEqual([1, "tillägget", 2, false]);
});

test("All that the add-in writes for one press of the user's is one step; for the next press it is another", async () => {
  const user = atTable();
  const { session, value } = user;
  const before = session.excel.save();
  session.askAddIn();
  await addInWrites(user, "D1", "a");
  await addInWrites(user, "D2", "b");
  session.askAddIn();
  await addInWrites(user, "D3", "c");
  await addInWrites(user, "D1", "d");
  const written = () => [0, 1, 2].map((row) => value(row, 3));
  session.undo();
  expect(written()).toEqual(["a", "b", null]);
  session.undo();
  expect(Buffer.compare(session.excel.save(), before)).toBe(0);
  session.redo();
  expect(written()).toEqual(["a", "b", null]);
  await addInWrites(user, "D3", "e");
  expect(session.canRedo).toBe(false);
  session.undo();
  expect(written()).toEqual(["a", "b", null]);
});

test("Whatever user and add-in did by turns is undone to the last byte, step by step, and done again", async () => {
  const turn = fc.oneof(deed, fc.tuple(fc.constantFrom("D1", "A3", "B5"), fc.string({ minLength: 1, maxLength: 4 })));
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 5 }), async (turns) => {
      const user = atTable();
      const { session } = user;
      const states = [session.excel.save()];
      for (const each of turns) {
        if (Array.isArray(each)) {
          session.askAddIn();
          await addInWrites(user, ...each);
        }
        if (Array.isArray(each) || each(user).kind === "done") {
          states.push(session.excel.save());
        }
      }
      for (const state of states.slice(0, -1).reverse()) {
        session.undo();
        expect(Buffer.compare(session.excel.save(), state)).toBe(0);
      }
      expect([session.canUndo, session.isDirty]).toEqual([false, false]);
      for (const state of states.slice(1)) {
        session.redo();
        expect(Buffer.compare(session.excel.save(), state)).toBe(0);
      }
    }),
    { numRuns: 25 },
  );
});

test("A sheet that the add-in made goes and comes back; the user stays where that can be", async () => {
  const { session } = atTable();
  await openClient(session.excel).Excel.run(async (context) => {
    context.workbook.worksheets.add("Rapport").getRange("B2").values = [["ja"]];
    await context.sync();
  });
  session.activate("Rapport");
  session.undo();
  expect(session.sheets.map(({ name }) => name)).toEqual([SHEET]);
  expect(session.activeSheet.name).toBe(SHEET);
  session.redo();
  expect(session.view("Rapport", 1, 1).text).toBe("ja");
  expect(session.activeSheet.name).toBe(SHEET);
});

test("Where Excel cannot undo what an add-in writes, that ends the list", async () => {
  const user = atTable();
  const { session, type, value } = user;
  session.offerUndoOfAddIn(false);
  type(0, 3, "1");
  await addInWrites(user, "D2", "tillägget");
  expect([session.canUndo, session.isDirty]).toEqual([false, true]);
  session.undo();
  expect(value(1, 3)).toBe("tillägget");
  type(2, 3, "2");
  session.undo();
  expect([value(0, 3), value(1, 3), value(2, 3)]).toEqual([1, "tillägget", null]);
});

test("What the add-in writes after a save is not saved", async () => {
  const user = atTable();
  const { session } = user;
  await addInWrites(user, "D1", "a");
  session.save();
  expect(session.isDirty).toBe(false);
  await addInWrites(user, "D2", "b");
  expect(session.isDirty).toBe(true);
});

test("While a cell is typed in, Excel answers no add-in; then it does again", async () => {
  const user = atTable();
  const { session, value } = user;
  session.editCell(true);
  await expect(addInWrites(user, "D1", "a")).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  session.editCell(false);
  await addInWrites(user, "D1", "a");
  expect(value(0, 3)).toBe("a");
});

test("Each sheet keeps its own selection, also past an undo", () => {
  const { session, type } = userAt();
  const place = { row: 4, column: 2, rows: 2, columns: 1 };
  session.excel.workbook.addSheet("Annat");
  session.excel.workbookChanged();
  session.select(SHEET, place);
  session.activate("Annat");
  expect(session.selection).toEqual({ sheet: "Annat", row: 0, column: 0, rows: 1, columns: 1 });
  session.activate(SHEET);
  expect(session.selection).toEqual({ sheet: SHEET, ...place });
  type(0, 0, "1");
  session.undo();
  expect(session.selection).toEqual({ sheet: SHEET, ...place });
});

test("A range that the add-in holds on to is still its range after an undo", async () => {
  const { session, type } = atTable();
  const client = openClient(session.excel);
  await client.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("D1");
    context.trackedObjects.add(range);
    await context.sync();
    type(0, 3, "1");
    type(0, 3, "2");
    session.undo();
    range.load("values");
    await context.sync();
    expect(range.values).toEqual([[1]]);
  });
});

test("The page is told of each change, whoever made it, and of selections", async () => {
  const { session, type } = atTable();
  const seen: number[] = [];
  const stop = session.subscribe(() => seen.push(session.version()));
  const told = () => new Set(seen).size;
  type(0, 3, "1");
  expect(told()).toBe(1);
  session.select(SHEET, { row: 4, column: 0, rows: 2, columns: 2 });
  expect(told()).toBe(2);
  await openClient(session.excel).Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("D2").values = [["tillägget"]];
    await context.sync();
  });
  expect(told()).toBe(3);
  expect(session.view(SHEET, 1, 3).text).toBe("tillägget");
  expect(session.selection).toEqual({ sheet: SHEET, row: 4, column: 0, rows: 2, columns: 2 });
  stop();
  session.undo();
  expect(told()).toBe(3);
});

test("A workbook is dirty until it is saved, and again when something is taken back", () => {
  const { session, type } = atTable();
  expect(session.isDirty).toBe(false);
  type(0, 3, "1");
  expect(session.isDirty).toBe(true);
  session.save();
  expect(session.isDirty).toBe(false);
  session.undo();
  expect(session.isDirty).toBe(true);
  session.redo();
  expect(session.isDirty).toBe(false);
});
