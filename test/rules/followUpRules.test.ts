import fc from "fast-check";
import { activityStatuses, assignmentStatuses, followUpStatuses, goalStatuses } from "../../src/registers/definitions/statusWords.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { percent, read, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

/** Two assignments, an activity and a goal with a measure, each followed up as it should be. */
const sound: WrittenWorkbook = {
  installningar: [{ Nyckel: "period", "Värde": "T2 2021" }],
  enheter: [
    { Kod: "SAN", Namn: "Socialnämnden", Typ: "Nämnd" },
    { Kod: "TN", Namn: "Tekniska nämnden", Typ: "Nämnd" },
    { Kod: "SAN-A", Namn: "Avdelningen", Typ: "Enhet", "Överordnad": "SAN" },
  ],
  mal: [{ "Mål-id": "MÅL-1", "Nivå": "Nämndmål", "Mål": "Trygghet", Enhet: "SAN" }],
  matt: [{ "Mått-id": "MÅTT-1", "Mål-id": "MÅL-1", "Mått": "Trygga", "Måttenhet": "%", Riktning: "Öka", "Målvärde": percent(0.8) }],
  utfall: [{ "Mått-id": "MÅTT-1", Period: "T2 2021", Utfall: percent(0.9) }],
  uppdrag: [
    { "Uppdrag-id": "UPP-1", "År": 2021, Uppdrag: "Skriv en rutin", Huvudansvarig: "SAN", Slut: 44_561 },
    { "Uppdrag-id": "UPP-2", "År": 2021, Uppdrag: "Inför rutinen", Huvudansvarig: "SAN", Medansvariga: "TN", Slut: 44_561 },
  ],
  aktiviteter: [{ "Aktivitet-id": "AKT-1", Avser: "UPP-1", Aktivitet: "Fråga grannkommunen", Tidsram: "fortlöpande" }],
  uppfoljning: [
    { Avser: "UPP-1", Period: "T2 2021", Status: "Pågående", Kommentar: "Ett utkast är klart." },
    { Avser: "UPP-2", Period: "T2 2021", Status: "Planerat", Kommentar: "Väntar på rutinen." },
    { Avser: "AKT-1", Period: "T2 2021", Status: "Genomfört", Kommentar: "De svarade snabbt." },
    { Avser: "MÅL-1", Period: "T2 2021", Status: "Uppnått", Kommentar: "Det går bra." },
  ],
};

function findings(rows: WrittenWorkbook, today?: number) {
  const { contents, settings, findings: reading } = read({ ...sound, ...rows });
  expect(reading).toEqual([]);
  return checkRules(contents, settings, today);
}

/** Every rule that tells something of the workbook, with the sheet row it stands in. */
const told = (rows: WrittenWorkbook, today?: number) => findings(rows, today).map(({ ruleId, at }) => `${ruleId} ${at?.row ?? "–"}`);

/** The follow-ups with one row changed, by its place, and rows after them. */
function followUps(changes: Readonly<Record<number, WrittenRows[number]>>, ...more: WrittenRows): WrittenWorkbook {
  return { uppfoljning: [...(sound.uppfoljning ?? []).map((row, index) => ({ ...row, ...changes[index + 1] })), ...more.map((row) => ({ Period: "T2 2021", ...row }))] };
}

test("a sound workbook is told nothing", () => {
  expect(told({})).toEqual([]);
});

