import type { Mapping } from "../../intake/mapping.js";
import type { IntakeChoices, IntakePreview, IntakeSource, TakenIn } from "../../usecases/takeIn/intakePreview.js";
import type { Work } from "../../usecases/work.js";

/** What the pane can have done with sheets that people already have. Rejects as PaneActions do. */
export interface IntakeActions {
  /** What was understood of the sheets, and what taking them in would write. Writes nothing. */
  previewIntake(source: IntakeSource, choices: IntakeChoices, work?: Work): Promise<IntakePreview>;
  /** Takes the sheets in, and remembers in the workbook how they were read. */
  takeIn(source: IntakeSource, choices: IntakeChoices, work?: Work): Promise<TakenIn>;
  /** How sheets are read, as the text of a file. */
  mappingText(mapping: Mapping): Promise<string>;
  /** The same from a file; rejects when the text is no such thing. */
  readMapping(text: string): Promise<Mapping>;
}
