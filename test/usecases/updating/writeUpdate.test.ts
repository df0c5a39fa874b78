// Rows from elsewhere in a workbook: all of a plan in one step, nothing else, and where each row came from.
import { officeWorkbook } from "../../../src/excel/officeWorkbook.js";
import type { RegisterKey } from "../../../src/registers/registers.js";
import { registers } from "../../../src/registers/registers.js";
import type { Period } from "../../../src/registers/values/period.js";
import type { BroughtRow } from "../../../src/updating/broughtRow.js";
import { planUpdate } from "../../../src/updating/planUpdate.js";
import { checkWorkbook } from "../../../src/usecases/checkWorkbook.js";
import { makeMissingRegisters } from "../../../src/usecases/createTemplate.js";
import { overviewOf } from "../../../src/usecases/overview.js";
import { registersWrittenTo, writeUpdate, type UpdateOptions } from "../../../src/usecases/updating/writeUpdate.js";
import { openClient } from "../../../src/workbench/client.js";
import { EmbeddedExcel } from "../../../src/workbench/embeddedExcel.js";
import { createXlsx, openXlsx, type Workbook } from "../../../src/xlsx/index.js";
import { aleRows } from "../../fixtures/ale/aleRows.js";
import { addRow, tableOf } from "../../messy/findingsOf.js";
import { brings } from "../../updating/bringing.js";
import { inExcel, registersAsFile, type InExcel } from "../inExcel.js";

const TODAY = 43_605;
const may: Period = { kind: "month", year: 2019, number: 5 };
const amount = (value: number) => ({ kind: "number", value, percent: "none", bound: null, unit: null, fromText: false }) as const;
const outcomes = aleRows.utfall ?? [];
const [first, second] = outcomes;
if (first === undefined || second === undefined) throw new Error("Ale has outcomes");

/** A new row with a text that would be a formula, and a comment on a row that is there. */
const brought: readonly BroughtRow[] = [
  brings("utfall", { mattId: first.mattId, period: may, enhet: "OAN", utfall: amount(12), kommentar: "=SUMMA(1;2)" }, { sheet: "Svar", row: 6 }),
  brings("utfall", { mattId: second.mattId, period: second.period, enhet: second.enhet, kommentar: "- bättre\r\nän väntat" }, { sheet: "Svar", row: 7 }),
  brings("utfall", { mattId: first.mattId, period: first.period, enhet: first.enhet, utfall: first.utfall }, { sheet: "Svar", row: 8 }),
];

let file: Promise<Uint8Array> | undefined;

/** Ale's workbook, with a register that tells where rows come from. */
async function ale(): Promise<InExcel> {
  file ??= registersAsFile(aleRows).then(async (bytes) => {
    const made = inExcel(openXlsx(bytes));
    await makeMissingRegisters(made.port, ["ursprung"]);
    return made.excel.save();
  });
  return inExcel(openXlsx(await file));
}

async function planned({ port }: Pick<InExcel, "port">, rows: readonly BroughtRow[] = brought) {
  const { image, contents, settings } = await checkWorkbook(port, TODAY);
  return { image, contents, plan: planUpdate(contents, settings, rows) };
}

async function bring(made: Pick<InExcel, "port">, rows: readonly BroughtRow[] = brought, options: Partial<UpdateOptions> = {}) {
  const { image, contents, plan } = await planned(made, rows);
  return writeUpdate(made.port, image, contents, plan, { today: TODAY, ...options });
}

async function rowsOf<K extends RegisterKey>({ port }: InExcel, key: K) {
  return ((await checkWorkbook(port, TODAY)).contents[key]?.rows ?? []).map(({ values }) => values);
}

/** Every cell of a workbook that says something, by address, with its format. */
function cells(workbook: Workbook): Map<string, string> {
  return new Map(
    workbook.sheets.flatMap((sheet) =>
      [...sheet.cells()].map(({ row, column, content }) => [`${sheet.name} ${row} ${column}`, JSON.stringify([content.formula === undefined ? content.value : content.formula, sheet.numberFormat(row, column)])] as const),
    ),
  );
}

function changedCells(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
}

