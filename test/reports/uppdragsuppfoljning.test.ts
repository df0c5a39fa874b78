import fc from "fast-check";
import { assignmentStatuses } from "../../src/registers/definitions/statusWords.js";
import type { Aktivitet, Enhet, Uppdrag, Uppfoljning } from "../../src/registers/registers.js";
import { defaultSettings } from "../../src/registers/settings.js";
import type { Period } from "../../src/registers/values/period.js";
import type { ReportDocument } from "../../src/reports/document.js";
import { layoutReport } from "../../src/reports/layout/layout.js";
import { printedText } from "../../src/reports/parts/printedText.js";
import { uppdragsuppfoljning } from "../../src/reports/uppdragsuppfoljning/uppdragsuppfoljning.js";
import { ostersundChoices, ostersundEnheter, ostersundUppdrag, ostersundUppfoljning } from "../fixtures/ostersund/ostersund.js";
import { contentsOf, type Rows } from "./contentsOf.js";
import { assignment as anAssignment, followUp as aFollowUp, tableNamed, tablesOf, textsOf } from "./reportOf.js";

const tertial2: Period = { kind: "tertial", year: 2021, number: 2 };
const ostersund = { enheter: ostersundEnheter, uppdrag: ostersundUppdrag, uppfoljning: ostersundUppfoljning };

function reportOf(rows: Rows, choices: { readonly unit?: string; readonly period?: Period } = {}): ReportDocument {
  return uppdragsuppfoljning.build({
    contents: contentsOf(rows),
    settings: { ...defaultSettings, ...ostersundChoices },
    unit: choices.unit ?? null,
    period: choices.period ?? tertial2,
    date: 44_440,
  });
}

function printed(document: ReportDocument, id: string): readonly (readonly string[])[] {
  return tableNamed(document, id).rows.map((row) => row.map(printedText));
}

function assignment(values: Partial<Uppdrag> & Pick<Uppdrag, "id">): Uppdrag {
  return anAssignment({ ar: 2021, huvudansvarig: "VON", ...values });
}

function followUp(values: Partial<Uppfoljning> & Pick<Uppfoljning, "avser">): Uppfoljning {
  return aFollowUp({ period: tertial2, ...values });
}

function activity(values: Partial<Aktivitet> & Pick<Aktivitet, "id" | "avser">): Aktivitet {
  return { ansvarig: null, aktivitet: `Aktivitet ${values.id}`, tidsram: null, slut: null, resurs: null, ordning: null, ...values };
}

