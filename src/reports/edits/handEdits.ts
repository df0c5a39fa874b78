import type { CellValue } from "../../registers/cell.js";
import type { CellIdentity, ReportLayout } from "../layout/layout.js";
import { nameInIdentity } from "../layout/tableRows.js";
import { memoryOf, type ReportMemory } from "./memory.js";
import { alignRows } from "./rowAlignment.js";
import { lookOfWrittenStatus } from "../scales.js";
import type { Area, CellLook, SheetLayout } from "../layout/sheetLayout.js";
import { asTextValue } from "../layout/sheetText.js";
import { StandingSheet, widthOf, type StandingCells } from "./standingSheet.js";

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
  return new Comparison(written, upcoming, new StandingSheet(standing)).edits();
}

/** What was written, what is about to be written, and what stands on the sheet between the two. */
class Comparison {
  readonly #written: Places;
  readonly #upcoming: Places;
  readonly #standing: StandingSheet;
  readonly #columns: readonly number[];

  constructor(written: Places, upcoming: Places, standing: StandingSheet) {
    this.#written = written;
    this.#upcoming = upcoming;
    this.#standing = standing;
    this.#columns = range(Math.max(widthOf(written.values), widthOf(upcoming.values), widthOf(standing.values)));
  }

  edits(): readonly HandEdit[] {
    const alignment = alignRows(this.#written.values, this.#standing.values);
    const lastKept = alignment.findLastIndex((place) => place !== undefined);
    const stillThere = new Set(alignment);
    return [
      ...range(this.#standing.values.length).flatMap((row) => (this.#isUpcoming(row) ? [] : this.#compare(row, this.#standing, alignment[row], lastKept))),
      ...range(this.#written.values.length).flatMap((row) => (stillThere.has(row) ? [] : this.#takenOut(row))),
    ];
  }

  /** A row that stands as it is about to be written, left by a write that failed half-way. */
  #isUpcoming(row: number | undefined): boolean {
    if (row === undefined || row >= this.#standing.values.length || row >= this.#upcoming.values.length) return false;
    return this.#columns.every((column) => sameValue(this.#upcoming.valueAt(row, column), this.#standing.valueAt(row, column)) && !this.#standing.isFormula(row, column));
  }

  #takenOut(row: number): readonly HandEdit[] {
    return this.#isUpcoming(this.#upcoming.rowOf(this.#written.rowIdentity(row))) ? [] : this.#compare(row, NOTHING, row, row);
  }

  #compare(row: number, standing: StandingSheet, place: number | undefined, lastKept: number): readonly HandEdit[] {
    const edits: HandEdit[] = [];
    for (const column of this.#columns) {
      const was = place === undefined ? "" : this.#written.valueAt(place, column);
      const is = standing.valueAt(row, column);
      const isFormula = standing.isFormula(row, column);
      if (!isFormula && sameValue(was, is)) continue;
      const identityRow = place === undefined ? identityOfExtraRow(row, lastKept) : this.#written.rowIdentity(place);
      const identity = { row: identityRow, column: this.#written.columnName(place, column) };
      if (!isFormula && this.#becomes(identity, is)) continue;
      edits.push({ row, column, identity, where: this.#where(place, column), was, is, isFormula, numberFormat: standing.numberFormatAt(row, column) });
    }
    return edits;
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

const NOTHING = new StandingSheet({ row: 0, column: 0, values: [] });

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
    const columns = Math.max(widthOf(this.#values), this.#layout.columnWidths.length);
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
