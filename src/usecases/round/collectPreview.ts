import type { CellAddress } from "../../registers/cell.js";
import type { LocalText } from "../../registers/language.js";
import type { RegisterKey } from "../../registers/registers.js";

/** Something that a unit may have answered in. Files are read one at a time, when their turn comes, and let go of. */
export type AnswerSource =
  | { readonly kind: "file"; readonly name: string; readonly read: () => Promise<Uint8Array> }
  /** The forms that stand as sheets in the open workbook. */
  | { readonly kind: "workbook" };

/** A cell of a returned form. `file` is "" for the open workbook. */
export interface AnswerPlace {
  readonly file: string;
  readonly at: CellAddress;
}

/**
 * What is to be told of one answer, or of one file:
 * new, it fills a blank cell; changed, it takes the place of what the same unit answered before, or of what stood there when the form was made;
 * conflict, two forms answer differently, or the register has been changed since the form was made: it waits for a decision;
 * unreadable, it stays in its file; otherPeriod, lastPeriod's form came back; notOurs, the file or sheet is no form of this workbook; unknownRow, the register has no such row any more.
 */
export type AnswerKind = "new" | "changed" | "conflict" | "unreadable" | "otherPeriod" | "notOurs" | "unknownRow" | "lateReady";

export interface AnswerLine {
  /** Stable for the same sources: what decisions refer to. */
  readonly id: string;
  readonly kind: AnswerKind;
  /** Code; "" where it cannot be told. */
  readonly unit: string;
  /** Where it goes; left out for what goes nowhere. */
  readonly to?: { readonly register: RegisterKey; readonly column: string; readonly header: string; readonly key: string; readonly at: CellAddress | null };
  /** What stands in the register; "" for blank. */
  readonly standing: string;
  /** What is answered: one, or for a conflict each. The newest first where times are known. */
  readonly answers: readonly { readonly text: string; readonly from: AnswerPlace }[];
  /** What it is, what it means and what to do. */
  readonly message: LocalText;
}

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

/** How conflicts are decided: by id of the line, else by the rule; what is undecided is left as it stands, and told. */
export interface CollectDecisions {
  /** "keep", or the index of the answer to take. */
  readonly byLine?: Readonly<Record<string, "keep" | number>>;
  readonly rule?: "newest" | "existing";
}

export interface Collected {
  readonly written: number;
  readonly kept: number;
  readonly undecided: number;
}
