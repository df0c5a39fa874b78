import fc from "fast-check";
import { workbookOf } from "../../src/rules/measures/measureResults.js";
import { assignmentsOf, followUpsDue, reportedAssignments } from "../../src/rules/assignments/assignments.js";
import type { Period } from "../../src/registers/values/period.js";
import { registers } from "../../src/registers/registers.js";
import { ostersundEnheter, ostersundUppdrag, ostersundUppfoljning } from "../fixtures/ostersund/ostersund.js";
import { read, writtenRows, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

const tertial2: Period = { kind: "tertial", year: 2021, number: 2 };

/** A housing committee with a unit, and two committees that take part; the goal is the housing committee's. */
const small = (rows: { readonly uppdrag: WrittenRows; readonly uppfoljning?: WrittenRows; readonly aktiviteter?: WrittenRows }): WrittenWorkbook => ({
  enheter: [
    { Kod: "TN", Namn: "Tekniska nämnden", Typ: "Nämnd", Ordning: 3 },
    { Kod: "SAN", Namn: "Socialnämnden", Typ: "Nämnd", Ordning: 2 },
    { Kod: "BN", Namn: "Bostadsnämnden", Typ: "Nämnd", Ordning: 1 },
    { Kod: "BN-A", Namn: "Akuten", Typ: "Enhet", "Överordnad": "BN" },
  ],
  mal: [{ "Mål-id": "MÅL-1", "Nivå": "Nämndmål", "Mål": "Tak över huvudet", Enhet: "BN" }],
  ...rows,
});
const assignment = (id: string, rest: WrittenRows[number] = {}): WrittenRows[number] => ({ "Uppdrag-id": id, "År": 2021, Uppdrag: `Bygg ${id}`, Huvudansvarig: "BN", ...rest });
const followUp = (avser: string, rest: WrittenRows[number] = {}): WrittenRows[number] => ({ Avser: avser, Period: "T2 2021", Kommentar: `Om ${avser}`, ...rest });

function workbook(written: WrittenWorkbook) {
  const { contents, settings } = read(written);
  return workbookOf(contents, settings);
}
const results = (written: WrittenWorkbook, unit: string | null = null, period = tertial2) => assignmentsOf(workbook(written), { unit, period });
const ids = (all: ReturnType<typeof results>) => all.map((result) => result.assignment.values.id);

describe("Östersund, T2 2021", () => {
  const written: WrittenWorkbook = {
    enheter: writtenRows(registers.enheter, ostersundEnheter),
    uppdrag: writtenRows(registers.uppdrag, ostersundUppdrag),
    uppfoljning: writtenRows(registers.uppfoljning, ostersundUppfoljning),
  };
  const printed = ostersundUppdrag.map(({ id }) => id);

  test("all 18 in printed order, each with its comment; 7, 7 and 4 by committee", () => {
    const all = results(written);
    expect(ids(all)).toEqual(printed);
    expect(all.map(({ comment }) => comment)).toEqual(ostersundUppfoljning.map(({ kommentar }) => kommentar));
    expect(["VON", "SAN", "GÖN"].map((unit) => results(written, unit).length)).toEqual([7, 7, 4]);
    expect(all.filter(({ status }) => status === null)).toHaveLength(6);
  });

  test("whatever the order of the rows", () => {
    const shuffled = (rows: WrittenRows | undefined) => fc.shuffledSubarray([...(rows ?? [])], { minLength: rows?.length ?? 0 });
    fc.assert(
      fc.property(shuffled(written.uppdrag), shuffled(written.uppfoljning), shuffled(written.enheter), (uppdrag, uppfoljning, enheter) => {
        const all = results({ uppdrag, uppfoljning, enheter });
        expect(all.map((result) => [result.assignment.values.id, result.comment])).toEqual(ostersundUppfoljning.map(({ avser, kommentar }) => [avser, kommentar]));
      }),
      { numRuns: 20 },
    );
  });

  test("all of them are due, and 12 have a status", () => {
    const due = followUpsDue(workbook(written), { unit: null, period: tertial2 });
    expect(due.map(({ subject }) => subject.row.values.id)).toEqual(printed);
    expect(due.filter((each) => (each.followUp?.values.status ?? null) !== null)).toHaveLength(12);
  });
});

describe("who leads and who reports", () => {
  test("an assignment without a lead of its own is led by the owner of its goal", () => {
    const [result] = results(small({ uppdrag: [assignment("UPP-1", { Huvudansvarig: "", "Mål-id": "MÅL-1" })], uppfoljning: [followUp("UPP-1")] }));
    expect(result).toMatchObject({ lead: "BN", comment: "Om UPP-1" });
    expect(results(small({ uppdrag: [assignment("UPP-1", { Huvudansvarig: "" })] }))).toMatchObject([{ lead: null }]);
  });

  test("a blank Enhet is the lead, and the others' words stand beside", () => {
    const shared = small({
      uppdrag: [assignment("UPP-1", { Medansvariga: "TN; SAN; BN" })],
      uppfoljning: [followUp("UPP-1", { Enhet: "TN", Kommentar: "Tekniska" }), followUp("UPP-1", { Enhet: "SAN", Kommentar: "Sociala" }), followUp("UPP-1", { Kommentar: "Bostad" })],
    });
    const [all] = results(shared);
    expect(all).toMatchObject({ lead: "BN", others: ["TN", "SAN"], comment: "Bostad" });
    expect(all?.further.map(({ values }) => values.kommentar)).toEqual(["Sociala", "Tekniska"]);
    expect(results(shared, "TN")).toMatchObject([{ comment: "Tekniska" }]);
  });

  test("of a unit's several rows only the upper one is reported, as the finding about them says", () => {
    const comments = ["Bostad", "Bostad igen", "Tekniska", "Tekniska igen"];
    const [result] = results(small({
      uppdrag: [assignment("UPP-1", { Medansvariga: "TN" })],
      uppfoljning: comments.map((comment) => followUp("UPP-1", { Enhet: comment.startsWith("T") ? "TN" : "", Kommentar: comment })),
    }));
    expect(result?.comment).toBe("Bostad");
    expect(result?.further.map(({ values }) => values.kommentar)).toEqual(["Tekniska"]);
  });

  test("a committee that takes part and has not reported is shown what the lead reports", () => {
    const written = small({ uppdrag: [assignment("UPP-1", { Medansvariga: "TN" })], uppfoljning: [followUp("UPP-1")] });
    expect(results(written, "TN")).toMatchObject([{ comment: "Om UPP-1" }]);
    expect(results(written, "SAN")).toEqual([]);
  });

  test("a unit below the committee counts as the committee's", () => {
    const written = small({ uppdrag: [assignment("UPP-1", { Huvudansvarig: "BN-A" }), assignment("UPP-2", { Huvudansvarig: "SAN" })], uppfoljning: [followUp("UPP-1")] });
    expect(ids(results(written, "BN"))).toEqual(["UPP-1"]);
    expect(results(written, "BN")).toMatchObject([{ lead: "BN-A", comment: "Om UPP-1" }]);
  });

  test("a word of another scale is no status", () => {
    expect(results(small({ uppdrag: [assignment("UPP-1")], uppfoljning: [followUp("UPP-1", { Status: "Uppnått" })] }))).toMatchObject([{ status: null }]);
  });
});

describe("which are in force", () => {
  const shown = (rest: WrittenRows[number], period: Period = tertial2) => results(small({ uppdrag: [assignment("UPP-1", rest)] }), null, period).length === 1;
  const first: Period = { ...tertial2, number: 1 };
  const next: Period = { kind: "tertial", year: 2022, number: 1 };
  const [april30, may1, december31, januaryNext] = [44_316, 44_317, 44_561, 44_562];

  test("those of the year, where no dates say otherwise", () => {
    expect(shown({})).toBe(true);
    expect(shown({}, next)).toBe(false);
    expect(shown({ "År": 2022 })).toBe(false);
  });

  test("from the period that Start lies in", () => {
    expect(shown({ Start: may1 })).toBe(true);
    expect(shown({ Start: may1 + 30 })).toBe(true);
    expect(shown({ Start: may1 }, first)).toBe(false);
    expect(shown({ "År": 2022, Start: april30 })).toBe(true);
  });

  test("to the year's end of Slut: one that is late is still to be followed up", () => {
    expect(shown({ Slut: april30 })).toBe(true);
    expect(shown({ Slut: december31 }, next)).toBe(false);
    expect(shown({ Slut: januaryNext }, next)).toBe(true);
  });

  test("a Klart senast later than Slut puts the end off, an earlier one is a day on the way", () => {
    const shownNext = (slut: number, klartSenast: number) =>
      ids(results(small({ uppdrag: [assignment("UPP-1", { Slut: slut })], uppfoljning: [followUp("UPP-1", { Status: "Försenat", "Klart senast": klartSenast })] }), null, next));
    expect(shownNext(december31, januaryNext)).toEqual(["UPP-1"]);
    expect(shownNext(januaryNext, december31)).toEqual(["UPP-1"]);
    expect(shownNext(december31, april30)).toEqual([]);
  });

  test("not after the lead has ended it, and always where it is followed up", () => {
    const ended = (status: string, ...more: WrittenRows) =>
      reportedAssignments(workbook(small({ uppdrag: [assignment("UPP-1")], uppfoljning: [followUp("UPP-1", { Period: "T1 2021", Status: status }), ...more] })), { unit: null, period: tertial2 });
    for (const status of ["Genomfört", "Ej genomfört", "Avbrutet"]) {
      expect(ended(status).notInForce).toHaveLength(1);
      expect(ended(status, followUp("UPP-1")).reported).toHaveLength(1);
    }
    expect(ended("Nästan genomfört").reported).toHaveLength(1);
    expect(ended("Genomfört", followUp("UPP-1", { Period: "T1 2021", Status: "Pågående", Enhet: "TN" })).notInForce).toHaveLength(1);
  });
});

test("activities are due after what they belong to, and those of a goal are not", () => {
  const aktiviteter = [
    { "Aktivitet-id": "AKT-2", Avser: "UPP-1", Aktivitet: "Rita", Ordning: 2 },
    { "Aktivitet-id": "AKT-1", Avser: "upp-1", Aktivitet: "Gräva", Ordning: 1 },
    { "Aktivitet-id": "AKT-3", Avser: "MÅL-1", Aktivitet: "Fira" },
  ];
  const written = small({ uppdrag: [assignment("UPP-1"), assignment("UPP-2", { Huvudansvarig: "SAN" })], aktiviteter, uppfoljning: [followUp("AKT-1", { Status: "Genomfört" })] });
  const due = (unit: string | null) => followUpsDue(workbook(written), { unit, period: tertial2 });
  expect(due(null).map(({ subject }) => subject.row.values.id)).toEqual(["UPP-1", "AKT-1", "AKT-2", "UPP-2"]);
  expect(due("BN").map(({ subject, followUp: row }) => [subject.row.values.id, row?.values.status])).toEqual([["UPP-1", undefined], ["AKT-1", "Genomfört"], ["AKT-2", undefined]]);
});
