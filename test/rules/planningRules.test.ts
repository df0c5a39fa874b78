import fc from "fast-check";
import type { Finding } from "../../src/registers/finding.js";
import { serialOf } from "../../src/registers/values/date.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { footnoteMarks } from "../../src/rules/documents/footnotes.js";
import { deadlinesIn, saysWhenOrHowMuch } from "../../src/rules/goals/targetsInWords.js";
import { norrkopingKriterier, norrkopingMal } from "../fixtures/norrkoping/norrkoping.js";
import { read, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

const day = (year: number, month: number, dayOfMonth: number) => serialOf({ year, month, day: dayOfMonth }) ?? 0;

const settings = [["period", "2016"], ["rapportering", "år"]].map(([key = "", value = ""]) => ({ Nyckel: key, "Värde": value }));
const enheter: WrittenRows = [{ Kod: "VON", Namn: "Vård- och omsorgsnämnden", Typ: "Nämnd" }];

function findings(workbook: WrittenWorkbook): Finding[] {
  const { contents, settings: typed } = read({ installningar: settings, enheter, ...workbook });
  return checkRules(contents, typed, day(2016, 3, 1));
}

/** The findings of one rule, each by its row. */
function told(rule: string, workbook: WrittenWorkbook): number[] {
  return findings(workbook).filter(({ ruleId }) => ruleId === rule).map(({ at }) => at?.row ?? 0).sort((a, b) => a - b);
}

const goal = (id: string, mal: string, more: Readonly<Record<string, string>> = {}) => ({ "Mål-id": id, "Nivå": "Nämndmål", "Mål": mal, Enhet: "VON", ...more });
const criterion = (goalId: string, nr: string, kriterium: string) => ({ "Mål-id": goalId, Nr: nr, Kriterium: kriterium });
const activity = (id: string, avser: string, aktivitet: string, more: Readonly<Record<string, string>> = {}) => ({ "Aktivitet-id": id, Avser: avser, Aktivitet: aktivitet, ...more });
const plan = (more: Readonly<Record<string, string>> = {}) => ({ "Dokument-id": "DOK-1", Typ: "Verksamhetsplan", Enhet: "VON", Period: "2016", Datum: "2016-03-15", ...more });

describe("targets in words", () => {
  test("Norrköping's sub-goals and criteria set the days that the notes give; two targets have theirs from the sentence they share", () => {
    const texts = [...norrkopingMal.filter(({ niva }) => niva === "Delmål").map(({ mal }) => mal), ...norrkopingKriterier.map(({ kriterium }) => kriterium)];
    expect(texts.flatMap((text) => deadlinesIn(text)).sort()).toEqual(
      [day(2016, 3, 31), day(2016, 4, 1), day(2016, 5, 31), day(2016, 5, 31), ...Array<number>(5).fill(day(2016, 12, 31)), ...Array<number>(3).fill(day(2018, 12, 31))],
    );
  });

  test("eight of the 35 criteria say when or how much", () => {
    expect(norrkopingKriterier.filter(({ kriterium }) => saysWhenOrHowMuch(kriterium)).map(({ malId, nr }) => `${malId} ${nr}`)).toEqual([
      "VR-2 5", "VR-3 2", "VR-3 3", "VR-3 4", "VR-6 3", "VR-7 1", "VR-7 2", "VR-7 3",
    ]);
  });

  test.each([
    ["Alla är nöjda", false], ["80 procent är nöjda", true], ["Minst två möten hålls", true], ["Fler är nöjda", true], ["Klart före sommaren 2016", true], ["Klart före sommaren", false],
  ])("%s: %s", (text, says) => {
    expect(saysWhenOrHowMuch(text)).toBe(says);
  });
});

describe("a goal that is told in criteria alone", () => {
  test("is asked for a time or a number, and not for a measure", () => {
    const workbook = { mal: [goal("A", "Trygghet"), goal("B", "Närhet"), goal("C", "Lugn")], kriterier: [criterion("A", "1", "Alla är trygga"), criterion("B", "1", "Klart 2016")], matt: [] };
    expect(told("mal.kriterier-omatbara", workbook)).toEqual([1]);
    expect(told("mal.utan-matt", workbook)).toEqual([3]);
  });

  test("whose words go the other way than the goal's is told; words of both ways say nothing", () => {
    const mal = [goal("A", "Tillgängligheten ska öka"), goal("B", "Frånvaron ska minska"), goal("C", "Fler ska få hjälp på kortare tid, och köerna minska")];
    const kriterier = [criterion("A", "1", "Tiden ska kortas"), criterion("A", "2", "Fler får svar"), criterion("B", "1", "Färre sjukdagar"), criterion("C", "1", "Köerna ska öka")];
    expect(told("mal.riktning-kriterium", { mal, kriterier })).toEqual([1]);
  });
});

describe("what is planned for goals", () => {
  test("a goal without activities is told where its like have them, through what lies above, below or is assigned too", () => {
    const mal = [goal("A", "Ett"), goal("B", "Två"), goal("C", "Tre"), goal("C1", "Tre ett", { "Nivå": "Delmål", "Överordnat mål": "C", Enhet: "" }), goal("D", "Fyra"), goal("O", "Område", { "Nivå": "Målområde" })];
    const uppdrag = [{ "Uppdrag-id": "U", "Mål-id": "D", "År": 2016, Uppdrag: "Gör det" }];
    const aktiviteter = [activity("AKT-1", "A", "Gör"), activity("AKT-2", "C1", "Gör mer"), activity("AKT-3", "U", "Gör mest")];
    expect(told("mal.utan-aktivitet", { mal, uppdrag, aktiviteter })).toEqual([2]);
    expect(told("mal.utan-aktivitet", { mal, uppdrag })).toEqual([]);
  });

  test("who is responsible is asked for where others are named; when, once for all", () => {
    const mal = [goal("A", "Ett")];
    const aktiviteter = [activity("AKT-1", "A", "Gör"), activity("AKT-2", "A", "Gör mer", { Ansvarig: "Ledningen", Tidsram: "fortlöpande" }), activity("AKT-3", "A", "Gör mest", { Slut: "2016-12-31" })];
    expect(told("aktivitet.ansvarig-arvd", { mal, aktiviteter })).toEqual([1, 3]);
    expect(told("aktivitet.utan-tid", { mal, aktiviteter })).toEqual([0]);
    const nobody = aktiviteter.slice(0, 1);
    expect(told("aktivitet.ansvarig-arvd", { mal, aktiviteter: nobody })).toEqual([]);
    expect(told("aktivitet.utan-tid", { mal, aktiviteter: aktiviteter.slice(1) })).toEqual([]);
  });

  test("a day before the plan was decided is told, whether something begins or ends on it; another year's plan has no say", () => {
    const mal = [goal("A", "Ett")];
    const aktiviteter = [
      activity("AKT-1", "A", "Ett", { Tidsram: "startar 2016-03-09" }), activity("AKT-2", "A", "Två", { Slut: "2016-03-14" }), activity("AKT-3", "A", "Tre", { Slut: "2016-03-15" }),
      activity("AKT-4", "A", "Fyra", { Slut: "2015-12-31" }), activity("AKT-5", "A", "Fem", { Tidsram: "under 2016" }),
    ];
    expect(told("aktivitet.fore-beslutet", { mal, aktiviteter, dokument: [plan()] })).toEqual([1, 2]);
    expect(told("aktivitet.fore-beslutet", { mal, aktiviteter, dokument: [plan(), plan({ "Dokument-id": "DOK-2", Datum: "2016-03-10" })] })).toEqual([1]);
    expect(told("aktivitet.fore-beslutet", { mal, aktiviteter, dokument: [plan({ Typ: "Kvalitetsbokslut" })] })).toEqual([]);
  });

  test("a committee's goal without a goal area is told in a plan, and nowhere else", () => {
    const mal = [goal("A", "Ett"), goal("O", "Område", { "Nivå": "Målområde" }), goal("B", "Två", { "Överordnat mål": "O" })];
    expect(told("mal.utan-malomrade", { mal, dokument: [plan()] })).toEqual([1]);
    expect(told("mal.utan-malomrade", { mal, dokument: [plan({ Typ: "Uppföljningsrapport" })] })).toEqual([]);
  });

  test("a self-check says what, who and when in a plan; internal control has its own rules", () => {
    const check = (id: string, more: Readonly<Record<string, string | number>>) => ({ "Kontroll-id": id, Sort: "Egenkontroll", Risk: `Risk ${id}`, ...more });
    const kontroller = [
      check("K1", { Kontrollmoment: "Stickprov", Ansvarig: "Chefen", "Minst per år": 2 }), check("K2", { Kontrollmoment: "Stickprov", "När": "i maj" }), check("K3", { Sort: "Intern kontroll" }),
    ];
    expect(told("kontroll.egenkontroll-oplanerad", { kontroller, dokument: [plan()] })).toEqual([2]);
    expect(told("kontroll.egenkontroll-oplanerad", { kontroller })).toEqual([]);
  });

  test.each(["är inte möjlig att nå 2016", "är ej möjligt att uppnå i år", "kan inte nås utan pengar", "nås inte under planen"])("that a goal %s is told where it is said", (words) => {
    const mal = [{ ...goal("A", "Ett"), Beskrivning: `Målet ${words}.` }];
    expect(told("mal.nas-inte", { mal, kriterier: [criterion("A", "1", `Det ${words}.`)], aktiviteter: [activity("AKT-1", "A", `Arbetet ${words}.`)] })).toEqual([1, 1, 1]);
    expect(told("mal.nas-inte", { mal: [goal("A", "Målet är möjligt att nå")] })).toEqual([]);
  });

  test.each([["Vi försöker hinna", 1], ["Eventuellt någon gång", 1], ["Om möjligt före jul", 1], ["Försöksperson väljs", 0], ["Rutinen skrivs", 0]])("%s: told %d times", (aktivitet, times) => {
    expect(told("aktivitet.avsikt", { mal: [goal("A", "Ett")], aktiviteter: [activity("AKT-1", "A", aktivitet)] })).toHaveLength(times);
  });
});

describe("footnotes", () => {
  const note = (ordning: number, text: string, more: Readonly<Record<string, string>> = {}) => ({ "Dokument-id": "DOK-1", Avsnitt: "Fotnot", Ordning: ordning, Text: text, ...more });

  test("a raised figure leads to the note of its number; square metres are no note", () => {
    expect(footnoteMarks("påtalat.¹ Och²³ 40 m² samt program³, 3 km²")).toEqual([1, 23, 3]);
    const workbook = { dokument: [plan()], mal: [goal("A", "Öka tryggheten²"), goal("B", "Ett mål¹")], texter: [note(1, "Källan")] };
    expect(told("fotnot.saknas", workbook)).toEqual([1]);
    expect(told("fotnot.saknas", { ...workbook, texter: [] })).toEqual([]);
  });

  test("the later of two that say the same is told, whatever the order of the rows", () => {
    const texter = [note(1, "Källan"), note(2, "källan "), note(3, "En annan")];
    expect(told("fotnot.samma-text", { dokument: [plan()], texter })).toEqual([2]);
    expect(told("fotnot.samma-text", { dokument: [plan()], texter: [...texter].reverse() })).toEqual([2]);
    const other = { ...plan(), "Dokument-id": "DOK-2" };
    expect(told("fotnot.samma-text", { dokument: [plan(), other], texter: [note(1, "Källan"), note(1, "Källan", { "Dokument-id": "DOK-2" })] })).toEqual([]);
  });

  test("any number reads back from its raised figures", () => {
    const raised = (number: number) => [...String(number)].map((figure) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(figure))).join("");
    fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), (number) => { expect(footnoteMarks(`Texten.${raised(number)} Mer.`)).toEqual([number]); }));
  });
});

test("without goals, activities and documents the rules of plans say nothing", () => {
  const ofPlans = /^(?:mal\.(?:kriterier|utan-akt|utan-malo|riktning|nas)|aktivitet\.(?:ansvarig|utan-tid|avsikt|fore)|kontroll\.egen|fotnot\.)/u;
  expect(findings({}).filter(({ ruleId }) => ofPlans.test(ruleId))).toEqual([]);
  expect(checkRules({}, read({ installningar: settings }).settings).filter(({ ruleId }) => ofPlans.test(ruleId))).toEqual([]);
});
