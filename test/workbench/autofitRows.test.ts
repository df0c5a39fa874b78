import { createXlsx } from "../../src/xlsx/index.js";
import { openClient } from "../../src/workbench/client.js";
import { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";

/** Height in points that rows get for texts wrapped in one column, as Excel.run sees it. */
async function heightsOf(texts: readonly string[], options: { readonly size?: number; readonly characters?: number } = {}): Promise<number[]> {
  const excel = new EmbeddedExcel(createXlsx());
  return openClient(excel).Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, texts.length, 1);
    range.values = texts.map((text) => [text]);
    range.format.wrapText = true;
    range.format.font.size = options.size ?? 11;
    range.format.columnWidth = (options.characters ?? 20) * 5.25;
    range.format.autofitRows();
    const rows = texts.map((_, row) => range.getRow(row).load("height"));
    await context.sync();
    return rows.map(({ height }) => height);
  });
}

const long = "Utfallet är något högre än i april 2018, och arbetsmarknadsenheten får ytterligare en coach under nästa period.";

test("a row is as high as its text needs, never lower for more text, a narrower column or a larger font", async () => {
  const [empty, short, whole, twice] = await heightsOf(["", "Kort", long, `${long}\n${long}`]);
  expect(empty).toBe(short);
  expect(whole).toBeGreaterThan(Number(short) * 4);
  expect(twice).toBeCloseTo(Number(whole) * 2);
  expect(Number((await heightsOf([long], { characters: 10 }))[0])).toBeGreaterThan(Number(whole));
  expect(Number((await heightsOf([long], { size: 20 }))[0])).toBeGreaterThan(Number(whole));
});

test("no row is higher than Excel allows", async () => {
  expect(await heightsOf([long.repeat(100)])).toEqual([409.5]);
});

test("a row that lost its long text gets its ordinary height back", async () => {
  const excel = new EmbeddedExcel(createXlsx());
  const heights = await openClient(excel).Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    cell.format.wrapText = true;
    const seen: number[] = [];
    for (const text of [long, "Kort"]) {
      cell.values = [[text]];
      cell.format.autofitRows();
      cell.load("height");
      await context.sync();
      seen.push(cell.height);
    }
    return seen;
  });
  expect(heights[0]).toBeGreaterThan(30);
  expect(heights[1]).toBe(15);
});
