import fc from "fast-check";
import { assignmentStatuses } from "../../src/registers/definitions/statusWords.js";
import { registers, type Enhet, type Uppdrag, type Uppfoljning } from "../../src/registers/registers.js";
import { defaultSettings, type Settings } from "../../src/registers/settings.js";
import type { Period } from "../../src/registers/values/period.js";
import type { ReportDocument, ReportTable } from "../../src/reports/document.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { maluppfoljning } from "../../src/reports/maluppfoljning/maluppfoljning.js";
import { oversikt } from "../../src/reports/oversikt/oversikt.js";
import { printedText } from "../../src/reports/parts/printedText.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { aleBeslut, aleBeslutChoices, aleBeslutEnheter, aleHandelser } from "../fixtures/ale-beslut/aleBeslut.js";
import { aleKlarmarkering, aleKlarmarkeringChoices, aleKlarmarkeringEnheter, MEETING } from "../fixtures/ale-klarmarkering/aleKlarmarkering.js";
import { ostersundChoices, ostersundEnheter, ostersundUppdrag, ostersundUppfoljning } from "../fixtures/ostersund/ostersund.js";
import { read, writtenRows, type WrittenWorkbook } from "../rules/testWorkbook.js";
import { contentsOf, type Rows } from "./contentsOf.js";
import { aleRows, assignment, followUp, measure, number, outcome, tableNamed, tablesOf, tertial1, textsOf } from "./reportOf.js";

const tertial2of2021: Period = { kind: "tertial", year: 2021, number: 2 };

interface Choices {
  readonly settings?: Partial<Settings>;
  readonly unit?: string | null;
  readonly period?: Period;
  readonly date?: number;
}

function overviewOf(rows: Rows, { settings, unit = null, period = tertial1, date = 43_700 }: Choices = {}): ReportDocument {
  return oversikt.build({ contents: contentsOf(rows), settings: { ...defaultSettings, ...settings }, unit, period, date });
}

/** As a sheet has it: registers that are not given have no rows. */
function overviewOfWorkbook(workbook: WrittenWorkbook, choice: Required<Pick<Choices, "unit" | "period" | "date">>): ReportDocument {
  const { contents, settings } = read(workbook);
  return oversikt.build({ contents, settings, ...choice, findings: checkRules(contents, settings, choice.date) });
}

const printed = (table: ReportTable) => table.rows.map((row) => row.map(printedText));
const table = (document: ReportDocument, id: string) => printed(tableNamed(document, id));
const headings = (document: ReportDocument) => document.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
const charts = (document: ReportDocument) => document.blocks.flatMap((block) => (block.kind === "chart" ? [block] : []));
const installningar = (choices: object) => Object.entries(choices).map(([nyckel, varde]) => ({ Nyckel: nyckel, "Värde": String(varde) }));

