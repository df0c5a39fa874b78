/**
 * What a public cross-table may show of small groups. A count of 1 up to the limit is held back, and with it as many others as it takes for nobody to work it out from
 * the totals. A nought tells of nobody and is shown, but where it is needed to hide another it is held back as small: "färre än 5" is then true of it too, and a reader
 * cannot take it for granted that somebody is there. Totals of one variable alone are shown, unless they would give a cell away. Source: model.md, Reports (publik);
 * the way of hiding is the hypercube method (Repsilber 1994): every cell held back is a corner of a rectangle of such cells, where one person more here and one less
 * there leaves all totals as they are.
 */

/** A crossing of two variables, in counts of people or decisions. */
export interface CountTable {
  /** Whom it counts, e.g. "LSS, fortfarande ej verkställda". Tables of a report that count the same people by the same variable have its totals in common. */
  readonly of: string;
  /** The variable of the rows and that of the columns, e.g. "insats" and "kön". */
  readonly rowsBy: string;
  readonly columnsBy: string;
  /** By row, then column, with every category of the columns' variable, also those that nobody falls in: a column left out would say so. */
  readonly counts: readonly (readonly number[])[];
}

/** A count as it may be shown. Held back as "small" it is below the limit, maybe nought; as "derivable" nothing is said of its size. */
export type ShownCount = { readonly kind: "count"; readonly value: number } | { readonly kind: "heldBack"; readonly why: "small" | "derivable" };

export interface ShownTable {
  readonly cells: readonly (readonly ShownCount[])[];
  readonly rowTotals: readonly ShownCount[];
  readonly columnTotals: readonly ShownCount[];
  /** Always shown. */
  readonly total: number;
}

/** One table that shares no totals with another of its report. `limit` is the smallest count that is shown (setting smatal-grans); 0 shows all. */
export function suppressed(table: CountTable, limit: number): ShownTable {
  const [shown] = suppressedTogether([table], limit);
  return shown ?? asCounted(table);
}

/**
 * The cross-tables of one report, in the order given: what is held back in one cannot be worked out from another that has totals in common with it. Where no rectangle hides a
 * small cell (everybody is in one row or one column), the totals of its columns' variable would give it away: that variable is then held back wherever the same people
 * are counted. Counts that add up over different people (all = LSS + SoL) are for the caller to leave out. Time grows with the square of a table's cells.
 */
export function suppressedTogether(tables: readonly CountTable[], limit: number): readonly ShownTable[] {
  const hidden = tables.map((table) => hiddenCells(table, limit));
  const withheld = new Set(tables.flatMap((table, index) => (hidden[index] === undefined ? [variable(table.of, table.columnsBy)] : [])));
  return tables.map((table, index) => {
    const rowsWithheld = withheld.has(variable(table.of, table.rowsBy));
    const columnsWithheld = withheld.has(variable(table.of, table.columnsBy));
    if (rowsWithheld || columnsWithheld) return withoutVariables(table, limit, rowsWithheld, columnsWithheld);
    const cells = hidden[index];
    return cells === undefined ? asCounted(table) : withoutCells(table, limit, cells);
  });
}

function variable(of: string, by: string): string {
  return JSON.stringify([of, by]);
}

/** The cells to hold back so that all totals can be shown; undefined when there is no such way. A single column is no crossing: its cells are the rows' totals. */
function hiddenCells({ counts }: CountTable, limit: number): ReadonlySet<string> | undefined {
  const hidden = new Set<string>();
  const safe = new Set<string>();
  for (const [row, line] of counts.entries()) {
    if (line.length < 2) continue;
    for (const [column, count] of line.entries()) {
      if (count === 0 || count >= limit || safe.has(place(row, column))) continue;
      const corners = cheapestRectangle(counts, row, column, limit, hidden);
      if (corners === undefined) return undefined;
      for (const corner of corners) {
        hidden.add(corner);
        safe.add(corner);
      }
    }
  }
  return hidden;
}

