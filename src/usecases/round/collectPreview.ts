import type { AnswerLine } from "../../round/answerLines.js";
import type { UnitAnswers } from "../../round/unitAnswers.js";

export type { AnswerKind, AnswerLine, AnswerPlace, CollectDecisions } from "../../round/answerLines.js";
export type { UnitAnswers } from "../../round/unitAnswers.js";

/** Something that a unit may have answered in. Files are read one at a time, when their turn comes, and let go of. */
export type AnswerSource =
  | {
      readonly kind: "file";
      readonly name: string;
      readonly read: () => Promise<Uint8Array>;
      /** The same for the same bytes; left out where nobody knows. */
      readonly id?: string;
    }
  /** The forms that stand as sheets in the open workbook. */
  | { readonly kind: "workbook" };

/** What the returned forms come to, before anything is written. */
export interface CollectPreview {
  readonly period: string;
  readonly files: number;
  readonly units: readonly UnitAnswers[];
  readonly lines: readonly AnswerLine[];
}

/** What collecting came to. */
export interface Collected {
  /** Cells that got an answer, or were emptied. */
  readonly written: number;
  /** Conflicts that were decided so that the register stays as it is, and those that nobody has decided. */
  readonly kept: number;
  readonly undecided: number;
}
