import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClient } from "../../src/workbench/client.js";
import { openXlsx } from "../../src/xlsx/index.js";
import { aleFirstQuarterRows } from "../fixtures/ale-arenden/aleFirstQuarterRows.js";
import { describeWith } from "../tools.js";
import { built, inExcel, registersAsFile, registersInExcel, type InExcel } from "./inExcel.js";

/* Ale's letters of spring 2019 through the genuine client: from the registers to the sheet. */

const SHEET = "Tjänsteutlåtande K1 2019 OAN";
const request = { report: "tjansteutlatande" } as const;
const SENTENCE = /två nya beslut .* två verkställts och två avslutats utan verkställighet, och fem beslut är fortsatt ej verkställda\.$/u;

let registersFile: Promise<Uint8Array> | undefined;

async function ale(): Promise<InExcel> {
  registersFile ??= registersAsFile(aleFirstQuarterRows);
  return inExcel(openXlsx(await registersFile));
}

function textsOn({ workbook }: InExcel): readonly unknown[] {
  return [...(workbook.sheet(SHEET)?.cells() ?? [])].map(({ content }) => content.value).filter((value) => value !== null);
}

test("the letter stands on its sheet in two requests, with the counts in its sentences", async () => {
  const arenden = await ale();
  await built(arenden.port, request);
  expect(arenden.excel.traffic.requests).toBe(2);
  const texts = textsOn(arenden);
  expect(texts).toContainEqual(expect.stringMatching(SENTENCE));
  expect(texts).toEqual(expect.arrayContaining(["Diarienummer: OAN.2019.17", "Beslutsunderlag", "Statistikrapport, 2019-05-13.", "Kommunrevisionen"]));
  expect(arenden.workbook.sheet(SHEET)?.pageLayout).toMatchObject({ orientation: "portrait", paperSize: 9 });
  expect(arenden.workbook.sheet(SHEET)?.merges).toEqual([]);
});

test("building again changes no byte", async () => {
  const arenden = await ale();
  await built(arenden.port, request);
  const first = arenden.excel.save();
  const again = inExcel(openXlsx(first));
  expect((await built(again.port, request)).written.putBack).toBe(0);
  expect(again.excel.traffic.requests).toBe(2);
  expect(Buffer.from(again.excel.save()).equals(Buffer.from(first))).toBe(true);
});

test("a decision that is carried out changes the sentence, and nothing else", async () => {
  const arenden = await ale();
  await built(arenden.port, request);
  const before = textsOn(arenden);
  const beslut = arenden.workbook.table("Beslut");
  const columnOf = (name: string) => (beslut?.range.column ?? 0) + (beslut?.columns.findIndex((column) => column.name === name) ?? -1);
  const row = (beslut?.range.row ?? 0) + 1 + (aleFirstQuarterRows.beslut ?? []).findIndex(({ id }) => id === "1302579");
  expect(beslut?.sheet.cell(row, columnOf("Beslutsnr"))?.value).toBe("1302579");
  beslut?.sheet.setCell(row, columnOf("Verkställt"), { value: 43_530 });
  await built(arenden.port, request);
  const after = textsOn(arenden);
  expect(after.filter((text) => !before.includes(text))).toEqual([expect.stringMatching(/har tre verkställts och två avslutats utan verkställighet, och fyra beslut är fortsatt ej verkställda\.$/u)]);
});

test("shuffled rows and a filtered table give the same letter", async () => {
  const arenden = await ale();
  await built(arenden.port, request);
  const { dokument = [], texter = [], beslut = [] } = aleFirstQuarterRows;
  const shuffled = await registersInExcel({ ...aleFirstQuarterRows, dokument: [...dokument].reverse(), texter: [...texter].reverse(), beslut: [...beslut].reverse() });
  await openClient(shuffled.excel).Excel.run(async (context) => {
    context.workbook.tables.getItem("Texter").columns.getItem("Dokument-id").filter.applyValuesFilter(["DOK-3"]);
    await context.sync();
  });
  await built(shuffled.port, request);
  expect(textsOn(shuffled)).toEqual(textsOn(arenden));
});

describeWith("python3-openpyxl", "the letter read by openpyxl", (python) => {
  test("has the same lines in the same order, upright on A4, nothing merged", async () => {
    const arenden = await ale();
    await built(arenden.port, request);
    const folder = mkdtempSync(join(tmpdir(), "arenden-"));
    try {
      const path = join(folder, "ale.xlsx");
      writeFileSync(path, arenden.excel.save());
      const script = `import json, openpyxl, sys
s = openpyxl.load_workbook(sys.argv[1])[sys.argv[2]]
print(json.dumps([[c.value for c in s["A"] if c.value is not None], s.max_column, s.page_setup.orientation, s.page_setup.paperSize, len(s.merged_cells.ranges)]))`;
      const seen: unknown = JSON.parse(execFileSync(python, ["-c", script, path, SHEET], { encoding: "utf8", env: { ...process.env, PYTHONIOENCODING: "utf-8" } }));
      expect(seen).toEqual([textsOn(arenden).filter((text) => text !== ""), 1, "portrait", 9, 0]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
