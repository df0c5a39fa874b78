import fc from "fast-check";
import { registers, type Aktivitet, type Mal, type Resurs, type Uppdrag } from "../../src/registers/registers.js";
import { defaultSettings } from "../../src/registers/settings.js";
import type { Period } from "../../src/registers/values/period.js";
import type { ReportDocument } from "../../src/reports/document.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { malsida } from "../../src/reports/malsida/malsida.js";
import { printedText } from "../../src/reports/parts/printedText.js";
import { workbookOf } from "../../src/rules/measures/measureResults.js";
import { resourcesInOrder, sumMoney } from "../../src/rules/money/resources.js";
import {
  ostersundMal, ostersundMalChoices, ostersundMalDokument, ostersundMalEnheter, ostersundMalResurser, ostersundMalUppdrag, printedAssignments, year2024,
} from "../fixtures/ostersund-mal/ostersundMal.js";
import { contentsOf, type Rows } from "./contentsOf.js";
import { assignment as anAssignment, followUp, measure, number, outcome, percent, tableNamed, tablesOf, textsOf } from "./reportOf.js";

const ostersund: Rows = { enheter: ostersundMalEnheter, dokument: ostersundMalDokument, mal: ostersundMal, uppdrag: ostersundMalUppdrag, resurser: ostersundMalResurser };

function pageOf(rows: Rows, choices: { readonly unit?: string | null; readonly period?: Period } = {}): ReportDocument {
  return malsida.build({
    contents: contentsOf(rows),
    settings: { ...defaultSettings, ...ostersundMalChoices },
    unit: choices.unit === undefined ? "KF" : choices.unit,
    period: choices.period ?? year2024,
    date: 45_310,
  });
}

function printed(document: ReportDocument, id: string): readonly (readonly string[])[] {
  return tableNamed(document, id).rows.map((row) => row.map(printedText));
}

function goal(id: string, niva: Mal["niva"], overordnat: string | null = null): Mal {
  return { id, niva, mal: `Mål ${id}`, nr: null, beskrivning: null, overordnat, enhet: null, agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: null };
}

function assignment(values: Partial<Uppdrag> & Pick<Uppdrag, "id">): Uppdrag {
  return anAssignment({ ar: 2024, malId: "A", givare: "Nämnd", huvudansvarig: "SAN", ...values });
}

function resource(values: Partial<Resurs>): Resurs {
  return { avser: "U", enhet: null, typ: "Ramökning", belopp: null, arsarbetare: null, ar: 2024, beskrivning: null, ...values };
}

function activity(values: Partial<Aktivitet> & Pick<Aktivitet, "id" | "avser">): Aktivitet {
  return { ansvarig: null, aktivitet: `Aktivitet ${values.id}`, tidsram: null, slut: null, resurs: null, ordning: null, ...values };
}

