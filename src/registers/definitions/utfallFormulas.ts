import { settingRegistry } from "../settings.js";
import {
  parsePeriod, periodCode, periodLabel, periodSeparators, periodWords, type PeriodReading,
} from "../values/period.js";

/**
 * The live formulas of Utfall. They say the same as src/rules, row by row, in functions that Excel 2016 and LibreOffice 7 know; a row whose outcome or
 * target stands as text is left empty. Without LET the only way to name a part is here, so each part below is a piece of
 * formula text with a name. A part that has no value is an Excel error, which the outermost IFERROR turns into an empty cell.
 */

/**
 * How many goals are asked, from a measure's own goal upwards, for the unit that owns it. A formula cannot ask without end, and the
 * rules must agree with it; the deepest goal tree seen has four levels.
 */
export const OWNER_LEVELS = 5;

const text = (value: string) => `"${value.replaceAll('"', '""')}"`;

/**
 * True when the setting begins like this; FALSE also when the sheet does not have it, so ask for what is not the standard. Only so much
 * of the word is asked for as tells it from the setting's other words.
 */
function settingBegins(key: keyof typeof settingRegistry, beginning: string): string {
  return `COUNTIFS(Installningar[Nyckel],${text(settingRegistry[key].nyckel)},Installningar[Värde],${text(`${beginning}*`)})>0`;
}

// --- The measure of the row

const measureId = "[@[Mått-id]]";

/**
 * The row's place in Matt. MATCH takes * ? and ~ for wildcards; `guarded` keeps such ids out. Ids with a space too many, or written as
 * numbers, are findings with a fix, and the row is empty until then.
 */
const measureRow = `MATCH(${measureId},Matt[Mått-id],0)`;
const ofMeasure = (column: string) => `INDEX(Matt[${column}],${measureRow})`;

const direction = ofMeasure("Riktning");
const countedIn = ofMeasure("Måttenhet");

/** No * ? or ~ where MATCH would take them for wildcards. */
const isPlain = (cell: string) => `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${cell},"*",""),"?",""),"~","")=${cell}&""`;

/** Empty for rows without a measure, and for ids with wildcards, which could find another measure. */
function guarded(formula: string): string {
  return `=IF(AND(TRIM(${measureId})<>"",${isPlain(measureId)}),IFERROR(${formula},""),"")`;
}

// --- Outcome and target as numbers

const outcome = "[@Utfall]";
/** The period's target where there is one, else the measure's: a reference, so that CELL can see its format. */
const target = `IF([@Målvärde]="",${ofMeasure("Målvärde")},[@Målvärde])`;
const upperBound = ofMeasure("Målvärde till");

/** 1 for a number without percent format, 2 with; 3 where CELL cannot tell (Excel on the web). */
const percentFormat = (cell: string) => `IFERROR(1+(LEFT(CELL("format",${cell}))="P"),3)`;

const hasPercent = (cell: string) => `${percentFormat(cell)}=2`;

/** A measure counts in percent when it says so or, saying nothing, when its outcome or target is written in percent. */
const countsInPercent = (targetInPercent: string) => `OR(${countedIn}="%",AND(${countedIn}="",OR(${hasPercent(outcome)},${targetInPercent})))`;

/**
 * Whether a number in a percent measure has one meaning: a bare one up to ±1 could be a share or a percentage. Rows: without, with and
 * with unknown percent format. Columns: zero, up to ±1, beyond ±1.
 */
const isClearPercent = (cell: string) =>
  `INDEX({1,0,1;1,1,1;1,1,0},${percentFormat(cell)},MATCH(ABS(${cell}),{0,1E-300,1.00000000000001}))=1`;

/** In another measure a percentage has no meaning. */
const isClearOther = (cell: string) => `NOT(${hasPercent(cell)})`;

/** A clear number on one scale with the others of its measure: 60, also where it stands as 0.6 in percent format. */
const amount = (cell: string) => `${cell}*100^(${hasPercent(cell)})`;

/**
 * How far one number lies above or below another, as a share of the other's size; the side only, when the other is zero. See `deviation` in
 * src/rules/comparison.ts.
 */
const deviation = (cell: string, from: string) => `IFERROR(SIGN(${from})*(${amount(cell)}/(${amount(from)})-1),SIGN(${cell}))`;

// --- Attainment

