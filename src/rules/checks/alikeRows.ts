import { folded } from "../../registers/values/reading.js";
import { madeOnce } from "../goals/goalTree.js";
import { byId } from "./context.js";

/** A row that says the same as another. */
export interface AlikeRow<Row> {
  readonly row: Row;
  /** The one with the first id of those that say it. */
  readonly first: Row;
}

/**
 * Every row that has the key of one with an earlier id, in the order of their ids: which of two that are alike is told of, and may be accepted, does not turn with how the sheet is
 * sorted. Ids take long to compare, so only rows that are alike are put in order: time grows with the rows.
 */
export function alikeRows<Row extends { readonly row: number }>(rows: readonly Row[], idOf: (row: Row) => string, keyOf: (row: Row) => string): readonly AlikeRow<Row>[] {
  const known = new Map<string, Row>();
  const alike = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const other = known.get(key);
    if (other === undefined) known.set(key, row);
    else madeOnce(alike, key, () => [other]).push(row);
  }
  const firsts = new Map<Row, Row>();
  for (const same of alike.values()) {
    const [first, ...others] = byId(same, idOf);
    for (const row of others) if (first !== undefined) firsts.set(row, first);
  }
  return byId([...firsts.keys()], idOf).flatMap((row) => {
    const first = firsts.get(row);
    return first === undefined ? [] : [{ row, first }];
  });
}

/** One key of several texts, compared as words are. A folded text is one line, so that no two lists of texts have one key. */
export function keyOf(...texts: readonly (string | null)[]): string {
  return texts.map((text) => folded(text ?? "")).join("\n");
}
