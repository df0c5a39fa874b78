import fc from "fast-check";
import { suppressed, suppressedTogether, type CountTable, type ShownCount, type ShownTable } from "../../src/rules/privacy/smallCounts.js";

/** A table by itself; a cell of it as a reader would see it. */
const crossing = (counts: CountTable["counts"]): CountTable => ({ of: "alla", rowsBy: "insats", columnsBy: "kön", counts });
const read = (shown: ShownCount) => (shown.kind === "count" ? shown.value : shown.why === "small" ? "färre" : "dold");
const grid = ({ cells, rowTotals, columnTotals, total }: ShownTable) => [...cells.map((line, row) => [...line, ...rowTotals.slice(row, row + 1)].map(read)), [...columnTotals.map(read), total]];

test("nothing is held back where nobody is in a small group", () => {
  expect(grid(suppressed(crossing([[5, 0], [7, 12]]), 5))).toEqual([[5, 0, 5], [7, 12, 19], [12, 12, 24]]);
});

test("a small cell takes a rectangle with it, the cheapest one, and all totals stand", () => {
  expect(grid(suppressed(crossing([[2, 30], [40, 50], [6, 7]]), 5))).toEqual([["färre", "dold", 32], [40, 50, 90], ["dold", "dold", 13], [48, 87, 135]]);
});

test("a nought is held back only where it hides another", () => {
  expect(grid(suppressed(crossing([[1, 0], [0, 1], [0, 9]]), 5))).toEqual([["färre", "färre", 1], ["färre", "färre", 1], [0, 9, 9], [1, 10, 11]]);
});

test("where everybody is in one row, the totals of the columns would tell, and are held back as well", () => {
  expect(grid(suppressed(crossing([[1, 1]]), 5))).toEqual([["färre", "färre", 2], ["färre", "färre", 2]]);
  expect(grid(suppressed(crossing([[4, 4], [0, 0]]), 5))).toEqual([["dold", "dold", 8], [0, 0, 0], ["dold", "dold", 8]]);
});

test("a variable that is held back in one table is held back in all that count the same people, and in no others", () => {
  const byService = { ...crossing([[3, 9]]), rowsBy: "insats" };
  const byWaiting = { ...crossing([[20, 30], [40, 50]]), rowsBy: "väntetid" };
  const others = { ...byWaiting, of: "andra" };
  const [, waiting, other] = suppressedTogether([byService, byWaiting, others], 5).map(grid);
  expect(waiting).toEqual([["dold", "dold", 50], ["dold", "dold", 90], ["dold", "dold", 140]]);
  expect(other).toEqual([[20, 30, 50], [40, 50, 90], [60, 80, 140]]);
});

test("the limit 0 shows all, and a single column is a list of plain totals", () => {
  expect(grid(suppressed(crossing([[1, 2], [3, 4]]), 0))).toEqual([[1, 2, 3], [3, 4, 7], [4, 6, 10]]);
  expect(grid(suppressed(crossing([[1], [2]]), 5))).toEqual([[1, 1], [2, 2], [3, 3]]);
});

/**
 * Who knows every count that is shown, that the totals add up, that "färre än" is below the limit, and (where no totals are held back) that what is held back
 * otherwise is not below it. Tries each way of filling in the tables, and tells which hidden places have one value in all of them.
 */
