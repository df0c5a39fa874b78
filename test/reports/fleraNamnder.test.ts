import fc from "fast-check";
import { defaultSettings } from "../../src/registers/settings.js";
import { oversikt } from "../../src/reports/oversikt/oversikt.js";
import { printedText } from "../../src/reports/parts/printedText.js";
import { fleraChoices, fleraEnheter, fleraMal, fleraMatt, fleraUppfoljning, fleraUtfall, year2024 } from "../fixtures/flera-namnder/fleraNamnder.js";
import { norrkopingChoices, norrkopingEnheter, norrkopingMal, norrkopingMatt } from "../fixtures/norrkoping/norrkoping.js";
import published from "../fixtures/published-measures.json";
import { contentsOf, type Rows } from "./contentsOf.js";
import { measure, number, outcome, percent, printedRow, reportOf, rowNamed, tableNamed, tablesOf, textsOf } from "./reportOf.js";

const rows: Rows = { enheter: fleraEnheter, mal: fleraMal, matt: fleraMatt, utfall: fleraUtfall, uppfoljning: fleraUppfoljning };
const build = (changed: Partial<Rows> = {}, settings: { tidigareAr?: number; diagram?: boolean; trendMot?: "startvärde" } = {}, unit: string | null = null) =>
  reportOf({ ...rows, ...changed }, { settings: { ...fleraChoices, ...settings }, unit, period: year2024 });
const headersOf = (document: ReturnType<typeof reportOf>, table: string) => tableNamed(document, table).columns.map(({ header }) => header);

const ELIGIBLE = "Andel elever i årskurs 9 som är behöriga till gymnasiet";
const BEGAN = "Elever som började i skolan under året";
const WAIT = "Väntetid till en plats";

describe("earlier years", () => {
  test("stand before the outcome, each with its period, as many as the setting says and somebody measured", () => {
    const years = (count: number) => headersOf(build({}, { tidigareAr: count }), "matt:MÅL-3").filter((header) => header.startsWith("Utfall"));
    expect([0, 1, 2, 5].map(years)).toEqual([["Utfall"], ["Utfall 2023", "Utfall 2024"], ["Utfall 2022", "Utfall 2023", "Utfall 2024"], ["Utfall 2022", "Utfall 2023", "Utfall 2024"]]);
    expect(printedRow(build({}, { tidigareAr: 3 }), WAIT).slice(1, 4)).toEqual(["52 dagar", "41 dagar", "34 dagar"]);
  });

  test("are blank, with the reason, where a measure was not measured", () => {
    const document = build({}, { tidigareAr: 2 });
    expect(rowNamed(document, `${BEGAN}, Norra skolan`)[1]).toEqual({ kind: "empty", reason: "Inte mätt." });
  });

  test("say what the column Jämfört med would say again, which is then left out, unless the trend is against something else", () => {
    expect(headersOf(build(), "matt:MÅL-3")).toContain("Jämfört med");
    expect(headersOf(build({}, { tidigareAr: 1 }), "matt:MÅL-3")).not.toContain("Jämfört med");
    expect(headersOf(build({}, { tidigareAr: 1, trendMot: "startvärde" }), "matt:MÅL-3")).toContain("Jämfört med");
  });

  test("print the earlier figure of every published measure that has one, as it was printed", () => {
    const withEarlier = published.flatMap((facts) => (typeof facts.previous === "string" && /\d/u.test(facts.previous) ? [{ ...facts, previous: facts.previous }] : []));
    expect(withEarlier.length).toBeGreaterThan(20);
    for (const { unit, previous, outcome: now } of withEarlier) {
      const figure = (text: string | null) => {
        const typed = Number((text ?? "").replace(/[^\d,]/gu, "").replace(",", "."));
        return unit === "%" ? percent(typed / 100) : number(typed);
      };
      const period = { kind: "year" as const, year: 2016, number: 1 };
      const document = reportOf(
        {
          matt: [measure({ id: "A", malId: null, mattenhet: unit === "%" ? "%" : "antal" })],
          utfall: [outcome("A", figure(now), { period }), outcome("A", figure(previous), { period: { ...period, year: 2015 } })],
        },
        { settings: { rapportering: "år", tidigareAr: 1 }, unit: null, period },
      );
      const shown = printedRow(document, "Mått A")[1]?.replace(/,0(?= %)/u, "").replace(/\s|%/gu, "");
      expect(shown).toBe(previous.replace(/\s|%/gu, ""));
    }
  });
});

