// npm run try: scripts as people write them for Script Lab, in the shapes of Microsoft's samples (these were written here).
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openXlsx } from "../../src/xlsx/index";

// Each test starts Node anew, which takes its time on a busy machine.
jest.setTimeout(120_000);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "try-"));
});
afterAll(async () => rm(folder, { recursive: true }));

async function run(script: string, ...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const path = join(folder, "script.js");
  await writeFile(path, script);
  return start(path, ...args);
}

function start(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["--import", "tsx", "src/workbench/try/main.ts", ...args], (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

test("a sample that builds a table, formats it and prints it", async () => {
  const out = join(folder, "out.xlsx");
  const { code, stdout, stderr } = await run(
    `
    await Office.onReady(({ host }) => console.log("host", host));

    async function setup() {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItemOrNullObject("Sample").delete();
        const sheet = context.workbook.worksheets.add("Sample");

        const expensesTable = sheet.tables.add("A1:D1", true /*hasHeaders*/);
        expensesTable.name = "ExpensesTable";
        expensesTable.getHeaderRowRange().values = [["Date", "Merchant", "Category", "Amount"]];
        expensesTable.rows.add(null /*add at the end*/, [
          ["1/1/2017", "The Phone Company", "Communications", "$120"],
          ["1/2/2017", "Northwind Electric Cars", "Transportation", "142.33"],
          ["1/5/2017", "Best For You Organics Company", "Groceries", "=2*13.5"]
        ]);
        expensesTable.columns.getItemAt(3).getRange().numberFormat = [["General"], ["$#,##0.00"], ["$#,##0.00"], ["$#,##0.00"]];

        if (Office.context.requirements.isSetSupported("ExcelApi", "1.2")) {
          sheet.getUsedRange().format.autofitColumns();
          sheet.getUsedRange().format.autofitRows();
        }
        sheet.activate();
        await context.sync();
      });
    }

    async function read() {
      await Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("ExpensesTable");
        const header = table.getHeaderRowRange().load("values");
        const body = table.getDataBodyRange().load({ values: true, text: true });
        const amounts = table.columns.getItem("Amount").getDataBodyRange();
        amounts.format.fill.color = "lightgreen";
        amounts.load("address");
        await context.sync();
        console.log(JSON.stringify(header.values), JSON.stringify(body.values), body.text[1][3], amounts.address);
      });
    }

    /** Default helper for invoking an action and handling errors. */
    async function tryCatch(callback) {
      try { await callback(); } catch (error) { console.error(error); }
    }
    await tryCatch(setup);
    await tryCatch(read);
    `,
    "--out",
    out,
  );
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n")).toEqual([
    "host Excel",
    '[["Date","Merchant","Category","Amount"]] [[42736,"The Phone Company","Communications",120],[42737,"Northwind Electric Cars","Transportation",142.33],[42740,"Best For You Organics Company","Groceries",27]] $142,33 Sample!D2:D4',
    "",
  ]);
  const saved = openXlsx(await readFile(out));
  expect(saved.table("ExpensesTable")?.range).toEqual({ row: 0, column: 0, rows: 4, columns: 4 });
});

test("a run that nobody awaits is carried out before the workbook is saved, and a workbook can be given", async () => {
  const [first, second] = [join(folder, "first.xlsx"), join(folder, "second.xlsx")];
  const script = `
    run();
    async function run() {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
        cell.load("values");
        await context.sync();
        cell.values = [[Number(cell.values[0][0]) + 1]];
        await context.sync();
      });
    }`;
  expect((await run(script, "--out", first)).code).toBe(0);
  expect((await run(script, "--workbook", first, "--out", second)).code).toBe(0);
  expect(openXlsx(await readFile(second)).sheets[0]?.cell(0, 0)?.value).toBe(2);
});

test.each([
  ["awaited", "await Excel.run(async (context) => { context.workbook.worksheets.getItem('Missing').load('name'); await context.sync(); });", "ItemNotFound"],
  ["not awaited", "Excel.run(async (context) => { context.workbook.tables.getItem('Missing').load('name'); await context.sync(); });", "ItemNotFound"],
  ["of the script itself", "nothingOfTheKind();", "ReferenceError"],
  ["in waiting", "await new Promise(() => {});", "väntar"],
])("an uncaught error, %s, is told with its code, and the exit code is 1", async (_what, script, told) => {
  const { code, stderr } = await run(script);
  expect(code).toBe(1);
  expect(stderr).toContain(told);
});

test.each([
  ["without a script", []],
  ["with an unknown option", ["x.js", "--nope"]],
  ["with a script that is not there", ["/nowhere/x.js"]],
])("bad use %s is one line on stderr and exit code 2", async (_what, args) => {
  const { code, stdout, stderr } = await start(...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("a file that is no workbook is exit code 2", async () => {
  const notes = join(folder, "notes.xlsx");
  await writeFile(notes, "not a workbook");
  const { code, stderr } = await run("console.log(1)", "--workbook", notes);
  expect(code).toBe(2);
  expect(stderr).toContain("notes.xlsx");
});
