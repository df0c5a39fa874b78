import type { Finding } from "../../src/registers/finding.js";
import { registers, type Kontroll, type Kontrollresultat } from "../../src/registers/registers.js";
import { withSubjects } from "../../src/rules/acceptances.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { aleInternkontrollChoices, aleInternkontrollEnheter, aleKontroller, aleKontrollresultat } from "../fixtures/ale-internkontroll/aleInternkontroll.js";
import { read, writtenRows, type WrittenWorkbook } from "./testWorkbook.js";

interface Facts {
  readonly kontroller?: readonly Kontroll[];
  readonly resultat?: readonly Kontrollresultat[];
  readonly period?: string;
}

function ale({ kontroller = aleKontroller, resultat = aleKontrollresultat, period }: Facts = {}): WrittenWorkbook {
  const choices = { ...aleInternkontrollChoices, ...(period === undefined ? {} : { period }) };
  return {
    installningar: Object.entries(choices).map(([nyckel, varde]) => ({ Nyckel: nyckel, "Värde": varde })),
    enheter: writtenRows(registers.enheter, aleInternkontrollEnheter),
    kontroller: writtenRows(registers.kontroller, kontroller),
    kontrollresultat: writtenRows(registers.kontrollresultat, resultat),
  };
}

const byNumber = new Intl.Collator("sv", { numeric: true }).compare;

/** Each finding as its rule and the place in print of the control, or of the follow-up, whose row it stands in; "–" for a whole column. */
function told(facts?: Facts): string[] {
  const { contents, settings, findings } = read(ale(facts));
  const place = ({ at }: Finding) => (at === undefined || at.row === 0 ? "–" : String(at.row));
  return [...findings, ...checkRules(contents, settings)].map((found) => `${found.ruleId} ${place(found)}`).sort(byNumber);
}

/** The rows of some printed numbers changed. */
function changed<R>(rows: readonly R[], changes: Readonly<Record<number, Partial<R>>>): R[] {
  return rows.map((row, index) => ({ ...row, ...changes[index + 1] }));
}

test("Ale's internal control, first tertial 2019: what the notes say is to be found, and nothing else", () => {
  expect(told()).toEqual(
    [
      // I1: eight without an assessment, of which seven say that no control was made.
      ...[1, 2, 5, 11, 12, 16, 17].map((row) => `kontrollresultat.ej-gjord-utan-bedomning ${row}`),
      "kontrollresultat.bedomning-saknas 9",
      // I2: three times a year, and none in the first tertial. That of delegation is yearly, and has until December.
      "kontroll.for-sallan 1", "kontroll.for-sallan 2",
      // I3: how the training is checked. Nobody is responsible, and no risk is valued.
      "kontroll.ofullstandig 4", "kontroll.tomma-kolumner –",
      // I5 and I6.
      "kontrollresultat.serie-emot-ord 3", "kontrollresultat.procent-utan-underlag 13",
      // Defect 15, and the comment that 1.1 and 1.2 share.
      "kontrollresultat.samma-mening 2", "kontrollresultat.samma-mening 9", "kontrollresultat.samma-mening 12",
      // Defect 16.
      "kontrollresultat.bedomning-kommentar 8", "kontrollresultat.bedomning-kommentar 14", "kontrollresultat.bedomning-kommentar 15",
    ].sort(byNumber),
  );
});

test("what no control has is told once, by name", () => {
  const { contents, settings } = read(ale());
  const [empty] = checkRules(contents, settings).filter(({ ruleId }) => ruleId === "kontroll.tomma-kolumner");
  expect(empty?.message.sv).toBe("Ingen kontroll har något i Ansvarig, Sannolikhet eller Konsekvens, så det kommer inte med i rapporten. Fyll i det om det hör till er plan.");
});

test("where a comment says that no control was made, Ej genomförd is proposed", () => {
  const { contents, settings } = read(ale());
  const proposed = checkRules(contents, settings).filter(({ ruleId }) => ruleId === "kontrollresultat.ej-gjord-utan-bedomning");
  expect(proposed.map(({ fix }) => fix?.cells.map(({ value }) => value))).toEqual(proposed.map(() => ["Ej genomförd"]));
});

