import type { Finding } from "../../src/registers/finding.js";
import { registers, type Enhet, type Resurs, type Uppdrag } from "../../src/registers/registers.js";
import { checkRules } from "../../src/rules/checkRules.js";
import {
  idOf, ostersundMal, ostersundMalChoices, ostersundMalDokument, ostersundMalEnheter, ostersundMalResurser, ostersundMalUppdrag, pageUpdated, printedAssignments,
} from "../fixtures/ostersund-mal/ostersundMal.js";
import { read, writtenRows, type WrittenRows, type WrittenWorkbook } from "./testWorkbook.js";

interface Facts {
  readonly enheter?: readonly Enhet[];
  readonly uppdrag?: readonly Uppdrag[];
  readonly resurser?: readonly Resurs[];
  readonly matt?: WrittenRows;
}

function page({ enheter = ostersundMalEnheter, uppdrag = ostersundMalUppdrag, resurser = ostersundMalResurser, matt = [] }: Facts = {}): WrittenWorkbook {
  return {
    installningar: Object.entries(ostersundMalChoices).map(([nyckel, varde]) => ({ Nyckel: nyckel, "Värde": varde })),
    enheter: writtenRows(registers.enheter, enheter),
    dokument: writtenRows(registers.dokument, ostersundMalDokument),
    mal: writtenRows(registers.mal, ostersundMal),
    matt,
    uppdrag: writtenRows(registers.uppdrag, uppdrag),
    resurser: writtenRows(registers.resurser, resurser),
  };
}

/** Each finding as its rule and the printed number of the assignment, or the row of the other register, that it stands in; "–" for a whole column. */
function told(workbook: WrittenWorkbook = page(), today = pageUpdated): string[] {
  const { contents, settings, findings } = read(workbook);
  const place = ({ at }: Finding) => (at === undefined || at.row === 0 ? "–" : String(at.row));
  return [...findings, ...checkRules(contents, settings, today)].map((found) => `${found.ruleId} ${place(found)}`).sort(byNumber);
}

const byNumber = new Intl.Collator("sv", { numeric: true }).compare;

/** Rows changed by their place, from one. */
function changed<R>(rows: readonly R[], changes: Readonly<Record<number, Partial<R>>>): R[] {
  return rows.map((row, index) => ({ ...row, ...changes[index + 1] }));
}

test("Östersund's goal page 2024: what the notes say is to be found, and nothing else", () => {
  expect(told()).toEqual(
    [
      // R02: the lead of the first three cannot be told.
      ...[1, 2, 3].map((row) => `uppdrag.utan-ansvarig ${row}`),
      // R05: Kultur- och fritidsförvaltningen is to co-operate, and takes no part.
      "uppdrag.enhet-i-texten 11",
      // R19: one budget line has no year, the other does not say whether it lasts.
      "resurs.utan-ar 1", "resurs.varaktighet 2",
      // R20: money in words only. The notes name fullmäktige's two; the committees' own speak of the budget and of finansiering.
      ...[3, 6, 11, 14].map((row) => `uppdrag.pengar-utan-resurs ${row}`),
      // R25, R48, R49: the page has no nyckeltal, though one of its assignments orders them.
      "mal.utan-matt 1", "uppdrag.nyckeltal-saknas 9",
      // R50: only four say by when.
      ...[1, 2, 4, 6, 7, 8, 11, 12, 13, 14].map((row) => `uppdrag.utan-slut ${row}`),
    ].sort(byNumber),
  );
});

