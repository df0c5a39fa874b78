import { readRegisters } from "../../../src/registers/readRegisters.js";
import { parsePeriod, periodLabel, type Period } from "../../../src/registers/values/period.js";
import { unclear } from "../../../src/rules/measures/meaning.js";
import { answersOf, measureResult, measureResults, resultsOf, sameInPeriod, unitOfRow, workbookOf } from "../../../src/rules/measures/measureResults.js";
import { comparisonPeriod, type OutcomeRow } from "../../../src/rules/measures/outcomes.js";
import { isDue, isReported } from "../../../src/rules/measures/outcomesDue.js";
import { printMeaning } from "../../../src/rules/measures/printing.js";
import { isGiven } from "../../../src/rules/measures/target.js";
import { womenAndMenOf } from "../../../src/rules/measures/womenAndMen.js";
import { percent, read, type Written, type WrittenRows, type WrittenWorkbook } from "../testWorkbook.js";

const settings = { rapportering: "tertial", delarTill: "augusti" } as const;
const period = (text: string): Period => {
  const found = parsePeriod(text, settings);
  if (found === null) throw new Error(`${text} is no period`);
  return found;
};
const t1 = period("T1 2019");
const enheter: WrittenRows = [
  { Kod: "KF", Namn: "Fullmäktige", Typ: "Fullmäktige" },
  { Kod: "BUN", Namn: "Barnnämnden", Typ: "Nämnd", "Överordnad": "KF" },
  ...Array.from({ length: 10 }, (_, index) => ({ Kod: `S${index}`, Namn: `Skola ${index}`, Typ: "Enhet", "Överordnad": "BUN" })),
  { Kod: "RIKET", Namn: "Riket", Typ: "Jämförelse" },
];
const mal: WrittenRows = [{ "Mål-id": "A", "Nivå": "Nämndmål", "Mål": "Fler platser", Enhet: "BUN", "Giltigt till": { value: 43465, format: "yyyy-mm-dd" } }];
const measure = { "Mått-id": "M", "Mål-id": "A", "Mått": "Nya platser", "Måttenhet": "antal", Riktning: "Öka", "Målvärde": 100 };
const row = (values: Readonly<Record<string, Written>>) => ({ "Mått-id": "M", Period: "T1 2019", Utfall: 5, ...values });
const opened = (utfall: WrittenRows, values: Readonly<Record<string, Written>> = {}, others: WrittenWorkbook = {}) => {
  const { contents, settings: chosen } = read({ enheter, mal, matt: [{ ...measure, ...values }], utfall, ...others });
  return workbookOf(contents, chosen);
};
const results = (workbook: ReturnType<typeof opened>, unit: string | null = null) => resultsOf(workbook, { unit, period: t1 });
const only = (utfall: WrittenRows, values: Readonly<Record<string, Written>> = {}, others: WrittenWorkbook = {}) => {
  const [result, ...more] = results(opened(utfall, values, others));
  if (result === undefined || more.length > 0) throw new Error("one result was expected");
  return result;
};
const utfallOf = (found: OutcomeRow | undefined) => found?.values.utfall;
const figure = (value: number) => ({ kind: "number", value });

