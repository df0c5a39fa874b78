import fc from "fast-check";
import { activityStatuses } from "../../src/registers/definitions/statusWords.js";
import type { Aktivitet, Mal, Synpunkt, Uppfoljning } from "../../src/registers/registers.js";
import { defaultSettings } from "../../src/registers/settings.js";
import { serialOf } from "../../src/registers/values/date.js";
import type { Period } from "../../src/registers/values/period.js";
import type { ReportDocument } from "../../src/reports/document.js";
import { kvalitetsbokslut } from "../../src/reports/kvalitetsbokslut/kvalitetsbokslut.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { printedText } from "../../src/reports/parts/printedText.js";
import { proposedStatus } from "../../src/rules/quality/qualityInitiatives.js";
import { ovanakerKontroller, ovanakerKontrollresultat } from "../fixtures/ovanaker/kontroller.js";
import { kvalitetsinsatser, ovanakerAktiviteter, ovanakerMal, ovanakerUppfoljning } from "../fixtures/ovanaker/kvalitetsinsatser.js";
import { ovanakerChoices, ovanakerEnheter, year2017 } from "../fixtures/ovanaker/ovanaker.js";
import { ovanakerRows } from "../fixtures/ovanaker/ovanakerRows.js";
import { ovanakerSynpunkter } from "../fixtures/ovanaker/synpunkter.js";
import { contentsOf, type Rows } from "./contentsOf.js";
import { followUp as aFollowUp, tableNamed, tablesOf, textsOf } from "./reportOf.js";

function reportOf(rows: Rows, choices: { readonly unit?: string | null; readonly period?: Period; readonly date?: number } = {}): ReportDocument {
  return kvalitetsbokslut.build({
    contents: contentsOf(rows),
    settings: { ...defaultSettings, ...ovanakerChoices },
    unit: choices.unit === undefined ? "SN" : choices.unit,
    period: choices.period ?? year2017,
    date: choices.date ?? 43_118,
  });
}

function printed(document: ReportDocument, id: string): readonly (readonly string[])[] {
  return tableNamed(document, id).rows.map((row) => row.map(printedText));
}

const headersOf = (document: ReportDocument, id: string) => tableNamed(document, id).columns.map(({ header }) => header);
const headings = (document: ReportDocument) => document.blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));

const ovanaker: Rows = ovanakerRows;

