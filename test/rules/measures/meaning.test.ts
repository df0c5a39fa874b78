import { parseQuantity, type Quantity } from "../../../src/registers/values/quantity.js";
import { decimalsAsWritten } from "../../../src/rules/measures/decimals.js";
import { readMeaning, unclear, unitOfMeasure, type Entry, type MeasureUnit } from "../../../src/rules/measures/meaning.js";
import { printMeaning } from "../../../src/rules/measures/printing.js";
import type { Amount, Meaning } from "../../../src/rules/measures/results.js";
import { cell, type Typed } from "../../registers/tables.js";

const quantityOf = (typed: Typed): Quantity | null => {
  const quantity = parseQuantity(cell(typed));
  return quantity?.kind === "unreadable" ? null : quantity;
};
const entry = (typed: Typed): Entry => ({ quantity: quantityOf(typed), cell: cell(typed) });
const tkr = (value: number, decimals = 0): Amount => ({ value, percent: false, decimals, unit: "tkr" });
const figure = (value: number, decimals = 0, unit: string | null = null): Meaning => ({ kind: "amount", amount: { value, percent: false, decimals, unit } });
const percent = (value: number, decimals = 0): Amount => ({ value, percent: true, decimals, unit: null });
const share = (value: number, decimals = 0): Meaning => ({ kind: "amount", amount: percent(value, decimals) });
const money = (value: number, decimals = 0): Meaning => ({ kind: "amount", amount: tkr(value, decimals) });
const none: Meaning = { kind: "missing" };

describe("what an outcome or a target means in its measure", () => {
  test.each<[Typed, MeasureUnit, Meaning]>([
    ["60 %", "%", share(0.6)], [{ value: 0.6, format: "0.0%" }, "%", share(0.6, 1)], [0, "%", share(0)],
    [5, "antal", figure(5)], ["5 st", "antal", figure(5)], ["5 personer", "antal", figure(5)], [41, "index", figure(41)], ["Index 41", "index", figure(41)], ["41 poäng", "index", figure(41)],
    [0.1 + 0.2, "tkr", money(0.1 + 0.2, 1)], ["2 400 tkr", "tkr", money(2400)], ["5,50 tkr", null, figure(5.5, 2)], [5, null, figure(5)], ["0,6", "procentenheter", figure(0.6, 1, "procentenheter")],
    [true, "Ja/Nej", { kind: "yesNo", value: true }], ["Nej", "Ja/Nej", { kind: "yesNo", value: false }],
    ["Bättre än förra året", "text", { kind: "text", text: "Bättre än förra året" }], [5, "text", { kind: "text", text: "5" }], ["Ja", "text", { kind: "text", text: "Ja" }],
    ["", "antal", none], ["Ej mätt", "antal", none], ["", "text", none], ["", "Ja/Nej", none],
  ])("%j in a measure of %s is taken as it stands", (typed, unit, meaning) => {
    expect(readMeaning(entry(typed), unit)).toEqual({ meaning, assumed: null });
  });

  test.each<[Typed, MeasureUnit, Meaning, "percent" | "money"]>([
    [60, "%", share(0.6), "percent"], [1.5, "%", share(0.015, 1), "percent"], [-60, "%", share(-0.6), "percent"], ["60,50", "%", share(0.605, 1), "percent"],
    ["10,2 mnkr", "tkr", money(10_200), "money"], ["5 000 kr", "tkr", money(5), "money"], ["1 mdkr", "tkr", money(1_000_000), "money"], ["5 tkr", "kr", figure(5000, 0, "kr"), "money"],
  ])("%j in a measure of %s is counted into it, and that is told", (typed, unit, meaning, assumed) => {
    expect(readMeaning(entry(typed), unit)).toEqual({ meaning, assumed });
  });

  test("both ends of an interval are counted alike", () => {
    const between = (from: Amount, to: Amount): Meaning => ({ kind: "interval", from, to });
    expect(readMeaning(entry("0,5–60"), "%")).toEqual({ meaning: between(percent(0.005, 1), percent(0.6)), assumed: "percent" });
    expect(readMeaning(entry("85–90 %"), "%")).toEqual({ meaning: between(percent(0.85), percent(0.9)), assumed: null });
    expect(readMeaning(entry("5–10 tkr"), "tkr")).toEqual({ meaning: between(tkr(5), tkr(10)), assumed: null });
  });

  test.each<[Typed, MeasureUnit, keyof typeof unclear]>([
    [0.6, "%", "percentAmbiguous"], [1, "%", "percentAmbiguous"], [-0.5, "%", "percentAmbiguous"], ["0–1", "%", "percentAmbiguous"],
    ["60 tkr", "%", "unitDiffers"], ["5 tkr", "antal", "unitDiffers"], ["5 procentenheter", "antal", "unitDiffers"], ["Index 5", "antal", "unitDiffers"], ["5 kr", "antal", "unitDiffers"],
    ["5 mdkr", "antal", "unitDiffers"], ["5 dagar", "tkr", "unitDiffers"], ["5 tkr", "dagar", "unitDiffers"], ["5 dagar", "index", "unitDiffers"], ["5 poäng", "dagar", "unitDiffers"],
    ["5 %", "antal", "percentInOtherUnit"], ["5 %", null, "percentInOtherUnit"], [{ value: 0.05, format: "0%" }, "tkr", "percentInOtherUnit"],
    [1, "Ja/Nej", "yesNoExpected"], ["85–90", "Ja/Nej", "yesNoExpected"], ["Ja", "antal", "numberExpected"], ["omkring 11", "antal", "unreadable"], ["omkring 11", "%", "unreadable"],
  ])("%j in a measure of %s is never guessed at: %s", (typed, unit, why) => {
    expect(readMeaning(entry(typed), unit)).toEqual({ meaning: { kind: "unclear", ruleId: unclear[why] }, assumed: null });
  });

  test("a column that the table has not is blank", () => {
    for (const unit of ["antal", "text"]) expect(readMeaning({ quantity: null, cell: undefined }, unit).meaning).toEqual(none);
  });
});

