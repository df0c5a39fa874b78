/**
 * The rows that have their key in common with another, together, in the order that they came in. Nearly every row has one of its own, and of those nothing is kept but the key.
 */
export function alikeBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): readonly (readonly Row[])[] {
  const first = new Map<Key, Row>();
  const alike = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = first.get(key);
    if (known === undefined) {
      first.set(key, row);
      continue;
    }
    const same = alike.get(key);
    if (same === undefined) alike.set(key, [known, row]);
    else same.push(row);
  }
  return [...alike.values()];
}
