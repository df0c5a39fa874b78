// What rules and reports look up: found by thing, period and unit, whether one row or hundreds tell of the same thing, and rows that say the same however the sheet is sorted.
import fc from "fast-check";
import { periodLabel, samePeriod, type Period } from "../../src/registers/values/period.js";
import { folded } from "../../src/registers/values/reading.js";
import { alikeRows } from "../../src/rules/checks/alikeRows.js";
import { repeatedSentences, rowsThatShareSentences } from "../../src/rules/comments/repeatedSentences.js";
import { workbookOf } from "../../src/rules/measures/measureResults.js";
import { read, type WrittenWorkbook } from "./testWorkbook.js";

const CODES = Array.from({ length: 12 }, (_, index) => `E${index}`);
const PERIODS: readonly Period[] = [1, 2, 3].map((number) => ({ kind: "tertial", year: 2021, number }));

/** Rows of one thing and another: few or many, by known units, unknown ones and the owner. */
const rows = fc.array(fc.record({ of: fc.constantFrom("A", "B"), period: fc.constantFrom(...PERIODS), unit: fc.constantFrom(...CODES, "e3", "", "Okänd") }), { maxLength: 90, size: "max" });

const base: WrittenWorkbook = {
  enheter: CODES.map((code, index) => ({ Kod: code, Namn: `Enheten ${code}`, Typ: index === 5 ? "Jämförelse" : "Nämnd" })),
  mal: [{ "Mål-id": "MÅL-1", "Nivå": "Nämndmål", "Mål": "Fler i arbete", Enhet: "E0" }],
  matt: ["A", "B"].map((id) => ({ "Mått-id": id, "Mål-id": "MÅL-1", "Mått": id, Riktning: "Öka" })),
};

test("outcomes are found by measure, period and unit: the upper row of those that say the same", () => {
  fc.assert(
    fc.property(rows, (written) => {
      const utfall = written.map(({ of, period, unit }) => ({ "Mått-id": of, Period: periodLabel(period), Enhet: unit, Utfall: 1 }));
      const { contents, settings } = read({ ...base, utfall });
      const { outcomes, units } = workbookOf(contents, settings);
      const all = contents.utfall?.rows ?? [];
      const unitKey = (unit: string | null) => folded(unit ?? "");
      for (const measure of ["A", "B", "C"]) {
        for (const period of PERIODS) {
          const told = all.filter(({ values }) => values.mattId === measure && samePeriod(values.period, period));
          for (const unit of [...CODES, "e3", "Okänd", "Ingen", null]) {
            expect(outcomes.find(measure, period, unit)).toBe(told.find((row) => unitKey(outcomes.unitOf(row)) === unitKey(unit)));
          }
          const own = told.map((row) => outcomes.unitOf(row)).filter((unit) => !units.isComparison(unit));
          expect(outcomes.unitsWith(measure, period).map(unitKey)).toEqual([...new Set(own.map(unitKey))]);
        }
        const others = all.filter((row) => row.values.mattId === measure && units.isComparison(outcomes.unitOf(row)));
        expect(outcomes.comparedWith(measure)).toEqual(others.filter((row) => outcomes.find(measure, row.values.period, "E5") === row));
      }
    }),
    { numRuns: 12 },
  );
});

test("follow-ups are found by what they are about, period and unit: the upper row of those that say the same", () => {
  fc.assert(
    fc.property(rows, (written) => {
      const uppfoljning = written.map(({ of, period, unit }) => ({ Avser: of === "A" ? "MÅL-1" : "MÅL-2", Period: periodLabel(period), Enhet: unit, Status: "Uppnått" }));
      const { contents, settings } = read({ ...base, uppfoljning });
      const { followUps } = workbookOf(contents, settings);
      const all = contents.uppfoljning?.rows ?? [];
      const unitKey = (unit: string | null) => (unit === null ? null : folded(unit));
      for (const id of ["MÅL-1", "mål-1", "MÅL-2", "MÅL-3"]) {
        const about = all.filter(({ values }) => folded(values.avser) === folded(id));
        expect(followUps.of(id)).toEqual([...about].sort((a, b) => a.values.period.number - b.values.period.number || a.row - b.row));
        for (const period of PERIODS) {
          const told = about.filter(({ values }) => samePeriod(values.period, period));
          expect(followUps.inPeriod(id, period)).toEqual(told);
          for (const unit of [...CODES, "e3", "Okänd", "Ingen", null]) {
            expect(followUps.find(id, period, unit)).toBe(told.find((row) => unitKey(followUps.unitOf(row)) === unitKey(unit)));
          }
        }
      }
    }),
    { numRuns: 12 },
  );
});

const named = fc.array(fc.record({ id: fc.constantFrom("UPP-2", "UPP-10", "UPP-1", "upp-1", "X"), text: fc.constantFrom("Samma", "samma ", "Annan", "Tredje"), unit: fc.constantFrom("KS", "ks", "BUN", null) }), { maxLength: 12 })
  .map((some) => some.map((each, row) => ({ ...each, row })));

test("of rows that say the same, each but the first by id is told of, and it is the same row however the sheet is sorted", () => {
  fc.assert(
    fc.property(named, (some) => {
      const natural = new Intl.Collator("sv", { numeric: true });
      const byId = [...some].sort((a, b) => natural.compare(a.id, b.id) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) || a.row - b.row);
      const expected = byId.flatMap((row, index) => {
        const first = byId.slice(0, index).find((other) => folded(other.text) === folded(row.text) && folded(other.unit ?? "") === folded(row.unit ?? ""));
        return first === undefined ? [] : [{ row, first }];
      });
      const told = (list: typeof some) => alikeRows(list, { idOf: ({ id }) => id, textOf: ({ text }) => text, restOf: ({ unit }) => [unit] });
      expect(told(some)).toEqual(expected);
      expect(told([...some].reverse())).toEqual(expected);
    }),
  );
});

const SENTENCES = ["Nämnden har under tertialet arbetat med frågan om bostäder.", "Arbetet har fördelats mellan enheterna enligt den plan som finns.", "Klart.", "Ett ombud har utsetts på varje arbetsplats inom förvaltningen."];
const comments = fc.array(fc.record({ text: fc.array(fc.constantFrom(...SENTENCES), { maxLength: 3 }).map((some) => some.join(" ")), group: fc.constantFrom(1, 2) }), { maxLength: 8 });

test("only rows that share a sentence can repeat one", () => {
  fc.assert(
    fc.property(comments, (some) => {
      const repeated = (rows: typeof some) => repeatedSentences(rows, (row) => row, () => false);
      expect(repeated([...rowsThatShareSentences(some, (row) => row)])).toEqual(repeated(some));
    }),
  );
});
