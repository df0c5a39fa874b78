import fc from "fast-check";
import { registers, type Klarmarkering } from "../../src/registers/registers.js";
import { defaultSettings } from "../../src/registers/settings.js";
import { samePeriod, type Period } from "../../src/registers/values/period.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { workbookOf } from "../../src/rules/measures/measureResults.js";
import { countSignOffs, signOffsOf, type SignOff } from "../../src/rules/assignments/signOffs.js";
import {
  aleKlarmarkering, aleKlarmarkeringChoices, aleKlarmarkeringEnheter, february, march, MEETING, tertial1, UNITS,
} from "../fixtures/ale-klarmarkering/aleKlarmarkering.js";
import { read, writtenRows } from "./testWorkbook.js";

function ale(klarmarkering: readonly Klarmarkering[] = aleKlarmarkering) {
  return read({
    installningar: Object.entries(aleKlarmarkeringChoices).map(([nyckel, varde]) => ({ Nyckel: nyckel, "Värde": varde })),
    enheter: writtenRows(registers.enheter, aleKlarmarkeringEnheter),
    klarmarkering: writtenRows(registers.klarmarkering, klarmarkering),
  });
}

function signOffs(klarmarkering: readonly Klarmarkering[], choice = { unit: "OAN" as string | null, period: tertial1 }, today = MEETING): readonly SignOff[] {
  return signOffsOf(workbookOf(ale(klarmarkering).contents, defaultSettings), choice, today);
}

const rounded = (share: number | null) => (share === null ? null : (share * 100).toFixed(1).replace(".", ","));

test("Ale, T1 2019: 19,4 % in February, 16,7 % in March and 77,8 % of the tertial's reports in time, of 36 units", () => {
  const all = signOffs(aleKlarmarkering);
  const shareOf = (period: Period) => {
    const counts = countSignOffs(all.filter(({ row }) => samePeriod(row.values.period, period)));
    return [counts.owed, counts.inTime, rounded(counts.shareInTime)];
  };
  expect([february, march, tertial1].map(shareOf)).toEqual([[UNITS, 7, "19,4"], [UNITS, 6, "16,7"], [UNITS, 28, "77,8"]]);
  expect(countSignOffs(all)).toMatchObject({ owed: 108, inTime: 41, late: 65, missing: 2, notDue: 0 });
});

test("a unit has its own reports, and those of a later period are not asked for", () => {
  expect(signOffs(aleKlarmarkering, { unit: "E08", period: tertial1 }).map(({ state, daysLate }) => [state, daysLate])).toEqual([["late", 8], ["late", 8], ["inTime", 0]]);
  expect(signOffs(aleKlarmarkering, { unit: null, period: february })).toHaveLength(UNITS);
});

test("the last day is in time, the day after is late; what is not marked is not due until its last day has passed", () => {
  const senast = 43_593;
  const row = (klarmarkerad: number | null): Klarmarkering => ({ rapport: "Uppföljningsrapport", enhet: "E01", period: tertial1, senast, klarmarkerad });
  const on = (klarmarkerad: number | null, today: number) => signOffs([row(klarmarkerad)], undefined, today).map(({ state, daysLate }) => [state, daysLate])[0];
  expect(on(senast, senast + 30)).toEqual(["inTime", 0]);
  expect(on(senast + 1, senast + 30)).toEqual(["late", 1]);
  expect(on(null, senast)).toEqual(["notDue", 0]);
  expect(on(null, senast + 4)).toEqual(["missing", 4]);
  // What is not due yet is no part of the share.
  expect(countSignOffs(signOffs([row(null)], undefined, senast)).shareInTime).toBeNull();
});

const anySignOff: fc.Arbitrary<Klarmarkering> = fc.record({
  rapport: fc.constantFrom("Månadsrapport", "Uppföljningsrapport"),
  enhet: fc.constantFrom("E01", "E02", "e02", "E03"),
  period: fc.constantFrom(february, march, tertial1),
  senast: fc.integer({ min: 43_500, max: 43_620 }),
  klarmarkerad: fc.option(fc.integer({ min: 43_500, max: 43_640 })),
});

test("every report is counted once, whatever the order of the rows", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anySignOff, { selector: ({ rapport, enhet, period }) => JSON.stringify([rapport, enhet.toUpperCase(), period]), maxLength: 18 }), (rows) => {
      const counts = countSignOffs(signOffs(rows));
      expect(counts.inTime + counts.late + counts.missing + counts.notDue).toBe(rows.length);
      expect(counts.owed).toBe(rows.length);
      expect(countSignOffs(signOffs([...rows].reverse()))).toEqual(counts);
    }),
  );
});

describe("the check", () => {
  const found = (rows: readonly Klarmarkering[], today?: number) => {
    const { contents, settings, findings } = ale(rows);
    return [...findings, ...checkRules(contents, settings, today)].map(({ ruleId, at }) => `${ruleId} ${at?.row ?? "–"}`);
  };
  const sound: Klarmarkering = { rapport: "Uppföljningsrapport", enhet: "E01", period: tertial1, senast: 43_593, klarmarkerad: 43_590 };

  test("a report in time is told nothing, nor is one that is not due, nor a workbook without the register", () => {
    expect(found([sound], MEETING)).toEqual([]);
    expect(found([{ ...sound, klarmarkerad: null }], sound.senast)).toEqual([]);
    expect(found([{ ...sound, klarmarkerad: null }])).toEqual([]);
    expect(found([], MEETING)).toEqual([]);
  });

  test.each<[string, Partial<Klarmarkering>]>([
    ["klarmarkering.for-sent 1", { klarmarkerad: 43_594 }],
    ["klarmarkering.saknas 1", { klarmarkerad: null }],
    ["klarmarkering.framtida-dag 1", { senast: MEETING + 20, klarmarkerad: MEETING + 1 }],
    ["klarmarkering.fore-perioden 1", { senast: 43_228, klarmarkerad: 43_220 }],
  ])("tells %s", (expected, change) => {
    expect(new Set(found([{ ...sound, ...change }], MEETING))).toEqual(new Set([expected]));
  });

  test("the same report owed twice by one unit is told, by the reader", () => {
    expect(found([sound, { ...sound, rapport: "uppföljningsrapport", enhet: "e01" }], MEETING)).toEqual(["rad.dubblett 2"]);
  });

  test("a day that cannot be read is told once", () => {
    const { contents, settings, findings } = read({
      installningar: [{ Nyckel: "period", "Värde": "T1 2019" }],
      enheter: writtenRows(registers.enheter, aleKlarmarkeringEnheter),
      klarmarkering: [{ Rapport: "Uppföljningsrapport", Enhet: "E01", Period: "T1 2019", Senast: "2019-05-08", Klarmarkerad: "i går" }],
    });
    expect(findings.map(({ ruleId }) => ruleId)).toContain("cell.olasbar");
    expect(checkRules(contents, settings, MEETING).map(({ ruleId }) => ruleId)).toEqual([]);
  });

  test("Ale, T1 2019: 65 reports came late and two have not come", () => {
    const ids = found(aleKlarmarkering, MEETING).map((text) => text.split(" ")[0]);
    expect(ids.filter((id) => id === "klarmarkering.for-sent")).toHaveLength(65);
    expect(ids.filter((id) => id === "klarmarkering.saknas")).toHaveLength(2);
    expect(ids).toHaveLength(67);
  });
});
