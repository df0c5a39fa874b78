import type { Finding } from "../../src/registers/finding.js";
import { registers, type Beslut, type Handelse } from "../../src/registers/registers.js";
import { withSubjects } from "../../src/rules/acceptances.js";
import { checkRules } from "../../src/rules/checkRules.js";
import {
  aleBeslut, aleBeslutChoices, aleBeslutDokument, aleBeslutEnheter, aleBeslutKlarmarkering, aleHandelser, dateTypedAsText, firstQuarter,
} from "../fixtures/ale-beslut/aleBeslut.js";
import { read, writtenRows, type WrittenWorkbook } from "./testWorkbook.js";

interface Facts {
  readonly period?: string;
  readonly beslut?: readonly Beslut[];
  readonly handelser?: readonly Handelse[];
  /** Dates as they are typed, by the event's place. */
  readonly typed?: Readonly<Record<number, string>>;
}

const asTyped = { [dateTypedAsText.row]: dateTypedAsText.typed };

function ale({ period = aleBeslutChoices.period, beslut = aleBeslut, handelser = aleHandelser, typed = {} }: Facts): WrittenWorkbook {
  return {
    installningar: Object.entries({ ...aleBeslutChoices, period }).map(([nyckel, varde]) => ({ Nyckel: nyckel, "Värde": varde })),
    enheter: writtenRows(registers.enheter, aleBeslutEnheter),
    dokument: writtenRows(registers.dokument, aleBeslutDokument),
    klarmarkering: writtenRows(registers.klarmarkering, aleBeslutKlarmarkering),
    beslut: writtenRows(registers.beslut, beslut),
    handelser: writtenRows(registers.handelser, handelser).map((row, index) => ({ ...row, ...(typed[index] === undefined ? {} : { Datum: typed[index] }) })),
  };
}

/** Each finding as its rule and the number of the decision that it is about; "–" for a whole column. */
function told(facts: Facts, today?: number): string[] {
  const { contents, settings, findings } = read(ale(facts));
  const numbers = new Map<string, string>((facts.beslut ?? aleBeslut).map(({ id }, index) => [`Beslut ${index + 1}`, id] as const));
  (facts.handelser ?? aleHandelser).forEach(({ beslutsnr }, index) => numbers.set(`Handelser ${index + 1}`, beslutsnr));
  const about = ({ register, at }: Finding) => numbers.get(`${register} ${at?.row ?? "–"}`) ?? "–";
  return [...findings, ...checkRules(contents, settings, today)].map((found) => `${found.ruleId} ${about(found)}`).sort();
}

const expected = [
  // U2 and U3, the two that the notes name.
  "beslut.rapporterad-for-tidigt 1302579", "beslut.slutredovisad-avviker 1299042",
  // Its first event is a break, so its date is hardly that of the decision.
  "beslut.avbrott-utan-dag 1302579",
  "beslut.nytt-beslut-saknas 1299042", "beslut.nytt-beslut-saknas 1280417",
  "beslut.insats-tva-namn 1300714",
  "beslut.ej-arbetsdag 1290063", "handelse.ej-arbetsdag 1290063", "handelse.ej-arbetsdag 1303150",
  "beslut.ingen-ny-handelse 1303396", "beslut.ingen-ny-handelse 1310872",
  "cell.datum-som-text 1302579",
  "beslut.kon-saknas-for-tidigare –",
].sort();

test("Ale, the first quarter of 2019: what the notes say is to be found, and nothing else", () => {
  expect(told({ typed: asTyped })).toEqual(expected);
  expect(told({ typed: asTyped }, 43_585)).toEqual(expected);
});

test("an invented planned day after the report, 2019-05-01, is no finding until it has passed", () => {
  expect(told({ typed: asTyped, period: "Kvartal 2 2019" }).filter((found) => found.startsWith("beslut.planerad"))).toEqual(["beslut.planerad-passerad 1310041"]);
});

