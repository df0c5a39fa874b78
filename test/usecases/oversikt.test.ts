import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openXlsx } from "../../src/xlsx/index.js";
import { aleKlarmarkeringRows } from "../fixtures/ale-klarmarkering/aleKlarmarkering.js";
import { ostersundUppfoljning } from "../fixtures/ostersund/ostersund.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { describeWith } from "../tools.js";
import { built, inExcel, registersInExcel, type InExcel } from "./inExcel.js";

/* The overview of the sample files, through the genuine client. */

const OSTERSUND = "samples/ostersund-uppdrag-t2-2021.xlsx";
const SHEET = "Översikt T2 2021";
const request = { report: "oversikt" } as const;

async function opened(path: string): Promise<InExcel> {
  return inExcel(openXlsx(await readFile(path)));
}

function sheetOf({ workbook }: InExcel, name = SHEET) {
  const sheet = workbook.sheet(name);
  if (sheet === undefined) throw new Error(`${name} missing; sheets: ${workbook.sheets.map((one) => one.name).join(", ")}`);
  return sheet;
}

function valuesOf(excel: InExcel): Map<string, unknown> {
  return new Map([...sheetOf(excel).cells()].map(({ row, column, content }) => [`${row}:${column}`, content.value]));
}

/** The figures of the row that begins with this name, below the heading of its part. */
function figures(excel: InExcel, name: string): readonly unknown[] {
  const sheet = sheetOf(excel);
  const row = [...sheet.cells()].find(({ column, content }) => column === 0 && content.value === name)?.row ?? -1;
  return [...sheet.cells()].filter((cell) => cell.row === row && cell.column > 0).map(({ content }) => content.value);
}

test.each([
  ["ale-maluppfoljning-t1-2019.xlsx", "Översikt T1 2019 OAN"],
  ["ale-internkontroll-2019.xlsx", "Översikt T1 2019 OAN"],
  ["ale-ej-verkstallda-beslut-q1-2019.xlsx", "Översikt Kvartal 1 2019 OAN"],
  ["norrkoping-verksamhetsplan-2016.xlsx", "Översikt 2016 MYN"],
  ["ostersund-trygghet-och-stod-2024.xlsx", "Översikt 2024 KF"],
  ["ovanaker-kvalitetsbokslut-2017.xlsx", "Översikt 2017 SN"],
  ["ostersund-uppdrag-t2-2021.xlsx", SHEET],
])("%s has its overview in two requests, and again without changing a byte", async (file, sheet) => {
  const first = await opened(`samples/${file}`);
  const { written } = await built(first.port, request);
  expect([written.sheet, written.putBack, first.excel.traffic.requests]).toEqual([sheet, 0, 2]);
  const saved = first.excel.save();
  const again = inExcel(openXlsx(saved));
  await built(again.port, request);
  expect(again.excel.traffic.requests).toBe(2);
  expect(Buffer.from(again.excel.save()).equals(Buffer.from(saved))).toBe(true);
});

test("shuffled rows give the same overview", async () => {
  const ostersund = await opened(OSTERSUND);
  await built(ostersund.port, request);
  const shuffled = await registersInExcel({
    ...ostersundRows,
    enheter: [...(ostersundRows.enheter ?? [])].reverse(),
    uppdrag: [...(ostersundRows.uppdrag ?? [])].reverse(),
    uppfoljning: [...ostersundUppfoljning.slice(7), ...ostersundUppfoljning.slice(0, 7)],
  });
  await built(shuffled.port, request);
  expect(valuesOf(shuffled)).toEqual(valuesOf(ostersund));
});

test("a status that changes moves in the table and in the chart, which is the same one and follows its table", async () => {
  const ostersund = await opened(OSTERSUND);
  await built(ostersund.port, request);
  const [before] = sheetOf(ostersund).charts;
  if (before === undefined) throw new Error("no chart");
  expect(before.title).toBe("Status för uppdrag per nämnd");
  expect(before.series.map(({ name }) => name)).toEqual(["○ Planerat", "► Pågående", "► Nästan genomfört", "▲ Försenat", "● Genomfört", "– Ej angivet"]);
  const [id, top] = [before.id, before.place?.from.row ?? -1];
  expect(figures(ostersund, "Gemensam överförmyndarnämnd")).toEqual([4, 0, 2, 1, 1, 0, 0]);

  const uppfoljning = ostersund.workbook.table("Uppfoljning");
  const status = uppfoljning?.columns.findIndex(({ name }) => name === "Status") ?? -1;
  // The last follow-up: what was late is done.
  uppfoljning?.sheet.setCell(uppfoljning.range.row + 18, uppfoljning.range.column + status, { value: "Genomfört" });
  await built(ostersund.port, request);
  const charts = sheetOf(ostersund).charts;
  expect(charts).toHaveLength(1);
  // A legend with a word less.
  expect([charts[0]?.id, charts[0]?.place?.from.row]).toEqual([id, top - 1]);
  expect(charts[0]?.series.map(({ name }) => name)).toEqual(["○ Planerat", "► Pågående", "► Nästan genomfört", "● Genomfört", "– Ej angivet"]);
  expect(figures(ostersund, "Gemensam överförmyndarnämnd")).toEqual([4, 0, 2, 1, 1, 0]);
});

test("a workbook with nothing but settings and units is told which registers would do, before anything is written", async () => {
  const bare = await registersInExcel({ enheter: ostersundRows.enheter ?? [] });
  await expect(built(bare.port, request)).rejects.toMatchObject({ code: "register-missing" });
  await expect(built(bare.port, request)).rejects.toThrow("minst ett av");
});

describeWith("python3-openpyxl", "the overview read by openpyxl", (python) => {
  test("shares are figures, and the chart draws them", async () => {
    const ale = await registersInExcel(aleKlarmarkeringRows);
    const { written } = await built(ale.port, request);
    const folder = mkdtempSync(join(tmpdir(), "oversikt-"));
    try {
      const file = join(folder, "oversikt.xlsx");
      writeFileSync(file, ale.excel.save());
      const script = [
        "import json, sys, openpyxl",
        "sheet = openpyxl.load_workbook(sys.argv[1])[sys.argv[2]]",
        "rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=8)]",
        "formats = [row[6].number_format for row in sheet.iter_rows(max_col=8) if row[0].value == 'Mars 2019']",
        "charts = [[type(chart).__name__, chart.series[0].val.numRef.f] for chart in sheet._charts]",
        "print(json.dumps([rows, formats, charts]))",
      ].join("\n");
      const [rows, formats, charts] = JSON.parse(execFileSync(python, ["-c", script, file, written.sheet], { encoding: "utf8" })) as [(string | number | null)[][], string[], [string, string][]];
      const from = rows.findIndex(([name]) => name === "Februari 2019");
      expect(rows.slice(from, from + 3).map((row) => [row[1], row[2], Number(row[6]).toFixed(3)])).toEqual([[36, 7, "0.194"], [36, 6, "0.167"], [36, 28, "0.778"]]);
      expect(formats).toEqual(["0.0\\ %"]);
      expect(charts).toEqual([["BarChart", `'${written.sheet}'!$G$${from + 1}:$G$${from + 3}`]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
