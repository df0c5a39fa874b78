import type { Finding } from "../../src/registers/finding.js";
import { registers } from "../../src/registers/registers.js";
import type { RegisterRows } from "../../src/registers/template.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { workbookOf } from "../../src/rules/measures/measureResults.js";
import { newPeriod } from "../../src/rules/assignments/newPeriod.js";
import { ovanakerKontroller, ovanakerKontrollresultat } from "../fixtures/ovanaker/kontroller.js";
import { kvalitetsinsatser, ovanakerAktiviteter, ovanakerMal, ovanakerUppfoljning } from "../fixtures/ovanaker/kvalitetsinsatser.js";
import { year2017, ovanakerEnheter } from "../fixtures/ovanaker/ovanaker.js";
import { ovanakerRows } from "../fixtures/ovanaker/ovanakerRows.js";
import { read, writtenRows, type WrittenWorkbook } from "./testWorkbook.js";

/** The day that the report is printed with: 2018-01-18. */
const PRINTED = 43_118;

function workbook(rows: RegisterRows): WrittenWorkbook {
  return {
    installningar: writtenRows(registers.installningar, rows.installningar ?? []),
    enheter: writtenRows(registers.enheter, rows.enheter ?? []),
    dokument: writtenRows(registers.dokument, rows.dokument ?? []),
    texter: writtenRows(registers.texter, rows.texter ?? []),
    mal: writtenRows(registers.mal, rows.mal ?? []),
    matt: writtenRows(registers.matt, rows.matt ?? []),
    utfall: writtenRows(registers.utfall, rows.utfall ?? []),
    aktiviteter: writtenRows(registers.aktiviteter, rows.aktiviteter ?? []),
    uppfoljning: writtenRows(registers.uppfoljning, rows.uppfoljning ?? []),
    kontroller: writtenRows(registers.kontroller, rows.kontroller ?? []),
    kontrollresultat: writtenRows(registers.kontrollresultat, rows.kontrollresultat ?? []),
    synpunkter: writtenRows(registers.synpunkter, rows.synpunkter ?? []),
  };
}

/** Each initiative and activity as the document counts them: "1:3", "1:3(1)". */
const printedPlaces = new Map<string, string>();
let number = 0;
kvalitetsinsatser.forEach(({ nr, mal, aktiviteter }, index) => {
  const name = nr ?? mal;
  printedPlaces.set(`MÅL-${index + 1}`, name);
  aktiviteter.forEach((_, place) => printedPlaces.set(`AKT-${++number}`, `${name}(${place + 1})`));
});
const idOf = (place: string) => [...printedPlaces].find(([, printed]) => printed === place)?.[0] ?? "";

function placeOf(rows: RegisterRows, { register, at }: Finding): string {
  const index = (at?.row ?? 0) - 1;
  if (index < 0) return "–";
  switch (register) {
    case "Mal":
      return printedPlaces.get(rows.mal?.[index]?.id ?? "") ?? "";
    case "Aktiviteter":
      return printedPlaces.get(rows.aktiviteter?.[index]?.id ?? "") ?? "";
    case "Uppfoljning":
      return printedPlaces.get(rows.uppfoljning?.[index]?.avser ?? "") ?? "";
    case "Enheter":
      return rows.enheter?.[index]?.kod ?? "";
    default:
      return String(index + 1);
  }
}

function findingsOf(rows: RegisterRows, today: number | undefined = PRINTED): readonly Finding[] {
  const { contents, settings, findings } = read(workbook(rows));
  return [...findings, ...checkRules(contents, settings, today)];
}

const byNumber = new Intl.Collator("sv", { numeric: true }).compare;

/** Each finding as its rule and its place in print. */
function told(rows: RegisterRows = ovanakerRows, today?: number): string[] {
  return findingsOf(rows, today).map((found) => `${found.ruleId} ${placeOf(rows, found)}`).sort(byNumber);
}

/** Activities without a status in the document, by initiative: 21 without a symbol, 6 (of 1:7) with a box. */
const withoutStatus = { "1:2": 2, "1:3": 2, "1:4": 3, "1:5": 4, "1:7": 6, "1:9": 2, "1:10": 4, "1:11": 3, "Delegationsordning": 1 } as const;

