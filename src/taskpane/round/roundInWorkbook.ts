import { collectAnswers, lookAtAnswers } from "../../usecases/round/collect.js";
import type { KeptForms } from "../../usecases/round/keptForms.js";
import { makeFiles, makeSheets } from "../../usecases/round/makeForms.js";
import { planRound } from "../../usecases/round/planRound.js";
import { roundState } from "../../usecases/round/roundState.js";
import type { WorkbookPort } from "../../usecases/port.js";
import type { RoundActions } from "./roundActions.js";

/**
 * The round's actions in the workbook that is open in Excel.
 * @param today Gives the day's serial number.
 * @param kept What looking at answers has read of files, for when they are taken in.
 * @param newId Gives an id for the workbook, which the forms of one that has none get.
 */
export function roundInWorkbook(port: WorkbookPort, today: () => number, newId: () => string, kept: KeptForms): RoundActions {
  return {
    planRound: (choice, work) => planRound(port, { ...choice, today: today(), newId: "" }, work),
    makeSheets: (choice, work) => makeSheets(port, { ...choice, today: today(), newId: newId() }, work),
    makeFiles: (choice, work) => makeFiles(port, { ...choice, today: today(), newId: newId() }, work),
    openFile: (bytes) => port.openCopy(bytes),
    lookAtAnswers: (sources, period, decisions, work) => lookAtAnswers(port, sources, { today: today(), period, kept }, decisions, work),
    collectAnswers: (sources, period, decisions, work) => collectAnswers(port, sources, { today: today(), period, kept }, decisions, work),
    roundState: (period, work) => roundState(port, { period, today: today() }, work),
  };
}
