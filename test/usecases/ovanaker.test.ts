import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClient } from "../../src/workbench/client.js";
import type { Sheet } from "../../src/xlsx/index.js";
import { kvalitetsinsatser } from "../fixtures/ovanaker/kvalitetsinsatser.js";
import { ovanakerRows } from "../fixtures/ovanaker/ovanakerRows.js";
import { describeWith } from "../tools.js";
import { expectRebuiltToTheByte, sampleInExcel, sheetNamed, valuesOn } from "./builtSheet.js";
import { built, registersInExcel, type InExcel } from "./inExcel.js";

/* Ovanåker's quality report of 2017, from the sample file through the genuine client. */

const SAMPLE = "samples/ovanaker-kvalitetsbokslut-2017.xlsx";
const SHEET = "Kvalitetsbokslut 2017 SN";
const request = { report: "kvalitetsbokslut" } as const;

const sample = (): Promise<InExcel> => sampleInExcel(SAMPLE);

const sheetOf = (made: InExcel): Sheet => sheetNamed(made, SHEET);
const valuesOf = (made: InExcel): Map<string, unknown> => valuesOn(sheetOf(made));

const statusOnSheet = { "Genomfört": "● Genomfört", "Delvis genomfört": "◆ Delvis genomfört", "Ej genomfört": "■ Ej genomfört", "Ej aktuellt": "– Ej aktuellt" } as const;

/** Every activity with its time frame and status, in the printed order. */
const printedActivities = kvalitetsinsatser.flatMap(({ aktiviteter }) =>
  aktiviteter.map(({ aktivitet, tidsram, status }) => [aktivitet, tidsram, status === null ? "– Ej angivet" : statusOnSheet[status]]),
);

test("the sample's report has the 49 activities and the printed tables of views, in two requests", async () => {
  const ovanaker = await sample();
  const { findings } = await built(ovanaker.port, request);
  expect(ovanaker.excel.traffic.requests).toBe(2);
  const sheet = sheetOf(ovanaker);
  const rows = new Map<number, unknown[]>();
  for (const { row, column, content } of sheet.cells()) rows.set(row, [...(rows.get(row) ?? []), ...(column < 10 ? [content.value] : [])]);
  const inSections = [...rows.values()].filter((row) => row.length === 3 && row[0] !== null && printedActivities.some(([text]) => text === row[0]));
  expect(inSections).toEqual(printedActivities);
  const at = (name: string) => [...sheet.cells()].find(({ column, content }) => column === 3 && content.value === name)?.row ?? -1;
  const years = (top: number, count: number, columns: number) =>
    Array.from({ length: count }, (_, index) => [sheet.cell(top + 1 + index, 0)?.value, ...Array.from({ length: columns }, (__, column) => sheet.cell(top + 1 + index, 3 + column)?.value)]);
  expect(years(at("OVE"), 6, 7)).toEqual([
    ["2012", 5, 1, 2, 0, 0, 0, 8], ["2013", 8, 0, 0, 0, 0, 2, 10], ["2014", 18, 0, 6, 0, 0, 0, 24], ["2015", 16, 1, 3, 1, 1, 2, 24], ["2016", 5, 1, 5, 1, 0, 2, 14],
    ["2017", 23, 0, 7, 0, 1, 1, 32],
  ]);
  expect(years(at("Beröm"), 4, 7)).toEqual([["2014", 7, 12, 3, 1, 0, 1, 24], ["2015", 0, 17, 4, 1, 2, 0, 24], ["2016", 0, 11, 1, 2, 0, 0, 14], ["2017", 9, 18, 1, 2, 2, 0, 32]]);
  expect(years(at("Brukare/klient"), 4, 5)).toEqual([["2014", 7, 15, 1, 1, 24], ["2015", 4, 12, 4, 4, 24], ["2016", 0, 6, 2, 6, 14], ["2017", 6, 13, 2, 11, 32]]);
  expect(sheet.merges).toEqual([]);
  expect(findings.filter(({ ruleId }) => ruleId === "aktivitet.slut-passerat")).toHaveLength(7);
});

