import fc from "fast-check";
import { controlAssessments } from "../../src/registers/definitions/statusWords.js";
import { registers, type Kontroll, type Kontrollresultat } from "../../src/registers/registers.js";
import type { Period } from "../../src/registers/values/period.js";
import type { ReportDocument } from "../../src/reports/document.js";
import { internkontroll } from "../../src/reports/internkontroll/internkontroll.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { printedText } from "../../src/reports/parts/printedText.js";
import { aleInternkontrollChoices, aleInternkontrollEnheter, aleKontroller, aleKontrollresultat } from "../fixtures/ale-internkontroll/aleInternkontroll.js";
import { read, writtenRows } from "../rules/testWorkbook.js";
import { tableNamed, tablesOf, textsOf } from "./reportOf.js";

const tertial1: Period = { kind: "tertial", year: 2019, number: 1 };

function reportOf(kontroller: readonly Kontroll[] = aleKontroller, resultat: readonly Kontrollresultat[] = aleKontrollresultat, period = tertial1): ReportDocument {
  const { contents, settings } = read({
    installningar: Object.entries(aleInternkontrollChoices).map(([nyckel, varde]) => ({ Nyckel: nyckel, "Värde": varde })),
    enheter: writtenRows(registers.enheter, aleInternkontrollEnheter),
    kontroller: writtenRows(registers.kontroller, kontroller),
    kontrollresultat: writtenRows(registers.kontrollresultat, resultat),
  });
  return internkontroll.build({ contents, settings, unit: "OAN", period, date: 43_600 });
}

const printed = (document: ReportDocument, id: string) => tableNamed(document, id).rows.map((row) => row.map(printedText));
const headers = (document: ReportDocument, id: string) => tableNamed(document, id).columns.map(({ header }) => header);

function control(values: Partial<Kontroll> & Pick<Kontroll, "id">): Kontroll {
  return {
    sort: "Intern kontroll", omrade: null, risk: `Risk ${values.id}`, sannolikhet: null, konsekvens: null, kontrollmoment: null, vad: null, hur: null, nar: null,
    dokumentation: null, ansvarig: null, minstPerAr: null, ...values,
  };
}

function result(values: Partial<Kontrollresultat> & Pick<Kontrollresultat, "kontrollId">): Kontrollresultat {
  return { period: tertial1, nr: 1, uppfoljande: null, bedomning: null, beskrivning: null, granskade: null, avvikande: null, metod: null, kommentar: null, ...values };
}

