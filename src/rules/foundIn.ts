/** What a look at each row finds, at most one thing in each. Nearly every row gives rise to nothing, and there are many: a list of nothing for each would take longer than the look. */
export function foundIn<Row, Found>(rows: readonly Row[], look: (row: Row) => Found | undefined): Found[] {
  const all: Found[] = [];
  for (const row of rows) {
    const found = look(row);
    if (found !== undefined) all.push(found);
  }
  return all;
}
