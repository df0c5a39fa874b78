import { toRemember } from "../../intake/editMapping.js";
import { makeMissingRegisters } from "../createTemplate.js";
import type { WorkbookPort } from "../port.js";
import { refuseTablesOfOthers } from "../tablesOfOthers.js";
import { unfinishedIn } from "../templateStanding.js";
import { registersWrittenTo, writeUpdate } from "../updating/writeUpdate.js";
import { goOn, type Work } from "../work.js";
import { sayingWhatStands, WorkbookError } from "../workbookError.js";
import type { IntakeChoices, IntakeSource, TakenIn } from "./intakePreview.js";
import { lookAtSheets, readStanding } from "./lookAtSheets.js";
import { planIntake } from "./planIntake.js";
import { previewOf } from "./previewIntake.js";
import { rememberMapping } from "./rememberedMapping.js";

/**
 * Takes in the sheets of a source: makes the registers that are missing, remembers the mapping, and brings all rows and cells to the registers in one step. The sheets
 * themselves are only read. Everything is read anew, and must come to what the preview said. Beside what a preview costs: two requests to remember (one when there is nothing new), two that write,
 * and where registers are missing three more.
 * @throws WorkbookError as `previewIntake`; `workbook-changed` when it no longer comes to what was previewed; `registers-exist` when a table of somebody's own is called as a register that is needed; or what `makeMissingRegisters` and `writeUpdate` throw. No row has then been
 * written; registers that were made stay, and taking in once more goes on from there.
 */
export async function takeIn(port: WorkbookPort, source: IntakeSource, choices: IntakeChoices, today: number, work?: Work): Promise<TakenIn> {
  const looked = await lookAtSheets(port, source, choices, work);
  const { registersToMake, plan, mapping, fingerprint } = previewOf(looked, source);
  if (choices.seen !== undefined && choices.seen !== fingerprint) throw changedSinceSeen();
  refuseTablesOfOthers(looked.standing.image, registersWrittenTo(plan));
  goOn(work, "writing");
  // Registers that an earlier attempt began on are completed.
  const areMissing = registersToMake.length > 0 || unfinishedIn(looked.standing.image).length > 0;
  const registersMade = areMissing ? await makeMissingRegisters(port, registersToMake) : [];
  try {
    const made = areMissing ? await readStanding(port) : undefined;
    // Before the rows: an undo then takes back the rows, and a failure to remember has written none.
    await rememberMapping(port, toRemember(mapping));
    const { image, contents } = made ?? looked.standing;
    const toWrite = made === undefined ? plan : planIntake(made, looked.brought);
    const { added, changed } = await writeUpdate(port, image, contents, toWrite, { today, keep: new Set(choices.cellsKept) });
    return { added, changed, registersMade };
  } catch (error) {
    throw registersMade.length === 0 ? error : sayingWhatStands(error, REGISTERS_ONLY);
  }
}

const REGISTERS_ONLY = { sv: "Register som saknades är skapade, men inga rader har skrivits.", en: "Registers that were missing have been created, but no rows have been written." };

function changedSinceSeen(): WorkbookError {
  return new WorkbookError("workbook-changed", {
    sv: "Bladen eller registren har ändrats sedan du såg vad som skulle läsas in. Inget har skrivits. Titta igenom förhandsvisningen på nytt.",
    en: "The sheets or the registers have changed since you saw what was to be taken in. Nothing has been written. Look through the preview again.",
  });
}
