import type { CellValue } from "../../registers/cell.js";
import { dayText } from "../../registers/values/formatting.js";
import { chartColumns, chartRows, laidChart, type LaidTable } from "./chartLayout.js";
import type { ReportBlock, ReportCell, ReportChart, ReportColumn, ReportDocument, ReportTable } from "../document.js";
import { areasOfLooks, type LookAt } from "./lookAreas.js";
import { numberFormatOf } from "./numberFormats.js";
import { printedText } from "../parts/printedText.js";
import { scaleNamed, scaleStep, statusText } from "../scales.js";
import type { Area, CellLook, SheetLayout } from "./sheetLayout.js";
import { cellStyles } from "./sheetStyles.js";
import { asTextValue, validSheetName } from "./sheetText.js";
import { piecesForRows, wrapText } from "./wrapping.js";

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

interface LaidCell {
  readonly value: CellValue;
  readonly numberFormat: string;
  readonly look: CellLook;
}

interface LaidRow {
  readonly identity: string;
  /** By grid column. */
  readonly cells: ReadonlyMap<number, LaidCell>;
  /** Headers by grid column, for rows of a table. */
  readonly columns: readonly ReportColumn[];
}

const HEADING_LOOKS = { 1: "heading1", 2: "heading2", 3: "heading3", 4: "heading4" } as const;
const AUDIENCE_WORDS = { intern: "Internt underlag", publik: "Publik rapport" } as const;

/**
 * Lays a report out on a sheet: title, committee, period and date; then every block in the document's order, tables on the document's grid. No
 * merged cells. Knows no single report.
 */
export function layoutReport(document: ReportDocument): ReportLayout {
  const sheet = new RowsInOrder();
  layTitle(sheet, document);
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
      charts.push({ chart: block, area: layChart(sheet, block, document) });
    } else if (block.kind === "legend") {
      layLegend(sheet, block.scale, block.words);
    } else {
      if (block.kind === "paragraph" && block.id !== undefined) section = block.id;
      layText(sheet, block, section, document.grid);
    }
    before = block;
  }
  return toLayout(document, sheet.rows, tables, charts.flatMap(({ chart, area }) => laidChart(chart, area, tables)));
}

/** Empty rows for the chart, and under them what it shows, in words. Answers the cells it lies over: no rows where there is nothing to draw. */
function layChart(sheet: RowsInOrder, chart: ReportChart, { blocks, grid }: ReportDocument): Area {
  const area = { row: sheet.rows.length, column: 0, rows: chartRows(chart, blocks), columns: chartColumns(grid) };
  for (let row = 0; row < area.rows; row++) sheet.add(`${chart.id}/chart`, new Map());
  // LibreOffice draws rows a little lower than Excel does: the chart's edge would touch the words.
  if (area.rows > 0) sheet.addGap(`${chart.id}/chart`);
  layText(sheet, { kind: "note", text: chart.altText }, `${chart.id}/chart`, grid);
  return area;
}

/** The rows laid so far. Identities are made unique by counting, so that two like rows are the first and the second. */
class RowsInOrder {
  readonly rows: LaidRow[] = [];
  readonly #seen = new Map<string, number>();

