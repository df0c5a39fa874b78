import fc from "fast-check";
import type { ReportBlock, ReportCell, ReportDocument, ReportTable } from "../../src/reports/document.js";

const GRID = [40, 12, 12, 16] as const;

/** Texts as registers hold them: ordinary words, and what Excel could take for something else. */
export const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom("=1+1", "+46", "-", "@namn", "'citat", "1-2", "2019-01-22", "5 %", "TRUE", "#N/A", "april 2019", "Rad 1\nRad 2", "2.1 Mål"),
  fc.lorem({ maxCount: 60, mode: "sentences" }),
);

export const anyCell: fc.Arbitrary<ReportCell> = fc.oneof(
  anyText.map((text): ReportCell => ({ kind: "text", text })),
  fc.record({ kind: fc.constant("number" as const), value: fc.double({ noNaN: true, noDefaultInfinity: true }), decimals: fc.nat(4) }),
  fc.record({ kind: fc.constant("percent" as const), value: fc.double({ min: -2, max: 2, noNaN: true }), decimals: fc.nat(2) }),
  fc.record({ kind: fc.constant("date" as const), value: fc.integer({ min: 61, max: 60000 }) }),
  fc.constantFrom("Uppnått", "Delvis uppnått", "Ej uppnått", "Ej mätt").map((word): ReportCell => ({ kind: "status", scale: "mått", word })),
  fc.constant<ReportCell>({ kind: "empty", reason: "saknas" }),
);

export function tableOf(id: string, rows: readonly (readonly ReportCell[])[], width = 4): ReportTable {
  const columns = GRID.slice(0, width).map((_, index) => ({
    key: `k${index}`, header: `Kolumn ${index}`, align: index === 1 ? ("right" as const) : ("left" as const), gridColumn: index,
  }));
  return { kind: "table", id, columns, rows };
}

const anyTable = fc
  .integer({ min: 1, max: GRID.length })
  .chain((width) => fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { maxLength: 6 }).map((rows) => tableOf("t", rows, width)));

const anyBlock: fc.Arbitrary<ReportBlock> = fc.oneof(
  fc.record({ kind: fc.constant("heading" as const), level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), text: anyText }),
  fc.record({ kind: fc.constant("paragraph" as const), text: anyText }),
  fc.record({ kind: fc.constant("note" as const), text: anyText }),
  fc.constant<ReportBlock>({ kind: "legend", scale: "mått", words: ["Uppnått", "Ej mätt"] }),
  anyTable,
);

export function documentOf(blocks: readonly ReportBlock[], values: Partial<ReportDocument> = {}): ReportDocument {
  return {
    report: "prov", title: "Prov T1 2019", audience: "intern", sheetName: "Prov T1 2019", unitName: "Nämnden",
    period: { kind: "tertial", year: 2019, number: 1 }, periodLabel: "T1 2019", date: 43587, grid: GRID, blocks, ...values,
  };
}

export const anyDocument = fc
  .tuple(fc.array(anyBlock, { maxLength: 8 }), anyText)
  .map(([blocks, sheetName]) =>
    documentOf(blocks.map((block, index) => (block.kind === "table" ? { ...block, id: `t${index}` } : block)), { sheetName }),
  );