describe("Ovanåkers kommun, Kvalitetsbokslut 2017", () => {
  const document = reportOf(ovanaker);

  test("has the document's title, and its chapters in order", () => {
    expect([document.title, document.unitName, document.sheetName, document.references]).toEqual([
      "Kvalitetsbokslut 2017", "Socialnämnden, Ovanåkers kommun", "Kvalitetsbokslut 2017 SN", "2018-01-18",
    ]);
    expect(document.blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : []))).toEqual([
      "Inledning", "Översikt", "Kvalitetsinsatser", "Synpunkter", "Internkontroll", "Övriga kvalitetsinsatser",
    ]);
    const numbered = Array.from({ length: 11 }, (_, index) => `Kvalitetsinsats 1:${index + 1}`);
    const sections = headings(document).filter((text) => text.startsWith("Kvalitetsinsats ") || ["Fel och brister i verksamheten (Lex Sarah)", "Kvalitetsledningssystem", "Delegationsordning"].includes(text));
    expect(sections).toEqual([...numbered, "Fel och brister i verksamheten (Lex Sarah)", "Kvalitetsledningssystem", "Delegationsordning"]);
  });

  test("counts 4, 6 and 4 initiatives; 10, 6 and 6 of 49 activities, and 27 without a status", () => {
    expect(textsOf(document)).toContain(
      "14 kvalitetsinsatser: 4 genomfört, 6 delvis genomfört, 4 ej genomfört. 49 aktiviteter: 10 genomfört, 6 delvis genomfört, 6 ej genomfört. 27 saknar status.",
    );
  });

  test("has the matrix of the notes: the author's word beside the one that the activities propose", () => {
    expect(headersOf(document, "insatser")).toEqual([
      "Kvalitetsinsats", "Förslag från aktiviteterna", "Status", "Aktiviteter", "● Genomfört", "◆ Delvis genomfört", "■ Ej genomfört", "Utan status",
    ]);
    const [done, partly, not] = ["● Genomfört", "◆ Delvis genomfört", "■ Ej genomfört"];
    const none = (missing: number) => `Inget förslag: ${missing} av ${missing} saknar status`;
    expect(printed(document, "insatser").map(([name = "", ...rest]) => [name.split(" ")[0], ...rest])).toEqual([
      ["1:1", partly, partly, "5", "2", "2", "1", "0"],
      ["1:2", none(2), partly, "2", "0", "0", "0", "2"],
      ["1:3", none(2), partly, "2", "0", "0", "0", "2"],
      ["1:4", none(3), not, "3", "0", "0", "0", "3"],
      ["1:5", none(4), partly, "4", "0", "0", "0", "4"],
      ["1:6", partly, partly, "5", "0", "3", "2", "0"],
      ["1:7", none(6), not, "6", "0", "0", "0", "6"],
      ["1:8", done, done, "9", "7", "1", "1", "0"],
      ["1:9", none(2), not, "2", "0", "0", "0", "2"],
      ["1:10", none(4), done, "4", "0", "0", "0", "4"],
      ["1:11", none(3), partly, "3", "0", "0", "0", "3"],
      ["Fel", done, done, "1", "1", "0", "0", "0"],
      ["Kvalitetsledningssystem", not, not, "2", "0", "0", "2", "0"],
      ["Delegationsordning", none(1), done, "1", "0", "0", "0", "1"],
      ["Summa", "", "", "49", "10", "6", "6", "27"],
    ]);
  });

  test("lists what should have been done by a day and is not, the earliest first", () => {
    expect(printed(document, "forsenat").map(([name = "", , status, end]) => [name.split(":").slice(0, name.startsWith("1:") ? 2 : 1).join(":"), status, end])).toEqual([
      ["1:3", "– Ej angivet", "2017-05-16"],
      ["1:4", "– Ej angivet", "2017-12-31"], ["1:4", "– Ej angivet", "2017-12-31"],
      ["1:7", "– Ej angivet", "2017-12-31"],
      ["1:9", "– Ej angivet", "2017-12-31"], ["1:9", "– Ej angivet", "2017-12-31"],
      ["Delegationsordning", "– Ej angivet", "2017-12-31"],
    ]);
  });

  test("has a table for each group that is responsible, 20 activities of managers and 29 of the management", () => {
    expect(headersOf(document, "aktiviteter:MÅL-1:1")).toEqual(["Ansvariga chefer ansvarar för", "Tidsramar", "Genomfört"]);
    expect(headersOf(document, "aktiviteter:MÅL-1:2")).toEqual(["Ledningsgruppen ansvarar för", "Tidsramar", "Genomfört"]);
    const tables = tablesOf(document).filter(({ id }) => id.startsWith("aktiviteter:"));
    const rowsUnder = (header: string) => tables.filter(({ columns }) => columns[0]?.header === header).flatMap(({ rows }) => rows);
    expect([rowsUnder("Ansvariga chefer ansvarar för").length, rowsUnder("Ledningsgruppen ansvarar för").length]).toEqual([20, 29]);
    const symbols = { "Genomfört": "●", "Delvis genomfört": "◆", "Ej genomfört": "■", "Ej aktuellt": "–" } as const;
    expect(tables.flatMap(({ rows }) => rows.map((row) => row.map(printedText)))).toEqual(
      kvalitetsinsatser.flatMap(({ aktiviteter }) => aktiviteter.map(({ aktivitet, tidsram, status }) => [aktivitet, tidsram, status === null ? "– Ej angivet" : `${symbols[status]} ${status}`])),
    );
  });

  test("begins every comment with the standard sentence of the status", () => {
    const comments = document.blocks.flatMap((block) => (block.kind === "paragraph" && block.label === "Kommentarer till kvalitetsinsats" ? [block.text] : []));
    expect(comments).toHaveLength(14);
    const counted = (sentence: string) => comments.filter((comment) => comment.startsWith(sentence)).length;
    expect([
      counted("Kvalitetsinsatsen har genomförts enligt fastlagd planering. "),
      counted("Kvalitetsinsatsen har delvis genomförts enligt fastlagd planering. "),
      counted("Kvalitetsinsatsen har inte genomförts enligt fastlagd planering. "),
    ]).toEqual([4, 6, 4]);
    expect(comments[5]).toBe(`Kvalitetsinsatsen har delvis genomförts enligt fastlagd planering. ${kvalitetsinsatser[5]?.kommentar}`);
  });

  test("shows what a measure says beside what was done, and what is said of single activities", () => {
    const texts = textsOf(document);
    expect(texts).toContainEqual(expect.stringMatching(/^Mått: Andel som är nöjda med personalens bemötande, utfall 95,0 %, målvärde 95,0 %, ● Uppnått$/u));
    expect(texts.filter((text) => text.startsWith("Om ”"))).toHaveLength(6);
    expect(texts).toContain("Om ”Att följa upp kvalitets- och målarbetet i samband med bokslutsperioderna.”: Planen följdes upp en gång, i årsbokslutet.");
  });

  test("has the three printed tables of views, each with its total", () => {
    expect(headersOf(document, "synpunkter:enhet")).toEqual(["År", "OVE", "OSE", "IFO", "HSL", "BE", "Övrigt", "Totalt"]);
    expect(printed(document, "synpunkter:enhet")).toEqual([
      ["2012", "5", "1", "2", "0", "0", "0", "8"],
      ["2013", "8", "0", "0", "0", "0", "2", "10"],
      ["2014", "18", "0", "6", "0", "0", "0", "24"],
      ["2015", "16", "1", "3", "1", "1", "2", "24"],
      ["2016", "5", "1", "5", "1", "0", "2", "14"],
      ["2017", "23", "0", "7", "0", "1", "1", "32"],
    ]);
    expect(headersOf(document, "synpunkter:typ")).toEqual(["År", "Beröm", "Klagomål", "Förslag", "Fråga", "Annan", "Ej angivet", "Totalt"]);
    expect(printed(document, "synpunkter:typ")).toEqual([
      ["2014", "7", "12", "3", "1", "0", "1", "24"],
      ["2015", "0", "17", "4", "1", "2", "0", "24"],
      ["2016", "0", "11", "1", "2", "0", "0", "14"],
      ["2017", "9", "18", "1", "2", "2", "0", "32"],
    ]);
    expect(headersOf(document, "synpunkter:givare")).toEqual(["År", "Brukare/klient", "Anhörig", "Personal", "Annan/ej angivet", "Totalt"]);
    expect(printed(document, "synpunkter:givare")).toEqual([
      ["2014", "7", "15", "1", "1", "24"],
      ["2015", "4", "12", "4", "4", "24"],
      ["2016", "0", "6", "2", "6", "14"],
      ["2017", "6", "13", "2", "11", "32"],
    ]);
    expect(textsOf(document)).toEqual(expect.arrayContaining([
      "32 synpunkter kom in 2017, 18 fler än 2016 (+128,6 %).", "IFO: Individ- och familjeomsorgen; Övrigt: Övriga verksamheter", "Typ är noterad från och med 2014.",
    ]));
  });

  test("has the 17 risks with the legend of their own scale, the figures and the counts", () => {
    expect(document.blocks.filter(({ kind }) => kind === "legend")).toEqual([
      { kind: "legend", scale: "kvalitetsinsats", words: ["Genomfört", "Delvis genomfört", "Ej genomfört", "Ej angivet"] },
      { kind: "legend", scale: "kontroll", words: ["Ingen avvikelse", "Mindre avvikelse", "Större avvikelse", "Ej genomförd", "Ej bedömd"] },
    ]);
    expect(textsOf(document)).toContain("17 risker för 2017: 2 ingen avvikelse, 4 mindre avvikelse, 3 större avvikelse, 1 ej genomförd. 7 är inte bedömda.");
    const rows = printed(document, "internkontroll");
    expect(rows.map(([risk]) => risk)).toEqual(ovanakerKontroller.map(({ risk }) => risk));
    expect(headersOf(document, "internkontroll").slice(2)).toEqual(["Bedömning", "Granskade", "Avvikande", "Andel"]);
    expect([2, 4, 6, 7, 13].map((risk) => rows[risk - 1]?.slice(2))).toEqual([
      ["◆ Mindre avvikelse", "37", "27", "73,0 %"], ["■ Större avvikelse", "236", "", ""], ["◆ Mindre avvikelse", "76", "9", "11,8 %"], ["– Ej genomförd", "", "", ""],
      ["○ Ej bedömd", "24", "3", "12,5 %"],
    ]);
  });

  test("columns of all tables share one grid, and each row is known by its own name", () => {
    const layout = layoutReport(document);
    expect(layout.columnWidths).toHaveLength(10);
    expect(new Set(layout.rowIdentities).size).toBe(layout.rowIdentities.length);
  });

  test("is the same whatever order the rows stand in", () => {
    const shuffled = <Row>(all: readonly Row[]) => fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
    fc.assert(
      fc.property(
        shuffled(ovanakerEnheter), shuffled(ovanakerMal), shuffled(ovanakerAktiviteter), shuffled(ovanakerUppfoljning), shuffled(ovanakerSynpunkter), shuffled(ovanakerKontroller),
        shuffled(ovanakerKontrollresultat),
        (enheter, mal, aktiviteter, uppfoljning, synpunkter, kontroller, kontrollresultat) => {
          expect(reportOf({ ...ovanaker, enheter, mal, aktiviteter, uppfoljning, synpunkter, kontroller, kontrollresultat })).toEqual(document);
        },
      ),
      { numRuns: 20 },
    );
  });
});

