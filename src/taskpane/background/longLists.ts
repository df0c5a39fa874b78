/** Items of a list that one message holds: copying more would be felt in the pane. A row of a table may be twenty cells. */
const PIECE = 500;

/** What stands in a message for a list that has gone before it. */
interface ListBefore {
  readonly listBefore: number;
}

/** A value that is to be sent, without its long lists. */
export interface Shortened {
  readonly value: unknown;
  readonly lists: readonly (readonly unknown[])[];
}

/** Takes the long lists out of a value, however deep they stand among objects, lists and maps; what stands in them goes with them. A list that stands in two places is still one when it is put back. */
export function withoutLongLists(whole: unknown): Shortened {
  const places = new Map<readonly unknown[], number>();
  const shorten = (value: unknown): unknown => {
    if (isLongList(value)) {
      const listBefore = places.get(value) ?? places.size;
      places.set(value, listBefore);
      return { listBefore } satisfies ListBefore;
    }
    return mapped(value, shorten);
  };
  return { value: shorten(whole), lists: [...places.keys()] };
}

/** The value as it was. */
export function withLongLists({ value: shortened, lists }: Shortened): unknown {
  const restore = (value: unknown): unknown => (isListBefore(value) ? lists[value.listBefore] : mapped(value, restore));
  return restore(shortened);
}

/** A list as messages can hold it. */
export function piecesOf(list: readonly unknown[]): readonly (readonly unknown[])[] {
  return Array.from({ length: Math.ceil(list.length / PIECE) }, (_, index) => list.slice(index * PIECE, (index + 1) * PIECE));
}

/** The value itself where nothing in it becomes another. */
function mapped(value: unknown, change: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    const parts: readonly unknown[] = value;
    const changed = parts.map(change);
    return changed.every((part, index) => part === parts[index]) ? value : changed;
  }
  if (isMap(value)) {
    const entries: readonly (readonly [unknown, unknown])[] = [...value];
    const changed = entries.map(([key, part]) => [key, change(part)] as const);
    return changed.every(([, part], index) => part === entries[index]?.[1]) ? value : new Map(changed);
  }
  if (typeof value !== "object" || value === null || !isPlain(value)) return value;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  const changed = entries.map(([key, part]) => [key, change(part)] as const);
  return changed.every(([, part], index) => part === entries[index]?.[1]) ? value : Object.fromEntries(changed);
}

/** Also one that comes from elsewhere. */
function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  return Object.prototype.toString.call(value) === "[object Map]";
}

function isLongList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > PIECE;
}

function isListBefore(value: unknown): value is ListBefore {
  return typeof value === "object" && value !== null && "listBefore" in value;
}

/** A typed array or a file goes as it is. */
export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
