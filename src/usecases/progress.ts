import type { RegisterContents } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import { followUpsDue } from "../rules/assignments.js";
import { isInForce } from "../rules/goalsInForce.js";
import { resultsOf, workbookOf, type Choice, type Workbook } from "../rules/measureResults.js";
import type { MeasureResult } from "../rules/results.js";

export interface Progress {
  /** Outcomes of measures, or follow-ups (with a status) of assignments. */
  readonly what: "outcomes" | "followUps";
  readonly done: number;
  readonly of: number;
}

/** How much of what is due for the choice is filled in; what has nothing due is left out. */
export function progressOf(contents: RegisterContents, settings: Settings, choice: Choice): readonly Progress[] {
  const workbook = workbookOf(contents, settings);
  const outcomes = resultsOf(workbook, choice).filter((result) => isDue(workbook, result));
  const followUps = followUpsDue(workbook, choice).filter(({ subject }) => subject.kind === "assignment");
  const progress: Progress[] = [
    { what: "outcomes", done: outcomes.filter(isReported).length, of: outcomes.length },
    { what: "followUps", done: followUps.filter(({ followUp }) => followUp !== undefined && followUp.values.status !== null).length, of: followUps.length },
  ];
  return progress.filter((part) => part.of > 0);
}

/** As the rule utfall.saknas counts: measures of goals in force, and those that somebody has begun to fill in. */
function isDue({ tree }: Workbook, { measure, source, period }: MeasureResult): boolean {
  const goal = tree.goal(measure.values.malId);
  return source !== undefined || goal === undefined || isInForce(goal, period, tree);
}

/** An outcome, or the words that there is none to give. */
function isReported({ outcome, source }: MeasureResult): boolean {
  return outcome.kind !== "missing" || source?.values.utfall?.kind === "notMeasured";
}
