import type { RegisterContents } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import { followUpsDue } from "../rules/assignments/assignments.js";
import { answersOf, workbookOf, type Choice } from "../rules/measures/measureResults.js";
import { isDue, isReported } from "../rules/measures/outcomesDue.js";
import { reportedInitiatives } from "../rules/quality/qualityInitiatives.js";

export interface Progress {
  /** Outcomes of measures, follow-ups (with a status) of assignments, or of the activities of quality initiatives. */
  readonly what: "outcomes" | "followUps" | "activities";
  readonly done: number;
  readonly of: number;
}

/** How much of what is due for the choice is filled in; what has nothing due is left out. */
export function progressOf(contents: RegisterContents, settings: Settings, choice: Choice): readonly Progress[] {
  const workbook = workbookOf(contents, settings);
  const outcomes = answersOf(workbook, choice).filter((result) => isDue(workbook, result));
  const followUps = followUpsDue(workbook, choice).filter(({ subject }) => subject.kind === "assignment");
  const activities = reportedInitiatives(workbook, choice).reported.flatMap((initiative) => initiative.activities);
  const progress: Progress[] = [
    { what: "outcomes", done: outcomes.filter(isReported).length, of: outcomes.length },
    { what: "followUps", done: followUps.filter(({ followUp }) => followUp !== undefined && followUp.values.status !== null).length, of: followUps.length },
    { what: "activities", done: activities.filter(({ status }) => status !== null).length, of: activities.length },
  ];
  return progress.filter((part) => part.of > 0);
}
