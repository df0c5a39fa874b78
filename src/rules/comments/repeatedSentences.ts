import { folded } from "../../registers/values/reading.js";
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
 * The rows whose comment has a sentence of an earlier row's, with the first such sentence: at most one for each row. `mayRepeat` says which two rows may, and which
 * sentences. Time grows with the texts.
 */
export function repeatedSentences<Row>(
  rows: readonly Row[], commentOf: (row: Row) => Comment, mayRepeat: (sentence: string, row: Row, first: Row) => boolean,
): readonly RepeatedSentence<Row>[] {
  const first = new Map<string, Row>();
  return rows.flatMap((row) => {
    const { text, group } = commentOf(row);
    const sentences = sentencesOf(text).filter((sentence) => sentence.length >= SHORTEST_SENTENCE);
    const found = sentences.flatMap((sentence) => {
      const key = `${group}|${folded(sentence)}`;
      const known = first.get(key);
      if (known === undefined) first.set(key, row);
      return known === undefined || known === row || mayRepeat(sentence, row, known) ? [] : [{ row, first: known, sentence }];
    });
    return found.slice(0, 1);
  });
}