describe("what is to be there", () => {
  test.each<[string, WrittenWorkbook]>([
    ["uppfoljning.status-saknas 1", followUps({ 1: { Status: "" } })],
    ["uppfoljning.status-saknas 3", followUps({ 3: { Status: "" } })],
    ["uppfoljning.saknas 2", followUps({ 2: { Kommentar: "" } })],
    ["uppfoljning.saknas 2", followUps({ 2: { Enhet: "TN" } })],
    ["uppfoljning.saknas 1", followUps({ 1: { Period: "T1 2021" } })],
    ["uppfoljning.utlovat-steg 1", followUps({ 1: { Period: "T1 2021", Kommentar: "Resten kommer under T2." } })],
  ])("%s", (expected, rows) => {
    expect(told(rows)).toEqual([expected]);
  });

  test("what is missing is known by the key that its row would have", () => {
    const [missing] = findings(followUps({ 1: { Period: "T1 2021" } }));
    expect(missing).toMatchObject({ ruleId: "uppfoljning.saknas", register: "Uppdrag", subject: { key: "UPP-1, T2 2021, SAN", value: "" } });
  });

  test("a goal may be followed up with a comment only, or not at all", () => {
    expect(told(followUps({ 4: { Status: "" } }))).toEqual([]);
    expect(told({ uppfoljning: sound.uppfoljning?.slice(0, 3) ?? [] })).toEqual([]);
  });

  test("of other periods only the workbook's is asked for", () => {
    expect(told(followUps({}, { Avser: "UPP-1", Period: "T1 2021", Kommentar: "Började i mars." }))).toEqual([]);
  });

  test("without a period, statuses of all are asked for, and nothing is missing", () => {
    expect(told({ installningar: [], ...followUps({ 1: { Period: "T1 2021", Status: "" } }) })).toEqual(["uppfoljning.status-saknas 1"]);
  });

  test("what is late has a cause and a new day", () => {
    const late = (rest: WrittenRows[number]) => findings(followUps({ 1: { Status: "Försenat", ...rest } })).map(({ ruleId, column }) => `${ruleId} ${column}`);
    expect(late({})).toEqual(["uppfoljning.forsenat-utan-orsak Orsak"]);
    expect(late({ Orsak: "Sjukdom" })).toEqual(["uppfoljning.forsenat-utan-orsak Klart senast"]);
    expect(late({ Orsak: "Sjukdom", "Klart senast": 44_500 })).toEqual([]);
    expect(late({ Orsak: "Sjukdom", "Klart senast": 44_300 })).toEqual(["uppdrag.slut-passerat Slut"]);
  });
});