describe("Östersund, T2 2021", () => {
  const rows = { enheter: ostersundEnheter, uppdrag: ostersundUppdrag, uppfoljning: ostersundUppfoljning };
  const document = overviewOf(rows, { settings: ostersundChoices, period: tertial2of2021, date: 44_440 });

  test("assignments are counted by committee and status", () => {
    expect(tableNamed(document, "uppdrag-enhet").columns.map(({ header }) => header)).toEqual([
      "Nämnd", "Uppdrag", "○ Planerat", "► Pågående", "► Nästan genomfört", "▲ Försenat", "● Genomfört", "– Ej angivet",
    ]);
    expect(table(document, "uppdrag-enhet")).toEqual([
      ["Vård- och omsorgsnämnden", "7", "0", "5", "0", "0", "1", "1"],
      ["Social- och arbetsmarknadsnämnden", "7", "1", "1", "0", "0", "0", "5"],
      ["Gemensam överförmyndarnämnd", "4", "0", "2", "1", "1", "0", "0"],
      ["Totalt", "18", "1", "8", "1", "1", "1", "6"],
    ]);
  });

  test("the chart draws the committees and not their sum, and says its figures in words", () => {
    const [chart] = charts(document);
    expect(chart).toMatchObject({ type: "stackedBar", table: "uppdrag-enhet", rows: { first: 0, count: 3 }, title: "Status för uppdrag per nämnd" });
    expect(chart?.altText).toContain("Gemensam överförmyndarnämnd: 2 pågående, 1 nästan genomfört, 1 försenat.");
    expect(chart?.altText).toContain("Totalt 18 uppdrag: 1 planerat, 8 pågående, 1 nästan genomfört, 1 försenat, 1 genomfört, 6 ej angivet.");
    // Words that share a look in cells do not share a colour here.
    const [laid] = layoutReport(document).charts;
    expect(new Set(laid?.series.map(({ color }) => color)).size).toBe(6);
  });

  test("what somebody calls late is late, and for the next period all but what has ended is asked for", () => {
    expect(table(document, "forsenat").map(([text, kind, unit, , , status]) => [text === "", kind, unit, status])).toEqual([[false, "Uppdrag", "GÖN", "▲ Försenat"]]);
    expect(table(document, "nasta-period").map((row) => row.slice(0, 2))).toEqual([
      ["Vård- och omsorgsnämnden", "6"], ["Social- och arbetsmarknadsnämnden", "7"], ["Gemensam överförmyndarnämnd", "4"], ["Totalt", "17"],
    ]);
  });

  test("has no part about what the workbook has nothing of", () => {
    expect(headings(document)).toEqual(["Uppdrag", "Försenat", "Nästa period, T3 2021"]);
    expect(textsOf(document)[0]).toBe("Uppdrag: 18 uppdrag: 1 planerat, 8 pågående, 1 nästan genomfört, 1 försenat, 1 genomfört. 6 saknar status.");
  });

  test("the order of the rows says nothing", () => {
    const turned = { enheter: [...ostersundEnheter].reverse(), uppdrag: [...ostersundUppdrag].reverse(), uppfoljning: [...ostersundUppfoljning].reverse() };
    expect(overviewOf(turned, { settings: ostersundChoices, period: tertial2of2021, date: 44_440 })).toEqual(document);
  });
});

describe("Ale, T1 2019", () => {
  const document = overviewOf(aleRows, { unit: "OAN" });

  test("goals and measures are counted by committee and by goal area, as Måluppföljning counts them", () => {
    expect(table(document, "mal-enhet")).toEqual([["Omsorgs- och arbetsmarknadsnämnden", "2", "1", "0", "0", "1"]]);
    expect(table(document, "matt-enhet")).toEqual([["Omsorgs- och arbetsmarknadsnämnden", "2", "1", "0", "0", "0", "1", "100 %"]]);
    expect(table(document, "matt-omrade")).toEqual([["2.1 Social hållbarhet och jämlika livsvillkor", "2", "1", "0", "0", "0", "1", "100 %"]]);
    const theirs = maluppfoljning.build({ contents: contentsOf(aleRows), settings: defaultSettings, unit: "OAN", period: tertial1, date: 43_700 });
    expect(table(document, "matt-omrade")[0]?.slice(0, 7)).toEqual(table(theirs, "antal")[0]?.slice(0, 7));
  });
});

test("Ale's sign-offs: 19,4 %, 16,7 % and 77,8 % in time, by period, by unit, and in the chart's own words", () => {
  const workbook: WrittenWorkbook = {
    installningar: installningar(aleKlarmarkeringChoices),
    enheter: writtenRows(registers.enheter, aleKlarmarkeringEnheter),
    klarmarkering: writtenRows(registers.klarmarkering, aleKlarmarkering),
  };
  const document = overviewOfWorkbook(workbook, { unit: "OAN", period: tertial1, date: MEETING });
  expect(table(document, "klarmarkerat-period")).toEqual([
    ["Februari 2019", "36", "7", "29", "0", "0", "19,4 %", "9"],
    ["Mars 2019", "36", "6", "30", "0", "0", "16,7 %", "9"],
    ["T1 2019", "36", "28", "6", "2", "0", "77,8 %", "14"],
    ["Totalt", "108", "41", "65", "2", "0", "38,0 %", "14"],
  ]);
  const units = table(document, "klarmarkerat-enhet");
  expect(units).toHaveLength(37);
  expect(units[7]).toEqual(["Enhet 8", "3", "1", "2", "0", "0", "33,3 %", "8"]);
  expect(table(document, "klarmarkerat-enhet-period")[7]).toEqual(["Enhet 8", "8 dagar sent", "8 dagar sent", "I tid"]);
  expect(charts(document).map(({ title, altText }) => [title, altText])).toEqual([
    ["Andel klarmarkerat i tid", "Klarmarkerat i tid: Februari 2019 19,4 % (7 av 36), Mars 2019 16,7 % (6 av 36), T1 2019 77,8 % (28 av 36)."],
  ]);
  expect(table(document, "anmarkningar")).toEqual([["Klarmarkering", "67", "0", "2", "65"]]);
});

