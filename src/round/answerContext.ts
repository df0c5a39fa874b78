import type { FindUnit } from "../registers/values/lead.js";
import { QUALITY_INITIATIVE } from "../registers/definitions/statusAliases.js";
import { isQualityInitiative } from "../rules/goals/goalLevels.js";
import { unitOfRow } from "../rules/measures/measureResult.js";
import type { Workbook } from "../rules/workbook.js";
import type { AnswerContext } from "./readAnswer.js";

/** What a workbook says of how answers are to be read: what measures are counted in, and which scale a status is of. */
export function answerContext({ subjects, settings }: Workbook, findUnit: FindUnit, today: number): AnswerContext {
  return {
    today,
    cells: { periods: settings, year: undefined, findUnit, legend: new Map() },
    unitOf: (id) => {
      const subject = subjects.find(id);
      return subject?.kind === "measure" ? unitOfRow(subject.row, undefined) : null;
    },
    scaleOf: (id) => {
      const subject = subjects.find(id);
      switch (subject?.kind) {
        case "goal":
          return isQualityInitiative(subject.row) ? QUALITY_INITIATIVE : "mal";
        case "assignment":
          return "uppdrag";
        case "activity":
          return "aktiviteter";
        default:
          return "";
      }
    },
  };
}