describe("outcomes are found", () => {
  test("by measure, period and unit, however these are written, also among many", () => {
    for (const count of [2, 8, 10]) {
      const { outcomes } = opened(Array.from({ length: count }, (_, index) => row({ Enhet: `S${index}`, Utfall: index })));
      for (let index = 0; index < count; index++) expect(utfallOf(outcomes.find("m", t1, `s${index}`))).toMatchObject(figure(index));
      expect(outcomes.unitsWith("M", t1)).toHaveLength(count);
      expect([outcomes.find("M", t1, "KF"), outcomes.find("M", period("T2 2019"), "S1"), outcomes.find("N", t1, "S1")]).toEqual([undefined, undefined, undefined]);
    }
  });

  test("as the upper of rows that say the same, and those are told", () => {
    const many = Array.from({ length: 9 }, (_, index) => row({ Enhet: `S${index}`, Utfall: index }));
    const { outcomes } = opened([...many, row({ Enhet: "s1", Utfall: 90 }), row({ Utfall: 1, Period: "T2 2019" }), row({ Enhet: "BUN", Utfall: 2, Period: "Tertial 2 2019" })]);
    expect([outcomes.find("M", t1, "S1"), outcomes.find("M", period("T2 2019"), "BUN")].map(utfallOf)).toMatchObject([figure(1), figure(1)]);
    expect(outcomes.unitsWith("M", t1)).toHaveLength(9);
    expect(outcomes.repeated.map((same) => same.map(utfallOf))).toMatchObject([[figure(1), figure(90)], [figure(1), figure(2)]]);
  });

  test("for the unit that is written, known or not, else for the measure's owner, else for nobody", () => {
    const { contents, outcomes } = opened([row({ Enhet: "Skola 1" }), row({ Enhet: "XYZ" }), row({}), row({ "Mått-id": "N" })]);
    const rows = contents.utfall?.rows ?? [];
    expect(rows.map(outcomes.unitOf)).toEqual(["S1", "XYZ", "BUN", null]);
    expect(rows.map((each) => outcomes.measureOf(each)?.values.id)).toEqual(["M", "M", "M", undefined]);
    const [copy] = rows.map((each) => ({ ...each }));
    expect(copy && [outcomes.unitOf(copy), outcomes.measureOf(copy)?.values.id]).toEqual(["S1", "M"]);
    const blank = copy && { ...copy, values: { ...copy.values, enhet: null }, cells: {} };
    expect(blank && [outcomes.unitOf(blank), outcomes.unitOf({ ...blank, cells: { enhet: { value: "#N/A", type: "Error", numberFormat: "General" } } })]).toEqual(["BUN", "#N/A"]);
  });

  test("in the periods that units report, the earliest first; what is only compared with stands apart, as in the sheet", () => {
    const { outcomes } = opened([row({ Period: "T2 2019" }), row({ Period: "T1 2018" }), row({ Enhet: "RIKET", Utfall: 9 }), row({ Period: "T1 2018", Enhet: "RIKET", Utfall: 8 }), row({ Enhet: "RIKET", Period: "2017", Utfall: 7 })]);
    expect(outcomes.periodsOf("m").map(periodLabel)).toEqual(["T1 2018", "T2 2019"]);
    expect(outcomes.comparedWith("m").map(utfallOf)).toMatchObject([9, 8, 7].map(figure));
    expect([outcomes.unitsWith("M", t1), outcomes.periodsOf("N"), outcomes.comparedWith("N")]).toEqual([[], [], []]);
  });

  test("of the upper of two measures with one id; those with targets of their own are known", () => {
    const twice = opened([row({}), row({ Period: "T2 2019", "Målvärde": 90 })], {}, { matt: [measure, { ...measure, "Mått": "Under" }, { ...measure, "Mått-id": "N" }] });
    expect([...twice.outcomes.measuresWithOwnTargets].map(({ values }) => values.matt)).toEqual(["Nya platser"]);
    expect(opened([row({ "Målvärde": "" }), row({ "Mått-id": "X", "Målvärde": 9 })]).outcomes.measuresWithOwnTargets.size).toBe(0);
  });

  test("nowhere in a workbook without tables", () => {
    const { contents, settings: chosen } = readRegisters(new Map());
    expect(measureResults(contents, chosen, { unit: null, period: t1 })).toEqual([]);
  });
});

test("the trend is seen against what the workbook says", () => {
  expect((["samma period förra året", "föregående period", "startvärde"] as const).map((against) => comparisonPeriod(t1, against))).toEqual([period("T1 2018"), period("T3 2018"), null]);
  const against = (trendMot: string, values: Readonly<Record<string, Written>> = {}) =>
    only([row({}), row({ Period: "T1 2018", Utfall: 6 }), row({ Period: "T3 2018", Utfall: 4 })], values, { installningar: [{ Nyckel: "trend-mot", "Värde": trendMot }] });
  expect(against("samma period förra året")).toMatchObject({ trend: "Sämre", comparedWith: { period: period("T1 2018") } });
  expect(against("föregående period")).toMatchObject({ trend: "Bättre", comparedWith: { period: period("T3 2018") } });
  expect(against("startvärde", { Startvärde: 3 })).toMatchObject({ trend: "Bättre", comparedWith: { period: null, outcome: { amount: { value: 3 } } } });
  expect(against("startvärde").trend).toBe("Ej jämförbart");
});

