import { words, sentencesOf } from "./sentences.js";

/** Figures that a comment gives month by month, as "Jan: 14 Feb: 39 Mar: 37", and the words that say which way they go. */
export interface ContradictedSeries {
  /** As written: "ökar per månad". */
  readonly phrase: string;
  /** The two that go the other way. */
  readonly from: string;
  readonly to: string;
}

const MONTH = "jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?";
/** "Jan: 14", "mars 37"; what follows a month may also be its year. */
const FIGURE = new RegExp(`(?<!\\p{L})(${MONTH})(?!\\p{L})[.:]? ?(?:[:=–-] ?)?(?!(?:19|20)\\d\\d(?!\\d))(\\d+(?:[,.]\\d+)?)(?!\\d)`, "giu");
const STEADILY = "(?:för varje|varje|per) (?:månad|kvartal)|månad för månad|stadigt|hela tiden";
const RISING = words(`(?:ökar|ökat|stiger|stigit) (?:${STEADILY})`);
const FALLING = words(`(?:minskar|minskat|sjunker|sjunkit) (?:${STEADILY})`);
/** Two figures are a change, and no series. */
const SHORTEST_SERIES = 3;

/** A comment that says its monthly figures rise (or fall) all the time, where they do not; undefined when the figures agree, or are none. Source: I5. */
export function contradictedSeries(comment: string): ContradictedSeries | undefined {
  const text = comment.replace(/\s+/gu, " ");
  const series = [...text.matchAll(FIGURE)].map(([, month = "", figure = ""]) => ({ month, figure, value: Number(figure.replace(",", ".")) }));
  if (series.length < SHORTEST_SERIES) return undefined;
  for (const sentence of sentencesOf(text)) {
    const rising = RISING.exec(sentence)?.[0];
    const phrase = rising ?? FALLING.exec(sentence)?.[0];
    if (phrase === undefined) continue;
    for (const [index, later] of series.entries()) {
      const earlier = series[index - 1];
      if (earlier === undefined || (rising === undefined ? later.value <= earlier.value : later.value >= earlier.value)) continue;
      return { phrase, from: `${earlier.month} ${earlier.figure}`, to: `${later.month} ${later.figure}` };
    }
  }
  return undefined;
}
