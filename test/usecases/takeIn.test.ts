// Taking in sheets: what people have comes to the registers with every row right, once; what they have stays as it is.
import { strFromU8, unzipSync } from "fflate";
import { withTable } from "../../src/intake/editMapping.js";
import { emptyMapping } from "../../src/intake/mapping.js";
import { addressText } from "../../src/registers/address.js";
import { checkWorkbook } from "../../src/usecases/checkWorkbook.js";
import { lookOver } from "../../src/usecases/lookOver.js";
import type { IntakeSource } from "../../src/usecases/takeIn/intakePreview.js";
import { previewIntake } from "../../src/usecases/takeIn/previewIntake.js";
import { takeIn } from "../../src/usecases/takeIn/takeIn.js";
import { createXlsx, openXlsx, type Workbook } from "../../src/xlsx/index.js";
import { messyUnits } from "../intake/messyWorkbooks.js";
import { laidOut, type Laid } from "../intake/takenIn.js";
import { aleRows } from "../fixtures/ale/aleRows.js";
import { build, inExcel, registersAsFile, registersInExcel, type InExcel } from "./inExcel.js";
import { comparable, documents, mappingOf } from "./takenInDocuments.js";

jest.setTimeout(120_000);

const TODAY = 44_500;
const units = messyUnits.map(({ kod, namn }) => ({ kod, namn, typ: "Nämnd" as const, overordnad: null, alias: null, ordning: null }));

const fileOf = (workbook: Workbook, name = "underlag.xlsx"): IntakeSource => ({ kind: "file", name, bytes: workbook.save() });
/** A file's parts as text. Which tab is turned to is nothing that a sheet says. */
const partsOf = (bytes: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part).replace(' tabSelected="1"', "")]));
const contentsOf = async ({ port }: InExcel) => (await checkWorkbook(port, TODAY)).contents;

/** Measures with their outcomes of some periods, as a controller keeps them. */
function measures(periods: readonly string[], change: (rows: Laid[][]) => void = () => undefined): Workbook {
  const rows: Laid[][] = [
    ["Uppföljning av mått"], [], ["Mått", "Målvärde", ...periods.map((period) => `Utfall ${period}`)],
    ...["Andel nöjda", "Andel trygga", "Andel trötta"].map((name, index): Laid[] => [name, "Minst 75 %", ...periods.map((_, at): Laid => `${60 + index * 5 + at} %`)]),
  ];
  change(rows);
  return laidOut({ Socialnämnden: rows });
}

/** Sheets as controllers name them. */
function calledAsRegisters(): Workbook {
  return laidOut({
    Inledning: [["Uppföljning T1 2019"]],
    Mål: [["Vi har inte skrivit några mål än"]],
    Mått: [["Mått", "Målvärde", "Utfall T1 2019"], ["Andel nöjda", "Minst 75 %", "62 %"], ["Andel trygga", "Minst 80 %", "81 %"]],
    Uppdrag: [["Uppdrag 2019", "Nämnd"], ["Utred lokaler", "SN"], ["Inför e-tjänst", "SN"]],
    Ursprung: [["Siffrorna kommer från ekonomisystemet"]],
    Listor: [["Ja"], ["Nej"]],
  });
}

describe.each(Object.entries(documents))("%s", (_name, document) => {
  it("comes in from its file with every row right, and once more changes nothing", async () => {
    const made = await registersInExcel(document.registers);
    const source = fileOf(document.workbook());
    const choices = { mapping: mappingOf(document), ...(document.period === undefined ? {} : { period: document.period }) };
    const preview = await previewIntake(made.port, source, choices, TODAY);
    const taken = await takeIn(made.port, source, { ...choices, seen: preview.fingerprint }, TODAY);
    expect(taken).toEqual({ added: preview.plan.added.length, changed: 0, registersMade: preview.registersToMake });
    const { expected, found } = comparable(await contentsOf(made), document);
    expect(found).toEqual(expected);

    // The mapping is the workbook's own by now.
    const again = await previewIntake(made.port, source, document.period === undefined ? {} : { period: document.period }, TODAY);
    expect(again.plan.added).toEqual([]);
    expect(again.plan.changed).toEqual([]);
    expect(again.plan.missing).toEqual([]);
    expect(again.plan.unchanged).toHaveLength(preview.plan.added.length);
  });
});