describe("when it is mended", () => {
  const mendedAssignments = changed<Uppdrag>(
    ostersundMalUppdrag.map((row) => ({ ...row, slut: 45_657 })),
    {
      1: { huvudansvarig: "VON" }, 2: { huvudansvarig: "KS" }, 3: { huvudansvarig: "VON", fortydligande: "Alla boenden ska ha en driftsäker uppkoppling." },
      6: { fortydligande: "Bostad först är en metod för den som är hemlös." },
      11: { medansvariga: ["KFN"], fortydligande: "Samverkan ska fungera." },
      14: { fortydligande: "Innehåll, längd och urval är inte bestämda." },
    },
  ).map((row): Uppdrag => ({ ...row, medansvariga: row.medansvariga?.filter((unit) => unit !== row.huvudansvarig) ?? null }));
  const mendedResources = changed(ostersundMalResurser, { 1: { ar: 2024 }, 2: { beskrivning: "Tillfälligt, bara 2024." } });
  const matt: WrittenRows = [{ "Mått-id": "MÅTT-1", "Mål-id": "MÅL-1", "Mått": "Verksamheter med beslutade nyckeltal", "Måttenhet": "%", Riktning: "Öka", "Målvärde": { value: 1, format: "0%" } }];
  const owned = { ...page({ uppdrag: mendedAssignments, resurser: mendedResources, matt }), mal: writtenRows(registers.mal, changed(ostersundMal, { 1: { enhet: "KF" } })) };

  test("nothing is found but that the new measure has no outcome yet", () => {
    expect(told(owned)).toEqual(["utfall.saknas 1"]);
  });

  test("each fault by itself is found again", () => {
    const planted = [
      ...ostersundMalUppdrag.flatMap((row, index) => told({ ...owned, uppdrag: writtenRows(registers.uppdrag, changed(mendedAssignments, { [index + 1]: row })) })),
      ...ostersundMalResurser.flatMap((row, index) => told({ ...owned, resurser: writtenRows(registers.resurser, changed(mendedResources, { [index + 1]: row })) })),
      ...told({ ...owned, matt: [] }),
    ];
    // The goal has an owner in the mended copy, who leads what nobody else does.
    const expected = told().filter((found) => !found.startsWith("uppdrag.utan-ansvarig"));
    expect([...new Set(planted)].filter((found) => found !== "utfall.saknas 1").sort(byNumber)).toEqual(expected);
    expect(told({ ...owned, mal: writtenRows(registers.mal, ostersundMal), uppdrag: writtenRows(registers.uppdrag, changed(mendedAssignments, { 2: { huvudansvarig: null } })) })).toContain("uppdrag.utan-ansvarig 2");
  });
});

describe("owners and budget lines as the page prints them", () => {
  /** Typed as on the page: codes in Huvudansvarig, committees' names below their assignments. */
  const typed = page({
    uppdrag: ostersundMalUppdrag.map((row, index) => {
      const printed = printedAssignments[index];
      if (printed?.givare === "Nämnd") return { ...row, huvudansvarig: null, uppdrag: `${row.uppdrag}\n${printed.ansvariga}` };
      return { ...row, huvudansvarig: printed?.ansvariga ?? null, medansvariga: null };
    }),
  });

  test("are read into who leads and who takes part", () => {
    const responsible = ({ contents }: ReturnType<typeof read>) =>
      contents.uppdrag?.rows.map(({ values: { uppdrag, huvudansvarig, medansvariga } }) => [uppdrag, huvudansvarig, medansvariga ?? []]);
    expect(responsible(read(typed))).toEqual(responsible(read(page())));
    const told = read(typed).findings.map(({ ruleId, at }) => `${ruleId} ${at?.row ?? "–"}`);
    expect(told).toEqual([
      ...[1, 2, 3].map((row) => `enhet.flera ${row}`), "uppdrag.ansvariga-i-en-cell 6",
      ...[7, 8, 9, 10, 11, 12, 13, 14].map((row) => `uppdrag.ansvarig-i-texten ${row}`),
    ]);
  });

  test("a committee whose code is not in Enheter is told by each assignment that has it (R01)", () => {
    const without = read(page({ enheter: ostersundMalEnheter.filter(({ kod }) => kod !== "MSN") }));
    expect(without.findings.map(({ ruleId, at }) => `${ruleId} ${at?.row ?? "–"}`)).toEqual(["enhet.okand 2", "enhet.okand 6"]);
  });

  test("a budget line left in the clarification is told, with whether Resurser has it (R16)", () => {
    const withLine = (line: string) => {
      const { contents, settings } = read(page({ uppdrag: changed(ostersundMalUppdrag, { 4: { fortydligande: `Ett team ska byggas upp.\n${line}` } }) }));
      return checkRules(contents, settings, pageUpdated).filter(({ ruleId }) => ruleId === "uppdrag.budgetrad-i-texten").map(({ message, at }) => `${at?.row ?? "–"}: ${message.sv}`);
    };
    for (const line of ["Varaktig ramjustering SAN: 2 400 tkr", "Varaktig ramjustering Social- och arbetsmarknadsnämnden: 2,4 mnkr", "varaktig ramjustering 2024 san: 2\u00A0400 tkr."]) {
      expect(withLine(line)).toEqual([expect.stringMatching(/^4: .*finns också i Resurser/u)]);
    }
    for (const line of ["Varaktig ramjustering SAN: 2 500 tkr", "Ramökning SAN: 2 400 tkr", "Varaktig ramjustering VON: 2 400 tkr"]) {
      expect(withLine(line)).toEqual([expect.stringMatching(/^4: .*Skriv den som en rad i Resurser/u)]);
    }
    const { contents, settings } = read(page({ uppdrag: changed(ostersundMalUppdrag, { 4: { fortydligande: "Ett team.\nVaraktig ramjustering SAN: 2 400 tkr\nFler sedan.\nRamökning SAN: 9 tkr" } }) }));
    const fixes = checkRules(contents, settings, pageUpdated).filter(({ ruleId }) => ruleId === "uppdrag.budgetrad-i-texten").map(({ fix }) => fix?.cells[0]?.value);
    expect(fixes).toEqual(["Ett team.\nFler sedan.\nRamökning SAN: 9 tkr", undefined]);
    for (const line of ["Ramjusteringen SAN: 2 400 tkr", "Varaktig ramjustering SAN: se bilaga", "Varaktig ramjustering behövs"]) expect(withLine(line)).toEqual([]);
  });
});

