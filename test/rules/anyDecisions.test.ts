import fc from "fast-check";
import { accepted, withSubjects } from "../../src/rules/acceptances.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { read, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

const number = fc.constantFrom("1299042", "1302579", "19121212-1212", "A 1");
const day = fc.constantFrom<string | number>("", 43_100, 43_385, 43_413, 43_415, 43_505, 43_574, 43_600, 44_000, "2019-01-22.", "våren");
const period = fc.constantFrom("", "Kvartal 4 2018", "Kvartal 1 2019", "2018", "T1 2019");
const aid = fc.constantFrom("Kontaktperson, LSS", "Biträde av kontaktperson, LSS.", "Särskilt boende, SoL", "Kontaktperson", ".");
const rows = (row: fc.Arbitrary<WrittenRows[number]>, maxLength: number) => fc.array(row, { maxLength });

const anyWorkbook: fc.Arbitrary<WrittenWorkbook> = fc.record({
  installningar: fc.oneof(fc.constant([]), fc.constantFrom("Kvartal 1 2019", "T1 2019", "2018", "Januari 2019").map((value) => [{ Nyckel: "period", "Värde": value }])),
  enheter: fc.constant([{ Kod: "OAN", Namn: "Omsorgsnämnden", Typ: "Nämnd" }]),
  beslut: rows(
    fc.record({
      Beslutsnr: number, Lag: fc.constantFrom("LSS", "SoL"), "Kön": fc.constantFrom("", "Kvinna"), Beslutsdatum: day, Avbrottsdatum: day, Insats: aid, Verksamhet: fc.constant("Funktionshinder"),
      "Planerad verkställighet": day, "Verkställt": day, Avslutat: day, Avslutsorsak: fc.constantFrom("", "Flyttat", "Har ett nytt beslut"), "Nytt beslut": fc.constantFrom("", "1302579"),
      "Först rapporterad": period, Slutredovisad: period,
    }),
    4,
  ),
  handelser: rows(fc.record({ Beslutsnr: number, Datum: day, "Händelse": fc.constantFrom("", "Erbjudande", "Avbrott", "Planerad verkställighet"), Text: fc.constantFrom("Ett boende erbjuds.", "Bor kvar tills vidare.") }), 4),
  klarmarkering: rows(fc.record({ Rapport: fc.constant("Ej verkställda beslut"), Enhet: fc.constant("OAN"), Period: fc.constantFrom("Kvartal 1 2019", "T1 2019"), Senast: fc.constant(43_585), Klarmarkerad: fc.constantFrom("", 43_580) }), 1),
});

const today = fc.option(fc.constantFrom(43_450, 43_590), { nil: undefined });

test("whatever the register of decisions holds, each finding is a plain sentence about a cell that is there", () => {
  fc.assert(
    fc.property(anyWorkbook, today, (written, on) => {
      const { contents, settings, findings } = read(written);
      for (const { ruleId, message, at, register } of withSubjects([...findings, ...checkRules(contents, settings, on)], contents)) {
        for (const told of [message.sv, message.en]) expect(told).toMatch(/^[^!]*[.?]$/u);
        expect(`${ruleId}: ${message.sv} ${message.en}`).not.toMatch(/undefined|null|NaN|\[object/u);
        const content = Object.values(contents).find((each) => each.register.table === register);
        if (at !== undefined && content !== undefined) expect(at.sheet).toBe(content.sheet);
      }
    }),
    { numRuns: 80 },
  );
});

test("what has been accepted of it stays accepted when the rows are sorted another way", () => {
  fc.assert(
    fc.property(anyWorkbook, today, (written, on) => {
      const findingsOf = (workbook: WrittenWorkbook) => {
        const { contents, settings, findings } = read(workbook);
        return accepted(withSubjects([...findings, ...checkRules(contents, settings, on)], contents), contents, settings);
      };
      const known = findingsOf(written).open.flatMap(({ ruleId, subject }) => (subject === undefined ? [] : [{ ruleId, subject }]));
      const godtaganden = known.map(({ ruleId, subject }) => ({ Regel: ruleId, Avser: subject.key, "Värde": subject.value, "Skäl": "Vi vet", Datum: 43_590 }));
      const sorted = findingsOf({ ...written, handelser: [...(written.handelser ?? [])].reverse(), godtaganden });
      expect(sorted.open.filter(({ subject, ruleId }) => subject !== undefined && /^(?:beslut|handelse)\./u.test(ruleId))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