function initiative(values: Partial<Mal> & Pick<Mal, "id">): Mal {
  return {
    niva: "Kvalitetsinsats", nr: null, mal: `Insats ${values.id}`, beskrivning: null, overordnat: null, enhet: "SN", agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: null, ...values,
  };
}

function activity(values: Partial<Aktivitet> & Pick<Aktivitet, "id" | "avser">): Aktivitet {
  return { ansvarig: null, aktivitet: `Aktivitet ${values.id}`, tidsram: null, slut: null, resurs: null, ordning: null, ...values };
}

function followUp(values: Partial<Uppfoljning> & Pick<Uppfoljning, "avser">): Uppfoljning {
  return aFollowUp({ period: year2017, ...values });
}

describe("what is not the simple case", () => {
  test("nothing to report is said in words", () => {
    const document = reportOf({ enheter: ovanakerEnheter });
    expect(tablesOf(document)).toEqual([]);
    expect(textsOf(document)).toEqual(["Översikt", expect.stringMatching(/^Det finns inga kvalitetsinsatser/)]);
  });

  test("an initiative without activities and without a status says so, and one that is over is left out in words", () => {
    const document = reportOf({ enheter: ovanakerEnheter, mal: [initiative({ id: "A", nr: "1" }), initiative({ id: "B", giltigtTill: 42_735 })] });
    expect(textsOf(document)).toEqual(expect.arrayContaining([
      "Kvalitetsinsatsen har inga aktiviteter.", "Kommentarer till kvalitetsinsats: Kvalitetsinsatsen har ingen status för 2017.", "Inga aktiviteter är försenade.",
      "Kvalitetsinsatser som inte gäller under 2017 är inte med: Insats B",
    ]));
    expect(printed(document, "insatser")[0]).toEqual(["1 Insats A", "Inget förslag: aktiviteter saknas", "– Ej angivet", "0", "0", "0", "0", "0"]);
  });

  test("any number of groups has a table each, and an activity that nobody is responsible for is in one of its own", () => {
    const aktiviteter = ["Chefer", "Ledning", null, "Kvalitetsrådet", "Chefer"].map((ansvarig, index) => activity({ id: `AKT-${index}`, avser: "A", ansvarig, ordning: index }));
    const document = reportOf({ enheter: ovanakerEnheter, mal: [initiative({ id: "A" })], aktiviteter });
    const tables = tablesOf(document).filter(({ id }) => id.startsWith("aktiviteter:"));
    expect(tables.map(({ columns, rows }) => [columns[0]?.header, rows.length])).toEqual([
      ["Chefer ansvarar för", 2], ["Ledning ansvarar för", 1], ["Utan ansvarig", 1], ["Kvalitetsrådet ansvarar för", 1],
    ]);
    expect(headings(document)).toContain("Kvalitetsinsatser");
  });

  test("what is no longer called for has a column, and a comment that already begins with the standard sentence keeps one of them", () => {
    const document = reportOf({
      enheter: ovanakerEnheter,
      mal: [initiative({ id: "A", nr: "1" })],
      aktiviteter: [activity({ id: "X", avser: "A" }), activity({ id: "Y", avser: "A" })],
      uppfoljning: [
        followUp({ avser: "A", status: "Genomfört", kommentar: "Kvalitetsarbetet har genomförts enligt planering. Allt är klart.", orsak: "Det gick fort." }),
        followUp({ avser: "X", status: "Genomfört" }), followUp({ avser: "Y", status: "Ej aktuellt", kommentar: "Behövdes inte." }),
      ],
    });
    expect(headersOf(document, "insatser").slice(4)).toEqual(["● Genomfört", "◆ Delvis genomfört", "■ Ej genomfört", "– Ej aktuellt", "Utan status"]);
    expect(printed(document, "insatser")[0]).toEqual(["1 Insats A", "● Genomfört", "● Genomfört", "2", "1", "0", "0", "1", "0"]);
    expect(textsOf(document)).toEqual(expect.arrayContaining([
      "Kommentarer till kvalitetsinsats: Kvalitetsinsatsen har genomförts enligt fastlagd planering. Allt är klart.\nOrsak: Det gick fort.",
      "Om ”Aktivitet Y”: Behövdes inte.",
    ]));
  });

  test("before the year is over nothing is late whose day has not come, and the last year of views says how far it goes", () => {
    const half: Period = { kind: "half", year: 2017, number: 1 };
    const document = reportOf(ovanaker, { period: half, date: serialOf({ year: 2017, month: 7, day: 10 }) ?? 0 });
    expect(printed(document, "forsenat").map(([, , , end]) => end)).toEqual(["2017-05-16"]);
    const years = printed(document, "synpunkter:enhet").map(([year]) => year);
    expect(years).toEqual(["2012", "2013", "2014", "2015", "2016", "2017, till och med 2017-06-30"]);
  });

  test("what was done earlier is done; what has no last day is done each year anew", () => {
    const inYear = (year: number, number: number): Period => ({ kind: "tertial", year, number });
    const document = reportOf(
      {
        enheter: ovanakerEnheter,
        mal: [initiative({ id: "A", nr: "1" })],
        aktiviteter: ["X", "Y", "Z", "Å"].map((id) => activity({ id, avser: "A", slut: id === "Å" ? null : serialOf({ year: 2017, month: 3, day: 31 }) })),
        uppfoljning: [
          followUp({ avser: "X", period: inYear(2017, 1), status: "Genomfört", kommentar: "Klart i mars." }),
          followUp({ avser: "Y", period: inYear(2017, 1), status: "Delvis genomfört" }),
          followUp({ avser: "Z", period: inYear(2016, 3), status: "Genomfört" }), followUp({ avser: "Å", period: inYear(2016, 3), status: "Genomfört" }),
        ],
      },
      { period: inYear(2017, 3) },
    );
    expect(printed(document, "insatser")[0]?.slice(3)).toEqual(["4", "2", "0", "0", "2"]);
    expect(printed(document, "forsenat").map(([name]) => name)).toEqual(["1: Aktivitet Y"]);
    expect(textsOf(document)).toContain("Om ”Aktivitet X” (T1 2017): Klart i mars.");
  });

  test("a unit's report has its own views", () => {
    const document = reportOf(ovanaker, { unit: "IFO" });
    expect(printed(document, "synpunkter:enhet")).toEqual([["2012", "2", "2"], ["2013", "0", "0"], ["2014", "6", "6"], ["2015", "3", "3"], ["2016", "5", "5"], ["2017", "7", "7"]]);
  });
});

