import { defaultSettings } from "../../src/registers/settings.js";
import type { Period } from "../../src/registers/values/period.js";
import { deadlinesNext, dueNext } from "../../src/rules/assignments/dueNext.js";
import { workbookOf } from "../../src/rules/measures/measureResults.js";
import { newPeriod } from "../../src/rules/assignments/newPeriod.js";
import { aleKlarmarkering } from "../fixtures/ale-klarmarkering/aleKlarmarkering.js";
import { aleKontroller, aleKontrollresultat } from "../fixtures/ale-internkontroll/aleInternkontroll.js";
import { contentsOf, type Rows } from "../reports/contentsOf.js";
import { aleRows, assignment, followUp, tertial1 } from "../reports/reportOf.js";

const tertial2: Period = { ...tertial1, number: 2 };
const tertial3: Period = { ...tertial1, number: 3 };
const ale: Rows = { ...aleRows, kontroller: aleKontroller, kontrollresultat: aleKontrollresultat, klarmarkering: aleKlarmarkering };

const workbook = (rows: Rows) => workbookOf(contentsOf(rows), defaultSettings);
const counts = (rows: Rows, unit: string | null = null) => {
  const { outcomes, followUps, controls, signOffs } = dueNext(workbook(rows), { unit, period: tertial1 });
  return [outcomes.length, followUps.length, controls.length, signOffs.length];
};

test("what is due next is what Ny period would ask for, also when it has asked already", () => {
  const asked = newPeriod(workbook(ale), tertial2, []);
  const expected = [asked.outcomes.length, asked.followUps.length, asked.controlResults.length, asked.signOffs.length];
  expect(expected.every((count) => count > 0)).toBe(true);
  expect(counts(ale)).toEqual(expected);
  const begun: Rows = {
    ...ale,
    utfall: [...(ale.utfall ?? []), ...asked.outcomes],
    uppfoljning: [...(ale.uppfoljning ?? []), ...asked.followUps],
    kontrollresultat: [...(ale.kontrollresultat ?? []), ...asked.controlResults],
    klarmarkering: [...(ale.klarmarkering ?? []), ...asked.signOffs],
  };
  expect(counts(begun)).toEqual(expected);
});

test("a unit owes its own reports; controls belong to no unit", () => {
  expect(counts(ale, "E08").slice(2)).toEqual([counts(ale)[2], 1]);
  expect(counts(ale, "E99").slice(2)).toEqual([counts(ale)[2], 0]);
});

test("assignments that nobody has ended are asked about when the year ends", () => {
  const rows: Rows = {
    uppdrag: [assignment({ id: "UPP-1" }), assignment({ id: "UPP-2" })],
    uppfoljning: [followUp({ avser: "UPP-1", period: tertial3, status: "Pågående" }), followUp({ avser: "UPP-2", period: tertial3, status: "Genomfört" })],
  };
  expect(dueNext(workbook(rows), { unit: null, period: tertial3 }).toCarryOn.map(({ values }) => values.id)).toEqual(["UPP-1"]);
  expect(dueNext(workbook(rows), { unit: null, period: tertial1 }).toCarryOn).toEqual([]);
});

test("what is to be done in the next period comes by its day, and not what is done", () => {
  const serial = { may: 43_600, august: 43_708, september: 43_709 };
  const rows: Rows = {
    uppdrag: [
      assignment({ id: "UPP-1", slut: serial.august }), assignment({ id: "UPP-2", slut: serial.may }), assignment({ id: "UPP-3", slut: serial.may }),
      assignment({ id: "UPP-4", slut: serial.september }), assignment({ id: "UPP-5", slut: serial.may }),
    ],
    aktiviteter: [{ id: "AKT-1", avser: "UPP-1", ansvarig: null, aktivitet: "Utbildning", tidsram: "senast juni 2019", slut: null, resurs: null, ordning: null }],
    // Put off to a later period, and done.
    uppfoljning: [followUp({ avser: "UPP-3", status: "Försenat", klartSenast: serial.september }), followUp({ avser: "UPP-5", status: "Genomfört" })],
  };
  expect(deadlinesNext(workbook(rows), { unit: null, period: tertial1 }).map(({ row }) => row.values.id)).toEqual(["UPP-2", "AKT-1", "UPP-1"]);
});
