import type { CellValue } from "../../registers/cell.js";

type Rows = readonly (readonly CellValue[])[];

/**
 * For each row that stands on a sheet, which written row it is; `undefined` for a row that somebody put in. Rows that stand once
 * in both are the same, in the same order (the fixed points) or moved, as when somebody has sorted them; between two fixed points rows that are alike pair from both
 * ends, then the rest in order. So a row put in above the report does not make all that follows look changed.
 */
export function alignRows(written: Rows, standing: Rows): readonly (number | undefined)[] {
  if (standsAsWritten(written, standing)) return range(0, written.length);
  const writtenKeys = written.map(keyOf);
  const standingKeys = standing.map(keyOf);
  const aligned: (number | undefined)[] = standing.map(() => undefined);
  const singles = singlesInBoth(writtenKeys, standingKeys);
  const fixed = longestRising(singles);
  const rising = new Set(fixed);
  const moved = singles.filter((pair) => !rising.has(pair));
  for (const pair of singles) aligned[pair.standing] = pair.written;
  const movedFrom = new Set(moved.map((pair) => pair.written));
  const movedTo = new Set(moved.map((pair) => pair.standing));
  let from: Pair = { standing: 0, written: 0 };
  for (const point of [...fixed, { standing: standing.length, written: written.length }]) {
    const between = {
      written: range(from.written, point.written).filter((row) => !movedFrom.has(row)),
      standing: range(from.standing, point.standing).filter((row) => !movedTo.has(row)),
    };
    pairBetween(between, writtenKeys, standingKeys, aligned);
    from = { standing: point.standing + 1, written: point.written + 1 };
  }
  return aligned;
}

/** Nearly always: nobody has touched the report. */
function standsAsWritten(written: Rows, standing: Rows): boolean {
  return written.length === standing.length && written.every((row, index) => isSameRow(row, standing[index] ?? []));
}

function isSameRow(one: readonly CellValue[], other: readonly CellValue[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  return longer.every((value, column) => value === (shorter[column] ?? ""));
}

interface Pair {
  readonly standing: number;
  readonly written: number;
}

/** Numbers may come back with other last bits; empty cells at the end of a row may not come back at all. */
function keyOf(row: readonly CellValue[]): string {
  const filled = row.slice(0, row.findLastIndex((value) => value !== "") + 1);
  return JSON.stringify(filled.map((value) => (typeof value === "number" ? value.toPrecision(12) : value)));
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** In the order of `standing`. */
function singlesInBoth(written: readonly string[], standing: readonly string[]): readonly Pair[] {
  const inWritten = placesOfSingles(written);
  return [...placesOfSingles(standing)].flatMap(([key, row]): Pair[] => {
    const found = inWritten.get(key);
    return found === undefined ? [] : [{ standing: row, written: found }];
  });
}

function placesOfSingles(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(keys.flatMap((key, row): [string, number][] => (counts.get(key) === 1 ? [[key, row]] : [])));
}

/** The most pairs, in order of `standing`, whose `written` rises too (patience sorting, near-linear). */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  interface Link {
    readonly pair: Pair;
    readonly before: Link | undefined;
  }
  const piles: Link[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle]?.pair.written ?? Infinity) < pair.written) low = middle + 1;
      else high = middle;
    }
    piles[low] = { pair, before: piles[low - 1] };
  }
  const rising: Pair[] = [];
  for (let link = piles.at(-1); link !== undefined; link = link.before) rising.push(link.pair);
  return rising.reverse();
}

/** Rows between two fixed points that have not moved, by number. */
interface Between {
  readonly written: readonly number[];
  readonly standing: readonly number[];
}

function pairBetween({ written, standing }: Between, writtenKeys: readonly string[], standingKeys: readonly string[], aligned: (number | undefined)[]): void {
  const isAlike = (s: number, w: number) => standingKeys[standing[s] ?? -1] === writtenKeys[written[w] ?? -1];
  const pair = (s: number, w: number) => {
    const row = standing[s];
    if (row !== undefined) aligned[row] = written[w];
  };
  let [s, w, sEnd, wEnd] = [0, 0, standing.length, written.length];
  while (s < sEnd && w < wEnd && isAlike(s, w)) pair(s++, w++);
  while (s < sEnd && w < wEnd && isAlike(sEnd - 1, wEnd - 1)) pair(--sEnd, --wEnd);
  while (s < sEnd && w < wEnd) pair(s++, w++);
}
