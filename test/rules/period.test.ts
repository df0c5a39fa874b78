import fc from "fast-check";
import {
  comparePeriods, isWithin, kindOfRhythm, nextPeriod, parentPeriod, parsePeriod, periodFrom, periodKey, periodLabel, periodTo, previousPeriod, samePeriod,
  samePeriodLastYear, type Period, type PeriodReading,
} from "../../src/registers/values/period.js";

const tertials: PeriodReading = { rapportering: "tertial", delarTill: "augusti" };
const months: PeriodReading = { rapportering: "månad", delarTill: "juni" };

const counts = { year: 1, half: 2, tertial: 3, quarter: 4, month: 12 } as const;
const anyPeriod: fc.Arbitrary<Period> = fc
  .tuple(fc.constantFrom("year", "half", "tertial", "quarter", "month"), fc.integer({ min: 1900, max: 2099 }), fc.nat())
  .map(([kind, year, n]) => ({ kind, year, number: 1 + (n % counts[kind]) }));
const anyRhythm = fc.constantFrom("tertial", "kvartal", "månad", "halvår", "år");

describe("reading a period", () => {
  const t1: Period = { kind: "tertial", year: 2019, number: 1 };
  test.each([
    "T1 2019", "t1 2019", "T1-2019", "2019 T1", "2019T1", "Tertial 1 2019", "tertial 1, 2019", "T1\u00A02019", " T1  2019. ", "T1 2019:",
    "April 2019", "apr. 2019", "2019-04", "201904", "april 2019",
  ])("%s is the first tertial in a tertial series", (text) => {
    expect(parsePeriod(text, tertials)).toEqual(t1);
  });

  test.each([
    ["Kvartal 1 2019", "Kvartal 1 2019"], ["Q1 2019", "Kvartal 1 2019"], ["kv 1 2019", "Kvartal 1 2019"], ["2019K4", "Kvartal 4 2019"],
    ["April 2019", "April 2019"], ["sept 2019", "September 2019"], ["2019-12", "December 2019"], ["Mars 2019", "Mars 2019"],
    ["Kvartal-1-2019", "Kvartal 1 2019"], ["Kvartal  1  2019", "Kvartal 1 2019"], ["T 2 2019", "T2 2019"], ["H1 2024", "Halvår 1 2024"], ["h 2 2024", "Halvår 2 2024"],
    ["Halvår 1 2024", "Halvår 1 2024"], ["Delår 2024", "Halvår 1 2024"], ["Helår 2024", "2024"], ["År 2024", "2024"], ["2024", "2024"],
  ])("%s is %s in a monthly series", (text, label) => {
    const read = parsePeriod(text, months);
    expect(read && periodLabel(read)).toBe(label);
  });

  test("a year is also a number, as Excel stores it", () => {
    expect(parsePeriod(2024, tertials)).toEqual({ kind: "year", year: 2024, number: 1 });
    expect(parsePeriod(201904, months)).toEqual({ kind: "month", year: 2019, number: 4 });
  });

  test("Delår ends when the municipality says", () => {
    expect(parsePeriod("Delår 2024", { rapportering: "tertial", delarTill: "augusti" })).toEqual({ kind: "tertial", year: 2024, number: 2 });
    expect(parsePeriod("Delår 2024", { rapportering: "tertial", delarTill: "juni" })).toEqual({ kind: "half", year: 2024, number: 1 });
  });

  test("only the month that ends a period of the series stands for it", () => {
    const named = (text: string, rapportering: PeriodReading["rapportering"]) => {
      const read = parsePeriod(text, { rapportering, delarTill: "juni" });
      return read && periodLabel(read);
    };
    expect(named("mars 2019", "tertial")).toBe("Mars 2019");
    expect(named("augusti 2019", "tertial")).toBe("T2 2019");
    expect(named("december 2019", "tertial")).toBe("T3 2019");
    expect(named("mars 2019", "kvartal")).toBe("Kvartal 1 2019");
    expect(named("april 2019", "kvartal")).toBe("April 2019");
    expect(named("juni 2019", "halvår")).toBe("Halvår 1 2019");
    expect(named("december 2019", "halvår")).toBe("Halvår 2 2019");
    expect(named("december 2019", "år")).toBe("December 2019");
  });

  test.each([
    "", "T1", "T4 2019", "T0 2019", "Kvartal 5 2019", "Halvår 3 2019", "T1 19", "april", "2019-13", "2019-00", "2019-4", "04 2019", "122019", "2024/2025",
    "2019-04-30", "43556", "T1 2019 (prel)", "tertial 2019", "Delår 1 2024", "1850", "2100", "T* 2019", "nästa år", "T1 T1 2019", "2019 x04", "2019\nT1", "T1\n2019",
  ])("%j is no period", (text) => {
    expect(parsePeriod(text, tertials)).toBeNull();
    expect(parsePeriod(text, months)).toBeNull();
  });

  test("what we write is read back as the same period", () => {
    fc.assert(fc.property(anyPeriod, anyRhythm, fc.constantFrom("juni", "augusti"), (period, rapportering, delarTill) => {
      const belongs = period.kind !== "month" || rapportering === "månad" || rapportering === "år";
      fc.pre(belongs);
      expect(parsePeriod(periodLabel(period), { rapportering, delarTill })).toEqual(period);
    }));
  });

  test("no text makes it fail", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), anyRhythm, (text, rapportering) => {
      const read = parsePeriod(text, { rapportering, delarTill: "juni" });
      expect(read === null || read.year >= 1900).toBe(true);
    }));
  });
});

