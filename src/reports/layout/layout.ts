import { dayText } from "../../registers/values/formatting.js";
import { chartColumns, chartRows, laidById, laidChart, tablesById, type LaidTable } from "./chartLayout.js";
import { columnWidths } from "./columnWidths.js";
import type { ReportBlock, ReportChart, ReportDocument, ReportTable } from "../document.js";
import { scaleNamed, scaleStep, statusText } from "../scales.js";
import type { Area, SheetLayout } from "./sheetLayout.js";
import { RowsInOrder, textCell } from "./sheetRows.js";
import { validSheetName } from "./sheetText.js";
import { layTable } from "./tableRows.js";
import { layHeading, layText } from "./textRows.js";

/** What a cell is, wherever it stands: its row by block or table row, its column by header. Kept edits follow it. */
export interface CellIdentity {
  readonly row: string;
  readonly column: string;
}

/** A layout that also says what each row and cell is, so that a rebuild can be compared with what was written before. */
export interface ReportLayout extends SheetLayout {
  /** One per row of `values`, each different. */
  readonly rowIdentities: readonly string[];
  /** The header over each cell of a table row, "" elsewhere; same shape as `values`. */
  readonly columnNames: readonly (readonly string[])[];
}

const HEADING_LOOKS = { 1: "heading1", 2: "heading2", 3: "heading3", 4: "heading4" } as const;
const AUDIENCE_WORDS = { intern: "Internt underlag", publik: "Publik rapport" } as const;

/**
 * Lays a report out on a sheet: title, committee, period and date; then every block in the document's order, tables on the document's grid. No
 * merged cells. Knows no single report.
 */
export function layoutReport(document: ReportDocument): ReportLayout {
  const sheet = new RowsInOrder(document.grid.length);
  layTitle(sheet, document);
  const drawn = tablesById(document.blocks);
  const tables: LaidTable[] = [];
  const charts: { readonly chart: ReportChart; readonly area: Area }[] = [];
  let section = "";
  let before: ReportBlock | undefined;
  for (const block of document.blocks) {
    if (needsSpaceBefore(block, before)) sheet.addGap(`${section}/${block.kind}`);
    if (block.kind === "heading") {
      section = block.id ?? block.text;
      layHeading(sheet, `${section}/heading`, block.text, HEADING_LOOKS[block.level], document.grid);
    } else if (block.kind === "table") {
      tables.push(layTable(sheet, block, document.grid));
    } else if (block.kind === "chart") {
      charts.push({ chart: block, area: layChart(sheet, block, drawn, document.grid) });
    } else if (block.kind === "legend") {
      layLegend(sheet, block.scale, block.words);
    } else {
      if (block.kind === "paragraph" && block.id !== undefined) section = block.id;
      layText(sheet, block, section, document.grid);
    }
    before = block;
  }
  const laid = laidById(tables);
  return toLayout(document, sheet, tables, charts.flatMap(({ chart, area }) => laidChart(chart, area, laid)));
}

/** Empty rows for the chart, and under them what it shows, in words. Answers the cells it lies over: no rows where there is nothing to draw. */
function layChart(sheet: RowsInOrder, chart: ReportChart, tables: ReadonlyMap<string, ReportTable>, grid: readonly number[]): Area {
  const area = { row: sheet.count, column: 0, rows: chartRows(chart, tables), columns: chartColumns(grid) };
  for (let row = 0; row < area.rows; row++) sheet.add(`${chart.id}/chart`, []);
  // LibreOffice draws rows a little lower than Excel does: the chart's edge would touch the words.
  if (area.rows > 0) sheet.addGap(`${chart.id}/chart`);
  layText(sheet, { kind: "note", text: chart.altText }, `${chart.id}/chart`, grid);
  return area;
}

function layTitle(sheet: RowsInOrder, document: ReportDocument): void {
  layHeading(sheet, "/title", document.title, "title", document.grid);
  sheet.add("/unit", [textCell(document.unitName, "subtitle")]);
  if (document.references !== undefined) sheet.add("/references", [textCell(document.references, "subtitle")]);
  const made = [`Period: ${document.periodLabel}`, `Datum: ${dayText(document.date)}`, AUDIENCE_WORDS[document.audience]];
  sheet.add("/period", [textCell(made.join(" · "), "subtitle")]);
}

function needsSpaceBefore(block: ReportBlock, before: ReportBlock | undefined): boolean {
  if (before === undefined || block.kind === "table" || block.kind === "legend" || block.kind === "chart") return before?.kind !== "heading";
  if (block.kind === "paragraph" && block.id !== undefined) return before.kind !== "heading";
  if (before.kind === "table") return block.kind !== "note";
  if (before.kind === "note") return block.kind !== "note";
  if (before.kind === "legend" || before.kind === "chart") return true;
  return block.kind === "heading" && before.kind !== "heading";
}

function layLegend(sheet: RowsInOrder, scale: string, words: readonly string[]): void {
  const identity = `/legend/${scale}`;
  sheet.add(identity, [textCell(scaleNamed(scale).legend, "legend")]);
  for (const word of words) {
    const { look, meaning } = scaleStep(scale, word);
    sheet.add(`${identity}/${word}`, [textCell(statusText(scale, word), look), textCell(meaning, "legend")]);
  }
}

/**
 * Excel repeats title rows on every page after the one they stand on: so the header of the last table, when it is the only one or longer than all the
 * others together. What comes before it is printed without.
 */
function titleRows(tables: ReportLayout["tables"]): Pick<SheetLayout["print"], "titleRows"> {
  const last = tables.at(-1);
  if (last === undefined) return {};
  const others = tables.slice(0, -1).reduce((sum, { area }) => sum + area.rows, 0);
  return last.area.rows <= others ? {} : { titleRows: { row: last.area.row, rows: 1 } };
}

function toLayout(document: ReportDocument, sheet: RowsInOrder, laidTables: readonly LaidTable[], charts: ReportLayout["charts"]): ReportLayout {
  const tables = laidTables.map(({ table: { id }, area }) => ({ id, area }));
  return {
    sheetName: validSheetName(document.sheetName),
    columnWidths: columnWidths(document),
    values: sheet.values,
    numberFormats: sheet.numberFormats,
    looks: sheet.looks.all(),
    tables,
    charts,
    print: {
      orientation: document.orientation ?? "landscape",
      footer: "Sida &P av &N",
      ...titleRows(tables),
    },
    rowIdentities: sheet.identities,
    columnNames: sheet.columnNames,
  };
}