describe("the status that activities propose", () => {
  const status = fc.constantFrom(...activityStatuses);
  const word = (statuses: readonly (typeof activityStatuses[number])[]) => proposedStatus(statuses).word;

  test("is the printed one in all five initiatives whose statuses can be read", () => {
    const readable = kvalitetsinsatser.flatMap(({ aktiviteter, status: own }) => {
      const statuses = aktiviteter.flatMap((action) => (action.status === null ? [] : [action.status]));
      return statuses.length < aktiviteter.length ? [] : [[word(statuses), own]];
    });
    expect(readable).toHaveLength(5);
    for (const [proposed, own] of readable) expect(proposed).toBe(own);
  });

  test("is the common one where all say the same, and what is no longer called for changes nothing", () => {
    fc.assert(fc.property(status, fc.integer({ min: 1, max: 9 }), (same, count) => expect(word(Array.from({ length: count }, () => same))).toBe(same)));
    fc.assert(
      fc.property(fc.array(status, { minLength: 1, maxLength: 9 }), fc.nat(3), (statuses, more) => {
        fc.pre(statuses.some((each) => each !== "Ej aktuellt"));
        expect(word([...statuses, ...Array.from({ length: more }, () => "Ej aktuellt" as const)])).toBe(word(statuses));
      }),
    );
  });

  test("never gets worse when more is done, and does not turn with the order", () => {
    const better = ["Ej genomfört", "Delvis genomfört", "Genomfört"] as const;
    const rank = (proposed: string | null) => better.findIndex((each) => each === proposed);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...better), { minLength: 1, maxLength: 9 }), fc.nat(), (statuses, which) => {
        const at = which % statuses.length;
        const improved = statuses.with(at, better[Math.min(2, rank(statuses[at] ?? null) + 1)] ?? "Genomfört");
        expect(rank(word(improved))).toBeGreaterThanOrEqual(rank(word(statuses)));
        expect(word([...statuses].reverse())).toBe(word(statuses));
      }),
    );
  });

  test("is none while a single status is missing", () => {
    expect(proposedStatus(["Genomfört", null, "Genomfört"])).toEqual({ word: null, why: "statusesMissing" });
    expect(proposedStatus([])).toEqual({ word: null, why: "noActivities" });
  });
});

