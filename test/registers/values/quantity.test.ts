import fc from "fast-check";
import type { Quantity } from "../../../src/registers/values/quantity.js";
import { parseQuantity } from "../../../src/registers/values/quantity.js";
import { quantityText } from "../../../src/registers/writing/rowsToCells.js";
import { cell } from "../tables.js";

const number = (value: number, rest: Partial<Extract<Quantity, { kind: "number" }>> = {}): Quantity => ({
  kind: "number", value, percent: "none", bound: null, unit: null, fromText: true, ...rest,
});
const percent = (value: number, rest: Partial<Extract<Quantity, { kind: "number" }>> = {}) => number(value, { percent: "sign", ...rest });

describe("what people type where a number belongs", () => {
  it.each<[string, Quantity]>([
    ["5,5 %", percent(0.055)],
    ["5.5%", percent(0.055)],
    ["5,5\u00A0%", percent(0.055)],
    ["14,2 procent", percent(0.142)],
    ["33%", percent(0.33)],
    ["100 %.", percent(1)],
    ["2 400 tkr", number(2400, { unit: "tkr" })],
    ["2\u00A0400 tkr", number(2400, { unit: "tkr" })],
    ["2\u202F400\u00A0tkr", number(2400, { unit: "tkr" })],
    ["2\u2009400\u2009Tkr.", number(2400, { unit: "tkr" })],
    ["−14,5", number(-14.5)],
    ["-14,5", number(-14.5)],
    ["–14,5", number(-14.5)],
    ["10,2 mnkr", number(10.2, { unit: "mnkr" })],
    ["10,1 Mkr", number(10.1, { unit: "mnkr" })],
    ["3 procentenheter", number(3, { unit: "procentenheter" })],
    ["Minst 75 %", percent(0.75, { bound: "minst" })],
    ["minst 95 %", percent(0.95, { bound: "minst" })],
    ["Högst 40 %", percent(0.4, { bound: "högst" })],
    ["Max 13,2", number(13.2, { bound: "högst" })],
    ["Max. 13,2 %", percent(0.132, { bound: "högst" })],
    ["Minst index 41", number(41, { bound: "minst", unit: "index" })],
    ["Minst 25 st", number(25, { bound: "minst", unit: "antal" })],
    [">100", number(100, { bound: "över" })],
    ["<14%", percent(0.14, { bound: "under" })],
    ["Min 75 %", percent(0.75, { bound: "minst" })],
    ["Min. 75 %", percent(0.75, { bound: "minst" })],
    ["Minst −5", number(-5, { bound: "minst" })],
    [">−5", number(-5, { bound: "över" })],
    ["≥ 5", number(5, { bound: "minst" })],
    ["<=3", number(3, { bound: "högst" })],
    ["85–90 %", { kind: "interval", from: 0.85, to: 0.9, percent: "sign", unit: null }],
    ["85 % - 90 %", { kind: "interval", from: 0.85, to: 0.9, percent: "sign", unit: null }],
    ["85-90", { kind: "interval", from: 85, to: 90, percent: "none", unit: null }],
    ["85–85 %", { kind: "interval", from: 0.85, to: 0.85, percent: "sign", unit: null }],
    ["−10 till −5 dagar", { kind: "interval", from: -10, to: -5, percent: "none", unit: "dagar" }],
    ["samtliga", percent(1)],
    ["Alla", percent(1)],
    ["Samtliga.", percent(1)],
    ["Ja", { kind: "yesNo", value: true }],
    ["nej", { kind: "yesNo", value: false }],
    ["Ja!!", { kind: "yesNo", value: true }],
    ["1 234,5", number(1234.5)],
    ["1 234 567", number(1234567)],
    ["1.234,5", number(1234.5)],
    ["1.234.567", number(1234567)],
    ["1234.567", number(1234.567)],
    ["1.2345", number(1.2345)],
    ["1,234", number(1.234)],
    ["0.234", number(0.234)],
    ["12.5", number(12.5)],
    ["0", number(0)],
  ])("%s", (typed, meaning) => {
    expect(parseQuantity(cell(typed))).toEqual(meaning);
  });

  it.each([
    "-", "--", "---", "–", "—", ".", "..", "Ej mätt", "ej  mätt", "EJ MÄTBART", "Ej mätbart.",
    "––", "−", "...", "…", "ej mätbar", "ej uppmätt", "mäts ej", "inte mätt", "ej mätning", "ingen mätning", "ej tillgängligt", "ej tillgänglig", "Uppgift saknas", "saknas", "i.u.", "n/a",
  ])("%s says that there is no value", (typed) => {
    expect(parseQuantity(cell(typed))).toEqual({ kind: "notMeasured", typed: typed.trim() });
  });

  it.each(["", " ", "\u00A0", "\u200B"])("an empty cell (%j) is empty, not zero", (typed) => {
    expect(parseQuantity(cell(typed))).toBeNull();
  });

  it.each([
    "2016-04-2015", "3 av 4", "ca 85 %", "1/3", "1e5", "007", "12 34", "1 2345", "1,234,567", "1,2,3", "5,", ",5", "Minst", "minst75", "% 5", "5 % 6",
    "10,2 miljoner ton", "fem", "85 % – 90", "5 maj", "2019-01-22", "½", "٣", "Infinity", "0x10", "--5", "5 tkr tkr",
    "100 5 min", "minst75 %", "Minst-75 %", "Minst x 5", "minst 85–90 %", "prisindex 41", "5 s.t", "j.a", "1234 567", "1.234.5", "1,5x", "x1,5", "1.5.5",
  ])("%s cannot be read and stays as typed", (typed) => {
    expect(parseQuantity(cell(typed))).toEqual({ kind: "unreadable", typed, reason: "form" });
  });

  it.each(["1.234", "12.345 tkr", "Minst 1.234", "123.456 %", "1.234–2000", "5–1.234", "1.234–2.345 tkr"])("%s could be thousands or decimals", (typed) => {
    expect(parseQuantity(cell(typed))).toEqual({ kind: "unreadable", typed, reason: "ambiguous" });
  });

  it.each<[string, string]>([
    ["kr", "kr, Kronor, SEK, :-"], ["tkr", "tkr, kkr, tsek, tusen kr, tusen kronor"], ["mdkr", "mdkr, mdr kr, miljarder kr, miljarder kronor"],
    ["mnkr", "mnkr, mkr, MSEK, mn kr, milj kr, milj. kr, miljoner kr, miljoner kronor"], ["procentenheter", "procentenheter, procentenhet, %-enheter, %-enhet"],
    ["antal", "antal, st, st., stycken, stycket"], ["index", "index, NKI"], ["dagar", "dagar, dag, dgr"], ["timmar", "timmar, timme, tim, tim."], ["minuter", "minuter, minut, min"],
    ["veckor", "veckor, vecka"], ["månader", "månader, månad, mån"], ["år", "år"], ["poäng", "poäng"], ["personer", "personer, person"], ["årsarbetare", "årsarbetare, årsarbeten, åa"],
  ])("%s is written %s", (unit, words) => {
    for (const word of words.split(", ")) expect(parseQuantity(cell(`2,5 ${word}`))).toEqual(number(2.5, { unit }));
  });

  it("refuses an interval that ends before it begins", () => {
    expect(parseQuantity(cell("90–85 %"))).toMatchObject({ kind: "unreadable", reason: "range" });
  });
});

