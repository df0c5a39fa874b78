/** What a map holds at a key, made first when it is not there. */
export function entry<Key, Held>(map: Map<Key, Held>, at: Key, make: () => Held): Held {
  const known = map.get(at);
  if (known !== undefined) return known;
  const made = make();
  map.set(at, made);
  return made;
}
