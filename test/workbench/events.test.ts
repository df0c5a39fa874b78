import { openClient } from "../../src/workbench/client.js";
import { WorkbookSession } from "../../src/workbench/user/workbookSession.js";
import { openExcel } from "./openExcel.js";

interface Heard {
  readonly what: string;
  readonly [name: string]: unknown;
}

/** A table, Matt in A1:B3, and handlers for everything that is told. */
async function listening() {
  const excel = openExcel();
  const heard: Heard[] = [];
  const session = new WorkbookSession(excel.host);
  const tell = (what: string) => async (event: object) => {
    heard.push({ what, ...JSON.parse(JSON.stringify(event)) });
    await Promise.resolve();
  };
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B3").values = [["Mått", "Utfall"], ["Buss", 1], ["Tåg", 2]];
    const table = sheet.tables.add("A1:B3", true);
    table.name = "Matt";
    context.workbook.worksheets.add("Sheet2");
    await context.sync();
    table.onChanged.add(tell("table"));
    table.onSelectionChanged.add(tell("tableSelection"));
    context.workbook.tables.onChanged.add(tell("tables"));
    sheet.tables.onChanged.add(tell("sheetTables"));
    sheet.onChanged.add(tell("sheet"));
    context.workbook.worksheets.onChanged.add(tell("sheets"));
    sheet.onSelectionChanged.add(tell("selection"));
    context.workbook.worksheets.onActivated.add(tell("activated"));
    await context.sync();
  });
  /** What has been told since the last time, once the host has had its say. */
  const news = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return heard.splice(0);
  };
  return { excel, session, news };
}

const of = (heard: readonly Heard[], what: string) => heard.filter((event) => event.what === what);

describe("Handlers that the add-in has added", () => {
  test("hear what the user types, with what stood there before", async () => {
    const { session, news } = await listening();
    session.type("Sheet1", 1, 1, "12,5");
    const heard = await news();
    const details = { valueBefore: 1, valueAfter: 12.5, valueTypeBefore: "Double", valueTypeAfter: "Double" };
    for (const what of ["table", "tables", "sheetTables", "sheet", "sheets"]) {
      expect(of(heard, what)).toMatchObject([{ address: "B2", changeType: "RangeEdited", source: "Local", details }]);
    }
    expect(of(heard, "sheet")).toMatchObject([{ triggerSource: "Unknown", type: "WorksheetChanged" }]);
    session.type("Sheet1", 8, 3, "utanför");
    expect((await news()).map(({ what }) => what).sort()).toEqual(["sheet", "sheets"]);
  });

  test("hear of the add-in's own writes that they are its own", async () => {
    const { excel, news } = await listening();
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A2:B3").values = [["Buss", 3], ["Tåg", 4]];
      await context.sync();
    });
    expect(of(await news(), "sheet")).toMatchObject([{ address: "A2:B3", triggerSource: "ThisLocalAddin" }]);
  });

  test("hear of rows that come and go, and of an undo as what it does", async () => {
    const { session, news } = await listening();
    session.insertTableRow("Matt", 1);
    const inserted = await news();
    expect(of(inserted, "table")).toMatchObject([{ address: "A3:B3", changeType: "RowInserted" }]);
    expect(of(inserted, "sheet")).toMatchObject([{ address: "A3:B3", changeType: "CellInserted", changeDirectionState: { insertShiftDirection: "Down" } }]);
    session.undo();
    const undone = await news();
    expect(of(undone, "table")).toMatchObject([{ address: "A3:B3", changeType: "RowDeleted" }]);
    expect(of(undone, "sheet")).toMatchObject([{ address: "A3:B3", changeType: "CellDeleted", changeDirectionState: { deleteShiftDirection: "Up" } }]);
    session.redo();
    expect(of(await news(), "table")).toMatchObject([{ changeType: "RowInserted" }]);
    session.deleteTableRow("Matt", 0);
    expect(of(await news(), "table")).toMatchObject([{ address: "A2:B2", changeType: "RowDeleted" }]);
    session.type("Sheet1", 1, 1, "5");
    session.undo();
    expect(of(await news(), "table").map(({ changeType }) => changeType)).toEqual(["RangeEdited", "RangeEdited"]);
  });

  test("hear where the user goes", async () => {
    const { session, news } = await listening();
    session.select("Sheet1", { row: 1, column: 1, rows: 2, columns: 3 });
    const inside = await news();
    expect(of(inside, "selection")).toMatchObject([{ address: "B2:D3" }]);
    expect(of(inside, "tableSelection")).toMatchObject([{ address: "B2:B3", isInsideTable: true }]);
    session.select("Sheet1", { row: 9, column: 0, rows: 1, columns: 1 });
    expect(of(await news(), "tableSelection")).toMatchObject([{ isInsideTable: false }]);
    session.activate("Sheet2");
    expect(of(await news(), "activated")).toHaveLength(1);
  });

  test("can ask for the cells that changed", async () => {
    const { excel, session, news } = await listening();
    const address = new Promise<string>((resolve) => {
      void excel.Excel.run(async (context) => {
        context.workbook.tables.getItem("Matt").onChanged.add(async (event) => {
          const range = event.getRange(context).load("address");
          await context.sync();
          resolve(range.address);
        });
        await context.sync();
        session.type("Sheet1", 2, 0, "Bil");
      });
    });
    expect(await address).toBe("Sheet1!A3");
    await news();
  });

  test("hear nothing while events are off, and nothing of it afterwards", async () => {
    const { excel, session, news } = await listening();
    const turn = async (on: boolean) => {
      await excel.Excel.run(async (context) => {
        context.runtime.enableEvents = on;
        await context.sync();
      });
    };
    await turn(false);
    session.type("Sheet1", 1, 1, "7");
    await turn(true);
    expect(await news()).toEqual([]);
    session.type("Sheet1", 1, 1, "8");
    expect(of(await news(), "table")).toHaveLength(1);
  });
});

test("A handler that has been taken away hears nothing", async () => {
  const excel = openExcel();
  const session = new WorkbookSession(excel.host);
  const heard: unknown[] = [];
  const handler = await excel.Excel.run(async (context) => {
    const added = context.workbook.worksheets.getItem("Sheet1").onChanged.add(async (event) => {
      heard.push(event.address);
      await Promise.resolve();
    });
    await context.sync();
    return added;
  });
  session.type("Sheet1", 0, 0, "1");
  await new Promise((resolve) => setTimeout(resolve, 5));
  handler.remove();
  await handler.context.sync();
  session.type("Sheet1", 0, 0, "2");
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(heard).toEqual(["A1"]);
});

test("Each add-in hears for itself", async () => {
  const excel = openExcel();
  const other = openClient(excel.host);
  const heard: string[] = [];
  await other.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => {
      heard.push(event.address);
      await Promise.resolve();
    });
    await context.sync();
  });
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("C3").values = [["x"]];
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(heard).toEqual(["C3"]);
});