describe("when it is mended", () => {
  const mendedControls = changed(aleKontroller, { 4: { hur: "Genomgång av vilka som har deltagit" } }).map((row) => ({ ...row, sannolikhet: 2, konsekvens: 3, ansvarig: "Verksamhetschef" }));
  const own = { bedomning: "Ingen avvikelse" as const };
  const mended = changed(aleKontrollresultat, {
    1: { ...own, kommentar: aleKontrollresultat[0]?.kommentar?.replace("Ingen kontroll har gjorts under T1 2019.", "Stickproven gav inget att anmärka på.") ?? null },
    2: { ...own, kommentar: "Tio fakturor per ansvar granskades." },
    3: { kommentar: "Cheferna kontrollerar sina lönekostnader varje månad. Utförda kontroller: Jan: 14 Feb: 39 Mar: 37 Apr: 45" },
    5: { bedomning: "Ej genomförd" },
    8: { bedomning: "Större avvikelse" },
    9: { bedomning: "Mindre avvikelse", kommentar: "Sektorn bidrar med underlag om dokumentationen." },
    11: { bedomning: "Ej genomförd" },
    12: { bedomning: "Ej genomförd", kommentar: "Stickproven väntar på en ny metod." },
    13: { granskade: 36, avvikande: 8 },
    14: { kommentar: "Arbetet behöver bli mer systematiskt." },
    15: { kommentar: "Modellen behöver förankras mer under 2019." },
    16: { bedomning: "Ej genomförd" },
    17: { bedomning: "Ej genomförd" },
  });

  test("nothing is found", () => {
    expect(told({ kontroller: mendedControls, resultat: mended })).toEqual([]);
  });

  test("each fault by itself is found again", () => {
    const planted = aleKontrollresultat.flatMap((row, index) => told({ kontroller: mendedControls, resultat: changed(mended, { [index + 1]: row }) }));
    const inPlan = aleKontroller.flatMap((row, index) => told({ kontroller: changed(mendedControls, { [index + 1]: { ...row, sannolikhet: 2, konsekvens: 3, ansvarig: "Verksamhetschef" } }), resultat: mended }));
    const riskless = told({ kontroller: mendedControls.map((row) => ({ ...row, sannolikhet: null, konsekvens: null, ansvarig: null })), resultat: mended });
    expect([...planted, ...inPlan, ...riskless].sort(byNumber)).toEqual(told());
  });

  test("at the end of the year the yearly control is missed too, and those of the tertials that nobody followed up", () => {
    const inDecember = told({ kontroller: mendedControls, resultat: mended, period: "T3 2019" });
    expect(inDecember.filter((found) => found.startsWith("kontroll.for-sallan"))).toEqual([1, 2, 3, 6, 7, 9].map((row) => `kontroll.for-sallan ${row}`));
    // Those that go on all the time are not due by number.
    expect(inDecember.filter((found) => found.startsWith("kontroll.utan-resultat"))).toEqual([4, 5, 8, 10, 11, 12].map((row) => `kontroll.utan-resultat ${row}`));
  });
});

test("the same is told of the same, however the sheets are sorted: what has been accepted stays accepted", () => {
  const about = (facts: Facts) => {
    const { contents, settings, findings } = read(ale(facts));
    return withSubjects([...findings, ...checkRules(contents, settings)], contents).map(({ ruleId, subject }) => `${ruleId} ${subject?.key ?? ""}`).sort();
  };
  const inOrder = about({});
  expect(inOrder.filter((text) => text.includes("for-sallan"))).toEqual(["kontroll.for-sallan KON-1, T1 2019", "kontroll.for-sallan KON-2, T1 2019"]);
  expect(about({ kontroller: [...aleKontroller].reverse(), resultat: [...aleKontrollresultat].reverse() })).toEqual(inOrder);
});
