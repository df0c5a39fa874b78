// Somebody else is in the workbook too, and changes it between what a command reads and what it writes. The command must then do what it would have done had the other been
// first, or write nothing and say so: nothing that the other wrote is ever overwritten.
import { acceptFinding } from "../../src/usecases/acceptFinding.js";
import { applyFixes } from "../../src/usecases/applyFixes.js";
import { beginPeriod } from "../../src/usecases/beginPeriod.js";
import { chooseUnitAndPeriod } from "../../src/usecases/chooseUnitAndPeriod.js";
import { lookOver } from "../../src/usecases/lookOver.js";
import type { WorkbookPort } from "../../src/usecases/port.js";
import { switchRule } from "../../src/usecases/switchRule.js";
import { WorkbookError } from "../../src/usecases/workbookError.js";
import { openClient } from "../../src/workbench/client.js";
import { WorkbookSession } from "../../src/workbench/user/workbookSession.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { aleInExcel, build, inExcel, type InExcel } from "./inExcel.js";

jest.setTimeout(180_000);
const TODAY = 43_605;

/** What people have put in, sheet by sheet. */
function inputs({ sheets }: Workbook): Map<string, unknown[]> {
  return new Map(sheets.map((sheet) => [sheet.name, [...sheet.cells()].filter(({ content }) => content.formula === undefined && content.value !== null).map(({ row, column, content }) => [row, column, content.value])]));
}

/** A port whose first write comes after somebody else has been at work. */
function whileOthers(port: WorkbookPort, atWork: () => Promise<void>): WorkbookPort {
  let isDone = false;
  const first = async (): Promise<void> => {
    if (isDone) return;
    isDone = true;
    await atWork();
  };
  return {
    ...port,
    writeReport: async (...about) => (await first(), port.writeReport(...about)),
    writeCells: async (...about) => (await first(), port.writeCells(...about)),
    appendRows: async (...about) => (await first(), port.appendRows(...about)),
  };
}

/** Each command as the pane gives it, prepared on the workbook as it was, and the table that it writes in. */
const commands: Readonly<Record<string, { readonly table: string; readonly prepare: (ale: InExcel) => Promise<(port: WorkbookPort) => Promise<unknown>> }>> = {
  applyFixes: {
    table: "Utfall",
    prepare: async ({ port }) => {
      const fixable = (await lookOver(port, TODAY)).findings.filter(({ register, fix }) => register === "Utfall" && fix !== undefined);
      expect(fixable).not.toEqual([]);
      return (on) => applyFixes(on, fixable, TODAY);
    },
  },
  acceptFinding: {
    table: "Godtaganden",
    prepare: async ({ port }) => {
      const [finding] = (await lookOver(port, TODAY)).findings.filter(({ subject }) => subject !== undefined);
      return (on) => acceptFinding(on, finding!, "Det är avtalat.", TODAY);
    },
  },
  beginPeriod: { table: "Utfall", prepare: async () => (on) => beginPeriod(on, { today: TODAY }) },
  chooseUnitAndPeriod: { table: "Installningar", prepare: async () => (on) => chooseUnitAndPeriod(on, { unit: "OAN", period: "T2 2019" }) },
  switchRule: { table: "Installningar", prepare: async () => (on) => switchRule(on, "mal.utan-matt", "off") },
};

/** What the other does to the table that the command writes in. */
const works: Readonly<Record<string, (user: WorkbookSession, table: string) => unknown>> = {
  "sorts the rows": (user, table) => user.sort(table, 0, "descending"),
  "inserts a row first": (user, table) => user.insertTableRow(table, 0),
  "takes the first row away": (user, table) => user.deleteTableRow(table, 0),
  "changes a cell of the first row": (user, table) => typed(user, table, 1, 0, "Någon annans text"),
  "changes another cell of the row": (user, table) => typed(user, table, 1, 2, "Någon annans text"),
  "renames a header": (user, table) => typed(user, table, 0, 1, "Omdöpt"),
  "inserts a column first": (user, table) => {
    const { sheet, range } = user.excel.workbook.table(table)!;
    return user.type(sheet.name, range.row, range.column + range.columns, "Ny kolumn");
  },
  "filters it": (user, table) => user.filter(table, 0, ["finns inte"]),
  "renames its sheet": async (user, table) => {
    await host(user, (context) => { context.workbook.tables.getItem(table).worksheet.name = "Omdöpt blad"; });
  },
  "protects its sheet": async (user, table) => {
    await host(user, (context) => context.workbook.tables.getItem(table).worksheet.protection.protect());
  },
  "deletes its sheet": async (user, table) => {
    await host(user, (context) => context.workbook.tables.getItem(table).worksheet.delete());
  },
  "makes a range of it": async (user, table) => {
    await host(user, (context) => context.workbook.tables.getItem(table).convertToRange());
  },
};

