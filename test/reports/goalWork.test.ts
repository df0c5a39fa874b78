import type { Enhet, Mal } from "../../src/registers/registers.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { printedText } from "../../src/reports/parts/printedText.js";
import { aleEnheter, aleMal } from "../fixtures/ale/ale.js";
import { aleRows, assignment, followUp, measure, number, outcome, reportOf, tableNamed, tablesOf, textsOf } from "./reportOf.js";

/* Assignments, activities, criteria, comments and the committee's own words in Måluppföljning. */

const PRIORITY = "2.1.2 Full och produktiv sysselsättning";

const bun: Enhet = { kod: "BUN", namn: "Barn- och utbildningsnämnden", typ: "Nämnd", overordnad: null, alias: null, ordning: 2 };
const enheter = [...aleEnheter, bun];
/** One goal of OAN's, below an area that nobody owns. */
const goals: readonly Mal[] = aleMal.filter(({ id }) => id === "MÅL-1" || id === "MÅL-4" || id === "MÅL-5");
const goal = "Mål (nivå 1): Andel arbetslösa och i program i åldern 18–24 år ska minska.";

function printed(document: ReturnType<typeof reportOf>, id: string): readonly (readonly string[])[] {
  return tableNamed(document, id).rows.map((row) => row.map(printedText));
}

describe("Ale kommun, april 2019", () => {
  const ale = reportOf(aleRows);

  test("assignments stand in the printed columns, with the published texts and statuses", () => {
    const tables = tablesOf(ale).filter(({ id }) => id.startsWith("uppdrag:"));
    expect(tables.map(({ id, columns }) => [id, columns.map(({ header }) => header)])).toEqual([
      ["uppdrag:MÅL-3", ["Uppdrag", "Status", "Kommentar"]],
      ["uppdrag:MÅL-4", ["Uppdrag", "Status", "Kommentar"]],
    ]);
    expect(tables.flatMap(({ rows }) => rows.map((row) => row.slice(0, 2).map(printedText)))).toEqual([
      ["Samarbetet inom SSPF (skola-socialtjänst-polis-fritid) ska vidareutvecklas.", "► Pågående"],
      ["Ett integrationsprogram ska tas fram", "► Pågående"],
      ["Utveckla arbetet med motprestation vid försörjningsstöd", "► Pågående"],
    ]);
  });

  test("a goal's assignments follow the goals below it, as printed, and say whose they are", () => {
    const ids = ale.blocks.flatMap((block) => (block.kind === "table" || (block.kind === "paragraph" && block.id !== undefined) ? [block.id] : []));
    expect(ids.slice(ids.indexOf("matt:MÅL-5"), ids.indexOf("MÅL-10"))).toEqual(["matt:MÅL-5", "matt:MÅL-6", "MÅL-7", "uppdrag:MÅL-4"]);
    expect(tableNamed(ale, "uppdrag:MÅL-4").caption).toBe(`Uppdrag inom ${PRIORITY}`);
    expect(tableNamed(ale, "uppdrag:MÅL-3").caption).toBeUndefined();
  });

  test("each goal and direction has its comment, under the printed label", () => {
    const comments = textsOf(ale).filter((text) => text.startsWith("Kommentar T1 2019: "));
    expect(comments).toHaveLength(8);
    expect(textsOf(ale)[textsOf(ale).indexOf(comments[1] ?? "") - 1]).toMatch(/^Inriktning: Minska risken/);
  });

  test("the assignments are counted in the summary", () => {
    expect(printed(ale, "antal-uppdrag")).toEqual([["► Pågående", "3"], ["Totalt", "3"]]);
    expect(textsOf(ale)[0]).toMatch(/3 uppdrag: 3 pågående\.$/);
  });

  test("status and comment stand under those of the measures", () => {
    const layout = layoutReport(ale);
    const header = (id: string) => {
      const area = layout.tables.find((table) => table.id === id)?.area;
      return area === undefined ? undefined : layout.values[area.row]?.slice(area.column, area.column + area.columns);
    };
    expect(header("uppdrag:MÅL-4")).toEqual(["Uppdrag", "", "", "", "Status", "", "", "Kommentar"]);
    expect([4, 7].map((column) => header("matt:MÅL-5")?.[column])).toEqual(["Status", "Kommentar"]);
  });
});

