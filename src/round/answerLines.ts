import type { CellAddress } from "../registers/cell.js";
import type { LocalText } from "../registers/language.js";
import type { RegisterKey } from "../registers/registers.js";

/** A cell of a returned form. `file` is "" for the open workbook. */
export interface AnswerPlace {
  readonly file: string;
  readonly at: CellAddress;
}

/**
 * What is to be told of one answer, or of one file:
 * new, it fills a blank cell; changed, it takes the place of what the same unit answered before, or of what stood there when the form was made;
 * conflict, two forms answer differently, the register has been changed since the form was made, or the unit has emptied the cell: it waits for a decision;
 * unreadable, it stays in its file; otherPeriod, lastPeriod's form came back; notOurs, the file or sheet is no form of this workbook; unknownRow, the register has no such row any more;
 * lateReady, the unit marked its form ready after the last day: the day is written.
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
  /** Of a conflict, the index of the answer that the rule newest takes; left out where it takes none. */
  readonly newest?: number;
  /** What it is, what it means and what to do. */
  readonly message: LocalText;
}

/** How conflicts are decided: by id of the line, else by the rule; what is undecided is left as it stands, and told. */
export interface CollectDecisions {
  /** "keep", or the index of the answer to take. */
  readonly byLine?: Readonly<Record<string, "keep" | number>>;
  /** newest, the answer of the file that was saved last: two of the same time, or of files that do not say, are still undecided, and it never empties a cell. existing, what stands in the register. */
  readonly rule?: "newest" | "existing";
}
