/** Chance that comes out the same for the same seed (mulberry32). */
export interface Chance {
  /** 0 up to but not including 1. */
  next(): number;
  below(count: number): number;
  pick<T>(items: readonly T[]): T;
  happens(share: number): boolean;
}

export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    next, below, happens: (share) => next() < share,
    pick: (items) => {
      const item = items[below(items.length)];
      if (items.length === 0 || item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
  };
}
