import fc from "fast-check";
import type { Beslut } from "../../src/registers/registers.js";
import { registers, type RegisterKey } from "../../src/registers/registers.js";
import { parsePeriod } from "../../src/registers/values/period.js";
import type { ReportDocument } from "../../src/reports/document.js";
import { publicDocument, WITHHELD } from "../../src/reports/privacy/publicDocument.js";
import { guardedReport } from "../../src/reports/privacy/publicFindings.js";
import { shownCountCell } from "../../src/reports/privacy/shownCount.js";
import { reports } from "../../src/reports/reports.js";
import { individualsIn } from "../../src/rules/privacy/individuals.js";
import { aleBeslut, aleBeslutChoices, aleBeslutDokument, aleBeslutEnheter, aleBeslutKlarmarkering, aleHandelser } from "../fixtures/ale-beslut/aleBeslut.js";
import { anyPersonalNumber, hyphens } from "../rules/anyPersonalNumber.js";
import { read, writtenRows, type WrittenRows, type WrittenWorkbook } from "../rules/testWorkbook.js";

const publicReports = reports.filter(({ audience }) => audience === "publik");

const ale: Readonly<Partial<Record<RegisterKey, WrittenRows>>> = {
  installningar: [
    ...Object.entries(aleBeslutChoices).map(([Nyckel, Värde]) => ({ Nyckel, Värde })),
    { Nyckel: "lss-namn", Värde: "LSS" }, { Nyckel: "lss-lagrum", Värde: "9 §" }, { Nyckel: "lss-rapportering", Värde: "28 f §" },
  ],
  enheter: writtenRows(registers.enheter, aleBeslutEnheter),
  dokument: writtenRows(registers.dokument, aleBeslutDokument),
  beslut: writtenRows(registers.beslut, aleBeslut),
  handelser: writtenRows(registers.handelser, aleHandelser),
  klarmarkering: writtenRows(registers.klarmarkering, aleBeslutKlarmarkering),
};

/** Every public report of the workbook for the first quarter of 2019, with what is told of it. */
function publicDocuments(workbook: WrittenWorkbook) {
  const { contents, settings } = read(workbook);
  const period = parsePeriod("Kvartal 1 2019", { rapportering: "kvartal", delarTill: "augusti" });
  if (period === null) throw new Error("the quarter cannot be read");
  return publicReports.map((definition) => guardedReport(definition, { contents, settings, unit: settings.enhet, period, date: 43_598 }));
}

const textColumns = (Object.keys(ale) as RegisterKey[]).flatMap((key) =>
  Object.values(registers[key].columns)
    .filter(({ kind, header }) => (kind === "text" || kind === "longText" || kind === "id") && header !== "Nyckel")
    .map(({ header }) => ({ key, header })),
);

/** Something planted in a text column of a row, in its place or after it. */
const anyPlant = fc.record({ column: fc.constantFrom(...textColumns), row: fc.nat(20), replaces: fc.boolean() });

function planted({ column: { key, header }, row, replaces }: { column: (typeof textColumns)[number]; row: number; replaces: boolean }, what: string): WrittenWorkbook {
  const rows = ale[key] ?? [];
  const changed = rows.map((cells, index) => {
    const before = cells[header];
    const text = typeof before === "object" ? before.value : before;
    return index === row % rows.length ? { ...cells, [header]: replaces ? what : `${String(text ?? "")} ${what}` } : cells;
  });
  return { ...ale, [key]: changed };
}

test("there is a public report, and it is not empty", () => {
  expect(publicReports.length).toBeGreaterThan(0);
  for (const { document } of publicDocuments(ale)) expect(document.blocks.filter(({ kind }) => kind === "table").length).toBeGreaterThan(1);
});