const foundInThem = [
  // O6: what should have been done by a day, and has no symbol that says so.
  ...["1:3(1)", "1:4(1)", "1:4(2)", "1:7(6)", "1:9(1)", "1:9(2)", "Delegationsordning(1)"].map((place) => `aktivitet.slut-passerat ${place}`),
  // Defect 27.
  ...Object.keys(withoutStatus).map((place) => `kvalitetsinsats.aktiviteter-utan-uppfoljning ${place}`),
  // Defect 28.
  "kvalitetsinsats.ogjort-kvar 1:8", "uppfoljning.ej-aktuellt 1:8(8)",
  // O8 and defect 30.
  "aktivitet.samma-text 1:8(5)", "aktivitet.samma-i-flera 1:7(1)", "aktivitet.upprepar-malet 1:5(1)",
  // Defects 31, 33, 34 and 36.
  "uppfoljning.plan-och-forsening 1:5", "uppfoljning.delvis-gjort 1:6(4)", "uppfoljning.delvis-gjort Kvalitetsledningssystem",
  "uppfoljning.ogjort-utan-kommentar 1:8(9)", "aktivitet.tidsram-text 1:10(2)",
  // O5.
  "kvalitetsinsats.mal-avviker 1:4",
  // Defect 39.
  ...["OVE", "OSE", "HSL", "BE"].map((unit) => `enhet.forkortning ${unit}`),
];

/** What internal control has, and its own tests explain; here only what its comments count. */
const foundInControls = [
  // Defects 27 and 40: seven without an assessment, of which one says that nothing was checked.
  "kontrollresultat.ej-gjord-utan-bedomning 11", ...[12, 13, 14, 15, 16, 17].map((risk) => `kontrollresultat.bedomning-saknas ${risk}`),
  "kontroll.tomma-kolumner –",
  // Defect 40: "de flesta", "ett fåtal".
  "kontrollresultat.mangd-i-ord 15", "kontrollresultat.mangd-i-ord 16",
  // Defects 29 and 35.
  "kontrollresultat.andel-avviker 6", "kontrollresultat.andel-omojlig 4", "kontrollresultat.halv-andel 4",
  ...[1, 3, 10, 14, 17].map((risk) => `kontrollresultat.procent-utan-underlag ${risk}`),
];

test("Ovanåker 2017: what the notes say is to be found, and nothing else", () => {
  expect(told()).toEqual([...foundInThem, ...foundInControls].sort(byNumber));
  expect(told(ovanakerRows, undefined)).toEqual(told());
});

test("activities without a status are told by initiative, with how many", () => {
  const counts = findingsOf(ovanakerRows).filter(({ ruleId }) => ruleId === "kvalitetsinsats.aktiviteter-utan-uppfoljning").map(({ message }) => Number(message.sv.split(" ")[0]));
  expect(counts).toEqual(Object.values(withoutStatus));
  expect(counts.reduce((sum, count) => sum + count)).toBe(27);
});

/** Rows changed by their printed place. */
function changed<R extends { readonly id: string } | { readonly avser: string }>(rows: readonly R[], changes: Readonly<Record<string, Partial<R>>>): readonly R[] {
  return rows.map((row) => ({ ...row, ...changes[printedPlaces.get("id" in row ? row.id : row.avser) ?? ""] }));
}

function followUp(place: string, status: "Genomfört" | "Delvis genomfört" | "Ej genomfört" | "Ej aktuellt") {
  const kommentar = status === "Ej genomfört" ? "Det fick vänta." : null;
  return { avser: idOf(place), period: year2017, enhet: null, status, kommentar, orsak: null, forra: null, klartSenast: null };
}

