import type { Finding } from "../../src/registers/finding.js";
import { registers, type Aktivitet, type Kontroll, type Mal, type Resurs, type Utfall } from "../../src/registers/registers.js";
import type { Registers } from "../../src/registers/registers.js";
import type { RowOf } from "../../src/registers/register.js";
import { checkRules } from "../../src/rules/checkRules.js";
import {
  decided, norrkopingAktiviteter, norrkopingChoices, norrkopingDokument, norrkopingEnheter, norrkopingKontroller, norrkopingKriterier, norrkopingMal, norrkopingMatt,
  norrkopingResurser, norrkopingTexter, plan2016,
} from "../fixtures/norrkoping/norrkoping.js";
import { read, writtenRows, type WrittenWorkbook } from "./testWorkbook.js";

type Criterion = RowOf<Registers["kriterier"]>;
type Text = RowOf<Registers["texter"]>;

interface Facts {
  readonly mal: readonly Mal[];
  readonly kriterier: readonly Criterion[];
  readonly aktiviteter: readonly Aktivitet[];
  readonly texter: readonly Text[];
  readonly resurser: readonly Resurs[];
  readonly utfall: readonly Utfall[];
  readonly kontroller: readonly Kontroll[];
}

const asPrinted: Facts = {
  mal: norrkopingMal, kriterier: norrkopingKriterier, aktiviteter: norrkopingAktiviteter, texter: norrkopingTexter, resurser: norrkopingResurser, utfall: [],
  kontroller: norrkopingKontroller,
};

function workbook(facts: Facts): WrittenWorkbook {
  return {
    installningar: Object.entries(norrkopingChoices).map(([nyckel, varde]) => ({ Nyckel: nyckel, "Värde": varde })),
    enheter: writtenRows(registers.enheter, norrkopingEnheter),
    dokument: writtenRows(registers.dokument, norrkopingDokument),
    texter: writtenRows(registers.texter, facts.texter),
    mal: writtenRows(registers.mal, facts.mal),
    kriterier: writtenRows(registers.kriterier, facts.kriterier),
    matt: writtenRows(registers.matt, norrkopingMatt),
    utfall: writtenRows(registers.utfall, facts.utfall),
    aktiviteter: writtenRows(registers.aktiviteter, facts.aktiviteter),
    resurser: writtenRows(registers.resurser, facts.resurser),
    kontroller: writtenRows(registers.kontroller, facts.kontroller),
  };
}

/** Each finding as its rule and the row of its register that it stands in; "–" for a whole column. */
function told(facts: Facts, today: number | undefined = decided): string[] {
  return toldOf(workbook(facts), today);
}

function toldOf(written: WrittenWorkbook, today: number | undefined): string[] {
  const { contents, settings, findings } = read(written);
  const place = ({ at }: Finding) => (at === undefined || at.row === 0 ? "–" : String(at.row));
  return [...findings, ...checkRules(contents, settings, today)].map((found) => `${found.ruleId} ${place(found)}`).sort(byNumber);
}

const byNumber = new Intl.Collator("sv", { numeric: true }).compare;

/** The place of a goal among the printed ones, from one. */
const goalAt = (id: string) => norrkopingMal.findIndex((goal) => goal.id === id) + 1;
/** Activities as the notes count them: by goal, then from one. */
const activityOf = (goal: string, nth: number) => norrkopingAktiviteter.findIndex(({ avser }) => avser === goal) + nth;
const found = (rule: string, places: readonly (number | string)[]) => places.map((place) => `${rule} ${place}`);