test("building again changes no byte", async () => expectRebuiltToTheByte(await sample(), request));

test("shuffled rows and a filtered table give the same report", async () => {
  const ovanaker = await sample();
  await built(ovanaker.port, request);
  const { enheter = [], mal = [], aktiviteter = [], uppfoljning = [], kontroller = [], kontrollresultat = [], synpunkter = [] } = ovanakerRows;
  const shuffled = await registersInExcel({
    ...ovanakerRows,
    enheter: [...enheter].reverse(), mal: [...mal.slice(5), ...mal.slice(0, 5)], aktiviteter: [...aktiviteter].reverse(), uppfoljning: [...uppfoljning].reverse(),
    kontroller: [...kontroller].reverse(), kontrollresultat: [...kontrollresultat.slice(9), ...kontrollresultat.slice(0, 9)], synpunkter: [...synpunkter].reverse(),
  });
  await openClient(shuffled.excel).Excel.run(async (context) => {
    context.workbook.tables.getItem("Aktiviteter").columns.getItem("Ansvarig").filter.applyValuesFilter(["Ledningsgruppen"]);
    await context.sync();
  });
  await built(shuffled.port, request);
  expect(valuesOf(shuffled)).toEqual(valuesOf(ovanaker));
});

test("a symbol typed for an initiative or an activity is its status in the report", async () => {
  const ovanaker = await sample();
  const table = ovanaker.workbook.table("Uppfoljning");
  const columnOf = (name: string) => (table?.range.column ?? 0) + (table?.columns.findIndex((column) => column.name === name) ?? -1);
  // The first row is about 1:1, the fifteenth about its first activity.
  for (const row of [1, 15]) table?.sheet.setCell(table.range.row + row, columnOf("Status"), { value: "●" });
  const { document } = await built(ovanaker.port, request);
  const [first] = document.blocks.flatMap((block) => (block.kind === "table" && block.id === "insatser" ? block.rows : []));
  expect(first?.slice(2, 5)).toEqual([
    { kind: "status", scale: "kvalitetsinsats", word: "Genomfört" }, { kind: "number", value: 5, decimals: 0 }, { kind: "number", value: 3, decimals: 0 },
  ]);
});

describeWith("python3-openpyxl", "the quality report read by openpyxl", (python) => {
  test("has the 49 activities and the 17 risks with their figures, on A4, nothing merged", async () => {
    const ovanaker = await sample();
    await built(ovanaker.port, request);
    const folder = mkdtempSync(join(tmpdir(), "ovanaker-"));
    try {
      const file = join(folder, "kvalitetsbokslut.xlsx");
      writeFileSync(file, ovanaker.excel.save());
      const script = [
        "import json, sys, openpyxl",
        "sheet = openpyxl.load_workbook(sys.argv[1])[sys.argv[2]]",
        "rows = [[cell.value for cell in row] for row in sheet.iter_rows()]",
        "print(json.dumps({'rows': rows, 'merged': len(sheet.merged_cells.ranges), 'paper': sheet.page_setup.paperSize}, default=str))",
      ].join("\n");
      const read: { readonly rows: readonly (readonly unknown[])[]; readonly merged: number; readonly paper: unknown } = JSON.parse(
        execFileSync(python, ["-c", script, file, SHEET], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf-8" } }),
      );
      expect([read.merged, Number(read.paper)]).toEqual([0, 9]);
      const texts = new Set(printedActivities.map(([text]) => text));
      const inSections = read.rows.filter((row) => texts.has(String(row[0]))).map((row) => row.slice(0, 3));
      expect(inSections).toEqual(printedActivities);
      const rights = read.rows.find(([risk]) => risk === "Att användandet av verksamhetssystem inte är kopplad till roll/behov");
      expect(rights?.slice(2, 6)).toEqual(["◆ Mindre avvikelse", 76, 9, 9 / 76]);
      expect(read.rows.filter(([, , assessment]) => assessment === "○ Ej bedömd")).toHaveLength(7);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