describe("Ale gets a new outcome and a comment", () => {
  let made: InExcel;
  let requests: number;
  let before: Map<string, string>;
  let written: Awaited<ReturnType<typeof bring>>;
  beforeAll(async () => {
    made = await ale();
    before = cells(openXlsx(made.excel.save()));
    const earlier = made.excel.traffic.requests;
    written = await bring(made);
    requests = made.excel.traffic.requests - earlier;
  });

  test("in one request that reads and two that write", () => {
    expect([written, requests]).toEqual([{ added: 1, changed: 1 }, 3]);
  });

  test("with texts as texts", async () => {
    const rows = await rowsOf(made, "utfall");
    expect(rows).toHaveLength(outcomes.length + 1);
    expect(rows.at(-1)).toMatchObject({ mattId: first.mattId, utfall: { value: 12 }, kommentar: "=SUMMA(1;2)" });
    expect(rows[1]).toEqual({ ...second, kommentar: "- bättre\nän väntat" });
  });

  test("and each row tells where it came from", async () => {
    expect(await rowsOf(made, "ursprung")).toEqual([
      { register: "Utfall", rad: `${first.mattId} · Maj 2019 · OAN`, fil: "T1.xlsx", blad: "Svar", cell: "A7", hamtad: TODAY },
      { register: "Utfall", rad: expect.stringMatching(new RegExp(`^${second.mattId} · `, "u")), fil: "T1.xlsx", blad: "Svar", cell: "D8", hamtad: TODAY },
    ]);
  });

  test("nothing else has changed", () => {
    const changed = changedCells(before, cells(openXlsx(made.excel.save())));
    const isNew = (key: string) => key.startsWith("Ursprung ") || key.startsWith(`Utfall ${outcomes.length + 1} `);
    const comment = Object.keys(registers.utfall.columns).indexOf("kommentar");
    expect(changed.filter((key) => !isNew(key))).toEqual([`Utfall 2 ${comment}`]);
  });

  test("bringing the same again writes nothing, and asks Excel for nothing more than what stands", async () => {
    const bytes = Buffer.from(made.excel.save());
    const earlier = made.excel.traffic.requests;
    expect(await bring(made)).toEqual({ added: 0, changed: 0 });
    expect(made.excel.traffic.requests - earlier).toBe(1);
    expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
  });

  test("a later file's row takes the note's place", async () => {
    const later = brings("utfall", { mattId: first.mattId, period: may, enhet: "OAN", utfall: amount(13) }, { file: "rättad.xlsx", sheet: "Maj", row: 2 });
    expect(await bring(made, [later], { today: TODAY + 9 })).toEqual({ added: 0, changed: 1 });
    const notes = await rowsOf(made, "ursprung");
    expect(notes).toHaveLength(2);
    expect(notes[0]).toMatchObject({ fil: "rättad.xlsx", blad: "Maj", cell: "D3", hamtad: TODAY + 9 });
  });
});

describe("what the user and others say counts", () => {
  test("a cell that is to be kept is kept, and has come from nowhere; other cells go in the same step", async () => {
    const made = await ale();
    const { plan, image, contents } = await planned(made);
    const [update] = plan.changed;
    if (update === undefined) throw new Error("nothing to keep");
    const other = { at: { ...update.at, column: update.at.column + 1 }, value: 7, numberFormat: "General" };
    const keep = new Set([`Utfall!G${update.at.row + 1}`]);
    expect(await writeUpdate(made.port, image, contents, plan, { today: TODAY, keep, changes: [other] })).toEqual({ added: 1, changed: 0 });
    const rows = await rowsOf(made, "utfall");
    expect(rows[1]).toEqual({ ...second, malvarde: amount(7) });
    expect((await rowsOf(made, "ursprung")).map(({ rad }) => rad)).toEqual([`${first.mattId} · Maj 2019 · OAN`]);
  });

  test.each<[string, (workbook: Workbook) => void]>([
    ["has written in the cell", (workbook) => setCell(workbook, "Utfall", 1, "Kommentar", "Min kommentar")],
    ["has sorted the rows", (workbook) => setCell(workbook, "Utfall", 1, "Mått-id", first.mattId)],
    ["has added the row", (workbook) => addRow(workbook, "Utfall", { "Mått-id": first.mattId, Period: "Maj 2019", Enhet: "OAN" })],
    ["has brought something else", (workbook) => addRow(workbook, "Ursprung", { Register: "Utfall", Rad: "MÅTT-1" })],
  ])("where somebody %s in the meantime nothing is written", async (_, change) => {
    const made = await ale();
    const { image, contents, plan } = await planned(made);
    change(made.workbook);
    const bytes = Buffer.from(made.excel.save());
    await expect(writeUpdate(made.port, image, contents, plan, { today: TODAY })).rejects.toMatchObject({ code: "workbook-changed", text: { sv: expect.stringMatching(/Inget har skrivits/u) } });
    expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
  });

  test.each<[string, string, (workbook: Workbook) => void]>([
    ["sheet-protected", "a protected register", (workbook) => workbook.sheet("Utfall")?.protect({})],
    ["sheet-protected", "a protected Ursprung", (workbook) => workbook.sheet("Ursprung")?.protect({})],
    ["column-missing", "a register without a column that every row needs", (workbook) => renameColumn(workbook, "Ursprung", "Rad")],
    ["register-missing", "a workbook without Ursprung", (workbook) => renameTable(workbook, "Ursprung")],
  ])("%s: %s is refused, and nothing is written", async (code, _, change) => {
    const made = await ale();
    change(made.workbook);
    const bytes = Buffer.from(made.excel.save());
    await expect(bring(made)).rejects.toMatchObject({ code });
    expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
  });
});

