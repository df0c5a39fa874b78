import { settingKeys, settingRegistry } from "../../src/registers/settings.js";
import { createTemplate } from "../../src/usecases/createTemplate.js";
import { lookOver } from "../../src/usecases/lookOver.js";
import { createXlsx, openXlsx } from "../../src/xlsx/index.js";
import { aleRows } from "../fixtures/ale/aleRows.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { ovanakerRows } from "../fixtures/ovanaker/ovanakerRows.js";
import { aleInExcel, build, built, inExcel, registersInExcel, type InExcel } from "./inExcel.js";

/** When Ale's report was made. */
const TODAY = 43_605;

/** The cell of a table, its body's rows counted from 0. */
function setInTable({ workbook, excel }: InExcel, name: string, row: number, header: string, value: string | number | null): void {
  const table = workbook.table(name);
  const column = table?.columns.findIndex((each) => each.name === header) ?? -1;
  if (table === undefined || column < 0) throw new Error(`${name}[${header}] is not there`);
  table.sheet.setCell(table.range.row + 1 + row, table.range.column + column, { value });
  excel.workbookChanged();
}

function without(rows: typeof aleRows, key: string): NonNullable<typeof aleRows.installningar> {
  return (rows.installningar ?? []).filter(({ nyckel }) => nyckel !== key);
}

test("a look over the workbook is one request, writes nothing, and says what it holds and for whom", async () => {
  const ale = await aleInExcel();
  const before = ale.excel.save();
  const overview = await lookOver(ale.port, TODAY);
  expect(ale.excel.traffic.requests).toBe(1);
  expect(Buffer.from(ale.excel.save()).equals(Buffer.from(before))).toBe(true);
  expect(overview).toMatchObject({
    state: "registers",
    choice: { unit: { code: "OAN", name: "Omsorgs- och arbetsmarknadsnämnden" }, period: "T1 2019" },
    periods: ["T1 2019", "T1 2018"],
    progress: [{ what: "outcomes", done: 2, of: 2 }, { what: "followUps", done: 3, of: 3 }],
    next: { kind: "build", report: "maluppfoljning" },
  });
  expect(overview.registers.filter(({ rows }) => rows > 0).map(({ sheet, rows }) => [sheet, rows])).toEqual([
    ["Inställningar", settingKeys.filter((key) => settingRegistry[key].isOwn !== true).length], ["Enheter", 1], ["Mål", 11], ["Mått", 2], ["Utfall", 3], ["Uppdrag", 3], ["Uppföljning", 11],
  ]);
});

test("outcomes still missing count as due, and those that are not measured as done", async () => {
  const ale = await aleInExcel();
  setInTable(ale, "Utfall", 2, "Utfall", null);
  expect((await lookOver(ale.port, TODAY)).progress).toContainEqual({ what: "outcomes", done: 1, of: 2 });
  setInTable(ale, "Utfall", 2, "Utfall", "Ej mätt");
  expect((await lookOver(ale.port, TODAY)).progress).toContainEqual({ what: "outcomes", done: 2, of: 2 });
});

test("what is due and not done is what the rules find missing", async () => {
  const ale = await aleInExcel();
  setInTable(ale, "Utfall", 2, "Utfall", null);
  for (const { port } of [ale, await registersInExcel(ostersundRows)]) {
    const { progress, findings } = await lookOver(port, TODAY);
    const left = progress.reduce((sum, part) => sum + part.of - part.done, 0);
    expect(left).toBeGreaterThan(0);
    expect(findings.filter(({ ruleId }) => ruleId === "utfall.saknas" || ruleId === "uppfoljning.status-saknas")).toHaveLength(left);
  }
});

test("Östersund: 18 assignments are due and 12 have a status; committees in the report's order", async () => {
  const { port } = await registersInExcel(ostersundRows);
  const overview = await lookOver(port, 44_440);
  expect(overview.progress).toEqual([{ what: "followUps", done: 12, of: 18 }]);
  expect(overview.units.map(({ code }) => code)).toEqual(["VON", "SAN", "GÖN"]);
  expect(overview.choice).toEqual({ unit: null, period: "T2 2021" });
});

test("a committee sees only what is due for itself", async () => {
  const installningar = [...without(ostersundRows, "enhet"), { nyckel: "enhet", varde: "GÖN", forklaring: null }];
  const { port } = await registersInExcel({ ...ostersundRows, installningar });
  expect((await lookOver(port, 44_440)).progress).toEqual([{ what: "followUps", done: 4, of: 4 }]);
});