describe("when it is mended", () => {
  const changed = <R extends { readonly [K in Key]: unknown }, Key extends keyof R>(rows: readonly R[], key: Key, changes: Readonly<Record<string, Partial<R>>>): R[] =>
    rows.map((row) => ({ ...row, ...changes[String(row[key])] }));
  const september = 43_353;
  const mended = changed(aleBeslut.map((row) => ({ ...row, kon: row.kon ?? ("Kvinna" as const) })), "id", {
    // The decision itself was made long before the break, which lies in the third quarter.
    "1302579": { beslutsdatum: 43_110, avbrottsdatum: september, forstRapporterad: null },
    "1299042": { avslutat: 43_476, slutredovisad: null, nyttBeslut: "1305001" },
    "1280417": { nyttBeslut: "1305002" },
    "1300714": { insats: "Kontaktperson, LSS" },
    "1290063": { beslutsdatum: 43_112 },
  });
  const goodFriday = 43_574;
  const news = (beslutsnr: string): Handelse => ({ beslutsnr, datum: 43_565, handelse: "Åtgärd", text: "En ny plats söks." });
  const events = [...aleHandelser.map((row) => (row.datum === goodFriday ? { ...row, datum: 43_573 } : row)), news("1303396"), news("1310872")];

  test("nothing is found", () => {
    expect(told({ beslut: mended, handelser: events })).toEqual([]);
    expect(told({ beslut: mended, handelser: events }, 43_585)).toEqual([]);
  });

  test("each fault by itself is found again", () => {
    const inDecisions = aleBeslut.flatMap((row, index) => told({ beslut: mended.map((other, at) => (at === index ? row : other)), handelser: events }));
    const inEvents = aleHandelser.flatMap((row, index) =>
      told({ beslut: mended, handelser: events.map((other, at) => (at === index ? row : other)), typed: index === dateTypedAsText.row ? asTyped : {} }),
    );
    const withoutNews = ["1303396", "1310872"].flatMap((id) => told({ beslut: mended, handelser: events.filter((row) => row.beslutsnr !== id || row.text !== news(id).text) }));
    // What is said of the column is said once for each of the nine.
    expect([...new Set([...inDecisions, ...inEvents, ...withoutNews])].sort()).toEqual(expected);
  });

  test.each<[string, Partial<Beslut>]>([
    ["beslut.datum-i-fel-ordning", { verkstallt: 43_000 }],
    ["beslut.datum-i-fel-ordning", { avbrottsdatum: 43_412 }],
    ["beslut.datum-i-fel-ordning", { avbrottsdatum: 43_430, avslutat: 43_420, avslutsorsak: "Avliden" }],
    ["beslut.verkstallt-och-avslutat", { verkstallt: 43_530, avslutat: 43_540, avslutsorsak: "Flyttat" }],
    ["beslut.framtida-datum", { verkstallt: 43_590 }],
    ["beslut.avslutsorsak-saknas", { avslutat: 43_540 }],
    ["beslut.nytt-beslut-saknas", { avslutat: 43_540, avslutsorsak: "Den enskilde har fått ett nytt beslut" }],
    ["beslut.annan-lag", { lag: "SoL" }],
    ["beslut.ej-arbetsdag", { beslutsdatum: 43_415 }],
    ["beslut.rapporterad-for-tidigt", { forstRapporterad: { ...firstQuarter, year: 2018 } }],
    ["beslut.rapporterad-for-sent", { forstRapporterad: { ...firstQuarter, number: 2 } }],
    ["beslut.slutredovisad-avviker", { verkstallt: 43_530, slutredovisad: { ...firstQuarter, number: 2 } }],
    ["beslut.slutredovisad-utan-dag", { slutredovisad: firstQuarter }],
    ["beslut.ej-kvartal", { forstRapporterad: { kind: "year", year: 2018, number: 1 } }],
    ["beslut.kon-saknas", { kon: null }],
    ["beslut.planerad-passerad", { planerad: 43_540 }],
  ])("%s: planted in a new decision it is told of that decision, and nothing else is", (rule, change) => {
    const beslut = changed(mended, "id", { "1310041": change });
    expect([...new Set(told({ beslut, handelser: events }, 43_585))]).toEqual([`${rule} 1310041`]);
  });

  test.each<[string, readonly Handelse[]]>([
    ["beslut.utan-handelse", events.filter(({ beslutsnr }) => beslutsnr !== "1310041")],
    ["handelse.fore-beslut", [...events, { beslutsnr: "1310041", datum: 43_410, handelse: "Åtgärd", text: "Ett samtal." }]],
    ["handelse.framtida", [...events, { beslutsnr: "1310041", datum: 43_587, handelse: "Åtgärd", text: "Ett samtal." }]],
    ["handelse.ej-arbetsdag", [...events, { beslutsnr: "1310041", datum: 43_520, handelse: "Åtgärd", text: "Ett samtal." }]],
    ["beslut.tillfallig-losning-saknas", [...events, { beslutsnr: "1310041", datum: 43_521, handelse: "Åtgärd", text: "Får korttidsplats tills vidare." }]],
    ["beslut.avbrott-utan-dag", [...events, { beslutsnr: "1310041", datum: 43_521, handelse: "Avbrott", text: "Boendet stängs." }]],
  ])("%s: planted in the events it is told, and nothing else is", (rule, handelser) => {
    expect(told({ beslut: mended, handelser })).toEqual([`${rule} 1310041`]);
  });

  test("an execution that was broken off later is no fault", () => {
    const beslut = changed(mended, "id", { "1310041": { verkstallt: 43_420, avbrottsdatum: 43_430 } });
    expect(told({ beslut, handelser: events })).toEqual([]);
  });

  test("while the quarter runs nobody asks for news after it", () => {
    const early = told({ beslut: mended, handelser: aleHandelser }, 43_500).filter((found) => found.startsWith("beslut.ingen-ny"));
    expect(early).toEqual([]);
  });
});

test("the same is told of the same, however the sheets are sorted: what has been accepted stays accepted", () => {
  const about = (beslut: readonly Beslut[], handelser: readonly Handelse[]) => {
    const { contents, settings, findings } = read(ale({ beslut, handelser }));
    return withSubjects([...findings, ...checkRules(contents, settings)], contents).map(({ ruleId, subject }) => `${ruleId} ${subject?.key ?? ""}`).sort();
  };
  expect(about([...aleBeslut].reverse(), [...aleHandelser].reverse())).toEqual(about(aleBeslut, aleHandelser));
});
