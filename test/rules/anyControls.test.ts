import fc from "fast-check";
import { accepted, withSubjects } from "../../src/rules/acceptances.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { read, type WrittenWorkbook } from "./testWorkbook.js";

const word = (...words: readonly string[]) => fc.constantFrom("", ...words);
const number = fc.constantFrom<string | number>("", -1, 0, 1, 3, 5, 12);
const id = fc.constantFrom("KON-1", "KON-2", "finns inte");

const anyWorkbook: fc.Arbitrary<WrittenWorkbook> = fc.record({
  installningar: fc.oneof(fc.constant([]), fc.constantFrom("T1 2021", "T2 2021", "2021").map((value) => [{ Nyckel: "period", "Värde": value }])),
  kontroller: fc.array(
    fc.record({
      "Kontroll-id": fc.constantFrom("KON-1", "KON-2", "KON-3"), Sort: fc.constantFrom("Intern kontroll", "Egenkontroll"), "Område": word("1 Inköp", "2 Personal"), Risk: fc.constant("Fel"),
      Sannolikhet: number, Konsekvens: number, Kontrollmoment: word("Stickprov"), Hur: word("Urval"), "När": word("månadsvis", "löpande", "tre gånger per år", "vid bokslut"),
      Ansvarig: word("Chef"), "Minst per år": number,
    }),
    { maxLength: 4 },
  ),
  kontrollresultat: fc.array(
    fc.record({
      "Kontroll-id": id, Period: fc.constantFrom("T1 2021", "T2 2021", "Mars 2021", "2021", "T1 2022"), Nr: fc.constantFrom(1, 2, 3),
      "Bedömning": word("Ingen avvikelse", "Mindre avvikelser", "■", "—", "okänd"), Granskade: number, Avvikande: number,
      Kommentar: word("Ingen kontroll har gjorts.", "Följsamheten bedöms vara god.", "12 % är fel, vilket är bristfälligt.", "Ökar per månad. Jan: 3 feb: 2 mars: 4", "Stickproven har dragits ur alla fakturor under hela året.", "De flesta är klara."),
    }),
    { maxLength: 6 },
  ),
});

test("whatever controls hold, each finding is a plain sentence about a cell that is there", () => {
  fc.assert(
    fc.property(anyWorkbook, fc.option(fc.constantFrom(44_250, 44_500), { nil: undefined }), (written, today) => {
      const { contents, settings, findings } = read(written);
      for (const { ruleId, message, at, register } of withSubjects([...findings, ...checkRules(contents, settings, today)], contents)) {
        for (const told of [message.sv, message.en]) expect(told).toMatch(/^[^!]*[.?]$/u);
        expect(`${ruleId}: ${message.sv} ${message.en}`).not.toMatch(/undefined|null|NaN|\[object/u);
        const content = Object.values(contents).find((each) => each.register.table === register);
        if (at !== undefined && content !== undefined) expect(at.sheet).toBe(content.sheet);
      }
    }),
    { numRuns: 100 },
  );
});

test("every finding that is known by something can be accepted by it", () => {
  const checked = (written: WrittenWorkbook) => {
    const { contents, settings, findings } = read(written);
    const all = withSubjects([...findings, ...checkRules(contents, settings)], contents);
    return { all, ...accepted(all, contents, settings) };
  };
  fc.assert(
    fc.property(anyWorkbook, (written) => {
      const known = checked(written).all.flatMap(({ ruleId, subject }) => (subject === undefined ? [] : [{ ruleId, subject }]));
      const godtaganden = known.map(({ ruleId, subject }) => ({ Regel: ruleId, Avser: subject.key, "Värde": subject.value, "Skäl": "Vi vet", Datum: 44_439 }));
      const { open, findings } = checked({ ...written, godtaganden });
      expect(open.filter(({ subject }) => subject !== undefined)).toEqual([]);
      expect(findings).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
