// What units are asked: every row that is due, once, by its owner; the same before and after the period is begun.
import fc from "fast-check";
import { registers } from "../../src/registers/registers.js";
import { defaultSettings, type Settings } from "../../src/registers/settings.js";
import { periodLabel, samePeriod, type Period } from "../../src/registers/values/period.js";
import { newPeriod } from "../../src/rules/assignments/newPeriod.js";
import { workbookOf } from "../../src/rules/workbook.js";
import { answered, type AskedRow, type Form, type Forms } from "../../src/round/form.js";
import { formsOf } from "../../src/round/forms.js";
import { aleKlarmarkering } from "../fixtures/ale-klarmarkering/aleKlarmarkering.js";
import { aleBeslutRows } from "../fixtures/ale-beslut/aleBeslutRows.js";
import { aleInternkontrollRows } from "../fixtures/ale-internkontroll/aleInternkontrollRows.js";
import { aleRows } from "../fixtures/ale/aleRows.js";
import { fleraChoices, fleraEnheter, fleraMal, fleraMatt, fleraUtfall, year2024 } from "../fixtures/flera-namnder/fleraNamnder.js";
import { ostersundRows } from "../fixtures/ostersund/ostersundRows.js";
import { ostersundMalRows } from "../fixtures/ostersund-mal/ostersundMalRows.js";
import { ovanakerRows } from "../fixtures/ovanaker/ovanakerRows.js";
import { contentsOf, type Rows } from "../reports/contentsOf.js";
import { read, writtenRows, type WrittenRows, type WrittenWorkbook } from "../rules/testWorkbook.js";

const t2: Period = { kind: "tertial", year: 2021, number: 2 };
const t3: Period = { ...t2, number: 3 };

const workbook = (rows: Rows, settings: Partial<Settings> = {}) => workbookOf(contentsOf(rows), { ...defaultSettings, ...settings });
const formsFor = (rows: Rows, period: Period, settings: Partial<Settings> = {}) => formsOf(workbook(rows, settings), period);

const rowsOf = ({ sections }: Form): readonly AskedRow[] => sections.flatMap(({ rows }) => rows);
const names = (rows: readonly AskedRow[]) => rows.map(({ register, key }) => JSON.stringify([register, ...key.map((part) => part.toLowerCase())]));
const allRows = ({ forms }: Forms) => forms.flatMap(rowsOf);

function formOf({ forms }: Forms, unit: string): Form {
  const found = forms.find((form) => form.unit === unit);
  if (found === undefined) throw new Error(`${unit} has no form`);
  return found;
}

test("Östersund's units are asked about the assignments that they lead and that go on, with what they said last", () => {
  const forms = formsFor(ostersundRows, t3);
  expect(forms.forms.map((form) => [form.unit, rowsOf(form).length, answered(form)])).toEqual([
    ["VON", 6, { asked: 12, answered: 0 }], ["SAN", 7, { asked: 14, answered: 0 }], ["GÖN", 4, { asked: 8, answered: 0 }],
  ]);
  expect(forms.ownerless).toEqual([]);
  const [first] = rowsOf(formOf(forms, "VON"));
  const said = ostersundRows.uppfoljning?.find(({ avser }) => avser === first?.key[0]);
  expect(first).toMatchObject({ register: "uppfoljning", isStanding: false, what: ostersundRows.uppdrag?.[0]?.uppdrag });
  expect(first?.last).toContain(said?.kommentar?.slice(0, 40));
  expect(first?.answers.map(({ column, isNeeded }) => [column, isNeeded])).toEqual([["status", true], ["kommentar", true], ["orsak", false], ["klartSenast", false]]);
});

test("a period that is under way shows what has been answered already", () => {
  const forms = formsFor(ostersundRows, t2);
  for (const row of allRows(forms)) {
    const standing = ostersundRows.uppfoljning?.find(({ avser }) => avser === row.key[0]);
    expect([row.isStanding, row.answers.find(({ column }) => column === "kommentar")?.value]).toEqual([true, standing?.kommentar]);
  }
});

