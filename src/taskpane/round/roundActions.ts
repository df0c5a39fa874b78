import type { AnswerSource, CollectDecisions, Collected, CollectPreview } from "../../usecases/round/collectPreview.js";
import type { FormFile, RoundPlan, RoundRequest } from "../../usecases/round/roundPlan.js";
import type { RoundState } from "../../usecases/round/roundState.js";
import type { Work } from "../../usecases/work.js";

/** Period and units as chosen in the pane; what is left out is the workbook's own period, and every unit that has something to answer. */
export type RoundChoice = Pick<RoundRequest, "period" | "units" | "deadline">;

/** What the pane can have done in a round: sheets out to the units, answers in, and who has answered. Rejects as PaneActions do. */
export interface RoundActions {
  /** What each unit is asked. Writes nothing. */
  planRound(choice: RoundChoice, work?: Work): Promise<RoundPlan>;
  /** Makes the units' forms as sheets of the open workbook. */
  makeSheets(choice: RoundChoice, work?: Work): Promise<{ readonly sheets: readonly string[] }>;
  /** Makes the units' forms as files. */
  makeFiles(choice: RoundChoice, work?: Work): Promise<readonly FormFile[]>;
  /** Opens a file in Excel as a workbook of its own, for where a file cannot be downloaded. */
  openFile(bytes: Uint8Array): Promise<void>;
  /** What the returned forms come to. Writes nothing. */
  lookAtAnswers(sources: readonly AnswerSource[], period: string, decisions: CollectDecisions, work?: Work): Promise<CollectPreview>;
  /** Writes the answers into the registers, in one step. */
  collectAnswers(sources: readonly AnswerSource[], period: string, decisions: CollectDecisions, work?: Work): Promise<Collected>;
  /** Who has answered. Writes nothing. */
  roundState(period: string, work?: Work): Promise<RoundState>;
}
