import { dayText } from "../registers/values/formatting.js";
import type { ReportBlock, ReportCell, ReportDocument, ReportTable } from "./document.js";
import { printedText } from "./parts/printedText.js";
import { scaleNamed, scaleStep, statusText } from "./scales.js";
import { wrapText } from "./layout/wrapping.js";

/** A table of a report for other programs. `rows` is what is printed, `values` the typed values; `null` where nothing is printed. */
export interface TableAsJson {
  readonly id: string;
  /** The caption, or the headings the table stands under, outermost first. */
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Percentages are fractions, dates serial numbers, statuses their word. Same shape as `rows`. */
  readonly values: readonly (readonly (string | number | null)[])[];
}

type Heading = Extract<ReportBlock, { kind: "heading" }>;

/** The tables of a report in document order, as `--json` prints them. */
export function documentToJson(document: ReportDocument): readonly TableAsJson[] {
  let headings: readonly Heading[] = [];
  const tables: TableAsJson[] = [];
  for (const block of document.blocks) {
    if (block.kind === "heading") headings = [...headings.filter(({ level }) => level < block.level), block];
    if (block.kind === "table") {
      tables.push({
        id: block.id,
        title: block.caption ?? headings.map(({ text }) => text).join(" › "),
        columns: block.columns.map(({ header }) => header),
        rows: block.rows.map((row) => row.map(printedText)),
        values: block.rows.map((row) => row.map(typedValue)),
      });
    }
  }
  return tables;
}

function typedValue(cell: ReportCell): string | number | null {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "status":
      return cell.word;
    case "empty":
      return null;
    default:
      return cell.value;
  }
}

const LINE_WIDTH = 100;
/** The first column names the row, and is kept on one line where that can be done. */
const WIDEST_FIRST = 60;
const WIDEST_OTHER = 40;
const BETWEEN_COLUMNS = "  ";

/** The whole report as plain text for a terminal: tables in aligned columns, numbers as in Sweden, long texts wrapped. Ends without a line break. */
export function printDocument(document: ReportDocument): string {
  const lines = [
    document.title,
    "=".repeat(document.title.length),
    `${document.unitName} · ${document.periodLabel} · ${dayText(document.date)}`,
    ...(document.references === undefined ? [] : [document.references]),
    ...document.blocks.flatMap((block) => ["", ...printBlock(block)]),
  ];
  return lines.map((line) => withoutControls(line).trimEnd()).join("\n");
}

/** A register's text may hold control characters, and a terminal obeys them. */
function withoutControls(line: string): string {
  return line.replace(/\p{Cc}/gu, " ");
}

function printBlock(block: ReportBlock): readonly string[] {
  switch (block.kind) {
    case "heading":
      return block.level > 2 ? wrapText(block.text, LINE_WIDTH) : [block.text, (block.level === 1 ? "=" : "-").repeat(block.text.length)];
    case "paragraph":
      return wrapText(block.label === undefined ? block.text : `${block.label}: ${block.text}`, LINE_WIDTH);
    case "note":
      return wrapText(block.text, LINE_WIDTH);
    case "legend":
      return [`${scaleNamed(block.scale).legend}:`, ...block.words.map((word) => `  ${statusText(block.scale, word)}: ${scaleStep(block.scale, word).meaning}`)];
    case "table":
      return printTable(block);
    case "chart":
      return wrapText(`Diagram: ${block.title}. ${block.altText}`, LINE_WIDTH);
  }
}

function printTable(table: ReportTable): readonly string[] {
  const rows = [table.columns.map(({ header }) => header), ...table.rows.map((row) => row.map(printedText))]
    .map((row) => row.map((text, column) => wrapText(text, column === 0 ? WIDEST_FIRST : WIDEST_OTHER)));
  const widths = table.columns.map((_, column) => rows.reduce((widest, row) => Math.max(widest, ...(row[column] ?? []).map(width)), 0));
  const rule = widths.map((columnWidth) => "-".repeat(columnWidth)).join(BETWEEN_COLUMNS);
  const printed = rows.map((row) => printRow(row, widths, table));
  return [...(table.caption === undefined ? [] : [table.caption]), ...(printed[0] ?? []), rule, ...printed.slice(1).flat()];
}

function printRow(row: readonly (readonly string[])[], widths: readonly number[], table: ReportTable): string[] {
  const height = Math.max(1, ...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    widths.map((columnWidth, column) => aligned(row[column]?.[line] ?? "", columnWidth, table.columns[column]?.align ?? "left")).join(BETWEEN_COLUMNS),
  );
}

function aligned(text: string, columnWidth: number, align: "left" | "right"): string {
  const padding = " ".repeat(Math.max(0, columnWidth - width(text)));
  return align === "right" ? padding + text : text + padding;
}

const segmenter = new Intl.Segmenter("sv");

/** Characters as counted by people: "å" typed as two code points is one. Counting is slow, and ordinary text needs none. */
function width(text: string): number {
  if (/^[\u0020-\u024F\u2010-\u2027●◆■►▲○]*$/u.test(text)) return text.length;
  return [...segmenter.segment(text)].length;
}
