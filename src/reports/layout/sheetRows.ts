import type { CellValue } from "../../registers/cell.js";
import { AreasOfLooks } from "./lookAreas.js";
import type { CellLook } from "./sheetLayout.js";
import { asTextValue } from "./sheetText.js";

export interface LaidCell {
  readonly value: CellValue;
  readonly numberFormat: string;
  readonly look: CellLook;
}

/** By grid column; `undefined`, or an end that comes too early, is a cell that nothing stands in. */
export type LaidCells = readonly (LaidCell | undefined)[];

const NO_FORMAT = "General";

/** The rows laid so far, as wide as the grid. Identities are made unique by counting, so that two like rows are the first and the second. */
export class RowsInOrder {
  readonly values: (readonly CellValue[])[] = [];
  readonly numberFormats: (readonly string[])[] = [];
  readonly looks = new AreasOfLooks();
  readonly identities: string[] = [];
  /** The header over each cell of a table row: the same list for all rows of a table. */
  readonly columnNames: (readonly string[])[] = [];
  readonly #seen = new Set<string>();
  /** How often those that have come more than once have. */
  readonly #repeated = new Map<string, number>();
  readonly #noNames: readonly string[];
  readonly #noFormats: readonly string[];

  constructor(columns: number) {
    this.#noNames = Array.from({ length: columns }, () => "");
    this.#noFormats = Array.from({ length: columns }, () => NO_FORMAT);
  }

  get count(): number {
    return this.values.length;
  }

  add(identity: string, cells: LaidCells, names = this.#noNames): void {
    this.looks.addRow(this.count, cells, this.#noNames.length);
    this.values.push(this.#noNames.map((none, column) => cells[column]?.value ?? none));
    this.numberFormats.push(cells.some(hasFormat) ? this.#noFormats.map((none, column) => cells[column]?.numberFormat ?? none) : this.#noFormats);
    this.identities.push(this.#unique(identity));
    this.columnNames.push(names);
  }

  addGap(before: string): void {
    this.add(`${before}/gap`, []);
  }

  #unique(identity: string): string {
    const before = this.#seen.size;
    if (this.#seen.add(identity).size > before) return identity;
    const count = (this.#repeated.get(identity) ?? 1) + 1;
    this.#repeated.set(identity, count);
    return `${identity}#${count}`;
  }
}

function hasFormat(cell: LaidCell | undefined): boolean {
  return cell !== undefined && cell.numberFormat !== NO_FORMAT;
}

export function textCell(text: string, look: CellLook): LaidCell {
  return { value: asTextValue(text), numberFormat: NO_FORMAT, look };
}