describe("when it is mended", () => {
  const samePraise = ovanakerAktiviteter[0]?.tidsram ?? null;
  const mended: RegisterRows = {
    ...ovanakerRows,
    enheter: ovanakerEnheter.map((row) => (row.namn === row.kod ? { ...row, namn: `Verksamheten ${row.kod}` } : row)),
    aktiviteter: changed(ovanakerAktiviteter, {
      "1:5(1)": { aktivitet: "Att varje chef går igenom planerna med sin grupp." },
      "1:7(1)": { tidsram: samePraise },
      "1:8(5)": { aktivitet: "Att ledningsgruppen redovisar synpunkter från möten med brukarorganisationer." },
      "1:9(2)": { tidsram: "Ska vara genomfört 2018-12-31" },
      "1:10(2)": { tidsram: "Varje månad" },
    }),
    uppfoljning: [
      ...changed(ovanakerUppfoljning, {
        "1:4": { orsak: "Bara äldreomsorgens brukare har fått frågan om bemötande." },
        "1:5": { kommentar: "Införandet av IBIC har gått enligt projektplanen." },
        "1:6(4)": { status: "Delvis genomfört" },
        "1:8": { orsak: "Dialogen om äldreboendet behövdes inte längre." },
        "1:8(8)": { status: "Ej aktuellt" },
        "1:8(9)": { kommentar: "Boendet är redan bestämt." },
        "Kvalitetsledningssystem": { kommentar: "Arbetet stannade av, när personal fick andra uppgifter." },
      }),
      followUp("1:2(1)", "Ej genomfört"), followUp("1:2(2)", "Genomfört"),
      followUp("1:3(1)", "Genomfört"), followUp("1:3(2)", "Ej genomfört"),
      followUp("1:4(1)", "Ej aktuellt"), followUp("1:4(2)", "Ej aktuellt"), followUp("1:4(3)", "Ej genomfört"),
      ...[1, 2, 3, 4].map((place) => followUp(`1:5(${place})`, "Delvis genomfört")),
      ...[1, 2, 3, 4, 5].map((place) => followUp(`1:7(${place})`, "Ej genomfört")), followUp("1:7(6)", "Ej aktuellt"),
      followUp("1:9(1)", "Ej aktuellt"), followUp("1:9(2)", "Ej genomfört"),
      ...[1, 2, 3, 4].map((place) => followUp(`1:10(${place})`, "Genomfört")),
      ...[1, 2, 3].map((place) => followUp(`1:11(${place})`, "Delvis genomfört")),
      followUp("Delegationsordning(1)", "Genomfört"),
    ],
    kontroller: ovanakerKontroller.map((row) => ({
      ...row, omrade: "Kvalitet", kontrollmoment: "Genomgång", vad: "Allt", hur: "Stickprov", nar: "Vid behov", dokumentation: "Protokoll", ansvarig: "Utvecklare", sannolikhet: 2, konsekvens: 3,
    })),
    kontrollresultat: ovanakerKontrollresultat.map((row, index) => ({
      ...row,
      bedomning: row.bedomning ?? (index === 10 ? "Ej genomförd" : "Mindre avvikelse"),
      granskade: index === 3 ? null : row.granskade,
      kommentar: row.kommentar?.replace("De flesta", "12").replace("Ett fåtal", "3").replace("11 procent", "12 procent").replace(/\d+(?:,\d+)? (?:%|procent(?= (?:känner|ofta)))/gu, (share) => (index === 5 ? share : "en del")) ?? null,
    })),
  };

  test("nothing is found", () => {
    expect(told(mended)).toEqual([]);
    expect(told(mended, undefined)).toEqual([]);
  });

  test("each fault by itself is found again", () => {
    const back = <R>(whole: readonly R[] | undefined, original: readonly R[] | undefined, put: (rows: readonly R[]) => RegisterRows): string[] =>
      (original ?? []).flatMap((row, index) => (JSON.stringify(whole?.[index]) === JSON.stringify(row) ? [] : told(put((whole ?? []).with(index, row)))));
    const again = [
      ...back(mended.enheter, ovanakerRows.enheter, (enheter) => ({ ...mended, enheter })),
      ...back(mended.aktiviteter, ovanakerRows.aktiviteter, (aktiviteter) => ({ ...mended, aktiviteter })),
      ...back(mended.uppfoljning, ovanakerRows.uppfoljning, (uppfoljning) => ({ ...mended, uppfoljning })),
      ...(mended.uppfoljning ?? []).slice(ovanakerUppfoljning.length).flatMap((row) => told({ ...mended, uppfoljning: mended.uppfoljning?.filter((other) => other !== row) ?? [] })),
    ];
    const alone = foundInThem.filter((found) => !["aktivitet.slut-passerat 1:9(2)"].includes(found));
    expect(new Set(again)).toEqual(new Set([...alone, "aktivitet.slut-passerat 1:9(2)"]));
  });

  const planted = (changes: Partial<RegisterRows>, today?: number) => told({ ...mended, ...changes }, today);

  test("an initiative that nobody has followed up is told of", () => {
    const mal = [...ovanakerMal, ...ovanakerMal.slice(0, 1).map((row) => ({ ...row, id: "MÅL-99", nr: "1:12", mal: "Att något nytt prövas" }))];
    const aktiviteter = [...(mended.aktiviteter ?? []), ...ovanakerAktiviteter.slice(0, 1).map((row) => ({ ...row, id: "AKT-99", avser: "MÅL-99", aktivitet: "Att pröva något nytt" }))];
    const uppfoljning = [...(mended.uppfoljning ?? []), { ...followUp("1:1", "Genomfört"), avser: "AKT-99" }];
    expect(findingsOf({ ...mended, mal, aktiviteter, uppfoljning }).map(({ ruleId }) => ruleId)).toEqual(["kvalitetsinsats.utan-uppfoljning"]);
  });

  test("a word that the activities do not propose is told of, and less loudly where its cause is written", () => {
    const with11 = (orsak: string | null) => planted({ uppfoljning: changed(mended.uppfoljning ?? [], { "1:11": { status: "Genomfört", kommentar: null, orsak } }) });
    expect(with11(null)).toEqual(["kvalitetsinsats.status-avviker 1:11"]);
    expect(with11("Nyckeltalen finns.")).toEqual(["kvalitetsinsats.status-med-orsak 1:11"]);
  });

  test("a status of another scale, none at all, and a first sentence that says something else are told of", () => {
    const with10 = (values: object) => planted({ uppfoljning: changed(mended.uppfoljning ?? [], { "1:10": values }) });
    expect(with10({ status: "Uppnått" })).toEqual(["uppfoljning.fel-skala 1:10"]);
    expect(with10({ status: null })).toEqual(["uppfoljning.status-saknas 1:10"]);
    expect(with10({ kommentar: "Kvalitetsinsatsen har delvis genomförts enligt fastlagd planering. Budgeten håller." })).toEqual(["uppfoljning.forsta-meningen 1:10"]);
    expect(with10({ kommentar: "Kvalitetsarbetet har genomförts enligt planering. Budgeten håller." })).toEqual([]);
  });

  test("the same activity in two initiatives has one status", () => {
    expect(planted({ uppfoljning: changed(mended.uppfoljning ?? [], { "1:7(1)": { status: "Ej aktuellt" } }) })).toEqual(["aktivitet.samma-i-flera 1:7(1)"]);
  });

  test("views that are said to be fewer when they are more, and one from a day to come, are told of", () => {
    expect(planted({ uppfoljning: changed(mended.uppfoljning ?? [], { "1:8": { kommentar: "Synpunkterna har minskat.", orsak: "Så blev det." } }) })).toEqual(["synpunkt.utveckling 1:8"]);
    const synpunkter = (ovanakerRows.synpunkter ?? []).map((row, index) => (index === 111 ? { ...row, datum: PRINTED + 1 } : row));
    expect(planted({ synpunkter })).toEqual(["synpunkt.framtida 112"]);
  });
});