describe("Östersunds kommun, T2 2021", () => {
  const document = reportOf(ostersund);
  const rows = printed(document, "uppdrag");

  test("has the printed headers, with the period in them", () => {
    expect(tableNamed(document, "uppdrag").columns.map(({ header }) => header)).toEqual(["Nämnd", "T2 2021 Uppdrag", "Kommentar T2 2021", "Status"]);
    expect([document.title, document.unitName, document.sheetName]).toEqual(["Uppdragsuppföljning T2 2021", "Alla nämnder och enheter, Östersunds kommun", "Uppdragsuppföljning T2 2021"]);
  });

  test("prints all 18 rows in the printed order, by committee, with texts and comments as they stand", () => {
    expect(rows.map(([, text]) => text)).toEqual(ostersundUppdrag.map(({ uppdrag }) => uppdrag));
    expect(rows.map(([, , comment]) => comment)).toEqual(ostersundUppfoljning.map(({ kommentar }) => kommentar));
    const names = new Map(ostersundEnheter.map(({ kod, namn }) => [kod, namn]));
    expect(rows.map(([namnd]) => namnd)).toEqual(ostersundUppdrag.map(({ huvudansvarig }) => names.get(huvudansvarig ?? "")));
    expect(rows[15]?.[2]?.split("\n")).toHaveLength(4);
  });

  test("six assignments have no status, and it says so", () => {
    const without = rows.flatMap(([, , , status], index) => (status === "– Ej angivet" ? [index + 1] : []));
    expect(without).toEqual([2, 8, 9, 10, 11, 12]);
    expect(rows.filter(([, , , status]) => status === "► Pågående")).toHaveLength(8);
    expect([6, 14, 17, 18].map((row) => rows[row - 1]?.[3])).toEqual(["● Genomfört", "○ Planerat", "► Nästan genomfört", "▲ Försenat"]);
  });

  test("counts are 7, 7 and 4 by committee", () => {
    expect(printed(document, "antal")).toEqual([
      ["Vård- och omsorgsnämnden", "7", "5 pågående, 1 genomfört, 1 ej angivet"],
      ["Social- och arbetsmarknadsnämnden", "7", "1 planerat, 1 pågående, 5 ej angivet"],
      ["Gemensam överförmyndarnämnd", "4", "2 pågående, 1 nästan genomfört, 1 försenat"],
      ["Summa", "18", "1 planerat, 8 pågående, 1 nästan genomfört, 1 försenat, 1 genomfört, 6 ej angivet"],
    ]);
    expect(textsOf(document)[0]).toBe("18 uppdrag: 1 planerat, 8 pågående, 1 nästan genomfört, 1 försenat, 1 genomfört. 6 saknar status.");
  });

  test("the legend holds the statuses used, in the scale's order", () => {
    expect(document.blocks.filter(({ kind }) => kind === "legend")).toEqual([
      { kind: "legend", scale: "uppdrag", words: ["Planerat", "Pågående", "Nästan genomfört", "Försenat", "Genomfört", "Ej angivet"] },
    ]);
  });

  test("on the sheet the header is repeated on each printed page, and each row is known by its assignment", () => {
    const layout = layoutReport(document);
    const table = layout.tables.find(({ id }) => id === "uppdrag");
    expect(layout.print.titleRows).toEqual({ row: table?.area.row, rows: 1 });
    expect(new Set(layout.rowIdentities).size).toBe(layout.rowIdentities.length);
    for (const { uppdrag } of ostersundUppdrag) expect(layout.rowIdentities).toContain(`uppdrag/row/${uppdrag}`);
  });

  test("a committee's report holds its own assignments only", () => {
    const own = reportOf(ostersund, { unit: "SAN" });
    expect(printed(own, "uppdrag")).toEqual(rows.slice(7, 14));
    expect(own.sheetName).toBe("Uppdragsuppföljning T2 2021 SAN");
    expect(own.unitName).toBe("Social- och arbetsmarknadsnämnden, Östersunds kommun");
  });

  test("is the same whatever order the rows stand in", () => {
    const shuffled = <Row>(all: readonly Row[]) => fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
    fc.assert(
      fc.property(shuffled(ostersundEnheter), shuffled(ostersundUppdrag), shuffled(ostersundUppfoljning), (enheter, uppdrag, uppfoljning) => {
        expect(reportOf({ enheter, uppdrag, uppfoljning })).toEqual(document);
      }),
      { numRuns: 50 },
    );
  });
});