describe("the calendar of periods", () => {
  test("first and last day are Excel's serial numbers", () => {
    expect(periodFrom({ kind: "tertial", year: 2019, number: 1 })).toBe(43466); // 2019-01-01
    expect(periodTo({ kind: "tertial", year: 2019, number: 1 })).toBe(43585); // 2019-04-30
    expect(periodTo({ kind: "month", year: 2024, number: 2 })).toBe(45351); // 2024-02-29
    expect(periodFrom({ kind: "year", year: 1900, number: 1 })).toBe(1);
    expect(periodFrom({ kind: "month", year: 1900, number: 3 })).toBe(61);
  });

  test("a period begins the day after the one before it ended", () => {
    fc.assert(fc.property(anyPeriod, (period) => {
      fc.pre(period.year > 1900);
      expect(periodTo(previousPeriod(period)) + 1).toBe(periodFrom(period));
      expect(comparePeriods(previousPeriod(period), period)).toBeLessThan(0);
    }));
  });

  test("the same period last year is a year earlier and has a key that is 100 less", () => {
    fc.assert(fc.property(anyPeriod, (period) => {
      const before = samePeriodLastYear(period);
      expect(before).toEqual({ ...period, year: period.year - 1 });
      expect(periodKey(before)).toBe(periodKey(period) - 100);
    }));
  });

  test("keys tell periods apart and sort them by when they end", () => {
    fc.assert(fc.property(anyPeriod, anyPeriod, (a, b) => {
      expect(samePeriod(a, b)).toBe(periodLabel(a) === periodLabel(b));
      if (a.year > 1900 && b.year > 1900 && periodTo(a) < periodTo(b)) expect(comparePeriods(a, b)).toBeLessThan(0);
    }));
  });

  test("the next one follows the one before, into the next year after the last", () => {
    fc.assert(fc.property(anyPeriod, (period) => {
      expect(nextPeriod(previousPeriod(period))).toEqual(period);
      expect(periodFrom(nextPeriod(period))).toBe(periodTo(period) + 1);
      expect(nextPeriod(period).number).toBeLessThanOrEqual(counts[period.kind]);
      expect(previousPeriod(period).number).toBeGreaterThanOrEqual(1);
    }));
  });

  test("a period is itself, and the shorter comes first of two that end together", () => {
    fc.assert(fc.property(anyPeriod, (period) => expect(samePeriod(period, { ...period })).toBe(true)));
    const ending: readonly Period[] = (["month", "quarter", "tertial", "half", "year"] as const).map((kind) => ({ kind, number: counts[kind], year: 2019 }));
    // The live formula of Utfall[Periodnyckel] counts the same.
    expect(ending.map(periodKey)).toEqual([201_960, 201_961, 201_962, 201_963, 201_964]);
    expect([...ending].reverse().sort(comparePeriods)).toEqual(ending);
  });

  test("a period is within those that hold all its days, and itself", () => {
    const of2019 = (kind: Period["kind"], number: number): Period => ({ kind, year: 2019, number });
    const [january, t1, t2, year] = [of2019("month", 1), of2019("tertial", 1), of2019("tertial", 2), of2019("year", 1)] as const;
    const holdersOf = (period: Period) => [january, t1, t2, year].filter((outer) => isWithin(period, outer));
    expect([january, t1, t2, year].map(holdersOf)).toEqual([[january, t1, year], [t1, year], [t2, year], [year]]);
  });

  test("quarters make half-years, and these and tertials the year", () => {
    const within = (kind: Period["kind"], number: number) => parentPeriod({ kind, year: 2019, number }, "tertial");
    expect([within("quarter", 2), within("quarter", 3)]).toEqual([1, 2].map((number) => ({ kind: "half", year: 2019, number })));
    expect([within("half", 2), within("tertial", 2)]).toEqual([1, 1].map((number) => ({ kind: "year", year: 2019, number })));
  });

  test("a part of the year lies within its parent", () => {
    fc.assert(fc.property(anyPeriod, anyRhythm, (period, rapportering) => {
      const parent = parentPeriod(period, rapportering);
      if (parent === null) return expect(period.kind).toBe("year");
      expect(periodFrom(parent)).toBeLessThanOrEqual(periodFrom(period));
      expect(periodTo(parent)).toBeGreaterThanOrEqual(periodTo(period));
    }));
  });

  test("a month belongs to a tertial where tertials are reported", () => {
    expect(parentPeriod({ kind: "month", year: 2019, number: 5 }, "tertial")).toEqual({ kind: "tertial", year: 2019, number: 2 });
    expect(parentPeriod({ kind: "month", year: 2019, number: 5 }, "kvartal")).toEqual({ kind: "quarter", year: 2019, number: 2 });
    expect(kindOfRhythm.kvartal).toBe("quarter");
  });
});