describe("Östersunds kommun, Trygghet och stöd 2024", () => {
  const document = pageOf(ostersund);
  const council = printedAssignments.filter(({ givare }) => givare === "Fullmäktige");
  const own = printedAssignments.filter(({ givare }) => givare === "Nämnd");

  test("begins with the goal, its description and its nine statements, in order", () => {
    const texts = textsOf(document);
    const from = texts.indexOf("Mål: Trygghet och stöd");
    const [first, ...statements] = ostersundMal;
    expect(texts.slice(from + 1, from + 11)).toEqual([first?.beskrivning, ...statements.map(({ mal }) => mal)]);
    expect([document.title, document.unitName, document.references, document.sheetName]).toEqual([
      "Målsida 2024", "Kommunfullmäktige, Östersunds kommun", "Sidan uppdaterad 2024-01-18", "Målsida 2024 KF",
    ]);
  });

  test("has the printed headings in the printed order, and then what a controller asks", () => {
    const headings = document.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
    expect(headings).toEqual([
      "Mål: Trygghet och stöd", "Så här gör vi för att nå målet 2024", "Uppdrag från fullmäktige 2024", "Nämndernas egna uppdrag 2024", "Nyckeltal 2024",
      "Investeringar 2024", "För att nå målet har vi bland annat", "Ansvar och pengar", "Vem ansvarar för vad", "Ramjusteringar 2024",
    ]);
  });

  test("prints fullmäktige's six assignments in order, with their owners as on the page", () => {
    const rows = printed(document, "uppdrag-fullmaktige:MÅL-1");
    expect(tableNamed(document, "uppdrag-fullmaktige:MÅL-1").columns.map(({ header }) => header)).toEqual(["Uppdrag", "Förtydligande av uppdrag", "Ansvarig"]);
    expect(rows.map(([text]) => text)).toEqual(council.map(({ uppdrag }) => uppdrag));
    expect(rows.map(([, , responsible]) => responsible)).toEqual(["VON, SAN, BUN", "KS, MSN, TN, VON", "VON, KS, TN", "SAN", "VON", "SAN (TN, VON, KS, MSN)"]);
  });

  test("prints the committees' eight, each with its name", () => {
    const rows = printed(document, "uppdrag-namnd:MÅL-1");
    expect(rows.map(([text]) => text)).toEqual(own.map(({ uppdrag }) => uppdrag));
    expect(rows.map(([, , responsible]) => `(${responsible ?? ""})`)).toEqual(own.map(({ ansvariga }) => ansvariga));
  });

  test("clarifications keep their lines and bullets, and end with the budget line", () => {
    const clarifications = printed(document, "uppdrag-fullmaktige:MÅL-1").map(([, clarification = ""]) => clarification.split("\n"));
    expect(clarifications.map((lines) => lines.filter((line) => line.startsWith("• ")).length)).toEqual([0, 0, 3, 0, 1, 0]);
    expect(clarifications[2]).toEqual(council[2]?.fortydligande);
    expect(clarifications[3]).toEqual([...(council[3]?.fortydligande ?? []), "Varaktig ramjustering SAN: 2 400 tkr"]);
    expect(clarifications[4]?.at(-1)).toBe("Ramökning 2024 VON: 350 tkr");
    expect(clarifications.flat().filter((line) => line.endsWith("tkr"))).toHaveLength(2);
  });

  test("the matrix is that of the notes", () => {
    const { columns } = tableNamed(document, "ansvar:MÅL-1");
    expect(columns.map(({ header }) => header)).toEqual(["Uppdrag", "Ansvariga", "Klart senast", "KS", "SAN", "VON", "BUN", "TN", "MSN", "GÖN"]);
    const marks = printed(document, "ansvar:MÅL-1").map((row) => row.slice(3).map((cell) => cell.slice(-1)));
    const at = (...cells: readonly string[]) => cells;
    expect(marks).toEqual([
      //  KS   SAN  VON  BUN  TN   MSN  GÖN
      at("", "M", "M", "M", "", "", ""),
      at("M", "", "M", "", "M", "M", ""),
      at("M", "", "M", "", "M", "", ""),
      at("", "A", "", "", "", "", ""),
      at("", "", "A", "", "", "", ""),
      at("M", "A", "M", "", "M", "M", ""),
      ...[1, 2, 3].map(() => at("", "A", "", "", "", "", "")),
      ...[1, 2].map(() => at("", "", "A", "", "", "", "")),
      ...[1, 2, 3].map(() => at("", "", "", "", "", "", "A")),
    ]);
    const days = printed(document, "ansvar:MÅL-1").flatMap(([, , day], index) => (day === "2024-12-31" ? [index + 1] : []));
    expect(days).toEqual([3, 5, 9, 10]);
    expect(document.blocks).toContainEqual({ kind: "legend", scale: "ansvar", words: ["A", "M"] });
  });

  test("sums are 2 400 and 350, in all 2 750 tkr", () => {
    expect(printed(document, "ramar:MÅL-1")).toEqual([
      ["Social- och arbetsmarknadsnämnden", "Varaktig ramjustering 2 400 tkr", "2 400 tkr"],
      ["Vård- och omsorgsnämnden", "Ramökning 350 tkr", "350 tkr"],
      ["Summa", "Varaktig ramjustering 2 400 tkr, ramökning 350 tkr", "2 750 tkr"],
    ]);
  });

  test("the three empty sections say so", () => {
    const texts = textsOf(document);
    const after = (heading: string) => texts[texts.indexOf(heading) + 1];
    expect(["Nyckeltal 2024", "Investeringar 2024", "För att nå målet har vi bland annat"].map(after)).toEqual([
      "Inga nyckeltal är registrerade för målet.", "Inga investeringar är registrerade för målet.", "Inget är beskrivet för perioden än.",
    ]);
  });

  test("the codes of the first table are explained below it", () => {
    const note = textsOf(document).find((text) => text.startsWith("Den som står före en parentes"));
    for (const { kod, namn } of ostersundMalEnheter) expect(note?.includes(`${kod}: ${namn}`)).toBe(["KS", "SAN", "VON", "BUN", "TN", "MSN"].includes(kod));
  });

  test("a committee's page has what it leads or takes part in", () => {
    const tables = pageOf(ostersund, { unit: "BUN" });
    expect(printed(tables, "uppdrag-fullmaktige:MÅL-1").map(([, , responsible]) => responsible)).toEqual(["VON, SAN, BUN"]);
    expect(textsOf(tables)).toContain("Nämnderna har inga egna uppdrag för målet.");
    expect(textsOf(tables)).toContain("Inga ramjusteringar är registrerade för målet.");
  });

  test("is the same whatever order the rows stand in, and every row of the sheet is known by itself", () => {
    const shuffled = <Row>(all: readonly Row[]) => fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
    fc.assert(
      fc.property(
        shuffled(ostersundMalEnheter), shuffled(ostersundMal), shuffled(ostersundMalUppdrag), shuffled(ostersundMalResurser),
        (enheter, mal, uppdrag, resurser) => { expect(pageOf({ ...ostersund, enheter, mal, uppdrag, resurser })).toEqual(document); },
      ),
      { numRuns: 25 },
    );
    const { rowIdentities } = layoutReport(document);
    expect(new Set(rowIdentities).size).toBe(rowIdentities.length);
  });
});