describe("what is not the simple case", () => {
  test("those who take part are listed after the committee, and what they report stands by name after its comment", () => {
    const document = reportOf({
      enheter: ostersundEnheter,
      uppdrag: [assignment({ id: "A", huvudansvarig: "SAN", medansvariga: ["VON", "GÖN"] })],
      uppfoljning: [
        followUp({ avser: "A", enhet: "GÖN", status: "Försenat", kommentar: "Väntar på underlag." }),
        followUp({ avser: "A", enhet: "SAN", status: "Pågående", kommentar: "Halvvägs." }),
      ],
    });
    expect(printed(document, "uppdrag")).toEqual([
      ["Social- och arbetsmarknadsnämnden (VON, GÖN)", "Uppdrag A", "Halvvägs.\nGemensam överförmyndarnämnd (Försenat): Väntar på underlag.", "► Pågående"],
    ]);
  });

  test("a unit that takes part has its own report of the assignment, and the lead's comment by name", () => {
    const rows = {
      enheter: ostersundEnheter,
      uppdrag: [assignment({ id: "A", huvudansvarig: "SAN", medansvariga: ["VON"] })],
      uppfoljning: [
        followUp({ avser: "A", enhet: "VON", status: "Genomfört", kommentar: "Vår del är klar." }),
        followUp({ avser: "A", status: "Pågående", kommentar: "Halvvägs." }),
      ],
    };
    const [row] = printed(reportOf(rows, { unit: "VON" }), "uppdrag");
    expect(row?.slice(2)).toEqual(["Vård- och omsorgsnämnden (Genomfört): Vår del är klar.\nSocial- och arbetsmarknadsnämnden (Pågående): Halvvägs.", "● Genomfört"]);
    expect(tablesOf(reportOf(rows, { unit: "GÖN" }))).toEqual([]);
  });

  test("a unit's report holds the assignments of units below it", () => {
    const below: Enhet = { kod: "AME", namn: "Arbetsmarknadsenheten", typ: "Enhet", overordnad: "SAN", alias: null, ordning: 4 };
    const rows = { enheter: [...ostersundEnheter, below], uppdrag: [assignment({ id: "A", huvudansvarig: "AME" }), assignment({ id: "B" })] };
    expect(printed(reportOf(rows, { unit: "SAN" }), "uppdrag").map(([namnd]) => namnd)).toEqual(["Arbetsmarknadsenheten"]);
  });

  test("a comment that is missing is told, and so is an assignment without anybody in charge", () => {
    const document = reportOf({ enheter: ostersundEnheter, uppdrag: [assignment({ id: "A", huvudansvarig: null })] });
    expect(printed(document, "uppdrag")).toEqual([["Utan ansvarig", "Uppdrag A", "Kommentar saknas.", "– Ej angivet"]]);
    expect(textsOf(document)[0]).toBe("1 uppdrag. 1 saknar status. 1 saknar kommentar.");
  });

  test("why an assignment is late and when it is to be done follow its comment", () => {
    const document = reportOf({
      enheter: ostersundEnheter, uppdrag: [assignment({ id: "A" })],
      uppfoljning: [followUp({ avser: "A", status: "Försenat", kommentar: "Upphandlingen tar tid.", orsak: "Beslutet överklagades.", klartSenast: 44_469 })],
    });
    expect(printed(document, "uppdrag")[0]?.[2]).toBe("Upphandlingen tar tid.\nOrsak: Beslutet överklagades.\nKlart senast 2021-09-30.");
  });

  test("assignments that are not in force are left out in words, unless somebody reported them", () => {
    const uppdrag = [assignment({ id: "A" }), assignment({ id: "B", start: 44_470 }), assignment({ id: "C", ar: 2022 })];
    const document = reportOf({ enheter: ostersundEnheter, uppdrag });
    expect(printed(document, "uppdrag").map(([, text]) => text)).toEqual(["Uppdrag A"]);
    expect(textsOf(document)).toContain("Uppdrag som inte gäller under T2 2021 är inte med: Uppdrag B; Uppdrag C");
    const reported = reportOf({ enheter: ostersundEnheter, uppdrag, uppfoljning: [followUp({ avser: "C", kommentar: "Påbörjat i förväg." })] });
    expect(printed(reported, "uppdrag").map(([, text]) => text)).toEqual(["Uppdrag A", "Uppdrag C"]);
  });

  test("activities stand under their assignment, with who, when, status and comment", () => {
    const document = reportOf({
      enheter: ostersundEnheter,
      uppdrag: [assignment({ id: "A" }), assignment({ id: "B" })],
      aktiviteter: [
        activity({ id: "AKT-2", avser: "B", ordning: 2, slut: 44_469 }),
        activity({ id: "AKT-1", avser: "B", ordning: 1, ansvarig: "Kvalitetsgruppen", tidsram: "våren 2021" }),
      ],
      uppfoljning: [followUp({ avser: "AKT-1", status: "Delvis genomfört", kommentar: "Två träffar av fyra." })],
    });
    expect(tablesOf(document).map(({ id }) => id)).toEqual(["antal", "uppdrag", "aktiviteter:B"]);
    expect(tableNamed(document, "aktiviteter:B").columns.map(({ header }) => header)).toEqual(["Ansvarig", "Aktivitet", "Kommentar", "Status", "Tidsram"]);
    expect(printed(document, "aktiviteter:B")).toEqual([
      ["Kvalitetsgruppen", "Aktivitet AKT-1", "Två träffar av fyra.", "◆ Delvis genomfört", "våren 2021"],
      ["", "Aktivitet AKT-2", "", "– Ej angivet", "senast 2021-09-30"],
    ]);
    expect(document.blocks).toContainEqual({ kind: "legend", scale: "aktivitet", words: ["Delvis genomfört", "Ej angivet"] });
    expect(layoutReport(document).columnWidths).toHaveLength(5);
  });

  test("nothing to report is said in words", () => {
    const document = reportOf({ enheter: ostersundEnheter });
    expect(tablesOf(document)).toEqual([]);
    expect(textsOf(document)).toEqual([expect.stringMatching(/^Det finns inga uppdrag att redovisa/)]);
  });

  test("a report that the register Dokument knows has its title, references and summary", () => {
    const dokument = {
      id: "DOK-1", typ: "Uppdragsuppföljning", enhet: "SAN", period: tertial2, rubrik: "Uppföljning av uppdrag, andra tertialet", diarienummer: "SAN 2021/17",
      datum: 44_454, beslutadAv: "nämnden", ansvarigRoll: null,
    };
    const texter = [
      { dokumentId: "DOK-1", avsnitt: "Sammanfattning", ordning: 2, text: "Ett är klart." },
      { dokumentId: "DOK-1", avsnitt: "Bakgrund", ordning: 1, text: "Fullmäktige gav uppdragen 2020." },
      { dokumentId: "DOK-1", avsnitt: "Sammanfattning", ordning: 1, text: "De flesta uppdrag pågår." },
    ];
    const document = reportOf({ ...ostersund, dokument: [dokument], texter }, { unit: "SAN" });
    expect([document.title, document.references]).toEqual(["Uppföljning av uppdrag, andra tertialet", "Diarienummer SAN 2021/17 · Beslutad av nämnden 2021-09-15"]);
    expect(layoutReport(document).values.slice(0, 4).map(([first]) => first)).toEqual([document.title, document.unitName, document.references, expect.stringMatching(/^Period: T2 2021/)]);
    const texts = textsOf(document);
    expect(texts.slice(texts.indexOf("Sammanfattning"), texts.indexOf("Sammanställning"))).toEqual(["Sammanfattning", "De flesta uppdrag pågår.", "Ett är klart."]);
    expect(texts.join()).not.toContain("Fullmäktige gav");
    for (const other of [{ unit: "VON" }, { unit: "SAN", period: { ...tertial2, number: 3 } }]) {
      expect(reportOf({ ...ostersund, dokument: [dokument], texter }, other)).not.toHaveProperty("references");
    }
  });
});

