import fc from "fast-check";
import { registers } from "../../src/registers/registers.js";
import type { RegisterRows } from "../../src/registers/template.js";
import { parsePeriod } from "../../src/registers/values/period.js";
import type { ReportDocument } from "../../src/reports/document.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { tjansteutlatande } from "../../src/reports/tjansteutlatande/tjansteutlatande.js";
import { aleFirstQuarterRows } from "../fixtures/ale-arenden/aleFirstQuarterRows.js";
import { read, writtenRows, type WrittenWorkbook } from "../rules/testWorkbook.js";
import { textsOf } from "./reportOf.js";

type Rows = Pick<RegisterRows, "enheter" | "dokument" | "texter" | "beslut">;
type Row<K extends keyof Rows> = NonNullable<Rows[K]>[number];

const ale = {
  enheter: aleFirstQuarterRows.enheter ?? [], dokument: aleFirstQuarterRows.dokument ?? [], texter: aleFirstQuarterRows.texter ?? [], beslut: aleFirstQuarterRows.beslut ?? [],
};

function reportOf(rows: Rows = ale, choice: { readonly unit?: string | null; readonly period?: string } = {}): ReportDocument {
  const workbook: WrittenWorkbook = {
    installningar: [...(aleFirstQuarterRows.installningar ?? [])].map(({ nyckel, varde }) => ({ Nyckel: nyckel, "Värde": varde ?? "" })),
    enheter: writtenRows(registers.enheter, rows.enheter ?? []),
    dokument: writtenRows(registers.dokument, rows.dokument ?? []),
    texter: writtenRows(registers.texter, rows.texter ?? []),
    beslut: writtenRows(registers.beslut, rows.beslut ?? []),
  };
  const { contents: all, settings } = read(workbook);
  const { beslut, ...others } = all;
  const contents = rows.beslut === undefined || beslut === undefined ? others : all;
  const period = parsePeriod(choice.period ?? "Kvartal 1 2019", settings);
  if (period === null) throw new Error("no period");
  return tjansteutlatande.build({ contents, settings, unit: choice.unit === undefined ? "OAN" : choice.unit, period, date: 43_605 });
}

/** The row of that id, changed. */
function like<R extends { readonly id: string }>(rows: readonly R[], id: string, change: Partial<R>): R {
  const row = rows.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`No row ${id}`);
  return { ...row, ...change };
}

const changedDocument = (id: string, change: Partial<Row<"dokument">>) => ale.dokument.map((row) => (row.id === id ? { ...row, ...change } : row));
const withoutSection = (id: string, ...sections: readonly string[]) => ale.texter.filter((row) => row.dokumentId !== id || !sections.includes(row.avsnitt));
const headings = (document: ReportDocument) => document.blocks.flatMap((block) => (block.kind === "heading" ? [[block.level, block.text]] : []));