/** The plan as it was decided, its outcomes not yet due to anybody but the register that asks for them. */
const ofThePlan = [
  // R25: seven goals of fourteen without a target; four of them have criteria that say neither when nor how much.
  ...found("mal.utan-matt", ["PU-1", "PU-2", "PU-3"].map(goalAt)),
  ...found("mal.kriterier-omatbara", ["KF-15", "VR-1", "VR-4", "VR-5"].map(goalAt)),
  // R36: 1, 2 and 4. R48: Målområde is a label without a value, three times.
  ...found("mal.nummer-saknas", [goalAt("N-4")]),
  ...found("mal.utan-malomrade", ["N-1", "N-2", "N-4"].map(goalAt)),
  // R31: "öka" and "korta". R47: "inte möjliga att nå 2016".
  "mal.riktning-kriterium 1",
  ...found("mal.nas-inte", [activityOf("VR-1", 1)]),
  // R34: who, after the lead-in is inherited, and when. R35: three intentions. R38: begins before the plan was decided.
  ...found("aktivitet.ansvarig-arvd", [activityOf("VR-4", 1), activityOf("VR-5", 2), activityOf("VR-7", 1), activityOf("VR-7", 2)]),
  "aktivitet.utan-tid –",
  ...found("aktivitet.avsikt", [activityOf("KF-15", 3), activityOf("N-2", 1), activityOf("VR-1", 2)]),
  ...found("aktivitet.fore-beslutet", [activityOf("VR-7", 2)]),
  // The first self-check has nothing to do and no time, the second nobody and no time, the third no time.
  ...found("kontroll.egenkontroll-oplanerad", [1, 2, 3]),
  // R22: the unit of one post of four. R43: footnote 2 is footnote 1.
  ...found("resurs.utan-enhet", [2, 3, 4]),
  ...found("fotnot.samma-text", [norrkopingTexter.findIndex(({ avsnitt, ordning }) => avsnitt === "Fotnot" && ordning === 2) + 1]),
];

/** Nobody has reported the year yet. */
const ofTheYear = found("utfall.saknas", [1, 2, 3, 4, 5]);

test("Norrköping, Verksamhetsplan 2016: what the notes say is to be found the day it was decided, and nothing else", () => {
  expect(told(asPrinted)).toEqual([...ofThePlan, ...ofTheYear].sort(byNumber));
});

test("the one finding about time counts the activities without", () => {
  const { contents, settings } = read(workbook(asPrinted));
  expect(checkRules(contents, settings, decided).find(({ ruleId }) => ruleId === "aktivitet.utan-tid")?.message.sv).toMatch(/^22 av 30 aktiviteter /u);
});

test("when the year is over, the three activities that were to be done in it are asked about too", () => {
  const endOf2016 = 42_735;
  expect(told(asPrinted, endOf2016 + 1)).toEqual(
    [...ofThePlan, ...ofTheYear, ...found("aktivitet.slut-passerat", [activityOf("N-4", 1), activityOf("VR-1", 2), activityOf("VR-6", 1)])].sort(byNumber),
  );
});

