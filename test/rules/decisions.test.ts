import fc from "fast-check";
import { registers, type Beslut, type Handelse } from "../../src/registers/registers.js";
import { formatDay } from "../../src/registers/values/formatting.js";
import { periodFrom, periodTo, type Period } from "../../src/registers/values/period.js";
import { categoryOf, countsOf, decisionsInOrder, decisionsOf, monthsAfter, type Decision, type DecisionsOfQuarter } from "../../src/rules/decisions/decisions.js";
import { waitGroupOf, waitGroups, waitingDays, waitingMonths } from "../../src/rules/decisions/decisionWaits.js";
import { aleBeslut, aleHandelser, firstQuarter } from "../fixtures/ale-beslut/aleBeslut.js";
import { read, writtenRows } from "./testWorkbook.js";

const quarter = (number: number, year: number): Period => ({ kind: "quarter", year, number });

function workbookOf(beslut: readonly Beslut[], handelser: readonly Handelse[] = []) {
  const { contents } = read({ beslut: writtenRows(registers.beslut, beslut), handelser: writtenRows(registers.handelser, handelser) });
  return { contents };
}

function inQuarter(beslut: readonly Beslut[], at: Period): DecisionsOfQuarter {
  const found = decisionsOf(workbookOf(beslut, []), at);
  if (found === undefined) throw new Error("no quarter");
  return found;
}

const numbers = (decisions: readonly Decision[]) => decisions.map(({ row }) => row.values.id);

describe("Ale, the first quarter of 2019", () => {
  const ale = inQuarter(aleBeslut, firstQuarter);

  test("two new, two executed, two closed, five still open: nine before and seven after (U5, U7)", () => {
    expect(countsOf(ale)).toEqual({ opening: 9, new: 2, executed: 2, closed: 2, open: 5, closing: 7 });
  });

  test("each list in the printed order", () => {
    expect(numbers(ale.new)).toEqual(["1310041", "1310872"]);
    expect(numbers(ale.closed)).toEqual(["1299042", "1280417"]);
    expect(numbers(ale.executed)).toEqual(["1296205", "1295118"]);
    expect(numbers(ale.open)).toEqual(["1290063", "1300714", "1303396", "1302579", "1303150"]);
  });

  test("days waited to the end, or to that of the quarter (U4, U11)", () => {
    const days = (decisions: readonly Decision[]) => decisions.map((decision) => waitingDays(decision, firstQuarter));
    expect([days(ale.new), days(ale.closed), days(ale.executed), days(ale.open)]).toEqual([[142, 130], [169, 601], [325, 354], [442, 276, 227, 174, 228]]);
  });

  test("without the quarters that somebody has written, the dates make 1302579 new and leave 1299042 to the quarter before", () => {
    const byDate = inQuarter(aleBeslut.map((row) => ({ ...row, forstRapporterad: null, slutredovisad: null })), firstQuarter);
    expect(countsOf(byDate)).toEqual({ opening: 7, new: 3, executed: 2, closed: 1, open: 4, closing: 7 });
    expect(numbers(byDate.new)).toContain("1302579");
  });

  test("events stand in the order in which they happened, however the rows are sorted (U8)", () => {
    for (const rows of [aleHandelser, [...aleHandelser].reverse()]) {
      for (const { events } of decisionsInOrder(workbookOf(aleBeslut, rows))) {
        const days = events.map(({ values }) => values.datum);
        expect(days).toEqual([...days].sort((a, b) => a - b));
      }
    }
  });

  test("one law at a time, when asked", () => {
    const mixed = workbookOf(aleBeslut.map((row, index) => (index === 0 ? { ...row, lag: "SoL" as const } : row)));
    expect(["LSS", "SoL"].map((law) => decisionsOf(mixed, firstQuarter, law === "LSS" ? "LSS" : "SoL")?.new.length)).toEqual([1, 1]);
  });

  test("only a quarter has new decisions", () => {
    for (const kind of ["year", "half", "tertial", "month"] as const) expect(decisionsOf(workbookOf(aleBeslut), { kind, year: 2019, number: 1 })).toBeUndefined();
  });
});

const template: Beslut = {
  id: "1", lag: "SoL", kon: null, beslutsdatum: 43_413, avbrottsdatum: null, insats: "Hemtjänst", verksamhet: "Äldreomsorg", planerad: null, verkstallt: null, avslutat: null,
  avslutsorsak: null, nyttBeslut: null, tillfalligLosning: null, tillsynsarende: null, forstRapporterad: null, slutredovisad: null, ordning: null,
};

const categoryIn = (row: Partial<Beslut>, at: Period) => {
  const [decision] = decisionsInOrder(workbookOf([{ ...template, ...row }]));
  return decision === undefined ? undefined : categoryOf(decision, at);
};

