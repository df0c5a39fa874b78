import fc from "fast-check";
import { followUpStatuses } from "../../src/registers/definitions/statusWords.js";
import { accepted, withSubjects } from "../../src/rules/acceptances.js";
import { followUpsDue, reportedAssignments } from "../../src/rules/assignments/assignments.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { workbookOf } from "../../src/rules/measures/measureResults.js";
import { read, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

const id = fc.constantFrom("MÅL-1", "MÅL-2", "UPP-1", "UPP-2", "UPP-3", "AKT-1", "AKT-2", "MÅTT-1", "finns inte");
const unit = fc.constantFrom("", "SAN", "TN", "SAN-A", "okänd");
const period = fc.constantFrom("T1 2021", "T2 2021", "T3 2021", "2021", "Kvartal 2 2021", "T1 2022");
const day = fc.constantFrom<string | number>("", 44_197, 44_316, 44_439, 44_561, 44_700);
const text = fc.constantFrom("", "Resten hålls under T3.", "Klart, men arbetet fortsätter.", "Avtalet gäller 2021–2023.", "Åtta av tio boenden har fått ett informationsmöte i år.", "Något har skjutits upp.", "19121212-1212");
const rows = (row: fc.Arbitrary<WrittenRows[number]>, maxLength: number) => fc.array(row, { maxLength });

const anyWorkbook: fc.Arbitrary<WrittenWorkbook> = fc.record({
  installningar: fc.oneof(fc.constant([]), period.map((value) => [{ Nyckel: "period", "Värde": value }])),
  enheter: fc.constant([
    { Kod: "SAN", Namn: "Socialnämnden", Typ: "Nämnd" }, { Kod: "TN", Namn: "Tekniska nämnden", Typ: "Nämnd" },
    { Kod: "SAN-A", Namn: "Avdelningen", Typ: "Enhet", "Överordnad": "SAN" },
  ]),
  mal: rows(fc.record({ "Mål-id": fc.constantFrom("MÅL-1", "MÅL-2"), "Nivå": fc.constantFrom("Nämndmål", "Inriktning"), "Mål": fc.constant("Trygghet"), Enhet: unit }), 3),
  matt: rows(fc.record({ "Mått-id": fc.constant("MÅTT-1"), "Mål-id": id, "Mått": fc.constant("Trygga"), "Måttenhet": fc.constant("antal"), Riktning: fc.constant("Öka"), "Målvärde": fc.constantFrom("", 5) }), 2),
  utfall: rows(fc.record({ "Mått-id": fc.constant("MÅTT-1"), Period: period, Utfall: fc.constantFrom("", 4, 6) }), 2),
  kriterier: rows(fc.record({ "Mål-id": id, Nr: fc.constantFrom("1", "2", "4", "1.1", "a"), "Överordnat nr": fc.constantFrom("", "1", "2", "9"), Kriterium: fc.constant("Klart") }), 4),
  uppdrag: rows(
    fc.record({
      "Uppdrag-id": fc.constantFrom("UPP-1", "UPP-2", "UPP-3"), "Mål-id": fc.constantFrom("", "MÅL-1", "MÅL-2"), "År": fc.constantFrom(2020, 2021, 2022, 21), Uppdrag: fc.constantFrom("Skriv", "Läs"),
      Huvudansvarig: unit, Medansvariga: fc.constantFrom("", "TN", "SAN; TN", "TN; TN"), Start: day, Slut: day, "Föregående uppdrag": fc.constantFrom("", "UPP-1", "UPP-2", "UPP-3"),
    }),
    4,
  ),
  aktiviteter: rows(
    fc.record({ "Aktivitet-id": fc.constantFrom("AKT-1", "AKT-2"), Avser: id, Ansvarig: fc.constantFrom("", "Chefer"), Aktivitet: fc.constantFrom("Ring", "Skriv"), Tidsram: fc.constantFrom("", "fortlöpande", "våren 2021", "2021-04-30"), Slut: day }),
    3,
  ),
  uppfoljning: rows(
    fc.record({ Avser: id, Period: period, Enhet: unit, Status: fc.constantFrom("", ...followUpStatuses), Kommentar: text, Orsak: fc.constantFrom("", "Sjukdom"), "Klart senast": day }),
    6,
  ),
});

test("whatever the registers hold, each finding is a plain sentence about a cell that is there", () => {
  fc.assert(
    fc.property(anyWorkbook, fc.option(fc.constantFrom(44_300, 44_500), { nil: undefined }), (written, today) => {
      const { contents, settings, findings } = read(written);
      const all = withSubjects([...findings, ...checkRules(contents, settings, today)], contents);
      for (const { ruleId, message, at, register } of all) {
        for (const told of [message.sv, message.en]) expect(told).toMatch(/^[^!]*[.?]$/u);
        expect(`${ruleId}: ${message.sv} ${message.en}`).not.toMatch(/undefined|null|NaN|\[object/u);
        const key = Object.values(contents).find((content) => content.register.table === register);
        if (at !== undefined && key !== undefined) expect(at.sheet).toBe(key.sheet);
      }
    }),
    { numRuns: 100 },
  );
});

test("every finding that is known by something can be accepted by it, and then no row of Godtaganden is idle", () => {
  const checked = (written: WrittenWorkbook) => {
    const { contents, settings, findings } = read(written);
    const all = withSubjects([...findings, ...checkRules(contents, settings)], contents);
    return { all, ...accepted(all, contents, settings) };
  };
  fc.assert(
    fc.property(anyWorkbook, (written) => {
      const known = checked(written).all.flatMap(({ ruleId, subject }) => (subject === undefined ? [] : [{ ruleId, subject }]));
      const godtaganden = known.map(({ ruleId, subject }) => ({ Regel: ruleId, Avser: subject.key, "Värde": subject.value, "Skäl": "Vi vet", Datum: 44_439 }));
      const { open, accepted: told, findings } = checked({ ...written, godtaganden });
      expect(open.filter(({ subject }) => subject !== undefined)).toEqual([]);
      expect(told).toHaveLength(known.length);
      expect(findings).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("every assignment is reported or left out, once, for the whole workbook; what is due is what is in force", () => {
  fc.assert(
    fc.property(anyWorkbook, ({ ...written }) => {
      const { contents, settings } = read(written);
      const workbook = workbookOf(contents, settings);
      const choice = { unit: null, period: { kind: "tertial", year: 2021, number: 2 } } as const;
      const { reported, notInForce } = reportedAssignments(workbook, choice);
      const ids = [...reported.map(({ assignment }) => assignment), ...notInForce].map(({ values }) => values.id);
      expect(new Set(ids)).toEqual(new Set(contents.uppdrag?.rows.map(({ values }) => values.id)));
      expect(new Set(ids).size).toBe(ids.length);
      const due = followUpsDue(workbook, choice).filter(({ subject }) => subject.kind === "assignment");
      const shown = new Set(reported.map(({ assignment }) => assignment.values.id));
      for (const { subject } of due) expect(shown.has(subject.row.values.id)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
