import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import type { Finding } from "../../src/registers/finding.js";
import { applyFixes, changesOf } from "../../src/usecases/applyFixes.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { RichApiError } from "../../src/workbench/richApi/richApiError.js";
import { aleAfter, put, tableOf } from "../messy/findingsOf.js";
import { inExcel, type InExcel } from "./inExcel.js";

jest.setTimeout(60_000);
const TODAY = 43_605;

const faults = (workbook: Workbook): void => {
  put(workbook, "Matt", 1, "Riktning", "minska");
  put(workbook, "Utfall", 1, "Utfall", "5,5 %");
  put(workbook, "Utfall", 2, "Enhet", "Omsorgs- och arbetsmarknadsnämnden");
};

async function fixable({ port }: InExcel): Promise<readonly Finding[]> {
  return (await checkWorkbook(port, TODAY)).findings.filter(({ fix }) => fix !== undefined);
}

/** Parts of the file that differ, by name. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => strFromU8(old[name] ?? new Uint8Array()) !== strFromU8(now[name] ?? new Uint8Array()));
}

/** Cells of a workbook as they were put in: formulas rather than what they come to. */
function inputs(workbook: Workbook): Map<string, string> {
  return new Map(
    workbook.sheets.flatMap((sheet) =>
      [...sheet.cells()].map(({ row, column, content }) => [`${sheet.name}!${row},${column}`, `${content.formula ?? JSON.stringify(content.value)} ${sheet.numberFormat(row, column)}`] as const),
    ),
  );
}

test("fixes are done in three requests, change only their own cells, and leave nothing of what they were for", async () => {
  const ale = await aleAfter(faults);
  const before = inputs(ale.workbook);
  const findings = await fixable(ale);
  expect(findings.length).toBeGreaterThanOrEqual(3);

  ale.excel.traffic.reset();
  await applyFixes(ale.port, findings, TODAY);
  expect(ale.excel.traffic.requests).toBe(3);

  expect(await fixable(ale)).toEqual([]);
  const wanted = findings.flatMap(({ fix }) => fix?.cells ?? []).map(({ at }) => `${at.sheet}!${at.row},${at.column}`);
  const after = inputs(ale.workbook);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((cell) => before.get(cell) !== after.get(cell));
  expect(changed.sort()).toEqual([...new Set(wanted)].sort());
});

test("in the file, only the sheets of the fixes and what shows their answers differ", async () => {
  const ale = await aleAfter((workbook) => put(workbook, "Matt", 1, "Riktning", "minska"));
  const before = ale.excel.save();
  await applyFixes(ale.port, await fixable(ale), TODAY);
  const parts = changedParts(before, ale.excel.save());
  expect(parts.filter((name) => !/^xl\/(worksheets\/sheet\d+|sharedStrings|styles)\.xml$/u.test(name))).toEqual([]);
  expect(parts.filter((name) => name.startsWith("xl/tables/"))).toEqual([]);
});

test("a formula that somebody wrote over comes back as a formula", async () => {
  const ale = await aleAfter((workbook) => put(workbook, "Utfall", 0, "Status", "Uppnått"));
  const own = inputs((await aleAfter(() => undefined)).workbook);
  const findings = (await fixable(ale)).filter(({ ruleId }) => ruleId === "formel.overskriven");
  expect(findings).toHaveLength(1);
  await applyFixes(ale.port, findings, TODAY);
  const cell = findings[0]?.at;
  expect(inputs(ale.workbook).get(`${cell?.sheet}!${cell?.row},${cell?.column}`)).toBe(own.get(`${cell?.sheet}!${cell?.row},${cell?.column}`));
});

test.each([
  ["another value", (workbook: Workbook) => put(workbook, "Matt", 1, "Riktning", "oka")],
  ["the right value", (workbook: Workbook) => put(workbook, "Matt", 1, "Riktning", "Minska")],
  ["another row, as rows are sorted", (workbook: Workbook) => tableOf(workbook, "Matt").sheet.insertCells({ row: 1, column: 0, rows: 1, columns: 30 }, "down")],
])("when a cell has got %s since the check, nothing is written anywhere", async (_what, change) => {
  const ale = await aleAfter(faults);
  const findings = await fixable(ale);
  change(ale.workbook);
  ale.excel.workbookChanged();
  const before = inputs(ale.workbook);
  await expect(applyFixes(ale.port, findings, TODAY)).rejects.toMatchObject({ name: "WorkbookError", code: "finding-changed" });
  expect(inputs(ale.workbook)).toEqual(before);
});