describe("a report in the overview", () => {
  const stateOf = async ({ port }: InExcel, today: number) => (await lookOver(port, today)).reports.find(({ name }) => name === "maluppfoljning")?.built;

  test("is built when its sheet for the workbook's committee and period is there, and is as old as what it says", async () => {
    const ale = await aleInExcel();
    await built(ale.port, { period: "T1 2018" });
    expect(await stateOf(ale, TODAY)).toBeNull();
    await built(ale.port);
    await built(ale.port, { today: TODAY + 3 });
    expect(await stateOf(ale, TODAY + 3)).toEqual({ sheet: "Måluppföljning T1 2019 OAN", changed: TODAY });
    setInTable(ale, "Utfall", 2, "Kommentar", "Siffran är preliminär.");
    await built(ale.port, { today: TODAY + 5 });
    expect(await stateOf(ale, TODAY + 6)).toEqual({ sheet: "Måluppföljning T1 2019 OAN", changed: TODAY + 5 });
  });

  test("built before its age was remembered is known, but not how old it is, until it says something else", async () => {
    const ale = await aleInExcel();
    await built(ale.port);
    const memory = ale.workbook.sheet("Maltavla_minne");
    const text = memory?.cell(0, 0)?.value;
    if (typeof text !== "string") throw new Error("nothing is remembered");
    expect(text).toContain(`"changed":${TODAY}`);
    memory?.setCell(0, 0, { value: text.replace(`,"changed":${TODAY}`, "") });
    expect(await stateOf(ale, TODAY)).toEqual({ sheet: "Måluppföljning T1 2019 OAN", changed: null });
    expect((await build(ale.port, { today: TODAY + 1 })).kind).toBe("built");
    expect(await stateOf(ale, TODAY + 1)).toEqual({ sheet: "Måluppföljning T1 2019 OAN", changed: null });
    setInTable(ale, "Utfall", 2, "Kommentar", "Siffran är preliminär.");
    await built(ale.port, { today: TODAY + 2 });
    expect(await stateOf(ale, TODAY + 2)).toMatchObject({ changed: TODAY + 2 });
  });

  test("says which registers it lacks", async () => {
    const ale = await aleInExcel();
    const table = ale.workbook.table("Matt");
    if (table === undefined) throw new Error("no table");
    table.sheet.removeTable(table);
    const overview = await lookOver(ale.port, TODAY);
    expect(overview.reports.find(({ name }) => name === "maluppfoljning")?.missing).toEqual(["Mått"]);
    expect(overview.missingRegisters).toEqual(["Mått"]);
  });
});

test("a finding that Godtaganden accepts is told with its reason, and is not among the open ones", async () => {
  const ale = await aleInExcel();
  const open = (await lookOver(ale.port, TODAY)).findings;
  const [finding] = open.filter(({ subject }) => subject !== undefined);
  if (finding?.subject === undefined) throw new Error("no finding to accept");
  const { key, value } = finding.subject;
  const accepting = await registersInExcel({ ...aleRows, godtaganden: [{ regel: finding.ruleId, avser: key, varde: value === "" ? null : value, skal: "Känt sedan i fjol.", datum: TODAY }] });
  const overview = await lookOver(accepting.port, TODAY);
  expect(overview.accepted).toEqual([expect.objectContaining({ reason: "Känt sedan i fjol.", date: TODAY, finding: expect.objectContaining({ ruleId: finding.ruleId }) })]);
  expect(overview.findings).toHaveLength(open.length - 1);
});

describe("the next step", () => {
  const nextOf = async ({ port }: InExcel) => (await lookOver(port, TODAY)).next;

  test("of an empty workbook is to have registers", async () => {
    const overview = await lookOver(inExcel(createXlsx()).port, TODAY);
    expect(overview).toMatchObject({ state: "empty", foundSheets: [], registers: [], next: { kind: "createRegisters" } });
  });

  test("of somebody's workbook too; what it holds is named, and costs one request more", async () => {
    const theirs = inExcel(createXlsx());
    theirs.workbook.addSheet("Siffror 2019").setCell(4, 2, { value: "Sjukfrånvaro" });
    theirs.workbook.addSheet("Tomt");
    theirs.workbook.addSheet("Gömt").setCell(0, 0, { value: 1 });
    const hidden = theirs.workbook.sheet("Gömt");
    if (hidden !== undefined) hidden.visibility = "hidden";
    expect(await lookOver(theirs.port, TODAY)).toMatchObject({ state: "foreign", foundSheets: ["Siffror 2019"], next: { kind: "createRegisters" } });
    expect(theirs.excel.traffic.requests).toBe(2);
  });

  test("of a new template is to choose a period, then to fill in the first register of a report", async () => {
    const made = inExcel(createXlsx());
    await createTemplate(made.port);
    expect(await nextOf(made)).toEqual({ kind: "choosePeriod" });
    const chosen = await registersInExcel({ installningar: aleRows.installningar ?? [], enheter: aleRows.enheter ?? [], mal: [] });
    expect(await nextOf(chosen)).toEqual({ kind: "fillIn", sheet: "Mål" });
    const begun = await registersInExcel({ ...aleRows, utfall: [], uppdrag: [], uppfoljning: [] });
    expect(await nextOf(begun)).toEqual({ kind: "fillIn", sheet: "Utfall" });
  });

  test("is to build a report that has not been built, of those whose registers are filled in", async () => {
    const uppfoljning = (ostersundRows.uppfoljning ?? []).map((row) => ({ ...row, status: row.status ?? ("Pågående" as const) }));
    expect(await nextOf(await registersInExcel({ ...ostersundRows, uppfoljning }))).toEqual({ kind: "build", report: "uppdragsuppfoljning" });
    const ale = await aleInExcel();
    await built(ale.port);
    expect(await nextOf(ale)).toEqual({ kind: "build", report: "uppdragsuppfoljning" });
  });

  test("is to mend what is wrong before building", async () => {
    const ale = await aleInExcel();
    setInTable(ale, "Utfall", 2, "Period", "T9 2019");
    expect(await nextOf(ale)).toEqual({ kind: "mend", errors: 1 });
    expect(await nextOf(await registersInExcel(ostersundRows))).toEqual({ kind: "mend", errors: 6 });
  });
});

test("a look that is stopped reads nothing", async () => {
  const ale = inExcel(openXlsx((await aleInExcel()).excel.save()));
  const stopped = new AbortController();
  stopped.abort();
  await expect(lookOver(ale.port, TODAY, { signal: stopped.signal })).rejects.toMatchObject({ code: "cancelled" });
  expect(ale.excel.traffic.requests).toBe(0);
});

test("of a quality report, the activities of initiatives that have a status", async () => {
  const ovanaker = await registersInExcel(ovanakerRows);
  expect((await lookOver(ovanaker.port, 43_118)).progress).toEqual([{ what: "outcomes", done: 1, of: 1 }, { what: "activities", done: 22, of: 49 }]);
});
