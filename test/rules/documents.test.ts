import { documentTexts, isDocumentOf, listLines } from "../../src/rules/documents/documents.js";
import { basisLine } from "../../src/rules/documents/basis.js";
import { amountsIn } from "../../src/rules/documents/amounts.js";
import { bodiesSentTo } from "../../src/rules/documents/bodies.js";
import { withinSentence } from "../../src/rules/documents/letters.js";
import { recipientGroups } from "../../src/rules/documents/recipients.js";
import { twoSpellings } from "../../src/rules/documents/spellings.js";
import type { Period } from "../../src/registers/values/period.js";
import { read, type WrittenRows } from "./testWorkbook.js";

const firstQuarter: Period = { kind: "quarter", year: 2019, number: 1 };
const secondQuarter: Period = { kind: "quarter", year: 2019, number: 2 };
/** 2019-05-13. */
const MAY = { value: 43_598, format: "yyyy-mm-dd" };

const document = (row: WrittenRows[number]) => read({ dokument: [{ "Dokument-id": "DOK-1", Typ: "Tjänsteutlåtande", Enhet: "OAN", ...row }] }).contents.dokument?.rows[0];

test.each<[string, WrittenRows[number], readonly boolean[]]>([
  ["by its period, whatever its date", { Period: "Kvartal 1 2019", Datum: MAY }, [true, false]],
  ["by its date where it has no period", { Datum: MAY }, [false, true]],
  ["by nothing where its period cannot be read", { Period: "i våras", Datum: MAY }, [false, false]],
  ["by nothing where it has neither", {}, [false, false]],
])("a document is of a period %s", (_, row, expected) => {
  const found = document(row);
  expect(found).toBeDefined();
  expect([firstQuarter, secondQuarter].map((period) => found !== undefined && isDocumentOf(found, period))).toEqual(expected);
});

test("a document's texts stand by section and Ordning, whatever the case and order they are written in", () => {
  const { contents } = read({
    dokument: [{ "Dokument-id": "DOK-1", Typ: "Tjänsteutlåtande", Enhet: "OAN" }],
    texter: [
      { "Dokument-id": "DOK-1", Avsnitt: "bakgrund", Ordning: 2, Text: "Sedan." },
      { "Dokument-id": "dok-1", Avsnitt: "Bakgrund", Ordning: 1, Text: "Först." },
      { "Dokument-id": "DOK-1", Avsnitt: "Sammanfattning", Text: "Kort." },
    ],
  });
  const [row] = contents.dokument?.rows ?? [];
  if (row === undefined) throw new Error("no document");
  const texts = documentTexts(contents)(row);
  expect(texts.of("BAKGRUND").map(({ values }) => values.text)).toEqual(["Först.", "Sedan."]);
  expect(texts.sections).toEqual(["Bakgrund", "Sammanfattning"]);
});

test("items of a list stand one to a line, without what people put before them", () => {
  expect(listLines(["- Controller\n• Kommunstyrelsen\r\n\n", "1. Nämnden\n2019 års plan"])).toEqual(["Controller", "Kommunstyrelsen", "Nämnden", "2019 års plan"]);
});

test.each([
  ["Tjänsteutlåtande, 2019-05-13.", "Tjänsteutlåtande", 43_598],
  ["Ansökan om stöd, daterad 2018-12-15", "Ansökan om stöd", 43_449],
  ["Protokoll den 13 maj 2019.", "Protokoll", 43_598],
  ["Budget 2019", "Budget 2019", null],
  ["Beslut 2019-02-30", "Beslut", null],
])("a line of the basis: %s", (line, name, date) => {
  expect(basisLine(line)).toEqual({ line, name, date });
});

test("sums are read as people write them, and other figures are not sums", () => {
  expect(amountsIn("25 000 kr, 15\u00A0000 kronor, 2,5 mnkr, 30 tkr; år 2019, 25 000 personer och 12 kronofogdar").map(({ kronor }) => kronor)).toEqual([25_000, 15_000, 2_500_000, 30_000]);
});

test("recipients stand under the heading that says why they get the decision", () => {
  expect(recipientGroups(["Revisionen", "För vidare hantering:", "Controller.", "För kännedom: Föreningen", "Sektorchef"])).toEqual([
    { heading: null, names: ["Revisionen"] },
    { heading: "För vidare hantering", names: ["Controller"] },
    { heading: "För kännedom", names: ["Föreningen", "Sektorchef"] },
  ]);
});

test("a body is sent a decision when the proposal says so, by its whole name", () => {
  const { contents } = read({ enheter: [{ Kod: "KS", Namn: "Kommunstyrelsen", Typ: "Styrelse", Alias: "styrelsen" }, { Kod: "N", Namn: "Norra nämnden", Typ: "Nämnd" }] });
  const sentTo = bodiesSentTo(contents);
  expect(sentTo("Nämnden beslutar att skicka rapporten till Norra  nämnden och kommunrevisionen.")).toEqual(["Norra nämnden", "kommunrevisionen"]);
  expect(sentTo("Rapporten översänds till kommunstyrelsens förvaltning.")).toEqual([]);
  expect(sentTo("Kommunstyrelsen har yttrat sig. Nämnden noterar rapporten.")).toEqual([]);
});

test("a name that differs in its hyphens is told once, by the spelling that is rarer", () => {
  expect(twoSpellings(["Kontakt- och Stöd hjälper.", "Kontakt och Stöd är en förening.", "Så är Kontakt och Stöd."])).toEqual([{ usual: "Kontakt och Stöd", other: "Kontakt- och Stöd", text: 0 }]);
  expect(twoSpellings(["SAM-modulen", "och SAMmodulen"])).toEqual([{ usual: "SAM-modulen", other: "SAMmodulen", text: 1 }]);
  expect(twoSpellings(["omsorgs- och arbetsmarknadsnämnden", "18-24 år och 18 24 år", "vård- och omsorg, vård av äldre"])).toEqual([]);
});

test("a name within a sentence begins with a small letter, unless it is an abbreviation", () => {
  expect(["Omsorgsnämnden", "Kvartal 1 2019", "VON", "T1 2019"].map(withinSentence)).toEqual(["omsorgsnämnden", "kvartal 1 2019", "VON", "T1 2019"]);
});
