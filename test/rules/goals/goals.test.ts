import fc from "fast-check";
import { readRegisters } from "../../../src/registers/readRegisters.js";
import { parsePeriod, type Period } from "../../../src/registers/values/period.js";
import { goalsRolledUp, ownJudgement } from "../../../src/rules/goals/goalRollUp.js";
import { countStatuses, goalResultOf, proposedWord, reportedGoals } from "../../../src/rules/goals/goalResults.js";
import { holdsDuring, isInForce } from "../../../src/rules/goals/goalsInForce.js";
import { byReportOrder, firstById, type GoalRow } from "../../../src/rules/goals/goalTree.js";
import { workbookOf } from "../../../src/rules/measures/measureResults.js";
import { unitsOf } from "../../../src/rules/units/units.js";
import { read, type Written, type WrittenRows, type WrittenWorkbook } from "../testWorkbook.js";

type Values = Readonly<Record<string, Written>>;
const period = (text: string): Period => {
  const found = parsePeriod(text, { rapportering: "tertial", delarTill: "augusti" });
  if (found === null) throw new Error(`${text} is no period`);
  return found;
};
const t1 = period("T1 2019");
const enheter: WrittenRows = [
  { Kod: "KF", Namn: "Fullmäktige", Typ: "Fullmäktige", Ordning: 9 },
  { Kod: "OAN", Namn: "Omsorgsnämnden", Typ: "Nämnd", "Överordnad": "KF", Ordning: 2 },
  { Kod: "BUN", Namn: "Barnnämnden", Typ: "Nämnd", "Överordnad": "KF", Ordning: 1 },
  { Kod: "E1", Namn: "Enhet ett", Typ: "Enhet", "Överordnad": "OAN" },
  { Kod: "E2", Namn: "Enhet två", Typ: "Enhet", "Överordnad": "OAN" },
  { Kod: "RIKET", Namn: "Riket", Typ: "Jämförelse" },
];
const day = (value: number): Written => ({ value, format: "yyyy-mm-dd" });
const goal = (id: string, values: Values = {}) => ({ "Mål-id": id, "Nivå": "Nämndmål", "Mål": `Mål ${id}`, Enhet: "OAN", ...values });
const measure = (id: string, malId: string, values: Values = {}) => ({ "Mått-id": id, "Mål-id": malId, "Mått": `Mått ${id}`, "Måttenhet": "antal", Riktning: "Öka", "Målvärde": 10, ...values });
const outcome = (id: string, Utfall: Written, values: Values = {}) => ({ "Mått-id": id, Period: "T1 2019", Utfall, ...values });
const opened = (written: WrittenWorkbook) => {
  const { contents, settings } = read({ enheter, ...written });
  return workbookOf(contents, settings);
};
type Opened = ReturnType<typeof opened>;
const ids = (goals: readonly GoalRow[]) => goals.map(({ values }) => values.id);
const report = (workbook: Opened, unit: string | null = null, also: ReadonlySet<GoalRow> = new Set()) => {
  const { reported, notInForce } = reportedGoals(workbook, { unit, period: t1 }, also);
  return { reported: ids(reported.map((each) => each.goal)), notInForce: ids(notInForce) };
};

describe("the word that is proposed", () => {
  test("is of those that could be judged: all met, none even partly, or between", () => {
    const few = fc.nat(2);
    fc.assert(fc.property(few, few, few, (met, partly, missed) => {
      const word = met + partly + missed === 0 ? "Ej bedömt" : met === met + partly + missed ? "Uppnått" : missed === met + partly + missed ? "Ej uppnått" : "Delvis uppnått";
      expect(proposedWord({ "Uppnått": met, "Delvis uppnått": partly, "Ej uppnått": missed })).toBe(word);
    }));
  });

  test("and the mean leave out what is unclear and what weighs nothing", () => {
    const workbook = opened({
      mal: [goal("A")],
      matt: [measure("M1", "A"), measure("M2", "A", { Vikt: 0 }), measure("M3", "A", { Vikt: -1 }), measure("M4", "A")],
      utfall: [outcome("M1", 5), outcome("M2", 20), outcome("M3", 30), outcome("M4", "omkring 5")],
    });
    const [result] = reportedGoals(workbook, { unit: null, period: t1 }).reported;
    expect(result?.mean).toBe(0.5);
    expect(countStatuses(result?.measures ?? [])).toEqual({ "Uppnått": 2, "Delvis uppnått": 0, "Ej uppnått": 1, "Ej mätt": 0, "Mål saknas": 0, "Följs": 0 });
    expect(result && goalResultOf(workbook, result.goal, { unit: null, period: t1 })).toEqual(result);
    const weightless = opened({ mal: [goal("A")], matt: [measure("M1", "A", { Vikt: 0 })], utfall: [outcome("M1", 5)] });
    expect(reportedGoals(weightless, { unit: null, period: t1 }).reported).toMatchObject([{ mean: undefined }]);
  });
});