describe("one decision, of 9 November 2018", () => {
  test("is not old enough in its own quarter, new in the next, and open from then on", () => {
    expect([quarter(4, 2018), quarter(1, 2019), quarter(2, 2019), quarter(3, 2019)].map((at) => categoryIn({}, at))).toEqual(["notYet", "new", "stillOpen", "stillOpen"]);
  });

  test("carried out within three months it is never reported; a day later it is, as new and executed in one", () => {
    const february = 43_505;
    expect(formatDay(february)).toBe("2019-02-09");
    expect(categoryIn({ verkstallt: february }, firstQuarter)).toBe("past");
    const late = inQuarter([{ ...template, verkstallt: february + 1 }], firstQuarter);
    expect(countsOf(late)).toEqual({ opening: 0, new: 1, executed: 1, closed: 0, open: 0, closing: 0 });
    expect(categoryIn({ verkstallt: february + 1 }, quarter(2, 2019))).toBe("past");
  });

  test("a break is waited from anew, and the execution before it is no end", () => {
    const broken = { verkstallt: 43_450, avbrottsdatum: 43_600 };
    expect(categoryIn(broken, quarter(2, 2019))).toBe("notYet");
    expect(categoryIn(broken, quarter(3, 2019))).toBe("new");
  });

  test("an end that is dated before the decision, a slip, does not make it disappear", () => {
    expect(categoryIn({ verkstallt: 43_000 }, quarter(2, 2019))).toBe("stillOpen");
  });

  test("a quarter that says no quarter is left to the dates", () => {
    expect(categoryIn({ forstRapporterad: { kind: "year", year: 2018, number: 1 } }, firstQuarter)).toBe("new");
  });
});

test("a month after the last of January is the last of February", () => {
  const jan31 = 43_496;
  expect([1, 3, 13].map((months) => formatDay(monthsAfter(jan31, months)))).toEqual(["2019-02-28", "2019-04-30", "2020-02-29"]);
});

test("waits fall in IVO's groups by whole months", () => {
  expect([0, 2, 3, 6, 7, 9, 10, 12, 13, 17, 18, 60].map(waitGroupOf)).toEqual([
    "Under 3 månader", "Under 3 månader", "3–6 månader", "3–6 månader", "7–9 månader", "7–9 månader", "10–12 månader", "10–12 månader", "13–17 månader", "13–17 månader",
    "18 månader eller mer", "18 månader eller mer",
  ]);
  const months = inQuarter(aleBeslut, firstQuarter).closing.map((decision) => waitingMonths(decision, firstQuarter));
  expect(months).toEqual([4, 4, 14, 9, 7, 5, 7]);
  expect(new Set(waitGroups.map(({ label }) => label)).size).toBe(waitGroups.length);
});

describe("whatever the register holds", () => {
  const day = fc.integer({ min: periodFrom(quarter(1, 2017)), max: periodTo(quarter(4, 2020)) });
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const anyPeriod = fc.oneof(fc.record({ kind: fc.constant("quarter" as const), year: fc.integer({ min: 2017, max: 2020 }), number: fc.integer({ min: 1, max: 4 }) }), fc.constant<Period>({ kind: "year", year: 2018, number: 1 }));
  const anyDecision = fc.record({
    beslutsdatum: day, avbrottsdatum: maybe(day), verkstallt: maybe(day), avslutat: maybe(day), forstRapporterad: maybe(anyPeriod), slutredovisad: maybe(anyPeriod),
    ordning: maybe(fc.integer({ min: 1, max: 5 })), lag: fc.constantFrom("LSS" as const, "SoL" as const),
  });
  const anyRegister = fc.array(anyDecision, { maxLength: 12 }).map((rows) => rows.map((row, index) => ({ ...template, ...row, id: String(index + 1) })));
  const quarters = Array.from({ length: 20 }, (_, index) => quarter((index % 4) + 1, 2017 + Math.floor(index / 4)));

  test("what closes a quarter opens the next, and each quarter's balance holds", () => {
    fc.assert(
      fc.property(anyRegister, (rows) => {
        const workbook = workbookOf(rows);
        let before: readonly string[] | undefined;
        for (const at of quarters) {
          const found = decisionsOf(workbook, at);
          if (found === undefined) throw new Error("no quarter");
          const { opening, new: added, executed, closed, open, closing } = countsOf(found);
          expect(opening + added - executed - closed).toBe(closing);
          expect(open).toBe(opening - [...found.executed, ...found.closed].filter((decision) => found.opening.includes(decision)).length);
          if (before !== undefined) expect(numbers(found.opening)).toEqual(before);
          before = numbers(found.closing);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("a decision is one thing in each quarter, and goes from not yet over new and open to the past, never back", () => {
    const steps = ["notYet", "new", "stillOpen", "executed closed", "past"];
    fc.assert(
      fc.property(anyRegister, (rows) => {
        const workbook = workbookOf(rows);
        for (const decision of decisionsInOrder(workbook)) {
          const inLists = quarters.map((at) => {
            const found = decisionsOf(workbook, at);
            const category = categoryOf(decision, at);
            const has = (list: keyof Omit<DecisionsOfQuarter, "quarter">) => numbers(found?.[list] ?? []).includes(decision.row.values.id);
            expect(has("new")).toBe(category === "new");
            expect(has("open")).toBe(category === "stillOpen");
            if (category !== "new") expect([has("executed"), has("closed")]).toEqual([category === "executed", category === "closed"]);
            expect(has("opening")).toBe(category === "stillOpen" || category === "executed" || category === "closed");
            return steps.findIndex((step) => step.includes(category));
          });
          expect(inLists).toEqual([...inLists].sort((a, b) => a - b));
          expect(inLists.filter((step) => step === 1).length).toBeLessThanOrEqual(1);
          for (const at of quarters) expect(waitingMonths(decision, at)).toBe(slowMonths(decision, waitingDays(decision, at)));
        }
      }),
      { numRuns: 40 },
    );
  });

  function slowMonths({ since }: Decision, days: number): number {
    let months = 0;
    while (monthsAfter(since, months + 1) <= since + days) months++;
    return months;
  }
});
