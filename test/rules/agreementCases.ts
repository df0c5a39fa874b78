import fc from "fast-check";
import { measureResult, workbookOf } from "../../src/rules/measures/measureResults.js";
import { periodKey } from "../../src/registers/values/period.js";
import { percent, read, type Written, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

/** What the rules say of one row of Utfall, as its calculated columns should show it. */
export interface Expected {
  readonly attainment: number | "";
  readonly status: string;
  readonly trend: string;
  readonly key: string;
}

/** A workbook with what its calculated columns should show, row by row. */
export interface AgreementCase {
  readonly workbook: WrittenWorkbook;
  readonly expected: readonly Expected[];
}

/** Values near and on every border of the rules, so that equal, opposite, zero and noisy ones meet often. */
const numbers = [0, 0.1 + 0.2, 0.3, 0.5, -0.5, 1, -1, 1.5, 5, 5.5, -3, 60, 85, 90, 99.6, 100, 1250, 0.055, 0.0549999, -0.2];
const bare: fc.Arbitrary<Written> = fc.constantFrom(...numbers);
const inPercent: fc.Arbitrary<Written> = fc.constantFrom(...numbers.filter((value) => Math.abs(value) < 2)).map((value) => percent(value, value > 0.5 ? "0%" : "0.0%"));
const blank: fc.Arbitrary<Written> = fc.constantFrom("", { value: "", format: "0%" });
const answer: fc.Arbitrary<Written> = fc.constantFrom("Ja", "Nej", "nej", "", true, false);

/** Cells of one measure are mostly written alike, as people do, and sometimes not. */
const measureOf = (index: number) =>
  fc.constantFrom("%", "%", "antal", "tkr", "index", "", "procentenheter", "Ja/Nej").chain((unit) =>
    fc.constantFrom("Öka", "Minska", "Inom intervall", "Följs", ...(unit === "" || unit === "Ja/Nej" ? ["Ja/Nej"] : [])).chain((direction) => {
      const value = direction === "Ja/Nej" ? answer : unit === "%" || unit === "" ? fc.oneof(inPercent, inPercent, bare, blank) : fc.oneof(bare, bare, bare, inPercent, blank);
      return fc.record({
        value: fc.constant(value),
        row: fc.record({
          "Mått-id": fc.constant(`MÅTT-${index}`),
          "Mål-id": fc.constantFrom("MÅL-1", "MÅL-2", "MÅL-3", ""),
          "Mått": fc.constant(`Mått ${index}`),
          "Måttenhet": fc.constant(unit),
          Riktning: fc.constant(direction),
          "Målvärde": value,
          "Målvärde till": direction === "Inom intervall" ? value : blank,
          Startvärde: value,
          "Gräns delvis": fc.constantFrom<Written>("", "", percent(0.95), percent(0.5), 0, 1),
        }),
      });
    }));

const period = fc.constantFrom<Written>("T1 2019", "T1 2018", "April 2019", "2018-04", "T3 2018", "Tertial 3, 2018", "2019", 2018, "Delår 2019", "Delår 2018", "Mars 2019", "kv 1 2019", "Kvartal 4 2018");
const unit = fc.constantFrom("", "", "OAN", "oan", "KS", "Kommunstyrelsen", "BUN");

const rowsOf = (measures: readonly { readonly value: fc.Arbitrary<Written>; readonly row: { readonly "Mått-id": string } }[]) =>
  fc.array(
    fc.constantFrom(...measures).chain((measure) =>
      fc.record({
        "Mått-id": fc.constant(measure.row["Mått-id"]),
        Period: period,
        Enhet: unit,
        Utfall: measure.value,
        "Målvärde": fc.oneof({ arbitrary: blank, weight: 3 }, { arbitrary: measure.value, weight: 1 }),
      })),
    { minLength: 1, maxLength: 40, size: "max" });

const settings: fc.Arbitrary<WrittenRows> = fc.record({
  "grans-delvis": fc.constantFrom<Written>(percent(0.9), percent(0.75, "0%"), ""),
  "minska-formel": fc.constantFrom("målvärde / utfall", "2 − utfall / målvärde", ""),
  "noll-regel": fc.constantFrom("tom", "1 ± avvikelse / |målvärde|", ""),
  "trend-mot": fc.constantFrom("samma period förra året", "föregående period", "startvärde", ""),
  rapportering: fc.constantFrom("tertial", "kvartal", "månad", "halvår", "år", ""),
  "delar-till": fc.constantFrom("augusti", "juni", ""),
}, { requiredKeys: [] }).map((values) => Object.entries(values).map(([key, value]) => ({ Nyckel: key, "Värde": value })));

const goals: WrittenRows = [
  { "Mål-id": "MÅL-0", "Nivå": "Målområde", "Mål": "Område", Enhet: "KS" },
  { "Mål-id": "MÅL-1", "Nivå": "Nämndmål", "Mål": "Eget", Enhet: "OAN", "Överordnat mål": "MÅL-0" },
  { "Mål-id": "MÅL-2", "Nivå": "Nämndmål", "Mål": "Ärvt", "Överordnat mål": "MÅL-0" },
  { "Mål-id": "MÅL-3", "Nivå": "Nämndmål", "Mål": "Ingen ägare" },
];
const units: WrittenRows = [
  { Kod: "KS", Namn: "Kommunstyrelsen", Typ: "Styrelse" },
  { Kod: "OAN", Namn: "Omsorgs- och arbetsmarknadsnämnden", Typ: "Nämnd" },
  { Kod: "BUN", Namn: "Barn- och utbildningsnämnden", Typ: "Nämnd" },
];

/** Workbooks of a few measures in all units and directions, with rows for several periods and units, and all settings. */
export const anyWorkbook: fc.Arbitrary<WrittenWorkbook> = fc
  .tuple(settings, measureOf(1), measureOf(2), measureOf(3), measureOf(4), measureOf(5))
  .chain(([installningar, ...measures]) =>
    rowsOf(measures).map((utfall) => ({ installningar, enheter: units, mal: goals, matt: measures.map(({ row }) => row), utfall })));

/** What the rules make of every row that the reader could use; the sheet's rows all can. */
export function expectedOf(written: WrittenWorkbook): Expected[] {
  const { contents, settings: chosen } = read(written);
  const workbook = workbookOf(contents, chosen);
  return (contents.utfall?.rows ?? []).map((row) => {
    const measure = workbook.outcomes.measureOf(row);
    const unit = workbook.outcomes.unitOf(row);
    const key = `${periodKey(row.values.period)}|${row.values.mattId}|${unit ?? ""}`.toUpperCase();
    if (measure === undefined) return { attainment: "", status: "", trend: "", key };
    const result = measureResult(workbook, measure, row, unit, row.values.period);
    return { attainment: result.attainment.value ?? "", status: result.status ?? "", trend: result.trend, key };
  });
}

/**
 * Workbooks with their expected results, the same for the same seed: for checking the live formulas in another program, such as
 * LibreOffice with a saved workbook.
 */
export function agreementCases(seed: number, count = 20): AgreementCase[] {
  return fc.sample(anyWorkbook, { seed, numRuns: count }).map((workbook) => ({ workbook, expected: expectedOf(workbook) }));
}
