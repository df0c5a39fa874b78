import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClient } from "../../src/workbench/client.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { aleKontrollresultat } from "../fixtures/ale-internkontroll/aleInternkontroll.js";
import { aleInternkontrollRows } from "../fixtures/ale-internkontroll/aleInternkontrollRows.js";
import { describeWith } from "../tools.js";
import { built, inExcel, registersInExcel, type InExcel } from "./inExcel.js";

/* The story of Ale's internal control, T1 2019, from the sample file through the genuine client. */

const SAMPLE = "samples/ale-internkontroll-2019.xlsx";
const SHEET = "Intern kontroll T1 2019 OAN";
const request = { report: "internkontroll" } as const;

function sample(): InExcel {
  return inExcel(openXlsx(readFileSync(SAMPLE)));
}

function valuesOf({ workbook }: InExcel): Map<string, unknown> {
  const sheet = workbook.sheet(SHEET);
  if (sheet === undefined) throw new Error(`${SHEET} missing; sheets: ${workbook.sheets.map(({ name }) => name).join(", ")}`);
  return new Map([...sheet.cells()].map(({ row, column, content }) => [`${row}:${column}`, content.value]));
}

test("the sample's report has its 17 follow-ups, in two requests, with what the notes find", async () => {
  const ale = sample();
  const { findings, written } = await built(ale.port, request);
  expect(written.sheet).toBe(SHEET);
  expect(ale.excel.traffic.requests).toBe(2);
  const values = [...valuesOf(ale).values()];
  expect(aleKontrollresultat.filter(({ kommentar }) => values.includes(kommentar))).toHaveLength(17);
  expect(values.filter((value) => value === "○ Ej bedömd").length).toBe(8 + 4 + 1);
  expect(ale.workbook.sheet(SHEET)?.merges).toEqual([]);
  expect(ale.workbook.sheet(SHEET)?.pageLayout).toMatchObject({ orientation: "landscape", paperSize: 9 });
  expect(findings.filter(({ ruleId }) => ruleId === "kontroll.for-sallan")).toHaveLength(2);
});

test("building again changes no byte", async () => {
  const ale = sample();
  await built(ale.port, request);
  const first = ale.excel.save();
  const again = inExcel(openXlsx(first));
  expect((await built(again.port, request)).written.putBack).toBe(0);
  expect(again.excel.traffic.requests).toBe(2);
  expect(Buffer.from(again.excel.save()).equals(Buffer.from(first))).toBe(true);
});

test("shuffled rows and a filtered table give the same report", async () => {
  const ale = sample();
  await built(ale.port, request);
  const shuffled = await registersInExcel({
    ...aleInternkontrollRows,
    kontroller: [...(aleInternkontrollRows.kontroller ?? [])].reverse(),
    kontrollresultat: [...aleKontrollresultat.slice(9), ...aleKontrollresultat.slice(0, 9)],
  });
  await openClient(shuffled.excel).Excel.run(async (context) => {
    context.workbook.tables.getItem("Kontrollresultat").columns.getItem("Bedömning").filter.applyValuesFilter(["Större avvikelse"]);
    await context.sync();
  });
  await built(shuffled.port, request);
  expect(valuesOf(shuffled)).toEqual(valuesOf(ale));
});

test("a comment changed by hand is kept where the user says so, and goes with its follow-up", async () => {
  const ale = sample();
  await built(ale.port, request);
  const sheet = ale.workbook.sheet(SHEET);
  const rowOf = (text: string) => [...(sheet?.cells() ?? [])].find(({ column, content }) => column === 1 && content.value === text)?.row ?? -1;
  sheet?.setCell(rowOf("Kontroll av loggar"), 4, { value: "Nämndens egna ord" });
  await built(ale.port, { ...request, edits: "keep" });
  expect(sheet?.cell(rowOf("Kontroll av loggar"), 4)?.value).toBe("Nämndens egna ord");
});

describeWith("python3-openpyxl", "the report read by openpyxl", (python) => {
  test("has the same cells, landscape on A4, nothing merged", async () => {
    const ale = sample();
    await built(ale.port, request);
    const folder = mkdtempSync(join(tmpdir(), "internkontroll-"));
    try {
      const path = join(folder, "ale.xlsx");
      writeFileSync(path, ale.excel.save());
      const script = `import json, openpyxl, sys
s = openpyxl.load_workbook(sys.argv[1])[sys.argv[2]]
cells = {f"{c.row - 1}:{c.column - 1}": c.value for row in s.iter_rows() for c in row if c.value is not None}
print(json.dumps([cells, s.page_setup.orientation, s.page_setup.paperSize, len(s.merged_cells.ranges)]))`;
      const seen: unknown = JSON.parse(execFileSync(python, ["-c", script, path, SHEET], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf-8" } }));
      const filled = [...valuesOf(ale)].filter(([, value]) => value !== null && value !== "");
      expect(seen).toEqual([Object.fromEntries(filled), "landscape", 9, 0]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
