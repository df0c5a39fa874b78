import { addressOf } from "../../registers/register.js";
import type { Period } from "../../registers/values/period.js";
import { byReportOrder, type GoalRow, type MeasureRow } from "../goalTree.js";
import type { Workbook } from "../measureResults.js";
import { named, type Place } from "../messages.js";
import type { FollowUpRow } from "../followUps.js";
import type { OutcomeRow } from "../outcomes.js";
import type { ActivityRow, AssignmentRow } from "../subjects.js";
import { registers } from "../../registers/registers.js";

/** What every check sees. */
export interface CheckContext extends Workbook {
  /** The workbook's period; undefined when none is chosen, or none that can be read. */
  readonly period: Period | undefined;
  /** Serial number of today; undefined where nobody says, and then nothing is overdue or in the future. */
  readonly today: number | undefined;
}

type MattColumn = keyof typeof registers.matt.columns;
type MalColumn = keyof typeof registers.mal.columns;
type UtfallColumn = keyof typeof registers.utfall.columns;
type UppdragColumn = keyof typeof registers.uppdrag.columns;
type AktivitetColumn = keyof typeof registers.aktiviteter.columns;
type UppfoljningColumn = keyof typeof registers.uppfoljning.columns;

export function inMatt({ contents }: CheckContext, row: MeasureRow, key: MattColumn): Place {
  return { register: registers.matt.table, column: registers.matt.columns[key].header, at: contents.matt && addressOf(contents.matt, row, key) };
}

export function inMal({ contents }: CheckContext, row: GoalRow, key: MalColumn): Place {
  return { register: registers.mal.table, column: registers.mal.columns[key].header, at: contents.mal && addressOf(contents.mal, row, key) };
}

export function inUtfall({ contents }: CheckContext, row: OutcomeRow, key: UtfallColumn): Place {
  return { register: registers.utfall.table, column: registers.utfall.columns[key].header, at: contents.utfall && addressOf(contents.utfall, row, key) };
}

export function inUppdrag({ contents }: CheckContext, row: AssignmentRow, key: UppdragColumn): Place {
  return { register: registers.uppdrag.table, column: registers.uppdrag.columns[key].header, at: contents.uppdrag && addressOf(contents.uppdrag, row, key) };
}

export function inAktiviteter({ contents }: CheckContext, row: ActivityRow, key: AktivitetColumn): Place {
  const { table, columns } = registers.aktiviteter;
  return { register: table, column: columns[key].header, at: contents.aktiviteter && addressOf(contents.aktiviteter, row, key) };
}

export function inUppfoljning({ contents }: CheckContext, row: FollowUpRow, key: UppfoljningColumn): Place {
  const { table, columns } = registers.uppfoljning;
  return { register: table, column: columns[key].header, at: contents.uppfoljning && addressOf(contents.uppfoljning, row, key) };
}

export const nameOf = (measure: MeasureRow): string => named(measure.values.matt);
export const goalName = (goal: GoalRow): string => named(goal.values.mal);
export const assignmentName = (assignment: AssignmentRow): string => named(assignment.values.uppdrag);
export const activityName = (activity: ActivityRow): string => named(activity.values.aktivitet);

/** Sheet rows as people count them. */
export const rowNumber = (row: { readonly row: number }): number => row.row + 1;

/** Rows by id: which of two that are alike is told of, and may be accepted, then does not turn with how the sheet is sorted. */
export function byId<Row extends { readonly row: number }>(rows: readonly Row[], idOf: (row: Row) => string): readonly Row[] {
  return [...rows].sort((a, b) => byReportOrder({ id: idOf(a), ordning: null }, { id: idOf(b), ordning: null }) || a.row - b.row);
}