describe("the sheets of the open workbook", () => {
  it("come in beside the registers, and stay the same to the byte: values, formulas, formats, merged, hidden, protected", async () => {
    const file = measures(["T1 2019"]);
    file.activeSheet.setCell(3, 2, { value: 0.6, formula: "3/5" });
    file.activeSheet.applyFormat({ row: 3, column: 2, rows: 3, columns: 1 }, { numberFormat: "0%", fill: "#FFFF00" });
    file.activeSheet.merge({ row: 0, column: 0, rows: 1, columns: 3 });
    file.activeSheet.setRowHidden(5, 1, true);
    const hidden = file.addSheet("Gömt");
    for (const [row, cells] of [["Uppdrag 2019", "Nämnd"], ["Utred lokaler", "SN"]].entries()) for (const [column, value] of cells.entries()) hidden.setCell(row, column, { value });
    hidden.visibility = "veryHidden";
    hidden.protect({});
    const before = partsOf(file.save());
    const made = inExcel(openXlsx(file.save()));
    const taken = await takeIn(made.port, { kind: "workbook" }, {}, TODAY);
    expect(taken.registersMade).toEqual(expect.arrayContaining(["installningar", "enheter", "mal", "matt", "utfall", "uppdrag", "uppfoljning", "ursprung"]));
    const contents = await contentsOf(made);
    expect(contents.utfall?.rows.map(({ values }) => values.utfall)).toMatchObject([{ value: 0.6 }, { value: 0.65 }, { value: 0.7 }]);
    expect(contents.uppdrag?.rows.map(({ values }) => values.uppdrag)).toEqual(["Utred lokaler"]);
    const after = partsOf(made.excel.save());
    for (const part of ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]) expect(after[part]).toBe(before[part]);

    // Its registers are not taken for sheets of its own now.
    const again = await previewIntake(made.port, { kind: "workbook" }, {}, TODAY);
    expect(again.tables.map(({ sheet, isHidden }) => [sheet, isHidden])).toEqual([["Socialnämnden", false], ["Gömt", true]]);
    expect([again.plan.added, again.plan.changed]).toEqual([[], []]);
  });

  it("that are called as registers come in too: the registers stand on sheets of other names, and everything finds them there", async () => {
    const before = partsOf(calledAsRegisters().save());
    const made = inExcel(openXlsx(calledAsRegisters().save()));
    const preview = await previewIntake(made.port, { kind: "workbook" }, {}, TODAY);
    expect(preview.findings.filter(({ severity }) => severity === "fel")).toEqual([]);
    expect(preview.findings.filter(({ ruleId }) => ruleId === "inlasning.annat-bladnamn").map(({ at, message }) => [at?.sheet, /nytt blad, (.*)\./u.exec(message.sv)?.[1]])).toEqual([
      ["Mål", "Mål (register)"], ["Mått", "Mått (register)"], ["Uppdrag", "Uppdrag (register)"], ["Ursprung", "Ursprung (register)"],
    ]);
    await takeIn(made.port, { kind: "workbook" }, { seen: preview.fingerprint }, TODAY);
    const contents = await contentsOf(made);
    expect([contents.matt, contents.uppdrag].map((content) => [content?.sheet, content?.rows.length])).toEqual([["Mått (register)", 2], ["Uppdrag (register)", 2]]);
    const after = partsOf(made.excel.save());
    for (const [path, text] of Object.entries(before)) if (path.startsWith("xl/worksheets/")) expect(after[path]).toBe(text);

    const again = await previewIntake(made.port, { kind: "workbook" }, {}, TODAY);
    expect([again.plan.added, again.plan.changed, again.plan.missing, again.registersToMake]).toEqual([[], [], [], []]);
    const { findings } = await checkWorkbook(made.port, TODAY);
    expect(findings.filter(({ at }) => at !== undefined && ["Mål", "Mått", "Uppdrag", "Ursprung", "Listor"].includes(at.sheet))).toEqual([]);
    const { registers } = await lookOver(made.port, TODAY);
    expect(registers.find(({ key }) => key === "matt")?.sheet).toBe("Mått (register)");
    await build(made.port, { period: "T1 2019" });
    const built = partsOf(made.excel.save());
    for (const [path, text] of Object.entries(before)) if (path.startsWith("xl/worksheets/")) expect(built[path]).toBe(text);
  });

  it("that are called as registers come in after an attempt that stopped half-way", async () => {
    const made = inExcel(openXlsx(calledAsRegisters().save()));
    made.excel.faults.failAt(150);
    await expect(takeIn(made.port, { kind: "workbook" }, {}, TODAY)).rejects.toMatchObject({ name: "WorkbookError" });
    made.excel.faults.clear();
    await takeIn(made.port, { kind: "workbook" }, {}, TODAY);
    const { matt, uppdrag } = await contentsOf(made);
    expect([matt?.sheet, matt?.rows.length, uppdrag?.sheet, uppdrag?.rows.length]).toEqual(["Mått (register)", 2, "Uppdrag (register)", 2]);
    expect(made.workbook.sheets.filter(({ name }) => name.includes("(register 2)"))).toEqual([]);
  });

  it("that hold a table called as a register are shown, and nothing is written before the table has another name", async () => {
    const workbook = laidOut({ Lista: [["Nr", "Uppdrag 2019", "Nämnd"], ["1", "Utred lokaler", "SN"], ["2", "Inför e-tjänst", "SN"]] });
    workbook.activeSheet.addTable({ row: 0, column: 0, rows: 3, columns: 3 }, { name: "Uppdrag", headerRow: true });
    const made = inExcel(openXlsx(workbook.save()));
    const before = Buffer.from(made.excel.save());
    const preview = await previewIntake(made.port, { kind: "workbook" }, {}, TODAY);
    expect(preview.plan.added.filter(({ row }) => row.register === "uppdrag")).toHaveLength(2);
    expect(preview.findings.filter(({ severity }) => severity === "fel").map(({ ruleId }) => ruleId)).toEqual(["inlasning.tabellnamn-upptaget"]);
    await expect(takeIn(made.port, { kind: "workbook" }, {}, TODAY)).rejects.toMatchObject({ code: "registers-exist", message: expect.stringMatching(/bladet Lista heter Uppdrag/u) });
    expect(Buffer.from(made.excel.save()).equals(before)).toBe(true);
    // From a file the table is nobody's name.
    const other = inExcel(createXlsx());
    expect(await takeIn(other.port, fileOf(workbook), {}, TODAY)).toMatchObject({ changed: 0 });
    expect((await contentsOf(other)).uppdrag?.rows).toHaveLength(2);
  });

  it("are all but registers, lists, reports and the memory of them", async () => {
    const made = await registersInExcel(aleRows);
    await build(made.port);
    const preview = await previewIntake(made.port, { kind: "workbook" }, {}, TODAY);
    expect([preview.tables, preview.otherSheets, preview.registersToMake, preview.plan.added]).toEqual([[], [], [], []]);
  });
});

