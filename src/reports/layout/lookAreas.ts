import type { Area, CellLook, SheetLayout } from "./sheetLayout.js";

/** An area that still grows. */
type Growing = { -readonly [Side in keyof Area]: Area[Side] };

/** More than the columns of any sheet. */
const COLUMNS = 2 ** 15;

/**
 * Cells gathered into few rectangles per look: neighbours in a row first, then rows whose stretches are alike. Every cell that has a look is in exactly one area.
 */
export class AreasOfLooks {
  readonly #byLook = new Map<CellLook, AreasOfLook>();

  /** A row's cells from the left; rows come from the top, and what is past `columns` is not looked at. */
  addRow(row: number, cells: readonly ({ readonly look: CellLook } | undefined)[], columns: number): void {
    for (let column = 0; column < columns; ) {
      const look = cells[column]?.look;
      const from = column;
      do column += 1;
      while (column < columns && cells[column]?.look === look);
      if (look !== undefined) this.#of(look).add(row, from, column - from);
    }
  }

  all(): SheetLayout["looks"] {
    return [...this.#byLook].map(([look, { areas }]) => ({ look, areas }));
  }

  #of(look: CellLook): AreasOfLook {
    const known = this.#byLook.get(look);
    if (known !== undefined) return known;
    const areas = new AreasOfLook();
    this.#byLook.set(look, areas);
    return areas;
  }
}

/** The rectangles of one look, by the row and column that they begin in. */
class AreasOfLook {
  readonly areas: Growing[] = [];
  /** The lowest one of each stretch of columns. */
  readonly #lowest = new Map<number, Growing>();

  add(row: number, column: number, columns: number): void {
    const stretch = column * COLUMNS + columns;
    const above = this.#lowest.get(stretch);
    if (above !== undefined && above.row + above.rows === row) {
      above.rows += 1;
    } else {
      const area = { row, column, rows: 1, columns };
      this.areas.push(area);
      this.#lowest.set(stretch, area);
    }
  }
}
