import fc from "fast-check";
import { registers, type Beslut, type Handelse } from "../../src/registers/registers.js";
import type { Settings } from "../../src/registers/settings.js";
import type { Period } from "../../src/registers/values/period.js";
import type { ReportDocument, ReportTable } from "../../src/reports/document.js";
import { ejVerkstalldaBeslut } from "../../src/reports/ejVerkstalldaBeslut/ejVerkstalldaBeslut.js";
import { ejVerkstalldaBeslutPublik } from "../../src/reports/ejVerkstalldaBeslut/publik.js";
import { underlagTillIvo } from "../../src/reports/ejVerkstalldaBeslut/underlagTillIvo.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { printedText } from "../../src/reports/parts/printedText.js";
import type { ReportDefinition } from "../../src/reports/report.js";
import {
  aleBeslut, aleBeslutChoices, aleBeslutDokument, aleBeslutEnheter, aleBeslutKlarmarkering, aleHandelser, firstQuarter,
} from "../fixtures/ale-beslut/aleBeslut.js";
import { read, writtenRows } from "../rules/testWorkbook.js";
import { tableNamed, tablesOf, textsOf } from "./reportOf.js";

interface Facts {
  readonly beslut?: readonly Beslut[];
  readonly handelser?: readonly Handelse[];
  readonly period?: Period;
  readonly settings?: Partial<Settings>;
}

function reportOf(definition: ReportDefinition, { beslut = aleBeslut, handelser = aleHandelser, period = firstQuarter, settings = {} }: Facts = {}): ReportDocument {
  const workbook = read({
    installningar: Object.entries(aleBeslutChoices).map(([nyckel, varde]) => ({ Nyckel: nyckel, "Värde": varde })),
    enheter: writtenRows(registers.enheter, aleBeslutEnheter),
    dokument: writtenRows(registers.dokument, aleBeslutDokument),
    klarmarkering: writtenRows(registers.klarmarkering, aleBeslutKlarmarkering),
    beslut: writtenRows(registers.beslut, beslut),
    handelser: writtenRows(registers.handelser, handelser),
  });
  return definition.build({ contents: workbook.contents, settings: { ...workbook.settings, ...settings }, unit: "OAN", period, date: 43_598 });
}

const printed = (document: ReportDocument, id: string) => tableNamed(document, id).rows.map((row) => row.map(printedText));
const headers = (table: ReportTable) => table.columns.map(({ header }) => header);
const changed = (id: string, change: Partial<Beslut>): readonly Beslut[] => aleBeslut.map((row) => (row.id === id ? { ...row, ...change } : row));

const ADULTS = "Bostad med särskilt stöd och service för vuxna, LSS";

