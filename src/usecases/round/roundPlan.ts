/** Whom to ask, of which period. */
export interface RoundRequest {
  /** As people write it; left out, the workbook's own. */
  readonly period?: string | undefined;
  /** Codes; left out, every unit that has something to answer. */
  readonly units?: readonly string[] | undefined;
  /** Serial number of today. */
  readonly today: number;
  /**
   * The last day to answer; serial number, today or later. Units that owe no report for the period in Klarmarkering get a row there with it; those that do keep their own day.
   * Left out, nobody is given one.
   */
  readonly deadline?: number | undefined;
  /** A new id for the workbook, used where it has none: forms tell by it where they belong. "" gives it none, and writes nothing. */
  readonly newId: string;
}

/** What one unit is asked. */
export interface UnitToAsk {
  readonly unit: string;
  readonly name: string;
  /** Rows by what they are about. */
  readonly measures: number;
  readonly assignments: number;
  readonly controls: number;
  readonly decisions: number;
  /** Cells to fill in, and how many of them are answered already. */
  readonly asked: number;
  readonly answered: number;
  readonly deadline: number | null;
  /** The sheet of the open workbook that it has already; null when none. */
  readonly sheet: string | null;
  /** Rows that it is asked about now and that its sheet lacks, since they have come to the registers after it was made. */
  readonly notInSheet: number;
  readonly fileName: string;
}

export interface RoundPlan {
  /** As printed. */
  readonly period: string;
  readonly units: readonly UnitToAsk[];
  /** What nobody can be asked, since no unit owns it: "MÅTT-3 Andel …". */
  readonly ownerless: readonly string[];
}

/** A form as a file of its own. */
export interface FormFile {
  readonly unit: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}
