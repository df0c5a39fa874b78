import { headerText } from "../registers/reading/headers.js";
import { parsePeriod, periodWords, type Period, type PeriodReading } from "../registers/values/period.js";
import { folded } from "../registers/values/reading.js";

/** What one header says: the column's name, and the period and unit that stand beside it. "Utfall T1 2019 (%)" is Utfall, T1 2019, %. */
export interface HeaderParts {
  /** The whole header as it is compared. */
  readonly whole: string;
  readonly name: string;
  /** The name's letters and digits alone, without rings and dots. */
  readonly letters: string;
  readonly period: Period | undefined;
  /** The header names a part of a year without a year that anything on the sheet tells. */
  readonly lacksYear: boolean;
  readonly unit: string | undefined;
}

/** Units as headers give them, and the word of Måttenhet for each. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ["%", "%"], ["procent", "%"], ["andel %", "%"], ["andel i %", "%"], ["procentenheter", "procentenheter"], ["antal", "antal"], ["st", "antal"], ["index", "index"], ["tkr", "tkr"],
  ["mnkr", "mnkr"], ["mkr", "mnkr"], ["dagar", "dagar"],
]);

/** The word of Måttenhet that a text is, as "(%)" and "tkr" in a header. */
export function unitWord(text: string): string | undefined {
  return UNITS.get(folded(text).replace(/^\(|\)$/gu, "").replace(/^i /u, "").trim());
}

/** The unit that a measure's name ends with, as "Sjukfrånvaro (%)" and "Avvikelse mot budget, tkr". */
export function unitAtEnd(name: string): string | undefined {
  const [, inside, after] = /(?:[([]([^()[\]]{1,20})[)\]]|,\s+([^\s,][^,]{0,19}))$/u.exec(name.trim()) ?? [];
  return unitWord(inside ?? after ?? "");
}

/** Takes a header apart. `year` is what the sheet says of the year, for "T1" alone. */
export function partsOf(header: string, periods: PeriodReading, year: number | undefined): HeaderParts {
  const whole = headerText(header);
  let text = whole;
  let unit: string | undefined;
  text = text.replace(/[([]([^)\]]*)[)\]]/gu, (_, inside: string) => {
    const word = unitWord(inside);
    if (word === undefined) return ` ${inside} `;
    unit = word;
    return " ";
  });
  const tail = /^(.*\S),? (?:i )?(%|tkr|mnkr|mkr|procent)$/u.exec(text.trim());
  if (unit === undefined && tail !== null) {
    unit = unitWord(tail[2] ?? "");
    text = tail[1] ?? "";
  }
  const words = text.split(/\s+/u).filter((word) => word !== "" && word !== "-" && word !== "–");
  for (let length = Math.min(3, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const found = periodIn(words.slice(from, from + length).join(" "), periods, year);
      if (found === undefined) continue;
      const rest = [...words.slice(0, from), ...words.slice(from + length)].join(" ").replace(/[\s,:–-]+$/u, "").replace(/ (per|för|i|år)$/u, "");
      return { whole, name: rest, letters: lettersOf(rest), period: found === "lacksYear" ? undefined : found, lacksYear: found === "lacksYear", unit };
    }
  }
  const name = words.join(" ");
  return { whole, name, letters: lettersOf(name), period: undefined, lacksYear: false, unit };
}

/** A header's letters and digits alone, without rings and dots. */
export function lettersOf(text: string): string {
  return text.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
}

/** The period that a text is, with the sheet's year where it has none of its own. */
export function periodIn(text: string, periods: PeriodReading, year: number | undefined): Period | "lacksYear" | undefined {
  const whole = parsePeriod(text, periods);
  if (whole !== null) return whole;
  const word = folded(text).replace(/\.$/u, "");
  if (word === "" || word === "år" || !periodWords.has(word)) return undefined;
  return year === undefined ? "lacksYear" : (parsePeriod(`${word} ${year}`, periods) ?? undefined);
}
