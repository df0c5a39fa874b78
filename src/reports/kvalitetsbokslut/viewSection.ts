import { dayText, formatPercentSv } from "../../registers/values/formatting.js";
import { periodLabel, periodTo, samePeriodLastYear, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import type { Choice, Workbook } from "../../rules/measures/measureResults.js";
import { countIn, viewsOf, type ViewTable, type ViewTables } from "../../rules/quality/views.js";
import type { ReportBlock, ReportColumn } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import { unitNamesOf } from "../parts/unitNames.js";
import { FIRST_FIGURE, SUBJECT } from "./columns.js";

/** Views received, by year and unit, type and giver. Nothing where the workbook has no register of views. */
export function viewSection(workbook: Workbook, tables: ViewTables, choice: Choice): readonly ReportBlock[] {
  if (workbook.contents.synpunkter === undefined) return [];
  const heading: ReportBlock = { kind: "heading", level: 1, text: "Synpunkter", id: "synpunkter" };
  const { byUnit, byType, byGiver } = tables;
  if (byUnit.years.length === 0) return [heading, { kind: "paragraph", text: `Inga synpunkter är registrerade till och med ${periodLabel(choice.period)}.` }];
  const first = byUnit.years[0]?.year;
  return [
    heading,
    { kind: "paragraph", text: viewsInWords(workbook, choice) },
    table("synpunkter:enhet", "Antal inkomna synpunkter", byUnit, choice.period),
    ...unitNote(workbook, byUnit.columns),
    ...(byType.years.length === 0 ? [] : [table("synpunkter:typ", "Synpunktstyp", { ...byType, columns: byType.columns.map(asPrinted) }, choice.period)]),
    ...startNote("Typ", byType, first),
    ...(byGiver.years.length === 0 ? [] : [table("synpunkter:givare", "Vem som har lämnat synpunkterna", { ...byGiver, columns: byGiver.columns.map(asPrinted) }, choice.period)]),
    ...startNote("Vem som har lämnat synpunkten", byGiver, first),
  ];
}

/** "32 synpunkter kom in 2017, 18 fler än 2016 (+128,6 %)." Source: O2. */
function viewsInWords(workbook: Workbook, { unit, period }: Choice): string {
  const views = viewsOf(workbook, unit);
  const before = samePeriodLastYear(period);
  const [now, then] = [countIn(views, period), countIn(views, before)];
  const received = `${now === 0 ? "Inga" : now} ${now === 1 ? "synpunkt" : "synpunkter"} kom in ${periodLabel(period)}`;
  if (then === 0) return `${received}.`;
  const share = formatPercentSv((now - then) / then, 1).replaceAll("\u00A0", " ");
  if (now === then) return `${received}, lika många som ${periodLabel(before)}.`;
  return `${received}, ${Math.abs(now - then)} ${now > then ? "fler" : "färre"} än ${periodLabel(before)} (${now > then ? "+" : ""}${share}).`;
}

/** "Ej angiven" and "Annan" are said of a view; a column of them is headed as the document heads it. */
function asPrinted(word: string): string {
  return word.replace("Ej angiven", "Ej angivet").replace("/Ej", "/ej");
}

function table(id: string, caption: string, { columns, years }: ViewTable, period: Period): ReportBlock {
  return {
    kind: "table",
    id,
    caption,
    columns: [
      { key: "ar", header: "År", align: "left", gridColumn: SUBJECT },
      ...[...columns, "Totalt"].map((header, index): ReportColumn => ({ key: header, header, align: "right", gridColumn: FIRST_FIGURE + index })),
    ],
    rows: years.map(({ year, counts, total }) => [
      textCell(yearText(year, period)),
      ...[...counts, total].map((value) => ({ kind: "number" as const, value, decimals: 0 })),
    ]),
  };
}

/** The last year may not be over. */
function yearText(year: number, period: Period): string {
  const yearEnd = periodTo({ kind: "year", year, number: 1 });
  return year === period.year && periodTo(period) < yearEnd ? `${year}, till och med ${dayText(periodTo(period))}` : String(year);
}

/** What the codes that head the columns stand for. Source: Ovanåker, defect 39. */
function unitNote(workbook: Workbook, codes: readonly string[]): readonly ReportBlock[] {
  const names = unitNamesOf(workbook);
  const explained = codes.filter((code) => folded(names(code)) !== folded(code)).map((code) => `${code}: ${names(code)}`);
  return explained.length === 0 ? [] : [{ kind: "note", text: explained.join("; ") }];
}

function startNote(what: string, { years }: ViewTable, first: number | undefined): readonly ReportBlock[] {
  const begins = years[0]?.year;
  if (begins === first) return [];
  return [{ kind: "note", text: begins === undefined ? `${what} är inte noterad för någon synpunkt.` : `${what} är noterad från och med ${begins}.` }];
}