describe("Ale, kvartal 1 2019", () => {
  const document = reportOf(ejVerkstalldaBeslut);

  test("is headed as in the register Dokument, with the day of the report and who answers for it", () => {
    expect([document.title, document.unitName, document.references]).toEqual([
      "Statistikrapport avseende ej verkställda beslut enligt lagen (1993:387) om stöd och service till vissa funktionshindrade, LSS, kvartal 1 2019",
      "Omsorgs- och arbetsmarknadsnämnden, Ale kommun", "Diarienummer OAN.2019.17 · 2019-05-13",
    ]);
    expect(textsOf(document).slice(0, 2)).toEqual(["Rapporteringstillfälle: 2019-04-30", "Ansvarig rapportör: systemförvaltare"]);
  });

  test("says which days count, by law and quarter", () => {
    const texts = textsOf(document);
    expect(texts).toContain("Nya beslut som ej är verkställda inom 3 månader, redovisning för kvartal 1 2019 (från och med 2019-01-01 till och med 2019-03-31)");
    expect(texts.join("\n")).toMatch(/från och med 2018-10-01 till och med 2018-12-31/u);
    expect(texts.join("\n")).toMatch(/enligt 9 § lagen \(1993:387\) om stöd och service till vissa funktionshindrade, LSS,.*\n.*28 f–28 h §§ LSS/u);
  });

  test("has the four printed tables in their order, after the key figures and before the balance", () => {
    expect(tablesOf(document).map(({ id }) => id)).toEqual(["nyckeltal:LSS", "nya:LSS", "avslutade:LSS", "verkstallda:LSS", "oppna:LSS", "balans:LSS"]);
    const first = ["Beslut nr.", "Beslutsdatum", "Typ av bistånd", "Verksamhet"];
    expect(tablesOf(document).slice(1, 5).map(headers)).toEqual([
      [...first, "Väntat, dagar", "Kommentar"], [...first, "Avslutat", "Kommentar"], [...first, "Verkställighet"], [...first, "Väntat, dagar", "Kommentar"],
    ]);
  });

  test("key figures: two new, both of one aid, a woman and a man (U6)", () => {
    expect(headers(tableNamed(document, "nyckeltal:LSS"))).toEqual(["Nya beslut", "Antal", "Insatser", "Kvinnor", "Män"]);
    expect(printed(document, "nyckeltal:LSS")).toEqual([["Alla", "2", "Alla insatser", "1", "1"], ["Varav", "2", ADULTS, "1", "1"]]);
  });

  test("new: dated events stacked, then what is given meanwhile", () => {
    expect(printed(document, "nya:LSS")).toEqual([
      ["1310041", "2018-11-09", ADULTS, "Funktionshinder", "142", "2019-02-18 Ett boende har erbjudits.\n2019-03-15 Boendet passar, och den enskilde tackar ja.\n2019-05-01 Inflyttningen är planerad."],
      ["1310872", "2018-11-21", ADULTS, "Funktionshinder", "130", "2019-01-09 En köpt plats har erbjudits. Den enskilde tackar nej och väntar på en bostad på hemorten.\nTillfällig lösning: Korttidsboende, SoL"],
    ]);
  });

  test("closed and executed, with their days", () => {
    expect(printed(document, "avslutade:LSS")).toEqual([
      ["1299042", "2018-06-25", "Bostad med särskilt stöd och service för barn eller ungdomar, LSS", "Funktionshinder", "2018-12-11", "Nytt beslut om familjehem är verkställt"],
      ["1280417", "2017-06-09", "Kontaktperson, LSS", "Funktionshinder", "2019-01-31", "Ett nytt beslut är verkställt"],
    ]);
    expect(printed(document, "verkstallda:LSS")).toEqual([
      ["1296205", "2018-04-10", ADULTS, "Funktionshinder", "2019-03-01"],
      ["1295118", "2018-03-26", ADULTS, "Funktionshinder", "2019-03-15"],
    ]);
  });

  test("still open: five in the printed order, with days waited and every event", () => {
    const rows = printed(document, "oppna:LSS");
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ["1290063", "2018-01-13", ADULTS, "Funktionshinder", "442"],
      ["1300714", "2018-06-28", "Biträde av kontaktperson, LSS", "Funktionshinder", "276"],
      ["1303396", "2018-08-16", ADULTS, "Funktionshinder", "227"],
      ["1302579", "2018-10-08", "Kontaktperson, LSS", "Funktionshinder", "174"],
      ["1303150", "2018-08-15", "Kontaktperson, LSS", "Funktionshinder", "228"],
    ]);
    const days = rows.map(([, , , , , comment = ""]) => comment.split("\n").map((line) => line.slice(0, 10)));
    expect(days).toEqual([
      ["Pågående ä", "2018-08-27", "2018-10-05", "2019-01-17", "2019-04-19"], ["2018-10-08", "2019-01-22", "2019-04-10"], ["2018-12-27", "2019-01-17", "2019-03-06"],
      ["2018-10-08", "2019-01-22", "2019-04-05"], ["2019-01-22", "2019-04-19"],
    ]);
  });

  test("the balance: nine, and two, less two, less two, are seven (U7)", () => {
    expect(printed(document, "balans:LSS")).toEqual([["Ingående", "9"], ["Nya", "2"], ["Verkställda", "2"], ["Avslutade", "2"], ["Utgående", "7"]]);
    expect(textsOf(document).at(-1)).toBe("9 ingående + 2 nya − 2 verkställda − 2 avslutade = 7 utgående.");
  });

  test("on the sheet each row is known by its decision", () => {
    const { rowIdentities } = layoutReport(document);
    expect(new Set(rowIdentities).size).toBe(rowIdentities.length);
    for (const { id } of aleBeslut) expect(rowIdentities.filter((identity) => identity.endsWith(`/row/${id}`))).toHaveLength(1);
  });
});

