import { folded } from "../values/reading.js";

/**
 * The ids of one register, or the codes of Enheter with the names and aliases that stand for them. Case and spaces around do not matter,
 * as they do not to Excel's look-ups.
 */
export interface Directory {
  /** The id as it stands in the register; "shared" when the text is an alias of several; `undefined` when nobody has it. */
  find(text: string): Match | "shared" | undefined;
  /** Its ids by their folded text, without names and aliases. */
  readonly ids: ReadonlyMap<string, Match>;
}

interface Match {
  readonly id: string;
  readonly isAlias: boolean;
}

export interface Entry {
  readonly id: string;
  /** Other names of the same. */
  readonly names: readonly string[];
  /** Sheet row, 0-based. */
  readonly row: number;
}

/** A name that several ids claim, and the row of a claim that is not the first. A code goes before names and aliases, so then only the claim is wrong. */
export interface SharedName {
  readonly name: string;
  readonly ids: readonly [string, string];
  readonly row: number;
}

export function createDirectory(entries: readonly Entry[]): { directory: Directory; shared: readonly SharedName[] } {
  const ids = new Map<string, Match>();
  for (const { id } of entries) {
    const key = folded(id);
    if (!ids.has(key)) ids.set(key, { id, isAlias: false });
  }
  const owners = new Map<string, string>();
  const disputed = new Set<string>();
  const shared: SharedName[] = [];
  for (const { id, names, row } of entries) {
    for (const name of names) {
      const claimant = ids.get(folded(id))?.id ?? id;
      const key = folded(name);
      const owner = ids.get(key)?.id ?? owners.get(key);
      if (owner === undefined) owners.set(key, claimant);
      else if (owner !== claimant) {
        disputed.add(key);
        shared.push({ name, ids: [owner, claimant], row });
      }
    }
  }
  const find: Directory["find"] = (text) => {
    const key = folded(text);
    const own = ids.get(key);
    if (own !== undefined) return own;
    const owner = owners.get(key);
    if (owner === undefined) return undefined;
    return disputed.has(key) ? "shared" : { id: owner, isAlias: true };
  };
  return { directory: { find, ids }, shared };
}

/**
 * The ids of several registers as one: where an id may belong to any of them, and then to the first. With `isWhole` false there are ids that nobody can see (a register that cannot be
 * read), so one that is not found may be there, and is left as it is.
 */
export function anyOf(directories: readonly Directory[], isWhole: boolean): Directory {
  const ids = new Map<string, Match>();
  for (const directory of directories) {
    for (const [key, match] of directory.ids) if (!ids.has(key)) ids.set(key, match);
  }
  return { find: (text) => ids.get(folded(text)) ?? (isWhole ? undefined : { id: text, isAlias: false }), ids };
}
