import { folded } from "../../registers/values/reading.js";
import { madeOnce } from "../goals/goalTree.js";
import { sentencesOf } from "./sentences.js";

/** Shorter sentences ("Arbetet pågår enligt plan.") may well be the same in two comments. */
const SHORTEST_SENTENCE = 40;

export interface RepeatedSentence<Row> {
  readonly row: Row;
  /** The earlier row with the same sentence. */
  readonly first: Row;
  readonly sentence: string;
}

/** A comment, and which of the others it is compared with. */
export interface Comment {
  readonly text: string;
  /** Comments of different groups may say the same: those of different periods. */
  readonly group: string | number;
}

/**
 * The rows that have a sentence in common with another: no other can repeat one. There are few of them, and only they need to be put in order before `repeatedSentences`
 * is asked. Time grows with the texts.
 */
export function rowsThatShareSentences<Row>(rows: readonly Row[], commentOf: (row: Row) => Comment): readonly Row[] {
  const groups = new Map<Comment["group"], Map<string, Row>>();
  const sharing = new Set<Row>();
  for (const row of rows) {
    const { text, group } = commentOf(row);
    const first = madeOnce(groups, group, () => new Map<string, Row>());
    for (const sentence of longSentences(text)) {
      const key = folded(sentence);
      const known = first.get(key);
      if (known === undefined) first.set(key, row);
      else if (known !== row) sharing.add(known).add(row);
    }
  }
  return rows.filter((row) => sharing.has(row));
}

/**
 * The rows whose comment has a sentence of an earlier row's, with the first such sentence: at most one for each row. `mayRepeat` says which two rows may, and which
 * sentences. Time grows with the texts.
 */
export function repeatedSentences<Row>(
  rows: readonly Row[], commentOf: (row: Row) => Comment, mayRepeat: (sentence: string, row: Row, first: Row) => boolean,
): readonly RepeatedSentence<Row>[] {
  const groups = new Map<Comment["group"], Map<string, Row>>();
  return rows.flatMap((row) => {
    const { text, group } = commentOf(row);
    const first = madeOnce(groups, group, () => new Map<string, Row>());
    const found = longSentences(text).flatMap((sentence) => {
      const key = folded(sentence);
      const known = first.get(key);
      if (known === undefined) first.set(key, row);
      return known === undefined || known === row || mayRepeat(sentence, row, known) ? [] : [{ row, first: known, sentence }];
    });
    return found.slice(0, 1);
  });
}

/** The sentences long enough to be told of. */
function longSentences(text: string): readonly string[] {
  return text.length < SHORTEST_SENTENCE ? [] : sentencesOf(text).filter(({ length }) => length >= SHORTEST_SENTENCE);
}
