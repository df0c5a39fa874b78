import { unitStandings, type RoundState } from "../../round/unitStandings.js";
import { workbookOf } from "../../rules/workbook.js";
import { formsOf } from "../../round/forms.js";
import type { WorkbookPort } from "../port.js";
import { period as periodAsked } from "../reportChoice.js";
import { readStanding } from "../takeIn/lookAtSheets.js";
import { goOn, type Work } from "../work.js";
import type { CollectOptions } from "./collect.js";

export type { RoundState, UnitStanding } from "../../round/unitStandings.js";

/**
 * Who has answered for a period, who has marked their form ready, and a reminder to each that has something left. One request; writes nothing.
 * @throws WorkbookError `period-missing`, `period-unreadable`, or when the workbook cannot be read, or the work is stopped
 */
export async function roundState(port: WorkbookPort, options: CollectOptions, work?: Work): Promise<RoundState> {
  goOn(work, "reading");
  const { contents, settings } = await readStanding(port);
  const period = periodAsked(options.period ?? settings.period, settings);
  goOn(work, "checking");
  const workbook = workbookOf(contents, settings);
  return unitStandings(workbook, formsOf(workbook, period), options.today);
}