const isInterval = `${direction}="Inom intervall"`;
const zeroRule = settingBegins("nollRegel", "1");
const subtracts = settingBegins("minskaFormel", "2");

/**
 * Downwards the percentage is target / outcome, which is 1 / (1 + deviation), where both are above zero; else, or by the setting, 1 less the deviation.
 */
const isInverted = (bound: string) => `AND(MIN(${outcome},${bound})>0,NOT(${subtracts}))`;
const percentage = (bound: string, isDownwards: string) =>
  `(1+IF(AND(${isDownwards},NOT(${isInverted(bound)})),-1,1)*${deviation(outcome, bound)})^IF(AND(${isDownwards},${isInverted(bound)}),-1,1)`;
const isMinska = `${direction}="Minska"`;

/**
 * The percentage wherever it can be counted at all, above 1 or just 1 when the target is met: upwards 1 + deviation, downwards as above, and
 * for an interval the lesser of upwards against the lower bound and downwards against the upper, at most 1.
 */
const extent = `MIN(${percentage(target, isMinska)},IF(${isInterval},MIN(1,${percentage(upperBound, "TRUE")}),9E+99))`;

/** Whether the percentage is printed: outcome and target above zero, or the setting's rule for zero and below. */
const isCounted = `OR(MIN(${outcome},IF(${isInterval},${upperBound},${target}))>0,AND(${zeroRule},OR(${target}<>0,AND(${isInterval},${outcome}>=0)),OR(NOT(${isInterval}),${upperBound}<>0,${outcome}<=0)))`;

const NOISE = "1E-9";

/** The measure's own limit where it is a fraction, else the setting's where that is one, else the standard. */
const limit = (() => {
  const own = ofMeasure("Gräns delvis");
  const setting = `SUMIFS(Installningar[Värde],Installningar[Nyckel],${text(settingRegistry.gransDelvis.nyckel)})`;
  const ofWorkbook = `IF(AND(${setting}>0,${setting}<=1),${setting},${settingRegistry.gransDelvis.standard})`;
  return `IF(AND(ISNUMBER(${own}),${own}>0,${own}<=1),${own},${ofWorkbook})`;
})();

// --- Ja/Nej

/** TRUE for "ja" or a ticked box, FALSE for "nej" or an empty box, an error for all else. Excel writes TRUE in the user's language. */
const isYes = (cell: string) => `(FIND("|"&LOWER(TRIM(${cell}))&"|",LOWER("|ja|"&TRUE&"|nej|"&FALSE&"|"))<5)`;
const takesAnswers = `ISNUMBER(MATCH(${countedIn}&"",{"","Ja/Nej"},0))`;
const takesNumbers = `ISNA(MATCH(${countedIn},{"text","Ja/Nej"},0))`;

// --- Utfall[Status] and Utfall[Måluppfyllelse]

const answersStatus = `IF(${takesAnswers},IF(${isYes(outcome)}=${isYes(target)},"Uppnått","Ej uppnått"),"")`;

/** One of three words by how many of the two limits the percentage reaches: the one for Delvis, and 1 but for noise. */
const wordByExtent = `INDEX({"Ej uppnått","Delvis uppnått","Uppnått"},1+SUMPRODUCT(--(${extent}>={1,0}*IF(${isCounted},${limit},1)+{0,1}-${NOISE})))`;
const targetIsBlank = `OR(${target}="",AND(${isInterval},${upperBound}=""))`;
/** The upper bound is asked about only in an interval. */
const andUpper = (asked: string) => `IF(${isInterval},${asked},TRUE)`;
const areClear = `IF(${countsInPercent(hasPercent(target))},AND(${isClearPercent(outcome)},${isClearPercent(target)},${andUpper(isClearPercent(upperBound))}),AND(${isClearOther(outcome)},${isClearOther(target)},${andUpper(isClearOther(upperBound))}))`;
const areInOrder = andUpper(`${amount(target)}<=${amount(upperBound)}`);
const numbersStatus = `IF(AND(ISNUMBER(${outcome}),${takesNumbers},${areClear},${areInOrder}),${wordByExtent},"")`;
const comparedStatus = `IF(${direction}="Ja/Nej",${answersStatus},${numbersStatus})`;

/** Utfall[Status]. Same as `measureStatus` in src/rules/status.ts. */
export const statusFormula = guarded(
  `IF(${direction}="","",IF(${direction}="Följs","Följs",IF(TRIM(${outcome})="","Ej mätt",IF(${targetIsBlank},"Mål saknas",${comparedStatus}))))`,
);