describe("a workbook of Måltavla that is picked", () => {
  it("gives the rows of its registers, and units that come with them are known", async () => {
    const source: IntakeSource = { kind: "file", name: "nämnden.xlsx", bytes: await registersAsFile(aleRows) };
    const made = inExcel(createXlsx());
    const preview = await previewIntake(made.port, source, {}, TODAY);
    expect(preview.tables.map(({ sheet }) => sheet)).not.toContain("Inställningar");
    expect(preview.findings.filter(({ severity }) => severity === "fel")).toEqual([]);
    await takeIn(made.port, source, {}, TODAY);
    const [theirs, ours] = [await contentsOf(await registersInExcel(aleRows)), await contentsOf(made)];
    for (const key of ["enheter", "mal", "matt", "utfall", "uppdrag", "uppfoljning"] as const) {
      expect(ours[key]?.rows.map(({ values }) => values)).toEqual(theirs[key]?.rows.map(({ values }) => values));
    }
  });
});

describe("the next time", () => {
  let made: InExcel;
  beforeAll(async () => {
    made = await registersInExcel({ enheter: units });
    await takeIn(made.port, fileOf(measures(["T1 2019"])), {}, TODAY);
  });

  it("a new period only adds, and what is another by now is listed before it is changed", async () => {
    const next = fileOf(measures(["T1 2019", "T2 2019"]));
    const preview = await previewIntake(made.port, next, {}, TODAY);
    expect(preview.plan.added.map(({ row }) => row.register)).toEqual(["utfall", "utfall", "utfall"]);
    expect([preview.plan.changed, preview.plan.missing]).toEqual([[], []]);
    await takeIn(made.port, next, { seen: preview.fingerprint }, TODAY);
    expect((await contentsOf(made)).utfall?.rows).toHaveLength(6);

    const mended = fileOf(measures(["T1 2019", "T2 2019"], (rows) => {
      rows[3]?.splice(2, 1, "99 %");
      rows.pop();
    }));
    const corrected = await previewIntake(made.port, mended, {}, TODAY);
    expect(corrected.plan.added).toEqual([]);
    expect(corrected.plan.changed).toMatchObject([{ register: "utfall", standing: "60\u00A0%", brought: "99\u00A0%", origin: { file: "underlag.xlsx", at: { sheet: "Socialnämnden", row: 3, column: 2 } } }]);
    expect(corrected.plan.missing.map(({ register }) => register)).toEqual(["matt", "utfall", "utfall"]);

    const [{ at } = { at: { sheet: "", row: 0, column: 0 } }] = corrected.plan.changed;
    expect(await takeIn(made.port, mended, { cellsKept: [addressText(at)] }, TODAY)).toMatchObject({ added: 0, changed: 0 });
    expect(await takeIn(made.port, mended, {}, TODAY)).toMatchObject({ added: 0, changed: 1 });
    // What is missing is never taken away.
    expect((await contentsOf(made)).matt?.rows).toHaveLength(3);
  });

  it("rows that somebody leaves out stay out, and are still shown", async () => {
    const other = await registersInExcel({ enheter: units });
    const preview = await previewIntake(other.port, fileOf(measures(["T1 2019"])), { rowsLeftOut: ["Socialnämnden!A5"] }, TODAY);
    expect(preview.tables[0]?.rows.map(({ id, isLeftOut }) => [id, isLeftOut])).toEqual([["Socialnämnden!A4", false], ["Socialnämnden!A5", true], ["Socialnämnden!A6", false]]);
    expect(preview.plan.added.filter(({ row }) => row.register === "matt").map(({ row }) => row.values["matt"])).toEqual(["Andel nöjda", "Andel trötta"]);
  });
});

