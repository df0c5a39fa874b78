import type { IntakeChoices, IntakeSource } from "../../usecases/takeIn/intakePreview.js";

/** What has been chosen and not yet taken in: it is there when somebody who left the page comes back. */
export interface IntakeDraft {
  readonly source: IntakeSource;
  readonly choices: IntakeChoices;
  /** Register cells that are to be left as they are. */
  readonly kept: ReadonlySet<string>;
}

/** What was chosen of the source that is asked for, or of any when none is. */
export function draftOf(draft: IntakeDraft | undefined, from: IntakeSource | undefined): IntakeDraft | undefined {
  return from === undefined || from.kind === draft?.source.kind ? draft : undefined;
}
