import { openClient } from "../../src/workbench/client.js";
import type { Sheet } from "../../src/xlsx/index.js";
import { ostersundUppdrag, ostersundUppfoljning } from "../fixtures/ostersund/ostersund.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { expectRebuiltToTheByte, sampleInExcel, sheetNamed, valuesOn } from "./builtSheet.js";
import { build, built, registersInExcel, type InExcel } from "./inExcel.js";

/* The story of Östersund, T2 2021, from the sample file through the genuine client. */

const SAMPLE = "samples/ostersund-uppdrag-t2-2021.xlsx";
const SHEET = "Uppdragsuppföljning T2 2021";
const request = { report: "uppdragsuppfoljning" } as const;

const sample = (): Promise<InExcel> => sampleInExcel(SAMPLE);

const sheetOf = (made: InExcel): Sheet => sheetNamed(made, SHEET);
const valuesOf = (made: InExcel): Map<string, unknown> => valuesOn(sheetOf(made));

test("the sample's report has the 18 printed rows below the printed headers, in two requests", async () => {
  const ostersund = await sample();
  const { findings } = await built(ostersund.port, request);
  expect(ostersund.excel.traffic.requests).toBe(2);
  const sheet = sheetOf(ostersund);
  const cells = [...sheet.cells()];
  const header = cells.find(({ content }) => content.value === "T2 2021 Uppdrag")?.row ?? -1;
  const at = (row: number) => [0, 1, 2, 3].map((column) => sheet.cell(row, column)?.value ?? null);
  expect(at(header)).toEqual(["Nämnd", "T2 2021 Uppdrag", "Kommentar T2 2021", "Status"]);
  const rows = ostersundUppdrag.map((_, index) => at(header + 1 + index));
  expect(rows.map(([, text]) => text)).toEqual(ostersundUppdrag.map(({ uppdrag }) => uppdrag));
  expect(rows.map(([, , comment]) => comment)).toEqual(ostersundUppfoljning.map(({ kommentar }) => kommentar));
  expect(at(header + 1 + rows.length)).toEqual([null, null, null, null]);
  expect(sheet.merges).toEqual([]);
  expect(findings.filter(({ ruleId }) => ruleId === "uppfoljning.status-saknas")).toHaveLength(6);
});

test("building again changes no byte", async () => expectRebuiltToTheByte(await sample(), request));

test("shuffled rows and a filtered table give the same report", async () => {
  const ostersund = await sample();
  await built(ostersund.port, request);
  const shuffled = await registersInExcel({
    ...ostersundRows,
    enheter: [...(ostersundRows.enheter ?? [])].reverse(),
    uppdrag: [...(ostersundRows.uppdrag ?? [])].reverse(),
    uppfoljning: [...ostersundUppfoljning.slice(7), ...ostersundUppfoljning.slice(0, 7)],
  });
  await openClient(shuffled.excel).Excel.run(async (context) => {
    context.workbook.tables.getItem("Uppdrag").columns.getItem("Huvudansvarig").filter.applyValuesFilter(["SAN"]);
    await context.sync();
  });
  await built(shuffled.port, request);
  expect(valuesOf(shuffled)).toEqual(valuesOf(ostersund));
});

test("a comment that was changed by hand is told by its assignment, and goes with it when the order changes", async () => {
  const ostersund = await sample();
  await built(ostersund.port, request);
  const sheet = sheetOf(ostersund);
  const rowOf = (text: string) => [...sheet.cells()].find(({ column, content }) => column === 1 && content.value === text)?.row ?? -1;
  const text = "Öka brukarmedverkan";
  sheet.setCell(rowOf(text), 2, { value: "Nämndens egen kommentar" });
  const asked = await build(ostersund.port, request);
  expect(asked.kind === "edited" && asked.edits.map(({ where, found }) => [where, found])).toEqual([[`${text}, Kommentar T2 2021`, "Nämndens egen kommentar"]]);
  const uppdrag = ostersund.workbook.table("Uppdrag");
  const place = uppdrag?.columns.findIndex(({ name }) => name === "Ordning") ?? -1;
  uppdrag?.sheet.setCell(uppdrag.range.row + 10, uppdrag.range.column + place, { value: 0 });
  const before = rowOf(text);
  await built(ostersund.port, { ...request, edits: "keep" });
  expect(rowOf(text)).toBeLessThan(before);
  expect(sheet.cell(rowOf(text), 2)?.value).toBe("Nämndens egen kommentar");
});

test("a committee's own report stands on its own sheet", async () => {
  const ostersund = await sample();
  const { written, document } = await built(ostersund.port, { ...request, unit: "GÖN" });
  expect(written.sheet).toBe(`${SHEET} GÖN`);
  expect(document.blocks.flatMap((block) => (block.kind === "table" && block.id === "uppdrag" ? block.rows : []))).toHaveLength(4);
});
