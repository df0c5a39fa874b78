import { formatDay } from "../../registers/values/formatting.js";
import { periodFrom, periodLabel, periodTo, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import type { LetterCounts } from "./letterCounts.js";
import { withinSentence } from "./letters.js";
import { countInWords } from "./numberWords.js";

/** What the placeholders of a letter are filled from. */
export interface LetterFacts {
  readonly period: Period;
  /** `null` where decisions are not counted: the period is no quarter, or there is no register Beslut. */
  readonly counts: LetterCounts | null;
  /** The law's name as Installningar has it; `null` where the letter is about no one law. */
  readonly law: string | null;
  readonly committee: string;
  readonly date: number | null;
  readonly number: string | null;
}

type Filling = (facts: LetterFacts) => string | null;

const counted = (print: (counts: LetterCounts) => string): Filling => ({ counts }) => (counts === null ? null : print(counts));

/**
 * Every placeholder that a letter's heading and texts may hold, as "{nya beslut}". Counts are written as Ale writes them, in words to twelve, and bend what stands by them:
 * "ett nytt beslut", "fem beslut är fortsatt ej verkställda". Source: U12, and the sentences of OAN.2019.17.
 */
const fillings = {
  "nya beslut": counted(({ new: count }) => newDecisions(count)),
  "verkställda": counted(({ executed }) => countInWords(executed)),
  "avslutade": counted(({ closed }) => countInWords(closed)),
  "fortsatt ej verkställda": counted(({ open }) => `${countInWords(open)} beslut är fortsatt ej ${bent(open, "verkställt", "verkställda")}`),
  "ej verkställda beslut": counted(({ closing }) => (closing === 0 ? "inga ej verkställda beslut" : `${countInWords(closing)} ej ${bent(closing, "verkställt", "verkställda")} beslut`)),
  "kvartal": ({ period }) => withinSentence(periodLabel(period)),
  "från": ({ period }) => formatDay(periodFrom(period)) ?? null,
  "till": ({ period }) => formatDay(periodTo(period)) ?? null,
  "lag": ({ law }) => law,
  "nämnden": ({ committee }) => withinSentence(committee),
  "datum": ({ date }) => (date === null ? null : (formatDay(date) ?? null)),
  "diarienummer": ({ number }) => number,
} satisfies Readonly<Record<string, Filling>>;

function newDecisions(count: number): string {
  if (count === 0) return "inga nya beslut";
  return count === 1 ? "ett nytt beslut" : `${countInWords(count)} nya beslut`;
}

/** "inget beslut är verkställt", "ett beslut är verkställt", "två beslut är verkställda" */
function bent(count: number, one: string, more: string): string {
  return count < 2 ? one : more;
}

const byName: ReadonlyMap<string, Filling> = new Map(Object.entries(fillings));

/** The placeholders by name, as they are written between braces. */
export const placeholderNames: readonly string[] = Object.keys(fillings);

const BRACED = /\{([^{}\r\n]{1,60})\}/gu;

/** A text with its placeholders filled. One that is unknown, or cannot be filled from these facts, stays as typed. "{Nya beslut}" begins with a capital: "Två nya beslut". */
export function filled(text: string, facts: LetterFacts): string {
  return text.replace(BRACED, (typed, name: string) => {
    const words = byName.get(folded(name))?.(facts) ?? typed;
    return beginsWithCapital(name) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  });
}

/** "{Nya beslut}" begins a sentence. */
export function beginsWithCapital(name: string): boolean {
  return /^\s*\p{Lu}/u.test(name);
}

/** What stands between braces in a text, and whether it is a placeholder. */
export function placeholdersIn(text: string): readonly { readonly name: string; readonly known: boolean }[] {
  return [...text.matchAll(BRACED)].map(([, name = ""]) => ({ name, known: byName.has(folded(name)) }));
}

/** The paragraphs of a letter about unexecuted decisions that has no Sammanfattning of its own. Source: the structure of OAN.2019.17; the second is its counted sentences. */
export const standardSummary: readonly string[] = [
  "Gynnande beslut enligt {lag} som inte har verkställts inom tre månader rapporteras till Inspektionen för vård och omsorg, IVO. Den här rapporten gäller {kvartal}.",
  "Under {kvartal}, {från} till {till}, tillkom {nya beslut} som inte hade verkställts inom tre månader. Bland de tidigare rapporterade besluten har {verkställda} verkställts och {avslutade} avslutats utan verkställighet, och {fortsatt ej verkställda}.",
  "Statistiken lämnas efter beslut i {nämnden} till kommunfullmäktige och kommunrevisionen.",
];

const countNames = ["nya beslut", "verkställda", "avslutade", "fortsatt ej verkställda", "ej verkställda beslut"] as const satisfies readonly (keyof typeof fillings)[];
const countSet: ReadonlySet<string> = new Set(countNames);

/** True when a text holds a placeholder that is made from the counts of decisions. */
export function needsCounts(text: string): boolean {
  return placeholdersIn(text).some(({ name }) => countSet.has(folded(name)));
}