function place(row: number, column: number): string {
  return `${row}:${column}`;
}

/**
 * The rectangle with this corner that costs the fewest people who would otherwise be shown. One that works even for a reader who takes it that somebody is in every small
 * cell comes before all that only work where a small cell may be empty.
 */
function cheapestRectangle(counts: CountTable["counts"], row: number, column: number, limit: number, hidden: ReadonlySet<string>): readonly string[] | undefined {
  const count = counts[row]?.[column] ?? 0;
  let best: { readonly corners: readonly string[]; readonly cost: number } | undefined;
  for (const mayBeEmpty of [false, true]) {
    for (const [otherRow, otherLine] of counts.entries()) {
      if (otherRow === row) continue;
      for (const otherColumn of otherLine.keys()) {
        if (otherColumn === column) continue;
        const beside = counts[row]?.[otherColumn] ?? 0;
        const across = otherLine[otherColumn] ?? 0;
        const below = otherLine[column] ?? 0;
        const canMove = (change: 1 | -1) =>
          canBe(count, change, limit, mayBeEmpty) && canBe(across, change, limit, mayBeEmpty) && canBe(beside, -change, limit, mayBeEmpty) && canBe(below, -change, limit, mayBeEmpty);
        if (!canMove(1) && !canMove(-1)) continue;
        const corners = [[place(row, column), count], [place(row, otherColumn), beside], [place(otherRow, otherColumn), across], [place(otherRow, column), below]] as const;
        const cost = corners.reduce((sum, [key, shown]) => (hidden.has(key) ? sum : sum + shown + 1), 0);
        if (best === undefined || cost < best.cost) best = { corners: corners.map(([key]) => key), cost };
      }
    }
    if (best !== undefined) return best.corners;
  }
  return undefined;
}

/** Whether one more or one less would be held back for the same reason, so that the table would look no different. */
function canBe(count: number, change: number, limit: number, mayBeEmpty: boolean): boolean {
  const other = count + change;
  if (count >= limit) return other >= limit;
  return other < limit && other >= (count === 0 || mayBeEmpty ? 0 : 1);
}

function withoutCells(table: CountTable, limit: number, hidden: ReadonlySet<string>): ShownTable {
  const shown = asCounted(table);
  const cells = table.counts.map((line, row) =>
    line.map((value, column): ShownCount => (hidden.has(place(row, column)) ? { kind: "heldBack", why: value < limit ? "small" : "derivable" } : { kind: "count", value })),
  );
  return { ...shown, cells };
}

/** Nothing of a variable but that its counts add up: what is said of a cell's size is what a total shown beside it says already. */
function withoutVariables(table: CountTable, limit: number, rows: boolean, columns: boolean): ShownTable {
  const shown = asCounted(table);
  const heldBack = (most: number): ShownCount => ({ kind: "heldBack", why: most < limit ? "small" : "derivable" });
  const rowTotals = rows ? shown.rowTotals.map(() => heldBack(shown.total)) : shown.rowTotals;
  const columnTotals = columns ? shown.columnTotals.map(() => heldBack(shown.total)) : shown.columnTotals;
  const cells = table.counts.map((line, row) =>
    line.map((_, column) => {
      const most = Math.min(...[rowTotals[row], columnTotals[column]].map((total) => (total?.kind === "count" ? total.value : shown.total)));
      return most === 0 ? { kind: "count" as const, value: 0 } : heldBack(most);
    }),
  );
  return { cells, rowTotals, columnTotals, total: shown.total };
}

function asCounted({ counts }: CountTable): ShownTable {
  const count = (value: number) => ({ kind: "count" as const, value });
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rowTotals = counts.map(sum);
  const columnTotals = (counts[0] ?? []).map((_, column) => sum(counts.map((line) => line[column] ?? 0)));
  return { cells: counts.map((line) => line.map(count)), rowTotals: rowTotals.map(count), columnTotals: columnTotals.map(count), total: sum(rowTotals) };
}