describe("what else can be wrong with money", () => {
  const line = (rest: Partial<Resurs>) => told(page({ resurser: [...changed(ostersundMalResurser, { 1: { ar: 2024 }, 2: { beskrivning: "Varaktig." } }), { ...base, ...rest }] }));
  const base: Resurs = { avser: idOf(4), enhet: "SAN", typ: "Varaktig ramjustering", belopp: 100, arsarbetare: null, ar: 2024, beskrivning: null };

  test.each<[string, Partial<Resurs>]>([
    // R17: the committee leads it, takes part in it, or lies below one that does.
    ["resurs.annan-enhet 3", { enhet: "VON" }],
    ["resurs.annan-enhet 3", { avser: idOf(6), enhet: "BUN" }],
    ["resurs.annan-enhet 3", { enhet: "KF" }],
    ["resurs.avser-annat 3", { avser: "DOK-1" }],
    ["resurs.utan-avser 3", { avser: null }],
    ["resurs.utan-belopp 3", { belopp: null }],
    ["resurs.utan-belopp 3", { typ: "Ny tjänst", belopp: null }],
    ["resurs.utan-enhet 3", { avser: idOf(1), enhet: null }],
    ["resurs.utan-enhet 3", { avser: null, enhet: null, typ: "Vakant tjänst", arsarbetare: 1 }],
    ["resurs.utan-ar 3", { typ: "Investering", ar: null }],
    ["resurs.varaktighet 3", { typ: "Ramökning" }],
    ["resurs.varaktighet 3", { typ: "Ramökning", beskrivning: "Fyra medarbetare" }],
  ])("%s: %j", (expected, rest) => {
    expect(line(rest).filter((found) => found.startsWith("resurs."))).toEqual([expected]);
  });

  test.each<[Partial<Resurs>]>([
    [{}], [{ avser: idOf(6), enhet: "MSN" }], [{ avser: "MÅL-1", enhet: "BUN" }], [{ enhet: null }], [{ typ: "Ny tjänst", belopp: null, arsarbetare: 4, ar: null }],
    [{ typ: "Ny tjänst", ar: null }], [{ typ: "Ramökning", beskrivning: "Engångsbelopp" }], [{ typ: "Årsarbetare", avser: null, belopp: null, arsarbetare: 1.5, ar: null }],
  ])("nothing: %j", (rest) => {
    expect(line(rest).filter((found) => found.startsWith("resurs."))).toEqual([]);
  });
});

