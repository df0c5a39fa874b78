import type { ReportBlock, ReportCell, ReportChart, ReportTable } from "../../src/reports/document.js";
import { documentOf } from "./documents.js";

/* Documents with charts, for those who lay them out and those who write them. */

export const text = (value: string): ReportCell => ({ kind: "text", text: value });
export const count = (value: number): ReportCell => ({ kind: "number", value, decimals: 0 });

export function statusTable(id: string, rows: readonly (readonly ReportCell[])[]): ReportTable {
  const columns = ["Nämnd", "Genomfört", "Försenat"].map((header, index) => ({ key: header, header, align: index === 0 ? ("left" as const) : ("right" as const), gridColumn: index }));
  return { kind: "table", id, columns, rows };
}

export const committees = [
  [text("KS"), count(5), count(1)],
  [text("Samhällsbyggnadsnämnden"), count(3), count(0)],
  [text("OAN"), count(2), count(4)],
];

export const sums = [text("Summa"), count(10), count(5)];

/** Draws the committees of `statusTable`, and not the sums below them. */
export function statusChart(values: Partial<ReportChart> = {}): ReportChart {
  return {
    kind: "chart", id: "läge", title: "Uppdrag per nämnd", altText: "Av 15 uppdrag är 10 genomförda.", type: "stackedBar", table: "uppdrag", categories: "Nämnd",
    series: [{ column: "Genomfört", look: "statusMet" }, { column: "Försenat", look: "statusPartly" }], rows: { first: 0, count: 3 }, ...values,
  };
}

export function documentWithCharts(charts: readonly ReportChart[] = [statusChart()], rows: readonly (readonly ReportCell[])[] = committees) {
  const blocks: readonly ReportBlock[] = [{ kind: "heading", level: 1, text: "Uppdrag" }, statusTable("uppdrag", [...rows, sums]), ...charts];
  return documentOf(blocks);
}
