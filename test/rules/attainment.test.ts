import fc from "fast-check";
import { attainment, displayPercent, isMet, type Direction } from "../../src/rules/measures/attainment.js";
import { deviation } from "../../src/rules/measures/comparison.js";
import { limitOf, measureStatus } from "../../src/rules/measures/status.js";
import { trend } from "../../src/rules/measures/trend.js";
import type { Amount, Meaning } from "../../src/rules/measures/results.js";

const amountOf = (value: number): Amount => ({ value, percent: false, decimals: 0, unit: null });
const amount = (value: number): Meaning => ({ kind: "amount", amount: amountOf(value) });
const interval = (from: number, to: number): Meaning => ({ kind: "interval", from: amountOf(from), to: amountOf(to) });
const answer = (value: boolean): Meaning => ({ kind: "yesNo", value });
const missing: Meaning = { kind: "missing" };
const unclear: Meaning = { kind: "unclear", ruleId: "varde.procent-tvetydig" };

const standard = { minskaFormel: "målvärde / utfall", nollRegel: "tom" } as const;
const byDeviation = { minskaFormel: "målvärde / utfall", nollRegel: "1 ± avvikelse / |målvärde|" } as const;
const value = (direction: Direction, outcome: Meaning, target: Meaning, settings: Parameters<typeof attainment>[3] = standard) =>
  attainment(direction, outcome, target, settings).value;
const status = (direction: Direction, outcome: Meaning, target: Meaning, limit = 0.9) =>
  measureStatus(direction, outcome, target, attainment(direction, outcome, target, standard), limit);

const positive = fc.double({ min: 0.001, max: 1e6, noNaN: true });
const any = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("måluppfyllelse", () => {
  test("upwards outcome by target, downwards target by outcome, or 2 less outcome by target", () => {
    expect(value("Öka", amount(60), amount(75))).toBeCloseTo(0.8);
    expect(value("Öka", amount(121), amount(100))).toBeCloseTo(1.21);
    expect(value("Minska", amount(0.055), amount(0.055))).toBe(1);
    expect(value("Minska", amount(10.2), amount(10.1))).toBeCloseTo(0.9902, 4);
    expect(value("Minska", amount(10.2), amount(10.1), { ...standard, minskaFormel: "2 − utfall / målvärde" })).toBeCloseTo(0.9901, 4);
  });

  test("inside an interval all of it, outside against the nearer bound", () => {
    for (const inside of [85, 88, 90]) expect(value("Inom intervall", amount(inside), interval(85, 90))).toBe(1);
    expect(value("Inom intervall", amount(68), interval(85, 90))).toBeCloseTo(0.8);
    expect(value("Inom intervall", amount(100), interval(85, 90))).toBeCloseTo(0.9);
  });

  test("zero and below have no percentage, unless the setting counts the deviation", () => {
    for (const [outcome, target] of [[0, 5], [-1, 5], [5, 0], [5, -5]] as const) expect(value("Öka", amount(outcome), amount(target))).toBeNull();
    expect(attainment("Öka", amount(5), amount(0), standard)).toEqual({ value: null, reason: "målvärdet är noll eller negativt" });
    expect(value("Öka", amount(-4), amount(-5), byDeviation)).toBeCloseTo(1.2);
    expect(value("Minska", amount(-4), amount(-5), byDeviation)).toBeCloseTo(0.8);
    expect(value("Minska", amount(0), amount(5), byDeviation)).toBe(2);
    expect(value("Öka", amount(5), amount(0), byDeviation)).toBeNull();
  });

  test("what is missing, unclear or only followed is never 0 %", () => {
    expect(value("Öka", missing, amount(5))).toBeNull();
    expect(value("Öka", amount(5), missing)).toBeNull();
    expect(value("Öka", unclear, amount(5))).toBeNull();
    expect(value("Följs", amount(5), amount(5))).toBeNull();
  });

  test("an answer is all of it or nothing", () => {
    for (const target of [true, false]) expect([true, false].map((outcome) => value("Ja/Nej", answer(outcome), answer(target)))).toEqual([target ? 1 : 0, target ? 0 : 1]);
  });

  test.each<[string, Direction, Meaning, Meaning]>([
    ["måttet följs utan mål", "Följs", missing, missing],
    ["inte mätt", "Öka", missing, missing],
    ["mål saknas", "Öka", unclear, missing],
    ["utfallet kan inte tolkas", "Öka", unclear, unclear],
    ["målvärdet kan inte tolkas", "Öka", amount(5), unclear],
    ["utfall och målvärde kan inte jämföras", "Öka", amount(5), interval(1, 2)],
    ["utfall och målvärde kan inte jämföras", "Öka", answer(true), amount(5)],
    ["utfall och målvärde kan inte jämföras", "Inom intervall", amount(5), amount(5)],
    ["utfall och målvärde kan inte jämföras", "Ja/Nej", amount(1), answer(true)],
    ["utfall och målvärde kan inte jämföras", "Ja/Nej", answer(true), amount(1)],
    ["utfall och målvärde kan inte jämföras", "Ja/Nej", amount(1), amount(1)],
    ["utfallet är noll eller negativt", "Minska", amount(0), amount(5)],
    ["målvärdet är noll eller negativt", "Minska", amount(0), amount(-5)],
  ])("there is none because %s (%s)", (reason, direction, outcome, target) => {
    expect(attainment(direction, outcome, target, standard)).toEqual({ value: null, reason });
    if (!reason.endsWith("negativt")) expect(isMet(direction, outcome, target)).toBeUndefined();
  });

  test("what is only followed is neither met nor missed, and against zero only the side counts", () => {
    expect(isMet("Följs", amount(5), amount(5))).toBeUndefined();
    expect([5, 0, -5].map((side) => deviation(side, 0))).toEqual([1, 0, -1]);
    expect(attainment("Öka", amount(5), amount(0), byDeviation)).toEqual({ value: null, reason: "målvärdet är noll" });
  });

  test("met is 100 % or more, not met is less", () => {
    fc.assert(fc.property(fc.constantFrom<Direction>("Öka", "Minska"), any, any, fc.constantFrom(standard, byDeviation), (direction, outcome, target, settings) => {
      const percentage = value(direction, amount(outcome), amount(target), settings);
      fc.pre(percentage !== null);
      expect(percentage >= 1 - 1e-8).toBe(isMet(direction, amount(outcome), amount(target)));
    }));
  });
});

