import fc from "fast-check";
import { checkRules } from "../../src/rules/checkRules.js";
import { read, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

/** A workbook of one assignment, one activity of it, and a follow-up of each, in which nothing is amiss. */
const sound: WrittenWorkbook = {
  installningar: [{ Nyckel: "period", "Värde": "T2 2021" }],
  enheter: [
    { Kod: "SAN", Namn: "Socialnämnden", Typ: "Nämnd" },
    { Kod: "TN", Namn: "Tekniska nämnden", Typ: "Nämnd" },
    { Kod: "SAN-A", Namn: "Avdelningen", Typ: "Enhet", "Överordnad": "SAN" },
  ],
  mal: [{ "Mål-id": "MÅL-1", "Nivå": "Inriktning", "Mål": "Trygghet", Enhet: "SAN" }],
  uppdrag: [{ "Uppdrag-id": "UPP-1", "År": 2021, Uppdrag: "Skriv en rutin", Huvudansvarig: "SAN", Slut: 44_561 }],
  aktiviteter: [{ "Aktivitet-id": "AKT-1", Avser: "UPP-1", Aktivitet: "Fråga grannkommunen", Tidsram: "fortlöpande" }],
  uppfoljning: [
    { Avser: "UPP-1", Period: "T2 2021", Status: "Pågående", Kommentar: "Ett utkast är klart." },
    { Avser: "AKT-1", Period: "T2 2021", Status: "Genomfört", Kommentar: "De svarade snabbt." },
  ],
};

const [april30, august31, september1] = [44_316, 44_439, 44_440];

/** Every rule that tells something of the workbook, with the row it stands in. */
function told(rows: WrittenWorkbook, today?: number): string[] {
  const { contents, settings, findings } = read({ ...sound, ...rows });
  expect(findings).toEqual([]);
  return checkRules(contents, settings, today).map(({ ruleId, at }) => `${ruleId} ${at?.row ?? "–"}`);
}

const assignment = (...rests: WrittenRows): WrittenWorkbook => ({ uppdrag: rests.map((rest) => ({ ...sound.uppdrag?.[0], ...rest })) });
const activity = (...rests: WrittenRows): WrittenWorkbook => ({ aktiviteter: rests.map((rest) => ({ ...sound.aktiviteter?.[0], ...rest })) });
const followUp = (...rests: WrittenRows): WrittenWorkbook => ({ uppfoljning: rests.map((rest) => ({ ...sound.uppfoljning?.[0], ...rest })) });

test("a sound workbook is told nothing", () => {
  expect(told({})).toEqual([]);
  expect(told({}, september1)).toEqual([]);
});

test("nor is one without these registers", () => {
  expect(told({ uppdrag: [], aktiviteter: [], uppfoljning: [] })).toEqual([]);
});

const second = { "Uppdrag-id": "UPP-2", Uppdrag: "Skriv en till" };

describe("assignments", () => {
  test.each<[string, WrittenWorkbook]>([
    ["uppdrag.utan-ansvarig 1", assignment({ Huvudansvarig: "" })],
    ["uppdrag.medansvarig-dubbelt 1", assignment({ Medansvariga: "TN; SAN" })],
    ["uppdrag.medansvarig-dubbelt 1", assignment({ Medansvariga: "TN; tn" })],
    ["uppdrag.inget-slut 0", assignment({ Slut: "" })],
    ["uppdrag.datum-omvanda 1", assignment({ Start: 44_500, Slut: 44_440 })],
    ["uppdrag.ar-orimligt 1", { ...assignment({ "År": 21 }), uppfoljning: [] }],
    ["uppdrag.slut-passerat 1", assignment({ Slut: april30 })],
    ["uppdrag.slut-passerat 1", assignment({ Slut: august31 })],
    ["uppdrag.foregaende-cykel 1", assignment({ "Föregående uppdrag": "UPP-1" })],
  ])("%s", (expected, rows) => {
    expect(told(rows)).toContain(expected);
  });

  test("a unit named twice is told with the list as it ought to be", () => {
    const { contents, settings } = read({ ...sound, ...assignment({ Medansvariga: "SAN; tn; TN; SAN-A" }) });
    expect(checkRules(contents, settings)).toMatchObject([{ ruleId: "uppdrag.medansvarig-dubbelt", fix: { cells: [{ value: "TN; SAN-A" }] } }]);
  });

  test("the one that lacks an end among others that have it", () => {
    const uppfoljning = [...(sound.uppfoljning ?? []), { Avser: "UPP-2", Period: "T2 2021", Status: "Planerat", Kommentar: "Börjar sent." }];
    expect(told({ ...assignment({}, { ...second, Slut: "" }), uppfoljning })).toEqual(["uppdrag.utan-slut 2"]);
  });

  test("an end that has passed is no matter once it has ended or is put off, or before its day is over", () => {
    for (const status of ["Genomfört", "Avbrutet", "Ej genomfört"]) expect(told({ ...assignment({ Slut: april30 }), ...followUp({ Status: status }) })).toEqual([]);
    expect(told({ ...assignment({ Slut: april30 }), ...followUp({ Status: "Försenat", Orsak: "Sjukdom", "Klart senast": 44_500 }) })).toEqual([]);
    expect(told(assignment({ Slut: august31 }), august31)).toEqual([]);
    expect(told(assignment({ Slut: august31 }), september1)).toEqual(["uppdrag.slut-passerat 1"]);
  });

  test("an end after the goal's own, and not on its last day", () => {
    const until = (day: number) => told({ ...assignment({ "Mål-id": "MÅL-1", Slut: 44_561 }), mal: [{ ...sound.mal?.[0], "Giltigt till": day }] });
    expect(until(44_560)).toEqual(["uppdrag.efter-malet 1"]);
    expect(until(44_561)).toEqual([]);
  });

  test("an owner of the goal leads it", () => {
    expect(told(assignment({ Huvudansvarig: "", "Mål-id": "MÅL-1" }))).toEqual([]);
  });

  test("of a chain of predecessors, those that lead back are told, and one of a later year", () => {
    const aktiviteter: WrittenRows = [];
    const uppfoljning = ["UPP-1", "UPP-2"].map((avser) => ({ Avser: avser, Period: "T2 2021", Status: "Pågående", Kommentar: "Går bra." }));
    const chain = (first: string, other: string, year = 2021) =>
      told({ ...assignment({ "Föregående uppdrag": first }, { ...second, "År": year, Start: 44_200, "Föregående uppdrag": other }), aktiviteter, uppfoljning });
    expect(chain("UPP-2", "UPP-1")).toEqual(["uppdrag.foregaende-cykel 1", "uppdrag.foregaende-cykel 2"]);
    expect(chain("", "UPP-1")).toEqual([]);
    expect(chain("UPP-2", "", 2022)).toEqual(["uppdrag.foregaende-senare 1"]);
  });

  test("the same text by the same lead in the same year", () => {
    const uppfoljning = [...(sound.uppfoljning ?? []), { Avser: "UPP-2", Period: "T2 2021", Status: "Planerat", Kommentar: "Börjar sent." }];
    const twice = (rest: WrittenRows[number]) => told({ ...assignment({}, { ...second, Uppdrag: "SKRIV en  rutin", ...rest }), uppfoljning });
    expect(twice({})).toEqual(["uppdrag.samma-text 2"]);
    expect(twice({ Huvudansvarig: "TN" })).toEqual([]);
  });

  test("one of an earlier year goes on, ends or is taken on by another", () => {
    const uppfoljning = sound.uppfoljning?.slice(0, 1) ?? [];
    const earlier = { ...second, "År": 2020, Slut: "" };
    const with2020 = (rest: WrittenRows[number], more: WrittenRows = []) => told({ ...assignment(rest, earlier), aktiviteter: [], uppfoljning: [...uppfoljning, ...more] });
    expect(with2020({})).toEqual(["uppdrag.ej-vidare 2"]);
    expect(with2020({ "Föregående uppdrag": "UPP-2" })).toEqual([]);
    expect(with2020({}, [{ Avser: "UPP-2", Period: "T3 2020", Status: "Genomfört" }])).toEqual([]);
    expect(with2020({}, [{ Avser: "UPP-2", Period: "T3 2020", Status: "Pågående" }])).toEqual(["uppdrag.ej-vidare 2"]);
    expect(with2020({}, [{ Avser: "UPP-2", Period: "T1 2021", Status: "Pågående" }])).toEqual([]);
  });

  test("without a period, what depends on one is not told", () => {
    expect(told({ ...assignment({ Slut: april30, "År": 2019 }), installningar: [], uppfoljning: [] })).toEqual([]);
  });
});

describe("activities", () => {
  test.each<[string, WrittenWorkbook]>([
    ["aktivitet.avser-annat 1", activity({ Avser: "AKT-1" })],
    ["aktivitet.slut-passerat 1", { ...activity({ Slut: april30 }), ...followUp({}) }],
    ["aktivitet.slut-passerat 1", { ...activity({ Tidsram: "Ska vara genomfört 2021-04-30." }), ...followUp({}) }],
    ["aktivitet.slut-passerat 1", { ...activity({ Tidsram: "våren 2021" }), ...followUp({}, { Avser: "AKT-1", Status: "Delvis genomfört", Kommentar: "En bit kvar." }) }],
    ["aktivitet.slut-tidsram 1", activity({ Tidsram: "Ska vara genomfört 2021-04-30.", Slut: august31 })],
    ["aktivitet.slut-tidsram 1", activity({ Tidsram: "Ska vara genomfört 2021-08-31.", Slut: april30 })],
    ["aktivitet.slut-tidsram 1", activity({ Tidsram: "våren 2021", Slut: august31 })],
    ["aktivitet.samma-text 2", activity({}, { "Aktivitet-id": "AKT-2", Aktivitet: "Fråga  GRANNKOMMUNEN" })],
    ["aktivitet.utan-ansvarig 1", { ...activity({}), ...assignment({ Huvudansvarig: "" }) }],
  ])("%s", (expected, rows) => {
    expect(told(rows)).toContain(expected);
  });

  test("fortlöpande is never overdue, nor what is done or no longer to be done", () => {
    expect(told({ ...activity({ Tidsram: "Ska ske fortlöpande under 2020" }), ...followUp({}) })).toEqual([]);
    expect(told(activity({ Slut: april30, Tidsram: "våren 2021" }))).toEqual([]);
    expect(told({ ...activity({ Slut: april30 }), ...followUp({}, { Avser: "AKT-1", Status: "Ej aktuellt", Kommentar: "Struken." }) })).toEqual([]);
  });

  test("the parts of an assignment that has ended are no matter", () => {
    const ended = followUp({ Period: "T1 2021", Status: "Genomfört" });
    expect(told({ ...activity({ Slut: april30 }), ...ended })).toEqual([]);
  });

  test("a measure has no activities of its own", () => {
    const matt = [{ "Mått-id": "MÅTT-1", "Mål-id": "MÅL-1", "Mått": "Antal", "Måttenhet": "antal", Riktning: "Följs" }];
    const utfall = [{ "Mått-id": "MÅTT-1", Period: "T2 2021", Utfall: 5 }];
    expect(told({ matt, utfall, ...activity({ Avser: "MÅTT-1" }) })).toEqual(["aktivitet.avser-annat 1"]);
  });
});

describe("criteria", () => {
  const criteria = (...numbers: readonly (readonly [nr: string, above?: string])[]) =>
    told({ kriterier: numbers.map(([nr, above = ""]) => ({ "Mål-id": "MÅL-1", Nr: nr, "Överordnat nr": above, Kriterium: `Kriterium ${nr}` })) });

  test.each<{ numbers: readonly (readonly [nr: string, above?: string])[]; expected: readonly string[] }>([
    { numbers: [["1"], ["2"], ["3"]], expected: [] },
    { numbers: [["1"], ["2"], ["4"]], expected: ["kriterier.nummer-saknas 3"] },
    { numbers: [["2"]], expected: ["kriterier.nummer-saknas 1"] },
    { numbers: [["1"], ["1.1", "1"], ["1.2", "1"], ["2"]], expected: [] },
    { numbers: [["1"], ["1.1", "1"], ["1.3", "1"]], expected: ["kriterier.nummer-saknas 3"] },
    { numbers: [["1"], ["1.1", "3"]], expected: ["kriterier.overordnat-saknas 2"] },
    { numbers: [["1", "1.1"], ["1.1", "1"]], expected: ["kriterier.cykel 1", "kriterier.cykel 2"] },
    { numbers: [["a"], ["c"]], expected: [] },
  ])("$numbers: $expected", ({ numbers, expected }) => {
    expect(criteria(...numbers)).toEqual(expected);
  });

  test("numbers from one on, in any order, lack nothing; without one in the middle, they do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }).chain((last) => fc.tuple(fc.constant(last), fc.integer({ min: 1, max: last - 1 }))), ([last, gap]) => {
        const numbers = Array.from({ length: last }, (_, index) => index + 1).reverse();
        const asRows = (kept: readonly number[]) => criteria(...kept.map((number) => [String(number)] as const));
        expect(asRows(numbers)).toEqual([]);
        expect(asRows(numbers.filter((number) => number !== gap))).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });
});
