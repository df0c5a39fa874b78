import { hasWildcard, readingOf, text } from "./formulaParts.js";
import { ways } from "./mattFormulas.js";
import { stepBack } from "./periodFormulas.js";

/**
 * The live formulas of Utfall. They say the same as src/rules, row by row, in functions that Excel 2016 and LibreOffice 7 know; a row whose outcome or
 * target stands as text is left empty. Without LET the only way to name a part is a column of its own, so what several formulas need stands in
 * hidden columns. A part that has no value is an Excel error, which IFERROR turns into an empty cell.
 */

const NOISE = "1E-9";
const measureId = "[@[Mått-id]]";
const ofMeasure = (column: string) => `INDEX(Matt[${column}],[@Måttrad])`;
const direction = "[@Riktning]";
const isInterval = `${direction}="Inom intervall"`;
const outcome = "[@Utfallstal]";
const target = "[@Målvärdestal]";
const upperBound = "[@[Övre gräns]]";
/** The bound that the outcome is compared with. */
const bound = "[@Målgräns]";
const gap = "[@Avvikelse]";

/** How one of the row's numbers can be read: see `readingOf`. */
const reading = { outcome: "LEFT([@Läsart])", target: "MID([@Läsart],2,1)", upperBound: "MID([@Läsart],3,1)", start: "MID([@Läsart],4,1)", earlier: "[@[Jämförs som]]" } as const;

/** An error unless a number can be read in what the measure counts in. */
const isClear = (sign: string) => `FIND(${sign},[@[Läses som]])`;

/** A clear number on one scale with the others of its measure: 60, also where it stands as 0.6 in percent format. */
const amount = (cell: string, sign: string) => `=IFERROR(IF(${isClear(sign)},${cell}*100^(${sign}="1")),"")`;

/** Whether the workbook counts in a certain way: see `waysFormula`. */
const countsBy = (way: keyof typeof ways, sign: string) => `MID(${ofMeasure("Räknesätt")},${Object.keys(ways).indexOf(way) + 1},1)=${text(sign)}`;

// --- The measure of the row

/**
 * Utfall[Måttrad]: the row in Matt. Empty for rows without a measure, and for ids with wildcards, which could find another measure. Ids with a space too
 * many, or written as numbers, are findings with a fix, and the row is empty until then.
 */
export const measureRowFormula = `=IF(OR(TRIM(${measureId})="",${hasWildcard(measureId)}),"",IFERROR(MATCH(${measureId},Matt[Mått-id],0),""))`;

/** Utfall[Riktning]: the measure's. */
export const directionFormula = `=IF([@Måttrad]="","",${ofMeasure("Riktning")}&"")`;

/** Utfall[Läsart]: how the outcome, its target, the upper bound and the start value can be read, a sign for each. The period's target goes before the measure's. */
export const readingsFormula =
  `=IF([@Måttrad]="","",${readingOf("[@Utfall]")}&IF([@Målvärde]="",${ofMeasure("Läsart")},REPLACE(${ofMeasure("Läsart")},1,1,${readingOf("[@Målvärde]")})))`;

/** Utfall[Läses som]: the readings that the measure can use. One without Måttenhet counts in percent when its outcome or target is written in percent. */
export const rowReadsAsFormula = (() => {
  const ofUnit = ofMeasure("Läses som");
  return `=IF([@Måttrad]="","",IF(${ofUnit}="?",IF(ISNUMBER(FIND("1",LEFT([@Läsart],2))),"13","23"),${ofUnit}))`;
})();

// --- Outcome and target as numbers

export const outcomeNumberFormula = amount("[@Utfall]", reading.outcome);

/** Utfall[Målvärdestal]: the period's target where there is one, else the measure's. */
export const targetNumberFormula = amount(`IF([@Målvärde]="",${ofMeasure("Målvärde")},[@Målvärde])`, reading.target);

/** Utfall[Övre gräns]: only of an interval. */
export const upperBoundFormula = amount(`(${ofMeasure("Målvärde till")}/(${isInterval}))`, reading.upperBound);

/** Utfall[Målgräns]: the target, or the upper bound for an outcome above it; empty where the two cannot be compared. */
export const boundFormula =
  `=IF(OR(COUNT(${outcome},${target})<2,ISNA(MATCH(${direction},{"Öka","Minska","Inom intervall"},0)),AND(${isInterval},OR(${upperBound}="",${target}>${upperBound}))),"",IF(${outcome}>${upperBound},${upperBound},${target}))`;

// --- Attainment

/**
 * Utfall[Avvikelse]: how far the outcome lies on the good side (positive) or the bad side of its bound, as a share of the bound's size; the side only, when the
 * bound is zero. See `deviation` in src/rules/measures/comparison.ts. An answer is 0 when it is the target's and −1 when not. No outcome is above an empty upper bound: to Excel
 * a text is more than any number.
 */
export const gapFormula = (() => {
  const answers = `IF(${isClear(reading.outcome)}+${isClear(reading.target)},(${reading.outcome}=${reading.target})-1)`;
  const good = `IF(OR(${direction}="Minska",${outcome}>${upperBound}),-1,1)`;
  const numbers = `${good}*IF(${bound}=0,SIGN(${outcome}),SIGN(${bound})*(${outcome}/${bound}-1))`;
  return `=IFERROR(IF(${direction}="Ja/Nej",${answers},IF(${bound}="","",${numbers})),"")`;
})();

/**
 * Utfall[Andel]: 1 inside an interval; else 1 plus what the outcome is on the good side, downwards target / outcome unless the setting says otherwise; empty where
 * outcome or target is zero or below, unless the setting has a rule for it.
 */