describe("Ale, the letter over the report of unexecuted decisions, OAN.2019.17", () => {
  const document = reportOf();
  const texts = textsOf(document);

  test("has its head, and its parts in the printed order", () => {
    expect([document.title, document.unitName, document.sheetName, document.orientation]).toEqual([
      "Tjänsteutlåtande Kvartal 1 2019", "Omsorgs- och arbetsmarknadsnämnden, Ale kommun", "Tjänsteutlåtande K1 2019 OAN", "portrait",
    ]);
    expect(texts.slice(1, 6)).toEqual([
      "Från: Sektor arbete, trygghet och omsorg", "Till: Omsorgs- och arbetsmarknadsnämnden", "Diarienummer: OAN.2019.17", "Datum: 2019-05-13", "Ansvarig: Handläggare",
    ]);
    expect(headings(document)).toEqual([
      [1, "Rapportering av ej verkställda beslut enligt lagen (1993:387) om stöd och service till vissa funktionshindrade, LSS, kvartal 1 2019"],
      [2, "Förvaltningens beslutsförslag till omsorgs- och arbetsmarknadsnämnden"],
      [2, "Beslutsunderlag"],
      [2, "Ärendet expedieras efter beslut till"],
      [3, "För vidare hantering"],
    ]);
  });

  test("the sentences are made from the counts: two new, two executed, two closed, five still open", () => {
    expect(texts).toContain(
      "Under kvartal 1 2019, 2019-01-01 till 2019-03-31, tillkom två nya beslut som inte hade verkställts inom tre månader. Bland de tidigare rapporterade besluten har två verkställts och två avslutats utan verkställighet, och fem beslut är fortsatt ej verkställda.",
    );
    expect(texts).toContain("Kommunfullmäktige och kommunrevisionen får statistikrapporten med bilagor när omsorgs- och arbetsmarknadsnämnden har beslutat.");
  });

  test("when a decision is carried out the sentence follows", () => {
    const [open] = ale.beslut.filter(({ id }) => id === "1302579");
    const beslut = ale.beslut.map((row) => (row === open ? { ...row, verkstallt: 43_530 } : row));
    expect(textsOf(reportOf({ ...ale, beslut })).join(" ")).toContain("har tre verkställts och två avslutats utan verkställighet, och fyra beslut är fortsatt ej verkställda.");
    const fewer = ale.beslut.filter(({ beslutsdatum }) => beslutsdatum !== 43_413);
    expect(textsOf(reportOf({ ...ale, beslut: fewer })).join(" ")).toContain("tillkom ett nytt beslut som inte hade verkställts");
  });

  test("two roles sign, and the basis and five recipients stand one to a line", () => {
    expect(texts.filter((text) => text.includes("____")).map((text) => text.split("\n").at(-1))).toEqual(["Systemförvaltare", "Administrativ chef"]);
    expect(texts.slice(texts.indexOf("Beslutsunderlag"))).toEqual([
      "Beslutsunderlag", "Tjänsteutlåtande, 2019-05-13.", "Statistikrapport, 2019-05-13.",
      "Ärendet expedieras efter beslut till", "För vidare hantering", "Kommunfullmäktige", "Kommunrevisionen", "Verksamhetschef äldreomsorg",
      "Verksamhetschef särskilt boende och hemsjukvård", "Verksamhetschef funktionshinder",
    ]);
  });

  test("without a summary of its own it has the standard sentences, with the law's name and the same counts", () => {
    const standard = textsOf(reportOf({ ...ale, texter: withoutSection("DOK-2", "Sammanfattning") })).slice(6, 9);
    expect(standard[0]).toContain("enligt lagen (1993:387) om stöd och service till vissa funktionshindrade, LSS som");
    expect(standard[1]).toMatch(/två nya beslut.*två verkställts och två avslutats.*fem beslut är fortsatt ej verkställda\.$/u);
  });

  test("only decisions by the law that the heading names are counted; a heading that names none is about all", () => {
    const [first] = ale.beslut;
    const rows = { ...ale, beslut: [...ale.beslut, ...(first === undefined ? [] : [{ ...first, id: "1400001", lag: "SoL" as const }])] };
    expect(textsOf(reportOf(rows)).join(" ")).toContain("tillkom två nya beslut");
    const all = reportOf({ ...rows, dokument: changedDocument("DOK-2", { rubrik: "Rapportering av ej verkställda beslut" }) });
    expect(textsOf(all).join(" ")).toContain("tillkom tre nya beslut");
  });
});

describe("Ale, an association that applies for money, OAN.2019.27", () => {
  const document = reportOf(ale, { period: "Kvartal 2 2019" });

  test("has no period of its own, and is of the quarter that its date lies in", () => {
    expect(headings(document)[0]).toEqual([1, "Ansökan om ekonomiskt stöd från Exempel Kontakt och Stödverksamhet för verksamhetsåret 2019"]);
    expect(textsOf(reportOf(ale, { period: "Kvartal 3 2019" }))).toEqual([expect.stringMatching(/^Det finns inget tjänsteutlåtande för Kvartal 3 2019\. /u)]);
  });

  test("has background, economy and the sector's opinion after the recipients, who are of two kinds", () => {
    expect(headings(document).slice(1).map(([, text]) => text)).toEqual([
      "Förvaltningens beslutsförslag till omsorgs- och arbetsmarknadsnämnden", "Beslutsunderlag", "Ärendet expedieras efter beslut till", "För vidare hantering", "För kännedom",
      "Bakgrund", "Ekonomisk bedömning", "Sektorns bedömning",
    ]);
    const texts = textsOf(document);
    expect(texts.slice(texts.indexOf("För vidare hantering"), texts.indexOf("Bakgrund"))).toEqual([
      "För vidare hantering", "Controller", "För kännedom", "Exempel Kontakt och Stödverksamhet", "Administrativ chef sektor arbete, trygghet och omsorg",
    ]);
  });
});