test.each<[MeasureUnit, string | null, readonly Typed[]]>([
  ["antal", "antal", ["5 %", "5 tkr"]], ["%", null, ["Ej mätt", 5, "5 %"]], ["%", null, ["Ja", "5 %"]], ["tkr", null, ["5 tkr", "3 mnkr"]], ["tkr", null, [5, "3 tkr", "Ja"]],
  ["Ja/Nej", null, ["", "Ja", "3 tkr"]], [null, null, [5, "Ej mätt", "omkring 5"]], ["%", null, [{ value: 0.5, format: "0%" }]],
])("a measure is counted in %s where its unit is %j and %j are compared", (unit, mattenhet, typed) => {
  expect(unitOfMeasure(mattenhet, typed.map(entry))).toBe(unit);
});

test.each<[number, Typed]>([
  [0, "5 %"], [2, "5,50 %"], [1, "85–90,5 %"], [3, "0.125"], [0, 5], [2, 1.25], [4, 1 / 3], [3, { value: 1, format: "0.000" }], [0, { value: 1.5, format: "#,##0" }], [1, { value: 1, format: '"1.00 "0.0' }],
  [1, { value: 1, format: "[>1.00]0.0" }], [1, { value: 1, format: "0.0;-0.000" }], [2, { value: 1.25, format: "@" }], [2, { value: 1, format: "0\\.0.00" }],
])("%i decimals were written in %j", (decimals, typed) => {
  const { value } = cell(typed);
  expect(decimalsAsWritten(cell(typed), typeof value === "number" ? value : NaN, false)).toBe(decimals);
});

test("a percentage has the decimals that it needs, where Excel has chosen its format", () => {
  expect([0.055, 0.05512, 0.05].map((value) => decimalsAsWritten(cell({ value, format: "0.00%" }), value, true))).toEqual([1, 2, 0]);
  expect(decimalsAsWritten(undefined, 0.0555, true)).toBe(2);
});

test("what a meaning says is printed as people write it, and nothing for what says nothing", () => {
  const printed = (typed: Typed, unit: MeasureUnit) => printMeaning(readMeaning(entry(typed), unit).meaning).replaceAll("\u00A0", " ");
  expect([printed("85–90 %", "%"), printed("2400,50", "tkr"), printed(1250, "antal"), printed("Ja", "Ja/Nej"), printed("nej", "Ja/Nej"), printed("Bra", "text")]).toEqual(["85 %–90 %", "2 400,50 tkr", "1 250", "Ja", "Nej", "Bra"]);
  expect([printed("", "antal"), printed("omkring 11", "antal")]).toEqual(["", ""]);
});