test("symbols of an initiative mean what they mean of its activities, and of other goals what they mean of goals", () => {
  const goals = [{ "Mål-id": "K", "Nivå": "Kvalitetsinsats", "Mål": "Fler synpunkter" }, { "Mål-id": "N", "Nivå": "Nämndmål", "Mål": "Nöjda brukare" }];
  const rows = ["K", "N"].flatMap((id) => ["●", "◆", "■"].map((symbol, index) => ({ "Avser": id, "Period": String(2015 + index), "Status": symbol })));
  const { contents } = read({ mal: goals, uppfoljning: rows });
  expect(contents.uppfoljning?.rows.map(({ values }) => values.status)).toEqual(["Genomfört", "Delvis genomfört", "Ej genomfört", "Uppnått", "Delvis uppnått", "Ej uppnått"]);
});

test("the next year asks of every initiative and activity again, but for what was to be done once and is done", () => {
  const { contents, settings } = read(workbook(ovanakerRows));
  const asked = newPeriod(workbookOf(contents, settings), { ...year2017, year: 2018 }, []).followUps.map(({ avser }) => printedPlaces.get(avser) ?? avser);
  // 1:1(4) had until the last day of 2017.
  expect(asked.toSorted()).toEqual([...printedPlaces.values()].filter((place) => place !== "1:1(4)").toSorted());
});