describe("the target of an interval", () => {
  const target = (values: Readonly<Record<string, Written>>, own: Written = "") => only([row({ "Målvärde": own })], { Riktning: "Inom intervall", ...values }).target;

  test("has its bounds in two cells or in one, and is missing with only one of them", () => {
    expect([target({ "Målvärde": 85, "Målvärde till": 90 }), target({ "Målvärde": "85–90" }), target({ "Målvärde": 85, "Målvärde till": 85 })].map(printMeaning)).toEqual(["85–90", "85–90", "85–85"]);
    expect([target({ "Målvärde": 85 }), target({ "Målvärde": "", "Målvärde till": 90 }), target({ "Målvärde": "" })]).toEqual([{ kind: "missing" }, { kind: "missing" }, { kind: "missing" }]);
    expect(printMeaning(target({ "Målvärde": 85, "Målvärde till": 90 }, "70–80"))).toBe("70–80");
  });

  test("is given by what is read, or by a cell with something in it", () => {
    const cell = { value: "omkring 85", type: "String", numberFormat: "General" } as const;
    expect([isGiven({ quantity: { kind: "yesNo", value: true }, cell: undefined }), isGiven({ quantity: null, cell }), isGiven({ quantity: null, cell: undefined })]).toEqual([true, true, false]);
  });

  test("is unclear the wrong way round, where a bound cannot be read, and in a measure of another direction", () => {
    expect(target({ "Målvärde": 90, "Målvärde till": 85 })).toEqual({ kind: "unclear", ruleId: unclear.boundsReversed });
    for (const values of [{ "Målvärde": "omkring 85", "Målvärde till": 90 }, { "Målvärde": 85, "Målvärde till": "omkring 90" }]) expect(target(values)).toEqual({ kind: "unclear", ruleId: unclear.unreadable });
    expect(target({ "Målvärde": 85, "Målvärde till": "86–90" })).toEqual({ kind: "unclear", ruleId: unclear.intervalUnexpected });
    expect(target({ Riktning: "Öka", "Målvärde": "85–90" })).toEqual({ kind: "unclear", ruleId: unclear.intervalUnexpected });
  });
});