function pinned(tables: readonly CountTable[], shown: readonly ShownTable[], limit: number): string[] {
  const known = new Map<string, ShownCount>();
  const sums: { readonly total: string; readonly parts: readonly string[] }[] = [];
  const floor = new Map<string, number>();
  for (const [index, { of, rowsBy, columnsBy, counts }] of tables.entries()) {
    const seen = shown[index] ?? suppressed({ of, rowsBy, columnsBy, counts }, limit);
    const name = (row: number, column: number) => `${index}:${row}:${column}`;
    const rows = seen.rowTotals.map((_, row) => `${of}/${rowsBy}/${row}`);
    const columns = seen.columnTotals.map((_, column) => `${of}/${columnsBy}/${column}`);
    const hasAllTotals = [...seen.rowTotals, ...seen.columnTotals].every(({ kind }) => kind === "count");
    for (const [row, line] of seen.cells.entries()) {
      for (const [column, cell] of line.entries()) {
        known.set(name(row, column), cell);
        if (hasAllTotals && cell.kind === "heldBack" && cell.why === "derivable") floor.set(name(row, column), limit);
      }
    }
    const tell = (total: string, cell: ShownCount | undefined) => {
      // The same total in two tables says as much as the one that says most.
      if (cell !== undefined && known.get(total)?.kind !== "count") known.set(total, cell);
    };
    for (const [row, total] of rows.entries()) tell(total, seen.rowTotals[row]);
    for (const [column, total] of columns.entries()) tell(total, seen.columnTotals[column]);
    known.set(of, { kind: "count", value: seen.total });
    for (const [row, total] of rows.entries()) sums.push({ total, parts: columns.map((_, column) => name(row, column)) });
    for (const [column, total] of columns.entries()) sums.push({ total, parts: rows.map((_, row) => name(row, column)) });
    sums.push({ total: of, parts: rows }, { total: of, parts: columns });
  }
  const all = Math.max(...tables.map(({ counts }) => counts.flat().reduce((sum, count) => sum + count, 0)));
  const ranges = new Map([...known].map(([key, cell]) => {
    if (cell.kind === "count") return [key, [cell.value, cell.value]] as const;
    return [key, [floor.get(key) ?? 0, cell.why === "small" ? limit - 1 : all]] as const;
  }));
  const values = new Map<string, number>();
  const found = new Map<string, Set<number>>();
  const open = [...known].filter(([, { kind }]) => kind === "heldBack").map(([key]) => key);
  const wanted = new Set(open);
  fillIn(0);
  return [...wanted];

  function range(key: string): readonly [number, number] {
    const value = values.get(key);
    return value === undefined ? (ranges.get(key) ?? [0, all]) : [value, value];
  }
  function adds(): boolean {
    return sums.every(({ total, parts }) => {
      const [low, high] = range(total);
      const least = parts.reduce((sum, key) => sum + range(key)[0], 0);
      const most = parts.reduce((sum, key) => sum + range(key)[1], 0);
      return least <= high && most >= low;
    });
  }
  function fillIn(next: number): void {
    const key = open[next];
    if (key === undefined) {
      for (const each of open) {
        const seen = found.get(each) ?? new Set();
        found.set(each, seen.add(values.get(each) ?? 0));
        if (seen.size > 1) wanted.delete(each);
      }
      return;
    }
    const [low, high] = range(key);
    for (let value = low; value <= high && wanted.size > 0; value++) {
      values.set(key, value);
      if (adds()) fillIn(next + 1);
      values.delete(key);
    }
  }
}

const counts = (rows: number, columns: number, most: number) => fc.array(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most })), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const oneTable = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 3 })).chain(([rows, columns]) => counts(rows, columns, 6)).map(crossing);

test("the attacker finds what plain hiding of small cells gives away", () => {
  const table = crossing([[2, 30], [40, 50]]);
  const careless: ShownTable = { ...suppressed(table, 0), cells: [[{ kind: "heldBack", why: "small" }, { kind: "count", value: 30 }], [{ kind: "count", value: 40 }, { kind: "count", value: 50 }]] };
  expect(pinned([table], [careless], 5)).toEqual(["0:0:0"]);
});

test("nobody can work out a held-back cell from the totals of its table", () => {
  fc.assert(fc.property(oneTable, fc.integer({ min: 0, max: 5 }), (table, limit) => {
    expect(pinned([table], [suppressed(table, limit)], limit)).toEqual([]);
  }), { numRuns: 200 });
});

/** People with three properties, counted by two at a time: tables that have totals in common, in either direction. */
const people = fc.array(fc.tuple(fc.nat(1), fc.nat(1), fc.nat(1)), { maxLength: 14 });
const ways = fc.constantFrom<readonly (readonly [0 | 1 | 2, 0 | 1 | 2])[]>([[0, 1], [0, 2]], [[0, 1], [2, 1]], [[0, 1], [1, 2]], [[0, 1], [2, 0]], [[0, 1], [1, 2], [0, 2]]);

function countedBy(everybody: readonly (readonly [number, number, number])[], [rows, columns]: readonly [0 | 1 | 2, 0 | 1 | 2]): CountTable {
  const counted = [0, 1].map((row) => [0, 1].map((column) => everybody.filter((one) => one[rows] === row && one[columns] === column).length));
  return { of: "alla", rowsBy: `egenskap ${rows}`, columnsBy: `egenskap ${columns}`, counts: counted };
}

test("nor from other tables of the same people", () => {
  fc.assert(fc.property(people, ways, fc.integer({ min: 2, max: 5 }), (everybody, crossings, limit) => {
    const tables = crossings.map((way) => countedBy(everybody, way));
    expect(pinned(tables, suppressedTogether(tables, limit), limit)).toEqual([]);
  }), { numRuns: 200 });
});

test("no cell of 1 up to the limit is shown, what is shown is true, and what is called small is", () => {
  fc.assert(fc.property(oneTable, fc.integer({ min: 0, max: 7 }), (table, limit) => {
    const { cells } = suppressed(table, limit);
    for (const [row, line] of cells.entries()) {
      for (const [column, cell] of line.entries()) {
        const value = table.counts[row]?.[column] ?? 0;
        if (cell.kind === "count") expect([cell.value, value > 0 && value < limit]).toEqual([value, false]);
        else if (cell.why === "small") expect(value).toBeLessThan(limit);
      }
    }
  }));
});