test("who leads is told by code where several committees lead", () => {
  const uppdrag = [assignment({ id: "A", malId: "MÅL-5", medansvariga: ["BUN"] }), assignment({ id: "B", malId: "MÅL-5", huvudansvarig: "BUN" })];
  const document = reportOf({ enheter, mal: goals, uppdrag }, { unit: null });
  expect(printed(document, "uppdrag:MÅL-5").map((row) => row.slice(0, 3))).toEqual([
    ["Uppdrag A", "OAN (BUN)", "– Ej angivet"],
    ["Uppdrag B", "BUN", "– Ej angivet"],
  ]);
});

test("a committee's report holds goals that it has an assignment in, whoever owns them", () => {
  const rows = { enheter, mal: goals, uppdrag: [assignment({ id: "A", malId: "MÅL-5", huvudansvarig: "BUN" })] };
  const document = reportOf(rows, { unit: "BUN" });
  expect(textsOf(document)).toContain(goal);
  expect(printed(document, "uppdrag:MÅL-5")).toEqual([["Uppdrag A", "– Ej angivet", "Kommentar saknas."]]);
  expect(tablesOf(reportOf({ ...rows, uppdrag: [] }, { unit: "BUN" }))).toEqual([]);
});

test("assignments without a goal are told, not shown", () => {
  const document = reportOf({ enheter, mal: goals, uppdrag: [assignment({ id: "A", huvudansvarig: "OAN" })] });
  expect(tablesOf(document)).toEqual([]);
  expect(textsOf(document).at(-1)).toBe("1 uppdrag hör inte till något mål och är inte med här. De redovisas i Uppdragsuppföljning.");
});

test("activities of a goal stand in a table of their own, in report order", () => {
  const activity = (id: string, ordning: number) => ({ id, avser: "MÅL-5", ansvarig: "Arbetsmarknadsenheten", aktivitet: `Aktivitet ${id}`, tidsram: "fortlöpande", slut: null, resurs: null, ordning });
  const document = reportOf({ enheter, mal: goals, aktiviteter: [activity("AKT-1", 2), activity("AKT-2", 1)], uppfoljning: [followUp({ avser: "AKT-1", status: "Ej aktuellt" })] });
  expect(tableNamed(document, "aktiviteter:MÅL-5").columns.map(({ header }) => header)).toEqual(["Aktivitet", "Ansvarig", "Tidsram", "Status", "Kommentar"]);
  expect(printed(document, "aktiviteter:MÅL-5").map((row) => [row[0], row[3]])).toEqual([["Aktivitet AKT-2", "– Ej angivet"], ["Aktivitet AKT-1", "– Ej aktuellt"]]);
});

test("what several units say of an activity is all told, each by name but its owner", () => {
  const aktiviteter = [{ id: "AKT-1", avser: "MÅL-5", ansvarig: null, aktivitet: "Utbilda", tidsram: null, slut: null, resurs: null, ordning: null }];
  const uppfoljning = [
    followUp({ avser: "AKT-1", enhet: "BUN", status: "Delvis genomfört", kommentar: "Hälften är utbildade." }),
    followUp({ avser: "AKT-1", enhet: "OAN", status: "Genomfört", kommentar: "Alla är utbildade." }),
  ];
  const [row] = printed(reportOf({ enheter, mal: goals, aktiviteter, uppfoljning }, { unit: null }), "aktiviteter:MÅL-5");
  expect(row?.slice(-2)).toEqual(["● Genomfört", "Alla är utbildade.\nBarn- och utbildningsnämnden (Delvis genomfört): Hälften är utbildade."]);
});