describe("what is shown before anything is written", () => {
  it("is every cell as typed and as read, its column's target and reason, and what holds for the table", async () => {
    const made = await registersInExcel({ enheter: units });
    const workbook = measures(["T1 2019"], (rows) => {
      rows[4]?.splice(2, 1, "vet ej");
      rows[2]?.push("Färg");
      rows[3]?.push("blå");
    });
    const before = Buffer.from(made.excel.save());
    const { tables: [table], findings, registersToMake } = await previewIntake(made.port, fileOf(workbook), {}, TODAY);
    expect(table).toMatchObject({ id: "Socialnämnden!A3", register: "matt", unit: "SN", rowCount: 3, isLeftOut: false });
    expect(table?.columns.map(({ header, target, period }) => [header, target, period])).toEqual([
      ["Mått", "matt.matt", null], ["Målvärde", "matt.malvarde", null], ["Utfall T1 2019", "utfall.utfall", "T1 2019"], ["Färg", null, null],
    ]);
    expect(table?.rows[0]?.cells.map(({ typed, value }) => [typed, value])).toEqual([["Andel nöjda", "Andel nöjda"], ["Minst 75 %", "75\u00A0%"], ["60 %", "60\u00A0%"], ["blå", null]]);
    expect(table?.rows[1]?.cells[2]).toMatchObject({ typed: "vet ej", value: null });
    expect(findings.find(({ at }) => at !== undefined && addressText(at) === "Socialnämnden!C5")).toBeDefined();
    expect(findings.find(({ ruleId }) => ruleId === "inlasning.kolumn-okand")?.at).toEqual({ sheet: "Socialnämnden", row: 2, column: 3 });
    expect(registersToMake).toEqual(["matt", "utfall", "ursprung"]);
    expect(Buffer.from(made.excel.save()).equals(before)).toBe(true);
  });

  it("costs a few requests: two for a file, five for sheets of the workbook; and taking in as many more as it writes", async () => {
    const made = await registersInExcel({ enheter: units });
    const source = fileOf(measures(["T1 2019"]));
    const requests = async (work: () => Promise<unknown>) => {
      made.excel.traffic.reset();
      await work();
      return made.excel.traffic.requests;
    };
    expect(await requests(() => previewIntake(made.port, source, {}, TODAY))).toBe(2);
    // What is there, what is missing, made, read again; what is remembered, looked at and kept; the tables as they are, written.
    expect(await requests(() => takeIn(made.port, source, {}, TODAY))).toBeLessThanOrEqual(9);
    expect(await requests(() => takeIn(made.port, source, {}, TODAY))).toBeLessThanOrEqual(3);
    const own = inExcel(measures(["T1 2019"]));
    await previewIntake(own.port, { kind: "workbook" }, {}, TODAY);
    expect(own.excel.traffic.requests).toBe(5);
  });

  it("must still hold when it is taken in", async () => {
    const made = inExcel(measures(["T1 2019"]));
    const { fingerprint } = await previewIntake(made.port, { kind: "workbook" }, {}, TODAY);
    made.workbook.sheet("Socialnämnden")?.setCell(3, 2, { value: "61 %" });
    const before = Buffer.from(made.excel.save());
    await expect(takeIn(made.port, { kind: "workbook" }, { seen: fingerprint }, TODAY)).rejects.toMatchObject({ code: "workbook-changed" });
    expect(Buffer.from(made.excel.save()).equals(before)).toBe(true);
  });

  it("is told of what lacks something, and nothing points at a row that stays out", async () => {
    const made = await registersInExcel({ enheter: units });
    const workbook = laidOut({ SN: [["Mått", "Utfall T1 2019"], ["Andel nöjda", "80 %"]] });
    const without = await previewIntake(made.port, fileOf(workbook), {}, TODAY);
    expect(without.plan.added).toEqual([]);
    expect(without.findings.filter(({ ruleId }) => ruleId === "uppdatering.ofullstandig-rad")).toHaveLength(1);
    const [table] = without.tables;
    if (table === undefined) throw new Error("no table");
    const mapping = withTable(emptyMapping, table, { defaults: { "matt.riktning": "Öka" } });
    const told = await previewIntake(made.port, fileOf(workbook), { mapping }, TODAY);
    expect(told.plan.added.map(({ row }) => row.register)).toEqual(["matt", "utfall"]);
  });

  it("is nothing at all for a file that cannot be read, or a period or unit that does not exist", async () => {
    const made = await registersInExcel({ enheter: units });
    made.excel.traffic.reset();
    await expect(previewIntake(made.port, { kind: "file", name: "rapport.xls", bytes: Buffer.from("<html><table></table></html>") }, {}, TODAY)).rejects.toMatchObject({ code: "file-refused" });
    expect(made.excel.traffic.requests).toBe(0);
    await expect(previewIntake(made.port, fileOf(measures(["T1 2019"])), { period: "i höst" }, TODAY)).rejects.toMatchObject({ code: "period-unreadable" });
    await expect(previewIntake(made.port, fileOf(measures(["T1 2019"])), { unit: "Nämnden för annat" }, TODAY)).rejects.toMatchObject({ code: "unit-unknown" });
  });
});