describe("targets that step by year", () => {
  test("each year is told by the target that held then", () => {
    expect(textsOf(build({}, { tidigareAr: 3 }))).toContain(`${WAIT}: målvärdet var 50 dagar för 2022 och 40 dagar för 2023.`);
    expect(textsOf(build({}, { tidigareAr: 1 }))).toContain(`${WAIT}: målvärdet var 40 dagar för 2023.`);
    expect(textsOf(build()).filter((text) => text.includes("målvärdet var"))).toEqual([]);
  });

  test("the period's own target is the one that is shown and judged by, and the report says so", () => {
    const utfall = fleraUtfall.map((row) => (row.mattId === "MÅTT-3" && row.period.year === 2024 ? { ...row, malvarde: number(35) } : row));
    const document = build({ utfall });
    expect(printedRow(document, WAIT).slice(4, 7)).toEqual(["4,5 dagar", "35 dagar", "103 %"]);
    expect(textsOf(document)).toContain(`${WAIT}: målvärdet 35 dagar gäller 2024, måttets målvärde är 30 dagar.`);
  });

  test("the indicators of Norrköping's plan keep their targets of 2016 while a step of each year before has its own", () => {
    const of = (year: number) => ({ kind: "year" as const, year, number: 1 });
    const [first] = norrkopingMatt;
    if (first === undefined) throw new Error("the plan has indicators");
    const steps = [[2014, 0.2, 0.25], [2015, 0.3, 0.32], [2016, null, 0.41]] as const;
    const utfall = steps.map(([year, target, result]) => outcome(first.id, percent(result), { period: of(year), malvarde: target === null ? null : percent(target) }));
    const document = reportOf(
      { enheter: norrkopingEnheter, mal: norrkopingMal, matt: norrkopingMatt, utfall },
      { settings: { ...norrkopingChoices, tidigareAr: 2 }, unit: null, period: of(2016) },
    );
    expect(printedRow(document, first.matt).slice(1, 7)).toEqual(["25,0 %", "32,0 %", "41,0 %", "40,0 %", "103 %", "● Uppnått"]);
    expect(textsOf(document)).toContain(`${first.matt}: målvärdet var 20,0 % för 2014 och 30,0 % för 2015.`);
  });
});

describe("what units report, put together", () => {
  test("is a row of its own, marked as computed, with the units under it and how many they are", () => {
    const names = tableNamed(build(), "matt:MÅL-2").rows.map(([name]) => name && printedText(name));
    expect(names).toEqual([
      `${ELIGIBLE}, medel`, `${ELIGIBLE}, Norra skolan`, `${ELIGIBLE}, Södra skolan`, `${ELIGIBLE}, Västra skolan`,
      `${BEGAN}, summa`, `${BEGAN}, Norra skolan`, `${BEGAN}, Södra skolan`, `${BEGAN}, Västra skolan`,
    ]);
    expect(printedRow(build(), `${ELIGIBLE}, medel`).slice(1, 5)).toEqual(["89,0 %", "92,33 %", "85,67 %", "6,66 %-enheter"]);
    expect(textsOf(build())).toContain(`${ELIGIBLE}: medel av 3 enheter som väger lika.`);
  });

  test("is never silent about who is missing, this year or before", () => {
    expect(printedRow(build(), `${BEGAN}, summa`)[1]).toBe("55");
    expect(textsOf(build())).toContain(`${BEGAN}: summa av 2 enheter, 1 saknas (Västra skolan).`);
    const utfall = fleraUtfall.map((row) => (row.mattId === "MÅTT-2" && row.period.year === 2023 && row.enhet === "NS" ? { ...row, utfall: null } : row));
    expect(textsOf(build({ utfall }, { tidigareAr: 1 }))).toContain(`${BEGAN}: 2023 är summa av 2 enheter, 1 saknas.`);
  });

  test("stands behind the committee's own outcome, and is told beside it", () => {
    const utfall = [...fleraUtfall, outcome("MÅTT-1", percent(0.91), { enhet: "BUN", period: year2024 })];
    const document = build({ utfall });
    expect(printedRow(document, ELIGIBLE)[1]).toBe("91,0 %");
    expect(textsOf(document)).toContain(`${ELIGIBLE}: eget utfall. Enheterna tillsammans: 89,0 %, medel av 3 enheter som väger lika.`);
  });

  test("counts as one measure, however many units report it", () => {
    expect(printedRow(build(), "Totalt").slice(1)).toEqual(["3", "0", "1", "1", "0", "1", "1 som bara följs"]);
  });

  test("counts as one in Översikt too, at the committee it is put together at", () => {
    const document = oversikt.build({ contents: contentsOf(rows), settings: { ...defaultSettings, ...fleraChoices }, unit: null, period: year2024, date: 45_700 });
    const units = tableNamed(document, "matt-enhet").rows.map((cells) => cells.slice(0, 2).map(printedText));
    expect(units).toEqual([["Barn- och utbildningsnämnden", "2"], ["Vård- och omsorgsnämnden", "1"], ["Totalt", "3"]]);
    expect(textsOf(document)).toContain("2 mått är sammanvägda av enheternas utfall och räknas en gång. 1 mått saknar utfall från någon enhet.");
  });

  test("is one school's own figure in the school's report", () => {
    expect(printedRow(build({}, {}, "SS"), ELIGIBLE)[1]).toBe("93,0 %");
    expect(textsOf(build({}, {}, "SS")).filter((text) => text.includes("medel"))).toEqual([]);
  });
});