export const shareFormula = (() => {
  const areAbove = `MIN(${outcome},${bound})>0`;
  const isDown = `OR(${direction}="Minska",${outcome}>${upperBound})`;
  const isDivided = `AND(${isDown},${areAbove},${countsBy("downwards", ways.downwards.divided)})`;
  const isCounted = `OR(${direction}="Ja/Nej",${areAbove},AND(${countsBy("atZero", ways.atZero.counted)},${bound}<>0))`;
  return `=IF(${gap}="","",IF(AND(${isInterval},${gap}>=-${NOISE}),1,IF(${isCounted},IF(${isDivided},1/(1-${gap}),1+${gap}),"")))`;
})();

/** Utfall[Måluppfyllelse]. Same as src/rules/measures/attainment.ts. */
export const attainmentFormula = "=[@Andel]";

/** Utfall[Status]. Same as `measureStatus` in src/rules/measures/status.ts: met but for noise, or far enough for Delvis. */
export const statusFormula = (() => {
  const isBlank = `OR(${reading.target}="0",AND(${isInterval},${reading.upperBound}="0"))`;
  const compared = `IF(${gap}="","",IF(${gap}>=-${NOISE},"Uppnått",IF(N([@Andel])>=${ofMeasure("Gräns")}-${NOISE},"Delvis uppnått","Ej uppnått")))`;
  return `=IFERROR(IF(${direction}="","",IF(${direction}="Följs","Följs",IF(${reading.outcome}="0","Ej mätt",IF(${isBlank},"Mål saknas",${compared})))),"")`;
})();

// --- Trend

/** Utfall[Jämförelserad]: the row of the same measure and unit a year, or a period, earlier; 0 for the measure's start value. */
export const earlierRowFormula = (() => {
  const key = `([@Periodtal]-IF(${countsBy("trend", ways.trend.previous)},${stepBack},100))&MID([@Periodnyckel],7,999)`;
  return `=IF(OR([@Måttrad]="",[@Periodnyckel]=""),"",IF(${countsBy("trend", ways.trend.start)},0,IFERROR(MATCH(${key},Utfall[Periodnyckel],0),"")))`;
})();

/** Utfall[Jämförs som]: how the value compared with can be read; 0 where there is none. */
export const earlierReadingFormula =
  `=IF([@Jämförelserad]="","0",IF([@Jämförelserad]=0,${reading.start},LEFT(INDEX(Utfall[Läsart],[@Jämförelserad]))))`;

/** Utfall[Jämförelsetal]: the value compared with. */
export const earlierNumberFormula = amount(`IF([@Jämförelserad]=0,${ofMeasure("Startvärde")},INDEX(Utfall[Utfall],[@Jämförelserad]))`, reading.earlier);

/**
 * Utfall[Förändring]: how much better the outcome is than the one compared with: higher, lower, or nearer the interval. Answers: 0 for the same, else 1 when it is now the
 * target's and −1 when not. Empty where the two cannot be compared.
 */
export const changeFormula = (() => {
  const earlier = "[@Jämförelsetal]";
  const distance = (point: string) => `MAX(0,${target}-${point},${point}-${upperBound})`;
  const numbers = `IF(${isInterval},IF(${bound}="","",${distance(earlier)}-${distance(outcome)}),(${outcome}-${earlier})*IF(${direction}="Minska",-1,1))`;
  const answers = `IF(${isClear(reading.outcome)}+${isClear(reading.earlier)},IF(${reading.outcome}=${reading.earlier},0,1+2*${gap}))`;
  return `=IFERROR(IF(${direction}="Ja/Nej",${answers},IF(COUNT(${outcome},${earlier})=2,${numbers},"")),"")`;
})();

/** Utfall[Trend]. Same as src/rules/measures/trend.ts. A measure that is only followed has no better direction. */
export const trendFormula = (() => {
  const change = "[@Förändring]";
  const isText = `AND(${direction}<>"Ja/Nej",OR(${reading.outcome}>"3",${reading.earlier}>"3"))`;
  const word = `IF(ABS(${change})<${NOISE}*(1+ABS(N(${outcome}))),"Oförändrat",IF(${direction}="Följs","Ej jämförbart",IF(${change}>0,"Bättre","Sämre")))`;
  return `=IF(OR([@Periodnyckel]="",${direction}="",${isText}),"",IF(${change}="","Ej jämförbart",${word}))`;
})();

// --- Period key and overwritten formulas

/** Utfall[Periodnyckel]: `periodKey`, measure and unit's code. The key of a year earlier begins with a number that is 100 less. */
export const periodKeyFormula = (() => {
  const owner = `IFERROR(${ofMeasure("Ägare")},"")`;
  const code = "IFERROR(INDEX(Enheter[Kod],MATCH(TRIM([@Enhet]),Enheter[Namn],0)),TRIM([@Enhet]))";
  const isUnusable = `OR([@Periodtal]="",TRIM(${measureId})="",${hasWildcard(`${measureId}&[@Period]&[@Enhet]`)})`;
  return `=IF(${isUnusable},"",UPPER([@Periodtal]&"|"&TRIM(${measureId})&"|"&IF(TRIM([@Enhet])="",${owner},${code})))`;
})();

/** Utfall[Skrivet för hand]: the headers of these columns, each with a space after it, where something else than a formula stands. */
export function overwrittenFormula(headers: readonly string[]): string {
  return `=${headers.map((header) => `IF(ISFORMULA([@${header}]),"","${header} ")`).join("&")}`;
}