describe("what does not fit together", () => {
  test.each<[string, WrittenWorkbook]>([
    ["uppfoljning.status-kommentar 1", followUps({ 1: { Status: "Genomfört", Kommentar: "Klart, men arbetet fortsätter." } })],
    ["uppfoljning.status-kommentar 1", followUps({ 1: { Kommentar: "Utkastet är klart. Provet har skjutits upp." } })],
    ["uppfoljning.annan-enhet 1", followUps({ 1: { Enhet: "SAN" } }, { Avser: "UPP-1", Enhet: "TN", Status: "Pågående", Kommentar: "Vi med." })],
    ["uppfoljning.dubblett 5", followUps({}, { Avser: "UPP-1", Enhet: "SAN", Status: "Planerat", Kommentar: "Igen." })],
    ["uppfoljning.samma-mening 2", followUps({ 1: { Kommentar: "Åtta av tio boenden har fått ett informationsmöte." }, 2: { Kommentar: "Bra.\nÅtta av tio  boenden har fått ett informationsmöte. Mer kommer." } })],
    ["uppfoljning.avtal-slutar 1", followUps({ 1: { Kommentar: "Avtalet gäller till och med 2022." } })],
    ["uppfoljning.period-rytm 5", followUps({}, { Avser: "UPP-1", Period: "Kvartal 1 2021", Status: "Pågående", Kommentar: "Inget nytt." })],
    ["mal.bedomning-avviker 4", followUps({ 4: { Status: "Ej uppnått" } })],
    ["mal.bedomning-med-orsak 4", followUps({ 4: { Status: "Ej uppnått", Orsak: "Måttet säger inte allt" } })],
    ["text.personnummer 1", followUps({ 1: { Kommentar: "Gäller 19121212-1212." } })],
  ])("%s", (expected, rows) => {
    const found = told(rows);
    expect(found.filter((each) => each.startsWith(expected.split(" ")[0] ?? ""))).toEqual(expected.startsWith("uppfoljning.annan-enhet") ? ["uppfoljning.annan-enhet 5"] : [expected]);
    expect(found).toHaveLength(1);
  });

  test("units that take part, or lie below one that does, follow up too", () => {
    for (const unit of ["TN", "SAN-A"]) expect(told(followUps({}, { Avser: "UPP-2", Enhet: unit, Status: "Planerat", Kommentar: "Väntar också." }))).toEqual([]);
  });

  test("short sentences may be the same, and so may one thing's from two units or two periods", () => {
    const short = { Kommentar: "Arbetet pågår enligt plan." };
    expect(told(followUps({ 1: short, 2: short }))).toEqual([]);
    const long = { Kommentar: "Åtta av tio boenden har fått ett informationsmöte." };
    expect(told(followUps({ 2: long }, { Avser: "UPP-2", Enhet: "TN", Status: "Planerat", ...long }, { Avser: "UPP-1", Period: "T1 2021", Status: "Planerat", ...long }))).toEqual([]);
  });

  test("nor is one sentence in two periods told of where all are looked at", () => {
    const long = { Kommentar: "Åtta av tio boenden har fått ett informationsmöte." };
    expect(told({ installningar: [], ...followUps({ 1: long, 2: { ...long, Period: "T1 2021" } }) })).toEqual([]);
  });

  test("rows that name the same unit are the reader's to tell of", () => {
    const { contents, settings, findings: reading } = read({ ...sound, ...followUps({}, { ...sound.uppfoljning?.[0] }) });
    expect(reading.map(({ ruleId }) => ruleId)).toEqual(["rad.dubblett"]);
    expect(checkRules(contents, settings)).toEqual([]);
  });

  test("measures and documents are not followed up", () => {
    const dokument = [{ "Dokument-id": "DOK-1", Typ: "Uppföljningsrapport", Enhet: "SAN" }];
    expect(told({ dokument, ...followUps({}, { Avser: "MÅTT-1", Kommentar: "Bra." }, { Avser: "DOK-1", Kommentar: "Bra." }) })).toEqual(["uppfoljning.avser-annat 5", "uppfoljning.avser-annat 6"]);
  });

  test("before the start, and in a period to come", () => {
    const uppdrag = (rest: WrittenRows[number]) => ({ uppdrag: [{ ...sound.uppdrag?.[0], ...rest }, ...(sound.uppdrag?.slice(1) ?? [])] });
    expect(told(uppdrag({ Start: 44_500 }))).toEqual(["uppfoljning.fore-start 1"]);
    expect(told(uppdrag({ "År": 2022 }))).toEqual(["uppfoljning.fore-start 1"]);
    expect(told(uppdrag({ "År": 2022, Start: 44_400 }))).toEqual([]);
    expect(told({}, 44_300)).toEqual(["utfall.framtida-period 1", ...[1, 2, 3, 4].map((row) => `uppfoljning.framtida-period ${row}`)]);
  });

  test("what has ended stays ended", () => {
    const before = (status: string) => told(followUps({}, { Avser: "UPP-1", Period: "T1 2021", Status: status, Kommentar: "Klart." }));
    expect(before("Genomfört")).toEqual(["uppfoljning.efter-avslut 1"]);
    expect(before("Nästan genomfört")).toEqual([]);
    // The year is not after its own second tertial.
    expect(told(followUps({ 1: { Status: "Genomfört" } }, { Avser: "UPP-1", Period: "2021", Status: "Pågående", Kommentar: "Klart." }))).toEqual([]);
  });

  test("a goal whose measures propose nothing is left to the committee", () => {
    expect(told({ matt: [{ ...sound.matt?.[0], Riktning: "Följs", "Målvärde": "" }], ...followUps({ 4: { Status: "Ej uppnått" } }) })).toEqual([]);
  });
});

test("every status fits the scale of what it is about, or is told of with the words that do", () => {
  const scales = { "UPP-1": assignmentStatuses, "AKT-1": activityStatuses, "MÅL-1": goalStatuses };
  const places = { "UPP-1": 1, "AKT-1": 3, "MÅL-1": 4 };
  fc.assert(
    fc.property(fc.constantFrom("UPP-1" as const, "AKT-1" as const, "MÅL-1" as const), fc.constantFrom(...followUpStatuses), (id, status) => {
      const found = findings(followUps({ [places[id]]: { Status: status } })).filter(({ ruleId }) => ruleId === "uppfoljning.fel-skala");
      const words: readonly string[] = scales[id];
      if (words.includes(status)) expect(found).toEqual([]);
      else for (const word of words) expect(found[0]?.message.sv).toContain(word);
      expect(found.length).toBe(words.includes(status) ? 0 : 1);
    }),
  );
});
