import fc from "fast-check";
import { controlAssessments } from "../../src/registers/definitions/statusWords.js";
import type { Kontroll } from "../../src/registers/registers.js";
import type { Period } from "../../src/registers/values/period.js";
import { dueBy, frequencyOf, parseFrequency, timesMade } from "../../src/rules/controls/controlFrequency.js";
import { riskValueOf } from "../../src/rules/controls/controlRisks.js";
import { controlsOf, deviationShare, shortfallOf, worstOf, type ControlResultRow, type ControlRow } from "../../src/rules/controls/controls.js";
import { read, type WrittenRows } from "./testWorkbook.js";

const tertial = (number: number, year = 2019): Period => ({ kind: "tertial", year, number });
const month = (number: number): Period => ({ kind: "month", year: 2019, number });
const year: Period = { kind: "year", year: 2019, number: 1 };

function control(values: Partial<Kontroll>): ControlRow {
  return {
    row: 1, cells: {},
    values: {
      id: "KON-1", sort: "Intern kontroll", omrade: null, risk: "Risk", sannolikhet: null, konsekvens: null, kontrollmoment: null, vad: null, hur: null, nar: null,
      dokumentation: null, ansvarig: null, minstPerAr: null, ...values,
    },
  };
}

describe("how often a control is promised", () => {
  test.each([
    ["Löpande vid behov men minst tre gånger per år", 3],
    ["Vid behov men minst tre gånger per år.", 3],
    ["Löpande men minst två gånger per år", 2],
    ["Årligen och vid behov.", 1],
    ["En gång om året", 1],
    ["Minst 4 ggr per år", 4],
    ["2–3 gånger per år", 2],
    ["en gång i månaden", 12],
    ["två gånger per tertial", 6],
    ["Månadsvis.", 12],
    ["Varje månad", 12],
    ["varannan månad", 6],
    ["Kvartalsvis", 4],
    ["per tertial", 3],
    ["varje halvår", 2],
    ["Varje vecka", 52],
  ])("%s is %i times a year", (written, times) => {
    expect(parseFrequency(written)).toEqual({ kind: "perYear", times });
  });

  test.each(["Löpande under året", "Löpande under verksamhetsåret.", "kontinuerligt", "Vid behov"])("%s goes on all the time", (written) => {
    expect(parseFrequency(written)).toEqual({ kind: "ongoing" });
  });

  test.each(["I samband med bokslut", "vartannat år", "noll gånger om dagen", "0 gånger per år", "2019"])("%s says no number of times", (written) => {
    expect(parseFrequency(written)).toBeNull();
  });

  test("Minst per år wins over the words; a number that is none does not", () => {
    expect(frequencyOf(control({ nar: "Månadsvis", minstPerAr: 4 }))).toEqual({ kind: "perYear", times: 4 });
    expect(frequencyOf(control({ nar: "Månadsvis", minstPerAr: 0 }))).toEqual({ kind: "perYear", times: 12 });
    expect(frequencyOf(control({}))).toBeNull();
  });
});

describe("how many times it should have been made so far", () => {
  test("is counted from January and rounded down", () => {
    expect([1, 2, 3].map((number) => dueBy(3, tertial(number)))).toEqual([1, 2, 3]);
    expect([1, 2, 3].map((number) => dueBy(2, tertial(number)))).toEqual([0, 1, 2]);
    expect([1, 2, 3].map((number) => dueBy(1, tertial(number)))).toEqual([0, 0, 1]);
    expect([dueBy(12, month(3)), dueBy(4, { kind: "quarter", year: 2019, number: 2 }), dueBy(5, year)]).toEqual([3, 2, 5]);
  });

  test("an assessment speaks for its period, and for no more than that", () => {
    expect(timesMade(12, [tertial(1)])).toBe(4);
    expect(timesMade(3, [tertial(1), tertial(1)])).toBe(1);
    expect(timesMade(3, [month(1), month(2)])).toBe(2);
    expect(timesMade(12, [tertial(1), month(2), month(5)])).toBe(5);
    expect(timesMade(4, [tertial(1), tertial(2), tertial(3)])).toBe(4);
    expect(timesMade(1, [tertial(1), month(1), month(2)])).toBe(2);
    expect(timesMade(12, [])).toBe(0);
  });

  const periods = fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 3 }).map((number) => tertial(number)), fc.integer({ min: 1, max: 12 }).map(month), fc.constant(year)), {
    selector: ({ kind, number }) => `${kind}${number}`,
  });

  test("a control assessed for every tertial is never short, one that is assessed more is never made fewer times", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3 }), periods, periods, (times, last, some, more) => {
        const soFar = [1, 2, 3].slice(0, last).map((number) => tertial(number));
        expect(timesMade(times, soFar)).toBeGreaterThanOrEqual(dueBy(times, tertial(last)));
        expect(timesMade(times, [year])).toBe(dueBy(times, year));
        expect(timesMade(times, [...some, ...more, year])).toBeGreaterThanOrEqual(times);
        expect(timesMade(times, [...some, ...more])).toBeGreaterThanOrEqual(timesMade(times, some));
        expect(timesMade(times, [...some, ...some])).toBe(timesMade(times, some));
        expect(timesMade(times, [...some].reverse())).toBe(timesMade(times, some));
      }),
    );
  });
});

