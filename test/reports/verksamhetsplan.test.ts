import fc from "fast-check";
import type { Aktivitet, Mal, Matt, Utfall } from "../../src/registers/registers.js";
import { defaultSettings } from "../../src/registers/settings.js";
import type { Period } from "../../src/registers/values/period.js";
import type { ReportDocument } from "../../src/reports/document.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { printedText } from "../../src/reports/parts/printedText.js";
import { verksamhetsplan } from "../../src/reports/verksamhetsplan/verksamhetsplan.js";
import {
  norrkopingAktiviteter, norrkopingChoices, norrkopingDokument, norrkopingEnheter, norrkopingKontroller, norrkopingKriterier, norrkopingMal, norrkopingMatt,
  norrkopingResurser, norrkopingTexter, plan2016,
} from "../fixtures/norrkoping/norrkoping.js";
import { contentsOf, type Rows } from "./contentsOf.js";
import { assignment, measure, number, percent, tableNamed, tablesOf, textsOf } from "./reportOf.js";

const norrkoping: Rows = {
  enheter: norrkopingEnheter, dokument: norrkopingDokument, texter: norrkopingTexter, mal: norrkopingMal, kriterier: norrkopingKriterier, matt: norrkopingMatt,
  aktiviteter: norrkopingAktiviteter, resurser: norrkopingResurser, kontroller: norrkopingKontroller,
};

function planOf(rows: Rows, choices: { readonly unit?: string | null; readonly period?: Period } = {}): ReportDocument {
  return verksamhetsplan.build({
    contents: contentsOf(rows),
    settings: { ...defaultSettings, ...norrkopingChoices },
    unit: choices.unit === undefined ? "MYN" : choices.unit,
    period: choices.period ?? plan2016,
    date: 42_444,
  });
}

function printed(document: ReportDocument, id: string): readonly (readonly string[])[] {
  return tableNamed(document, id).rows.map((row) => row.map(printedText));
}

const headersOf = (document: ReportDocument, id: string) => tableNamed(document, id).columns.map(({ header }) => header);

function headings(document: ReportDocument): readonly string[] {
  return document.blocks.flatMap((block) => (block.kind === "heading" ? [`${"#".repeat(block.level)} ${block.text}`] : []));
}

/** The texts under a heading, up to the next one. */
function under(document: ReportDocument, heading: string): readonly string[] {
  const texts = textsOf(document);
  const all = document.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
  const from = texts.indexOf(heading);
  const to = texts.indexOf(all[all.indexOf(heading) + 1] ?? "", from + 1);
  return texts.slice(from + 1, to === -1 ? undefined : to);
}

function goal(values: Partial<Mal> & Pick<Mal, "id">): Mal {
  return {
    niva: "Nämndmål", mal: `Mål ${values.id}`, nr: null, beskrivning: null, overordnat: null, enhet: "VON", agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: null, ...values,
  };
}

function activity(values: Partial<Aktivitet> & Pick<Aktivitet, "id" | "avser">): Aktivitet {
  return { ansvarig: null, aktivitet: `Aktivitet ${values.id}`, tidsram: null, slut: null, resurs: null, ordning: null, ...values };
}