describe("a cell that holds a number", () => {
  it("is a percentage when its format says so", () => {
    expect(parseQuantity(cell({ value: 0.055, format: "0.0%" }))).toEqual(number(0.055, { percent: "format", fromText: false }));
    expect(parseQuantity(cell({ value: 0.055, format: '0.0" %"' }))).toEqual(number(0.055, { fromText: false }));
  });

  it("is unreadable when Excel made a date of it", () => {
    for (const format of ["yyyy-mm-dd", "d-mmm", "[$-41D]mmm yy", "dd/mm/yyyy;@"]) {
      expect(parseQuantity(cell({ value: 43961, format }))).toMatchObject({ kind: "unreadable", reason: "date" });
    }
    for (const format of ["#,##0", '0 "dagar"', "[Red]0.0;-0.0", "General", '0" kr"', "0\\d"]) {
      expect(parseQuantity(cell({ value: 43961, format }))).toMatchObject({ kind: "number" });
    }
  });

  it("has what the first part of its format says, whatever stands in quotation marks there", () => {
    for (const format of ['"vecka; dag" yyyy', '"den" d mmm', '"a""b" yyyy-mm-dd']) expect(parseQuantity(cell({ value: 43961, format }))).toMatchObject({ reason: "date" });
    expect(parseQuantity(cell({ value: 0.5, format: '"(andel; hela)" 0%;General' }))).toEqual(number(0.5, { percent: "format", fromText: false }));
    expect(parseQuantity(cell({ value: 0.5, format: "General;0%" }))).toEqual(number(0.5, { fromText: false }));
  });

  it("is an answer when it is ticked or not", () => {
    for (const value of [true, false]) expect(parseQuantity(cell(value))).toEqual({ kind: "yesNo", value });
  });

  it("is unreadable when it is an Excel error", () => {
    expect(parseQuantity(cell("#N/A"))).toEqual({ kind: "unreadable", typed: "#N/A", reason: "error" });
  });
});