function controlsWith(kontroller: WrittenRows, kontrollresultat: WrittenRows) {
  return controlsOf(read({ kontroller: kontroller.map((row) => ({ Sort: "Intern kontroll", Risk: "Risk", ...row })), kontrollresultat }).contents);
}

const made = (id: string, period: string, nr = 1, bedomning = "Ingen avvikelse") => ({ "Kontroll-id": id, Period: period, Nr: nr, "Bedömning": bedomning });

describe("less often than promised", () => {
  const short = (promise: string, results: WrittenRows, period: Period) => {
    const controls = controlsWith([{ "Kontroll-id": "KON-1", "När": promise }], results);
    const shortfall = controls.inOrder.flatMap((row) => shortfallOf(controls, row, period) ?? [])[0];
    return shortfall === undefined ? undefined : [shortfall.due, shortfall.made];
  };

  test("what was not made, or not assessed, does not count", () => {
    expect(short("tre gånger per år", [], tertial(1))).toEqual([1, 0]);
    expect(short("tre gånger per år", [made("KON-1", "T1 2019", 1, "Ej genomförd"), made("KON-1", "T1 2019", 2, "")], tertial(1))).toEqual([1, 0]);
    expect(short("tre gånger per år", [made("KON-1", "T1 2019", 1, "Ej genomförd"), made("KON-1", "T1 2019", 2)], tertial(1))).toBeUndefined();
  });

  test("nor does another year, or what comes after the period", () => {
    expect(short("tre gånger per år", [made("KON-1", "T3 2018"), made("KON-1", "T2 2019")], tertial(1))).toEqual([1, 0]);
  });

  test("a yearly control has until the end of the year, and one that goes on has no number", () => {
    expect(short("årligen", [], tertial(2))).toBeUndefined();
    expect(short("årligen", [], tertial(3))).toEqual([1, 0]);
    expect(short("löpande", [], tertial(3))).toBeUndefined();
  });

  test("monthly controls are told by the tertial's assessment", () => {
    expect(short("månadsvis", [made("KON-1", "T1 2019")], tertial(1))).toBeUndefined();
    expect(short("månadsvis", [made("KON-1", "T1 2019")], tertial(2))).toEqual([8, 4]);
  });
});

describe("the worst of an area", () => {
  test("is a deviation before what nobody knows, and none only where all is known", () => {
    expect(worstOf(["Mindre avvikelse", null, "Ingen avvikelse"])).toBe("Mindre avvikelse");
    expect(worstOf(["Ingen avvikelse", null])).toBe("Ej bedömd");
    expect(worstOf(["Ingen avvikelse", "Ej genomförd", null])).toBe("Ej genomförd");
    expect(worstOf(["Ingen avvikelse"])).toBe("Ingen avvikelse");
    expect(worstOf([])).toBe("Ej bedömd");
  });

  test("is one of its own, never better for one more, and the same in any order", () => {
    const assessment = fc.option(fc.constantFrom(...controlAssessments), { nil: null });
    const rank = ["Större avvikelse", "Mindre avvikelse", "Ej genomförd", "Ej bedömd", "Ingen avvikelse"];
    fc.assert(
      fc.property(fc.array(assessment, { minLength: 1 }), assessment, (some, one) => {
        const worst = worstOf(some);
        expect(some.map((each) => each ?? "Ej bedömd")).toContain(worst);
        expect(rank.indexOf(worstOf([...some, one]))).toBeLessThanOrEqual(rank.indexOf(worst));
        expect(worstOf([...some].reverse())).toBe(worst);
        expect(worstOf([worstOf(some) === "Ej bedömd" ? null : (controlAssessments.find((word) => word === worst) ?? null), one])).toBe(worstOf([...some, one]));
      }),
    );
  });
});