test("Ale: a measure tells where it is to go and what it was, women and men are asked for where the measure is divided", () => {
  const rows: Rows = { ...aleRows, matt: (aleRows.matt ?? []).map((row, index) => (index === 0 ? { ...row, konsuppdelat: "Ja" } : row)) };
  const [divided, other] = rowsOf(formOf(formsFor(rows, { kind: "tertial", year: 2019, number: 2 }), "OAN"));
  expect(divided).toMatchObject({ register: "utfall", about: "Ska minska till högst 5,5\u00a0%", last: "T1 2019: 5,5\u00a0%" });
  expect(divided?.answers.map(({ column }) => column)).toEqual(["utfall", "kvinnor", "man", "kommentar"]);
  expect(other?.answers.map(({ column }) => column)).toEqual(["utfall", "kommentar"]);
  expect(other?.last).toBe("T1 2019: 14,8\u00a0%\nT1 2018: 14,2\u00a0%");
});

test("units below a committee answer for themselves, and what others are compared with for nothing", () => {
  const rows: Rows = { enheter: fleraEnheter, mal: fleraMal, matt: fleraMatt, utfall: fleraUtfall };
  const { forms } = formsFor(rows, year2024, { rapportering: fleraChoices.rapportering });
  expect(forms.map(({ unit }) => unit)).toEqual(expect.arrayContaining(["NS", "SS"]));
  expect(forms.map(({ unit }) => unit)).not.toContain("RIKET");
});

describe("controls", () => {
  const t2of2019: Period = { kind: "tertial", year: 2019, number: 2 };
  const controls = aleInternkontrollRows.kontroller ?? [];
  const units: Rows["enheter"] = [
    { kod: "OAN", namn: "Omsorgs- och arbetsmarknadsnämnden", typ: "Nämnd", overordnad: null, alias: null, ordning: 1 },
    { kod: "EK", namn: "Ekonomienheten", typ: "Enhet", overordnad: "OAN", alias: ["Ekonomi"], ordning: 2 },
  ];

  test("go to the unit that Ansvarig names, else to the workbook's own", () => {
    const rows: Rows = { enheter: units, kontroller: controls.map((row, index) => (index === 0 ? { ...row, ansvarig: "ekonomi" } : row)), kontrollresultat: [] };
    const forms = formsFor(rows, t2of2019, { enhet: "OAN" });
    expect(forms.forms.map((form) => [form.unit, new Set(rowsOf(form).map(({ key: [id] }) => id)).size])).toEqual([["OAN", controls.length - 1], ["EK", 1]]);
  });

  test("of a workbook of nobody's in particular are told, since nobody can be asked", () => {
    const { forms, ownerless } = formsFor({ enheter: units, kontroller: controls, kontrollresultat: [] }, t2of2019);
    expect(forms).toEqual([]);
    expect(ownerless).toHaveLength(controls.length);
    expect(ownerless[0]).toMatch(/^\S+ \S+/u);
  });
});

test("decisions that somebody waited on during the period go to the workbook's unit and nobody else", () => {
  const { contents, settings } = read({ installningar: [{ Nyckel: "enhet", "Värde": "OAN" }], enheter: writtenRows(registers.enheter, aleBeslutRows.enheter ?? []), beslut: writtenRows(registers.beslut, aleBeslutRows.beslut ?? []) });
  const { forms } = formsOf(workbookOf(contents, settings), { kind: "quarter", year: 2019, number: 1 });
  expect(forms.map((form) => [form.unit, rowsOf(form).every(({ register }) => register === "beslut"), rowsOf(form).length > 0])).toEqual([["OAN", true, true]]);
  expect(answered(formOf({ forms, ownerless: [], period: t2 }, "OAN")).asked).toBe(0);
});

test("what nobody owns is told by id and text", () => {
  const { ownerless } = formsFor(ostersundMalRows, year2024);
  expect(ownerless).toHaveLength(3);
  expect(ownerless[0]).toMatch(/^UPP-1 Utveckla .*…$/u);
});