describe("status", () => {
  test("comes from comparing, in each direction", () => {
    expect(status("Öka", amount(5), amount(5))).toBe("Uppnått");
    expect(status("Öka", amount(4.6), amount(5))).toBe("Delvis uppnått");
    expect(status("Öka", amount(4.4), amount(5))).toBe("Ej uppnått");
    expect(status("Minska", amount(5), amount(5))).toBe("Uppnått");
    expect(status("Minska", amount(0), amount(5))).toBe("Uppnått");
    expect(status("Minska", amount(5), amount(0))).toBe("Ej uppnått");
    expect(status("Inom intervall", amount(90), interval(85, 90))).toBe("Uppnått");
    expect(status("Ja/Nej", answer(true), answer(true))).toBe("Uppnått");
    expect(status("Ja/Nej", answer(false), answer(true), 0)).toBe("Ej uppnått");
  });

  test("a missing outcome or target has its own word, an unclear one has none", () => {
    expect(status("Öka", missing, amount(5))).toBe("Ej mätt");
    expect(status("Öka", amount(5), missing)).toBe("Mål saknas");
    expect(status("Öka", unclear, amount(5))).toBeNull();
    expect(status("Öka", amount(5), unclear)).toBeNull();
    expect(status("Följs", missing, missing)).toBe("Följs");
  });

  test("nothing is partly met without a percentage", () => {
    expect(status("Öka", amount(0), amount(5), 0)).toBe("Ej uppnått");
  });

  test("a measure's own limit counts when it is above 0 and at most 1", () => {
    expect([null, -0.1, 0, 1.1].map((own) => limitOf(own, 0.9))).toEqual([0.9, 0.9, 0.9, 0.9]);
    expect([0.01, 0.5, 1].map((own) => limitOf(own, 0.9))).toEqual([0.01, 0.5, 1]);
  });

  test("99,6 % is not met, however it is printed", () => {
    expect(status("Öka", amount(99.6), amount(100))).toBe("Delvis uppnått");
    expect(displayPercent(0.996, false)).toBe(99);
  });

  test("binary noise neither meets nor misses a target", () => {
    expect(status("Minska", amount(0.1 + 0.2), amount(0.3))).toBe("Uppnått");
    expect(status("Öka", amount(1 - 0.9), amount(0.1))).toBe("Uppnått");
    expect(status("Öka", amount(0.045), amount(0.05))).toBe("Delvis uppnått");
  });

  test("a better outcome never gives a worse status", () => {
    const order = ["Ej uppnått", "Delvis uppnått", "Uppnått"];
    fc.assert(fc.property(positive, positive, positive, (a, b, target) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const place = (direction: Direction, outcome: number) => order.indexOf(status(direction, amount(outcome), amount(target)) ?? "");
      expect(place("Öka", low)).toBeLessThanOrEqual(place("Öka", high));
      expect(place("Minska", high)).toBeLessThanOrEqual(place("Minska", low));
    }));
  });
});

