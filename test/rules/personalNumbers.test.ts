import fc from "fast-check";
import { registers, type RegisterKey } from "../../src/registers/registers.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { holdsPersonalNumber } from "../../src/rules/privacy/personalNumbers.js";
import { anyPersonalNumber, hyphens, numberOf } from "./anyPersonalNumber.js";
import { read, type WrittenRows } from "./testWorkbook.js";

test("a personnummer is found wherever it stands, whatever stands for its hyphen", () => {
  fc.assert(fc.property(anyPersonalNumber, fc.constantFrom("", "Elev ", "("), fc.constantFrom("", ".", ") har"), fc.constantFrom(...hyphens), (number, before, after, hyphen) => {
    expect(holdsPersonalNumber(`${before}${number.replace("-", hyphen)}${after}`)).toBe(true);
  }));
});

test("a date written with hyphens, full stops or slashes and four more digits is one too, with or without its century", () => {
  const parts = fc.tuple(anyPersonalNumber.filter((number) => number.length === 13), fc.constantFrom("-", ".", "/", "–"), fc.constantFrom("-", "–", ""), fc.constantFrom(0, 2));
  fc.assert(fc.property(parts, ([number, between, hyphen, from]) => {
    expect(holdsPersonalNumber(`${number.slice(from, 4)}${between}${number.slice(4, 6)}${between}${number.slice(6, 8)}${hyphen}${number.slice(9)}`)).toBe(true);
  }));
});

test("a wrong check digit, a telephone number, a diarienummer, a span of days and an amount are none", () => {
  fc.assert(fc.property(anyPersonalNumber, fc.integer({ min: 1, max: 9 }), (number, step) => {
    expect(holdsPersonalNumber(`${number.slice(0, -1)}${(Number(number.at(-1)) + step) % 10}`)).toBe(false);
  }));
  for (const text of ["0303-33 00 00", "OAN.2019.0001", "2 400 000 000 kr", "2019-01-22", "2018–2019", "2019-01-01 – 2019-12-31"]) expect(holdsPersonalNumber(text)).toBe(false);
  fc.assert(fc.property(fc.integer({ min: 1950, max: 2050 }), fc.integer({ min: 1950, max: 2050 }), (from, to) => {
    expect(holdsPersonalNumber(`${from}-01-01 – ${to}-12-31`)).toBe(false);
  }));
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

const number = numberOf("19990101", "001");
const aDecision = { Beslutsnr: "1302579", Lag: "LSS", Beslutsdatum: { value: 43_381, format: "yyyy-mm-dd" }, Insats: "Kontaktperson", Verksamhet: "Funktionshinder" };
const someRow: Readonly<Partial<Record<RegisterKey, WrittenRows[number]>>> = {
  beslut: aDecision,
  handelser: { Beslutsnr: "1302579", Datum: { value: 43_400, format: "yyyy-mm-dd" }, Text: "Söker" },
  kontroller: { "Kontroll-id": "KON-1", Sort: "Intern kontroll", Risk: "Något går fel" },
  kontrollresultat: { "Kontroll-id": "KON-1", Period: "T1 2019", Nr: 1 },
  resurser: { Typ: "Investering" },
  texter: { "Dokument-id": "DOK-1", Avsnitt: "Bakgrund", Text: "Text" },
};

test.each([
  ["beslut", "Insats"], ["beslut", "Avslutsorsak"], ["beslut", "Nytt beslut"], ["beslut", "Tillfällig lösning"], ["beslut", "Tillsynsärende"], ["handelser", "Text"],
  ["kontroller", "Risk"], ["kontroller", "Ansvarig"], ["kontrollresultat", "Uppföljande kontroll"], ["kontrollresultat", "Kommentar"], ["resurser", "Beskrivning"], ["texter", "Text"],
] as const)("%s, %s is looked through", (key, header) => {
  const { contents, settings } = read({ [key]: [{ ...someRow[key], [header]: `Gäller ${number}.` }] });
  const found = checkRules(contents, settings).filter(({ ruleId }) => ruleId === "text.personnummer");
  expect(found).toMatchObject([{ register: registers[key].table, column: header }]);
});

test("a decision that has a personnummer for its number is told of once, whatever happened in it", () => {
  const { contents, settings } = read({ beslut: [{ ...aDecision, Beslutsnr: number }], handelser: [{ ...someRow.handelser, Beslutsnr: number }] });
  const found = checkRules(contents, settings).filter(({ ruleId }) => ruleId.endsWith(".personnummer"));
  expect(found).toMatchObject([{ ruleId: "beslut.personnummer", register: "Beslut", column: "Beslutsnr" }]);
  expect(JSON.stringify(found.map(({ message }) => message))).not.toContain(number);
});

test("a text or a title that holds a decision's number is told of, however it is written", () => {
  const title = { "Dokument-id": "DOK-1", Typ: "Tjänsteutlåtande", Enhet: "OAN", Rubrik: "Om beslut 1302579" };
  const told = (texts: readonly string[]) => {
    const { contents, settings } = read({ beslut: [aDecision], dokument: [title], texter: texts.map((Text, index) => ({ ...someRow.texter, Ordning: index, Text })) });
    return checkRules(contents, settings).filter(({ ruleId }) => ruleId === "publik.beslutsnummer").map(({ column, at }) => `${column ?? ""} ${at?.row ?? ""}`);
  };
  expect(told(["Beslut 1302579 är nytt.", "Beslut 1 302 579.", "Beslut 13025790 och 130257.", "(1302579)"])).toEqual(["Text 1", "Text 2", "Text 4", "Rubrik 1"]);
});
