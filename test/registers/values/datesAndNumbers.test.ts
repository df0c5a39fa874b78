import fc from "fast-check";
import { parseCounted } from "../../../src/registers/values/counted.js";
import { dayOf, parseDate, serialOf } from "../../../src/registers/values/date.js";
import { asPercentage, dayText, decimalsOf, formatDay, formatNumberSv, formatPercentSv, formatWithUnitSv } from "../../../src/registers/values/formatting.js";
import { parseInteger, parseNumber, parseNumberText } from "../../../src/registers/values/number.js";
import { cell, type Typed } from "../tables.js";

const read = (value: unknown, corrected = false) => ({ kind: "read", value, corrected });

describe("a date", () => {
  it.each(["2019-01-22", "2019-01-22.", "2019.01.22", "2019/1/22", "20190122", "22 jan 2019", "22 jan. 2019", "22 januari 2019", "den 22 Januari 2019", "22\u00A0jan\u00A02019"])(
    "%s is 22 January 2019", (typed) => {
      expect(parseDate(cell(typed))).toEqual(read(43487, true));
    },
  );

  it("stored as Excel stores dates needs no correction, and its time of day is cut off", () => {
    expect(parseDate(cell({ value: 43487.75, format: "yyyy-mm-dd hh:mm" }))).toEqual(read(43487));
  });

  it("without a date format is taken for a day only where it can be nothing else", () => {
    expect(parseDate(cell(43487))).toEqual(read(43487, true));
    expect(parseDate(cell(20190122))).toEqual(read(43487, true));
    expect(parseDate(cell(2019))).toMatchObject({ kind: "unreadable", reason: "range" });
  });

  it.each<[string, string]>([
    ["2016-04-2015", "form"], ["2019-02-30", "range"], ["2019-13-01", "range"], ["1/2/2019", "ambiguous"], ["22-01-2019", "ambiguous"], ["januari 2019", "form"],
    ["201912", "form"], ["våren 2019", "form"], ["2019-01.22", "form"], ["1/2/19", "ambiguous"], ["1/2/9", "form"], ["1/2/2019 kl 8", "form"], ["12019-01-22", "form"],
    ["kl 22 jan 2019", "form"], ["22 jan 2019 kl 8", "form"], ["22 höst 2019", "form"], ["0019-01-22", "range"], ["1900-02-28", "range"],
  ])("%s is not read", (typed, reason) => {
    expect(parseDate(cell(typed))).toEqual({ kind: "unreadable", typed, reason });
  });

  it.each([
    "januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug", "september sep sept", "oktober okt", "november nov", "december dec",
  ].map((names, index) => [names, index + 1] as const))("%s is month %i", (names, month) => {
    const serial = serialOf({ year: 2019, month, day: 2 });
    for (const name of names.split(" ")) for (const day of ["2", "2:e", "2e", "02"]) expect(parseDate(cell(`${day} ${name} 2019`))).toEqual(read(serial, true));
  });

  it("is none in a blank cell, and an error or a tick is told", () => {
    expect(parseDate(cell(" "))).toBeNull();
    expect(parseDate({ value: 0, type: "Empty", numberFormat: "yyyy-mm-dd" })).toBeNull();
    expect([true, false].map((value) => parseDate(cell(value)))).toEqual(["SANT", "FALSKT"].map((typed) => ({ kind: "unreadable", typed, reason: "form" })));
    expect(parseDate(cell("#N/A"))).toMatchObject({ kind: "unreadable", reason: "error" });
  });

  it("is none beyond Excel's calendar, nor beyond our own time where only its number stands", () => {
    for (const serial of [60, 2_958_466, NaN]) expect([dayOf(serial), formatDay(serial), dayText(serial)]).toEqual([null, undefined, ""]);
    expect([dayText(61), dayText(2_958_465.9)]).toEqual(["1900-03-01", "9999-12-31"]);
    expect(serialOf({ year: 10_000, month: 1, day: 1 })).toBeNull();
    expect(parseDate(cell({ value: 60, format: "yyyy-mm-dd" }))).toMatchObject({ kind: "unreadable", reason: "range" });
    const [first, last] = [serialOf({ year: 1970, month: 1, day: 1 }) ?? 0, serialOf({ year: 2100, month: 12, day: 31 }) ?? 0];
    for (const serial of [first, last]) expect(parseDate(cell(serial))).toEqual(read(serial, true));
    for (const serial of [5, first - 1, last + 1]) expect(parseDate(cell(serial))).toMatchObject({ kind: "unreadable", reason: "range" });
  });

  it("is the same day after being written and read", () => {
    fc.assert(fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      const day = dayOf(serial);
      expect(day === null ? null : serialOf(day)).toBe(serial);
      expect(parseDate(cell(formatDay(serial) ?? ""))).toEqual(read(serial, true));
    }));
  });

  it("has the serial numbers that Excel gives", () => {
    expect(serialOf({ year: 1900, month: 3, day: 1 })).toBe(61);
    expect(serialOf({ year: 2000, month: 2, day: 29 })).toBe(36585);
    expect(serialOf({ year: 9999, month: 12, day: 31 })).toBe(2_958_465);
    expect(serialOf({ year: 1900, month: 2, day: 29 })).toBeNull();
  });
});

