// Every sample after somebody has been at it: rows in another order and far apart, filtered, with a total under them; columns in another order. Its reports are the same.
import { registers } from "../../src/registers/registers.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import type { RegisterRows } from "../../src/registers/template.js";
import { reportNamed } from "../../src/reports/reports.js";
import { openXlsx, type CellContent, type Table, type Workbook } from "../../src/xlsx/index.js";
import { aleFirstQuarterRows } from "../fixtures/ale-arenden/aleFirstQuarterRows.js";
import { aleInternkontrollRows } from "../fixtures/ale-internkontroll/aleInternkontrollRows.js";
import { norrkopingRows } from "../fixtures/norrkoping/norrkopingRows.js";
import { ostersundMalRows } from "../fixtures/ostersund-mal/ostersundMalRows.js";
import { ovanakerRows } from "../fixtures/ovanaker/ovanakerRows.js";
import { built, inExcel, registersAsFile, type InExcel } from "../usecases/inExcel.js";

jest.setTimeout(120_000);

const TODAY = 43_605;
const tableNames = new Set<string>(Object.values(registers).map(({ table }) => table));

const registerTables = (workbook: Workbook): Table[] => workbook.sheets.flatMap(({ tables }) => tables.filter(({ name }) => tableNames.has(name)));

/** The rows the other way round, two blank ones among them, some hidden as by a filter, and a total below. */
function stir(workbook: Workbook): void {
  for (const table of registerTables(workbook)) {
    const { sheet, range, columns } = table;
    const cells = Array.from({ length: range.rows - 1 }, (_, row) => columns.map((_column, column) => sheet.cell(range.row + 1 + row, range.column + column)));
    const put = (row: number, column: number, cell: CellContent | undefined) => {
      if (cell?.formula === undefined) sheet.setCell(range.row + 1 + row, range.column + column, { value: cell?.value ?? null });
    };
    [...cells].reverse().forEach((row, at) => { row.forEach((cell, column) => { put(at, column, cell); }); });
    if (range.rows > 3) sheet.insertCells({ row: range.row + 2, column: range.column, rows: 2, columns: columns.length }, "down");
    table.setTotalsRow(true);
    sheet.setRowHidden(range.row + 1, 2, true);
  }
}

const files = new Map<RegisterRows, Promise<Uint8Array>>();

/** A sample as a file, made once. */
function fileOf(rows: RegisterRows): Promise<Uint8Array> {
  const made = files.get(rows) ?? registersAsFile(rows);
  files.set(rows, made);
  return made;
}

function textOf({ workbook }: InExcel, name: string): string[] {
  return [...(workbook.sheet(name)?.cells() ?? [])].flatMap(({ row, column, content: { value } }) => (value === null ? [] : [`${row}:${column} ${typeof value === "string" ? value : JSON.stringify(value)}`]));
}

const nonsense = /undefined|NaN|\[object|null|\.;| {2}/u;

describe.each([
  ["ej-verkstallda-beslut", aleFirstQuarterRows], ["ej-verkstallda-beslut-publik", aleFirstQuarterRows], ["ej-verkstallda-beslut-ivo", aleFirstQuarterRows],
  ["tjansteutlatande", aleFirstQuarterRows], ["internkontroll", aleInternkontrollRows], ["kvalitetsbokslut", ovanakerRows], ["malsida", ostersundMalRows],
  ["verksamhetsplan", norrkopingRows],
] as const)("%s", (report, rows) => {
  test("is the same from tables that have been stirred, in two requests, and built again to the byte", async () => {
    const saved = await fileOf(rows);
    const neat = inExcel(openXlsx(saved));
    const first = await built(neat.port, { report, today: TODAY });
    const workbook = openXlsx(saved);
    stir(workbook);
    const messy = inExcel(openXlsx(workbook.save()));
    const before = messy.excel.traffic.requests;
    const { written } = await built(messy.port, { report, today: TODAY });
    expect(messy.excel.traffic.requests - before).toBe(2);
    expect(textOf(messy, written.sheet)).toEqual(textOf(neat, first.written.sheet));
    expect(textOf(messy, written.sheet).filter((text) => nonsense.test(text) || /\{\p{L}[^}]*\}/u.test(text))).toEqual([]);
    const bytes = Buffer.from(messy.excel.save());
    await built(messy.port, { report, today: TODAY });
    expect(Buffer.from(messy.excel.save()).equals(bytes)).toBe(true);
  });

  test("builds with no more than the registers that it needs, or says what it waits for", async () => {
    const workbook = openXlsx(await fileOf(rows));
    const needed = new Set(["Installningar", "Enheter", ...needsOf(report)]);
    for (const { name, sheet } of registerTables(workbook)) if (!needed.has(name)) workbook.removeSheet(sheet);
    const bare = inExcel(openXlsx(workbook.save()));
    const { written } = await built(bare.port, { report, today: TODAY });
    expect(textOf(bare, written.sheet).filter((text) => nonsense.test(text))).toEqual([]);
    expect((await checkWorkbook(bare.port, TODAY)).findings.filter(({ message }) => nonsense.test(message.sv))).toEqual([]);
  });
});

function needsOf(name: string): readonly string[] {
  return (reportNamed(name)?.needs ?? []).map((key) => registers[key].table);
}