/** The outcome has been compared with a target that was there. */
const isJudged = 'ISNUMBER(MATCH([@Status],{"Uppnått","Delvis uppnått","Ej uppnått"},0))';

/** Utfall[Måluppfyllelse]. Same as src/rules/attainment.ts. */
export const attainmentFormula = guarded(
  `IF(${isJudged},IF(${direction}="Ja/Nej",--([@Status]="Uppnått"),IF(AND(${isInterval},[@Status]="Uppnått"),1,IF(${isCounted},${extent},""))),"")`,
);

// --- Utfall[Trend]

const periodNumber = "LEFT([@Periodnyckel],6)";

/** How much less the key of the period before is: as many months, and 40 more from the first period of a year to the last of the year before. */
const stepBack = (() => {
  const firsts = (["month", "quarter", "tertial", "half", "year"] as const).map((kind) => periodCode({ kind, number: 1 }));
  const steps = firsts.map((code, rank) => code - rank);
  const codes = firsts.map((code) => String(code).padStart(2, "0")).join(" ");
  return `(CHOOSE(MOD(${periodNumber},5)+1,${steps.join(",")})+40*ISNUMBER(FIND(MID([@Periodnyckel],5,2),"${codes}")))`;
})();

/** What the outcome is compared with: the row of the same measure and unit a year, or a period, earlier; or the measure's start value. */
const earlier = (() => {
  const step = `IF(${settingBegins("trendMot", "f")},${stepBack},100)`;
  const row = `MATCH((${periodNumber}-${step})&MID([@Periodnyckel],7,999),Utfall[Periodnyckel],0)`;
  return `IF(${settingBegins("trendMot", "st")},${ofMeasure("Startvärde")},INDEX(Utfall[Utfall],${row}))`;
})();

/**
 * Outcome less earlier outcome, or, for an interval, distance less earlier distance: |x − a| + |x − b| is the length of the interval and twice the
 * distance from it, and both cases are one sum when the absolute value is written as the root of a square.
 */
const change = (() => {
  const both = `{1,1,0,0}*${amount(outcome)}+{0,0,1,1}*${amount(earlier)}`;
  const bounds = `IF(${isInterval},{1,0,1,0}*${amount(target)}+{0,1,0,1}*${amount(upperBound)},0)`;
  return `SUMPRODUCT({0.5,0.5,-0.5,-0.5},((${both}-${bounds})^IF(${isInterval},2,1))^IF(${isInterval},0.5,1))`;
})();

/** Up is better, or down, or nearer; where neither is (Följs) any change leads outside the list of words, which is an error. */
const better = `IF(${direction}="Öka",1,IF(${direction}="Följs",9,-1))`;
const isClearToo = `IF(${countsInPercent(`AND(ISNUMBER(${target}),${hasPercent(target)})`)},AND(${isClearPercent(outcome)},${isClearPercent(earlier)}),AND(${isClearOther(outcome)},${isClearOther(earlier)}))`;
const comparable = `AND(${takesNumbers},COUNT(${outcome},${earlier})=2,${isClearToo},OR(NOT(${isInterval}),${isJudged}))`;
const numbersTrend = `IF(${comparable},INDEX({"Sämre","Oförändrat","Bättre"},2+${better}*SIGN(TRUNC(${change}/(${NOISE}*(1+ABS(${outcome})))))),"Ej jämförbart")`;
const answersTrend = `IF(${takesAnswers},IF(${isYes(outcome)}=${isYes(earlier)},"Oförändrat",IF(${isYes(outcome)}=${isYes(target)},"Bättre","Sämre")),"Ej jämförbart")`;
const textForNumber = `OR(ISTEXT(${outcome}),ISTEXT(${earlier}))`;

/** Utfall[Trend]. Same as src/rules/trend.ts. */
export const trendFormula = guarded(
  `IF(OR([@Periodnyckel]="",${direction}=""),"",IFERROR(IF(${direction}="Ja/Nej",${answersTrend},IF(${textForNumber},"",${numbersTrend})),"Ej jämförbart"))`,
);

// --- Utfall[Periodnyckel]

/**
 * The period as `parsePeriod` sees it: lower case, with single spaces for all that separates. The hard and thin spaces stand in the formula as
 * they are: CHAR(160) is another sign on a Mac, and UNICHAR needs a prefix in files.
 */
