import type { Finding } from "../../src/registers/finding.js";
import { acceptFinding, takeBack } from "../../src/usecases/acceptFinding.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { aleAfter, put, tableOf, told } from "../messy/findingsOf.js";
import { inExcel, type InExcel } from "./inExcel.js";

jest.setTimeout(60_000);
const TODAY = 43_605;

/** Two findings of one rule, in different rows. */
const faults = (workbook: Workbook): void => {
  put(workbook, "Matt", 0, "Riktning", "minska");
  put(workbook, "Matt", 1, "Riktning", "minska");
};

async function checked({ port }: InExcel) {
  return checkWorkbook(port, TODAY);
}

async function acceptable(ale: InExcel): Promise<Finding> {
  const found = (await checked(ale)).findings.find(({ ruleId, subject }) => ruleId === "cell.stavning" && subject !== undefined);
  if (found === undefined) throw new Error("no finding to accept");
  return found;
}

/** The rows of Godtaganden, by header. */
function acceptances(workbook: Workbook): Record<string, unknown>[] {
  const { sheet, range, columns } = tableOf(workbook, "Godtaganden");
  return Array.from({ length: range.rows - 1 }, (_, row) =>
    Object.fromEntries(columns.map(({ name }, column) => [name, sheet.cell(range.row + 1 + row, range.column + column)?.value ?? null])),
  );
}

test("an accepted finding is told as accepted, with reason and day, and others of its rule are not", async () => {
  const ale = await aleAfter(faults);
  const before = await checked(ale);
  const finding = await acceptable(ale);
  ale.excel.traffic.reset();
  await acceptFinding(ale.port, finding, "  -3 är rätt här.  ", TODAY);
  expect(ale.excel.traffic.requests).toBe(3);

  const after = await checked(ale);
  expect(after.accepted.map(({ finding: { ruleId, at }, reason, date }) => [ruleId, at, reason, date])).toEqual([[finding.ruleId, finding.at, "-3 är rätt här.", TODAY]]);
  expect(told(after.findings)).toEqual(told(before.findings.filter((each) => JSON.stringify(each) !== JSON.stringify(finding))));
  expect(acceptances(ale.workbook)).toEqual([{ Regel: finding.ruleId, Avser: finding.subject?.key, Värde: finding.subject?.value, Skäl: "-3 är rätt här.", Datum: TODAY }]);
});

test("an acceptance holds in the file, and no longer when the cell has got another value", async () => {
  const ale = await aleAfter(faults);
  const finding = await acceptable(ale);
  await acceptFinding(ale.port, finding, "Känt.", TODAY);
  const again = inExcel(openXlsx(ale.excel.save()));
  expect((await checked(again)).accepted).toHaveLength(1);
  const cell = finding.at;
  if (cell === undefined) throw new Error("no place");
  again.workbook.sheet(cell.sheet)?.setCell(cell.row, cell.column, { value: "mindre" });
  again.excel.workbookChanged();
  expect((await checked(again)).accepted).toEqual([]);
});

test("an acceptance that is taken back leaves its row, the others stay, and the finding is open again", async () => {
  const ale = await aleAfter(faults);
  const before = await checked(ale);
  const first = await acceptable(ale);
  await acceptFinding(ale.port, first, "Ett.", TODAY);
  const second = await acceptable(ale);
  await acceptFinding(ale.port, second, "Två.", TODAY);
  expect(second.at).not.toEqual(first.at);

  ale.excel.traffic.reset();
  await takeBack(ale.port, second, TODAY);
  expect(ale.excel.traffic.requests).toBe(3);
  expect((await checked(ale)).accepted.map(({ reason }) => reason)).toEqual(["Ett."]);
  expect(acceptances(ale.workbook)).toHaveLength(1);

  await takeBack(ale.port, first, TODAY);
  const after = await checked(ale);
  expect(after.accepted).toEqual([]);
  expect(told(after.findings)).toEqual(told(before.findings));
});

