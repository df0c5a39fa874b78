import { periodLabel } from "../../registers/values/period.js";
import { answerContext } from "../../round/answerContext.js";
import type { CollectDecisions } from "../../round/answerLines.js";
import type { SourceAnswers } from "../../round/answers.js";
import { answerTargets } from "../../round/answerTargets.js";
import { formsOf } from "../../round/forms.js";
import { broughtAnswers, mergeAnswers, type MergedAnswers } from "../../round/mergeAnswers.js";
import { unitAnswers } from "../../round/unitAnswers.js";
import { workbookOf } from "../../rules/workbook.js";
import { planUpdate } from "../../updating/planUpdate.js";
import type { UpdatePlan } from "../../updating/updatePlan.js";
import { makeMissingRegisters } from "../createTemplate.js";
import type { WorkbookPort } from "../port.js";
import { period as periodAsked } from "../reportChoice.js";
import { unfinishedIn } from "../templateStanding.js";
import { readStanding, type Standing } from "../takeIn/lookAtSheets.js";
import { unitsKnown } from "../takeIn/unitsKnown.js";
import { registersWrittenTo, writeUpdate } from "../updating/writeUpdate.js";
import { goOn, type Work } from "../work.js";
import { sayingWhatStands } from "../workbookError.js";
import type { AnswerSource, Collected, CollectPreview } from "./collectPreview.js";
import type { KeptForms } from "./keptForms.js";
import { readAnswers } from "./readAnswers.js";

export interface CollectOptions {
  /** Serial number of today. */
  readonly today: number;
  /** As people write it; left out, the workbook's own. Forms of other periods are told, and not taken in. */
  readonly period?: string | undefined;
  /** What looking has read of files, for when their answers are taken in. */
  readonly kept?: KeptForms;
}

/**
 * What the returned forms come to: per unit, and line by line what is new, changed, in conflict, unreadable or not ours. Writes nothing. One request, and for the open workbook's own sheets
 * what WorkbookPort.readSheets costs; files cost none.
 * @throws WorkbookError `period-missing`, `period-unreadable`, or when the workbook cannot be read, or the work is stopped
 */
export async function lookAtAnswers(port: WorkbookPort, sources: readonly AnswerSource[], options: CollectOptions, decisions: CollectDecisions, work?: Work): Promise<CollectPreview> {
  const { preview } = await lookedAt(port, sources, options, decisions, work);
  return preview;
}

/**
 * Brings the answers to the registers by key, all in one step, and keeps in Ursprung where each came from. What is undecided is left as it stands; collecting the same forms again
 * writes nothing. The workbook is read anew. Beside what looking costs: two requests that write, and where a register is missing (Ursprung, the first time) at most four more; none where there is nothing to write.
 * @throws WorkbookError as `lookAtAnswers`, or what `makeMissingRegisters` and `writeUpdate` throw: no answer has then been written
 */
export async function collectAnswers(port: WorkbookPort, sources: readonly AnswerSource[], options: CollectOptions, decisions: CollectDecisions, work?: Work): Promise<Collected> {
  const { collected } = await collectAndTell(port, sources, options, decisions, work);
  return collected;
}

/** As `collectAnswers`, for who has not looked first: with what the forms came to. */
export async function collectAndTell(
  port: WorkbookPort, sources: readonly AnswerSource[], options: CollectOptions, decisions: CollectDecisions, work?: Work,
): Promise<{ readonly collected: Collected; readonly preview: CollectPreview }> {
  const looked = await lookedAt(port, sources, options, decisions, work);
  const { merged, plan, preview } = looked;
  goOn(work, "writing");
  const { kept, undecided, emptied } = merged;
  if (plan.added.length + plan.changed.length + emptied.length === 0) return { preview, collected: { written: 0, kept, undecided } };
  // Registers that an earlier attempt began on are completed.
  const isMissing = registersWrittenTo(plan).some((key) => looked.standing.contents[key] === undefined) || unfinishedIn(looked.standing.image).length > 0;
  const made = isMissing && (await makeMissingRegisters(port, registersWrittenTo(plan))).length > 0;
  try {
    const { image, contents, settings } = made ? await readStanding(port) : looked.standing;
    const toWrite = made ? planUpdate(contents, settings, broughtAnswers(merged.accepted)) : plan;
    await writeUpdate(port, image, contents, toWrite, { today: options.today, changes: emptied.map((at) => ({ at, value: "" })) });
    return { preview, collected: { written: cellsWritten(merged, toWrite), kept, undecided } };
  } catch (error) {
    throw made ? sayingWhatStands(error, REGISTERS_ONLY) : error;
  }
}

const REGISTERS_ONLY = { sv: "Register som saknades är skapade, men inga svar har skrivits.", en: "Registers that were missing have been created, but no answers have been written." };

interface LookedAt {
  readonly standing: Standing;
  readonly merged: MergedAnswers;
  readonly plan: UpdatePlan;
  readonly preview: CollectPreview;
}

async function lookedAt(port: WorkbookPort, sources: readonly AnswerSource[], options: CollectOptions, decisions: CollectDecisions, work?: Work): Promise<LookedAt> {
  goOn(work, "reading");
  const standing = await readStanding(port);
  const { contents, settings, image } = standing;
  const period = periodAsked(options.period ?? settings.period, settings);
  const workbook = workbookOf(contents, settings);
  const round = { workbook: settings.arbetsboksId, period: periodLabel(period) };
  const forms = formsOf(workbook, period);
  const targets = answerTargets(workbook, forms, round.workbook, round.period);
  const read = await readAnswers(port, image, sources, answerContext(workbook, unitsKnown(contents), options.today), targets.asked, options.kept, work);
  goOn(work, "checking");
  const ordered = inOrder(read);
  const merged = mergeAnswers(ordered, targets, round, decisions);
  const plan = planUpdate(contents, settings, broughtAnswers(merged.accepted));
  const lines = [...merged.lines, ...notWritten(plan)];
  const preview: CollectPreview = {
    period: round.period,
    files: sources.filter(({ kind }) => kind === "file").length,
    units: unitAnswers(forms, ordered, { ...merged, lines }, targets),
    lines,
  };
  return { standing, merged, plan, preview };
}

/** What comes of the answers does not depend on the order they were picked in. */
function inOrder(sources: readonly SourceAnswers[]): readonly SourceAnswers[] {
  return [...sources].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** Answers that a register cannot take: a column that somebody has taken away, a row that cannot be read. */
function notWritten({ findings }: UpdatePlan): CollectPreview["lines"] {
  return findings
    .filter(({ severity }) => severity === "fel")
    .map(({ ruleId, message, at = { sheet: "", row: 0, column: 0 } }, index) => ({
      id: `${ruleId}|${index}`, kind: "unreadable", unit: "", standing: "", answers: [{ text: "", from: { file: "", at } }], message,
    }));
}

function cellsWritten({ accepted, emptied }: MergedAnswers, { added, changed }: UpdatePlan): number {
  const rows = new Set(added.map(({ row, key }) => JSON.stringify([row.register, key])));
  const inNewRows = accepted.filter(({ target }) => !target.isStanding && rows.has(JSON.stringify([target.register, target.key])));
  return inNewRows.length + changed.length + emptied.length;
}