test("a unit below the committee that leads may have its money (R17)", () => {
  const team: Enhet = { kod: "TEAM", namn: "Säkerhetsteamet", typ: "Enhet", overordnad: "SAN", alias: null, ordning: 10 };
  const resurser = changed(ostersundMalResurser, { 1: { enhet: "TEAM" } });
  const found = told(page({ enheter: [...ostersundMalEnheter, team], resurser }));
  expect(found.filter((each) => each.startsWith("resurs.annan-enhet"))).toEqual([]);
});

describe("what an assignment's text says", () => {
  const text = (uppdrag: string, rest: Partial<Uppdrag> = {}) =>
    told(page({ uppdrag: changed(ostersundMalUppdrag, { 12: { uppdrag, ...rest } }) })).filter((found) => found.endsWith(" 12") && !found.startsWith("uppdrag.utan-slut"));

  test.each(["Utred med Tekniska nämnden", "Ta över Barn- och utbildningsnämndens akter", "Fråga Kommunstyrelsen"])("names a unit that takes no part: %s", (uppdrag) => {
    expect(text(uppdrag)).toEqual(["uppdrag.enhet-i-texten 12"]);
  });

  test("but not one that takes part, lies above, or is fullmäktige, nor a word that is part of a name", () => {
    expect(text("Utred med Tekniska nämnden", { medansvariga: ["TN"] })).toEqual([]);
    for (const uppdrag of ["Gemensam överförmyndarnämnds akter", "Svara Kommunfullmäktige", "Tekniska frågor, som nämnden har"]) expect(text(uppdrag)).toEqual([]);
  });

  test("who gave it is asked for where others have a giver, and only there", () => {
    expect(text("Digitalisera akterna", { givare: null })).toEqual(["uppdrag.utan-givare 12"]);
    expect(told(page({ uppdrag: ostersundMalUppdrag.map((row) => ({ ...row, givare: null })) })).filter((found) => found.startsWith("uppdrag.utan-givare"))).toEqual([]);
  });

  test("money is asked for only in a workbook that has some", () => {
    expect(told(page({ resurser: [] })).filter((found) => found.startsWith("uppdrag.pengar"))).toEqual([]);
  });
});

test("once the year is over, that nobody has followed up anything is one thing to say", () => {
  const after = told(page(), 45_658);
  expect(after.filter((found) => found.startsWith("uppfoljning."))).toEqual(["uppfoljning.ingen –"]);
});

describe("amounts as people type them (R16, R22)", () => {
  const typed = (cells: WrittenRows[number]) => {
    const { contents, findings } = read({ ...page(), resurser: [{ Avser: "UPP-4", Enhet: "SAN", Typ: "Varaktig ramjustering", ...cells }] });
    const [row] = contents.resurser?.rows ?? [];
    return { belopp: row?.values.belopp, arsarbetare: row?.values.arsarbetare, told: findings.map(({ ruleId, fix }) => `${ruleId} ${fix?.cells[0]?.value ?? "–"}`) };
  };

  test.each(["2 400 tkr", "2\u00A0400 tkr", "2 400", "2,4 mnkr", "2 400 000 kr", "2400 kkr"])("%s is 2 400 tkr, and the fix writes it so", (text) => {
    expect(typed({ "Belopp tkr": text })).toEqual({ belopp: 2400, arsarbetare: null, told: ["cell.text-for-tal 2400"] });
  });

  test.each(["1,0 åa", "1.0 åa", "1 årsarbetare"])("%s is one årsarbetare", (text) => {
    expect(typed({ Årsarbetare: text })).toEqual({ belopp: null, arsarbetare: 1, told: ["cell.text-for-tal 1"] });
  });

  test.each(["5 %", "minst 100 tkr", "3 dagar", "100–200 tkr", "se bilaga", "-"])("%s is no amount, and is never guessed at", (text) => {
    expect(typed({ "Belopp tkr": text })).toEqual({ belopp: null, arsarbetare: null, told: ["cell.olasbar –"] });
  });
});
