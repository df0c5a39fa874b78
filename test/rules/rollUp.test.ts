import fc from "fast-check";
import { parsePeriod } from "../../src/registers/values/period.js";
import { answersOf, resultsOf, workbookOf } from "../../src/rules/measures/measureResults.js";
import { printMeaning } from "../../src/rules/measures/printing.js";
import type { Amount, MeasureResult } from "../../src/rules/measures/results.js";
import { canBeRolledUp, countedUnits, rolledUpAmount } from "../../src/rules/measures/rollUp.js";
import { unitsOf } from "../../src/rules/units/units.js";
import { percent, read, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

const amount = (value: number, decimals = 0): Amount => ({ value, percent: false, decimals, unit: null });
const anyAmount = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(3)).map(([value, decimals]) => amount(value / 10 ** decimals, decimals));
const anyWay = fc.constantFrom("Summa" as const, "Medel" as const, "Största" as const, "Minsta" as const);

describe("amounts put together", () => {
  test("do not depend on the order of rows", () => {
    fc.assert(
      fc.property(anyWay, fc.array(anyAmount, { maxLength: 12 }).chain((amounts) => fc.tuple(fc.constant(amounts), fc.shuffledSubarray(amounts, { minLength: amounts.length }))), (way, [amounts, shuffled]) => {
        expect(rolledUpAmount(way, shuffled)?.value).toBe(rolledUpAmount(way, amounts)?.value);
      }),
    );
  });

  test("of one unit are that unit's, and of none are nothing rather than 0", () => {
    fc.assert(fc.property(anyWay, anyAmount, (way, only) => expect(rolledUpAmount(way, [only])).toEqual(only)));
    fc.assert(fc.property(anyWay, (way) => expect(rolledUpAmount(way, [])).toBeUndefined()));
  });

  test("come to the sum of their parts, also where a part is a sum itself", () => {
    fc.assert(
      fc.property(fc.array(anyAmount, { minLength: 1 }), fc.array(anyAmount, { minLength: 1 }), (some, others) => {
        const whole = rolledUpAmount("Summa", [...some, ...others])?.value ?? 0;
        const parts = [some, others].flatMap((part) => rolledUpAmount("Summa", part) ?? []);
        expect(rolledUpAmount("Summa", parts)?.value).toBeCloseTo(whole, 6);
      }),
    );
  });

  test("lie between the smallest and the largest, unless they are added", () => {
    fc.assert(
      fc.property(fc.constantFrom("Medel" as const, "Största" as const, "Minsta" as const), fc.array(anyAmount, { minLength: 1 }), (way, amounts) => {
        const value = rolledUpAmount(way, amounts)?.value ?? NaN;
        const values = amounts.map((each) => each.value);
        expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9 * 1e6);
        expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-9 * 1e6);
      }),
    );
  });

  test("show no noise, and a mean has one decimal more where it needs it", () => {
    expect(rolledUpAmount("Summa", [amount(0.1, 1), amount(0.2, 1)])).toEqual(amount(0.3, 1));
    expect(rolledUpAmount("Summa", [amount(0.5, 1), amount(2)])).toEqual(amount(2.5, 1));
    expect(rolledUpAmount("Medel", [amount(80), amount(85)])).toEqual(amount(82.5, 1));
    expect(rolledUpAmount("Medel", [amount(80), amount(90)])).toEqual(amount(85));
  });

  test("are never a sum of shares or of indexes, nor any figure of answers and words", () => {
    expect(["%", "procentenheter", "index", "text", "Ja/Nej", "antal", "tkr", "dagar", null].filter((unit) => canBeRolledUp("Summa", unit))).toEqual(["antal", "tkr", "dagar", null]);
    expect(["%", "procentenheter", "index", "text", "Ja/Nej", "antal", null].filter((unit) => canBeRolledUp("Medel", unit))).toEqual(["%", "procentenheter", "index", "antal", null]);
  });
});

const enheter: WrittenRows = [
  { Kod: "KF", Namn: "Fullmäktige", Typ: "Fullmäktige" },
  { Kod: "BUN", Namn: "Barnnämnden", Typ: "Nämnd", "Överordnad": "KF", Ordning: 1 },
  { Kod: "S1", Namn: "Norra skolan", Typ: "Enhet", "Överordnad": "BUN", Ordning: 2 },
  { Kod: "S2", Namn: "Södra skolan", Typ: "Enhet", "Överordnad": "BUN", Ordning: 3 },
  { Kod: "S3", Namn: "Västra skolan", Typ: "Enhet", "Överordnad": "BUN", Ordning: 4 },
  { Kod: "VON", Namn: "Vårdnämnden", Typ: "Nämnd", "Överordnad": "KF", Ordning: 5 },
  { Kod: "RIKET", Namn: "Riket", Typ: "Jämförelse", Ordning: 9 },
];