describe("which goals have a page", () => {
  const mal = [goal("A", "Målområde"), goal("B", "Prioriterat mål", "A"), goal("C", "Mål nivå 1", "B"), goal("D", "Fullmäktiges mål"), goal("E", "Nämndmål"), goal("F", "Nämndmål")];
  const headings = (uppdrag: readonly Uppdrag[], unit: string | null = null) =>
    pageOf({ enheter: ostersundMalEnheter, mal, uppdrag }, { unit }).blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 && block.text.startsWith("Mål:") ? [block.text] : []));

  test("those of the whole municipality that no such goal lies below, also when they have no assignments", () => {
    expect(headings([])).toEqual(["Mål: Mål B", "Mål: Mål D"]);
  });

  test("and those with assignments of their own; what lies below a page's goal is on its page", () => {
    expect(headings([assignment({ id: "U", malId: "A" }), assignment({ id: "V", malId: "E" })])).toEqual(["Mål: Mål A", "Mål: Mål B", "Mål: Mål D", "Mål: Mål E"]);
    const document = pageOf({ enheter: ostersundMalEnheter, mal, uppdrag: [assignment({ id: "U", malId: "C" })], matt: [measure({ id: "M", malId: "C" })] }, { unit: null });
    expect(tablesOf(document).map(({ id }) => id)).toEqual(["uppdrag-namnd:B", "nyckeltal:B", "ansvar:B", "sammanstallning"]);
    expect(textsOf(document)).toContain("Mål nivå 1: Mål C");
  });

  test("a unit's are those that it owns or has assignments in", () => {
    expect(headings([assignment({ id: "U", malId: "D" }), assignment({ id: "V", malId: "E", huvudansvarig: "VON" })], "SAN")).toEqual(["Mål: Mål D"]);
  });

  test("several are looked over at the end", () => {
    const document = pageOf(
      { enheter: ostersundMalEnheter, mal, uppdrag: [assignment({ id: "U", malId: "D", givare: "Kommunfullmäktige" })], resurser: [resource({ enhet: "SAN", belopp: 1200 }), resource({ typ: "Investering", enhet: "SAN", belopp: 0.5 })] },
      { unit: null },
    );
    expect(printed(document, "sammanstallning")).toEqual([["Mål B", "Inga uppdrag är registrerade.", "0 tkr"], ["Mål D", "1 uppdrag: 1 från fullmäktige.", "1 200,5 tkr"]]);
  });

  test("none at all is said in words", () => {
    expect(textsOf(pageOf({ enheter: ostersundMalEnheter }))).toEqual([expect.stringMatching(/^Det finns inga mål att visa/u)]);
  });
});