describe("printed percent", () => {
  test("whole percent, with met and not met on their own sides of 100", () => {
    expect(displayPercent(25 / 27, false)).toBe(93);
    expect(displayPercent(1.214, true)).toBe(121);
    expect(displayPercent(1 - 1e-12, true)).toBe(100);
    expect(displayPercent(0.285, false)).toBe(29);
    fc.assert(fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.boolean(), (fraction, met) => {
      expect(displayPercent(fraction, met) >= 100).toBe(met);
      expect(Number.isInteger(displayPercent(fraction, met))).toBe(true);
    }));
  });
});

describe("trend", () => {
  test("is seen through the direction", () => {
    expect(trend("Minska", amount(0.148), amount(0.142), missing)).toBe("Sämre");
    expect(trend("Öka", amount(0.148), amount(0.142), missing)).toBe("Bättre");
    expect(trend("Inom intervall", amount(84), amount(80), interval(85, 90))).toBe("Bättre");
    expect(trend("Inom intervall", amount(86), amount(89), interval(85, 90))).toBe("Oförändrat");
    expect(trend("Inom intervall", amount(100), amount(80), interval(85, 90))).toBe("Sämre");
    expect(trend("Ja/Nej", answer(true), answer(false), answer(true))).toBe("Bättre");
    expect(trend("Följs", amount(5), amount(5), missing)).toBe("Oförändrat");
    expect(trend("Följs", amount(6), amount(5), missing)).toBe("Ej jämförbart");
  });

  test("of answers is towards the target's, and there is none of answers beside figures", () => {
    for (const wanted of [true, false]) {
      expect(trend("Ja/Nej", answer(!wanted), answer(wanted), answer(wanted))).toBe("Sämre");
      expect(trend("Ja/Nej", answer(wanted), answer(!wanted), answer(wanted))).toBe("Bättre");
      expect(trend("Ja/Nej", answer(wanted), answer(wanted), missing)).toBe("Oförändrat");
      expect(trend("Ja/Nej", answer(wanted), answer(!wanted), missing)).toBe("Ej jämförbart");
      expect(trend("Öka", answer(wanted), answer(!wanted), answer(wanted))).toBe("Ej jämförbart");
      expect(trend("Ja/Nej", answer(wanted), amount(1), answer(wanted))).toBe("Ej jämförbart");
      expect(trend("Ja/Nej", amount(1), answer(wanted), answer(wanted))).toBe("Ej jämförbart");
    }
    expect(trend("Ja/Nej", amount(1), amount(0), answer(true))).toBe("Ej jämförbart");
  });

  test("of large figures does not hang on their last digits, and there is none towards an interval that is missing", () => {
    expect(trend("Öka", amount(1e6 + 1e-4), amount(1e6), missing)).toBe("Oförändrat");
    expect(trend("Inom intervall", amount(84), amount(80), missing)).toBe("Ej jämförbart");
  });

  test("nothing can be compared with what is missing or unclear", () => {
    for (const nothing of [missing, unclear]) {
      expect(trend("Öka", nothing, amount(5), amount(5))).toBe("Ej jämförbart");
      expect(trend("Öka", amount(5), nothing, amount(5))).toBe("Ej jämförbart");
    }
  });

  test("better one way is worse the other", () => {
    const opposite = { Bättre: "Sämre", Sämre: "Bättre", Oförändrat: "Oförändrat", "Ej jämförbart": "Ej jämförbart" } as const;
    fc.assert(fc.property(fc.constantFrom<Direction>("Öka", "Minska"), fc.integer(), fc.integer(), (direction, now, before) => {
      expect(trend(direction, amount(now), amount(before), missing)).toBe(opposite[trend(direction === "Öka" ? "Minska" : "Öka", amount(now), amount(before), missing)]);
      expect(trend(direction, amount(before), amount(now), missing)).toBe(opposite[trend(direction, amount(now), amount(before), missing)]);
    }));
  });
});
