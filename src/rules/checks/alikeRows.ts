import { alikeBy } from "../../registers/alike.js";
import { folded } from "../../registers/values/reading.js";
import { byId } from "./context.js";

/** A row that says the same as another. */
export interface AlikeRow<Row> {
  readonly row: Row;
  /** The one with the first id of those that say it. */
  readonly first: Row;
}

/** What is compared of a row. */
interface Compared<Row> {
  readonly idOf: (row: Row) => string;
  /** Its text: nearly every row has one of its own, and of those nothing more is looked at. */
  readonly textOf: (row: Row) => string;
  /** What must be the same too. */
  readonly restOf: (row: Row) => readonly (string | null)[];
}

/**
 * Every row that says the same as one with an earlier id, in the order of their ids: which of two that are alike is told of, and may be accepted, does not turn with how the sheet is
 * sorted. Ids take long to compare, so only rows that are alike are put in order: time grows with the rows.
 */
export function alikeRows<Row extends { readonly row: number }>(rows: readonly Row[], { idOf, textOf, restOf }: Compared<Row>): readonly AlikeRow<Row>[] {
  const withSameText = alikeBy(rows, (row) => folded(textOf(row)));
  const firsts = new Map<Row, Row>();
  for (const same of withSameText.flatMap((alike) => alikeBy(alike, (row) => keyOf(...restOf(row))))) {
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