describe("a goal is in force", () => {
  const rowsOf = (mal: WrittenRows) => opened({ mal }).tree;
  const during = (values: Values) => rowsOf([goal("A", values)]).inOrder.map((row) => holdsDuring(row, t1));

  test("from its first day to its last, both among them, and without end where neither is said", () => {
    // T1 2019 is 43466 to 43585.
    expect([{}, { "Giltigt från": day(43585) }, { "Giltigt till": day(43466) }, { "Giltigt från": day(43400), "Giltigt till": day(43500) }].map(during)).toEqual([[true], [true], [true], [true]]);
    expect([{ "Giltigt från": day(43586) }, { "Giltigt till": day(43465) }, { "Giltigt från": day(43400), "Giltigt till": day(43465) }, { "Giltigt från": day(43586), "Giltigt till": day(43600) }].map(during)).toEqual([[false], [false], [false], [false]]);
  });

  test("only where every goal above it is, also where they stand in a ring", () => {
    const tree = rowsOf([goal("A", { "Giltigt till": day(43465) }), goal("B", { "Överordnat mål": "A" }), goal("C", { "Överordnat mål": "B" }), goal("D"), goal("X", { "Överordnat mål": "Y" }), goal("Y", { "Överordnat mål": "X" })]);
    expect(tree.inOrder.map((row) => [row.values.id, isInForce(row, t1, tree)])).toEqual([["A", false], ["B", false], ["C", false], ["D", true], ["X", true], ["Y", true]]);
    expect(ids(tree.inCycle)).toEqual(["X", "Y"]);
  });

  test("or is reported all the same where it or one below has an outcome, or somebody asks for it", () => {
    const over = { "Giltigt till": day(43465) };
    const written = { mal: [goal("A", over), goal("B", { "Överordnat mål": "A" }), goal("C", over), goal("D", { Enhet: "BUN" })], matt: [measure("M", "B"), measure("N", "B", { Vikt: 1 }), measure("S", "C", { "Sammanvägning": "Summa" })] };
    expect(report(opened(written))).toEqual({ reported: ["D"], notInForce: ["A", "B", "C"] });
    expect(report(opened({ ...written, utfall: [outcome("M", 5)] }))).toEqual({ reported: ["A", "B", "D"], notInForce: ["C"] });
    for (const Utfall of [5, ""]) expect(report(opened({ ...written, utfall: [outcome("S", Utfall, { Enhet: "E1" }), outcome("S", "", { Enhet: "BUN" })] }))).toEqual({ reported: ["C", "D"], notInForce: ["A", "B"] });
    const half = [outcome("S", 5, { Enhet: "E1" }), outcome("S", 5, { Enhet: "E2", Period: "T1 2018" })];
    expect(report(opened({ ...written, utfall: half })).reported).toEqual(["C", "D"]);
    const before = opened({ ...written, utfall: [outcome("S", 5, { Enhet: "E1", Period: "T1 2018" })] });
    expect(report(before)).toEqual({ reported: ["D"], notInForce: ["A", "B", "C"] });
    const workbook = opened(written);
    expect(report(workbook, "OAN", new Set([workbook.tree.goal("C")].flatMap((row) => row ?? [])))).toEqual({ reported: ["C"], notInForce: ["A", "B"] });
    expect(report(workbook, "BUN", new Set([workbook.tree.goal("C")].flatMap((row) => row ?? [])))).toEqual({ reported: ["C", "D"], notInForce: [] });
  });

  test("for a committee also without measures, where it owns it, and never where nobody does", () => {
    expect(report(opened({ mal: [goal("A", { Enhet: "BUN" }), goal("B"), goal("C", { Enhet: "E1" }), goal("D", { Enhet: "" })] }), "OAN").reported).toEqual(["B", "C"]);
  });
});