test("Ale's decisions are counted by how long they have waited, also of a period that is no quarter", () => {
  const workbook: WrittenWorkbook = {
    installningar: installningar(aleBeslutChoices),
    enheter: writtenRows(registers.enheter, aleBeslutEnheter),
    beslut: writtenRows(registers.beslut, aleBeslut),
    handelser: writtenRows(registers.handelser, aleHandelser),
  };
  const waits = [["Under 3 månader", "0"], ["3–6 månader", "3"], ["7–9 månader", "3"], ["10–12 månader", "0"], ["13–17 månader", "1"], ["18 månader eller mer", "0"], ["Totalt", "7"]];
  const inQuarter = overviewOfWorkbook(workbook, { unit: "OAN", period: { kind: "quarter", year: 2019, number: 1 }, date: 43_600 });
  expect(table(inQuarter, "vantetid")).toEqual(waits);
  expect(table(overviewOfWorkbook(workbook, { unit: null, period: tertial1, date: 43_600 }), "vantetid")).toEqual(waits);
  const inMonth = overviewOfWorkbook(workbook, { unit: null, period: { kind: "month", year: 2019, number: 2 }, date: 43_600 });
  expect(textsOf(inMonth)).toContain("Inget kvartal tog slut under Februari 2019, och besluten redovisas per kvartal.");
});

test("what is late is what the check says is late", () => {
  const workbook: WrittenWorkbook = {
    installningar: [{ Nyckel: "period", "Värde": "T1 2019" }],
    enheter: [{ Kod: "OAN", Namn: "Omsorgsnämnden", Typ: "Nämnd" }],
    uppdrag: [
      { "Uppdrag-id": "UPP-1", "År": 2019, Uppdrag: "Sent", Huvudansvarig: "OAN", Slut: "2019-03-31" },
      { "Uppdrag-id": "UPP-2", "År": 2019, Uppdrag: "I tid", Huvudansvarig: "OAN", Slut: "2019-12-31" },
      { "Uppdrag-id": "UPP-3", "År": 2019, Uppdrag: "Klart", Huvudansvarig: "OAN", Slut: "2019-03-31" },
      { "Uppdrag-id": "UPP-4", "År": 2019, Uppdrag: "Snart", Huvudansvarig: "OAN", Slut: "2019-06-30" },
    ],
    aktiviteter: [{ "Aktivitet-id": "AKT-1", Avser: "UPP-2", Aktivitet: "Sen aktivitet", Slut: "2019-02-28" }],
    uppfoljning: ["UPP-1", "UPP-2", "UPP-3", "UPP-4"].map((id) => ({ Avser: id, Period: "T1 2019", Status: id === "UPP-3" ? "Genomfört" : "Pågående", Kommentar: `Om ${id}.` })),
    kontroller: [{ "Kontroll-id": "KON-1", Sort: "Intern kontroll", "Område": "1 Inköp", Risk: "Fel", Kontrollmoment: "Stickprov", "Minst per år": 3 }],
  };
  const document = overviewOfWorkbook(workbook, { unit: null, period: tertial1, date: 43_600 });
  expect(table(document, "forsenat")).toEqual([
    ["Sen aktivitet", "Aktivitet", "OAN", "2019-02-28", "61", "– Ej angivet"],
    ["Sent", "Uppdrag", "OAN", "2019-03-31", "30", "► Pågående"],
  ]);
  expect(table(document, "for-sallan")).toEqual([["1 Inköp: Stickprov", "1", "0"]]);
  expect(table(document, "klart-nasta-period")).toEqual([["Snart", "Uppdrag", "OAN", "2019-06-30"]]);
  expect(table(document, "nasta-period")).toEqual([["Omsorgsnämnden", "4", "4", "0"], ["Utan nämnd", "1", "0", "1"], ["Totalt", "5", "4", "1"]]);
  const { contents, settings } = read(workbook);
  const ids = checkRules(contents, settings, 43_600).map(({ ruleId }) => ruleId);
  expect(["uppdrag.slut-passerat", "aktivitet.slut-passerat", "kontroll.for-sallan"].map((rule) => ids.filter((id) => id === rule).length)).toEqual([1, 1, 1]);
});

