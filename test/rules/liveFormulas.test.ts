import fc from "fast-check";
import { OWNER_LEVELS } from "../../src/registers/definitions/malFormulas.js";
import type { Register } from "../../src/registers/register.js";
import { registers } from "../../src/registers/registers.js";
import { parsePeriod, periodKey, periodSeparators, periodWords, type PeriodReading } from "../../src/registers/values/period.js";
import { expectedOf } from "./agreementCases.js";
import { computed, percent, type WrittenRows } from "./testWorkbook.js";

test("the sheet shows what the rules say, with Ale's figures", () => {
  const rows = computed({
    enheter: [{ Kod: "OAN", Namn: "Omsorgs- och arbetsmarknadsnämnden", Typ: "Nämnd" }],
    mal: [{ "Mål-id": "MÅL-1", "Nivå": "Nämndmål", "Mål": "Fler i arbete", Enhet: "OAN" }],
    matt: [
      { "Mått-id": "MÅTT-1", "Mål-id": "MÅL-1", "Mått": "Andel unga", "Måttenhet": "%", Riktning: "Minska", "Målvärde": percent(0.055) },
      { "Mått-id": "MÅTT-2", "Mål-id": "MÅL-1", "Mått": "Andel nyanlända", "Måttenhet": "%", Riktning: "Minska" },
    ],
    utfall: [
      { "Mått-id": "MÅTT-1", Period: "April 2019", Utfall: percent(0.055) },
      { "Mått-id": "MÅTT-2", Period: "T1 2018", Utfall: percent(0.142), Enhet: "OAN" },
      { "Mått-id": "MÅTT-2", Period: "T1 2019", Utfall: 14.8 },
    ],
  });
  expect(rows).toEqual([
    { attainment: 1, status: "Uppnått", trend: "Ej jämförbart", key: "201922|MÅTT-1|OAN" },
    { attainment: "", status: "Mål saknas", trend: "Ej jämförbart", key: "201822|MÅTT-2|OAN" },
    { attainment: "", status: "Mål saknas", trend: "Sämre", key: "201922|MÅTT-2|OAN" },
  ]);
});

const allRegisters: readonly Register[] = Object.values(registers);
const calculated = allRegisters.flatMap(({ table, columns }) =>
  Object.values(columns).flatMap(({ header, formula }) => (formula === undefined ? [] : [{ place: `${table}[${header}]`, table, formula }])));

/** Functions of Excel 2007, which files write without prefix and LibreOffice has. */
const KNOWN = new Set([
  "ABS", "AND", "CELL", "CHOOSE", "COUNT", "COUNTIFS", "FIND", "IF", "IFERROR", "INDEX", "INT", "ISERROR", "ISLOGICAL", "ISNA", "ISNUMBER", "LEFT", "LEN", "LOWER", "MATCH", "MAX", "MID",
  "MIN", "MOD", "N", "NOT", "OR", "REPLACE", "RIGHT", "SIGN", "SUBSTITUTE", "SUMIFS", "SUMPRODUCT", "TRIM", "UPPER",
]);
/** A function of Excel 2013, the oldest that an add-in runs in: it is written with a prefix in files. */
const WITH_PREFIX = "ISFORMULA";