describe("what others have", () => {
  test("stands below the table with its period and source, the latest of each, and in no row or count", () => {
    expect(textsOf(build())).toContain(`${ELIGIBLE}: jämför med Riket 85,3 % (2023), Liknande kommuner 86,1 % (2023). Källa: Kolada U15428.`);
    expect(tablesOf(build()).flatMap(({ rows: lines }) => lines.flat()).filter((cell) => printedText(cell).includes("Riket"))).toEqual([]);
    const without = build({ utfall: fleraUtfall.filter(({ enhet }) => enhet !== "RIKET" && enhet !== "LIKA") });
    expect(tablesOf(without)).toEqual(tablesOf(build()));
  });

  test("is not told before it was measured", () => {
    const utfall = [...fleraUtfall, outcome("MÅTT-1", percent(0.9), { enhet: "RIKET", period: { ...year2024, year: 2025 } })];
    expect(textsOf(build({ utfall }))).toEqual(textsOf(build()));
  });
});

describe("goals of several committees", () => {
  test("propose a word for the goal above them, in which a committee's own word counts", () => {
    const row = () => tableNamed(build(), "bedomning-ovanfor").rows.map((cells) => cells.map(printedText));
    expect(row()).toEqual([["Alla får den hjälp de behöver i tid.", "2", "2", "◆ Delvis uppnått", "", "1 delvis uppnått, 1 ej uppnått"]]);
    const agreed = fleraUppfoljning.map((follow) => ({ ...follow, status: "Delvis uppnått" as const }));
    expect(tableNamed(build({ uppfoljning: agreed }), "bedomning-ovanfor").rows[0]?.map(printedText).at(-1)).toBe("2 delvis uppnått");
  });

  test("of one committee propose none", () => {
    const mal = fleraMal.map((goal) => ({ ...goal, enhet: "BUN" }));
    expect(tablesOf(build({ mal })).map(({ id }) => id)).not.toContain("bedomning-ovanfor");
  });
});

describe("charts over time", () => {
  const chartsOf = (document: ReturnType<typeof reportOf>) => document.blocks.flatMap((block) => (block.kind === "chart" ? [block] : []));

  test("are drawn only when asked for, of measures with three outcomes or more", () => {
    expect(chartsOf(build())).toEqual([]);
    expect(chartsOf(build({}, { diagram: true }))).toMatchObject([
      { title: WAIT, type: "line", valueTitle: "dagar", altText: "Utfallet var 52 dagar 2022, 41 dagar 2023 och 34 dagar 2024. Målvärdet är 30 dagar för 2024." },
    ]);
  });

  test("draw what their table says, each year with its own target", () => {
    const document = build({}, { diagram: true });
    const [chart] = chartsOf(document);
    expect(tableNamed(document, chart?.table ?? "").rows.map((row) => row.map(printedText))).toEqual([["2022", "52 dagar", "50 dagar"], ["2023", "41 dagar", "40 dagar"], ["2024", "34 dagar", "30 dagar"]]);
  });

  test("leave out a sum that lacks units, which would be a fall that never was", () => {
    const older = fleraUtfall.filter(({ mattId, period }) => mattId === "MÅTT-2" && period.year === 2023).flatMap((row) => [2020, 2021, 2022].map((year) => ({ ...row, period: { ...row.period, year } })));
    const document = build({ utfall: [...fleraUtfall, ...older] }, { diagram: true });
    const chart = chartsOf(document).find(({ title }) => title === BEGAN);
    expect(tableNamed(document, chart?.table ?? "").rows.map((row) => row.map(printedText))).toEqual([["2020", "67"], ["2021", "67"], ["2022", "67"], ["2023", "67"], ["2024", ""]]);
  });
});

test("the report is the same whatever order the rows stand in", () => {
  const shuffled = <Row>(given: readonly Row[]) => fc.shuffledSubarray([...given], { minLength: given.length });
  const expected = build({}, { tidigareAr: 3, diagram: true });
  fc.assert(
    fc.property(shuffled(fleraEnheter), shuffled(fleraMal), shuffled(fleraMatt), shuffled(fleraUtfall), (enheter, mal, matt, utfall) => {
      expect(build({ enheter, mal, matt, utfall }, { tidigareAr: 3, diagram: true })).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

