import { activityStatuses, assignmentStatuses, goalStatuses, type FollowUpStatus } from "../../registers/definitions/statusWords.js";
import { isQualityInitiative } from "../goals/goalLevels.js";
import type { Subject } from "../subjects.js";

/** The words that a follow-up of this may have as its status; `undefined` for what is not followed up. Source: model.md, Decided (Status lives in Uppfoljning). */
export function statusWordsOf(subject: Subject): readonly FollowUpStatus[] | undefined {
  switch (subject.kind) {
    case "goal":
      return isQualityInitiative(subject.row) ? activityStatuses : goalStatuses;
    case "assignment":
      return assignmentStatuses;
    case "activity":
      return activityStatuses;
    default:
      return undefined;
  }
}

/** Whether it is something to do, whose status somebody gives; a goal is reached or not, and its status follows from its measures. */
export function isCarriedOut(subject: Subject): boolean {
  return subject.kind === "assignment" || subject.kind === "activity" || (subject.kind === "goal" && isQualityInitiative(subject.row));
}