describe("a plain number", () => {
  it("may be a percentage, and is stored as Excel stores it", () => {
    expect(parseNumber(cell("90 %"))).toEqual(read(0.9, true));
    expect(parseNumber(cell("90 procent"))).toEqual(read(0.9, true));
    expect(parseNumber(cell({ value: 0.9, format: "0%" }))).toEqual(read(0.9));
    expect(parseNumber(cell("90%"))).toEqual(read(0.9, true));
    expect(parseNumber(cell("0,5"))).toEqual(read(0.5, true));
  });

  it("is never made from an empty cell, a tick or a word", () => {
    expect(parseNumber(cell(""))).toBeNull();
    expect(parseNumber(cell(true))).toMatchObject({ kind: "unreadable" });
    expect(parseNumber(cell("många"))).toMatchObject({ kind: "unreadable" });
  });

  it("that cannot be read says why, and stays as typed", () => {
    const whole: readonly (readonly [Typed, string])[] = [
      ["många", "form"], ["5 % av 20", "form"], ["rad\n5 %", "form"], [true, "form"], ["1.234", "ambiguous"], ["1.234 %", "ambiguous"], ["#N/A", "error"], [{ value: 43487, format: "d-mmm" }, "date"],
    ];
    for (const [typed, reason] of whole) {
      expect(parseNumber(cell(typed))).toMatchObject({ kind: "unreadable", reason });
      expect(parseInteger(cell(typed))).toMatchObject({ kind: "unreadable", reason });
    }
    expect(parseInteger(cell(""))).toBeNull();
  });

  it("is no code, no sum and none that a cell cannot hold", () => {
    for (const text of ["", "1234 567", "1.234.5", "1.234.567.890,", "1,x5", "1,5x", "x1.5", "1.5x", "5 5,5", "9".repeat(400)]) expect(parseNumberText(text)).toEqual({ kind: "other" });
    expect(parseNumberText("1.234")).toEqual({ kind: "ambiguous" });
  });

  it("may have spaces around it, and nothing is never below zero", () => {
    expect(parseNumberText(" \u00A05 ")).toEqual({ kind: "number", value: 5 });
    expect(parseNumberText("-0,0")).toEqual({ kind: "number", value: 0 });
  });

  it("must be whole where a whole number belongs", () => {
    expect(parseInteger(cell(10))).toEqual(read(10));
    expect(parseInteger(cell("10"))).toEqual(read(10, true));
    expect(parseInteger(cell(1.5))).toMatchObject({ kind: "unreadable", reason: "range" });
  });
});