describe("other registers", () => {
  test("each law that occurs has its section, with its own references", () => {
    const document = reportOf(ejVerkstalldaBeslut, { beslut: changed("1310872", { lag: "SoL", insats: "Särskilt boende" }) });
    expect(printed(document, "nyckeltal:SoL")).toEqual([["Alla", "1", "Alla insatser", "0", "1"], ["Varav", "1", "Särskilt boende", "0", "1"]]);
    expect(textsOf(document)).toContain("Ej verkställda gynnande beslut, enligt 11 kap. 1 § och 12 kap. 1 § socialtjänstlagen (2025:400), SoL, som inte är verkställda inom tre månader");
    expect(textsOf(document).join()).toContain("34 kap. 1–3 §§ SoL");
    expect(printed(document, "balans:SoL").at(-1)).toEqual(["Utgående", "1"]);
    expect(textsOf(document).filter((text) => text === "Inga beslut.")).toHaveLength(3);
  });

  test("what Installningar says of a law is printed", () => {
    const texts = textsOf(reportOf(ejVerkstalldaBeslut, { settings: { lssNamn: "den nya lagen", lssLagrum: "2 kap. 3 §", lssRapportering: "7 kap." } })).join("\n");
    expect(texts).toContain("enligt 2 kap. 3 § den nya lagen");
    expect(texts).toContain("enligt 7 kap. LSS");
  });

  test("a break stands under the decision's day, and a replaced decision names the new one", () => {
    const broken = reportOf(ejVerkstalldaBeslut, { beslut: changed("1302579", { beslutsdatum: 43_110, avbrottsdatum: 43_381 }) });
    expect(printed(broken, "oppna:LSS").flatMap(([number, day]) => (number === "1302579" ? [day] : []))).toEqual(["2018-01-10\nAvbrott 2018-10-08"]);
    const replaced = reportOf(ejVerkstalldaBeslut, { beslut: changed("1280417", { nyttBeslut: "1305002" }) });
    expect(printed(replaced, "avslutade:LSS")[1]?.at(-1)).toBe("Ett nytt beslut är verkställt\nNytt beslut: 1305002");
  });

  test("a decision that becomes three months old and ends in one quarter is in both tables, and they say so", () => {
    const document = reportOf(ejVerkstalldaBeslut, { beslut: changed("1310041", { verkstallt: 43_545 }) });
    expect(printed(document, "nya:LSS")[0]?.at(-1)).toMatch(/^Verkställt 2019-03-21\n/u);
    expect(printed(document, "verkstallda:LSS")).toHaveLength(3);
    expect(textsOf(document)).toContain("Står även bland de nya, eftersom tre månader gick ut i samma kvartal: 1310041.");
    expect(textsOf(document).at(-1)).toBe("9 ingående + 2 nya − 3 verkställda − 2 avslutade = 6 utgående.");
  });

  test("new decisions without gender have a column of their own, so that the row adds up", () => {
    const document = reportOf(ejVerkstalldaBeslut, { beslut: changed("1310041", { kon: null }) });
    expect(headers(tableNamed(document, "nyckeltal:LSS")).at(-1)).toBe("Kön ej angivet");
    expect(printed(document, "nyckeltal:LSS")[0]).toEqual(["Alla", "2", "Alla insatser", "0", "1", "1"]);
  });

  test.each([ejVerkstalldaBeslut, ejVerkstalldaBeslutPublik, underlagTillIvo])("$name: another period than a quarter is refused in words, and never counted", (definition) => {
    for (const [period, told] of [[{ kind: "tertial", year: 2019, number: 1 }, /T1 2019 är inget kvartal.*Kvartal 1 2019/u], [{ kind: "year", year: 2018, number: 1 }, /2018 är inget kvartal.*Kvartal 4 2018/u]] as const) {
      const document = reportOf(definition, { period });
      expect(tablesOf(document)).toEqual([]);
      expect(textsOf(document).join("\n")).toMatch(told);
    }
    expect(textsOf(reportOf(definition, { beslut: [], handelser: [] })).join("\n")).toContain("Det finns inga ej verkställda beslut att redovisa för Kvartal 1 2019.");
  });

  test("the three reports of one quarter and committee stand on three sheets", () => {
    const names = [ejVerkstalldaBeslut, ejVerkstalldaBeslutPublik, underlagTillIvo].flatMap((definition) => ["OAN", null, "VON-01"].map((unit) => definition.sheetName({ unit, period: firstQuarter })));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.filter((name) => name.length > 31)).toEqual([]);
  });
});

