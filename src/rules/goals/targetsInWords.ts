import { sentencesOf, words } from "../comments/sentences.js";
import { lastDayOf, parseTimeFrame } from "../assignments/timeFrame.js";

/** A share in digits, or a bound: "40 procent", "minst två", "fler … mot 2015". */
const HOW_MUCH = [/\d\s?(?:%|procent)/u, words("minst|högst|fler|färre|mer än|mindre än")];

/** "Under 2016 följs hemtjänsten upp och senast 2018 alla insatser" sets two days in one sentence. */
const NEXT_DAY = /\soch (?=(?:senast|före|till|under|vid) )/u;

/** The last days that a criterion or sub-goal in words sets, as serial numbers in the order of the text. Source: R23, R24. */
export function deadlinesIn(text: string): readonly number[] {
  return sentencesOf(text).flatMap((sentence) => sentence.split(NEXT_DAY)).flatMap((part) => lastDayOf(parseTimeFrame(part)) ?? []);
}

/** Whether a criterion can be told to be met or not: it says by when, or how much. Source: R25. */
export function saysWhenOrHowMuch(text: string): boolean {
  return deadlinesIn(text).length > 0 || HOW_MUCH.some((pattern) => pattern.test(text));
}
