import { periodLabel, samePeriod } from "../../registers/values/period.js";
import { dayText } from "../../registers/values/formatting.js";
import { standardSentence, withoutFirstSentence } from "../../rules/comments/standardSentence.js";
import { furtherFollowUps } from "../../rules/assignments/assignments.js";
import { append } from "../../rules/goals/goalTree.js";
import { resultsOfMeasure, type Choice, type Workbook } from "../../rules/measures/measureResults.js";
import { named } from "../../rules/messages.js";
import type { FollowedActivity, InitiativeResult } from "../../rules/quality/qualityInitiatives.js";
import { reasonAndDate, said } from "../parts/assignmentCells.js";
import type { ReportBlock, ReportTable } from "../document.js";
import { meaningCell, statusCell, textCell } from "../parts/measureCells.js";
import { printedText } from "../parts/printedText.js";
import { unitNamesOf, type UnitNames } from "../parts/unitNames.js";
import { ABOUT, STATUS, SUBJECT } from "./columns.js";
import { qualityStatusCell } from "./statusCells.js";

/** Each initiative under its heading: its goal, its activities by who is responsible, and what is said of it. */
export function initiativeSections(workbook: Workbook, initiatives: readonly InitiativeResult[], choice: Choice): readonly ReportBlock[] {
  const names = unitNamesOf(workbook);
  return initiatives.flatMap((initiative): ReportBlock[] => {
    const { id, nr, mal, beskrivning } = initiative.goal.values;
    return [
      { kind: "heading", level: 2, text: nr === null ? mal : `Kvalitetsinsats ${nr}`, id: `insats:${id}` },
      ...(nr === null ? [] : [{ kind: "paragraph" as const, text: mal }]),
      ...(beskrivning === null ? [] : [{ kind: "paragraph" as const, text: beskrivning }]),
      ...measureBlocks(workbook, initiative, choice),
      ...activityTables(initiative),
      ...commentBlocks(workbook, initiative, choice, names),
    ];
  });
}

/** Whether the goal is reached is another thing than whether the work is done: the measures stand beside the status. Source: O5. */
function measureBlocks(workbook: Workbook, { goal }: InitiativeResult, choice: Choice): readonly ReportBlock[] {
  return workbook.tree.measuresOf(goal.values.id).flatMap((measure) =>
    resultsOfMeasure(workbook, measure, choice).map((result): ReportBlock => {
      const outcome = printedText(meaningCell(result.outcome, ""));
      const target = printedText(meaningCell(result.target, ""));
      const parts = [outcome === "" ? "inget utfall" : `utfall ${outcome}`, ...(target === "" ? [] : [`målvärde ${target}`]), printedText(statusCell(result))];
      return { kind: "paragraph", label: "Mått", text: [measure.values.matt, ...parts.filter((part) => part !== "")].join(", ") };
    }),
  );
}

/** One table for each group that is responsible, the first one first, as in the document: "Ansvariga chefer ansvarar för". */
function activityTables({ goal, activities }: InitiativeResult): readonly ReportBlock[] {
  if (activities.length === 0) return [{ kind: "paragraph", text: "Kvalitetsinsatsen har inga aktiviteter." }];
  const groups = new Map<string | null, FollowedActivity[]>();
  for (const followed of activities) append(groups, followed.activity.values.ansvarig, followed);
  return [...groups].map(([responsible, followed], index): ReportTable => ({
    kind: "table",
    id: `aktiviteter:${goal.values.id}:${index + 1}`,
    columns: [
      { key: "aktivitet", header: responsible === null ? "Utan ansvarig" : `${responsible} ansvarar för`, align: "left", gridColumn: SUBJECT },
      { key: "tidsramar", header: "Tidsramar", align: "left", gridColumn: ABOUT },
      { key: "genomfort", header: "Genomfört", align: "left", gridColumn: STATUS },
    ],
    rows: followed.map(({ activity: { values }, status }) => [
      textCell(values.aktivitet),
      textCell([values.tidsram, values.slut === null ? null : `senast ${dayText(values.slut)}`].filter((part) => part !== null).join(", ")),
      qualityStatusCell(status),
    ]),
  }));
}

/** The standard first sentence out of the status, the author's own words, and what is said of single activities. */
function commentBlocks(workbook: Workbook, { goal, followUp, own, activities }: InitiativeResult, choice: Choice, names: UnitNames): readonly ReportBlock[] {
  const sentence = own === null ? `Kvalitetsinsatsen har ingen status för ${periodLabel(choice.period)}.` : standardSentence(own);
  const comment = withoutFirstSentence(followUp?.values.kommentar ?? "");
  const reasons = followUp === undefined ? [] : reasonAndDate(followUp);
  const others = furtherFollowUps(workbook, goal.values.id, choice.period, followUp).flatMap((row) => said(workbook, row, null, names, ""));
  return [
    { kind: "paragraph", label: "Kommentarer till kvalitetsinsats", text: [[sentence, comment].filter((part) => part !== "").join(" "), ...reasons, ...others].join("\n") },
    ...activities.flatMap((followed) => activityComment(workbook, followed, choice, names)),
  ];
}

function activityComment(workbook: Workbook, { activity, followUp }: FollowedActivity, choice: Choice, names: UnitNames): readonly ReportBlock[] {
  const owner = workbook.subjects.ownerOf({ kind: "activity", row: activity });
  const own = followUp === undefined ? [] : said(workbook, followUp, owner, names, "");
  const others = furtherFollowUps(workbook, activity.values.id, choice.period, followUp).flatMap((row) => said(workbook, row, null, names, ""));
  const text = [...own, ...others].join("\n");
  const earlier = followUp === undefined || samePeriod(followUp.values.period, choice.period) ? "" : ` (${periodLabel(followUp.values.period)})`;
  return text === "" ? [] : [{ kind: "paragraph", label: `Om ${named(activity.values.aktivitet)}${earlier}`, text }];
}
