import type { CellValue } from "../registers/cell.js";
import type { CellIdentity, ReportLayout } from "./layout.js";
import { memoryOf, type ReportMemory } from "./memory.js";
import { asTextValue } from "./sheetText.js";

/** What stands on a report sheet now: a block of cells from its first one, 0-based. */
export interface StandingCells {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  /** As Office.js gives them: a formula's text, or the value. Without them a formula counts as the value it shows. */
  readonly formulas?: readonly (readonly CellValue[])[];
}

/** A cell of a report sheet that somebody changed since it was written. */
export interface HandEdit {
  /** Where it stands now, 0-based. */
  readonly row: number;
  readonly column: number;
  readonly identity: CellIdentity;
  /** What the add-in wrote; "" for a cell it left empty. */
  readonly was: CellValue;
  /** What stands there now: a value, or a formula's text when `isFormula`. */
  readonly is: CellValue;
  readonly isFormula: boolean;
}

/** A layout with the kept edits in it, and those that no longer have a place: to be shown before anything is written. */
export interface KeptEdits {
  readonly layout: ReportLayout;
  readonly kept: readonly HandEdit[];
  readonly lost: readonly HandEdit[];
}

/**
 * The cells that were changed by hand since the report was last written, row by row. A cell that already holds what is about to be written
 * is no edit: nothing would be lost. Without a memory (lost, or a sheet that was not ours) everything that differs from the new layout counts,
 * with `was` as the new layout has it. A sheet that has been emptied has no edits.
 */
export function handEdits(memory: ReportMemory | undefined, standing: StandingCells | undefined, layout: ReportLayout): readonly HandEdit[] {
  if (standing === undefined || standing.values.every((row) => row.every((value) => value === ""))) return [];
  const written = memory ?? memoryOf(layout);
  const upcoming = new Places(memoryOf(layout));
  const places = new Places(written);
  const rows = Math.max(written.values.length, standing.row + standing.values.length);
  const columns = Math.max(width(written.values), standing.column + width(standing.values));
  const edits: HandEdit[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const was = written.values[row]?.[column] ?? "";
      const now = standingAt(standing, row, column);
      if (!now.isFormula && sameValue(was, now.is)) continue;
      const identity = places.identityAt(row, column);
      if (!now.isFormula && isUpcoming(upcoming, identity, row, column, now.is)) continue;
      edits.push({ row, column, identity, was, ...now });
    }
  }
  return edits;
}

function isUpcoming(upcoming: Places, identity: CellIdentity, row: number, column: number, value: CellValue): boolean {
  const moved = upcoming.placeOf(identity);
  return (moved !== undefined && sameValue(upcoming.valueAt(moved.row, moved.column), value)) || (value !== "" && sameValue(upcoming.valueAt(row, column), value));
}

function standingAt(standing: StandingCells, row: number, column: number): Pick<HandEdit, "is" | "isFormula"> {
  const value = asStanding(standing.values[row - standing.row]?.[column - standing.column] ?? "");
  const formula = standing.formulas?.[row - standing.row]?.[column - standing.column];
  // A text that looks like a formula is given as both value and formula.
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  return { is: isFormula ? formula : value, isFormula };
}

function asStanding(value: CellValue): CellValue {
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n") : value;
}

/**
 * Puts edits into a new layout, each in the cell that is the same goal, measure and column as before, wherever it now stands. Notes written
 * beside or below the report stay beside their row or below its end. An edit is lost when its row or column is no longer there, when two edits
 * want one cell, and when it is a formula whose cell moves (its references would point elsewhere).
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
      grid.put(place.row, place.column, edit.isFormula || typeof edit.is !== "string" ? edit.is : asTextValue(edit.is));
    }
  }
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

/** Where things stand in what was written, and what stands where. */
class Places {
  readonly #written: ReportMemory;
  readonly #rows: ReadonlyMap<string, number>;

  constructor(written: ReportMemory) {
    this.#written = written;
    this.#rows = new Map(written.rowIdentities.map((identity, row) => [identity, row]));
  }

  valueAt(row: number, column: number): CellValue {
    return this.#written.values[row]?.[column] ?? "";
  }

  identityAt(row: number, column: number): CellIdentity {
    const below = row - this.#written.rowIdentities.length;
    const name = this.#written.columnNames[row]?.[column] ?? "";
    return {
      row: this.#written.rowIdentities[row] ?? `${BELOW}${below}`,
      column: name === "" ? `${UNNAMED}${column}` : name,
    };
  }

  placeOf(identity: CellIdentity): { readonly row: number; readonly column: number } | undefined {
    const row = identity.row.startsWith(BELOW)
      ? this.#written.rowIdentities.length + Number(identity.row.slice(BELOW.length))
      : this.#rows.get(identity.row);
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

/** A layout's cells, widened and lengthened for notes that stand beside or below it. */
class GrowingLayout {
  readonly #layout: ReportLayout;
  readonly #values: CellValue[][];

  constructor(layout: ReportLayout) {
    this.#layout = layout;
    this.#values = layout.values.map((row) => [...row]);
  }

  put(row: number, column: number, value: CellValue): void {
    while (this.#values.length <= row) this.#values.push([]);
    const cells = this.#values[row];
    if (cells === undefined) return;
    while (cells.length <= column) cells.push("");
    cells[column] = value;
  }

  layout(): ReportLayout {
    const rows = this.#values.length;
    const columns = Math.max(width(this.#values), this.#layout.columnWidths.length);
    const filled = <Value>(from: readonly (readonly Value[])[], empty: Value) =>
      Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => from[row]?.[column] ?? empty));
    return {
      ...this.#layout,
      columnWidths: Array.from({ length: columns }, (_, column) => this.#layout.columnWidths[column] ?? DEFAULT_WIDTH),
      values: filled<CellValue>(this.#values, ""),
      numberFormats: filled(this.#layout.numberFormats, "General"),
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
