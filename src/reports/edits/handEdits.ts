import type { CellValue } from "../../registers/cell.js";
import type { CellIdentity, ReportLayout } from "../layout/layout.js";
import { nameInIdentity } from "../layout/tableRows.js";
import { memoryOf, type ReportMemory } from "./memory.js";
import { alignRows } from "./rowAlignment.js";
import { lookOfWrittenStatus } from "../scales.js";
import type { Area, CellLook, SheetLayout } from "../layout/sheetLayout.js";
import { asTextValue, withLineFeeds } from "../layout/sheetText.js";

/** What stands on a report sheet now: a block of cells from its first one, 0-based. */
export interface StandingCells {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  /** As Office.js gives them: a formula's text, or the value. Without them a formula counts as the value it shows. */
  readonly formulas?: readonly (readonly CellValue[])[];
  /** English number format codes. Without them a kept cell has the format of its place in the report. */
  readonly numberFormats?: readonly (readonly string[])[];
}

/** A cell of a report sheet that somebody changed since it was written. */
export interface HandEdit {
  /** Where it stands now, 0-based; for a cell of a row that was taken out, where it stood. */
  readonly row: number;
  readonly column: number;
  readonly identity: CellIdentity;
  /** The row and column in the report's own words, for a person to recognise. */
  readonly where: string;
  /** What the add-in wrote; "" for a cell it left empty. */
  readonly was: CellValue;
  /** What stands there now: a value, or a formula's text when `isFormula`. */
  readonly is: CellValue;
  readonly isFormula: boolean;
  /** How it is shown there, so that a date that is kept stays a date; undefined when nobody looked. */
  readonly numberFormat: string | undefined;
}

/** A layout with the kept edits in it, and those that no longer have a place: they stand as notes below the report. */
export interface KeptEdits {
  readonly layout: ReportLayout;
  readonly kept: readonly HandEdit[];
  readonly lost: readonly HandEdit[];
}

/**
 * The cells that were changed by hand since the report was last written, row by row. A cell that already holds what is about to be written
 * is no edit: nothing would be lost. Rows that somebody put in or took out are told from changed ones. Without a memory (lost, or a sheet that
 * was not ours) everything that differs from the new layout counts, with `was` as the new layout has it. A sheet that has been emptied has no
 * edits.
 */
export function handEdits(memory: ReportMemory | undefined, standing: StandingCells | undefined, layout: ReportLayout): readonly HandEdit[] {
  if (standing === undefined || standing.values.every((row) => row.every((value) => value === ""))) return [];
  const upcoming = new Places(memoryOf(layout));
  const written = memory === undefined ? upcoming : new Places(memory);
  return new Comparison(written, upcoming, fromFirstCell(standing)).edits();
}

/** What was written, what is about to be written, and what stands on the sheet between the two. */
class Comparison {
  readonly #written: Places;
  readonly #upcoming: Places;
  readonly #standing: readonly (readonly StandingCell[])[];
  readonly #columns: readonly number[];

  constructor(written: Places, upcoming: Places, standing: readonly (readonly StandingCell[])[]) {
    this.#written = written;
    this.#upcoming = upcoming;
    this.#standing = standing;
    this.#columns = range(Math.max(width(written.values), width(upcoming.values), width(standing)));
  }

