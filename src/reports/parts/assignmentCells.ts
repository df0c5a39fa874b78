import { dayText } from "../../registers/values/formatting.js";
import type { AssignmentResult } from "../../rules/assignments/assignments.js";
import type { FollowUpRow } from "../../rules/assignments/followUps.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import { inARow } from "./printedText.js";
import type { ReportBlock, ReportCell } from "../document.js";
import { textCell } from "./measureCells.js";
import { assignmentScale, legendOf, NOT_GIVEN } from "../scales.js";
import type { UnitNames } from "./unitNames.js";

/** The lead by name, and the codes of those who take part: "Social- och arbetsmarknadsnämnden (TN, VON)". */
export function responsibleText({ lead, others }: AssignmentResult, names: UnitNames): string {
  const name = lead === null ? "Utan ansvarig" : names(lead);
  return others.length === 0 ? name : `${name} (${others.join(", ")})`;
}

export function assignmentStatusCell({ status }: AssignmentResult): ReportCell {
  return { kind: "status", scale: assignmentScale.name, word: status ?? NOT_GIVEN };
}

/** What the lead says, then what others say by name: nobody's comment is left out. The lead too is named where somebody else comes first. */
export function assignmentComment(workbook: Workbook, { lead, followUp, further }: AssignmentResult, names: UnitNames): ReportCell {
  const own = followUp === undefined ? [MISSING_COMMENT] : said(workbook, followUp, lead, names, MISSING_COMMENT);
  const lines = further.length === 0 ? own : [...own, ...further.flatMap((row) => said(workbook, row, null, names, MISSING_COMMENT))];
  return textCell(lines.join("\n"));
}

const MISSING_COMMENT = "Kommentar saknas.";

/** What a row says, by the unit's name and status unless it is the one that need not be told; `silent` stands for a comment that is missing. */
export function said({ followUps, units }: Workbook, row: FollowUpRow, untold: string | null, names: UnitNames, silent: string): readonly string[] {
  const { status, kommentar } = row.values;
  const unit = followUps.unitOf(row);
  const why = reasonAndDate(row);
  const comment = kommentar ?? silent;
  const about = comment === "" ? why : [comment, ...why];
  if (unit === null || units.same(unit, untold)) return about;
  const [first, ...rest] = about;
  const by = `${names(unit)}${status === null ? "" : ` (${status})`}`;
  return [first === undefined ? by : `${by}: ${first}`, ...rest];
}

/** Why it is late or stopped, and the new day: columns of the register that have none in the report. */
export function reasonAndDate({ values: { orsak, klartSenast } }: FollowUpRow): readonly string[] {
  if (orsak === null && klartSenast === null) return NEITHER;
  return [...(orsak === null ? [] : [`Orsak: ${orsak}`]), ...(klartSenast === null ? [] : [`Klart senast ${dayText(klartSenast)}.`])];
}

const NEITHER: readonly string[] = [];

/** How many have each status, in the scale's order; statuses that none has are left out. */
export function countsByStatus(results: readonly AssignmentResult[]): readonly (readonly [word: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { status } of results) counts.set(status ?? NOT_GIVEN, (counts.get(status ?? NOT_GIVEN) ?? 0) + 1);
  return assignmentScale.steps.flatMap(({ word }) => {
    const count = counts.get(word);
    return count === undefined ? [] : [[word, count] as const];
  });
}

/** "18 uppdrag: 1 planerat, 8 pågående. 6 saknar status." */
export function assignmentsInWords(results: readonly AssignmentResult[]): string {
  const counts = countsByStatus(results);
  const given = counts.filter(([word]) => word !== NOT_GIVEN).map(([word, count]) => `${count} ${word.toLowerCase()}`);
  const without = counts.find(([word]) => word === NOT_GIVEN)?.[1] ?? 0;
  const silent = results.filter(({ comment }) => comment === null).length;
  return [
    `${results.length} uppdrag${given.length === 0 ? "" : `: ${given.join(", ")}`}.`,
    ...(without === 0 ? [] : [`${without} saknar status.`]),
    ...(silent === 0 ? [] : [`${silent} saknar kommentar.`]),
  ].join(" ");
}

export function assignmentLegend(results: readonly AssignmentResult[]): ReportBlock {
  return legendOf(assignmentScale, countsByStatus(results).map(([word]) => word));
}

/** Nothing is left out in silence. */
export function assignmentsNotInForce(assignments: readonly AssignmentResult["assignment"][], period: string): readonly ReportBlock[] {
  if (assignments.length === 0) return [];
  return [{ kind: "note", text: `Uppdrag som inte gäller under ${period} är inte med: ${inARow(assignments.map(({ values }) => values.uppdrag))}` }];
}