test("a finding without a fix is not fixed, nor are the others", async () => {
  const ale = await aleAfter(faults);
  const { findings } = await checkWorkbook(ale.port, TODAY);
  const before = inputs(ale.workbook);
  await expect(applyFixes(ale.port, findings, TODAY)).rejects.toMatchObject({ code: "finding-changed" });
  expect(inputs(ale.workbook)).toEqual(before);
});

test("a protected sheet among them stops all of it before the first write", async () => {
  const ale = await aleAfter((workbook) => {
    faults(workbook);
    tableOf(workbook, "Utfall").sheet.protect({});
  });
  const findings = await fixable(ale);
  const before = inputs(ale.workbook);
  await expect(applyFixes(ale.port, findings, TODAY)).rejects.toMatchObject({ code: "sheet-protected", text: { sv: expect.stringContaining("Utfall"), en: expect.stringContaining("Utfall") } });
  expect(inputs(ale.workbook)).toEqual(before);
});

test("on a table that is filtered or sorted the right cells are written", async () => {
  const plain = await aleAfter(faults);
  await applyFixes(plain.port, await fixable(plain), TODAY);
  const filtered = await aleAfter((workbook) => {
    faults(workbook);
    tableOf(workbook, "Utfall").setFilter(0, { kind: "values", values: ["MÅTT-1"], blanks: false });
    tableOf(workbook, "Utfall").sheet.setRowHidden(2, 2, true);
  });
  await applyFixes(filtered.port, await fixable(filtered), TODAY);
  expect(inputs(filtered.workbook)).toEqual(inputs(plain.workbook));
  expect(tableOf(filtered.workbook, "Utfall").sheet.rowHidden(2)).toBe(true);
});

test("each fix is done whole or not at all, the first first, and no cell is written twice", () => {
  const cell = fc.record({ at: fc.record({ sheet: fc.constant("Mått"), row: fc.nat(2), column: fc.nat(2) }), value: fc.constantFrom("a", "b") });
  const cells = fc.uniqueArray(cell, { selector: ({ at }) => `${at.row},${at.column}`, minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(cells, { minLength: 1, maxLength: 5 }), (fixes) => {
      const message = { sv: "Rätta.", en: "Correct." };
      const changes = changesOf(fixes.map((each) => ({ ruleId: "cell.stavning", severity: "upplysning", register: "Matt", message, fix: { cells: each } })));
      const written = new Map(changes.map(({ at, value }) => [`${at.row},${at.column}`, value]));
      expect(written.size).toBe(changes.length);
      const done = fixes.filter((each) => each.every(({ at, value }) => written.get(`${at.row},${at.column}`) === value));
      expect(done).toContain(fixes[0]);
      expect(new Set(done.flat().map(({ at }) => `${at.row},${at.column}`)).size).toBe(changes.length);
    }),
    { seed: 1 },
  );
});

test("wherever Excel fails in the writing, checking and fixing again heals it, and no other cell is touched", async () => {
  const whole = await aleAfter(faults);
  const bytes = whole.excel.save();
  const own = inputs(whole.workbook);
  const findings = await fixable(whole);
  const actions = await actionsOfWriting(whole, findings);
  const goal = inputs(whole.workbook);
  const touched = new Set([...own.keys(), ...goal.keys()].filter((cell) => own.get(cell) !== goal.get(cell)));
  for (let at = 1; at <= actions; at += 4) {
    const fresh = inExcel(openXlsx(bytes));
    await applyFixes(failingInWriting(fresh, at), findings, TODAY).catch((error: unknown) => expect(error).toMatchObject({ name: "WorkbookError", code: "host" }));
    fresh.excel.faults.clear();
    expect([...inputs(fresh.workbook)].filter(([cell, content]) => !touched.has(cell) && own.get(cell) !== content)).toEqual([]);
    const rest = await fixable(fresh);
    if (rest.length > 0) await applyFixes(fresh.port, rest, TODAY);
    expect(inputs(fresh.workbook)).toEqual(goal);
  }
});

async function actionsOfWriting({ port, excel }: InExcel, findings: readonly Finding[]): Promise<number> {
  const counting: typeof port = { ...port, writeCells: (changes) => (excel.traffic.reset(), port.writeCells(changes)) };
  await applyFixes(counting, findings, TODAY);
  return excel.traffic.actions;
}

function failingInWriting({ port, excel }: InExcel, at: number): typeof port {
  return { ...port, writeCells: (changes) => (excel.faults.failAt(at, new RichApiError("GeneralException")), port.writeCells(changes)) };
}