function typed(user: WorkbookSession, table: string, row: number, column: number, text: string): unknown {
  const { sheet, range } = user.excel.workbook.table(table)!;
  const outcome = user.type(sheet.name, range.row + row, range.column + column, text);
  return outcome.kind === "ask" ? outcome.accept() : outcome;
}

async function host({ excel }: WorkbookSession, act: (context: Excel.RequestContext) => unknown): Promise<void> {
  await openClient(excel).Excel.run(async (context) => {
    act(context);
    await context.sync();
  });
}

/** Ale with something to fix and something to accept. */
let faulty: Promise<Uint8Array> | undefined;
async function faultyAle(): Promise<InExcel> {
  faulty ??= (async () => {
    const ale = await aleInExcel();
    const user = new WorkbookSession(ale.excel);
    typed(user, "Utfall", 2, 3, "'5,5");
    typed(user, "Utfall", 3, 1, "april  2019");
    return ale.excel.save();
  })();
  return inExcel(openXlsx(await faulty));
}

/** The switch of a rule writes as the choice of a period does: two of the works show that it does. */
const all = Object.keys(works);
const cases = Object.keys(commands).flatMap((command) => (command === "switchRule" ? ["sorts the rows", "renames a header"] : all).map((work) => [command, work] as const));
const told = new Map<string, number>();

test.each(cases)("%s while somebody %s", async (command, work) => {
  const { table, prepare } = commands[command]!;
  const ale = await faultyAle();
  const give = await prepare(ale);
  const user = new WorkbookSession(ale.excel);
  let left = new Map<string, unknown[]>();
  let file: Uint8Array = new Uint8Array();
  const port = whileOthers(ale.port, async () => {
    await works[work]!(user, table);
    left = inputs(ale.excel.workbook);
    file = ale.excel.save();
  });
  const failure: unknown = await give(port).then(() => undefined, (reason: unknown) => reason);
  if (failure === undefined) {
    // As if the other had been first.
    const after = inExcel(openXlsx(file));
    await give(after.port);
    expect(inputs(ale.excel.workbook)).toEqual(inputs(after.workbook));
    told.set("done as if the other had been first", (told.get("done as if the other had been first") ?? 0) + 1);
  } else {
    expect(failure).toBeInstanceOf(WorkbookError);
    expect(failure).toMatchObject({ message: expect.stringContaining("Inget har skrivits.") });
    expect(inputs(ale.excel.workbook)).toEqual(left);
    const { code } = failure as WorkbookError;
    told.set(code, (told.get(code) ?? 0) + 1);
  }
});

test.each(["sorts the rows", "changes a cell of the first row", "renames its sheet", "protects its sheet", "makes a range of it"])("a report is built while somebody %s: nothing of theirs is touched by it", async (work) => {
  const ale = await faultyAle();
  const user = new WorkbookSession(ale.excel);
  let left = new Map<string, unknown[]>();
  const port = whileOthers(ale.port, async () => {
    await works[work]!(user, "Utfall");
    left = inputs(ale.excel.workbook);
  });
  const failure: unknown = await build(port).then(() => undefined, (reason: unknown) => reason);
  if (failure !== undefined) expect(failure).toMatchObject({ name: "WorkbookError", code: "workbook-changed" });
  const after = inputs(ale.excel.workbook);
  for (const [sheet, cells] of left) expect([sheet, sheet === "Maltavla_minne" ? cells : after.get(sheet)]).toEqual([sheet, cells]);
});

afterAll(() => process.stdout.write(`Others at work: ${[...told].map(([what, count]) => `${what} ${count}`).join(", ")}\n`));