describe("a result", () => {
  test("has no target where the measure is only followed, and the row's comment", () => {
    expect(only([row({ Kommentar: "Två nya hus." })], { Riktning: "Följs" })).toMatchObject({ target: { kind: "missing" }, status: "Följs", comment: "Två nya hus." });
    expect(only([row({})]).comment).toBeNull();
  });

  test("is unclear where the outcome is a limit or an interval, and says first what else is", () => {
    for (const Utfall of ["minst 5", "5–6"]) expect(only([row({ Utfall })]).outcome).toEqual({ kind: "unclear", ruleId: unclear.boundAsOutcome });
    expect(only([row({ Utfall: "minst 0,6" })], { "Måttenhet": "%" }).outcome).toEqual({ kind: "unclear", ruleId: unclear.percentAmbiguous });
  });

  test("is counted in what its target and outcome are written with where the measure says nothing", () => {
    const workbook = opened([row({ Utfall: "5 tkr" })], { "Måttenhet": "", "Målvärde": "" });
    const [counted] = results(workbook);
    expect(counted && [unitOfRow(counted.measure, counted.source), unitOfRow(counted.measure, undefined)]).toEqual(["tkr", null]);
    const [byTarget] = results(opened([], { "Måttenhet": "", "Målvärde": "75 %" }));
    expect(byTarget && unitOfRow(byTarget.measure, byTarget.source)).toBe("%");
    expect(only([row({ Utfall: 5 })], { "Målvärde": "75 %" }).target).toEqual({ kind: "unclear", ruleId: unclear.percentInOtherUnit });
  });

  test("is of the measure, unit and period that it is asked for, also when the row has been judged before", () => {
    const workbook = opened([row({ Enhet: "S1" })], {}, { matt: [measure, { ...measure, "Målvärde": 5 }] });
    const source = workbook.outcomes.find("M", t1, "S1");
    const [upper, lower] = workbook.contents.matt?.rows ?? [];
    if (upper === undefined || lower === undefined) throw new Error("two measures were written");
    expect(measureResult(workbook, upper, source, "S1", t1)).toMatchObject({ unit: "S1", status: "Ej uppnått" });
    expect(measureResult(workbook, upper, source, "BUN", t1).unit).toBe("BUN");
    expect(measureResult(workbook, lower, source, "BUN", t1).status).toBe("Uppnått");
    expect(measureResult(workbook, upper, source, "BUN", period("T2 2019")).period).toEqual(period("T2 2019"));
  });

  test("of a measure without a unit is counted anew in each comparison, also when its row and target have been read before", () => {
    const workbook = opened([row({ Period: "T1 2018", Utfall: 60 }), row({ Utfall: "70 %" })], { "Måttenhet": "", "Målvärde": 75 });
    const share = (value: number) => ({ amount: { value, percent: true } });
    expect(resultsOf(workbook, { unit: null, period: period("T1 2018") })).toMatchObject([{ outcome: { amount: { value: 60, percent: false } }, target: { amount: { value: 75 } } }]);
    expect(results(workbook)).toMatchObject([{ outcome: share(0.7), target: share(0.75), trend: "Bättre", comparedWith: { outcome: share(0.6) } }]);
  });

  test("is read in the unit of the measure that it is asked for, where two have one id", () => {
    const workbook = opened([row({ Utfall: "5 tkr" })], {}, { matt: [measure, { ...measure, "Måttenhet": "tkr" }] });
    const source = workbook.outcomes.find("M", t1, "BUN");
    const kinds = (workbook.contents.matt?.rows ?? []).map((each) => measureResult(workbook, each, source, "BUN", t1).outcome.kind);
    expect(kinds).toEqual(["unclear", "amount"]);
  });

  test("is the unit's own where it has one, else that of those below it, else the owner's that is missing", () => {
    const units = (utfall: WrittenRows, unit: string | null) => results(opened(utfall), unit).map((result) => result.unit);
    const reported = [row({ Enhet: "S1" }), row({ Enhet: "S2" }), row({ Enhet: "BUN" })];
    expect(["BUN", "bun", "S1", "KF", null].map((unit) => units(reported, unit))).toEqual([["BUN"], ["bun"], ["S1"], ["S1", "S2", "BUN"], ["S1", "S2", "BUN"]]);
    expect(["BUN", "bun", "S1", "KF", null].map((unit) => units([], unit))).toEqual([["BUN"], ["bun"], [], ["BUN"], ["BUN"]]);
    for (const ownerless of [opened([], {}, { mal: [] }), opened([row({})], {}, { mal: [] })]) {
      expect([results(ownerless), results(ownerless, "BUN")].map((found) => found.map(({ unit }) => unit))).toEqual([[null], []]);
    }
  });

  test("of another period is the same measure's and unit's", () => {
    const workbook = opened([row({ Enhet: "S1" }), row({ Enhet: "S1", Period: "T1 2018", Utfall: 4 }), row({ Enhet: "S2", Period: "T1 2018", Utfall: 3 })]);
    const [now] = results(workbook, "S1");
    expect(now && sameInPeriod(workbook, now, period("T1 2018"))).toMatchObject({ unit: "S1", period: period("T1 2018"), outcome: { amount: { value: 4 } } });
    const summed = opened([row({ Enhet: "S1" }), row({ Enhet: "S1", Period: "T1 2018", Utfall: 4 }), row({ Enhet: "S2", Period: "T1 2018", Utfall: 3 })], { "Sammanvägning": "Summa" });
    const [sum] = results(summed, "BUN");
    expect(sum && sameInPeriod(summed, sum, period("T1 2018"))).toMatchObject({ unit: "BUN", outcome: { amount: { value: 7 } } });
    expect(sum && sameInPeriod(summed, sum, period("T1 2017"))).toMatchObject({ unit: "BUN", status: "Ej mätt" });
  });

  test("of women and men is the row's, in the measure's unit, and theirs together only where every unit has given it", () => {
    const told = (utfall: WrittenRows, values: Readonly<Record<string, Written>> = {}) =>
      results(opened(utfall, values), "BUN").map(womenAndMenOf).map(({ women, men }) => [printMeaning(women).replace(/\s/u, " "), printMeaning(men).replace(/\s/u, " ")]);
    expect(told([row({ Kvinnor: 60, "Män": percent(0.4, "0%") })], { "Måttenhet": "%" })).toEqual([["60 %", "40 %"]]);
    expect(told([])).toEqual([["", ""]]);
    const both = [row({ Enhet: "S1", Kvinnor: 3, "Män": 2 }), row({ Enhet: "S2", Utfall: 4, Kvinnor: 3 })];
    expect(told(both, { "Sammanvägning": "Summa" })).toEqual([["6", ""]]);
    expect(results(opened(both, { "Sammanvägning": "Summa" }), "BUN").map(womenAndMenOf)).toMatchObject([{ men: { kind: "missing" } }]);
    expect(told([...both, row({ Enhet: "BUN", Kvinnor: 1, "Män": 4 })], { "Sammanvägning": "Summa" })).toEqual([["1", "4"]]);
  });
});

test("an outcome is owed while its goal is in force, or once it has been begun; the words for none are an answer", () => {
  const due = (utfall: WrittenRows, others: WrittenWorkbook = {}) => {
    const workbook = opened(utfall, {}, others);
    return results(workbook).map((result) => [isDue(workbook, result), isReported(result)]);
  };
  // The goal ended with 2018.
  expect([due([]), due([row({})]), due([row({ Utfall: "" })]), due([row({ Utfall: "Ej mätt" })])]).toEqual([[[false, false]], [[true, true]], [[true, false]], [[true, true]]]);
  expect([due([], { mal: [] }), due([], { mal: [{ "Mål-id": "A", "Nivå": "Nämndmål", "Mål": "Fler", Enhet: "BUN" }] })]).toEqual([[[true, false]], [[true, false]]]);
});

test("each unit answers for itself, and one that has its own answer for that too", () => {
  const workbook = opened([row({ Enhet: "S1" }), row({ Enhet: "S2" }), row({ Enhet: "BUN", Utfall: 9 })], { "Sammanvägning": "Summa" });
  expect(answersOf(workbook, { unit: "BUN", period: t1 }).map(({ unit }) => unit)).toEqual(["BUN", "S1", "S2"]);
});
