import { addressOf } from "../../registers/register.js";
import type { Period } from "../../registers/values/period.js";
import type { GoalRow, MeasureRow } from "../goalTree.js";
import type { Workbook } from "../measureResults.js";
import { named, type Place } from "../messages.js";
import type { OutcomeRow } from "../outcomes.js";
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

export function inMatt({ contents }: CheckContext, row: MeasureRow, key: MattColumn): Place {
  return { register: registers.matt.table, column: registers.matt.columns[key].header, at: contents.matt && addressOf(contents.matt, row, key) };
}

export function inMal({ contents }: CheckContext, row: GoalRow, key: MalColumn): Place {
  return { register: registers.mal.table, column: registers.mal.columns[key].header, at: contents.mal && addressOf(contents.mal, row, key) };
}

export function inUtfall({ contents }: CheckContext, row: OutcomeRow, key: UtfallColumn): Place {
  return { register: registers.utfall.table, column: registers.utfall.columns[key].header, at: contents.utfall && addressOf(contents.utfall, row, key) };
}

export const nameOf = (measure: MeasureRow): string => named(measure.values.matt);
export const goalName = (goal: GoalRow): string => named(goal.values.mal);

/** Sheet rows as people count them. */
export const rowNumber = (row: { readonly row: number }): number => row.row + 1;
