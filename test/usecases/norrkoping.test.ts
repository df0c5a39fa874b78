import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClient } from "../../src/workbench/client.js";
import { openXlsx, type Sheet } from "../../src/xlsx/index.js";
import { norrkopingAktiviteter, norrkopingKriterier, norrkopingMal } from "../fixtures/norrkoping/norrkoping.js";
import { norrkopingRows } from "../fixtures/norrkoping/norrkopingRows.js";
import { describeWith } from "../tools.js";
import { sampleInExcel, sheetNamed, valuesOn } from "./builtSheet.js";
import { build, built, inExcel, registersInExcel, type InExcel } from "./inExcel.js";

/* The story of Norrköping's plan for 2016, from the sample file through the genuine client. */

const SAMPLE = "samples/norrkoping-verksamhetsplan-2016.xlsx";
const SHEET = "Verksamhetsplan 2016 MYN";
const request = { report: "verksamhetsplan" } as const;

const sample = (): Promise<InExcel> => sampleInExcel(SAMPLE);

let plan: Promise<Uint8Array> | undefined;

/** The sample with its plan built once for all tests. */
async function withPlan(): Promise<Uint8Array> {
  plan ??= sample().then(async (norrkoping) => {
    await built(norrkoping.port, request);
    return norrkoping.excel.save();
  });
  return plan;
}

const sheetOf = (made: InExcel): Sheet => sheetNamed(made, SHEET);
const valuesOf = (made: InExcel): Map<string, unknown> => valuesOn(sheetOf(made));

const columnOf = (workbook: InExcel, column: number) => [...sheetOf(workbook).cells()].filter((cell) => cell.column === column).map(({ content }) => content.value);

test("the sample's plan holds every goal, criterion and activity, in two requests", async () => {
  const norrkoping = await sample();
  const { findings } = await built(norrkoping.port, request);
  expect(norrkoping.excel.traffic.requests).toBe(2);
  const [first, second] = [columnOf(norrkoping, 0), columnOf(norrkoping, 1)];
  const printed = new Set([...first, ...second].map((value) => (typeof value === "string" ? value.replace(/^\d+(?:\.\d+)?\.? /u, "") : value)));
  const all = [...norrkopingMal.map(({ mal }) => mal), ...norrkopingKriterier.map(({ kriterium }) => kriterium), ...norrkopingAktiviteter.map(({ aktivitet }) => aktivitet)];
  expect(all.filter((text) => !printed.has(text))).toEqual([]);
  expect(sheetOf(norrkoping).merges).toEqual([]);
  expect(findings.filter(({ ruleId }) => ruleId === "mal.kriterier-omatbara")).toHaveLength(4);
});

test("building again changes no byte", async () => {
  const first = await withPlan();
  const again = inExcel(openXlsx(first));
  expect((await built(again.port, request)).written.putBack).toBe(0);
  expect(again.excel.traffic.requests).toBe(2);
  expect(Buffer.from(again.excel.save()).equals(Buffer.from(first))).toBe(true);
});

test("shuffled rows and a filtered table give the same plan", async () => {
  const norrkoping = inExcel(openXlsx(await withPlan()));
  const reversed = <Row>(rows: readonly Row[] = []) => [...rows].reverse();
  const shuffled = await registersInExcel({
    ...norrkopingRows, enheter: reversed(norrkopingRows.enheter), mal: reversed(norrkopingRows.mal), kriterier: reversed(norrkopingRows.kriterier), matt: reversed(norrkopingRows.matt),
    aktiviteter: reversed(norrkopingRows.aktiviteter), texter: reversed(norrkopingRows.texter), resurser: reversed(norrkopingRows.resurser), kontroller: reversed(norrkopingRows.kontroller),
  });
  await openClient(shuffled.excel).Excel.run(async (context) => {
    context.workbook.tables.getItem("Mal").columns.getItem("Enhet").filter.applyValuesFilter(["VR"]);
    await context.sync();
  });
  await built(shuffled.port, request);
  expect(valuesOf(shuffled)).toEqual(valuesOf(norrkoping));
});

test("an activity that was worded by hand in the plan is told by its own text, and kept", async () => {
  const norrkoping = inExcel(openXlsx(await withPlan()));
  const sheet = sheetOf(norrkoping);
  const rowOf = (text: string) => [...sheet.cells()].find(({ column, content }) => column === 1 && content.value === text)?.row ?? -1;
  const activity = "Området är med i Regionens Almaprojekt.";
  sheet.setCell(rowOf(activity), 3, { value: "hela 2016" });
  const asked = await build(norrkoping.port, request);
  expect(asked.kind === "edited" && asked.edits.map(({ where, found }) => [where, found])).toEqual([[`${activity}, Tidsram`, "hela 2016"]]);
  await built(norrkoping.port, { ...request, edits: "keep" });
  expect(sheet.cell(rowOf(activity), 3)?.value).toBe("hela 2016");
});

describeWith("python3-openpyxl", "the plan read by openpyxl", (python) => {
  test("tables stand whole, figures are figures and days are days", async () => {
    const folder = mkdtempSync(join(tmpdir(), "norrkoping-"));
    try {
      const file = join(folder, "plan.xlsx");
      writeFileSync(file, await withPlan());
      const script = [
        "import json, sys, openpyxl",
        "sheet = openpyxl.load_workbook(sys.argv[1], data_only=True)[sys.argv[2]]",
        "rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=4)]",
        "formats = {cell.value: cell.number_format for row in sheet.iter_rows(max_col=4) for cell in row if isinstance(cell.value, float)}",
        "print(json.dumps([rows, formats, sheet.page_setup.orientation, sheet.page_setup.paperSize], default=lambda day: day.strftime('%Y-%m-%d')))",
      ].join("\n");
      const [rows, formats, orientation, paper] = JSON.parse(execFileSync(python, ["-c", script, file, SHEET], { encoding: "utf8" })) as [(string | number | null)[][], Record<string, string>, string, number];
      expect([orientation, paper]).toEqual(["landscape", 9]);
      expect(rows.filter(([first]) => first === "Ansvarig")).toHaveLength(14);
      expect(rows.filter(([, second]) => second === "Måluppfyllelse")).toHaveLength(8);
      expect(rows.filter(([, second]) => second === "Delmål")).toHaveLength(3);
      const chefer = rows.find((row) => row[2] === "Andel chefer som genomgått utbildning.");
      expect(chefer).toEqual([null, null, "Andel chefer som genomgått utbildning.", 1]);
      expect(formats["0.4"]).toBe("0\\ %");
      const from = rows.findIndex((row) => row[3] === "Senast") + 1;
      expect(rows.slice(from, from + 12).map((row) => row[3])).toEqual([
        "2016-03-31", "2016-04-01", "2016-05-31", "2016-05-31", ...Array<string>(5).fill("2016-12-31"), ...Array<string>(3).fill("2018-12-31"),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