test("each year has the same total in all three tables, which is how many views there are, whatever rows there are", () => {
  const view = fc.record<Synpunkt>({
    datum: fc.integer({ min: serialOf({ year: 2009, month: 1, day: 1 }) ?? 0, max: serialOf({ year: 2018, month: 12, day: 31 }) ?? 0 }),
    enhet: fc.constantFrom("OVE", "ove", "IFO", "SN", "okänd"),
    typ: fc.constantFrom("Beröm", "Klagomål", "Förslag", "Fråga", "Annan", "Ej angiven"),
    lamnadAv: fc.constantFrom("Brukare/klient", "Anhörig", "Personal", "Annan", "Ej angiven"),
  });
  fc.assert(
    fc.property(fc.array(view, { maxLength: 40 }), (synpunkter) => {
      const document = reportOf({ enheter: ovanakerEnheter, synpunkter }, { unit: null });
      const tables = tablesOf(document).filter(({ id }) => id.startsWith("synpunkter:")).map(({ id }) => printed(document, id).map((row) => ({ year: row[0] ?? "", counts: row.slice(1, -1).map(Number), total: Number(row.at(-1)) })));
      for (const { year, counts, total } of tables.flat()) {
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
        const from = serialOf({ year: Number(year), month: 1, day: 1 }) ?? 0;
        const to = serialOf({ year: Number(year), month: 12, day: 31 }) ?? 0;
        expect(total).toBe(synpunkter.filter(({ datum }) => datum >= from && datum <= to).length);
      }
      const shown = synpunkter.filter(({ datum }) => datum >= (serialOf({ year: 2012, month: 1, day: 1 }) ?? 0) && datum <= (serialOf({ year: 2017, month: 12, day: 31 }) ?? 0));
      expect((tables[0] ?? []).reduce((sum, { total }) => sum + total, 0)).toBe(shown.length);
    }),
    { numRuns: 200 },
  );
});