test("a column that Ursprung has lost is done without", async () => {
  const made = await ale();
  renameColumn(made.workbook, "Ursprung", "Cell");
  expect(await bring(made)).toEqual({ added: 1, changed: 1 });
  expect((await rowsOf(made, "ursprung")).map(({ blad, cell }) => [blad, cell])).toEqual([["Svar", null], ["Svar", null]]);
});

test("it is one step to undo where Excel has such", async () => {
  const excel = new EmbeddedExcel((await ale()).workbook, { requirementSets: { ExcelApi: "1.20" } });
  const { Excel } = openClient(excel);
  const port = officeWorkbook(Excel, { undoGroups: true });
  const { image, contents, plan } = await planned({ port });
  const run = jest.spyOn(Excel, "run");
  await writeUpdate(port, image, contents, plan, { today: TODAY });
  expect(run.mock.calls.map(([options]: readonly unknown[]) => options)).toEqual([{ mergeUndoGroup: true }]);
});

test("thousands of rows come in two requests, whose actions hardly grow with them", async () => {
  const rows = (count: number, from = 0) => Array.from({ length: count }, (_, row) => brings("synpunkter", { datum: 43_000 + ((row + from) % 300), enhet: "OAN", typ: "Fråga", lamnadAv: "Anhörig" }, { row }));
  const made = await ale();
  await makeMissingRegisters(made.port, ["synpunkter"]);
  const cost = async (brought: readonly BroughtRow[]) => {
    const plan = await planned(made, brought);
    const { requests, actions } = made.excel.traffic;
    await writeUpdate(made.port, plan.image, plan.contents, plan.plan, { today: TODAY });
    return { requests: made.excel.traffic.requests - requests, actions: made.excel.traffic.actions - actions };
  };
  const few = await cost(rows(50));
  const many = await cost(rows(5050));
  expect(many.requests).toBe(2);
  // Office.js cuts large blocks into several actions by itself.
  expect(many.actions).toBeLessThan(8 * few.actions);
  expect(await rowsOf(made, "synpunkter")).toHaveLength(5050);
  expect(await rowsOf(made, "ursprung")).toHaveLength(5050);
});

describe("registers that a plan needs", () => {
  test("are those that it writes in, and the one that tells where from", async () => {
    const { plan } = await planned(await ale());
    expect(registersWrittenTo(plan)).toEqual(["utfall", "ursprung"]);
    expect(registersWrittenTo({ added: [], changed: [] })).toEqual([]);
  });

  test("are made where they are missing, in two requests, and then are not made again", async () => {
    const made = inExcel(createXlsx());
    expect(await makeMissingRegisters(made.port, ["utfall", "ursprung", "matt"])).toEqual(["matt", "utfall", "ursprung"]);
    expect(made.excel.traffic.requests).toBe(2);
    const bytes = Buffer.from(made.excel.save());
    expect(await makeMissingRegisters(made.port, ["utfall", "ursprung"])).toEqual([]);
    expect(made.excel.traffic.requests).toBe(3);
    expect(Buffer.from(made.excel.save()).equals(bytes)).toBe(true);
  });

  test("are completed where an earlier attempt stopped half-way", async () => {
    const made = inExcel(createXlsx());
    made.excel.faults.failAt(60);
    await expect(makeMissingRegisters(made.port, ["utfall", "ursprung"])).rejects.toMatchObject({ name: "WorkbookError" });
    expect(await makeMissingRegisters(made.port, ["ursprung"])).toEqual(["utfall", "ursprung"]);
    expect(made.workbook.table("Ursprung")?.columns.map(({ name }) => name)).toEqual(["Register", "Rad", "Fil", "Blad", "Cell", "Hämtad"]);
  });

  test("Ursprung is missed by nobody before", async () => {
    const made = inExcel(openXlsx(await registersAsFile(aleRows)));
    const overview = overviewOf(await checkWorkbook(made.port, TODAY), []);
    expect(JSON.stringify([overview.missingRegisters, overview.otherAreas, overview.findings])).not.toContain("Ursprung");
    expect(overview.registers.map(({ key }) => key)).not.toContain("ursprung");
  });
});

/** Writes under a header of a table, as somebody at the keyboard does; 0-based row of the body. */
function setCell(workbook: Workbook, name: string, row: number, header: string, value: string): void {
  const table = tableOf(workbook, name);
  table.sheet.setCell(table.range.row + 1 + row, table.range.column + table.columns.findIndex((column) => column.name === header), { value });
}

function renameColumn(workbook: Workbook, name: string, header: string): void {
  const column = tableOf(workbook, name).columns.find((one) => one.name === header);
  if (column === undefined) throw new Error(`no column ${header}`);
  column.name = "Anteckning";
}

function renameTable(workbook: Workbook, name: string): void {
  tableOf(workbook, name).name = "Annat";
}
