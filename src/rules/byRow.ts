/** What is known of the rows of one register. */
export interface ByRow<Row, Known> {
  get(row: Row): Known | undefined;
  set(row: Row, known: Known): void;
}

/**
 * Keeps what is known of each row by where it stands on the sheet: every rule asks of row after row, and going down a list takes a fraction of looking up one object among
 * ten thousand. A row that another with the same place has taken the place of is unknown.
 */
export function byRow<Row extends { readonly row: number }, Known>(): ByRow<Row, Known> {
  const rows: Row[] = [];
  const known: Known[] = [];
  return {
    get: (row) => (rows[row.row] === row ? known[row.row] : undefined),
    set: (row, value) => {
      rows[row.row] = row;
      known[row.row] = value;
    },
  };
}