test("reports owed are to be marked ready; who owes none marks the round itself", () => {
  const t1: Period = { kind: "tertial", year: 2019, number: 1 };
  const owed = aleKlarmarkering.filter(({ period }) => samePeriod(period, t1));
  const { forms } = formsFor({ ...aleRows, enheter: [...(aleRows.enheter ?? []), ...[...new Set(owed.map(({ enhet }) => enhet))].map((kod, index) => ({ kod, namn: kod, typ: "Enhet" as const, overordnad: "OAN", alias: null, ordning: index + 2 }))], klarmarkering: aleKlarmarkering }, t1);
  const marked = forms.flatMap(({ unit, ready }) => ready.map(({ report, deadline }) => [unit, report, deadline]));
  expect(marked).toEqual(expect.arrayContaining(owed.map(({ enhet, rapport, senast }) => [enhet, rapport, senast])));
  const [own] = formOf({ forms, ownerless: [], period: t1 }, "OAN").ready;
  expect(own).toMatchObject({ report: "Uppföljning", deadline: null, isStanding: false, key: ["Uppföljning", "OAN", "T1 2019"] });
});

const id = fc.constantFrom("MÅL-1", "MÅL-2", "UPP-1", "UPP-2", "UPP-3", "AKT-1", "AKT-2", "MÅTT-1", "finns inte");
const unit = fc.constantFrom("", "SAN", "TN", "san-a", "okänd", "RIKET");
const anyPeriod = fc.constantFrom("T1 2021", "T2 2021", "T3 2021", "2021", "T1 2022");
const rows = (row: fc.Arbitrary<WrittenRows[number]>, maxLength: number) => fc.array(row, { maxLength });
const anyWorkbook: fc.Arbitrary<WrittenWorkbook> = fc.record({
  installningar: fc.constantFrom([], [{ Nyckel: "enhet", "Värde": "TN" }]),
  enheter: fc.constant([
    { Kod: "SAN", Namn: "Socialnämnden", Typ: "Nämnd" }, { Kod: "TN", Namn: "Tekniska nämnden", Typ: "Nämnd" },
    { Kod: "SAN-A", Namn: "Avdelningen", Typ: "Enhet", "Överordnad": "SAN" }, { Kod: "RIKET", Namn: "Riket", Typ: "Jämförelse" },
  ]),
  mal: rows(fc.record({ "Mål-id": fc.constantFrom("MÅL-1", "MÅL-2"), "Nivå": fc.constantFrom("Nämndmål", "Kvalitetsinsats"), "Mål": fc.constant("Trygghet"), Enhet: unit }), 3),
  matt: rows(fc.record({ "Mått-id": fc.constantFrom("MÅTT-1", "MÅTT-2"), "Mål-id": id, "Mått": fc.constant("Trygga"), "Måttenhet": fc.constantFrom("antal", "%"), Riktning: fc.constant("Öka"), "Målvärde": fc.constantFrom("", 5) }), 3),
  utfall: rows(fc.record({ "Mått-id": fc.constantFrom("MÅTT-1", "MÅTT-2"), Period: anyPeriod, Enhet: unit, Utfall: fc.constantFrom("", 4, "gott") }), 5),
  uppdrag: rows(fc.record({ "Uppdrag-id": fc.constantFrom("UPP-1", "UPP-2", "UPP-3"), "Mål-id": fc.constantFrom("", "MÅL-1"), "År": fc.constantFrom(2021, 2022), Uppdrag: fc.constantFrom("Skriv", "Läs"), Huvudansvarig: unit }), 4),
  aktiviteter: rows(fc.record({ "Aktivitet-id": fc.constantFrom("AKT-1", "AKT-2"), Avser: id, Aktivitet: fc.constantFrom("Ring", "Skriv"), Tidsram: fc.constantFrom("", "fortlöpande") }), 3),
  uppfoljning: rows(fc.record({ Avser: id, Period: anyPeriod, Enhet: unit, Status: fc.constantFrom("", "Pågående", "Genomfört"), Kommentar: fc.constantFrom("", "Går bra.") }), 6),
  kontroller: rows(fc.record({ "Kontroll-id": fc.constantFrom("KON-1", "KON-2"), Sort: fc.constant("Egenkontroll"), Risk: fc.constant("Fel"), Ansvarig: fc.constantFrom("", "SAN", "enhetschef") }), 3),
  kontrollresultat: rows(fc.record({ "Kontroll-id": fc.constantFrom("KON-1", "KON-2", "KON-9"), Period: anyPeriod, Nr: fc.constantFrom(1, 2) }), 4),
  klarmarkering: rows(fc.record({ Rapport: fc.constantFrom("Uppföljning", "Intern kontroll"), Enhet: fc.constantFrom("SAN", "TN"), Period: anyPeriod, Senast: fc.constantFrom(44_300, 44_500) }), 3),
});

