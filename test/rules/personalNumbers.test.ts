import fc from "fast-check";
import { checkRules } from "../../src/rules/checkRules.js";
import { holdsPersonalNumber } from "../../src/rules/personalNumbers.js";
import { read } from "./testWorkbook.js";

/** Built here, so that no number stands in the repository: ten digits with the check digit that makes the sum even out. */
function numberOf(date: string, serial: string): string {
  const digits = `${date.slice(-6)}${serial}`;
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (2 - (index % 2));
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return `${date}-${serial}${(10 - (sum % 10)) % 10}`;
}

const two = (from: number, to: number) => fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, "0"));
const written = fc
  .tuple(fc.constantFrom("", "19", "20"), two(0, 99), two(1, 12), fc.oneof(two(1, 28), two(61, 88)), fc.integer({ min: 0, max: 999 }))
  .map(([century, year, month, day, serial]) => numberOf(`${century}${year}${month}${day}`, String(serial).padStart(3, "0")));

test("a personnummer is found wherever it stands, with or without hyphen", () => {
  fc.assert(fc.property(written, fc.constantFrom("", "Elev ", "("), fc.constantFrom("", ".", ") har"), (number, before, after) => {
    expect(holdsPersonalNumber(`${before}${number}${after}`)).toBe(true);
    expect(holdsPersonalNumber(`${before}${number.replace("-", "")}${after}`)).toBe(true);
  }));
});

test("a wrong check digit, a telephone number, a diarienummer and an amount are none", () => {
  fc.assert(fc.property(written, fc.integer({ min: 1, max: 9 }), (number, step) => {
    expect(holdsPersonalNumber(`${number.slice(0, -1)}${(Number(number.at(-1)) + step) % 10}`)).toBe(false);
  }));
  for (const text of ["0303-33 00 00", "OAN.2019.0001", "2 400 000 000 kr", "2019-01-22", "2018–2019"]) expect(holdsPersonalNumber(text)).toBe(false);
});

test("the check says which cell, and never repeats the number", () => {
  const number = numberOf("19990101", "001");
  const { contents, settings } = read({
    matt: [{ "Mått-id": "MÅTT-1", "Mått": "Antal", "Måttenhet": "antal", Riktning: "Följs" }],
    utfall: [{ "Mått-id": "MÅTT-1", Period: "T1 2019", Utfall: 1, Kommentar: `Gäller ${number}.` }],
  });
  const found = checkRules(contents, settings).filter(({ ruleId }) => ruleId === "text.personnummer");
  expect(found).toMatchObject([{ severity: "varning", register: "Utfall", column: "Kommentar", at: { row: 1 } }]);
  expect(JSON.stringify(found)).not.toContain(number);
});
