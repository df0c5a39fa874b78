import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClient } from "../../src/workbench/client.js";
import type { Sheet } from "../../src/xlsx/index.js";
import { ostersundMalUppdrag, pageUpdated } from "../fixtures/ostersund-mal/ostersundMal.js";
import { ostersundMalRows } from "../fixtures/ostersund-mal/ostersundMalRows.js";
import { describeWith } from "../tools.js";
import { expectRebuiltToTheByte, sampleInExcel, sheetNamed, valuesOn } from "./builtSheet.js";
import { built, registersInExcel, type InExcel } from "./inExcel.js";

/* The story of Östersund's goal page 2024, from the sample file through the genuine client. */

const SAMPLE = "samples/ostersund-trygghet-och-stod-2024.xlsx";
const SHEET = "Målsida 2024 KF";
const request = { report: "malsida", today: pageUpdated } as const;

const sample = (): Promise<InExcel> => sampleInExcel(SAMPLE);

const sheetOf = (made: InExcel): Sheet => sheetNamed(made, SHEET);
const valuesOf = (made: InExcel): Map<string, unknown> => valuesOn(sheetOf(made));

test("the sample's page has the 6 and 8 printed assignments, the budget lines and the sums, in two requests", async () => {
  const ostersund = await sample();
  const { findings } = await built(ostersund.port, request);
  expect(ostersund.excel.traffic.requests).toBe(2);
  const sheet = sheetOf(ostersund);
  const cells = [...sheet.cells()];
  const at = (row: number) => [0, 1, 2].map((column) => sheet.cell(row, column)?.value ?? null);
  const headers = cells.flatMap(({ row, column, content }) => (column === 1 && content.value === "Förtydligande av uppdrag" ? [row] : []));
  expect(headers.map((row) => sheet.cell(row - 1, 0)?.value)).toEqual(["Uppdrag från fullmäktige 2024", "Nämndernas egna uppdrag 2024"]);
  const texts = headers.flatMap((header, table) => Array.from({ length: table === 0 ? 6 : 8 }, (_, index) => at(header + 1 + index)[0]));
  expect(texts).toEqual(ostersundMalUppdrag.map(({ uppdrag }) => uppdrag));
  expect(at((headers[0] ?? 0) + 6)).toEqual(["Implementera bostad först.", ostersundMalUppdrag[5]?.fortydligande, "SAN (TN, VON, KS, MSN)"]);
  expect(at((headers[0] ?? 0) + 4)[1]).toEqual(expect.stringMatching(/\nVaraktig ramjustering SAN: 2 400 tkr$/u));
  const sums = cells.find(({ content }) => content.value === "Varav")?.row ?? -1;
  expect([1, 2, 3].map((row) => sheet.cell(sums + row, 2)?.value)).toEqual([2400, 350, 2750]);
  expect(sheet.merges).toEqual([]);
  expect(findings.filter(({ ruleId }) => ruleId === "uppdrag.utan-ansvarig")).toHaveLength(3);
});

test("building again changes no byte", async () => expectRebuiltToTheByte(await sample(), request));

test("shuffled rows and a filtered table give the same page", async () => {
  const ostersund = await sample();
  await built(ostersund.port, request);
  const reversed = <Row>(rows: readonly Row[] | undefined) => [...(rows ?? [])].reverse();
  const shuffled = await registersInExcel({
    ...ostersundMalRows,
    enheter: reversed(ostersundMalRows.enheter), mal: reversed(ostersundMalRows.mal), uppdrag: reversed(ostersundMalRows.uppdrag), resurser: reversed(ostersundMalRows.resurser),
  });
  await openClient(shuffled.excel).Excel.run(async (context) => {
    context.workbook.tables.getItem("Uppdrag").columns.getItem("Givare").filter.applyValuesFilter(["Nämnd"]);
    await context.sync();
  });
  await built(shuffled.port, request);
  expect(valuesOf(shuffled)).toEqual(valuesOf(ostersund));
});

/** The built sheet in another reader: its texts and numbers, and how they are shown. */
const READ_SHEET = `
import datetime, json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1])[sys.argv[2]]
plain = lambda value: (value - datetime.datetime(1899, 12, 30)).days if isinstance(value, datetime.datetime) else value
rows = [[plain(cell.value) for cell in row] for row in sheet.iter_rows()]
sums = [cell.number_format for row in sheet.iter_rows() for cell in row if cell.value in (2400, 350, 2750)]
print(json.dumps({"rows": rows, "sums": sums, "merged": len(sheet.merged_cells.ranges), "paper": sheet.page_setup.paperSize, "orientation": sheet.page_setup.orientation}))
`;

describeWith("python3-openpyxl", "the goal page read by openpyxl", (python) => {
  test("has every row as it was built, amounts as numbers, on A4 without merged cells", async () => {
    const ostersund = await sample();
    await built(ostersund.port, request);
    const folder = mkdtempSync(join(tmpdir(), "maltavla-malsida-"));
    try {
      const file = join(folder, "page.xlsx");
      writeFileSync(file, ostersund.excel.save());
      const read = JSON.parse(execFileSync(python, ["-c", READ_SHEET, file, SHEET], { encoding: "utf8", timeout: 60_000 })) as {
        rows: unknown[][]; sums: string[]; merged: number; paper: unknown; orientation: unknown;
      };
      const filled = read.rows.flatMap((row, index) => row.flatMap((value, column) => (value === null ? [] : [[`${index}:${column}`, value] as const])));
      const ours = [...valuesOf(ostersund)].filter(([, value]) => value !== null && value !== "");
      expect(new Map(filled)).toEqual(new Map(ours));
      expect(read).toMatchObject({ sums: Array.from({ length: 3 }, () => '#,##0" tkr"'), merged: 0, orientation: "landscape" });
      expect(Number(read.paper)).toBe(9);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