  edits(): readonly HandEdit[] {
    const alignment = alignRows(this.#written.values, this.#standing.map((row) => row.map(({ is }) => is)));
    const lastKept = alignment.findLastIndex((place) => place !== undefined);
    const stillThere = new Set(alignment);
    return [
      ...this.#standing.flatMap((cells, row) => (this.#isUpcoming(row) ? [] : this.#compare(row, cells, alignment[row], lastKept))),
      ...range(this.#written.values.length).flatMap((row) => (stillThere.has(row) ? [] : this.#takenOut(row))),
    ];
  }

  /** A row that stands as it is about to be written, left by a write that failed half-way. */
  #isUpcoming(row: number | undefined): boolean {
    const cells = row === undefined ? undefined : this.#standing[row];
    if (row === undefined || cells === undefined || row >= this.#upcoming.values.length) return false;
    return this.#columns.every((column) => cells[column]?.isFormula !== true && sameValue(this.#upcoming.valueAt(row, column), cells[column]?.is ?? ""));
  }

  #takenOut(row: number): readonly HandEdit[] {
    return this.#isUpcoming(this.#upcoming.rowOf(this.#written.rowIdentity(row))) ? [] : this.#compare(row, [], row, row);
  }

  #compare(row: number, cells: readonly StandingCell[], place: number | undefined, lastKept: number): readonly HandEdit[] {
    const identityRow = place === undefined ? identityOfExtraRow(row, lastKept) : this.#written.rowIdentity(place);
    return this.#columns.flatMap((column): readonly HandEdit[] => {
      const cell = cells[column] ?? EMPTY;
      const was = place === undefined ? "" : this.#written.valueAt(place, column);
      const identity = { row: identityRow, column: this.#written.columnName(place, column) };
      const nothingToLose = !cell.isFormula && (sameValue(was, cell.is) || this.#becomes(identity, cell.is));
      return nothingToLose ? [] : [{ row, column, identity, where: this.#where(place, column), was, ...cell }];
    });
  }

  #where(place: number | undefined, column: number): string {
    if (place === undefined) return "egen rad";
    const name = nameInIdentity(this.#written.rowIdentity(place)) ?? String(this.#written.valueAt(place, 0));
    const header = this.#written.headerOver(place, column);
    return [name === "" ? "tom rad" : shortened(name), ...(header === "" ? [] : [header])].join(", ");
  }

  /** Whether the cell is about to be written with the value that already stands in it. */
  #becomes(identity: CellIdentity, value: CellValue): boolean {
    const place = this.#upcoming.placeOf(identity);
    return place !== undefined && sameValue(this.#upcoming.valueAt(place.row, place.column), value);
  }
}

const LONGEST_NAME = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= LONGEST_NAME ? line : `${line.slice(0, LONGEST_NAME - 1).replace(/\p{Surrogate}$/u, "").trimEnd()}…`;
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}

type StandingCell = Pick<HandEdit, "is" | "isFormula" | "numberFormat">;

const EMPTY: StandingCell = { is: "", isFormula: false, numberFormat: undefined };

function fromFirstCell(standing: StandingCells): readonly (readonly StandingCell[])[] {
  const rows = standing.row + standing.values.length;
  const columns = standing.column + width(standing.values);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_cell, column) => standingAt(standing, row, column)));
}

function standingAt(standing: StandingCells, row: number, column: number): StandingCell {
  const value = asStanding(standing.values[row - standing.row]?.[column - standing.column] ?? "");
  const formula = standing.formulas?.[row - standing.row]?.[column - standing.column];
  // A text that looks like a formula is given as both value and formula.
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  const numberFormat = standing.numberFormats?.[row - standing.row]?.[column - standing.column];
  return { is: isFormula ? formula : value, isFormula, numberFormat };
}

function asStanding(value: CellValue): CellValue {
  return typeof value === "string" ? withLineFeeds(value) : value;
}

function identityOfExtraRow(row: number, lastKept: number): string {
  return row > lastKept ? `${BELOW}${row - lastKept - 1}` : `${PUT_IN}${row}`;
}

/**
 * Puts edits into a new layout, each in the cell that is the same goal, measure and column as before, wherever it now stands. Notes written
 * beside or below the report stay beside their row or below its end. An edit is lost when its row or column is no longer there, when two edits
 * want one cell, and when it is a formula whose cell moves (its references would point elsewhere); it is then written as a note of its own
 * below the report, so that what somebody wrote is still there to be dealt with.
 */
export function keepEdits(layout: ReportLayout, edits: readonly HandEdit[]): KeptEdits {
  const places = new Places(memoryOf(layout));
  const grid = new GrowingLayout(layout);
  const kept: HandEdit[] = [];
  const lost: HandEdit[] = [];
  const taken = new Set<string>();
  for (const edit of edits) {
    const place = places.placeOf(edit.identity);
    const address = place === undefined ? "" : `${place.row}:${place.column}`;
    const moves = place?.row !== edit.row || place.column !== edit.column;
    if (place === undefined || taken.has(address) || (edit.isFormula && moves)) {
      lost.push(edit);
    } else {
      taken.add(address);
      kept.push(edit);
      const isText = !edit.isFormula && typeof edit.is === "string";
      grid.put(place.row, place.column, isText ? asTextValue(edit.is) : edit.is, isText ? undefined : edit.numberFormat);
    }
  }
  const firstFree = grid.height + 1;
  lost.forEach((edit, index) => {
    grid.put(firstFree + index, 0, asTextValue(`Ändring för hand som inte längre har någon plats: ${edit.where}: ${edit.is === "" ? "(tömd)" : edit.is}`));
  });
  return { layout: grid.layout(), kept, lost };
}

/** Excel may give a number back with its last bits different. */
const RELATIVE_TOLERANCE = 1e-12;

/** Whether Excel, having been given one value, could give back the other. */
export function sameValue(written: CellValue, found: CellValue): boolean {
  if (typeof written === "number" && typeof found === "number") {
    return Math.abs(written - found) <= RELATIVE_TOLERANCE * Math.max(Math.abs(written), Math.abs(found));
  }
  return written === found;
}

/** Rows below the report's end are known by how far below they are, columns without a header by their number. */
const BELOW = "/below/";
const UNNAMED = "#";
/** A row that somebody put in between two of ours: it has no place in a new layout. */
const PUT_IN = "/putin/";

