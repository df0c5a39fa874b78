import type { Finding } from "../../src/registers/finding.js";
import { registers } from "../../src/registers/registers.js";
import type { RegisterRows } from "../../src/registers/template.js";
import { checkRules } from "../../src/rules/checkRules.js";
import { arendenDokument, arendenEnheter, arendenTexter } from "../fixtures/ale-arenden/aleArenden.js";
import { aleBeslut, aleBeslutChoices, aleBeslutDokument, aleBeslutEnheter } from "../fixtures/ale-beslut/aleBeslut.js";
import { read, writtenRows, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

type DocumentRow = NonNullable<RegisterRows["dokument"]>[number];
type TextRow = NonNullable<RegisterRows["texter"]>[number];

interface Facts {
  readonly dokument?: readonly DocumentRow[];
  readonly texter?: readonly TextRow[];
}

const documents: readonly DocumentRow[] = [...aleBeslutDokument, ...arendenDokument];

function ale({ dokument = documents, texter = arendenTexter }: Facts = {}): WrittenWorkbook {
  return {
    installningar: Object.entries(aleBeslutChoices).map(([nyckel, varde]) => ({ Nyckel: nyckel, "Värde": varde })),
    enheter: writtenRows(registers.enheter, [...aleBeslutEnheter, ...arendenEnheter]),
    dokument: writtenRows(registers.dokument, dokument),
    texter: writtenRows(registers.texter, texter),
    beslut: writtenRows(registers.beslut, aleBeslut),
  };
}

/** What is told of documents and their texts: the rule, and the id and section of the row. */
function told(facts?: Facts): string[] {
  const workbook = ale(facts);
  const { contents, settings, findings } = read(workbook);
  const rowOf = (rows: WrittenRows | undefined, at: number) => rows?.[at - 1] ?? {};
  const textOf = (cell: WrittenRows[number][string] | undefined) => (typeof cell === "object" ? String(cell.value) : String(cell ?? ""));
  const place = ({ register, at }: Finding) => {
    const row = rowOf(register === "Texter" ? workbook.texter : workbook.dokument, at?.row ?? 0);
    return [row["Dokument-id"], ...(register === "Texter" ? [row["Avsnitt"]] : [])].map(textOf).join(" ");
  };
  return [...findings, ...checkRules(contents, settings)]
    .filter(({ register }) => register === "Texter" || register === "Dokument")
    .map((found) => `${found.ruleId} ${place(found)}`)
    .sort();
}

const withDocument = (id: string, change: Partial<DocumentRow>): readonly DocumentRow[] => documents.map((row) => (row.id === id ? { ...row, ...change } : row));
const withText = (id: string, avsnitt: string, text: string, from = arendenTexter): readonly TextRow[] =>
  from.map((row) => (row.dokumentId === id && row.avsnitt === avsnitt && row.ordning === 1 ? { ...row, text } : row));
const textOf = (id: string, avsnitt: string): string => arendenTexter.find((row) => row.dokumentId === id && row.avsnitt === avsnitt)?.text ?? "";

test("Ale, two matters of May 2019: what the notes say is to be found, and nothing else", () => {
  expect(told()).toEqual(
    [
      "dokument.roller-olika DOK-2",
      "dokument.roll-undertecknar-inte DOK-2",
      "text.bilaga-saknas DOK-2 Sammanfattning",
      "text.tva-stavningar DOK-3 Sammanfattning",
      "text.belopp-flera-namn DOK-3 Beslutsförslag",
      "text.ekonomi-utan-belopp DOK-3 Ekonomisk bedömning",
    ].sort(),
  );
});

describe("when it is mended", () => {
  const dokument = withDocument("DOK-2", { ansvarigRoll: "Systemförvaltare" });
  let texter = withText("DOK-3", "Sammanfattning", textOf("DOK-3", "Sammanfattning").replace("Kontakt- och", "Kontakt och").replace("ett bidrag", "ett stöd"));
  texter = withText("DOK-3", "Beslutsförslag", textOf("DOK-3", "Beslutsförslag").replace(", som nämndens medlemsavgift i föreningen", ""), texter);
  texter = withText("DOK-3", "Ekonomisk bedömning", "De 25 000 kr ryms i nämndens budget för föreningsbidrag.", texter);
  texter = texter.map((row) => ({ ...row, text: row.text.replace(" med bilagor", "") }));
  const mended = { dokument, texter };

  test("nothing is found", () => {
    expect(told(mended)).toEqual([]);
  });

  test("each fault by itself is found again", () => {
    const planted = [
      { ...mended, dokument: documents },
      ...arendenTexter.flatMap((row, index) => (texter[index]?.text === row.text ? [] : [{ ...mended, texter: texter.map((other, at) => (at === index ? row : other)) }])),
    ].flatMap(told);
    expect([...new Set(planted)].sort()).toEqual(told());
  });

  const text = (id: string, avsnitt: string, change: (text: string) => string): Facts => ({
    ...mended, texter: withText(id, avsnitt, change(texter.find((row) => row.dokumentId === id && row.avsnitt === avsnitt)?.text ?? ""), texter),
  });
  const without = (id: string, avsnitt: string): Facts => ({ ...mended, texter: texter.filter((row) => row.dokumentId !== id || row.avsnitt !== avsnitt) });
  const matter = dokument.filter((row) => row.id === "DOK-3").map((row) => ({ ...row, id: "DOK-9", rubrik: "Ett annat ärende" }));
  const copied = texter.filter((row) => row.dokumentId === "DOK-3").map((row) => ({ ...row, dokumentId: "DOK-9" }));
  const added = (dokumentId: string, avsnitt: string): Facts => ({ ...mended, texter: [...texter, { dokumentId, avsnitt, ordning: 1, text: "Berörs inte." }] });
  const document = (id: string, change: Partial<DocumentRow>): Facts => ({ ...mended, dokument: dokument.map((row) => (row.id === id ? { ...row, ...change } : row)) });

  test.each<[string, Facts]>([
    ["dokument.uppgift-saknas DOK-3", document("DOK-3", { rubrik: null })],
    ["dokument.uppgift-saknas DOK-3", document("DOK-3", { diarienummer: null })],
    ["dokument.uppgift-saknas DOK-3", document("DOK-3", { datum: null, ansvarigRoll: null })],
    ["dokument.diarienummer-form DOK-3", document("DOK-3", { diarienummer: "OAN-27" })],
    ["dokument.bilaga-diarienummer DOK-1", document("DOK-1", { diarienummer: "OAN.2019.18" })],
    ["text.underlag-annat-datum DOK-2 Beslutsunderlag", text("DOK-2", "Beslutsunderlag", (basis) => basis.replace("Statistikrapport, 2019-05-13", "Statistikrapport, 2019-05-10"))],
    ["text.underlag-annat-datum DOK-3 Beslutsunderlag", text("DOK-3", "Beslutsunderlag", (basis) => basis.replace("2019-05-16", "15 maj 2019"))],
    ["text.underlag-efter-brevet DOK-3 Beslutsunderlag", text("DOK-3", "Beslutsunderlag", (basis) => basis.replace("daterad 2018-12-15.", "daterad 2018-12-15.\nYttrande från föreningen, 2019-05-20."))],
    ["text.inkommen-fore-ansokan DOK-3 Sammanfattning", text("DOK-3", "Sammanfattning", (summary) => summary.replace("2019-02-05", "2018-12-05"))],
    ["text.inkommen-efter-brevet DOK-3 Sammanfattning", text("DOK-3", "Sammanfattning", (summary) => summary.replace("2019-02-05", "2019-06-05"))],
    ["text.belopp-over-ansokt DOK-3 Beslutsförslag", text("DOK-3", "Beslutsförslag", (proposal) => proposal.replace("25 000 kr", "30 tkr"))],
    ["text.mottagare-saknas DOK-2 Expedieras till", text("DOK-2", "Expedieras till", (to) => to.replace("Kommunrevisionen\n", ""))],
    ["text.avsnitt-saknas DOK-3", without("DOK-3", "Beslutsunderlag")],
    ["text.avsnitt-saknas DOK-3", without("DOK-3", "Sammanfattning")],
    ["text.okant-avsnitt DOK-2 Beslutförslag", added("DOK-2", "Beslutförslag")],
    ["text.okant-avsnitt DOK-1 Rapportörens ord", added("DOK-1", "Rapportörens ord")],
    ["text.okand-platshallare DOK-2 Sammanfattning", text("DOK-2", "Sammanfattning", (summary) => `${summary} Det var {antal}.`)],
    ["text.okand-platshallare DOK-2", document("DOK-2", { rubrik: "Rapportering av ej verkställda beslut, LSS, {kvartalet}" })],
    ["text.antal-stammer-inte DOK-2 Sammanfattning", text("DOK-2", "Sammanfattning", () => "Under kvartalet tillkom tre nya beslut, två har verkställts, två har avslutats utan verkställighet och fem beslut är fortsatt ej verkställda.")],
    ["dokument.samma-diarienummer DOK-9", { dokument: [...dokument, ...matter], texter: [...texter, ...copied] }],
  ])("%s", (expected, facts) => {
    expect(told(facts)).toEqual([expected]);
  });

  test.each<[string, Facts]>([
    ["counts typed as the register has them", text("DOK-2", "Sammanfattning", () => "Under kvartalet tillkom två nya beslut, två har verkställts, 2 har avslutats utan verkställighet och fem beslut är fortsatt ej verkställda.")],
    ["a letter about decisions without a summary of its own", without("DOK-2", "Sammanfattning")],
    ["a section of a letter that nobody else has", added("DOK-3", "Barnens bästa")],
    ["less than was applied for", text("DOK-3", "Beslutsförslag", (proposal) => proposal.replace("25 000 kr", "20 000 kr"))],
    ["a body that is only mentioned", text("DOK-3", "Beslutsförslag", (proposal) => `${proposal} Kommunstyrelsen har inget att invända.`)],
    ["a reference number of another form", document("DOK-3", { diarienummer: "ATO 2019/00027" })],
  ])("%s is no finding", (_, facts) => {
    expect(told(facts)).toEqual([]);
  });
});

test("a misspelt section, a misspelt placeholder and a wrong count come with their remedy", () => {
  const { contents, settings } = read(ale({
    texter: [
      ...arendenTexter.filter((row) => row.dokumentId !== "DOK-2" || row.avsnitt !== "Sammanfattning"),
      { dokumentId: "DOK-2", avsnitt: "Samanfattning", ordning: 1, text: "{Kvartl}: rapporten gäller {kvartl}. Den kom efter {kvartl}." },
      { dokumentId: "DOK-2", avsnitt: "Sammanfattning", ordning: 1, text: "Av dem har tre verkställts." },
    ],
  }));
  const fixes = checkRules(contents, settings).flatMap(({ ruleId, register, fix }) => (register === "Texter" && fix !== undefined ? [[ruleId, fix.cells[0]?.value]] : []));
  expect(fixes).toEqual([
    ["text.okant-avsnitt", "Sammanfattning"],
    ["text.okand-platshallare", "{Kvartal}: rapporten gäller {kvartl}. Den kom efter {kvartl}."],
    ["text.okand-platshallare", "{Kvartl}: rapporten gäller {kvartal}. Den kom efter {kvartal}."],
    ["text.antal-stammer-inte", "Av dem har {verkställda} verkställts."],
  ]);
});