describe("the working list for IVO", () => {
  const document = reportOf(underlagTillIvo);

  test("has every decision of the quarter once, by what has become of it", () => {
    expect(tablesOf(document).map(({ id, rows }) => [id, rows.length])).toEqual([["nya", 2], ["oppna", 5], ["verkstallda", 2], ["avslutade", 2]]);
    expect(headers(tableNamed(document, "nya"))).toEqual([
      "Beslutsnr", "Lag", "Kön", "Insats", "Beslutsdatum", "Avbrottsdatum", "Verkställt", "Avslutat och orsak", "Erbjudanden", "Senaste händelse", "Tillfällig lösning", "Väntat, dagar", "Väntat",
    ]);
  });

  test("offers by day, the latest that happened, and the wait in IVO's groups", () => {
    expect(printed(document, "nya")[0]).toEqual(["1310041", "LSS", "Kvinna", ADULTS, "2018-11-09", "", "", "", "2019-02-18 Erbjudande\n2019-03-15 Tackat ja", "2019-03-15 Boendet passar, och den enskilde tackar ja.", "", "142", "3–6 månader"]);
    expect(printed(document, "oppna").map((row) => row.at(-1))).toEqual(["13–17 månader", "7–9 månader", "7–9 månader", "3–6 månader", "7–9 månader"]);
    expect(printed(document, "avslutade").map((row) => row.slice(7))).toEqual([
      ["2018-12-11\nNytt beslut om familjehem är verkställt", "", "", "", "169", "3–6 månader"], ["2019-01-31\nEtt nytt beslut är verkställt", "", "", "", "601", "18 månader eller mer"],
    ]);
  });
});

describe("the public report", () => {
  const document = reportOf(ejVerkstalldaBeslutPublik);

  test("shows totals, and holds small groups back", () => {
    expect(document.audience).toBe("publik");
    expect(printed(document, "balans:LSS").at(-1)).toEqual(["Utgående", "7"]);
    const byGender = printed(document, "kon:LSS");
    expect(byGender.map(([aid, , , , total]) => [aid, total])).toEqual([["Biträde av kontaktperson, LSS", "1"], [ADULTS, "4"], ["Kontaktperson, LSS", "2"], ["Totalt", "7"]]);
    for (const row of byGender.slice(0, -1)) for (const cell of row.slice(1, -1)) expect(["färre än 5", "visas inte", "0"]).toContain(cell);
    expect(headers(tableNamed(document, "vantetid:LSS"))).toEqual(["Insats", "Under 3 månader", "3–6 månader", "7–9 månader", "10–12 månader", "13–17 månader", "18 månader eller mer", "Totalt"]);
    expect(printed(document, "vantetid:LSS").at(-1)).toEqual(["Totalt", "0", "3", "3", "0", "1", "0", "7"]);
  });

  test("with the limit at nought every count is shown, and rows add up", () => {
    const all = reportOf(ejVerkstalldaBeslutPublik, { settings: { smatalGrans: 0 } });
    expect(printed(all, "kon:LSS")).toEqual([["Biträde av kontaktperson, LSS", "0", "0", "1", "1"], [ADULTS, "1", "1", "2", "4"], ["Kontaktperson, LSS", "0", "0", "2", "2"], ["Totalt", "1", "1", "5", "7"]]);
  });

  test("carries no number, no day, no event and no reason of any decision", () => {
    const wholeText = JSON.stringify(layoutReport(document).values);
    for (const { id, avslutsorsak, tillfalligLosning, tillsynsarende } of aleBeslut) {
      for (const secret of [id, avslutsorsak, tillfalligLosning, tillsynsarende]) if (secret !== null) expect(wholeText).not.toContain(secret);
    }
    for (const { text } of aleHandelser) expect(wholeText).not.toContain(text);
    expect(tablesOf(document).flatMap(({ rows }) => rows.flat()).filter(({ kind }) => kind === "date")).toEqual([]);
  });
});

test("shuffled rows make the same reports", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...aleBeslut], { minLength: aleBeslut.length }), fc.shuffledSubarray([...aleHandelser], { minLength: aleHandelser.length }), (beslut, handelser) => {
      for (const definition of [ejVerkstalldaBeslut, ejVerkstalldaBeslutPublik, underlagTillIvo]) expect(reportOf(definition, { beslut, handelser })).toEqual(reportOf(definition));
    }),
    { numRuns: 6 },
  );
});