test("the matrix agrees with the rows of the tables below it, whatever is filled in", () => {
  const one = fc.record({ insats: fc.nat(3), status: fc.option(fc.constantFrom(...activityStatuses), { nil: null }), reported: fc.boolean(), ansvarig: fc.constantFrom("Chefer", "Ledning", null) });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 20 }), (all) => {
      const mal = [0, 1, 2, 3].map((index) => initiative({ id: `M${index}`, nr: index < 2 ? `1:${index}` : null }));
      const aktiviteter = all.map(({ insats, ansvarig }, index) => activity({ id: `A${index}`, avser: `M${insats}`, ansvarig }));
      const uppfoljning = all.flatMap(({ status, reported }, index) => (reported ? [followUp({ avser: `A${index}`, status })] : []));
      const document = reportOf({ enheter: ovanakerEnheter, mal, aktiviteter, uppfoljning });
      const headers = headersOf(document, "insatser").slice(4);
      const rows = printed(document, "insatser");
      for (const [index, { id }] of mal.entries()) {
        const own = tablesOf(document).filter((table) => table.id.startsWith(`aktiviteter:${id}:`)).flatMap(({ rows: below }) => below.map((row) => printedText(row[2] ?? { kind: "empty" })));
        const [, , , count, ...counts] = rows[index] ?? [];
        expect(Number(count)).toBe(own.length);
        headers.forEach((header, place) => expect(Number(counts[place])).toBe(own.filter((status) => status === (header === "Utan status" ? "– Ej angivet" : header)).length));
      }
      for (const place of rows[0]?.keys() ?? []) {
        if (place > 2) expect(Number(rows.at(-1)?.[place])).toBe(rows.slice(0, -1).reduce((sum, row) => sum + Number(row[place]), 0));
      }
    }),
    { numRuns: 100 },
  );
});
