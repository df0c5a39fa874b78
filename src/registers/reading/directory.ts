import { folded } from "../values/reading.js";

/**
 * The ids of one register, or the codes of Enheter with the names and aliases that stand for them. Case and spaces around do not matter,
 * as they do not to Excel's look-ups.
 */
export interface Directory {
  /** The id as it stands in the register; "shared" when the text is an alias of several; `undefined` when nobody has it. */
  find(text: string): { readonly id: string; readonly isAlias: boolean } | "shared" | undefined;
}

export interface Entry {
  readonly id: string;
  /** Other names of the same, most binding first. */
  readonly names: readonly string[];
}

/** An alias that several ids claim. */
export interface SharedAlias {
  readonly alias: string;
  readonly ids: readonly [string, string];
}

export function createDirectory(entries: readonly Entry[]): { directory: Directory; shared: readonly SharedAlias[] } {
  const ids = new Map<string, string>();
  for (const { id } of entries) {
    if (!ids.has(folded(id))) ids.set(folded(id), id);
  }
  const aliases = new Map<string, Set<string>>();
  for (const { id, names } of entries) {
    for (const name of names) {
      const owner = ids.get(folded(id)) ?? id;
      const owners = aliases.get(folded(name));
      if (owners === undefined) aliases.set(folded(name), new Set([owner]));
      else owners.add(owner);
    }
  }
  const shared: SharedAlias[] = [];
  for (const [alias, owners] of aliases) {
    const [first, second] = owners;
    if (first !== undefined && second !== undefined && !ids.has(alias)) shared.push({ alias, ids: [first, second] });
  }
  const find: Directory["find"] = (text) => {
    const key = folded(text);
    const id = ids.get(key);
    if (id !== undefined) return { id, isAlias: false };
    const [owner, ...more] = aliases.get(key) ?? [];
    if (owner === undefined) return undefined;
    return more.length > 0 ? "shared" : { id: owner, isAlias: true };
  };
  return { directory: { find }, shared };
}
