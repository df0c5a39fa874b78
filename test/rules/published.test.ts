import measures from "../fixtures/published-measures.json";
import trends from "../fixtures/published-trends.json";
import { displayPercent } from "../../src/rules/measures/attainment.js";
import { resultsOf, workbookOf } from "../../src/rules/measures/measureResults.js";
import type { MeasureResult } from "../../src/rules/measures/results.js";
import { parsePeriod } from "../../src/registers/values/period.js";
import { percent, read, type Written } from "./testWorkbook.js";

/**
 * Where the published colour shows another limit for Delvis than 90 %: the measure's own. The region prints 93 % as red and 99 % as
 * yellow, so its limit lies between.
 */
const ownLimit: Readonly<Record<string, number>> = { "Västra Götalandsregionen": 0.95 };

interface Published {
  readonly municipality: string;
  readonly year: number;
  readonly measure: string;
  readonly unit?: string | null;
  readonly direction: string;
  readonly outcome: string | null;
  readonly target?: string | null;
  readonly previous?: string;
}

function resultOf(published: Published): MeasureResult {
  const written = (value: string | null | undefined): Written => value ?? "";
  const limit = ownLimit[published.municipality];
  const { contents, settings } = read({
    installningar: [{ Nyckel: "rapportering", "Värde": "år" }],
    matt: [{
      "Mått-id": "M", "Mått": published.measure, "Måttenhet": published.unit ?? "", Riktning: published.direction, "Målvärde": written(published.target),
      "Gräns delvis": limit === undefined ? "" : percent(limit),
    }],
    utfall: [
      { "Mått-id": "M", Period: String(published.year), Utfall: written(published.outcome) },
      { "Mått-id": "M", Period: String(published.year - 1), Utfall: written(published.previous) },
    ],
  });
  const period = parsePeriod(published.year, settings);
  const [result] = period === null ? [] : resultsOf(workbookOf(contents, settings), { unit: null, period });
  if (result === undefined) throw new Error(`no result for ${published.measure}`);
  return result;
}

const printed = ({ attainment, status }: MeasureResult) => (attainment.value === null ? "" : `${displayPercent(attainment.value, status === "Uppnått")}%`);

describe("published measures", () => {
  test.each(measures.filter((m) => m.printedPercent !== undefined))("$municipality $id: $outcome against $target is $printedPercent", (published) => {
    expect(printed(resultOf(published))).toBe(published.printedPercent);
  });

  test.each(measures.filter((m) => m.printedStatus !== undefined))("$municipality $id: $outcome against $target is $printedStatus", (published) => {
    expect(resultOf(published).status).toBe(published.printedStatus);
  });

  test.each(measures.filter((m) => m.printedTrend !== undefined))("$municipality $id: $previous to $outcome is $printedTrend", (published) => {
    expect(resultOf(published).trend).toBe(published.printedTrend);
  });

  test("every figure printed can be read, and what is not measured has no percentage", () => {
    for (const published of measures) {
      const result = resultOf(published);
      expect([result.outcome.kind, result.target.kind]).not.toContain("unclear");
      const isMeasured = published.outcome !== null && published.outcome !== "-";
      expect(result.status === "Ej mätt").toBe(!isMeasured);
      expect(result.attainment.value === null).toBe(!isMeasured);
    }
  });

  test("the printed colours of Helsingborg (100 %, 91–99 %, at most 90 %) follow from the figures", () => {
    const of = (id: number) => measures.filter((m) => m.id === id).map(resultOf).map((result) => [printed(result), result.status]);
    expect(of(2)).toEqual([["101%", "Uppnått"]]);
    expect(of(3)).toEqual([["100%", "Uppnått"]]);
    expect(of(6)).toEqual([["99%", "Delvis uppnått"]]);
    expect(of(8)).toEqual([["88%", "Ej uppnått"]]);
    expect(of(56)).toEqual([["95%", "Delvis uppnått"]]);
  });
});

/** Arrows that say something else than their own figures, each with what must have happened. */
const contradictions: Readonly<Record<string, string>> = {
  "Västra Götalandsregionen 2021 Andel oplanerade återinskrivningar": "points down because the number fell, though fewer is better; the same measure's arrow points up a year later",
  "Västra Götalandsregionen 2022 Akut öppnande av kranskärl": "points down though the printed figure rose by 0,2; counted on figures that are not printed",
};

describe("published arrows", () => {
  const meaning: Readonly<Record<string, string>> = { Upp: "Bättre", Ned: "Sämre", Lika: "Oförändrat" };
  const exceptionOf = (t: (typeof trends)[number]) => Object.keys(contradictions).find((name) => `${t.municipality} ${t.year} ${t.measure}`.startsWith(name));

  test.each(trends.map((t) => ({ ...t, name: t.measure.slice(0, 60) })))("$municipality $year: $previous to $outcome ($name) is $arrow", (published) => {
    const { trend } = resultOf({ ...published, unit: published.outcome.includes("%") ? "%" : null });
    const agrees = trend === meaning[published.arrow];
    expect(agrees).toBe(exceptionOf(published) === undefined);
  });

  test("each contradiction is one arrow", () => {
    expect(trends.map(exceptionOf).filter((name) => name !== undefined).sort()).toEqual(Object.keys(contradictions).sort());
  });
});