test("a workbook where nothing is filled in says so, and has no tables", () => {
  const document = overviewOf({});
  expect(tablesOf(document)).toEqual([]);
  expect(textsOf(document)).toEqual(["Det finns inget att visa för det här valet än. Fyll i register, eller välj en annan enhet eller period."]);
});

test("without findings the check is praised; where nobody has checked, nothing is said of it", () => {
  const { contents, settings } = read({ enheter: [{ Kod: "OAN", Namn: "Omsorgsnämnden", Typ: "Nämnd" }] });
  const input = { contents, settings, unit: null, period: tertial1, date: 43_600 };
  expect(textsOf(oversikt.build({ ...input, findings: [] }))).toContain("Anmärkningar: Kontrollen har inga anmärkningar.");
  expect(headings(oversikt.build(input))).toEqual([]);
});

test("units are counted with their committee for the whole workbook, and by themselves for the committee", () => {
  const enheter: readonly Enhet[] = [unit("VON", "Nämnd", null, 1), unit("HEM", "Enhet", "VON", 2), unit("SÄR", "Enhet", "VON", 3), unit("BUN", "Nämnd", null, 4)];
  const uppdrag = ["HEM", "SÄR", "BUN"].map((huvudansvarig, index) => assignment({ id: `UPP-${index}`, huvudansvarig }));
  expect(table(overviewOf({ enheter, uppdrag }), "uppdrag-enhet").map((row) => row.slice(0, 2))).toEqual([["Namn VON", "2"], ["Namn BUN", "1"], ["Totalt", "3"]]);
  const committee = overviewOf({ enheter, uppdrag }, { unit: "VON" });
  expect(table(committee, "uppdrag-enhet").map((row) => row.slice(0, 2))).toEqual([["Namn HEM", "1"], ["Namn SÄR", "1"], ["Totalt", "2"]]);
});

test("committees stand in the order of Enheter, whatever they are counted in", () => {
  const enheter = [unit("VON", "Nämnd", null, 2), unit("BUN", "Nämnd", null, 1)];
  const goals = ["VON", "BUN"].map((enhet, index) => ({
    id: `MÅL-${index}`, niva: "Nämndmål" as const, nr: String(index + 1), mal: `Mål ${enhet}`, beskrivning: null, overordnat: null, enhet, agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: null,
  }));
  const document = overviewOf({ enheter, mal: goals, matt: goals.map(({ id }) => measure({ id: `MÅTT-${id}`, malId: id })) });
  for (const id of ["matt-enhet", "mal-enhet", "nasta-period"]) expect(table(document, id).map(([name]) => name)).toEqual(["Namn BUN", "Namn VON", "Totalt"]);
  expect(table(document, "matt-omrade").map(([name]) => name)).toEqual(["1 Mål VON", "2 Mål BUN", "Totalt"]);
});

test("a measure that units report together is one, marked as computed, with what is missing told", () => {
  const enheter = [unit("VON", "Nämnd", null, 1), unit("HEM", "Enhet", "VON", 2), unit("SÄR", "Enhet", "VON", 3)];
  const mal = [{ id: "MÅL-1", niva: "Nämndmål" as const, nr: null, mal: "Mål", beskrivning: null, overordnat: null, enhet: "VON", agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: null }];
  const matt = [measure({ id: "MÅTT-1", malId: "MÅL-1", malvarde: number(5), sammanvagning: "Summa" })];
  const document = overviewOf({ enheter, mal, matt, utfall: [outcome("MÅTT-1", number(6), { enhet: "HEM" }), outcome("MÅTT-1", null, { enhet: "SÄR" })] });
  expect(table(document, "matt-enhet")).toEqual([["Namn VON", "1", "1", "0", "0", "0", "0", "100 %"]]);
  expect(textsOf(document)).toContain("1 mått har utfall som är räknat ur enheternas, som Sammanvägning säger. 1 av enheternas utfall saknas och är inte med.");
});