  add(identity: string, cells: ReadonlyMap<number, LaidCell>, columns: readonly ReportColumn[] = []): void {
    const count = (this.#seen.get(identity) ?? 0) + 1;
    this.#seen.set(identity, count);
    this.rows.push({ identity: count === 1 ? identity : `${identity}#${count}`, cells, columns });
  }

  addGap(before: string): void {
    this.add(`${before}/gap`, new Map());
  }
}

function single(text: string, look: CellLook): ReadonlyMap<number, LaidCell> {
  return new Map([[0, textCell(text, look)]]);
}

function textCell(text: string, look: CellLook): LaidCell {
  return { value: asTextValue(text), numberFormat: "General", look };
}

function layTitle(sheet: RowsInOrder, document: ReportDocument): void {
  layHeading(sheet, "/title", document.title, "title", document.grid);
  sheet.add("/unit", single(document.unitName, "subtitle"));
  if (document.references !== undefined) sheet.add("/references", single(document.references, "subtitle"));
  const made = [`Period: ${document.periodLabel}`, `Datum: ${dayText(document.date)}`, AUDIENCE_WORDS[document.audience]];
  sheet.add("/period", single(made.join(" · "), "subtitle"));
}

const BODY_SIZE = 11;

/** A heading runs on over the cells to its right; one that would run on over the last of them goes on in the row below. */
function layHeading(sheet: RowsInOrder, identity: string, text: string, look: CellLook, grid: readonly number[]): void {
  const room = widthOf(grid) * (BODY_SIZE / cellStyles[look].font.size);
  for (const line of linesOf(text, room)) sheet.add(identity, single(line, look));
}

/** Lines of at most `room` characters, none longer than a cell holds, whatever somebody wrote without a space. */
function linesOf(text: string, room: number): readonly string[] {
  return wrapText(text, room).flatMap((line) => piecesForRows(line, room));
}

function widthOf(grid: readonly number[]): number {
  return grid.reduce((sum, width) => sum + width, 0);
}

function needsSpaceBefore(block: ReportBlock, before: ReportBlock | undefined): boolean {
  if (before === undefined || block.kind === "table" || block.kind === "legend" || block.kind === "chart") return before?.kind !== "heading";
  if (block.kind === "paragraph" && block.id !== undefined) return before.kind !== "heading";
  if (before.kind === "table") return block.kind !== "note";
  if (before.kind === "note") return block.kind !== "note";
  if (before.kind === "legend" || before.kind === "chart") return true;
  return block.kind === "heading" && before.kind !== "heading";
}

/** A first column as wide as this holds running text, wrapped in one cell, so that a person can edit it there. */
const WIDE_ENOUGH = 50;
/** Longer lines are hard to read. */
const LONGEST_LINE = 120;

/** Text stands in the first column; where that is narrow it runs on over the cells to its right, a row for each line. */
function layText(sheet: RowsInOrder, block: Extract<ReportBlock, { kind: "paragraph" | "note" }>, section: string, grid: readonly number[]): void {
  const label = block.kind === "paragraph" ? block.label : undefined;
  const text = label === undefined ? block.text : `${label}: ${block.text}`;
  const identity = [section, block.kind, ...(label === undefined ? [] : [label])].join("/");
  const first = grid[0] ?? 0;
  if (first >= WIDE_ENOUGH || grid.length === 1) {
    for (const piece of piecesForRows(text, first)) sheet.add(identity, single(piece, block.kind));
  } else {
    const room = Math.min(LONGEST_LINE, widthOf(grid));
    for (const line of linesOf(text, room)) sheet.add(identity, single(line, `${block.kind}Line`));
  }
}

function layLegend(sheet: RowsInOrder, scale: string, words: readonly string[]): void {
  const identity = `/legend/${scale}`;
  sheet.add(identity, single(scaleNamed(scale).legend, "legend"));
  for (const word of words) {
    const { look, meaning } = scaleStep(scale, word);
    sheet.add(`${identity}/${word}`, new Map([[0, textCell(statusText(scale, word), look)], [1, textCell(meaning, "legend")]]));
  }
}

function layTable(sheet: RowsInOrder, table: ReportTable, grid: readonly number[]): LaidTable {
  if (table.caption !== undefined) layHeading(sheet, `${table.id}/caption`, table.caption, "heading4", grid);
  const top = sheet.rows.length;
  const header = table.columns.map((column): [number, LaidCell] => [
    column.gridColumn,
    textCell(column.header, column.align === "right" ? "tableHeaderNumber" : "tableHeader"),
  ]);
  const gridColumns = table.columns.map((column) => column.gridColumn);
  const left = Math.min(...gridColumns);
  const right = Math.max(...gridColumns);
  const passedOver = Array.from({ length: right - left + 1 }, (_, index) => left + index).filter((column) => !gridColumns.includes(column));
  const blanks = (look: CellLook) => passedOver.map((column): [number, LaidCell] => [column, textCell("", look)]);
  // A table may pass over columns of the grid that others need; its band and rules run on through them.
  sheet.add(`${table.id}/header`, new Map([...blanks("tableHeaderGap"), ...header]), table.columns);
  const rowAt = table.rows.map((row) => {
    const at = sheet.rows.length;
    layTableRow(sheet, table, row, grid, blanks("tableGap"));
    return at;
  });
  return { table, area: { row: top, column: left, rows: sheet.rows.length - top, columns: right - left + 1 }, rowAt };
}

/** A row with a text too long to show whole in one sheet row goes on in the rows below it. */
function layTableRow(
  sheet: RowsInOrder, table: ReportTable, row: readonly ReportCell[], grid: readonly number[], blanks: readonly (readonly [number, LaidCell])[],
): void {
  const columns = table.columns.map((column, index) => ({
    column,
    pieces: laidPieces(row[index] ?? { kind: "empty" }, column, grid[column.gridColumn] ?? 0),
  }));
  const identity = `${table.id}/row/${rowKey(row[table.namedBy ?? 0])}`;
  const height = Math.max(1, ...columns.map(({ pieces }) => pieces.length));
  for (let line = 0; line < height; line++) {
    const cells = columns.map(({ column, pieces }): [number, LaidCell] => [column.gridColumn, pieces[line] ?? emptyCell(column)]);
    sheet.add(line === 0 ? identity : `${identity}/cont`, new Map([...blanks, ...cells]), table.columns);
  }
}

/** How a reader knows the table row of this identity: "Öka brukarmedverkan". Undefined for a row of no table. */
export function nameInIdentity(identity: string): string | undefined {
  return /\/row\/(.+?)(?:\/cont)?(?:#\d+)?$/su.exec(identity)?.[1];
}

/** A table row is known by the text of its first cell, or of the cell that the table says, as a reader knows it. */
function rowKey(name: ReportCell | undefined): string {
  switch (name?.kind) {
    case "text":
      return name.text;
    case "status":
      return name.word;
    case "number":
    case "percent":
    case "date":
      return String(name.value);
    default:
      return "";
  }
}

function emptyCell(column: ReportColumn): LaidCell {
  return { value: "", numberFormat: "General", look: column.align === "right" ? "tableNumber" : "tableCell" };
}

function laidPieces(cell: ReportCell, column: ReportColumn, width: number): readonly LaidCell[] {
  switch (cell.kind) {
    case "text":
      // "3–5 %" stands among figures; a sentence among them is read as text.
      return piecesForRows(cell.text, width).map((piece) => textCell(piece, column.align === "right" && cell.text.length <= width ? "tableNumber" : "tableCell"));
    case "status":
      return [textCell(statusText(cell.scale, cell.word), scaleStep(cell.scale, cell.word).look)];
    case "number":
    case "percent":
    case "date":
      return [{ value: cell.value, numberFormat: numberFormatOf(cell), look: "tableNumber" }];
    case "empty":
      return [emptyCell(column)];
  }
}

/** Text wraps, but a number that does not fit its column shows as ####. */
function widthsFor({ grid, blocks }: ReportDocument): readonly number[] {
  const widths = [...grid];
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    for (const row of block.rows) {
      block.columns.forEach(({ gridColumn }, index) => {
        const cell = row[index];
        if (cell === undefined || cell.kind === "text" || cell.kind === "empty") return;
        widths[gridColumn] = Math.max(widths[gridColumn] ?? 0, printedText(cell).length + AROUND_A_NUMBER);
      });
    }
  }
  return widths;
}

/** Characters left free beside a number: its indent, and room to keep clear of the rule and of a wider font. */
const AROUND_A_NUMBER = 3;

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

function toLayout(document: ReportDocument, rows: readonly LaidRow[], laidTables: readonly LaidTable[], charts: ReportLayout["charts"]): ReportLayout {
  const tables = laidTables.map(({ table: { id }, area }) => ({ id, area }));
  const columns = document.grid.map((_, column) => column);
  // The rows of a table have the same.
  const namesOf = new Map<readonly ReportColumn[], readonly string[]>();
  const looks: LookAt[] = [];
  rows.forEach(({ cells }, row) => {
    for (const column of columns) {
      const cell = cells.get(column);
      if (cell !== undefined) looks.push({ look: cell.look, row, column });
    }
  });
  return {
    sheetName: validSheetName(document.sheetName),
    columnWidths: widthsFor(document),
    values: rows.map(({ cells }) => columns.map((column) => cells.get(column)?.value ?? "")),
    numberFormats: rows.map(({ cells }) => columns.map((column) => cells.get(column)?.numberFormat ?? "General")),
    looks: areasOfLooks(looks),
    tables,
    charts,
    print: {
      orientation: document.orientation ?? "landscape",
      footer: "Sida &P av &N",
      ...titleRows(tables),
    },
    rowIdentities: rows.map(({ identity }) => identity),
    columnNames: rows.map(({ columns: headers }) => {
      const names = namesOf.get(headers) ?? columns.map((column) => headers.find(({ gridColumn }) => gridColumn === column)?.header ?? "");
      namesOf.set(headers, names);
      return names;
    }),
  };
}