test("no public report holds a personnummer, wherever in the workbook one stands", () => {
  fc.assert(fc.property(anyPersonalNumber, fc.constantFrom(...hyphens), anyPlant, (number, hyphen, plant) => {
    const written = number.replace("-", hyphen);
    for (const { document } of publicDocuments(planted(plant, written))) expect(JSON.stringify(document)).not.toContain(written);
  }), { numRuns: 200 });
});

test("no public report holds a decision's number or what happened in one, wherever it stands", () => {
  const said = [...aleBeslut.map(({ id }) => id), ...aleHandelser.map(({ text }) => text)];
  fc.assert(fc.property(fc.constantFrom(...said), anyPlant, (what, plant) => {
    for (const { document } of publicDocuments(planted(plant, what))) {
      const printed = JSON.stringify(document);
      for (const each of said) expect(printed).not.toContain(JSON.stringify(each).slice(1, -1));
    }
  }), { numRuns: 200 });
});

describe("a decision's number, or what is told of somebody, is known", () => {
  const plant = { column: { key: "beslut", header: "Insats" }, row: 8, replaces: false } as const;
  const isPrinted = (workbook: WrittenWorkbook, text: string) => publicDocuments(workbook).some(({ document }) => JSON.stringify(document).includes(text));

  test.each(["1 302 579", "1\u00A0302\u00A0579", "130 25 79", "1302-579", "1.302.579", "１３０２５７９", "nr1302579"])("when it is written as %s", (written) => {
    expect(isPrinted(planted(plant, `se ${written}`), written)).toBe(false);
  });

  test("when a dash stands in the register and not in the text", () => {
    const dashed = { ...ale, beslut: (ale.beslut ?? []).map((row) => ({ ...row, Beslutsnr: `${String(Object(row["Beslutsnr"]).value ?? row["Beslutsnr"]).slice(0, 4)}-${String(Object(row["Beslutsnr"]).value ?? row["Beslutsnr"]).slice(4)}` })) };
    expect(isPrinted({ ...dashed, beslut: dashed.beslut.map((row, index) => (index === 8 ? { ...row, Insats: "Kontaktperson 1302579" } : row)) }, "1302579")).toBe(false);
  });

  test("when its row lacks something that it needs, or it only takes another's place", () => {
    const withoutLaw = { ...planted(plant, "se 1302579"), handelser: [] };
    const beslut = (withoutLaw.beslut ?? []).map((row) => (JSON.stringify(row["Beslutsnr"]).includes("1302579") ? { ...row, Lag: "" } : row));
    expect(isPrinted({ ...withoutLaw, beslut }, "1302579")).toBe(false);
    const replaced = planted(plant, "se 1400001");
    expect(isPrinted({ ...replaced, beslut: (replaced.beslut ?? []).map((row, index) => (index === 2 ? { ...row, "Nytt beslut": "1400001" } : row)) }, "1400001")).toBe(false);
  });

  test("when the report leaves out its full stop", () => {
    const [first] = aleHandelser;
    const said = first?.text ?? "";
    expect(isPrinted(planted({ ...plant, replaces: true }, said), said.replace(/\.$/u, ""))).toBe(false);
  });

  test("and days and years are not taken for numbers", () => {
    expect(isPrinted(ale, "2019-01-01")).toBe(true);
    expect(isPrinted(ale, WITHHELD)).toBe(false);
  });
});

test("tables of one caption, one for each law, are told of together", () => {
  const beslut = (ale.beslut ?? []).map((row, index) => (index % 2 === 0 ? { ...row, Lag: "SoL" } : row));
  const [told] = publicDocuments({ ...ale, beslut }).flatMap(({ findings }) => findings).filter(({ ruleId }) => ruleId === "publik.smatal");
  expect(told?.message.sv.match(/Efter insats och kön/gu)).toHaveLength(1);
});

