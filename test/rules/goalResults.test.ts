import fc from "fast-check";
import { goalResults } from "../../src/rules/goals/goalResults.js";
import { measureResults } from "../../src/rules/measures/measureResults.js";
import { printMeaning } from "../../src/rules/measures/printing.js";
import { parsePeriod } from "../../src/registers/values/period.js";
import { percent, read, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

const workbook: WrittenWorkbook = {
  enheter: [
    { Kod: "KF", Namn: "Fullmäktige", Typ: "Fullmäktige" },
    { Kod: "OAN", Namn: "Omsorgsnämnden", Typ: "Nämnd", "Överordnad": "KF" },
    { Kod: "E1", Namn: "Enhet ett", Typ: "Enhet", "Överordnad": "OAN" },
    { Kod: "BUN", Namn: "Barnnämnden", Typ: "Nämnd", "Överordnad": "KF" },
  ],
  mal: [
    { "Mål-id": "B", "Nivå": "Nämndmål", Nr: "2.10", "Mål": "Tionde", "Överordnat mål": "A", Enhet: "OAN" },
    { "Mål-id": "C", "Nivå": "Nämndmål", Nr: "2.9", "Mål": "Nionde", "Överordnat mål": "A", Enhet: "BUN" },
    { "Mål-id": "A", "Nivå": "Målområde", Nr: "2", "Mål": "Området", Enhet: "KF" },
    { "Mål-id": "D", "Nivå": "Nämndmål", "Mål": "Först ändå", "Överordnat mål": "A", Enhet: "E1", Ordning: 1 },
  ],
  matt: [
    { "Mått-id": "M1", "Mål-id": "B", "Mått": "Ett", "Måttenhet": "%", Riktning: "Öka", "Målvärde": percent(0.75), Vikt: 3 },
    { "Mått-id": "M2", "Mål-id": "B", "Mått": "Två", "Måttenhet": "antal", Riktning: "Öka", "Målvärde": 100 },
    { "Mått-id": "M3", "Mål-id": "C", "Mått": "Tre", "Måttenhet": "antal", Riktning: "Följs" },
    { "Mått-id": "M4", "Mål-id": "D", "Mått": "Fyra", "Måttenhet": "antal", Riktning: "Öka", "Målvärde": 10 },
  ],
  utfall: [
    { "Mått-id": "M1", Period: "T1 2019", Utfall: 60 },
    { "Mått-id": "M2", Period: "April 2019", Utfall: 120 },
    { "Mått-id": "M3", Period: "T1 2019", Utfall: 7, Enhet: "OAN" },
    { "Mått-id": "M4", Period: "T1 2018", Utfall: 7 },
  ],
};

function build(written: WrittenWorkbook, unit: string | null) {
  const { contents, settings } = read(written);
  const period = parsePeriod("T1 2019", settings);
  if (period === null) throw new Error("T1 2019 is a period");
  const choice = { unit, period };
  return { goals: goalResults(contents, settings, choice), measures: measureResults(contents, settings, choice) };
}

const ids = (goals: ReturnType<typeof build>["goals"]) => goals.map(({ goal }) => goal.values.id);

describe("goals in a report", () => {
  test("stand in report order: Ordning, then numbers as numbers, each under its parent", () => {
    expect(ids(build(workbook, null).goals)).toEqual(["A", "D", "C", "B"]);
  });

  test("come out the same however the rows are sorted", () => {
    const shuffled = (rows: WrittenRows = []) => fc.shuffledSubarray([...rows], { minLength: rows.length });
    const expected = JSON.stringify(build(workbook, null).goals.map(({ goal, counts, mean, proposed }) => [goal.values, counts, mean, proposed]));
    fc.assert(fc.property(shuffled(workbook.mal), shuffled(workbook.matt), shuffled(workbook.utfall), (mal, matt, utfall) => {
      const goals = build({ ...workbook, mal, matt, utfall }, null).goals;
      expect(JSON.stringify(goals.map(({ goal, counts, mean, proposed }) => [goal.values, counts, mean, proposed]))).toBe(expected);
    }), { numRuns: 30 });
  });

  test("count their own measures, and weigh the percentages that exist", () => {
    const goal = build(workbook, null).goals.find((result) => result.goal.values.id === "B");
    expect(goal?.counts).toEqual({ "Uppnått": 1, "Delvis uppnått": 0, "Ej uppnått": 1, "Ej mätt": 0, "Mål saknas": 0, "Följs": 0 });
    expect(goal?.mean).toBeCloseTo((3 * 0.8 + 1.2) / 4);
    expect(goal?.proposed).toBe("Delvis uppnått");
    const followed = build(workbook, null).goals.find((result) => result.goal.values.id === "C");
    expect(followed).toMatchObject({ mean: undefined, proposed: "Ej bedömt" });
  });

  test("for a committee: what it or a unit below owns or reports, with the goals above", () => {
    expect(ids(build(workbook, "OAN").goals)).toEqual(["A", "D", "C", "B"]);
    expect(ids(build(workbook, "E1").goals)).toEqual(["A", "D"]);
    expect(ids(build(workbook, "BUN").goals)).toEqual(["A", "C"]);
    expect(build(workbook, "OAN").measures.map(({ measure, unit }) => [measure.values.id, unit])).toEqual([["M4", "E1"], ["M3", "OAN"], ["M1", "OAN"], ["M2", "OAN"]]);
  });

  test("a chain of goals that never ends loses no goal", () => {
    const mal = [{ "Mål-id": "X", "Nivå": "Delmål", "Mål": "X", "Överordnat mål": "Y" }, { "Mål-id": "Y", "Nivå": "Delmål", "Mål": "Y", "Överordnat mål": "X" }];
    expect(ids(build({ ...workbook, mal: [...(workbook.mal ?? []), ...mal] }, null).goals)).toEqual(["A", "D", "C", "B", "X", "Y"]);
  });
});

describe("measures in a report", () => {
  const one = (measure: WrittenRows[number], ...utfall: WrittenRows) =>
    build({ matt: [{ "Mått-id": "M", "Mått": "Ett", Riktning: "Öka", ...measure }], utfall: utfall.map((row) => ({ "Mått-id": "M", Period: "T1 2019", ...row })) }, null).measures;

  test("April 2019 is the first tertial, and is compared with the year before", () => {
    const [result] = one({ "Måttenhet": "%" }, { Period: "April 2019", Utfall: "5,5 %" }, { Period: "2018-04", Utfall: percent(0.05) });
    expect(result).toMatchObject({ trend: "Bättre", comparedWith: { period: { kind: "tertial", year: 2018, number: 1 } } });
  });

  test("the period's target wins over the measure's, and one that cannot be read is not passed over", () => {
    expect(one({ "Målvärde": 10 }, { Utfall: 9, "Målvärde": 9 })).toMatchObject([{ status: "Uppnått" }]);
    expect(one({ "Målvärde": 10 }, { Utfall: 11, "Målvärde": "ungefär tolv" })).toMatchObject([{ status: null, target: { kind: "unclear" } }]);
    expect(one({ "Målvärde": 10 }, { Utfall: "omkring 11" })).toMatchObject([{ status: null, outcome: { kind: "unclear" } }]);
  });

  test("values are printed as they were written", () => {
    const printed = (measure: WrittenRows[number], utfall: WrittenRows[number]) => one(measure, utfall).map(({ outcome }) => printMeaning(outcome).replaceAll("\u00A0", " "));
    expect(printed({ "Måttenhet": "%" }, { Utfall: "5,50 procent" })).toEqual(["5,50 %"]);
    expect(printed({ "Måttenhet": "%" }, { Utfall: percent(0.055, "0.00%") })).toEqual(["5,5 %"]);
    expect(printed({ "Måttenhet": "%" }, { Utfall: percent(0.05, "0.0%") })).toEqual(["5,0 %"]);
    expect(printed({ "Måttenhet": "%" }, { Utfall: 60.5 })).toEqual(["60,5 %"]);
    expect(printed({ "Måttenhet": "tkr" }, { Utfall: "10,2 mnkr" })).toEqual(["10 200 tkr"]);
    expect(printed({ "Måttenhet": "antal" }, { Utfall: 0.1 + 0.2 })).toEqual(["0,3"]);
    expect(printed({ "Måttenhet": "procentenheter" }, { Utfall: 0.6 })).toEqual(["0,6 procentenheter"]);
  });

  test("a blank unit of measure is taken from the target or the outcome", () => {
    expect(one({ "Målvärde": "Minst 75 %" }, { Utfall: 60 })).toMatchObject([{ attainment: { value: expect.closeTo(0.8) } }]);
    expect(one({ "Målvärde": 0.5 }, { Utfall: 0.6 })).toMatchObject([{ status: "Uppnått" }]);
  });

  test("a limit on the outcome says too little to be compared", () => {
    expect(one({ "Målvärde": 10 }, { Utfall: "minst 11" })).toMatchObject([{ status: null }]);
  });

  test("a unit that nobody knows does not speak for the owner", () => {
    const rows = build({ ...workbook, utfall: [{ "Mått-id": "M1", Period: "T1 2019", Enhet: "XYZ", Utfall: percent(0.8) }] }, "OAN").measures;
    expect(rows.find(({ measure }) => measure.values.id === "M1")).toMatchObject({ status: "Ej mätt", unit: "OAN" });
  });
});