describe("goals and measures in order", () => {
  test("are by Ordning, then number, then id, whatever order they were written in", () => {
    const named = (id: string, nr: string | null = null, ordning: number | null = null) => ({ id, nr, ordning });
    const inOrder = [named("Ö", "9", 1), named("A", null, 2), named("B", "2.9", 2), named("A", "2.10", 2), named("a", null), named("A", null), named("M2"), named("M10")];
    for (const [index, each] of inOrder.entries()) {
      expect(byReportOrder(each, each)).toBe(0);
      for (const later of inOrder.slice(index + 1)) expect([Math.sign(byReportOrder(each, later)), Math.sign(byReportOrder(later, each))]).toEqual([-1, 1]);
    }
    expect([byReportOrder(named("A\u030A"), named("Å")), byReportOrder(named("Å"), named("A\u030A"))]).toEqual([-1, 1]);
    const { tree } = opened({ mal: [goal("A")], matt: [measure("M10", "A"), measure("M2", "A"), measure("M1", "A", { Ordning: 2 }), measure("M3", "A", { Ordning: 1 }), measure("X", "")] });
    expect([tree.measuresOf("a"), tree.measuresOf(null)].map((rows) => rows.map(({ values }) => values.id))).toEqual([["M3", "M1", "M2", "M10"], ["X"]]);
    expect(ids(opened({ mal: [goal("B"), goal("A"), goal("C", { "Överordnat mål": "B" })] }).tree.inOrder)).toEqual(["A", "B", "C"]);
  });

  test("with one id are the upper one's, wherever it stands in the report", () => {
    const twice = opened({ mal: [goal("A", { Ordning: 2 }), goal("a", { Ordning: 1, Enhet: "BUN" }), goal("A", { Ordning: 3 })], matt: [measure("M", "A")], utfall: [outcome("M", 5)] });
    expect(twice.tree.goal("A")?.values.ordning).toBe(2);
    expect(reportedGoals(twice, { unit: null, period: t1 }).reported.map(({ goal: { values }, measures }) => [values.ordning, measures.length])).toEqual([[1, 0], [2, 1], [3, 0]]);
    const rows = [3, 1, 2].map((row) => ({ row, values: { id: "A" } }));
    expect(firstById(rows).get("a")?.row).toBe(1);
    const same = opened({ mal: [goal("A", { "Mål": "Över" }), goal("A", { "Mål": "Under" })], matt: [measure("M", "A", { "Mått": "Över" }), measure("M", "A", { "Mått": "Under" })] });
    expect(same.tree.inOrder.map(({ values }) => values.mal)).toEqual(["Över", "Under"]);
    expect(same.tree.measuresOf("A").map(({ values }) => values.matt)).toEqual(["Över", "Under"]);
  });

  test("are owned by the unit of the nearest of five goals upwards, and by nobody where none has one", () => {
    const chain = Array.from({ length: 7 }, (_, level) => goal(`G${level}`, { Enhet: level === 0 ? "KF" : "", ...(level === 0 ? {} : { "Överordnat mål": `G${level - 1}` }) }));
    const { tree, contents } = opened({ mal: [...chain, goal("N", { Enhet: "" })], matt: [measure("M", "G4"), measure("N", "N"), measure("O", "borta")] });
    expect(tree.inOrder.map((row) => tree.ownerOfGoal(row))).toEqual(["KF", "KF", "KF", "KF", "KF", null, null, null]);
    expect(contents.matt?.rows.map((row) => tree.ownerOfMeasure(row))).toEqual(["KF", null, null]);
  });

  test("are none in a workbook without tables", () => {
    const { contents, settings } = readRegisters(new Map());
    const { tree, units } = workbookOf(contents, settings);
    expect([tree.inOrder, tree.measuresOf("A"), units.isKnown("KF")]).toEqual([[], [], false]);
  });
});

