/** Rows or columns one after another, in pixels; hidden ones have size 0. */
export interface Axis {
  readonly count: number;
  /** Where each begins, and after the last where it ends: count + 1 numbers. */
  readonly starts: readonly number[];
}

export function axisOf(count: number, size: (index: number) => number): Axis {
  const starts = [0];
  let end = 0;
  for (let index = 0; index < count; index += 1) {
    end += size(index);
    starts.push(end);
  }
  return { count, starts };
}

export function startOf({ starts }: Axis, index: number): number {
  return starts[Math.min(Math.max(index, 0), starts.length - 1)] ?? 0;
}

/** Pixels of `span` rows or columns from `index` on. */
export function sizeOf(axis: Axis, index: number, span = 1): number {
  return startOf(axis, index + span) - startOf(axis, index);
}

export function isSameAxis(one: Axis, other: Axis): boolean {
  return one.count === other.count && one.starts.every((start, index) => start === other.starts[index]);
}

/**
 * How far to scroll so that a row or column can be seen whole between the frozen ones and the edge; as now when it can.
 * @param frozen How many are frozen.
 * @param room Pixels of the view, frozen ones included.
 */
export function scrollFor(axis: Axis, index: number, frozen: number, scroll: number, room: number): number {
  if (index < frozen) return scroll;
  const frozenSize = startOf(axis, frozen);
  const start = startOf(axis, index);
  const end = startOf(axis, index + 1);
  // One that is wider than the view is shown from its beginning.
  if (start - frozenSize < scroll || end - start > room - frozenSize) return start - frozenSize;
  return end > scroll + room ? end - room : scroll;
}