test("criteria come by number, those below one right after it", () => {
  const criterion = (nr: string, overordnat: string | null = null) => ({ malId: "MÅL-5", nr, overordnat, kriterium: `Text ${nr}` });
  const kriterier = [criterion("10"), criterion("a", "2"), criterion("2"), criterion("1"), criterion("x", "y"), criterion("y", "x"), { ...criterion("1"), malId: "MÅL-4" }];
  const texts = textsOf(reportOf({ enheter, mal: goals, kriterier }));
  expect(texts.slice(texts.indexOf(goal) + 1).filter((text) => text.startsWith("Kriterium"))).toEqual(
    ["1", "2", "a", "10", "x", "y"].map((nr) => `Kriterium ${nr}: Text ${nr}`),
  );
});

describe("the committee's own word for a goal", () => {
  const rows = { enheter, mal: goals, matt: [measure({ id: "A", malId: "MÅL-5", malvarde: number(10) })], utfall: [outcome("A", number(12))] };
  const judged = reportOf({ ...rows, uppfoljning: [followUp({ avser: "MÅL-5", status: "Delvis uppnått", kommentar: "Läget är skört.", orsak: "Få svar på enkäten." })] });

  test("stands at the goal with its comment and reason", () => {
    const texts = textsOf(judged);
    expect(texts.slice(texts.indexOf(goal) + 1, texts.indexOf(goal) + 3)).toEqual([
      "Nämndens bedömning: ◆ Delvis uppnått",
      "Kommentar T1 2019: Läget är skört.\nOrsak: Få svar på enkäten.",
    ]);
  });

  test("stands beside the proposed one in the summary, each with its legend", () => {
    expect(tableNamed(judged, "bedomning").caption).toBe("Bedömning av målen");
    expect(printed(judged, "bedomning").map((row) => row.slice(4))).toEqual([["● Uppnått", "◆ Delvis uppnått"]]);
    expect(judged.blocks).toContainEqual({ kind: "legend", scale: "mål", words: ["Uppnått"] });
    expect(judged.blocks).toContainEqual({ kind: "legend", scale: "bedömning", words: ["Delvis uppnått"] });
  });

  test("is in the summary also of a goal without measures, and no column of it without any", () => {
    const only = reportOf({ enheter, mal: goals, uppfoljning: [followUp({ avser: "MÅL-5", status: "Uppnått" })] });
    expect(printed(only, "bedomning").map((row) => row.slice(1))).toEqual([["0", "0", "", "– Ej bedömt", "● Uppnått"]]);
    expect(tableNamed(reportOf(rows), "bedomning").columns.map(({ header }) => header)).not.toContain("Nämndens bedömning");
  });

  test("of several committees is told by name in a report of all, in the order of Enheter", () => {
    const uppfoljning = [followUp({ avser: "MÅL-4", enhet: "BUN", kommentar: "Vi väntar." }), followUp({ avser: "MÅL-4", enhet: "OAN", kommentar: "Vi arbetar." })];
    const texts = textsOf(reportOf({ enheter, mal: goals, uppfoljning }, { unit: null }));
    expect(texts.filter((text) => text.startsWith("Kommentar"))).toEqual([
      "Kommentar T1 2019, Omsorgs- och arbetsmarknadsnämnden: Vi arbetar.",
      "Kommentar T1 2019, Barn- och utbildningsnämnden: Vi väntar.",
    ]);
    expect(textsOf(reportOf({ enheter, mal: goals, uppfoljning }, { unit: "BUN" })).filter((text) => text.startsWith("Kommentar"))).toEqual(["Kommentar T1 2019: Vi väntar."]);
  });
});

test("a quality initiative has how far it is carried out, and no judgement of the committee", () => {
  const initiative: Mal = {
    id: "K", niva: "Kvalitetsinsats", nr: "1:1", mal: "Fler synpunkter", beskrivning: null, overordnat: null, enhet: "OAN", agenda2030: null, giltigtFran: null, giltigtTill: null, ordning: null,
  };
  const texts = textsOf(reportOf({ enheter, mal: [initiative], uppfoljning: [followUp({ avser: "K", status: "Delvis genomfört", kommentar: "En bit på väg." })] }));
  expect(texts).toEqual(expect.arrayContaining(["Status: ◆ Delvis genomfört", "Kommentar T1 2019: En bit på väg."]));
  expect(texts.join()).not.toMatch(/bedömning|inget mått/u);
});