const periodText = `LOWER(TRIM(${periodSeparators.reduce((inner, mark) => `SUBSTITUTE(${inner},${text(mark)}," ")`, "[@Period]&\"\"")}))`;

/** Four digits from 1900 to 2099. */
const isYear = (part: string) => `IFERROR(ABS(${part}-1999.5)<100,FALSE)`;
const yearFirst = isYear(`LEFT(${periodText},4)`);
const year = `IF(${yearFirst},LEFT(${periodText},4),RIGHT(${periodText},4))`;

/** What is left beside the year; "-", which is no word, when the year is missing or a text of digits comes before it. */
const partOfYear = `IF(${yearFirst},TRIM(MID(${periodText},5,99)),IF(AND(ISERROR(-LEFT(${periodText})),${isYear(`RIGHT(${periodText},4)`)}),TRIM(LEFT(${periodText},LEN(${periodText})-4)),"-"))`;

const RHYTHMS = ["tertial", "kvartal", "månad", "halvår", "år"] as const;
const DELAR = 0;

/** The lower two digits of the key: the word's own (each after a "=", so that a bare year is no empty text to look for), then what it stands for in the workbook's rhythm and with its Delår. */
const codeOfPart = (() => {
  const digits = Array.from({ length: 12 }, (_, index) => [String(index + 1).padStart(2, "0"), periodCode({ kind: "month", number: index + 1 })] as const);
  const words = [...[...periodWords].map(([word, part]) => [word, periodCode(part)] as const), ...digits, ["delår", DELAR] as const];
  const own = `INDEX({${words.map(([, code]) => code).join(",")}},MATCH("="&${partOfYear},{${words.map(([word]) => text(`=${word}`)).join(",")}},0))`;

  const parts = new Map([...periodWords.values()].map((part) => [periodCode(part), part]));
  const codes = [DELAR, ...parts.keys()].sort((a, b) => a - b);
  const rows = (["augusti", "juni"] as const).flatMap((delarTill) => RHYTHMS.map((rapportering) => codes.map((code) => meant(parts.get(code), { rapportering, delarTill }))));
  const rhythm = `IFERROR(MATCH(TRIM(INDEX(Installningar[Värde],MATCH(${text(settingRegistry.rapportering.nyckel)},Installningar[Nyckel],0))),{${RHYTHMS.map(text).join(",")}},0),1)`;
  const row = `${rhythm}+IF(${settingBegins("delarTill", "juni")},${RHYTHMS.length},0)`;
  return `INDEX({${rows.map((row) => row.join(",")).join(";")}},${row},MATCH(${own},{${codes.join(",")}},0))`;
})();

/** What `parsePeriod` makes of a part of a year; `undefined` stands for Delår. */
function meant(part: Parameters<typeof periodCode>[0] | undefined, reading: PeriodReading): number {
  const words = part === undefined ? "Delår 2001" : periodLabel({ ...part, year: 2001 });
  const period = parsePeriod(words, reading);
  return period === null ? DELAR : periodCode(period);
}

/** The unit that owns the measure: that of its goal or of the nearest goal above that has one. */
const owner = (() => {
  const rowOf = (id: string) => `MATCH(TRIM(${id}),Mal[Mål-id],0)`;
  const unitAbove = (goalRow: string, levels: number): string =>
    levels === 0 ? '""' : `IF(INDEX(Mal[Enhet],${goalRow})="",${unitAbove(rowOf(`INDEX(Mal[Överordnat mål],${goalRow})`), levels - 1)},INDEX(Mal[Enhet],${goalRow}))`;
  return `IFERROR(TRIM(${unitAbove(rowOf(ofMeasure("Mål-id")), OWNER_LEVELS)}),"")`;
})();

/** The unit's code, also where its whole name is written. */
const codeOfUnit = (unit: string) => `IFERROR(INDEX(Enheter[Kod],MATCH(${unit},Enheter[Namn],0)),${unit})`;
const unit = `IF(TRIM([@Enhet])="",${owner},${codeOfUnit("TRIM([@Enhet])")})`;

/** Utfall[Periodnyckel]: `periodKey`, measure and unit. The key of a year earlier begins with a number that is 100 less. */
export const periodKeyFormula = guarded(`IF(${isPlain("[@Period]")},UPPER((${year}*100+${codeOfPart})&"|"&TRIM(${measureId})&"|"&${unit}),"")`);
