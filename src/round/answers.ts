import type { LocalText } from "../registers/language.js";
import type { ColumnValue } from "../registers/schema.js";
import type { CellAddress } from "../registers/cell.js";
import type { FormHead } from "./readForms.js";
import type { RowMark } from "./marks.js";

/** A cell of a form that somebody has filled in, or emptied, since the form was made. */
export interface Answer {
  readonly mark: RowMark;
  /** Key of the register's column. */
  readonly column: string;
  readonly at: CellAddress;
  /** `null` where what stood there has been taken away. */
  readonly value: ColumnValue | null;
  /** True for "Ja" or a tick where a day belongs: the day is then when the file was saved, and any day that the register has already says as much. */
  readonly isTick: boolean;
  /** What is to be told of how it was read: "85 läses som 85 %". */
  readonly notes: readonly LocalText[];
}

/** Something that stands in a form and is no answer that can be taken. */
export interface Unread {
  readonly unit: string;
  /** As printed, and the workbook that the form was made from; `null` where it cannot be told. */
  readonly period: string | null;
  readonly workbook: string | null;
  readonly at: CellAddress;
  /** What stands there. */
  readonly text: string;
  readonly message: LocalText;
  /** The cell of a register that it was asked for; left out where that cannot be told. */
  readonly asked?: { readonly mark: RowMark; readonly column: string };
}

/** What one file, or the open workbook, answers: all that is kept of it. */
export interface SourceAnswers {
  /** "" for the open workbook. */
  readonly file: string;
  /** When it was last saved, serial day with the time as fraction; `null` where the file does not say. */
  readonly modified: number | null;
  readonly forms: readonly FormHead[];
  readonly answers: readonly Answer[];
  readonly unread: readonly Unread[];
  /** What is to be told of the file, or of sheets in it, that are no forms of ours. */
  readonly notOurs: readonly { readonly at: CellAddress; readonly message: LocalText }[];
}