test("what is taken out is told of, with the place, and never repeated", () => {
  const told = publicDocuments(planted({ column: { key: "beslut", header: "Insats" }, row: 8, replaces: false }, "för 1302579")).flatMap(({ findings }) => findings);
  const [found] = told.filter(({ ruleId }) => ruleId === "publik.enskild");
  expect(found?.message.sv).toMatch(/numret på ett beslut .*Insats/u);
  expect(JSON.stringify(told)).not.toContain("1302579");
  expect(publicDocuments(ale).flatMap(({ findings }) => findings).map(({ ruleId }) => ruleId)).toEqual(["publik.smatal"]);
});

test("a report for the committee itself keeps its numbers", () => {
  const document = { audience: "intern", title: "Beslut 1302579" } as ReportDocument;
  expect(publicDocument(document, individualsIn(read(ale).contents))).toEqual({ document, withheld: [] });
});

test("every text of a public document is looked at, cells and head and ids alike", () => {
  const bad = "Beslut 1302579";
  const document: ReportDocument = {
    report: "x", title: bad, audience: "publik", sheetName: bad, unitName: bad, references: bad, period: { kind: "quarter", year: 2019, number: 1 }, periodLabel: bad, date: 1, grid: [10],
    blocks: [
      { kind: "heading", level: 1, text: bad, id: bad },
      { kind: "paragraph", text: bad, label: bad, id: bad },
      { kind: "note", text: bad },
      { kind: "legend", scale: "x", words: [bad] },
      {
        kind: "table", id: bad, caption: bad, columns: [{ key: bad, header: bad, align: "left", gridColumn: 0 }],
        rows: [[{ kind: "text", text: bad }], [{ kind: "number", value: 1_302_579, decimals: 0 }], [{ kind: "number", value: 1, decimals: 0, unit: bad }], [{ kind: "status", scale: "x", word: bad }], [{ kind: "empty", reason: bad }]],
      },
    ],
  };
  const guarded = publicDocument(document, individualsIn(read(ale).contents)).document;
  expect(JSON.stringify(guarded)).not.toContain("1302579");
  expect(guarded.blocks.map(({ kind }) => kind)).toEqual(document.blocks.map(({ kind }) => kind));
  expect(guarded.title).toBe(WITHHELD);
});

const anyDecision = fc.record({
  kon: fc.constantFrom("Kvinna" as const, "Man" as const, null), insats: fc.constantFrom("Kontaktperson", "Bostad", "Avlösning"), beslutsdatum: fc.integer({ min: 42_900, max: 43_465 }),
  lag: fc.constantFrom("LSS" as const, "SoL" as const),
});

test("with the limit 5, no cell of a public cross-table says 1, 2, 3 or 4", () => {
  const [first] = aleBeslut;
  if (first === undefined) throw new Error("no decision to start from");
  fc.assert(fc.property(fc.array(anyDecision, { maxLength: 40 }), (decisions) => {
    const rows = decisions.map((decision, index): Beslut => ({ ...first, ...decision, id: `B-${20_000 + index}`, planerad: null }));
    for (const { document } of publicDocuments({ ...ale, beslut: writtenRows(registers.beslut, rows), handelser: [] })) {
      for (const block of document.blocks) {
        // A list of plain totals has one column of figures; a crossing has its totals last.
        if (block.kind !== "table" || block.columns.length < 4) continue;
        const inside = block.rows.slice(0, -1).flatMap((row) => row.slice(1, -1));
        expect(inside.filter((cell) => cell.kind === "number" && cell.value > 0 && cell.value < 5)).toEqual([]);
      }
    }
  }), { numRuns: 200 });
});

test("what is held back is text that says so", () => {
  expect(shownCountCell({ kind: "heldBack", why: "small" }, 5)).toEqual({ kind: "text", text: "färre än 5", isHeldBack: true });
  expect(shownCountCell({ kind: "heldBack", why: "derivable" }, 5)).toMatchObject({ text: "visas inte" });
  expect(shownCountCell({ kind: "count", value: 0 }, 5)).toEqual({ kind: "number", value: 0, decimals: 0 });
});
