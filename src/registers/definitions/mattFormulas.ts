import { settingRegistry } from "../settings.js";
import { readingOf, settingBegins, text } from "./formulaParts.js";

/** What the live formulas of Utfall need to know of a measure, worked out once for each measure instead of once for each outcome. */

/** Matt[Ägare]: the unit that owns the measure, as its code also where its whole name is written. */
export const measureOwnerFormula = (() => {
  const owner = "INDEX(Mal[Ägare],MATCH(TRIM([@[Mål-id]]),Mal[Mål-id],0))";
  return `=IFERROR(IFERROR(INDEX(Enheter[Kod],MATCH(${owner},Enheter[Namn],0)),${owner}),"")`;
})();

/** Matt[Läsart]: how Målvärde, Målvärde till and Startvärde can be read, a sign for each. */
export const measureReadingsFormula = `=${["[@Målvärde]", "[@[Målvärde till]]", "[@Startvärde]"].map(readingOf).join("&")}`;

/** Matt[Gräns]: the measure's own limit where it is a fraction, else the setting's where that is one, else the standard. */
export const limitFormula = (() => {
  const own = "[@[Gräns delvis]]";
  const setting = `SUMIFS(Installningar[Värde],Installningar[Nyckel],${text(settingRegistry.gransDelvis.nyckel)})`;
  const ofWorkbook = `IF(AND(${setting}>0,${setting}<=1),${setting},${settingRegistry.gransDelvis.standard})`;
  return `=IF(AND(ISNUMBER(${own}),${own}>0,${own}<=1),${own},${ofWorkbook})`;
})();

/** Matt[Läses som]: the readings (see `readingOf`) that the measure can use: answers, percentages or plain numbers; "?" where Måttenhet does not say which of the last two. */
export const readsAsFormula =
  '=IF([@Riktning]="Ja/Nej",IF(OR([@Måttenhet]="",[@Måttenhet]="Ja/Nej"),"JN",""),IF([@Måttenhet]="","?",IF(OR([@Måttenhet]="text",[@Måttenhet]="Ja/Nej"),"",IF([@Måttenhet]="%","13","23"))))';

/** The signs of Matt[Räknesätt], in their order. */
export const ways = {
  /** How a percentage is counted downwards. */
  downwards: { subtracted: "S", divided: "D" },
  /** What the percentage is at zero and below. */
  atZero: { counted: "R", empty: "T" },
  /** What a trend is against. */
  trend: { start: "S", previous: "F", lastYear: "Å" },
} as const;

/** Matt[Räknesätt]: the workbook's settings for how to count, a sign for each. They stand with the measure, so that each outcome need not look them up. */
export const waysFormula = (() => {
  const { downwards, atZero, trend } = ways;
  const signs = [
    `IF(${settingBegins("minskaFormel", "2")},${text(downwards.subtracted)},${text(downwards.divided)})`,
    `IF(${settingBegins("nollRegel", "1")},${text(atZero.counted)},${text(atZero.empty)})`,
    `IF(${settingBegins("trendMot", "st")},${text(trend.start)},IF(${settingBegins("trendMot", "f")},${text(trend.previous)},${text(trend.lastYear)}))`,
  ];
  return `=${signs.join("&")}`;
})();
