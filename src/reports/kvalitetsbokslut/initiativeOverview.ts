import { activityStatuses, type ActivityStatus } from "../../registers/definitions/statusWords.js";
import { countsOf, overdueActivities, type InitiativeResult } from "../../rules/quality/qualityInitiatives.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportTable } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import { scaleStep, qualityScale } from "../scales.js";
import { ABOUT, FIRST_FIGURE, STATUS, SUBJECT } from "./columns.js";
import { initiativeText, proposalCell, qualityStatusCell } from "./statusCells.js";

/** "14 kvalitetsinsatser: 4 genomfört, 6 delvis genomfört, 4 ej genomfört." and the same of their activities. */
export function overviewInWords(initiatives: readonly InitiativeResult[]): string {
  const activities = initiatives.flatMap((initiative) => initiative.activities);
  return [
    counted(initiatives.map(({ own }) => ({ status: own })), "kvalitetsinsats", "kvalitetsinsatser"),
    ...(activities.length === 0 ? [] : [counted(activities, "aktivitet", "aktiviteter")]),
  ].join(" ");
}

function counted(all: readonly { readonly status: ActivityStatus | null }[], one: string, many: string): string {
  const { counts, withoutStatus } = countsOf(all);
  const given = activityStatuses.flatMap((word) => (counts[word] === 0 ? [] : [`${counts[word]} ${word.toLowerCase()}`]));
  const without = withoutStatus === 0 ? "" : ` ${withoutStatus} saknar status.`;
  return `${all.length} ${all.length === 1 ? one : many}${given.length === 0 ? "" : `: ${given.join(", ")}`}.${without}`;
}

/** Every initiative with what its activities propose, the author's own word, and how many activities have each status. Missing in the document, but computable from it. */
export function overviewTable(initiatives: readonly InitiativeResult[]): ReportTable {
  const words = activityStatuses.filter((word) => word !== "Ej aktuellt" || initiatives.some(({ counts }) => counts[word] > 0));
  const figures = ["Aktiviteter", ...words.map((word) => `${scaleStep(qualityScale.name, word).symbol} ${word}`), "Utan status"];
  return {
    kind: "table",
    id: "insatser",
    columns: [
      { key: "insats", header: "Kvalitetsinsats", align: "left", gridColumn: SUBJECT },
      { key: "forslag", header: "Förslag från aktiviteterna", align: "left", gridColumn: ABOUT },
      { key: "status", header: "Status", align: "left", gridColumn: STATUS },
      ...figures.map((header, index): ReportColumn => ({ key: header, header, align: "right", gridColumn: FIRST_FIGURE + index })),
    ],
    rows: [
      ...initiatives.map((initiative) => [
        textCell(initiativeText(initiative.goal)), proposalCell(initiative), qualityStatusCell(initiative.own), ...countCells(initiative.activities, words),
      ]),
      [textCell("Summa"), textCell(null), textCell(null), ...countCells(initiatives.flatMap(({ activities }) => activities), words)],
    ],
  };
}

function countCells(activities: InitiativeResult["activities"], words: readonly ActivityStatus[]): readonly ReportCell[] {
  const { counts, withoutStatus } = countsOf(activities);
  return [activities.length, ...words.map((word) => counts[word]), withoutStatus].map((value) => ({ kind: "number", value, decimals: 0 }));
}

/** What should have been done by a day (a serial number) and is not; said in words when there is nothing. */
export function overdueBlocks(initiatives: readonly InitiativeResult[], passed: number): readonly ReportBlock[] {
  const overdue = overdueActivities(initiatives, passed);
  const heading: ReportBlock = { kind: "heading", level: 2, text: "Aktiviteter vars tid har gått ut", id: "forsenat" };
  if (overdue.length === 0) return [heading, { kind: "paragraph", text: "Inga aktiviteter är försenade." }];
  return [
    heading,
    {
      kind: "table",
      id: "forsenat",
      columns: [
        { key: "aktivitet", header: "Aktivitet", align: "left", gridColumn: SUBJECT },
        { key: "tidsramar", header: "Tidsramar", align: "left", gridColumn: ABOUT },
        { key: "status", header: "Genomfört", align: "left", gridColumn: STATUS },
        { key: "senast", header: "Senast", align: "right", gridColumn: FIRST_FIGURE },
      ],
      rows: overdue.map(({ initiative: { goal }, followed: { activity, status }, end }) => [
        textCell(`${goal.values.nr ?? goal.values.mal}: ${activity.values.aktivitet}`),
        textCell(activity.values.tidsram),
        qualityStatusCell(status),
        { kind: "date", value: end },
      ]),
    },
  ];
}