function unit(kod: string, typ: Enhet["typ"], overordnad: string | null, ordning: number): Enhet {
  return { kod, namn: `Namn ${kod}`, typ, overordnad, alias: null, ordning };
}

const units: readonly Enhet[] = [unit("VON", "Nämnd", null, 1), unit("HEM", "Enhet", "VON", 2), unit("BUN", "Nämnd", null, 3), unit("ENS", "Enhet", null, 4)];
const anyUnit = fc.constantFrom("VON", "HEM", "hem", "BUN", "ENS", null);

const anyRows = fc
  .record({
    assignments: fc.array(fc.record({ lead: anyUnit, status: fc.option(fc.constantFrom(...assignmentStatuses)) }), { maxLength: 12 }),
    measures: fc.array(fc.record({ owner: anyUnit, area: fc.constantFrom("MÅL-A", "MÅL-B"), target: fc.option(fc.integer({ min: 1, max: 9 })), value: fc.option(fc.integer({ min: 0, max: 9 })) }), { maxLength: 12 }),
  })
  .map(({ assignments, measures }): Rows => {
    const goal = (id: string, enhet: string | null, overordnat: string | null) => ({
      id, niva: overordnat === null ? ("Målområde" as const) : ("Nämndmål" as const), nr: null, mal: `Mål ${id}`, beskrivning: null, overordnat, enhet,
      agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: null,
    });
    return {
      enheter: units,
      uppdrag: assignments.map(({ lead }, index): Uppdrag => assignment({ id: `UPP-${index}`, huvudansvarig: lead })),
      uppfoljning: assignments.map(({ status }, index): Uppfoljning => followUp({ avser: `UPP-${index}`, status })),
      mal: [goal("MÅL-A", null, null), goal("MÅL-B", null, null), ...measures.map(({ owner, area }, index) => goal(`MÅL-${index}`, owner, area))],
      matt: measures.map(({ target }, index) => measure({ id: `MÅTT-${index}`, malId: `MÅL-${index}`, malvarde: target === null ? null : number(target) })),
      utfall: measures.flatMap(({ value }, index) => (value === null ? [] : [outcome(`MÅTT-${index}`, number(value))])),
    };
  });

/** The figures of a table's last row, or its only one. */
function totals(document: ReportDocument, id: string): readonly number[] {
  const found = tablesOf(document).find((candidate) => candidate.id === id);
  return (found?.rows.at(-1) ?? []).flatMap((cell) => (cell.kind === "number" ? [cell.value] : []));
}

test("whatever is followed up, each row adds up, rows add up to the total, and every way of dividing comes to the same", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const document = overviewOf(rows);
      for (const { id, rows: lines } of tablesOf(document).filter((candidate) => /^(?:mal|matt|uppdrag|nasta)-/u.test(candidate.id))) {
        const figures = lines.map((line) => line.flatMap((cell) => (cell.kind === "number" ? [cell.value] : [])));
        for (const [sum = 0, ...parts] of figures) expect([id, parts.reduce((all, part) => all + part, 0)]).toEqual([id, sum]);
        if (figures.length > 1) {
          const summed = figures[0]?.map((_, column) => figures.slice(0, -1).reduce((all, line) => all + (line[column] ?? 0), 0));
          expect(summed).toEqual(figures.at(-1));
        }
      }
      expect(totals(document, "matt-enhet")).toEqual(totals(document, "matt-omrade"));
      expect(totals(document, "mal-enhet")).toEqual(totals(document, "mal-omrade"));
      expect(totals(document, "uppdrag-enhet")[0] ?? 0).toBe(rows.uppdrag?.length);
      expect(totals(document, "matt-enhet")[0] ?? 0).toBe(rows.matt?.length);
      const turned = Object.fromEntries(Object.entries(rows).map(([key, list]) => [key, [...list].reverse()]));
      expect(overviewOf(turned)).toEqual(document);
    }),
    { numRuns: 60 },
  );
});
