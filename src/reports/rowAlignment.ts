import type { CellValue } from "../registers/cell.js";

type Rows = readonly (readonly CellValue[])[];

/**
 * For each row that stands on a sheet, which written row it is; `undefined` for a row that somebody put in. Rows that stand once
 * in both, in the same order, are the fixed points; between two of them rows that are alike pair from both ends, then the rest in order. So
 * a row put in above the report does not make all that follows look changed.
 */
export function alignRows(written: Rows, standing: Rows): readonly (number | undefined)[] {
  const writtenKeys = written.map(keyOf);
  const standingKeys = standing.map(keyOf);
  const aligned: (number | undefined)[] = standing.map(() => undefined);
  let from: Pair = { standing: 0, written: 0 };
  const fixed = [...fixedPoints(writtenKeys, standingKeys), { standing: standing.length, written: written.length }];
  for (const point of fixed) {
    pairBetween(from, point, writtenKeys, standingKeys, aligned);
    if (point.standing < standing.length) aligned[point.standing] = point.written;
    from = { standing: point.standing + 1, written: point.written + 1 };
  }
  return aligned;
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

function fixedPoints(written: readonly string[], standing: readonly string[]): readonly Pair[] {
  const inWritten = placesOfSingles(written);
  const pairs = [...placesOfSingles(standing)].flatMap(([key, row]): Pair[] => {
    const found = inWritten.get(key);
    return found === undefined ? [] : [{ standing: row, written: found }];
  });
  return longestRising(pairs);
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

function pairBetween(from: Pair, to: Pair, written: readonly string[], standing: readonly string[], aligned: (number | undefined)[]): void {
  let { standing: s, written: w } = from;
  let { standing: sEnd, written: wEnd } = to;
  while (s < sEnd && w < wEnd && standing[s] === written[w]) aligned[s++] = w++;
  while (s < sEnd && w < wEnd && standing[sEnd - 1] === written[wEnd - 1]) aligned[--sEnd] = --wEnd;
  while (s < sEnd && w < wEnd) aligned[s++] = w++;
}