describe("Norrköpings kommun, Verksamhetsplan 2016 för Myndighetsutövningen", () => {
  const document = planOf(norrkoping);

  test("says whose plan it is, who decided it and when", () => {
    expect([document.title, document.unitName, document.references, document.periodLabel, document.sheetName]).toEqual([
      "Verksamhetsplan 2016", "Myndighetsutövningen, Norrköpings kommun",
      "Diarienummer VON 2016/0338 009 - 2 · Beslutad av vård- och omsorgsdirektör 2016-03-15", "2016", "Verksamhetsplan 2016 MYN",
    ]);
    expect(textsOf(document).slice(0, 3)).toEqual([
      "Nämnd: Vård- och omsorgsnämnden", "Förvaltning: Vård- och omsorgskontoret",
      "Planen har 14 mål och 30 planerade aktiviteter. 22 aktiviteter säger inte när de ska göras.",
    ]);
  });

  test("has the plan's sections in the printed order, goals by owner and then by area", () => {
    expect(headings(document)).toEqual([
      "# Ansvarsområde", "# Vision", "# Ekonomi",
      "# Kommunfullmäktiges mål",
      "# Personalutskottets mål", ...norrkopingMal.filter(({ enhet }) => enhet === "PU").map(({ mal }) => `### ${mal}`),
      "# Vård- och omsorgsnämndens mål",
      "# Verksamhetsrådets mål", ...norrkopingMal.filter(({ niva }) => niva === "Målområde").map(({ mal }) => `## ${mal}`),
      "# Egenkontroller", "# Tidsgränser", "# Fotnoter",
    ]);
  });

  test("prints ten responsibilities, and the vision as values, motto and six points", () => {
    expect(under(document, "Ansvarsområde")).toHaveLength(10);
    expect(under(document, "Ansvarsområde")[1]).toBe("• Mottagningsgrupp med handläggare");
    expect(under(document, "Vision")).toEqual(norrkopingTexter.filter(({ avsnitt }) => avsnitt === "Vision").map(({ text }) => text));
  });

  test("the economy has its four changes, three new posts and two that stand empty", () => {
    expect(headersOf(document, "resurser")).toEqual(["Resurs", "Beskrivning", "Enhet", "Årsarbetare"]);
    const rows = printed(document, "resurser");
    expect(rows).toHaveLength(6);
    expect(rows.slice(-2)).toEqual([["Summa", "Ny tjänst", "", "3,0"], ["Summa", "Vakant tjänst", "", "2,0"]]);
    expect(rows.filter(([, , unit]) => unit === "Anhörig- och kunskapscenter")).toHaveLength(1);
  });

  test("a goal with criteria in words stands beside them, each by its number", () => {
    expect(headersOf(document, "kriterier:KF-15")).toEqual(["Mål", "Måluppfyllelse"]);
    expect(printed(document, "kriterier:KF-15")).toEqual([
      ["15. Tillgängligheten ska öka för de personer eller familjer som är i behov av stöd.", `1. ${norrkopingKriterier[0]?.kriterium ?? ""}`],
      ["", "2. Mäts genom Webbfokus"],
    ]);
    const counts = ["KF-15", ...Array.from({ length: 7 }, (_, index) => `VR-${index + 1}`)].map((id) => printed(document, `kriterier:${id}`).length);
    // 35 items, and four below one of them.
    expect(counts).toEqual([2, 16, 9, 4, 1, 1, 3, 3]);
    expect(printed(document, "kriterier:VR-2").slice(4).map(([, text]) => text?.slice(0, 14))).toEqual(["5. Vi har en m", "5.1 Rättssäker", "5.2 Salutogen ", "5.3 Klarspråk", "5.4 ICF när vi"]);
  });

  test("a committee's goal stands beside its sub-goal and indicators, and says that it has no goal area", () => {
    expect(tablesOf(document).filter(({ id }) => id.startsWith("indikatorer:")).map(({ id }) => id)).toEqual(["indikatorer:N-1", "indikatorer:N-2", "indikatorer:N-4"]);
    expect(headersOf(document, "indikatorer:N-1")).toEqual(["Mål", "Delmål", "Indikator", "Målvärde"]);
    const [first, second] = printed(document, "indikatorer:N-1");
    expect(first).toEqual([`1. ${norrkopingMal[4]?.mal ?? ""}`, norrkopingMal[5]?.mal, norrkopingMatt[0]?.matt, "40,0 %"]);
    expect(second).toEqual(["", "", "Andel chefer som genomgått utbildning.", "100,0 %"]);
    expect(printed(document, "indikatorer:N-2").map((row) => row.at(-1))).toEqual(["2"]);
    expect(printed(document, "indikatorer:N-4")).toHaveLength(2);
    expect(textsOf(document).filter((text) => text === "Målområde: Inte angivet.")).toHaveLength(3);
  });

  test("what is planned follows each goal: who, what, with what and when", () => {
    const tables = tablesOf(document).filter(({ id }) => id.startsWith("aktiviteter:"));
    expect(tables).toHaveLength(14);
    expect(tables.flatMap(({ rows }) => rows.map(([, what]) => what && printedText(what)))).toEqual(norrkopingAktiviteter.map(({ aktivitet }) => aktivitet));
    expect(headersOf(document, "aktiviteter:N-4")).toEqual(["Ansvarig", "Aktivitet", "Resurs", "Tidsram"]);
    expect(printed(document, "aktiviteter:N-4")).toEqual([["Biståndshandläggarna", "Alla beslut om hemtjänst följs upp. Det gäller ca 2200 brukare.", "", "under 2016"]]);
    expect(printed(document, "aktiviteter:VR-2")[0]?.[2]).toBe("25 % av en biståndshandläggare");
  });

  test("the three self-checks say what is done, by whom and when, and where that is not said", () => {
    expect(headersOf(document, "egenkontroller")).toEqual(["Egenkontroll", "Kontrollmoment", "Ansvarig", "När"]);
    const rows = printed(document, "egenkontroller");
    expect(rows.map(([name]) => name?.split(":")[0])).toEqual(["Tillgänglighet", "Dokumentation", "Avvikelse"]);
    expect(rows.map(([, , ...rest]) => rest)).toEqual([["Mottagningsgruppen och verksamhetsutvecklaren", "Inte angivet"], ["Inte angivet", "Inte angivet"], ["Verksamhetsutvecklaren", "Inte angivet"]]);
    expect(rows[0]?.[1]).toMatch(/^Inga kontrollmoment är angivna\.\nVad kontrolleras: /u);
    expect(rows[1]?.[1]?.split("\n")).toHaveLength(3);
  });

  test("deadlines stand in the order of their days; those of one sentence apart", () => {
    const days = printed(document, "tidsgranser").map((row) => row.at(-1));
    // R24: 14 targets. Two have their day from the sentence they share with another.
    expect(days).toEqual(["2016-03-31", "2016-04-01", "2016-05-31", "2016-05-31", ...Array<string>(5).fill("2016-12-31"), ...Array<string>(3).fill("2018-12-31")]);
  });

  test("the footnotes stand last with their numbers, and on the sheet every row is known by itself", () => {
    expect(under(document, "Fotnoter").map((text) => text.slice(0, 3))).toEqual(["1. ", "2. ", "3. ", "4. "]);
    const layout = layoutReport(document);
    expect(new Set(layout.rowIdentities).size).toBe(layout.rowIdentities.length);
    expect(layout.columnWidths).toHaveLength(4);
  });

  test("is the same whatever order the rows stand in", () => {
    const shuffled = <Row>(all: readonly Row[] = []) => fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
    const registers = fc.record({
      enheter: shuffled(norrkoping.enheter), dokument: shuffled(norrkoping.dokument), texter: shuffled(norrkoping.texter), mal: shuffled(norrkoping.mal),
      kriterier: shuffled(norrkoping.kriterier), matt: shuffled(norrkoping.matt), aktiviteter: shuffled(norrkoping.aktiviteter), resurser: shuffled(norrkoping.resurser),
      kontroller: shuffled(norrkoping.kontroller),
    });
    fc.assert(fc.property(registers, (rows) => { expect(planOf(rows)).toEqual(document); }), { numRuns: 15 });
  });
});