describe("what goals below say of one", () => {
  const judged = (avser: string, Status: string, Enhet = "") => ({ Avser: avser, Period: "T1 2019", Status, Enhet });
  const rolledUp = (written: WrittenWorkbook) => {
    const workbook = opened(written);
    const choice = { unit: null, period: t1 };
    return goalsRolledUp(workbook, reportedGoals(workbook, choice).reported, (row) => ownJudgement(workbook, row, choice)).map(({ goal: row, counts, proposed, own }) => [row.values.id, Object.values(counts), proposed, own]);
  };
  const below = (id: string, above: string, values: Values = {}) => goal(id, { "Överordnat mål": above, ...values });
  const area = goal("A", { "Nivå": "Målområde", Enhet: "KF" });
  const two = [area, below("B", "A"), below("C", "A", { Enhet: "BUN" })];

  test("is all, some or none of it, by the committees' own words or else their measures'", () => {
    expect(rolledUp({ mal: two, uppfoljning: [judged("B", "Uppnått"), judged("C", "Uppnått")] })).toEqual([["A", [2, 0, 0, 0], "Uppnått", undefined]]);
    expect(rolledUp({ mal: two, uppfoljning: [judged("B", "Ej uppnått"), judged("C", "Uppnått"), judged("A", "Uppnått")] })).toEqual([["A", [1, 0, 1, 0], "Delvis uppnått", "Uppnått"]]);
    expect(rolledUp({ mal: two, matt: [measure("M", "B")], utfall: [outcome("M", 10)] })).toEqual([["A", [1, 0, 0, 1], "Uppnått", undefined]]);
    expect(rolledUp({ mal: two, matt: [measure("M", "B")], utfall: [outcome("M", 10)], uppfoljning: [judged("B", "Ej uppnått")] })).toEqual([["A", [0, 0, 1, 1], "Ej uppnått", undefined]]);
    expect(rolledUp({ mal: two })).toEqual([]);
  });

  test("goes up level by level, and only from what can be judged", () => {
    const deep = [goal("Ö", { "Nivå": "Målområde", Enhet: "KF", Ordning: 1 }), below("A", "Ö", { "Nivå": "Målområde", Enhet: "KF" }), ...two.slice(1), below("I", "A", { "Nivå": "Inriktning" })];
    expect(rolledUp({ mal: deep, uppfoljning: [judged("B", "Uppnått"), judged("C", "Uppnått"), judged("I", "Ej uppnått")] })).toEqual([["Ö", [1, 0, 0, 0], "Uppnått", undefined], ["A", [2, 0, 0, 0], "Uppnått", undefined]]);
  });

  test("is said of a goal that several committees work with, and that has no measures of its own", () => {
    const words = [judged("B", "Uppnått"), judged("C", "Uppnått")];
    const ofOne = [goal("A"), below("B", "A"), below("C", "A")];
    expect(rolledUp({ mal: ofOne, uppfoljning: words })).toEqual([]);
    expect(rolledUp({ mal: [goal("A", { Enhet: "" }), below("B", "A"), below("C", "A")], uppfoljning: words })).toEqual([]);
    expect(rolledUp({ mal: two, matt: [measure("M", "A")], uppfoljning: words })).toEqual([]);
  });
});

describe("units", () => {
  const units = unitsOf(read({ enheter: [...enheter, { Kod: "oan", Namn: "En till", Typ: "Nämnd", "Överordnad": "BUN", Ordning: 99 }, { Kod: "X", Namn: "X", Typ: "Enhet", "Överordnad": "Y" }, { Kod: "Y", Namn: "Y", Typ: "Enhet", "Överordnad": "X" }] }).contents);

  test("lie within themselves and those above them, and in a ring within each other", () => {
    expect([["e1", "oan"], ["E1", "KF"], ["E1", "E1"], ["okänd", "Okänd"], ["X", "Y"]].map(([unit = "", above = ""]) => units.isWithin(unit, above))).toEqual([true, true, true, true, true]);
    expect([["OAN", "E1"], ["E1", "BUN"], ["OAN", "BUN"]].map(([unit = "", above = ""]) => units.isWithin(unit, above))).toEqual([false, false, false]);
    expect([units.above("E1"), units.above("KF"), units.above("X")]).toEqual([["oan", "kf"], [], ["y"]]);
  });

  test("are known, compared with, or the council, by how they stand first in Enheter", () => {
    expect(["oan", "OAN", "okänd"].map(units.isKnown)).toEqual([true, true, false]);
    expect(["riket", "OAN", "okänd", null].map(units.isComparison)).toEqual([true, false, false, false]);
    expect(["kf", "OAN", "okänd", null].map(units.isCouncil)).toEqual([true, false, false, false]);
    expect(unitsOf(read({}).contents).isComparison("RIKET")).toBe(false);
  });

  test("are the same in any case, and come by Ordning, then code, nobody last", () => {
    expect([["oan", "OAN"], ["OAN", "BUN"], ["OAN", null], [null, "OAN"], [null, null]].map(([a = null, b = null]) => units.same(a, b))).toEqual([true, false, false, false, true]);
    const inOrder = ["BUN", "OAN", "KF", "E1", "okänd", "X", "Åter okänd", null];
    for (const [index, unit] of inOrder.entries()) {
      expect(units.byOrder(unit, unit)).toBe(0);
      for (const later of inOrder.slice(index + 1)) expect([Math.sign(units.byOrder(unit, later)), Math.sign(units.byOrder(later, unit))]).toEqual([-1, 1]);
    }
  });
});