describe("any text at all", () => {
  const nearNumbers = fc.array(
    fc.constantFrom("0", "1", "5", "12", "400", ",", ".", " ", "\u00A0", "-", "–", "−", "%", "tkr", "Minst ", ">", "till", "av", "samtliga", "procent", "+", "\n"),
    { maxLength: 8 },
  ).map((parts) => parts.join(""));
  const texts = fc.oneof(fc.string({ unit: "binary" }), nearNumbers);

  it("is read, kept as typed or empty, and never throws", () => {
    fc.assert(fc.property(texts, (text) => {
      const quantity = parseQuantity({ value: text, type: "String", numberFormat: "General" });
      if (quantity === null) expect(text.replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/gu, "").trim()).toBe("");
    }));
  });

  it("never gives a number without digits, but for samtliga and alla", () => {
    fc.assert(fc.property(texts.filter((text) => !/\d/u.test(text) && !/samtliga|alla/iu.test(text)), (text) => {
      const quantity = parseQuantity({ value: text, type: "String", numberFormat: "General" });
      expect(["number", "interval"]).not.toContain(quantity?.kind);
    }));
  });

  it("gives only numbers whose digits were typed", () => {
    fc.assert(fc.property(nearNumbers, (text) => {
      const quantity = parseQuantity({ value: text, type: "String", numberFormat: "General" });
      if (quantity?.kind !== "number" || /samtliga/u.test(text)) return;
      const shown = Number((Math.abs(quantity.value) * (quantity.percent === "sign" ? 100 : 1)).toPrecision(12)).toString().replace(/\D/gu, "");
      const typed = text.replace(/\D/gu, "");
      expect(typed.replace(/^0+|0+$/gu, "")).toBe(shown.replace(/^0+|0+$/gu, ""));
    }));
  });
});

describe("a quantity written as text", () => {
  const decimalNumber = fc.tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 })).map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
  const unit = fc.constantFrom(null, "tkr", "mnkr", "dagar", "procentenheter", "antal", "index");
  const bound = fc.constantFrom(null, "minst", "högst", "över", "under" as const);

  it("is read as itself", () => {
    const quantity: fc.Arbitrary<Quantity> = fc.oneof(
      fc.record({ kind: fc.constant("number" as const), value: decimalNumber, percent: fc.constant("none" as const), bound, unit, fromText: fc.constant(true) }),
      fc.record({ kind: fc.constant("number" as const), value: decimalNumber.map((value) => Number((value / 100).toPrecision(15))), percent: fc.constant("sign" as const), bound, unit: fc.constant(null), fromText: fc.constant(true) }),
      fc.tuple(decimalNumber, decimalNumber).map(([a, b]) => ({ kind: "interval" as const, from: Math.min(a, b), to: Math.max(a, b), percent: "none" as const, unit: null })),
      fc.boolean().map((value) => ({ kind: "yesNo" as const, value })),
    );
    fc.assert(fc.property(quantity, (wanted) => {
      expect(parseQuantity(cell(quantityText(wanted)))).toEqual(wanted);
    }));
  });
});