describe("what is not the simple case", () => {
  const mal = [goal("A", "Fullmäktiges mål")];
  const rows = (rest: Rows, uppdrag: readonly Uppdrag[] = [assignment({ id: "U" })]): Rows => ({ enheter: ostersundMalEnheter, mal, uppdrag, ...rest });

  test("activities of an assignment are its bullets, and posts have a line as money has", () => {
    const document = pageOf(
      rows(
        {
          aktiviteter: [activity({ id: "K2", avser: "U", ordning: 2 }), activity({ id: "K1", avser: "U", ordning: 1, tidsram: "under 2024" })],
          resurser: [resource({ typ: "Ny tjänst", arsarbetare: 1.5 }), resource({ belopp: 350.5, ar: null, beskrivning: "bara i år" }), resource({ typ: "Varaktig ramjustering" })],
        },
        [assignment({ id: "U", fortydligande: "Uppdraget innebär att:" })],
      ),
    );
    expect(printed(document, "uppdrag-namnd:A")[0]?.[1]?.split("\n")).toEqual([
      "Uppdraget innebär att:", "• Aktivitet K1 (under 2024)", "• Aktivitet K2",
      "Varaktig ramjustering 2024 SAN: belopp saknas", "Ramökning SAN: 350,5 tkr, bara i år", "Ny tjänst 2024 SAN: 1,5 årsarbetare",
    ]);
  });

  test("investments have a table of their own, with a sum", () => {
    const resurser = [resource({ typ: "Investering", belopp: 5000, enhet: "TN", beskrivning: "Fiber" }), resource({ typ: "Investering", avser: "A", belopp: 250, enhet: "VON" })];
    const document = pageOf(rows({ resurser }));
    expect(printed(document, "investeringar:A")).toEqual([
      ["Mål A", "Vård- och omsorgsnämnden", "250 tkr", "2024"],
      ["Fiber", "Tekniska nämnden", "5 000 tkr", "2024"],
      ["Summa", "", "5 250 tkr", ""],
    ]);
    expect(textsOf(document)).toContain("Inga ramjusteringar är registrerade för målet.");
  });

  test("nyckeltal show where they began, what is to be reached and what came of it", () => {
    const document = pageOf(rows({
      matt: [measure({ id: "M", malId: "A", mattenhet: "%", startvarde: percent(0.5), malvarde: percent(0.75) }), measure({ id: "N", malId: "A", riktning: "Följs" })],
      utfall: [outcome("M", percent(0.62), { period: year2024, kommentar: "Fler än väntat." }), outcome("N", number(12), { period: year2024 })],
    }));
    expect(printed(document, "nyckeltal:A")).toEqual([["Mått M", "Fler än väntat.", "50,0 %", "75,0 %", "62,0 %"], ["Mått N", "", "", "", "12"]]);
  });

  test("a committee's page has its own outcome where it has one, and else what others report", () => {
    const reported = rows({
      matt: [measure({ id: "M", malId: "A" })],
      utfall: [outcome("M", number(1), { period: year2024, enhet: "SAN" }), outcome("M", number(2), { period: year2024, enhet: "TN" })],
    }, [assignment({ id: "U", huvudansvarig: "SAN", medansvariga: ["VON"] })]);
    const outcomes = (unit: string) => printed(pageOf(reported, { unit }), "nyckeltal:A").map(([name, , , , value]) => [name, value]);
    expect(outcomes("SAN")).toEqual([["Mått M", "1"]]);
    expect(outcomes("VON")).toEqual([["Mått M, Social- och arbetsmarknadsnämnden", "1"], ["Mått M, Tekniska nämnden", "2"]]);
  });

  test("what has been done is the goal's own comment and activities", () => {
    const document = pageOf(rows({
      aktiviteter: [activity({ id: "K", avser: "A" })],
      uppfoljning: [followUp({ avser: "A", enhet: "KF", period: year2024, kommentar: "Startat ett team." }), followUp({ avser: "K", period: year2024, status: "Genomfört" })],
    }));
    const texts = textsOf(document);
    expect(texts.slice(texts.indexOf("För att nå målet har vi bland annat") + 1).slice(0, 2)).toEqual(["Kommentar 2024: Startat ett team.", "• Aktivitet K (genomfört)"]);
  });

  test("assignments that nobody is known to have given have a table of their own", () => {
    const document = pageOf(rows({}, [assignment({ id: "U", givare: null }), assignment({ id: "V", givare: "Fullmäktige", huvudansvarig: null })]));
    expect(tablesOf(document).map(({ id }) => id)).toEqual(["uppdrag-fullmaktige:A", "uppdrag-utan-givare:A", "ansvar:A"]);
    expect(printed(document, "uppdrag-fullmaktige:A")[0]?.[2]).toBe("Utan ansvarig");
  });

  test("nothing is left out in silence", () => {
    const document = pageOf(
      rows({ resurser: [resource({ belopp: 100, enhet: "SAN", ar: 2023 })] }, [assignment({ id: "U" }), assignment({ id: "V", malId: null }), assignment({ id: "W", ar: 2025 })]),
      { unit: null },
    );
    expect(textsOf(document).slice(-3)).toEqual([
      "Uppdrag som inte gäller under 2024 är inte med: Uppdrag W",
      "1 uppdrag hör inte till något mål och är inte med här. De redovisas i Uppdragsuppföljning.",
      "Resurser för andra år är inte med: Ramökning 2023 SAN: 100 tkr",
    ]);
  });
});

