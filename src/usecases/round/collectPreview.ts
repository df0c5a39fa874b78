import type { AnswerKind, AnswerLine } from "../../round/answerLines.js";

export type { AnswerKind, AnswerLine, AnswerPlace, CollectDecisions } from "../../round/answerLines.js";

/** Something that a unit may have answered in. Files are read one at a time, when their turn comes, and let go of. */
export type AnswerSource =
  | { readonly kind: "file"; readonly name: string; readonly read: () => Promise<Uint8Array> }
  /** The forms that stand as sheets in the open workbook. */
  | { readonly kind: "workbook" };

export interface UnitAnswers {
  readonly unit: string;
  readonly name: string;
  /** Of what was asked: answered now or before, and still blank. */
  readonly asked: number;
  readonly answered: number;
  readonly missing: number;
  /** Lines of each kind. */
  readonly counts: Readonly<Partial<Record<AnswerKind, number>>>;
  /** The day that it was marked ready, by the forms or the register; serial number. */
  readonly ready: number | null;
  readonly deadline: number | null;
  /** Files and sheets that its answers came in. */
  readonly sources: readonly string[];
}

/** What the returned forms come to, before anything is written. */
export interface CollectPreview {
  readonly period: string;
  readonly files: number;
  readonly units: readonly UnitAnswers[];
  readonly lines: readonly AnswerLine[];
}

export interface Collected {
  readonly written: number;
  readonly kept: number;
  readonly undecided: number;
}