test("whatever the registers hold, each row that is due is asked of one unit or told as nobody's, and never twice", () => {
  fc.assert(
    fc.property(anyWorkbook, fc.constantFrom(t2, t3), (written, period) => {
      const { contents, settings } = read(written);
      const made = workbookOf(contents, settings);
      const forms = formsOf(made, period);
      const asked = names(allRows(forms));
      expect(new Set(asked).size).toBe(asked.length);
      const inPeriod = <Row extends { readonly values: { readonly period: Period } }>(all: readonly Row[] = []) => all.filter(({ values }) => samePeriod(values.period, period));
      const added = newPeriod(made, period, []);
      const label = periodLabel(period);
      const due = [
        ...inPeriod(contents.utfall?.rows).filter((row) => !made.units.isComparison(made.outcomes.unitOf(row))).map((row) => ["utfall", row.values.mattId, label, made.outcomes.unitOf(row)]),
        ...added.outcomes.map(({ mattId, enhet }) => { const measure = made.subjects.find(mattId); return ["utfall", mattId, label, enhet ?? (measure?.kind === "measure" ? made.tree.ownerOfMeasure(measure.row) : null)]; }),
        ...inPeriod(contents.uppfoljning?.rows).map((row) => ["uppfoljning", row.values.avser, label, made.followUps.unitOf(row)]),
        ...added.followUps.map(({ avser, enhet }) => { const subject = made.subjects.find(avser); return ["uppfoljning", avser, label, enhet ?? (subject === undefined ? null : made.subjects.ownerOf(subject))]; }),
        ...[...inPeriod(contents.kontrollresultat?.rows).map(({ values }) => values), ...added.controlResults].map(({ kontrollId, nr }) => ["kontrollresultat", kontrollId, label, String(nr)]),
      ].map((parts) => JSON.stringify(parts.map((part) => part?.toLowerCase() ?? null)));
      const isKnown = (owner: string | null) => owner !== null && ["san", "tn", "san-a"].includes(owner.toLowerCase());
      // A row of a form is known by its register and key; the unit of a blank Enhet is the form's.
      const told = forms.forms.flatMap((form) => rowsOf(form).map(({ register, key }) => JSON.stringify([register, key[0], key[1], register === "kontrollresultat" ? key[2] : form.unit].map((part) => part?.toLowerCase()))));
      const owned = [...new Set(due)].filter((name) => name.startsWith('["kontrollresultat"') ? told.includes(name) : isKnown((JSON.parse(name) as (string | null)[])[3] ?? null));
      expect([...told].sort()).toEqual(owned.sort());
      expect(told.length + forms.ownerless.length).toBe(new Set(due).size);
    }),
    { numRuns: 60 },
  );
});

test("no unit sees what another owns, and what is asked is the same when Ny period has made its rows", () => {
  for (const [given, period, settings] of [[ostersundRows, t3, {}], [ovanakerRows, { kind: "year", year: 2018, number: 1 }, { rapportering: "år", enhet: "SN" }]] as const) {
    const made = workbook(given, settings);
    const before = formsOf(made, period);
    const added = newPeriod(made, period, []);
    const begun: Rows = {
      ...given, utfall: [...(given.utfall ?? []), ...added.outcomes], uppfoljning: [...(given.uppfoljning ?? []), ...added.followUps],
      kontrollresultat: [...(("kontrollresultat" in given && given.kontrollresultat) || []), ...added.controlResults],
    };
    const after = formsFor(begun, period, settings);
    expect(after.forms.map((form) => [form.unit, names(rowsOf(form)), answered(form)])).toEqual(before.forms.map((form) => [form.unit, names(rowsOf(form)), answered(form)]));
    expect(allRows(before).length).toBeGreaterThan(10);
    expect(allRows(before).every(({ isStanding }) => !isStanding)).toBe(true);
    expect(allRows(after).every(({ isStanding }) => isStanding)).toBe(true);
  }
});