test("each answer is counted once, whatever the units' order and whoever is above whom", () => {
  const code = fc.nat(7).map((index) => `E${index}`);
  const tree = fc.uniqueArray(fc.record({ kod: code, overordnad: fc.option(code, { nil: null }) }), { selector: ({ kod }) => kod, maxLength: 8 });
  fc.assert(
    fc.property(tree, fc.uniqueArray(code), fc.uniqueArray(code), (unitRows, answered, others) => {
      const { contents } = read({ enheter: unitRows.map(({ kod, overordnad }) => ({ Kod: kod, Namn: `Enhet ${kod}`, Typ: "Enhet", "Överordnad": overordnad ?? "" })) });
      const units = unitsOf(contents);
      const below = [...new Set([...answered, ...others])];
      const { counted, missing } = countedUnits(units, below, answered);
      const isAbove = (above: string, unit: string) => above !== unit && units.isWithin(unit, above) && !units.isWithin(above, unit);
      for (const unit of answered) expect(counted.filter((other) => other === unit || isAbove(other, unit)).length).toBeGreaterThanOrEqual(1);
      for (const unit of counted) expect(counted.filter((other) => isAbove(other, unit))).toEqual([]);
      for (const unit of missing) expect(answered).not.toContain(unit);
      const isCovered = (unit: string) => counted.some((other) => isAbove(other, unit)) || below.some((other) => isAbove(unit, other));
      for (const unit of below) expect(answered.includes(unit) || missing.includes(unit) || isCovered(unit)).toBe(true);
    }),
  );
});