test("a mapping of any length is remembered with the workbook", async () => {
  const made = await registersInExcel({ enheter: units });
  const words = Object.fromEntries(Array.from({ length: 2_500 }, (_, index) => [`Vårt eget ord 😊 nummer ${index}`, "uppfoljning.status"]));
  await takeIn(made.port, fileOf(measures(["T1 2019"])), { mapping: { ...emptyMapping, words } }, TODAY);
  const opened = inExcel(openXlsx(made.excel.save()));
  const { mapping } = await previewIntake(opened.port, fileOf(measures(["T1 2019"])), {}, TODAY);
  expect(mapping.words).toEqual(words);
});

test("wherever Excel fails, the sheets are as they were, and taking in once more comes to the same", async () => {
  const bytes = laidOut({
    "Kvartal 1": [["Beslut nr.", "Lag", "Beslutsdatum", "Typ av bistånd", "Verksamhet"], ...[1, 2, 3].map((number): Laid[] => [number, "SoL", "2019-01-22", "Hemtjänst", "Äldreomsorg"])],
  }).save();
  const whole = inExcel(openXlsx(bytes));
  await takeIn(whole.port, { kind: "workbook" }, {}, TODAY);
  const { actions } = whole.excel.traffic;
  const goal = (await contentsOf(whole)).beslut?.rows.map(({ values }) => values);
  const source = partsOf(bytes)["xl/worksheets/sheet1.xml"];
  expect(goal).toHaveLength(3);
  // A few places: a whole sweep belongs to the proof of reliability.
  for (let at = 1; at <= actions; at += Math.ceil(actions / 8)) {
    const fresh = inExcel(openXlsx(bytes));
    fresh.excel.faults.failAt(at);
    const failure: unknown = await takeIn(fresh.port, { kind: "workbook" }, {}, TODAY).then(() => "taken in", (reason: unknown) => reason);
    if (failure !== "taken in") expect(failure).toMatchObject({ name: "WorkbookError" });
    expect(partsOf(fresh.excel.save())["xl/worksheets/sheet1.xml"]).toBe(source);
    fresh.excel.faults.clear();
    await takeIn(fresh.port, { kind: "workbook" }, {}, TODAY);
    expect((await contentsOf(fresh)).beslut?.rows.map(({ values }) => values)).toEqual(goal);
  }
});