describe("what is not the simple case", () => {
  test("letters of one period follow each other by id, each with its own head, and those of other committees are not there", () => {
    const enheter = [...ale.enheter, { kod: "KS", namn: "Kommunstyrelsen", typ: "Styrelse" as const, overordnad: null, alias: null, ordning: null }];
    const dokument = [
      ...changedDocument("DOK-3", { period: ale.dokument[0]?.period ?? null }),
      like(ale.dokument, "DOK-2", { id: "DOK-10", rubrik: "Ett tredje ärende" }),
      like(ale.dokument, "DOK-2", { id: "DOK-11", enhet: "KS", rubrik: "Ett fjärde" }),
    ];
    const titles = (unit: string | null) => headings(reportOf({ ...ale, enheter, dokument }, { unit })).filter(([level]) => level === 1).map(([, text]) => String(text).slice(0, 12));
    expect(titles("OAN")).toEqual(["Rapportering", "Ansökan om e", "Ett tredje ä"]);
    expect(titles(null)).toEqual(["Rapportering", "Ansökan om e", "Ett tredje ä", "Ett fjärde"]);
  });

  test("a letter from the administration's own code is to the committee above it", () => {
    const document = reportOf({ ...ale, dokument: changedDocument("DOK-2", { enhet: "ATO" }) });
    expect(textsOf(document).slice(1, 3)).toEqual(["Från: Sektor arbete, trygghet och omsorg", "Till: Omsorgs- och arbetsmarknadsnämnden"]);
  });

  test("what a letter must have and lacks is said in words", () => {
    const bare = reportOf({ ...ale, texter: [], dokument: changedDocument("DOK-3", { rubrik: null, diarienummer: null, ansvarigRoll: null }) }, { period: "Kvartal 2 2019" });
    const texts = textsOf(bare);
    expect(texts.filter((text) => text.includes("saknas"))).toEqual([
      "Rubrik saknas", "Diarienummer: saknas", "Ansvarig: saknas",
      ...["Sammanfattning", "Beslutsförslag", "Underskrifter", "Beslutsunderlag", "Expedieras till"].map((name) => `${name} saknas. Skriv texten i registret Texter, avsnitt ${name}.`),
    ]);
  });

  test("where decisions cannot be counted the text stays as typed, and it says why", () => {
    const year = { kind: "year", year: 2019, number: 1 } as const;
    const texts = textsOf(reportOf({ ...ale, dokument: changedDocument("DOK-2", { period: year }) }, { period: "2019" }));
    expect(texts.join(" ")).toContain("Under 2019, 2019-01-01 till 2019-12-31, tillkom {nya beslut} som");
    expect(texts).toContainEqual(expect.stringMatching(/^Antalet beslut är inte ifyllt: besluten räknas per kvartal\./u));
  });

  test("counts asked for outside the summary are told of too, once, and so is a register of decisions that is not there", () => {
    const asking = ale.texter.map((row) => (row.dokumentId === "DOK-3" && row.avsnitt === "Bakgrund" ? { ...row, text: "I dag finns {ej verkställda beslut}." } : row));
    const { beslut: _, ...without } = { ...ale, texter: asking };
    const notes = textsOf(reportOf(without, { period: "Kvartal 2 2019" })).filter((text) => text.startsWith("Antalet beslut"));
    expect(notes).toEqual(["Antalet beslut är inte ifyllt: registret Beslut finns inte, eller går inte att läsa. Skapa registret, eller skriv antalen i Texter."]);
  });

  test("a section of its own is printed last, under its own name", () => {
    const texter = [...ale.texter, { dokumentId: "DOK-3", avsnitt: "Barnens bästa", ordning: 1, text: "Förslaget berör inga barn." }];
    expect(textsOf(reportOf({ ...ale, texter }, { period: "Kvartal 2 2019" })).slice(-2)).toEqual(["Barnens bästa", "Förslaget berör inga barn."]);
  });
});

test("is the same whatever order the rows stand in", () => {
  const shuffled = <R>(all: readonly R[]) => fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
  const document = reportOf();
  fc.assert(
    fc.property(shuffled(ale.enheter), shuffled(ale.dokument), shuffled(ale.texter), shuffled(ale.beslut), (enheter, dokument, texter, beslut) => {
      expect(reportOf({ enheter, dokument, texter, beslut })).toEqual(document);
    }),
    { numRuns: 20 },
  );
});

test("lies on A4 upright in one column, every row told apart", () => {
  const layout = layoutReport(reportOf());
  expect([layout.print.orientation, layout.columnWidths.length, layout.tables]).toEqual(["portrait", 1, []]);
  expect(new Set(layout.rowIdentities).size).toBe(layout.rowIdentities.length);
});