describe("areas", () => {
  test("come by number as people count, then name; those without a number after, without an area last, a unit's own checks at the end", () => {
    const areas: readonly (readonly [area: string, sort?: string])[] = [["1.10 Personal"], ["Upphandling"], [""], ["1.9 Ledning"], ["1.2 Fakturor", "Egenkontroll"], ["1.2 Fakturor"]];
    const controls = controlsWith(areas.map(([omrade, sort], index) => ({ "Kontroll-id": `KON-${index + 1}`, "Område": omrade, ...(sort === undefined ? {} : { Sort: sort }) })), []);
    expect(controls.areas.map(({ sort, name }) => [sort, name])).toEqual([
      ["Intern kontroll", "1.2 Fakturor"], ["Intern kontroll", "1.9 Ledning"], ["Intern kontroll", "1.10 Personal"], ["Intern kontroll", "Upphandling"], ["Intern kontroll", null],
      ["Egenkontroll", "1.2 Fakturor"],
    ]);
  });

  test("hold their controls by id, and a period's follow-ups by Nr, those of its months too", () => {
    const controls = controlsWith(
      [{ "Kontroll-id": "KON-10", "Område": "1 A" }, { "Kontroll-id": "KON-9", "Område": "1 a" }],
      [made("KON-9", "T1 2019", 2), made("KON-9", "Mars 2019"), made("KON-9", "2019"), made("KON-9", "T1 2019", 1), made("KON-9", "T2 2019")],
    );
    const [area] = controls.areas;
    expect(controls.areas).toHaveLength(1);
    expect(area?.controls.map(({ values }) => values.id)).toEqual(["KON-9", "KON-10"]);
    const shown = (period: Period) => area?.controls.flatMap((row) => controls.resultsIn(row, period)).map(({ values }) => `${values.period.kind} ${values.period.number}.${values.nr}`);
    expect(shown(tertial(1))).toEqual(["month 3.1", "tertial 1.1", "tertial 1.2"]);
    expect(shown(year)).toEqual(["month 3.1", "tertial 1.1", "tertial 1.2", "tertial 2.1", "year 1.1"]);
  });
});

describe("shares and risks", () => {
  const counted = (granskade: number | null, avvikande: number | null): ControlResultRow => ({
    row: 1, cells: {},
    values: { kontrollId: "KON-1", period: tertial(1), nr: 1, uppfoljande: null, bedomning: null, beskrivning: null, granskade, avvikande, metod: null, kommentar: null },
  });

  test("a total is of those that count both", () => {
    expect(deviationShare([counted(76, 9), counted(24, 3), counted(10, null), counted(null, 2), counted(0, 0)])).toEqual({ reviewed: 100, deviating: 12, share: 0.12 });
    expect(deviationShare([counted(10, null)])).toBeUndefined();
  });

  test("numbers that do not agree are in no total: more than all, or fewer than none, cannot deviate", () => {
    expect(deviationShare([counted(76, 9), counted(10, 12), counted(10, -1), counted(-3, -3)])).toEqual({ reviewed: 76, deviating: 9, share: 9 / 76 });
    expect(deviationShare([counted(10, 12)])).toBeUndefined();
  });

  test("a total lies between its parts", () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 500 })).map(([reviewed, deviating]) => counted(reviewed, Math.min(reviewed, deviating)));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const shares = rows.map((each) => deviationShare([each])?.share ?? NaN);
        const total = deviationShare(rows)?.share ?? NaN;
        expect(total).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
        expect(total).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
      }),
    );
  });

  test("a risk is likelihood times consequence, and has no value by half", () => {
    expect(riskValueOf(control({ sannolikhet: 3, konsekvens: 4 }))).toEqual({ likelihood: 3, consequence: 4, value: 12, level: "Hög risk" });
    expect(riskValueOf(control({ sannolikhet: 2, konsekvens: 2 }))?.level).toBe("Medelhög risk");
    expect(riskValueOf(control({ sannolikhet: 1, konsekvens: 3 }))?.level).toBe("Låg risk");
    expect(riskValueOf(control({ sannolikhet: 3 }))).toBeUndefined();
  });
});