test("a row is put under the register's own headers, wherever somebody has moved the columns", async () => {
  const ale = await aleAfter((workbook) => {
    faults(workbook);
    const { sheet, range, columns } = tableOf(workbook, "Godtaganden");
    const names = columns.map(({ name }) => name).reverse();
    names.forEach((name, column) => {
      const own = columns[column];
      if (own !== undefined) own.name = `~${name}`;
    });
    names.forEach((name, column) => {
      const own = columns[column];
      if (own !== undefined) own.name = name;
      sheet.setCell(range.row, range.column + column, { value: name });
    });
  });
  const finding = await acceptable(ale);
  await acceptFinding(ale.port, finding, "Känt.", TODAY);
  expect(acceptances(ale.workbook)).toEqual([{ Regel: finding.ruleId, Avser: finding.subject?.key, Värde: finding.subject?.value, Skäl: "Känt.", Datum: TODAY }]);
  expect((await checked(ale)).accepted).toHaveLength(1);
});

test("what cannot be accepted is told, and nothing is written", async () => {
  const ale = await aleAfter(faults);
  const finding = await acceptable(ale);
  const { subject: _subject, ...without } = finding;
  const before = ale.excel.save();
  await expect(acceptFinding(ale.port, finding, " \n ", TODAY)).rejects.toMatchObject({ code: "reason-missing" });
  await expect(acceptFinding(ale.port, without, "Känt.", TODAY)).rejects.toMatchObject({ code: "finding-not-acceptable" });
  await expect(acceptFinding(ale.port, { ...finding, ruleId: "rad.dubblett" }, "Känt.", TODAY)).rejects.toMatchObject({ code: "finding-changed" });
  await expect(takeBack(ale.port, finding, TODAY)).rejects.toMatchObject({ code: "finding-changed" });
  expect(ale.excel.save()).toEqual(before);
});

test("a finding is accepted once", async () => {
  const ale = await aleAfter(faults);
  const finding = await acceptable(ale);
  await acceptFinding(ale.port, finding, "Känt.", TODAY);
  await expect(acceptFinding(ale.port, finding, "En gång till.", TODAY)).rejects.toMatchObject({ code: "finding-changed" });
  expect(acceptances(ale.workbook)).toHaveLength(1);
});

test.each([
  ["is missing", "register-missing", (workbook: Workbook) => tableOf(workbook, "Godtaganden").sheet.removeTable(tableOf(workbook, "Godtaganden"))],
  ["stands on a protected sheet", "sheet-protected", (workbook: Workbook) => tableOf(workbook, "Godtaganden").sheet.protect({})],
] as const)("where Godtaganden %s, nothing is written", async (_what, code, change) => {
  const ale = await aleAfter((workbook) => {
    faults(workbook);
    change(workbook);
  });
  const finding = await acceptable(ale);
  const before = ale.excel.save();
  await expect(acceptFinding(ale.port, finding, "Känt.", TODAY)).rejects.toMatchObject({ name: "WorkbookError", code });
  expect(ale.excel.save()).toEqual(before);
});

test("rows that somebody has moved since the check: the right one is taken away", async () => {
  const ale = await aleAfter(faults);
  const first = await acceptable(ale);
  await acceptFinding(ale.port, first, "Ett.", TODAY);
  await acceptFinding(ale.port, await acceptable(ale), "Två.", TODAY);
  const { sheet, range } = tableOf(ale.workbook, "Godtaganden");
  for (let column = range.column; column < range.column + range.columns; column += 1) {
    const [upper, lower] = [range.row + 1, range.row + 2].map((row) => sheet.cell(row, column)?.value ?? null);
    sheet.setCell(range.row + 1, column, { value: lower ?? null });
    sheet.setCell(range.row + 2, column, { value: upper ?? null });
  }
  ale.excel.workbookChanged();
  await takeBack(ale.port, first, TODAY);
  expect(acceptances(ale.workbook).map(({ Skäl }) => Skäl)).toEqual(["Två."]);
});