describe("Ale kommun, intern kontroll, T1 2019", () => {
  const document = reportOf();

  test("has the committee and the period in its head, and its state in three sentences", () => {
    expect([document.title, document.unitName, document.sheetName]).toEqual(["Intern kontroll T1 2019", "Omsorgs- och arbetsmarknadsnämnden, Ale kommun", "Intern kontroll T1 2019 OAN"]);
    expect(textsOf(document)[0]).toBe(
      "17 uppföljningar av 12 kontroller i 9 områden för T1 2019: 8 med mindre avvikelse, 1 med större avvikelse, 8 inte bedömda. 2 kontroller är gjorda mer sällan än utlovat.",
    );
  });

  test("nine areas in the printed order, each by its worst assessment", () => {
    expect(printed(document, "omraden")).toEqual([
      ["○ Ej bedömd", "1.1 Inköp", "1 inte bedömd"],
      ["○ Ej bedömd", "1.2 Fakturahantering", "1 inte bedömd"],
      ["◆ Mindre avvikelse", "1.3 Ekonomisk uppföljning", "2 med mindre avvikelse, 1 inte bedömd"],
      ["◆ Mindre avvikelse", "1.4 Övriga regelverk som styr nämndens verksamheter", "4 med mindre avvikelse, 3 inte bedömda"],
      ["■ Större avvikelse", "1.5 Budget och uppföljning", "1 med större avvikelse"],
      ["◆ Mindre avvikelse", "1.6 Systematiskt kvalitetsarbete", "1 med mindre avvikelse"],
      ["◆ Mindre avvikelse", "1.7 Förvaltningsmodellen (IT)", "1 med mindre avvikelse"],
      ["○ Ej bedömd", "1.8 Ledning, styrning, kommunikation och organisation", "1 inte bedömd"],
      ["○ Ej bedömd", "1.9 Personal", "1 inte bedömd"],
    ]);
  });

  test("two controls were made less often than promised; the yearly one has until December", () => {
    expect(headers(document, "for-sallan")).toEqual(["Område", "Kontrollmoment", "Utlovat", "Skulle vara gjord till och med T1 2019", "Är gjord"]);
    expect(printed(document, "for-sallan")).toEqual([
      ["1.1 Inköp", "Kontroll av inköp mot ramavtal", "Löpande vid behov men minst tre gånger per år", "1", "0"],
      ["1.2 Fakturahantering", "Följsamhetskontroll av attestreglementet", "Vid behov men minst tre gånger per år", "1", "0"],
    ]);
    const december = printed(reportOf(aleKontroller, aleKontrollresultat, { ...tertial1, number: 3 }), "for-sallan");
    expect(december.map(([, name, , due, made]) => [name, due, made])).toContainEqual(["Regelbunden revidering, publicering och kommunicering av delegationsordning", "1", "0"]);
  });

  test("every area has its two tables below its heading, with the printed columns", () => {
    const areas = [...new Set(aleKontroller.map(({ omrade }) => omrade ?? ""))];
    expect(document.blocks.flatMap((block) => (block.kind === "heading" && block.level === 2 && block.id?.startsWith("omrade:") === true ? [block.text] : []))).toEqual(areas);
    expect(tablesOf(document).map(({ id }) => id)).toEqual(["omraden", "for-sallan", ...areas.flatMap((area) => [`plan:${area}`, `uppfoljning:${area}`])]);
    expect(headers(document, "plan:1.1 Inköp")).toEqual(["Risker", "Kontrollmoment", "Vad kontrolleras?", "Hur sker kontrollen?", "När utförs den?", "Hur dokumenteras kontrollen?"]);
    expect(headers(document, "uppfoljning:1.1 Inköp")).toEqual(["Bedömning", "Uppföljande kontroll", "Beskrivning", "Metod", "Kommentar"]);
  });

  test("all 12 risks and 17 follow-ups stand in the printed order, texts and comments as they are", () => {
    const tables = tablesOf(document);
    const rowsOf = (prefix: string) => tables.filter(({ id }) => id.startsWith(prefix)).flatMap(({ rows }) => rows.map((row) => row.map(printedText)));
    expect(rowsOf("plan:")).toEqual(aleKontroller.map(({ risk, kontrollmoment, vad, hur, nar, dokumentation }) => [risk, kontrollmoment, vad, hur ?? "", nar, dokumentation]));
    const symbols = { "Mindre avvikelse": "◆ Mindre avvikelse", "Större avvikelse": "■ Större avvikelse" } as const;
    expect(rowsOf("uppfoljning:")).toEqual(
      aleKontrollresultat.map(({ bedomning, uppfoljande, beskrivning, metod, kommentar }) => [
        bedomning === "Mindre avvikelse" || bedomning === "Större avvikelse" ? symbols[bedomning] : "○ Ej bedömd", uppfoljande, beskrivning ?? "", metod ?? "", kommentar,
      ]),
    );
  });

  test("the legend holds what is used, in the scale's order", () => {
    expect(document.blocks.filter(({ kind }) => kind === "legend")).toEqual([{ kind: "legend", scale: "kontroll", words: ["Mindre avvikelse", "Större avvikelse", "Ej bedömd"] }]);
  });

  test("no one is named as responsible and no risk is valued, so nothing of that is shown", () => {
    expect(JSON.stringify(document)).not.toMatch(/Ansvarig"|Riskvärde|Risknivå|Andel avvikelser/u);
  });

  test("is the same whatever order the rows stand in", () => {
    const shuffled = <Row>(all: readonly Row[]) => fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
    fc.assert(
      fc.property(shuffled(aleKontroller), shuffled(aleKontrollresultat), (kontroller, resultat) => {
        expect(reportOf(kontroller, resultat)).toEqual(document);
      }),
      { numRuns: 20 },
    );
  });

  test("on the sheet tables keep to the document's columns, and each row is known by what it is about", () => {
    const layout = layoutReport(document);
    expect(layout.print.orientation).toBe("landscape");
    expect(new Set(layout.rowIdentities).size).toBe(layout.rowIdentities.length);
    expect(layout.rowIdentities).toContain("uppfoljning:1.5 Budget och uppföljning/row/Kontroll av följsamhet och kännedom om uppföljningsprocessen");
  });
});

describe("what Ale's plan does not have", () => {
  const valued = [
    control({ id: "A", omrade: "1 Inköp", kontrollmoment: "Stickprov", ansvarig: "Ekonomichef", sannolikhet: 2, konsekvens: 2, nar: "Löpande", minstPerAr: 2 }),
    control({ id: "B", omrade: "1 Inköp", sannolikhet: 4, konsekvens: 3 }),
    control({ id: "C", omrade: "2 Personal", sannolikhet: 4, konsekvens: 3 }),
    control({ id: "D", omrade: "2 Personal", sannolikhet: 1, konsekvens: 9 }),
    control({ id: "E", omrade: "2 Personal", sannolikhet: 1 }),
  ];

  test("risks with their values: a matrix of how many, and the biggest first", () => {
    const document = reportOf(valued, []);
    expect(headers(document, "riskmatris")).toEqual(["Sannolikhet", "Konsekvens 1", "Konsekvens 2", "Konsekvens 3", "Konsekvens 4"]);
    expect(printed(document, "riskmatris")).toEqual([
      ["Sannolikhet 4", "", "", "2", ""], ["Sannolikhet 3", "", "", "", ""], ["Sannolikhet 2", "", "1", "", ""], ["Sannolikhet 1", "", "", "", ""],
    ]);
    expect(printed(document, "risker")).toEqual([
      ["■ Hög risk", "Risk B", "1 Inköp", "4 × 3", "12"],
      ["■ Hög risk", "Risk C", "2 Personal", "4 × 3", "12"],
      ["■ Hög risk", "Risk D", "2 Personal", "1 × 9", "9"],
      ["◆ Medelhög risk", "Risk A", "1 Inköp", "2 × 2", "4"],
    ]);
    expect(textsOf(document)).toEqual(expect.arrayContaining(["1 risk med ett värde utanför 1–4 är inte med i matrisen.", "1 risk har inget riskvärde."]));
    expect(headers(document, "plan:1 Inköp").slice(-2)).toEqual(["Ansvarig", "Riskvärde"]);
    expect(printed(document, "plan:1 Inköp")[0]?.slice(4)).toEqual(["Löpande\nMinst 2 gånger per år", "", "Ekonomichef", "4"]);
  });

  test("how many were looked at and how many deviated, by row and in all where both are given", () => {
    const document = reportOf([control({ id: "A" }), control({ id: "B" }), control({ id: "C" })], [
      result({ kontrollId: "A", bedomning: "Mindre avvikelse", granskade: 76, avvikande: 9 }),
      result({ kontrollId: "B", bedomning: "Mindre avvikelse", granskade: 24, avvikande: 3 }),
      result({ kontrollId: "C", granskade: 10 }),
    ]);
    expect(headers(document, "uppfoljning:utan område")).toEqual(["Bedömning", "Risk", "Kommentar", "Granskade", "Avvikande", "Andel"]);
    expect(printed(document, "uppfoljning:utan område").map((row) => row.slice(3))).toEqual([["76", "9", "11,8 %"], ["24", "3", "12,5 %"], ["10", "", ""]]);
    expect(textsOf(document)).toContain("12 av 100 granskade avvek, 12,0 %, i 2 uppföljningar som anger båda talen. 1 uppföljning där tal saknas eller inte går ihop är inte med.");
  });

  test("risks without areas or plans, as in Ovanåker: one table of assessment, risk and analysis, by symbol", () => {
    const assessed = ["Större avvikelse", "Mindre avvikelse", "Ingen avvikelse", "Ej genomförd", null] as const;
    const document = reportOf(
      assessed.map((_, index) => control({ id: `KON-${index + 1}` })),
      assessed.map((bedomning, index) => result({ kontrollId: `KON-${index + 1}`, bedomning, kommentar: `Analys ${index + 1}` })),
    );
    expect(tablesOf(document).map(({ id }) => id)).toEqual(["bedomningar", "uppfoljning:utan område"]);
    expect(headers(document, "uppfoljning:utan område")).toEqual(["Bedömning", "Risk", "Kommentar"]);
    expect(printed(document, "uppfoljning:utan område").map(([word]) => word)).toEqual(["■ Större avvikelse", "◆ Mindre avvikelse", "● Ingen avvikelse", "– Ej genomförd", "○ Ej bedömd"]);
    expect(printed(document, "bedomningar")).toEqual([["● Ingen avvikelse", "1"], ["◆ Mindre avvikelse", "1"], ["■ Större avvikelse", "1"], ["– Ej genomförd", "1"], ["○ Ej bedömd", "1"]]);
    expect(layoutReport(document).columnWidths).toHaveLength(3);
  });

  test("a unit's own checks have a section and a table of their own, after internal control", () => {
    const document = reportOf([control({ id: "A", omrade: "1 Inköp" }), control({ id: "B", omrade: "1 Inköp", sort: "Egenkontroll" })], [result({ kontrollId: "B", bedomning: "Ingen avvikelse" })]);
    expect(textsOf(document).filter((text) => /^(?:Uppföljning av kontroller|Egenkontroller|1 Inköp)$/u.test(text))).toEqual(["Uppföljning av kontroller", "1 Inköp", "Egenkontroller", "1 Inköp"]);
    expect(printed(document, "omraden")).toEqual([["○ Ej bedömd", "1 Inköp", "1 inte bedömd"]]);
    expect(printed(document, "omraden:egenkontroll")).toEqual([["● Ingen avvikelse", "1 Inköp", "1 utan avvikelse"]]);
    expect(printed(document, "uppfoljning:egenkontroll:1 Inköp").map(([word]) => word)).toEqual(["● Ingen avvikelse"]);
  });

  test("a control that nobody has followed up has its row, and is told", () => {
    const document = reportOf([control({ id: "A", kontrollmoment: "Stickprov" })], []);
    expect(printed(document, "uppfoljning:utan område")).toEqual([["○ Ej bedömd", "Stickprov", "Uppföljning saknas för T1 2019."]]);
    expect(textsOf(document)[0]).toBe("0 uppföljningar av 1 kontroll för T1 2019. 1 kontroll saknar uppföljning.");
  });

  test("a year's report holds what its tertials showed, each by its period", () => {
    const document = reportOf([control({ id: "A", nar: "per tertial" })], [
      result({ kontrollId: "A", bedomning: "Ingen avvikelse" }),
      result({ kontrollId: "A", bedomning: "Mindre avvikelse", period: { ...tertial1, number: 2 }, uppfoljande: "Stickprov" }),
    ], { kind: "year", year: 2019, number: 1 });
    expect(printed(document, "uppfoljning:utan område").map(([, name]) => name)).toEqual(["T1 2019: Risk A", "T2 2019: Stickprov"]);
    expect(printed(document, "for-sallan").map((row) => row.slice(3))).toEqual([["3", "2"]]);
  });

  test("what is made as often as promised is said in words, and so is a register without controls", () => {
    const asPromised = reportOf([control({ id: "A", nar: "månadsvis" })], [result({ kontrollId: "A", bedomning: "Ingen avvikelse" })]);
    expect(textsOf(asPromised)).toContain("Alla kontroller med ett utlovat antal är gjorda så ofta som de skulle till och med T1 2019.");
    const nothing = reportOf([], []);
    expect(tablesOf(nothing)).toEqual([]);
    expect(textsOf(nothing)).toEqual(["Det finns inga kontroller att redovisa för T1 2019. Fyll i registret Kontroller."]);
  });
});

test("every follow-up is there once, a control without any too, and counts agree with the rows, whatever is filled in", () => {
  const anyResult = fc.record({ control: fc.nat(3), bedomning: fc.option(fc.constantFrom(...controlAssessments), { nil: null }) });
  const anyControl = fc.record({ omrade: fc.constantFrom("1 A", "2 B", null), sort: fc.constantFrom("Intern kontroll" as const, "Egenkontroll" as const), moment: fc.boolean() });
  fc.assert(
    fc.property(fc.array(anyControl, { minLength: 4, maxLength: 4 }), fc.array(anyResult, { maxLength: 10 }), (kontroller, facts) => {
      const all = kontroller.map(({ omrade, sort, moment }, index) => control({ id: `K${index}`, omrade, sort, kontrollmoment: moment ? `Moment ${index}` : null }));
      const resultat = facts.map((fact, index) => result({ kontrollId: `K${fact.control}`, nr: index + 1, bedomning: fact.bedomning, kommentar: `Kommentar ${index}` }));
      const document = reportOf(all, resultat);
      const rows = tablesOf(document).filter(({ id }) => id.startsWith("uppfoljning:")).flatMap(({ rows: own }) => own.map((row) => row.map(printedText)));
      const silent = all.filter(({ id }) => !resultat.some(({ kontrollId }) => kontrollId === id));
      expect(rows.map((row) => row[2]).sort()).toEqual([...resultat.map(({ kommentar }) => kommentar), ...silent.map(() => "Uppföljning saknas för T1 2019.")].sort());
      const counted = tablesOf(document).filter(({ id }) => /^(?:omraden|bedomningar)/u.test(id)).flatMap(({ rows: own }) => own.map((row) => printedText(row.at(-1) ?? { kind: "empty" })));
      const total = counted.flatMap((text) => text.match(/\d+/gu) ?? []).reduce((sum, count) => sum + Number(count), 0);
      expect(total).toBe(rows.length);
      expect(() => layoutReport(document)).not.toThrow();
    }),
    { numRuns: 40 },
  );
});