/** Where things stand in what was written, and what stands where. */
class Places {
  readonly #written: ReportMemory;
  readonly #rows: ReadonlyMap<string, number>;

  constructor(written: ReportMemory) {
    this.#written = written;
    this.#rows = new Map(written.rowIdentities.map((identity, row) => [identity, row]));
  }

  get values(): ReportMemory["values"] {
    return this.#written.values;
  }

  valueAt(row: number, column: number): CellValue {
    return this.#written.values[row]?.[column] ?? "";
  }

  rowIdentity(row: number): string {
    return this.#written.rowIdentities[row] ?? `${BELOW}${row - this.#written.rowIdentities.length}`;
  }

  headerOver(row: number, column: number): string {
    return this.#written.columnNames[row]?.[column] ?? "";
  }

  columnName(row: number | undefined, column: number): string {
    const name = row === undefined ? "" : this.headerOver(row, column);
    return name === "" ? `${UNNAMED}${column}` : name;
  }

  rowOf(identity: string): number | undefined {
    return identity.startsWith(BELOW) ? this.#written.rowIdentities.length + Number(identity.slice(BELOW.length)) : this.#rows.get(identity);
  }

  placeOf(identity: CellIdentity): { readonly row: number; readonly column: number } | undefined {
    const row = this.rowOf(identity.row);
    if (row === undefined) return undefined;
    const column = this.#columnOf(identity.column, row);
    return column === undefined ? undefined : { row, column };
  }

  /** A cell without a header goes back to its column, unless a header stands over it now. */
  #columnOf(name: string, row: number): number | undefined {
    const names = this.#written.columnNames[row] ?? [];
    const named = names.indexOf(name);
    if (named >= 0) return named;
    const number = name.startsWith(UNNAMED) ? Number(name.slice(UNNAMED.length)) : Number.NaN;
    return Number.isInteger(number) && (names[number] ?? "") === "" ? number : undefined;
  }
}

const STATUS_LOOKS: ReadonlySet<CellLook> = new Set<CellLook>(["statusMet", "statusOngoing", "statusPartly", "statusMissed", "statusUnknown"]);

function isInside(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** A layout's cells, widened and lengthened for notes that stand beside or below it. */
class GrowingLayout {
  readonly #layout: ReportLayout;
  readonly #values: CellValue[][];
  readonly #looks: SheetLayout["looks"][number][] = [];
  /** Formats of cells that keep their own, by "row:column". */
  readonly #numberFormats = new Map<string, string>();

  constructor(layout: ReportLayout) {
    this.#layout = layout;
    this.#values = layout.values.map((row) => [...row]);
  }

  get height(): number {
    return this.#values.length;
  }

  put(row: number, column: number, value: CellValue, numberFormat?: string): void {
    if (numberFormat !== undefined) this.#numberFormats.set(`${row}:${column}`, numberFormat);
    while (this.#values.length <= row) this.#values.push([]);
    const cells = this.#values[row];
    if (cells === undefined) return;
    while (cells.length <= column) cells.push("");
    cells[column] = value;
    if (this.#isStatus(row, column)) this.#looks.push({ look: lookOfWrittenStatus(String(value)), areas: [{ row, column, rows: 1, columns: 1 }] });
  }

  /** Word and colour go together: a status written by hand must not keep the colour of the one it replaces. */
  #isStatus(row: number, column: number): boolean {
    return this.#layout.looks.some(({ look, areas }) => STATUS_LOOKS.has(look) && areas.some((area) => isInside(area, row, column)));
  }

  layout(): ReportLayout {
    const rows = this.#values.length;
    const columns = Math.max(width(this.#values), this.#layout.columnWidths.length);
    const filled = <Value>(from: readonly (readonly Value[])[], empty: Value) =>
      Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => from[row]?.[column] ?? empty));
    return {
      ...this.#layout,
      looks: [...this.#layout.looks, ...this.#looks],
      columnWidths: Array.from({ length: columns }, (_, column) => this.#layout.columnWidths[column] ?? DEFAULT_WIDTH),
      values: filled<CellValue>(this.#values, ""),
      numberFormats: filled(this.#layout.numberFormats, "General").map((formats, row) =>
        formats.map((format, column) => this.#numberFormats.get(`${row}:${column}`) ?? format),
      ),
      rowIdentities: Array.from({ length: rows }, (_, row) => this.#layout.rowIdentities[row] ?? `${BELOW}${row - this.#layout.rowIdentities.length}`),
      columnNames: filled(this.#layout.columnNames, ""),
    };
  }
}

/** Excel's own width of a column nobody has set, in characters. */
const DEFAULT_WIDTH = 8.43;

function width(rows: readonly (readonly unknown[])[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}