test("counts agree with the rows, and every assignment in force is there once, whatever is filled in", () => {
  const unit = fc.constantFrom("VON", "SAN", "GÖN", null);
  const facts = fc.array(fc.record({ unit, status: fc.option(fc.constantFrom(...assignmentStatuses), { nil: null }), reported: fc.boolean() }), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(facts, (all) => {
      const uppdrag = all.map((fact, index) => assignment({ id: `A${index}`, huvudansvarig: fact.unit }));
      const uppfoljning = all.flatMap(({ status, reported }, index) => (reported ? [followUp({ avser: `A${index}`, status })] : []));
      const document = reportOf({ enheter: ostersundEnheter, uppdrag, uppfoljning });
      const rows = printed(document, "uppdrag");
      expect(rows.map(([, text]) => text).sort()).toEqual(uppdrag.map((row) => row.uppdrag).sort());
      const counts = printed(document, "antal");
      for (const [name = "", number, words = ""] of counts) {
        const own = rows.filter(([namnd]) => name === "Summa" || namnd === name);
        expect(Number(number)).toBe(own.length);
        const told = words.split(", ").map((part) => /^(\d+) (.+)$/u.exec(part)?.slice(1) ?? []);
        for (const [count, word = ""] of told) expect(own.filter(([, , , status = ""]) => status.slice(2).toLowerCase() === word)).toHaveLength(Number(count));
        expect(told.reduce((sum, [count]) => sum + Number(count), 0)).toBe(own.length);
      }
    }),
    { numRuns: 150 },
  );
});

test("a sheet's name that would be too long has a shorter title, and still the period and the whole unit", () => {
  const nameFor = (unit: string | null, period: Period = { kind: "tertial", year: 2021, number: 2 }) => uppdragsuppfoljning.sheetName({ unit, period });
  expect(nameFor("VON")).toBe("Uppdragsuppföljning T2 2021 VON");
  expect(nameFor("VON-01")).toBe("Uppdragsuppfölj. T2 2021 VON-01");
  expect(nameFor(null, { kind: "quarter", year: 2021, number: 3 })).toBe("Uppdragsuppföljning K3 2021");
  expect(nameFor("Hemtjänst i de norra delarna")).toBe("Uppdragsuppföljning T2 2021 Hemtjänst i de norra delarna");
  for (const unit of ["VON-01", "VON-012345"]) expect(nameFor(unit)).toHaveLength(31);
});