describe("a measure that units below report", () => {
  const measure = { "Mått-id": "M", "Mål-id": "A", "Mått": "Nya platser", "Måttenhet": "antal", Riktning: "Öka", "Målvärde": 100, "Sammanvägning": "Summa" };
  const workbook = (utfall: WrittenRows, values: Readonly<Record<string, string | number | ReturnType<typeof percent>>> = {}, owner = "BUN"): WrittenWorkbook => ({
    enheter, mal: [{ "Mål-id": "A", "Nivå": "Nämndmål", "Mål": "Fler platser", Enhet: owner }], matt: [{ ...measure, ...values }], utfall,
  });
  const outcome = (Enhet: string, Utfall: string | number | ReturnType<typeof percent>, Period = "T1 2019") => ({ "Mått-id": "M", Period, Enhet, Utfall });
  const results = (written: WrittenWorkbook, unit: string | null): readonly MeasureResult[] => {
    const { contents, settings } = read(written);
    const period = parsePeriod("T1 2019", settings);
    if (period === null) throw new Error("T1 2019 is a period");
    return resultsOf(workbookOf(contents, settings), { unit, period });
  };
  const only = (written: WrittenWorkbook, unit: string | null): MeasureResult => {
    const [result, ...others] = results(written, unit);
    if (result === undefined || others.length > 0) throw new Error("one result was expected");
    return result;
  };
  const told = ({ outcome: shown, status, rolledUp }: MeasureResult) => [printMeaning(shown), status, rolledUp?.counted.map(({ unit }) => unit), rolledUp?.missing.map(({ unit }) => unit)];
  const three = [outcome("S1", 40), outcome("S2", 35), outcome("S3", 30)];

  test("is their sum at the committee, judged against the measure's target", () => {
    expect(told(only(workbook(three), "BUN"))).toEqual(["105", "Uppnått", ["S1", "S2", "S3"], []]);
    expect(told(only(workbook(three), null))).toEqual(["105", "Uppnått", ["S1", "S2", "S3"], []]);
    expect(only(workbook(three), "S1")).toMatchObject({ unit: "S1", rolledUp: undefined });
  });

  test("comes out the same however the rows are sorted", () => {
    const sorted = told(only(workbook(three), null));
    fc.assert(
      fc.property(fc.shuffledSubarray([...three], { minLength: 3 }), fc.shuffledSubarray([...enheter], { minLength: enheter.length }), (utfall, units) => {
        expect(told(only({ ...workbook(utfall), enheter: units }, null))).toEqual(sorted);
      }),
      { numRuns: 30 },
    );
  });

  test("is put together in each way", () => {
    const ways = ["Medel", "Största", "Minsta"].map((way) => printMeaning(only(workbook(three, { "Sammanvägning": way }), "BUN").outcome));
    expect(ways).toEqual(["35", "40", "30"]);
    expect(results(workbook(three, { "Sammanvägning": "Redovisas inte" }), null)).toHaveLength(3);
    expect(results(workbook(three, { "Sammanvägning": "" }), null)).toHaveLength(3);
  });

  test("percentages have a mean and no sum", () => {
    const shares = [outcome("S1", percent(0.8, "0%")), outcome("S2", percent(0.85, "0%"))];
    const values = { "Måttenhet": "%", "Målvärde": percent(0.8, "0%") };
    expect(printMeaning(only(workbook(shares, { ...values, "Sammanvägning": "Medel" }), "BUN").outcome)).toMatch(/^82,5\s%$/u);
    expect(results(workbook(shares, values), "BUN").map(({ outcome: shown, rolledUp }) => [printMeaning(shown).replace(/\s/u, " "), rolledUp])).toEqual([["80 %", undefined], ["85 %", undefined]]);
  });

  test("is the committee's own where it has one, and that goes up instead of the units'", () => {
    const own = [...three, outcome("BUN", 90)];
    expect(told(only(workbook(own), "BUN"))).toEqual(["90", "Delvis uppnått", ["S1", "S2", "S3"], []]);
    const inAll = [...own, outcome("VON", 5)];
    expect(told(only(workbook(inAll, {}, "KF"), null))).toEqual(["95", "Delvis uppnått", ["BUN", "VON"], []]);
    expect(told(only(workbook([...three, outcome("VON", 5)], {}, "KF"), "KF"))).toEqual(["110", "Uppnått", ["S1", "S2", "S3", "VON"], []]);
  });

  test("a unit that has no outcome is missing by name, never 0", () => {
    const blank = [outcome("S1", 40), outcome("S2", ""), outcome("S3", "Ej mätt")];
    expect(told(only(workbook(blank), "BUN"))).toEqual(["40", "Ej uppnått", ["S1"], ["S2", "S3"]]);
    expect(told(only(workbook([outcome("S1", ""), outcome("S2", "")]), "BUN"))).toEqual(["", "Ej mätt", [], ["S1", "S2"]]);
    expect(told(only(workbook([outcome("S1", 40), outcome("S2", 50, "T3 2018"), outcome("S3", 50, "T1 2018")]), "BUN"))).toEqual(["40", "Ej uppnått", ["S1"], ["S2", "S3"]]);
  });

  test("a committee without an outcome is its units, and is not missing beside them", () => {
    const withBlank = [outcome("BUN", ""), outcome("S1", 40), outcome("S2", ""), outcome("VON", 5)];
    expect(told(only(workbook(withBlank, {}, "KF"), null))).toEqual(["45", "Ej uppnått", ["S1", "VON"], ["S2"]]);
  });

  test("has a trend only where the same units are in both figures", () => {
    const lastYear = [outcome("S1", 30, "T1 2018"), outcome("S2", 30, "T1 2018"), outcome("S3", 30, "T1 2018")];
    expect(only(workbook([...three, ...lastYear]), "BUN")).toMatchObject({ trend: "Bättre", comparedWith: { outcome: { amount: { value: 90 } } } });
    expect(only(workbook([...three, ...lastYear.slice(1)]), "BUN").trend).toBe("Ej jämförbart");
    expect(only(workbook([...three.slice(1), ...lastYear]), "BUN").trend).toBe("Ej jämförbart");
  });

  test("stands at the owner who has all who report below it, else at the council that reports, else at nobody", () => {
    const at = (utfall: WrittenRows, owner = "BUN") => results(workbook(utfall, {}, owner), null).map(({ unit, outcome: shown }) => [unit, printMeaning(shown)]);
    const aside = [...three, outcome("VON", 5)];
    expect([at(three), at(aside, "KF"), at(aside), at(three, "")]).toEqual([[["BUN", "105"]], [["KF", "110"]], [[null, "110"]], [[null, "105"]]]);
    expect(at([...aside, outcome("KF", 100)])).toEqual([["KF", "100"]]);
    expect(at([...three, outcome("", 7)], "")).toEqual([[null, "7"]]);
    expect(results(workbook([outcome("S1", 40)], {}, ""), null)).toMatchObject([{ unit: "S1", rolledUp: undefined }]);
    expect(results(workbook([outcome("S1", 40), outcome("", 7)], {}, ""), null)).toMatchObject([{ unit: "S1", rolledUp: undefined }, { unit: null, rolledUp: undefined }]);
  });

  test("under the council is the whole municipality, where the measure is the council's own or all of it is asked for", () => {
    const company = { Kod: "AB", Namn: "Bostäder AB", Typ: "Enhet", Ordning: 8 };
    const counted = (unit: string | null, owner: string, more: WrittenRows = []) => {
      const written = workbook([outcome("S1", 40), outcome("AB", 5), ...more], {}, owner);
      return results({ ...written, enheter: [...enheter, company] }, unit).flatMap(({ rolledUp }) => rolledUp?.counted.map((each) => each.unit) ?? []);
    };
    expect([counted("KF", "KF"), counted(null, "KF"), counted("KF", "BUN"), counted(null, "BUN", [outcome("KF", 9)])]).toEqual([["S1", "AB"], ["S1", "AB"], ["S1"], ["S1", "AB"]]);
  });

  test("is counted in what the units write where the measure says nothing, and not put together where they write shares", () => {
    const blank = { "Måttenhet": "", "Målvärde": "" };
    expect(printMeaning(only(workbook([outcome("S1", "40 tkr"), outcome("S2", "2 mnkr")], blank), "BUN").outcome)).toMatch(/^2\s040\stkr$/u);
    expect(results(workbook([outcome("S1", "40 %"), outcome("S2", "50 %")], blank), "BUN").map(({ unit }) => unit)).toEqual(["S1", "S2"]);
    expect(results(workbook([outcome("S1", 40), outcome("S2", 50)], { ...blank, "Målvärde": "50 %" }), "BUN").map(({ unit }) => unit)).toEqual(["S1", "S2"]);
  });

  test("is seen against the committee's own of the time before, or the units' where it had none, or where the measure began", () => {
    const before = (Enhet: string, Utfall: number) => outcome(Enhet, Utfall, "T1 2018");
    const seen = (utfall: WrittenRows) => only(workbook(utfall), "BUN").comparedWith;
    const units = ["S1", "S2", "S3"].map((unit) => before(unit, 30));
    expect(seen([...three, ...units, before("BUN", 95)])).toMatchObject({ outcome: { amount: { value: 95 } } });
    expect(seen([...three, ...units, outcome("BUN", 90)])).toMatchObject({ outcome: { amount: { value: 90 } } });
    expect(seen([...three, outcome("BUN", 90)])).toBeUndefined();
    const start = { ...workbook(three, { Startvärde: 70 }), installningar: [{ Nyckel: "trend-mot", "Värde": "startvärde" }] };
    expect(only(start, "BUN")).toMatchObject({ trend: "Bättre", comparedWith: { period: null, outcome: { amount: { value: 70 } } } });
  });

  test("has no trend where a unit that reported in between is missing, now or then", () => {
    const two = (period: string) => [outcome("S1", 30, period), outcome("S2", 30, period)];
    expect(only(workbook([...two("T1 2019"), ...two("T1 2018")]), "BUN").comparedWith).toMatchObject({ outcome: { amount: { value: 60 } } });
    expect(only(workbook([...two("T1 2019"), ...two("T1 2018"), outcome("S3", 9, "T3 2018")]), "BUN").comparedWith).toBeUndefined();
    expect(only(workbook([...two("T1 2019"), ...two("T1 2018"), outcome("S3", 9, "T1 2017")]), "BUN").comparedWith).toBeUndefined();
    expect(only(workbook([outcome("BUN", 90), ...two("T1 2019"), ...two("T1 2018"), outcome("S3", 9, "T1 2017")]), "BUN").comparedWith).toBeUndefined();
  });

  test("asks each unit for an answer, and nobody for what is put together", () => {
    const { contents, settings } = read(workbook([outcome("S1", 40), outcome("S2", ""), outcome("BUN", "")]));
    const period = parsePeriod("T1 2019", settings);
    if (period === null) throw new Error("T1 2019 is a period");
    const answers = answersOf(workbookOf(contents, settings), { unit: "BUN", period });
    expect(answers.map(({ unit, status }) => [unit, status])).toEqual([["S1", "Ej uppnått"], ["S2", "Ej mätt"]]);
  });

  test("is not mixed with what it is only compared with", () => {
    const compared = [...three, outcome("RIKET", 1000), outcome("RIKET", 900, "T1 2018")];
    expect(told(only(workbook(compared), null))).toEqual(told(only(workbook(three), null)));
    expect(results(workbook(compared, { "Sammanvägning": "" }), null).map(({ unit }) => unit)).toEqual(["S1", "S2", "S3"]);
    expect(results(workbook(compared), "RIKET")).toEqual([]);
  });
});