describe("when it is mended", () => {
  const criterion = (malId: string, nr: string, kriterium: string): Criterion => ({ malId, nr, overordnat: null, kriterium });
  const area: Mal = { ...rowOf(norrkopingMal, "OMR-1"), id: "OMR-0", mal: "Ett gott liv hela livet", enhet: "VON", ordning: 0 };
  const mended: Facts = {
    mal: [...norrkopingMal.map((goal) => (goal.niva === "Nämndmål" ? { ...goal, overordnat: "OMR-0", nr: goal.nr === "4" ? "3" : goal.nr } : goal)), area],
    kriterier: [
      ...norrkopingKriterier.map((row, index) => (index === 0 ? { ...row, kriterium: "Fler får en första kontakt inom en vecka." } : row)),
      ...["PU-1", "PU-2", "PU-3"].map((goal) => criterion(goal, "1", "Klart senast 2016")),
      criterion("VR-1", "17", "Minst två av målen är nådda"), criterion("VR-4", "2", "80 procent känner sig trygga"), criterion("VR-5", "2", "Kraven är mötta före sommaren 2016"),
    ],
    aktiviteter: norrkopingAktiviteter.map((row) => ({
      ...row,
      ansvarig: row.ansvarig ?? "Ledningsgruppen",
      tidsram: row.tidsram === null || row.tidsram.startsWith("startar") ? "startar 2016-03-16" : row.tidsram,
      aktivitet: row.aktivitet.replace(/försöker|behöver titta över|Eventuellt|någon gång|är inte möjliga att nå 2016/gu, "ska"),
    })),
    texter: norrkopingTexter.map((row) => (row.avsnitt === "Fotnot" && row.ordning === 2 ? { ...row, text: "Granskning av hemtjänsten 2014" } : row)),
    resurser: norrkopingResurser.map((row) => ({ ...row, enhet: row.enhet ?? "MYN" })),
    kontroller: norrkopingKontroller.map((row) => ({ ...row, kontrollmoment: row.kontrollmoment ?? "Klagomålen gås igenom.", ansvarig: row.ansvarig ?? "Enhetscheferna", nar: "två gånger om året" })),
    utfall: norrkopingMatt.map(({ id }) => ({
      mattId: id, period: plan2016, enhet: null, utfall: { kind: "notMeasured", typed: "Ej mätt" }, kvinnor: null, man: null, kommentar: null, malvarde: null,
    })),
  };

  test("nothing is found", () => {
    expect(told(mended)).toEqual([]);
  });

  test("each kind of fault by itself is found again", () => {
    const withGoals = (pick: (goal: Mal) => boolean): Facts => ({ ...mended, mal: mended.mal.map((goal) => (pick(goal) ? rowOf(norrkopingMal, goal.id) : goal)) });
    const withoutCriteria = (goals: readonly string[]): Facts => ({
      ...mended, kriterier: mended.kriterier.filter((row) => !goals.includes(row.malId) || norrkopingKriterier.includes(row)),
    });
    const withActivities = (part: (printed: Aktivitet) => Partial<Aktivitet>): Facts => ({
      ...mended, aktiviteter: mended.aktiviteter.map((row) => ({ ...row, ...part(rowOf(norrkopingAktiviteter, row.id)) })),
    });
    const faults: readonly Facts[] = [
      withoutCriteria(["PU-1", "PU-2", "PU-3", "VR-1", "VR-4", "VR-5"]),
      { ...mended, kriterier: mended.kriterier.map((row, index) => (index === 0 ? rowOfCriterion("KF-15", "1") : row)) },
      withGoals(({ niva }) => niva === "Nämndmål"),
      withActivities(({ ansvarig }) => ({ ansvarig })),
      withActivities(({ aktivitet }) => ({ aktivitet })),
      withActivities(({ tidsram }) => (tidsram === null ? {} : { tidsram })),
      withActivities(({ tidsram }) => (tidsram === null ? { tidsram } : {})),
      { ...mended, texter: norrkopingTexter },
      { ...mended, resurser: norrkopingResurser },
      { ...mended, kontroller: norrkopingKontroller },
    ];
    expect(faults.flatMap((facts) => told(facts)).sort(byNumber)).toEqual([...ofThePlan].sort(byNumber));
  });

  test("the outcomes are asked for when nobody has reported them", () => {
    expect(told({ ...mended, utfall: [] })).toEqual(ofTheYear);
  });

  test("the date that the plan prints is no day, and is told in its cell", () => {
    const written = workbook(mended);
    const dokument = (written.dokument ?? []).map((row) => ({ ...row, Datum: "2016-04-2015" }));
    expect(toldOf({ ...written, dokument }, decided)).toEqual(["cell.olasbar 1"]);
  });
});

function rowOf<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row {
  const row = rows.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
}

function rowOfCriterion(malId: string, nr: string): Criterion {
  const row = norrkopingKriterier.find((candidate) => candidate.malId === malId && candidate.nr === nr);
  if (row === undefined) throw new Error(`no criterion ${nr} of ${malId}`);
  return row;
}
