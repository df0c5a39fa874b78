import * as z from "zod/mini";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClient } from "../../src/workbench/client.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { aleFirstQuarterRows } from "../fixtures/ale-arenden/aleFirstQuarterRows.js";
import { describeWith } from "../tools.js";
import { built, inExcel, registersInExcel, type InExcel } from "./inExcel.js";

/* The story of Ale's decisions, first quarter of 2019, from the sample file through the genuine client. */

const SAMPLE = "samples/ale-ej-verkstallda-beslut-q1-2019.xlsx";
const reports = [
  { report: "ej-verkstallda-beslut", sheet: "Ej verkställda K1 2019 OAN" },
  { report: "ej-verkstallda-beslut-publik", sheet: "Ej verkst. publik K1 2019 OAN" },
  { report: "ej-verkstallda-beslut-ivo", sheet: "Underlag IVO Kvartal 1 2019 OAN" },
] as const;
const [committees, council] = reports;

async function sample(): Promise<InExcel> {
  return inExcel(openXlsx(await readFile(SAMPLE)));
}

function cellsOn({ workbook }: InExcel, name: string) {
  const sheet = workbook.sheet(name);
  if (sheet === undefined) throw new Error(`${name} missing; sheets: ${workbook.sheets.map((each) => each.name).join(", ")}`);
  return [...sheet.cells()];
}

function valuesOn(excel: InExcel, name: string): Map<string, unknown> {
  return new Map(cellsOn(excel, name).map(({ row, column, content }) => [`${row}:${column}`, content.value]));
}

test.each(reports)("$report stands on its sheet in two requests, nothing merged", async ({ report, sheet }) => {
  const ale = await sample();
  const { written } = await built(ale.port, { report });
  expect(ale.excel.traffic.requests).toBe(2);
  expect(written.sheet).toBe(sheet);
  expect(ale.workbook.sheet(sheet)?.merges).toEqual([]);
});

test("the sample's findings are those of the notes, 1302579 and 1299042 among them", async () => {
  const { findings } = await built((await sample()).port, { report: committees.report });
  const about = (rule: string) => findings.filter(({ ruleId }) => ruleId === rule).map(({ message }) => message.sv);
  expect(about("beslut.rapporterad-for-tidigt")).toEqual([expect.stringContaining("1302579")]);
  expect(about("beslut.slutredovisad-avviker")).toEqual([expect.stringContaining("1299042")]);
  expect(about("cell.datum-som-text")).toEqual([expect.stringContaining("”2019-01-22.”")]);
});

test.each(reports)("$report built again changes no byte", async ({ report }) => {
  const ale = await sample();
  await built(ale.port, { report });
  const first = ale.excel.save();
  const again = inExcel(openXlsx(first));
  expect((await built(again.port, { report })).written.putBack).toBe(0);
  expect(again.excel.traffic.requests).toBe(2);
  expect(Buffer.from(again.excel.save()).equals(Buffer.from(first))).toBe(true);
});

test("shuffled rows and a filtered table give the same reports", async () => {
  const ale = await sample();
  const { beslut = [], handelser = [] } = aleFirstQuarterRows;
  const shuffled = await registersInExcel({ ...aleFirstQuarterRows, beslut: [...beslut].reverse(), handelser: [...handelser].reverse() });
  await openClient(shuffled.excel).Excel.run(async (context) => {
    context.workbook.tables.getItem("Beslut").columns.getItem("Insats").filter.applyValuesFilter(["Kontaktperson, LSS"]);
    await context.sync();
  });
  for (const { report, sheet } of reports) {
    await built(ale.port, { report });
    await built(shuffled.port, { report });
    expect(valuesOn(shuffled, sheet)).toEqual(valuesOn(ale, sheet));
  }
});

test("the public sheet carries no number of a decision, no day of one and no event", async () => {
  const ale = await sample();
  await built(ale.port, { report: council.report });
  const texts = cellsOn(ale, council.sheet).map(({ content }) => JSON.stringify(content.value)).join("\n");
  for (const { id } of aleFirstQuarterRows.beslut ?? []) expect(texts).not.toContain(id);
  for (const { text } of aleFirstQuarterRows.handelser ?? []) expect(texts).not.toContain(text);
  expect(texts).toContain("färre än 5");
});

describeWith("python3-openpyxl", "the committee's report read by openpyxl", (python) => {
  test("has each table's rows below its header, dates as dates and days as numbers", async () => {
    const ale = await sample();
    await built(ale.port, { report: committees.report });
    const folder = mkdtempSync(join(tmpdir(), "beslut-"));
    try {
      const path = join(folder, "ale.xlsx");
      writeFileSync(path, ale.excel.save());
      const script = `import datetime, json, openpyxl, sys
s = openpyxl.load_workbook(sys.argv[1])[sys.argv[2]]
rows = [[c.value.date().isoformat() if isinstance(c.value, datetime.datetime) else c.value for c in row] for row in s.iter_rows()]
print(json.dumps([rows, s.page_setup.orientation, s.page_setup.paperSize, len(s.merged_cells.ranges)]))`;
      const seen: unknown = JSON.parse(execFileSync(python, ["-c", script, path, committees.sheet], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf-8" } }));
      const [rows, ...page] = z.tuple([z.array(z.array(z.union([z.string(), z.number(), z.null()]))), z.string(), z.number(), z.number()]).parse(seen);
      expect(page).toEqual(["landscape", 9, 0]);
      const numbered = rows.filter(([first]) => typeof first === "string" && /^1\d{6}$/u.test(first));
      expect(numbered.map(([number, day, , service, at]) => [number, day, service, at])).toEqual([
        ["1310041", "2018-11-09", "Funktionshinder", 142], ["1310872", "2018-11-21", "Funktionshinder", 130],
        ["1299042", "2018-06-25", "Funktionshinder", "2018-12-11"], ["1280417", "2017-06-09", "Funktionshinder", "2019-01-31"],
        ["1296205", "2018-04-10", "Funktionshinder", "2019-03-01"], ["1295118", "2018-03-26", "Funktionshinder", "2019-03-15"],
        ["1290063", "2018-01-13", "Funktionshinder", 442], ["1300714", "2018-06-28", "Funktionshinder", 276], ["1303396", "2018-08-16", "Funktionshinder", 227],
        ["1302579", "2018-10-08", "Funktionshinder", 174], ["1303150", "2018-08-15", "Funktionshinder", 228],
      ]);
      expect(rows.filter(([first]) => ["Ingående", "Nya", "Verkställda", "Avslutade", "Utgående"].includes(String(first))).map(([, count]) => count)).toEqual([9, 2, 2, 2, 7]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