describe("a number of a column counted in tkr", () => {
  const inTkr = (typed: Typed) => parseCounted(cell(typed), { kr: 0.001, tkr: 1, mnkr: 1000 });

  it("may be typed with its unit or another that can be counted into it", () => {
    expect(inTkr(2400)).toEqual(read(2400));
    for (const typed of ["2400", "2 400 tkr", "2,4 mnkr", "2400000 kr"]) expect(inTkr(typed)).toEqual(read(2400, true));
    expect(inTkr("1,005 mnkr")).toEqual(read(1005, true));
    expect(inTkr("")).toBeNull();
  });

  it("is no share, limit, interval, answer or count of anything else", () => {
    for (const typed of ["90 %", "minst 5", "85–90 tkr", "Ja", "-", "5 dagar", "många"]) expect(inTkr(typed)).toMatchObject({ kind: "unreadable", typed, reason: "form" });
    expect(inTkr("1.234 tkr")).toMatchObject({ kind: "unreadable", reason: "ambiguous" });
    expect(inTkr("#N/A")).toMatchObject({ kind: "unreadable", reason: "error" });
    expect(inTkr({ value: 43961, format: "d-mmm" })).toMatchObject({ kind: "unreadable", reason: "date" });
  });
});

describe("Swedish formatting", () => {
  it("prints as people write", () => {
    expect(formatPercentSv(0.055)).toBe("5,5\u00A0%");
    expect(formatPercentSv(1)).toBe("100\u00A0%");
    expect(formatPercentSv(0.29)).toBe("29\u00A0%");
    expect(formatPercentSv(1.21, 0)).toBe("121\u00A0%");
    expect(formatWithUnitSv(2400, "tkr")).toBe("2\u00A0400\u00A0tkr");
    expect(formatNumberSv(-1234567.5)).toBe("−1\u00A0234\u00A0567,5");
    expect(formatNumberSv(14.8, 0)).toBe("15");
    expect(formatNumberSv(2, 1)).toBe("2,0");
    expect(formatNumberSv(-0.04, 1)).toBe("0,0");
    expect(formatDay(43487)).toBe("2019-01-22");
  });

  it("prints ten decimals at most, and large numbers in full", () => {
    expect([1 / 3, 0.12345678004, 1.00000000001].map((value) => formatNumberSv(value))).toEqual(["0,3333333333", "0,12345678", "1"]);
    for (const decimals of [1, 2]) expect(formatNumberSv(1e20, decimals).replaceAll("\u00A0", "")).toBe(`1${"0".repeat(20)},${"0".repeat(decimals)}`);
    expect([NaN, Infinity].map((value) => formatNumberSv(value))).toEqual(["", ""]);
  });

  it("rounds halves away from zero on the digits, as Excel does", () => {
    expect(formatNumberSv(1.005, 2)).toBe("1,01");
    expect(formatNumberSv(-2.5, 0)).toBe("−3");
    expect(formatNumberSv(0.125, 2)).toBe("0,13");
  });

  it("knows how many decimals a number has, without binary noise", () => {
    expect(decimalsOf(0.1 + 0.2)).toBe(1);
    expect(decimalsOf(2400)).toBe(0);
    expect(decimalsOf(1e21)).toBe(0);
    expect(decimalsOf(1.5e-7)).toBe(8);
  });

  it("has the decimals and the percentage that its fifteen digits have, and those of a number a little beside it", () => {
    const written = fc.tuple(fc.integer(), fc.integer({ min: 0, max: 8 })).map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
    const noise = fc.integer({ min: -40, max: 40 }).map((steps) => 1 + steps * 2 ** -53);
    const decimalsOfDigits = (value: number) => {
      const [digits = "", exponent = "0"] = Number(value.toPrecision(15)).toExponential().split("e");
      return Math.max(0, (digits.split(".")[1] ?? "").length - Number(exponent));
    };
    fc.assert(fc.property(written, noise, (number, beside) => {
      const value = number * beside;
      expect(decimalsOf(value)).toBe(decimalsOfDigits(value));
      expect(asPercentage(value)).toBe(Number((value * 100).toPrecision(15)));
    }), { numRuns: 1000 });
  });

  it("is read back as the same number", () => {
    const numbers = fc.oneof(
      fc.tuple(fc.integer(), fc.integer({ min: 0, max: 6 })).map(([digits, decimals]) => Number(`${digits}e-${decimals}`)),
      fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
    );
    fc.assert(fc.property(numbers, (value) => {
      expect(parseNumberText(formatNumberSv(value))).toEqual({ kind: "number", value: value === 0 ? 0 : value });
    }));
  });
});
