import type { CellAddress } from "../registers/cell.js";
import { isBlank, typedText } from "../registers/values/reading.js";
import { cellAt, mergeIndex, type GridArea, type GridCell, type SheetGrid } from "./grid.js";
import type { Candidate } from "./headerWords.js";
import type { PlacedColumn } from "./placedColumns.js";
import type { Proposal } from "./recognise.js";
import type { TableNotes } from "./tableNotes.js";

/** A cell, and where it stands: on the row asked for, or on the one that it is given on for several. */
export interface PlacedCell {
  readonly cell: GridCell;
  readonly at: CellAddress;
}

/** The cells of a table, row by row from its first to its last: what is merged, or given once and left blank below, holds for the rows beneath. */
export class GroupedCells {
  readonly #sheet: SheetGrid;
  readonly #proposal: Proposal;
  readonly #placed: readonly PlacedColumn[];
  readonly #notes: TableNotes;
  readonly #mergeAt: (row: number, column: number) => GridArea | undefined;
  /** The last filled cell of each column that may be given once for several rows. */
  readonly #above = new Map<number, PlacedCell>();

  constructor(sheet: SheetGrid, proposal: Proposal, placed: readonly PlacedColumn[], notes: TableNotes) {
    this.#sheet = sheet;
    this.#proposal = proposal;
    this.#placed = placed;
    this.#notes = notes;
    this.#mergeAt = mergeIndex(sheet);
  }

  /** Nothing above holds any longer. */
  endGroup(): void {
    this.#above.clear();
  }

  /** What is given once for a group of rows holds for the others, though its own row is left out. */
  passOver(row: number): void {
    for (const { proposed: { column }, candidate } of this.#placed) {
      const cell = cellAt(this.#sheet, row, column);
      if (!isBlank(cell) && this.#isGivenOnce(column, candidate)) this.#begin(column, { cell, at: this.#notes.at(row, column) });
    }
  }

  /** The cell of a row and column, or the one that is given once for several rows: merged, or left blank below. */
  cellOf(row: number, { proposed: { column }, candidate }: PlacedColumn): PlacedCell {
    const area = this.#mergeAt(row, column);
    if (area !== undefined && area.row > this.#proposal.headerBottom && area.column === column && area.row < row) {
      return { cell: cellAt(this.#sheet, area.row, column), at: this.#notes.at(area.row, column) };
    }
    const placed = { cell: cellAt(this.#sheet, row, column), at: this.#notes.at(row, column) };
    const { header } = candidate.column;
    if (placed.cell.isFormula) {
      if (placed.cell.type === "Empty") this.#notes.say("inlasning.formel-utan-varde", { header }, placed.at, header);
      this.#notes.formula(column, placed.at);
    }
    if (!this.#isGivenOnce(column, candidate)) return placed;
    if (!isBlank(placed.cell)) {
      this.#begin(column, placed);
      return placed;
    }
    const above = this.#above.get(column);
    if (above === undefined) return placed;
    this.#notes.say("inlasning.fran-ovan", { header, typed: typedText(above.cell) }, placed.at, header);
    return above;
  }

  /** What a new group begins with is its own: what stood to the right in the group before is not. */
  #begin(column: number, placed: PlacedCell): void {
    this.#above.set(column, placed);
    for (const { proposed: { column: later } } of this.#placed) if (later > column) this.#above.delete(later);
  }

  /** Columns to the left of the row's own text that people fill in once for a group of rows; and a measure's name over its units or periods. */
  #isGivenOnce(column: number, { register, key, column: { kind } }: Candidate): boolean {
    const { family } = this.#proposal;
    const name = this.#placed.find(({ candidate }) => candidate.register === family.primary && candidate.key === family.name)?.proposed.column;
    if (register === family.primary && key === family.name) {
      return family.primary === "matt" && this.#placed.some(({ candidate, proposed }) => proposed.column > column && (candidate.key === "enhet" || candidate.column.kind === "period"));
    }
    const isGroup = kind === "unit" || kind === "period" || register === "mal" && family.primary !== "mal" || register === "kontroller" && key === "omrade" || family.primary === "aktiviteter" && key === "ansvarig";
    return isGroup && name !== undefined && column < name;
  }
}