describe("sums of money", () => {
  const amounts = fc.record({
    enhet: fc.constantFrom("SAN", "VON", "san", "OKÄND", null),
    typ: fc.constantFrom(...(registers.resurser.columns.typ.values ?? [])),
    belopp: fc.option(fc.integer({ min: -9_999_999, max: 9_999_999 }).map((kronor) => kronor / 1000), { nil: null }),
    arsarbetare: fc.option(fc.double({ min: 0, max: 50, noNaN: true }), { nil: null }),
  });

  test("of the committees add up to the whole, by type and in all, whatever stands in Resurser", () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 20 }), (all) => {
        const workbook = workbookOf(contentsOf({ enheter: ostersundMalEnheter, resurser: all.map((values) => resource({ avser: null, ...values })) }), defaultSettings);
        const sums = sumMoney(resourcesInOrder(workbook), workbook.units);
        const kronor = (tkr: number) => Math.round(tkr * 1000);
        const money = all.filter(({ typ }) => ["Varaktig ramjustering", "Ramökning", "Investering"].includes(typ));
        // To the last bit: a sum prints without decimals that nobody wrote.
        expect(sums.total).toBe(money.reduce((sum, { belopp }) => sum + kronor(belopp ?? 0), 0) / 1000);
        expect(sums.units.reduce((sum, { total }) => sum + kronor(total), 0)).toBe(kronor(sums.total));
        expect([...sums.byType.values()].reduce((sum, each) => sum + kronor(each), 0)).toBe(kronor(sums.total));
        for (const [typ, whole] of sums.byType) expect(sums.units.reduce((sum, { byType }) => sum + kronor(byType.get(typ) ?? 0), 0)).toBe(kronor(whole));
        const codes = sums.units.map(({ unit }) => unit?.toLowerCase());
        expect(new Set(codes).size).toBe(codes.length);
      }),
      { numRuns: 200 },
    );
  });
});
