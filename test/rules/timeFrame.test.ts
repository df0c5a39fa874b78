import fc from "fast-check";
import { serialOf } from "../../src/registers/values/date.js";
import { lastDayOf, parseTimeFrame } from "../../src/rules/assignments/timeFrame.js";

const day = (year: number, month: number, dayOfMonth: number) => serialOf({ year, month, day: dayOfMonth });

/** Written as in Ovanåker's kvalitetsbokslut 2017, with the kind that its notes give each. */
test.each([
  ["Detta arbete ska ske kontinuerligt.", "ongoing"],
  ["Detta arbete ska ske kontinuerligt. Under 2017 ska planen vara en stående punkt på mötena.", "ongoing"],
  ["Ska ske fortlöpande.", "ongoing"],
  ["Ska fortgå under 2017.", "ongoing"],
  ["Detta ska göras regelbundet och innan förändringar ska genomföras.", "ongoing"],
  ["Detta arbete ska ske kontinuerligt i slutet av varje månad.", "perPeriod"],
  ["Ska ske fortlöpande. Varje bokslutsperiod.", "perPeriod"],
  ["I enlighet med fastlagda bokslutsperioder.", "perPeriod"],
  ["Personalen ska informeras fortlöpande, dock minst en gång per år.", "perPeriod"],
  ["Enligt fastlagd projektplanering.", "byPlan"],
  ["Ska vara genomfört under 2017.", "withinYear"],
  ["En omstart kommer att göras under 2017.", "withinYear"],
  ["Ska vara genomfört 2017-12-31.", "byDate"],
  ["startar 2016-03-09", "from"],
  ["fr.o.m. 1 april 2016", "from"],
  ["I samband med att medarbetarundersökningen genomförs.", undefined],
])("%s: %s", (typed, kind) => {
  expect(parseTimeFrame(typed)?.kind).toBe(kind);
});

test.each([
  ["Ska vara genomfört och redovisas i samband med chefsforum 2017-05-16.", day(2017, 5, 16)],
  ["2017.01.01", day(2017, 1, 1)],
  ["senast 31 mars 2018", day(2018, 3, 31)],
  ["Ska vara genomfört under 2017", day(2017, 12, 31)],
  ["årligen mellan 2016-2018", day(2018, 12, 31)],
  ["före sommaren 2016", day(2016, 5, 31)],
  ["uppstart någon gång under hösten 2016", day(2016, 12, 31)],
  ["årsskiftet 2016/2017", day(2016, 12, 31)],
  ["mitten på juni 2016", day(2016, 6, 15)],
  ["april 2016", day(2016, 4, 30)],
  ["före 1 april 2016", day(2016, 3, 31)],
  ["till den 1 april 2016", day(2016, 4, 1)],
  ["startar 2016-03-09, då specifikationen är klar", null],
  ["T2 2021", day(2021, 8, 31)],
  ["kvartal 3 2021", day(2021, 9, 30)],
  ["fortlöpande under 2017", null],
  ["enligt plan", null],
  ["snarast", null],
])("the last day of %s", (typed, last) => {
  expect(lastDayOf(parseTimeFrame(typed))).toBe(last);
});

test("a time that stands without a year is never overdue", () => {
  const withoutDigits = fc.string({ unit: fc.constantFrom(..."abcdeåäö .,-", "hösten ", "senast ", "under ", "enligt ", "juni ", "varje månad ") }).filter((text) => !/\d/u.test(text));
  fc.assert(fc.property(withoutDigits, (typed) => lastDayOf(parseTimeFrame(typed)) === null));
});

test("a day that does not exist is no day", () => {
  expect(lastDayOf(parseTimeFrame("2017-02-30"))).toBe(null);
});

test("any day of the calendar is read as it is written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1950, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (year, month, dayOfMonth) => {
      const two = (number: number) => String(number).padStart(2, "0");
      for (const separator of ["-", "."]) {
        expect(parseTimeFrame(`senast ${year}${separator}${two(month)}${separator}${two(dayOfMonth)}`)).toEqual({ kind: "byDate", day: day(year, month, dayOfMonth), inferred: false });
      }
    }),
  );
});