describe("whose goals a plan holds", () => {
  const owners = (document: ReportDocument) => headings(document).filter((text) => /^# .*mål$/u.test(text));

  test("a unit plans for the goals of all above it, of what they speak through and of units below it, and not for those of others", () => {
    const others = [...norrkopingEnheter, { kod: "ÄLD", namn: "Äldreomsorgen", typ: "Område", overordnad: "VOK", alias: null, ordning: 8 } as const];
    const mal = [...norrkopingMal, goal({ id: "Ä-1", enhet: "ÄLD" }), goal({ id: "A-1", enhet: "AKC" })];
    const own = planOf({ ...norrkoping, enheter: others, mal });
    expect(owners(own)).toEqual(["# Kommunfullmäktiges mål", "# Personalutskottets mål", "# Vård- och omsorgsnämndens mål", "# Verksamhetsrådets mål", "# Anhörig- och kunskapscenters mål"]);
    // The council of Myndighetsutövningen speaks for nobody else's plan.
    expect(owners(planOf({ ...norrkoping, enheter: others, mal }, { unit: "ÄLD" }))).toEqual([
      "# Kommunfullmäktiges mål", "# Personalutskottets mål", "# Vård- och omsorgsnämndens mål", "# Äldreomsorgens mål",
    ]);
  });

  test("a goal area that nobody owns, or somebody else, stands over the unit's own goals", () => {
    const mal = [goal({ id: "A", niva: "Målområde", enhet: null }), goal({ id: "B", overordnat: "A", enhet: "AKC" }), goal({ id: "C", niva: "Målområde", enhet: null })];
    expect(headings(planOf({ enheter: norrkopingEnheter, mal })).slice(3, 5)).toEqual(["# Anhörig- och kunskapscenters mål", "## Mål A"]);
  });

  test("a goal above that nobody owns is a goal of the plan where the unit has an assignment in it", () => {
    const mal = [goal({ id: "A", niva: "Prioriterat mål", enhet: null }), goal({ id: "B", overordnat: "A", enhet: "AKC" })];
    const uppdrag = [assignment({ id: "U1", malId: "A", ar: 2016, huvudansvarig: "AKC" })];
    expect(printed(planOf({ enheter: norrkopingEnheter, mal, uppdrag }), "uppdrag:A")).toEqual([["Anhörig- och kunskapscenter", "Uppdrag U1", "", ""]]);
  });

  test("without a unit every goal is there, also one that nobody owns", () => {
    const mal = [...norrkopingMal, goal({ id: "X", enhet: null })];
    expect(owners(planOf({ ...norrkoping, mal }, { unit: null }))).toHaveLength(4);
    expect(headings(planOf({ ...norrkoping, mal }, { unit: null }))).toContain("# Mål som ingen äger");
  });

  test("a goal that is not in force is left out in words", () => {
    const mal = [goal({ id: "A" }), goal({ id: "B", giltigtFran: 43_000 }), goal({ id: "C", overordnat: "B", niva: "Delmål" })];
    const document = planOf({ enheter: norrkopingEnheter, mal });
    expect(textsOf(document)).toContain("Mål som inte gäller under 2016 är inte med: Mål B; Mål C");
  });

  test("every goal in force is there once, as a heading, in a table or as a part of one, however the goals lie above each other", () => {
    const ids = ["a", "b", "c", "d", "e", "f"];
    const shapes = fc.tuple(...ids.map(() => fc.record({
      niva: fc.constantFrom("Målområde" as const, "Prioriterat mål" as const, "Nämndmål" as const, "Delmål" as const, "Inriktning" as const),
      overordnat: fc.option(fc.constantFrom(...ids), { nil: null }),
      measured: fc.boolean(),
    })));
    fc.assert(
      fc.property(shapes, (all) => {
        const mal = all.map(({ niva, overordnat }, index) => goal({ id: ids[index] ?? "", mal: `Målet ${ids[index] ?? ""}.`, niva, overordnat }));
        const matt: Matt[] = all.flatMap(({ measured }, index) => (measured ? [measure({ id: `M${index}`, malId: ids[index] ?? "" })] : []));
        const document = planOf({ enheter: norrkopingEnheter, mal, matt });
        const inTables = tablesOf(document).flatMap(({ rows, columns }) => rows.flatMap((row) => row.filter((_, index) => ["mal", "delmal"].includes(columns[index]?.key ?? "")).map(printedText)));
        const told = [...inTables, ...headings(document).map((text) => text.replace(/^#+ /u, ""))].filter((text) => text.startsWith("Målet "));
        const leftOut = /^Målområden utan mål är inte med: (.*)$/u.exec(textsOf(document).find((text) => text.startsWith("Målområden utan mål")) ?? "")?.[1]?.split("; ") ?? [];
        const named = (text: string) => text.replace(/\.$/u, "");
        expect([...told, ...leftOut].map(named).sort()).toEqual(mal.map((row) => named(row.mal)).sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe("what is not the simple case", () => {
  const enheter = norrkopingEnheter;
  const outcome = (mattId: string, year: number, utfall: Utfall["utfall"]): Utfall => ({
    mattId, period: { kind: "year", year, number: 1 }, enhet: null, utfall, kvinnor: null, man: null, kommentar: null, malvarde: null,
  });

  test("earlier years' outcomes and the start value stand in columns of their own, where there are any", () => {
    const document = planOf({
      enheter, mal: [goal({ id: "A" }), goal({ id: "B" })],
      matt: [measure({ id: "M1", malId: "A", mattenhet: "%", malvarde: percent(0.4), startvarde: percent(0.1) }), measure({ id: "M2", malId: "B", malvarde: number(7) })],
      utfall: [outcome("M1", 2013, percent(0.2)), outcome("M1", 2015, percent(0.3)), outcome("M2", 2015, number(5)), outcome("M2", 2012, number(1)), outcome("M1", 2016, percent(0.35))],
    });
    expect(headersOf(document, "indikatorer:A")).toEqual(["Mål", "Indikator", "Målvärde", "Startvärde", "Utfall 2013", "Utfall 2015"]);
    expect(printed(document, "indikatorer:A")).toEqual([["Mål A", "Mått M1", "40,0 %", "10,0 %", "20,0 %", "30,0 %"]]);
    expect(printed(document, "indikatorer:B")).toEqual([["Mål B", "Mått M2", "7", "", "", "5"]]);
    expect(layoutReport(document).columnWidths).toHaveLength(7);
  });

  test("the year's own target comes before the measure's", () => {
    const utfall = [{ ...outcome("M1", 2016, null), malvarde: percent(0.25) }];
    const document = planOf({ enheter, mal: [goal({ id: "A" })], matt: [measure({ id: "M1", malId: "A", mattenhet: "%", malvarde: percent(0.4) })], utfall });
    expect(printed(document, "indikatorer:A")[0]?.at(-1)).toBe("25,0 %");
  });

  test("a sub-goal without an indicator says so, and a goal with both criteria and measures has both tables", () => {
    const document = planOf({
      enheter, mal: [goal({ id: "A" }), goal({ id: "A1", niva: "Delmål", overordnat: "A" })], matt: [measure({ id: "M1", malId: "A" })],
      kriterier: [{ malId: "A", nr: "1", overordnat: null, kriterium: "Alla vet vem de ska ringa." }],
    });
    expect(tablesOf(document).map(({ id }) => id)).toEqual(["kriterier:A", "indikatorer:A"]);
    expect(printed(document, "indikatorer:A")).toEqual([["Mål A", "", "Mått M1", ""], ["", "Mål A1", "Ingen indikator.", ""]]);
  });

  test("a goal's assignments and their activities stand with it", () => {
    const document = planOf({
      enheter, mal: [goal({ id: "A" })],
      uppdrag: [assignment({ id: "U1", malId: "A", ar: 2016, huvudansvarig: "VON", medansvariga: ["MYN"], fortydligande: "Med kontoret.", slut: 42_735 })],
      aktiviteter: [activity({ id: "AKT-2", avser: "U1", slut: 42_460 }), activity({ id: "AKT-1", avser: "A", tidsram: "hösten 2016" })],
    });
    expect(printed(document, "uppdrag:A")).toEqual([["Vård- och omsorgsnämnden (MYN)", "Uppdrag U1", "Med kontoret.", "2016-12-31"]]);
    expect(printed(document, "aktiviteter:A")).toEqual([["", "Aktivitet AKT-1", "", "hösten 2016"], ["", "Aktivitet AKT-2", "", "senast 2016-03-31"]]);
  });

  test("what is empty is said in words", () => {
    const document = planOf({ enheter });
    const texts = textsOf(document);
    expect(tablesOf(document)).toEqual([]);
    for (const said of [/^Det finns inga mål/u, /^Avsnittet Ansvarsområde är inte skrivet/u, /^Avsnittet Vision är inte skrivet/u, /^Inga ändringar av pengar/u, /^Inga egenkontroller/u]) {
      expect(texts).toContainEqual(expect.stringMatching(said));
    }
  });

  test("a goal without activities says so where others have them; where none has, the plan says it once", () => {
    const mal = [goal({ id: "A" }), goal({ id: "B" })];
    const said = "Inga aktiviteter är planerade för målet.";
    expect(textsOf(planOf({ enheter, mal, aktiviteter: [activity({ id: "AKT-1", avser: "A", slut: 42_400 })] })).filter((text) => text === said)).toHaveLength(1);
    const idle = textsOf(planOf({ enheter, mal }));
    expect(idle).not.toContain(said);
    expect(idle).toContain("Planen har 2 mål och inga planerade aktiviteter.");
  });

  test("a section that only this plan has stands under its own name", () => {
    const texter = [...norrkopingTexter, { dokumentId: "DOK-1", avsnitt: "Omvärld", ordning: 1, text: "Befolkningen växer." }];
    expect(under(planOf({ ...norrkoping, texter }), "Omvärld")).toEqual(["Befolkningen växer."]);
  });

  test("money has a column where there is any, and other years and units have no part in the plan", () => {
    const post = { typ: "Ny tjänst", avser: null, enhet: "AKC", belopp: null, arsarbetare: 0.5, ar: 2016, beskrivning: "Handläggare" } as const;
    const rows = (resurser: Rows["resurser"]) => printed(planOf({ enheter, ...(resurser === undefined ? {} : { resurser }) }), "resurser");
    expect(rows([post, { ...post, typ: "Ramökning", arsarbetare: null, belopp: 2_400, beskrivning: "Mer hemtjänst" }])).toEqual([
      ["Ramökning", "Mer hemtjänst", "Anhörig- och kunskapscenter", "", "2 400"],
      ["Ny tjänst", "Handläggare", "Anhörig- och kunskapscenter", "0,5", ""],
      ["Summa", "Ramökning", "", "", "2 400"],
      ["Summa", "Ny tjänst", "", "0,5", ""],
    ]);
    expect(rows([post, { ...post, ar: 2017 }, { ...post, enhet: "VON" }, { ...post, ar: null, arsarbetare: 1 }]).map((row) => row.at(-1))).toEqual(["0,5", "1,0", "1,5"]);
  });
});