test.each(calculated)("the formula of $place is short enough to be read, and within Excel's limits", ({ formula }) => {
  expect(formula.length).toBeLessThanOrEqual(1200);
  for (const [literal] of formula.matchAll(/"[^"]*"/gu)) expect(literal.length).toBeLessThanOrEqual(255);
  let depth = 0;
  let deepest = 0;
  for (const sign of formula.replace(/"[^"]*"/gu, "")) {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    deepest = Math.max(deepest, depth);
  }
  expect(deepest).toBeLessThanOrEqual(64);
});

test.each(calculated)("the formula of $place has only functions that every Excel and LibreOffice has", ({ formula }) => {
  const used = [...formula.replace(/"[^"]*"/gu, "").matchAll(/([A-Z][A-Z.]*)\(/gu)].map(([, name = ""]) => name);
  expect(used.filter((name) => !KNOWN.has(name) && name !== WITH_PREFIX)).toEqual([]);
});

test("a row of Utfall has few characters of formulas, one search for its measure and one look at each number's format", () => {
  const row = calculated.filter(({ table }) => table === "Utfall").map(({ formula }) => formula).join("\n");
  expect(row.length).toBeLessThanOrEqual(6500);
  expect(row.split("Matt[Mått-id]")).toHaveLength(2);
  expect([...row.matchAll(/CELL\("format",([^)]*)\)/gu)].map(([, cell]) => cell)).toEqual(["[@Utfall]", "[@Målvärde]"]);
});

test("the key of a period is the rules', however the period is written", () => {
  const word = fc.constantFrom(...periodWords.keys(), "delår", "04", "12", "13", "t5", "4", "t*");
  const space = fc.constantFrom(" ", "", "  ", ...periodSeparators);
  const year = fc.constantFrom("2019", "1999", "1899", "2100", "19");
  const written = fc.tuple(word, space, year, fc.boolean(), fc.boolean()).map(([part, between, of, yearFirst, upper]) => {
    const text = yearFirst ? `${of}${between}${part}` : `${part}${between}${of}`;
    return upper ? text.toUpperCase() : text;
  });
  const reading: fc.Arbitrary<PeriodReading> = fc.record({
    rapportering: fc.constantFrom("tertial", "kvartal", "månad", "halvår", "år"),
    delarTill: fc.constantFrom("juni", "augusti"),
  });
  fc.assert(fc.property(fc.array(written, { minLength: 60, maxLength: 60 }), reading, (texts, { rapportering, delarTill }) => {
    const rows = computed({
      installningar: [{ Nyckel: "rapportering", "Värde": rapportering }, { Nyckel: "delar-till", "Värde": delarTill }],
      matt: [{ "Mått-id": "M", "Mått": "Ett", Riktning: "Följs" }],
      utfall: texts.map((text) => ({ "Mått-id": "M", Period: text })),
    });
    const expected = texts.map((text) => {
      const period = parsePeriod(text, { rapportering, delarTill });
      return period === null ? "" : `${periodKey(period)}|M|`;
    });
    expect(rows.map(({ key }, at) => [texts[at], key])).toEqual(expected.map((key, at) => [texts[at], key]));
  }), { numRuns: 12 });
});

describe("rows that the formulas leave empty", () => {
  const measure: WrittenRows = [{ "Mått-id": "M", "Mått": "Ett", "Måttenhet": "%", Riktning: "Öka", "Målvärde": percent(0.5) }];
  const only = (matt: WrittenRows, utfall: WrittenRows[number]) => computed({ matt, utfall: [{ "Mått-id": "M", Period: "2019", ...utfall }] })[0];

  test("an outcome or target that stands as text", () => {
    expect(only(measure, { Utfall: "60 %" })).toMatchObject({ attainment: "", status: "", trend: "" });
    expect(only([{ ...measure[0], "Målvärde": "Minst 50 %" }], { Utfall: percent(0.6) })).toMatchObject({ attainment: "", status: "" });
  });

  test("an empty row, an unknown measure, and an id that Excel would take for a pattern", () => {
    for (const id of ["", "X", "*", "M?"]) expect(only(measure, { "Mått-id": id, Utfall: percent(0.6) })).toMatchObject({ attainment: "", status: "", trend: "" });
  });

  test("a measure without direction", () => {
    expect(only([{ ...measure[0], Riktning: "" }], { Utfall: percent(0.6) })).toMatchObject({ attainment: "", status: "", trend: "" });
  });

  test("a percentage that could be two", () => {
    expect(only(measure, { Utfall: 0.6 })).toMatchObject({ attainment: "", status: "" });
    expect(only(measure, { Utfall: 60 })).toMatchObject({ attainment: 1.2, status: "Uppnått" });
  });
});

test("the owner is found as far up the goal tree as the rules look", () => {
  const mal = Array.from({ length: OWNER_LEVELS + 2 }, (_, level) => ({
    "Mål-id": `G${level}`, "Nivå": "Delmål", "Mål": `Mål ${level}`, Enhet: level === 0 ? "OAN" : "", "Överordnat mål": level === 0 ? "" : `G${level - 1}`,
  }));
  const workbook = {
    enheter: [{ Kod: "OAN", Namn: "Omsorg", Typ: "Nämnd" }],
    mal,
    matt: mal.map((_, level) => ({ "Mått-id": `M${level}`, "Mål-id": `G${level}`, "Mått": `Mått ${level}`, Riktning: "Följs" })),
    utfall: mal.map((_, level) => ({ "Mått-id": `M${level}`, Period: "2019" })),
  };
  const keys = computed(workbook).map(({ key }) => key);
  expect(keys).toEqual(expectedOf(workbook).map(({ key }) => key));
  expect(keys.filter((key) => typeof key === "string" && key.endsWith("|OAN"))).toHaveLength(OWNER_LEVELS);
});
