import { formatPercentSv } from "../../registers/values/formatting.js";
import { periodKey, periodLabel, samePeriod, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { append } from "../../rules/goals/goalTree.js";
import { countSignOffs, periodsOwed, signOffsOf, type SignOff, type SignOffCounts } from "../../rules/assignments/signOffs.js";
import type { ReportCell, ReportColumn, ReportTable } from "../document.js";
import { countCell, textCell } from "../parts/measureCells.js";
import { unitNamesOf } from "../parts/unitNames.js";
import { MOST_FIGURES, sectionHeading, type OverviewInput, type OverviewSection } from "./section.js";
import type { Group } from "./unitGroups.js";

const SHARE = "andel";

/** How many of the reports that units owe were marked ready in time: by period, by report where there are several, by unit, and each unit's period by period. Source: issue 6; Ale, I6. */
export function signOffSection(input: OverviewInput): OverviewSection | undefined {
  const { workbook, date } = input;
  const signOffs = signOffsOf(workbook, input, date);
  if (signOffs.length === 0) return undefined;
  const periods = periodsOwed(signOffs);
  const byPeriod = periods.map((period): Group<SignOff> => ({ name: periodLabel(period), items: signOffs.filter(({ row }) => samePeriod(row.values.period, period)) }));
  const byReport = grouped(signOffs, ({ row }) => row.values.rapport);
  const names = unitNamesOf(workbook);
  const byUnit = grouped([...signOffs].sort((a, b) => workbook.units.byOrder(a.row.values.enhet, b.row.values.enhet)), ({ row }) => row.values.enhet).map(({ name, items }) => ({ name: names(name), items }));
  return {
    name: "Klarmarkerat i tid",
    told: inWords(countSignOffs(signOffs)),
    blocks: [
      sectionHeading("Klarmarkerat i tid", "klarmarkerat"),
      countsTable("klarmarkerat-period", "Klarmarkerat i tid per period", "Period", byPeriod),
      {
        kind: "chart", id: "diagram:klarmarkerat", type: "column", title: "Andel klarmarkerat i tid", table: "klarmarkerat-period", categories: "namn", series: [{ column: SHARE }],
        rows: { first: 0, count: byPeriod.length }, valueTitle: "Andel i tid",
        altText: `Klarmarkerat i tid: ${byPeriod.map(({ name, items }) => `${name} ${shareText(countSignOffs(items))}`).join(", ")}.`,
      },
      ...(byReport.length < 2 ? [] : [countsTable("klarmarkerat-rapport", "Klarmarkerat i tid per rapport", "Rapport", byReport)]),
      countsTable("klarmarkerat-enhet", "Klarmarkerat i tid per enhet", "Enhet", byUnit),
      ...(periods.length < 2 ? [] : [unitsByPeriod(byUnit, periods)]),
      { kind: "note", text: "Andelen är av de rapporter som är klarmarkerade eller vars sista dag har passerat. Sista dagen räknas som i tid." },
    ],
  };
}

function grouped(signOffs: readonly SignOff[], nameOf: (signOff: SignOff) => string): readonly Group<SignOff>[] {
  const groups = new Map<string, SignOff[]>();
  for (const signOff of signOffs) append(groups, folded(nameOf(signOff)), signOff);
  return [...groups.values()].flatMap((items) => (items[0] === undefined ? [] : [{ name: nameOf(items[0]), items }]));
}

const COLUMNS = [
  ["owed", "Ska lämnas"], ["inTime", "I tid"], ["late", "För sent"], ["missing", "Inte klara"], ["notDue", "Inte förfallna än"],
] as const satisfies readonly (readonly [keyof SignOffCounts, string])[];

function countsTable(id: string, caption: string, by: string, groups: readonly Group<SignOff>[]): ReportTable {
  const figures: readonly ReportColumn[] = [
    ...COLUMNS.map(([key, header], index): ReportColumn => ({ key, header, align: "right", gridColumn: index + 1 })),
    { key: SHARE, header: "Andel i tid", align: "right", gridColumn: COLUMNS.length + 1 },
    { key: "dagar", header: "Dagar för sent, som mest", align: "right", gridColumn: COLUMNS.length + 2 },
  ];
  const rowOf = (name: string, items: readonly SignOff[]): readonly ReportCell[] => {
    const counts = countSignOffs(items);
    return [textCell(name), ...COLUMNS.map(([key]) => countCell(counts[key])), shareCell(counts), countCell(counts.mostDaysLate)];
  };
  return {
    kind: "table", id, caption,
    columns: [{ key: "namn", header: by, align: "left", gridColumn: 0 }, ...figures],
    rows: [...groups.map(({ name, items }) => rowOf(name, items)), rowOf("Totalt", groups.flatMap(({ items }) => items))],
  };
}

function shareCell({ shareInTime }: SignOffCounts): ReportCell {
  return shareInTime === null ? { kind: "empty", reason: "Ingen rapport är klarmarkerad eller har förfallit." } : { kind: "percent", value: shareInTime, decimals: 1 };
}

/** Each unit's reports of each period, in a word; of more periods than the page has room for, the latest. */
function unitsByPeriod(byUnit: readonly Group<SignOff>[], periods: readonly Period[]): ReportTable {
  const shown = periods.slice(-MOST_FIGURES);
  return {
    kind: "table", id: "klarmarkerat-enhet-period", caption: "Varje enhets rapporter, period för period",
    columns: [
      { key: "namn", header: "Enhet", align: "left", gridColumn: 0 },
      ...shown.map((period, index): ReportColumn => ({ key: String(periodKey(period)), header: periodLabel(period), align: "left", gridColumn: index + 1 })),
    ],
    rows: byUnit.map(({ name, items }) => [textCell(name), ...shown.map((period) => stateCell(items.filter(({ row }) => samePeriod(row.values.period, period))))]),
  };
}

function stateCell(signOffs: readonly SignOff[]): ReportCell {
  const [only] = signOffs;
  if (only === undefined) return { kind: "empty", reason: "Enheten skulle inte lämna någon rapport." };
  if (signOffs.length > 1) {
    const { inTime, owed } = countSignOffs(signOffs);
    return textCell(`${inTime} av ${owed} i tid`);
  }
  const days = `${only.daysLate} ${only.daysLate === 1 ? "dag" : "dagar"}`;
  return textCell({ inTime: "I tid", late: `${days} sent`, missing: `Inte klar, ${days} sent`, notDue: "Inte förfallen" }[only.state]);
}

function shareText({ shareInTime, inTime, late, missing }: SignOffCounts): string {
  if (shareInTime === null) return "inget förfallet än";
  return `${percentText(shareInTime)} (${inTime} av ${inTime + late + missing})`;
}

function percentText(share: number): string {
  return formatPercentSv(share, 1).replaceAll("\u00A0", " ");
}

function inWords(counts: SignOffCounts): string {
  const { owed, inTime, late, missing, notDue, shareInTime } = counts;
  if (shareInTime === null) return `${owed} ${owed === 1 ? "rapport ska lämnas, och den" : "rapporter ska lämnas, och ingen"} har förfallit än.`;
  return [
    `${inTime} av ${inTime + late + missing} rapporter är klarmarkerade i tid, ${percentText(shareInTime)}.`,
    ...(late === 0 ? [] : [`${late} kom för sent.`]),
    ...(missing === 0 ? [] : [`${missing} är inte ${missing === 1 ? "klarmarkerad" : "klarmarkerade"} fast sista dagen har passerat.`]),
    ...(notDue === 0 ? [] : [`${notDue} har inte förfallit än.`]),
  ].join(" ");
}
