import { settingRegistry } from "../settings.js";
import { kindOfRhythm, parsePeriod, periodCode, periodSeparators, periodWords, type PeriodKind } from "../values/period.js";
import { settingBegins, text } from "./formulaParts.js";

/** The steps from a period as somebody wrote it to `periodKey`, each in a column of Utfall. They say the same as `parsePeriod`. */

/**
 * Utfall[Periodtext]: lower case, with single spaces for all that separates. The hard and thin spaces stand in the formula as
 * they are: CHAR(160) is another sign on a Mac, and UNICHAR needs a prefix in files.
 */
export const periodTextFormula = `=LOWER(TRIM(${periodSeparators.reduce((inner, mark) => `SUBSTITUTE(${inner},${text(mark)}," ")`, "[@Period]")}))`;

const written = "[@Periodtext]";

/** Four digits from 1900 to 2099. */
const isYear = (part: string) => `IFERROR(ABS(${part}-1999.5)<100,FALSE)`;

/** Utfall[Perioddel]: the year's four digits and then the part of the year, wherever the year stood; empty where there is none, or digits stand before it. */
export const periodPartFormula =
  `=IF(${isYear(`LEFT(${written},4)`)},LEFT(${written},4)&TRIM(MID(${written},5,99)),IF(AND(ISERROR(-LEFT(${written})),${isYear(`RIGHT(${written},4)`)}),RIGHT(${written},4)&TRIM(LEFT(${written},LEN(${written})-4)),""))`;

const DELAR = 0;

/** Words for the numbered kinds that are taken for one letter each before the part is looked up, the longer ones first. */
const SHORTER = [["halvår ", "h"], ["tertial ", "t"], ["kvartal ", "k"], ["kv", "k"], ["q", "k"]] as const;

/** Utfall[Periodkod]: the lower two digits of the key as the word alone says, 0 for Delår. A bare year is looked up as "år". */
export const periodCodeFormula = (() => {
  const part = "MID([@Perioddel],5,99)";
  const digits = Array.from({ length: 12 }, (_, index) => [String(index + 1).padStart(2, "0"), periodCode({ kind: "month", number: index + 1 })] as const);
  const shorten = (word: string) => SHORTER.reduce((inner, [from, to]) => inner.replaceAll(from, to), word);
  const words = new Map([...[...periodWords].filter(([word]) => word !== "").map(([word, meant]) => [shorten(word), periodCode(meant)] as const), ...digits, ["delår", DELAR] as const]);
  const shortened = SHORTER.reduce((inner, [from, to]) => `SUBSTITUTE(${inner},${text(from)},${text(to)})`, part);
  return `=IFERROR(INDEX({${[...words.values()].join(",")}},MATCH(IF(LEN([@Perioddel])=4,"år",${shortened}),{${[...words.keys()].map(text).join(",")}},0)),"")`;
})();

/** How much a period of each kind adds to the code for each number: five for every month. */
const step = (kind: PeriodKind) => periodCode({ kind, number: 2 }) - periodCode({ kind, number: 1 });

/** Utfall[Periodtakt]: in how large steps the workbook reports; the month that ends one stands for it. 1 where every month stays itself. */
export const rhythmFormula = (() => {
  const steps = Object.entries(kindOfRhythm).map(([word, kind]) => [word, kind === "month" || kind === "year" ? 1 : step(kind)] as const);
  const chosen = `TRIM(INDEX(Installningar[Värde],MATCH(${text(settingRegistry.rapportering.nyckel)},Installningar[Nyckel],0)))`;
  const standard = step(kindOfRhythm[settingRegistry.rapportering.standard]);
  return `=IFERROR(INDEX({${steps.map(([, size]) => size).join(",")}},MATCH(${chosen},{${steps.map(([word]) => text(word)).join(",")}},0)),${standard})`;
})();

/** Utfall[Periodtal]: `periodKey`. A step of 15, 20 or 30 is also its kind's place 1, 2 or 3 among periods that end together. */
export const periodNumberFormula = (() => {
  const delar = (delarTill: "augusti" | "juni") => {
    const period = parsePeriod("Delår 2001", { delarTill, rapportering: "år" });
    return period === null ? DELAR : periodCode(period);
  };
  const inSeries = "[@Periodkod]+INT([@Periodtakt]/10)*(MOD([@Periodkod],[@Periodtakt])=0)";
  return `=IF([@Periodkod]="","",LEFT([@Perioddel],4)*100+IF([@Periodkod]=${DELAR},IF(${settingBegins("delarTill", "juni")},${delar("juni")},${delar("augusti")}),${inSeries}))`;
})();

/** How much less the key of the period before is: as many months, and 40 more from the first period of a year to the last of the year before. */
export const stepBack = (() => {
  const size = `CHOOSE(MOD([@Periodtal],5)+1,${(["month", "quarter", "tertial", "half", "year"] as const).map(step).join(",")})`;
  return `(${size}+40*(MOD([@Periodtal],100)<2*${size}))`;
})();
