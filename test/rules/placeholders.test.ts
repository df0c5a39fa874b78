import fc from "fast-check";
import type { LetterCounts } from "../../src/rules/documents/letterCounts.js";
import { filled, placeholderNames, placeholdersIn, standardSummary, type LetterFacts } from "../../src/rules/documents/placeholders.js";
import { typedCounts } from "../../src/rules/documents/typedCounts.js";

const facts: LetterFacts = {
  period: { kind: "quarter", year: 2019, number: 1 },
  counts: { new: 2, executed: 2, closed: 2, open: 5, closing: 7 },
  law: "lagen om stöd, LSS", committee: "Omsorgs- och arbetsmarknadsnämnden", date: 43_598, number: "OAN.2019.17",
};
const counting = (counts: Partial<LetterCounts>): LetterFacts => ({ ...facts, counts: { new: 0, executed: 0, closed: 0, open: 0, closing: 0, ...counts } });

test.each([
  [0, "inga nya beslut", "inget beslut är fortsatt ej verkställt", "inga ej verkställda beslut"],
  [1, "ett nytt beslut", "ett beslut är fortsatt ej verkställt", "ett ej verkställt beslut"],
  [2, "två nya beslut", "två beslut är fortsatt ej verkställda", "två ej verkställda beslut"],
  [12, "tolv nya beslut", "tolv beslut är fortsatt ej verkställda", "tolv ej verkställda beslut"],
  [13, "13 nya beslut", "13 beslut är fortsatt ej verkställda", "13 ej verkställda beslut"],
])("%i is told in words that bend what stands by them", (count, ...expected) => {
  const told = counting({ new: count, open: count, closing: count });
  expect(["{nya beslut}", "{fortsatt ej verkställda}", "{ej verkställda beslut}"].map((text) => filled(text, told))).toEqual(expected);
});

test("a period, its days, the committee and the letter's own number and day", () => {
  expect(filled("{Kvartal}, {från}–{till}: {nämnden}, {lag}, {diarienummer}, {datum}", facts)).toBe(
    "Kvartal 1 2019, 2019-01-01–2019-03-31: omsorgs- och arbetsmarknadsnämnden, lagen om stöd, LSS, OAN.2019.17, 2019-05-13",
  );
  expect(filled("{kvartal} {NYA BESLUT}", { ...facts, period: { kind: "tertial", year: 2019, number: 1 } })).toBe("T1 2019 Två nya beslut");
});

test("what is unknown, or cannot be counted, stays as typed", () => {
  expect(filled("{antal} {nya beslut} {}", { ...facts, counts: null })).toBe("{antal} {nya beslut} {}");
  expect(placeholdersIn("{antal} {Nya  beslut} { }")).toEqual([{ name: "antal", known: false }, { name: "Nya  beslut", known: true }, { name: " ", known: false }]);
});

test("a typed count is told with the words that a reader finds it by, and only the count is replaced where the words stay", () => {
  expect(typedCounts("Av dem har fyra verkställts. Tre nya beslut kom.").map(({ words, phrase, placeholder }) => [words, phrase, placeholder])).toEqual([
    ["Tre nya beslut", "Tre nya beslut", "{nya beslut}"], ["fyra", "fyra verkställts", "{verkställda}"],
  ]);
});

const anyCounts = fc.record({ new: fc.nat(40), executed: fc.nat(40), closed: fc.nat(40), open: fc.nat(40), closing: fc.nat(80) });

test("the standard sentences tell every count so that it is read back, and hold no placeholder", () => {
  fc.assert(
    fc.property(anyCounts, (counts) => {
      const text = standardSummary.map((sentence) => filled(sentence, { ...facts, counts })).join(" ");
      expect(text).not.toMatch(/[{}]/u);
      const read = Object.fromEntries(typedCounts(text).map(({ of, count }) => [of, count]));
      expect(read).toEqual({ new: counts.new, executed: counts.executed, closed: counts.closed, open: counts.open });
    }),
  );
});

test("a text without placeholders is printed as it stands, and every known one is filled", () => {
  fc.assert(fc.property(fc.string().filter((text) => !/[{}]/u.test(text)), (text) => filled(text, facts) === text));
  for (const name of placeholderNames) expect(filled(`{${name}}`, facts)).not.toContain("{");
});
