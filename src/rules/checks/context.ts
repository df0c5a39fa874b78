import type { Column } from "../../registers/column.js";
import { addressOf, type RegisterContent } from "../../registers/register.js";
import type { Period } from "../../registers/values/period.js";
import { byReportOrder, type GoalRow, type MeasureRow } from "../goals/goalTree.js";
import type { Workbook } from "../measures/measureResults.js";
import { named, type Place } from "../messages.js";
import type { ActivityRow, AssignmentRow } from "../subjects.js";
import { registers, type RegisterKey, type Registers } from "../../registers/registers.js";

/** What every check sees. */
export interface CheckContext extends Workbook {
  /** The workbook's period; undefined when none is chosen, or none that can be read. */
  readonly period: Period | undefined;
  /** Serial number of today; undefined where nobody says, and then nothing is overdue or in the future. */
  readonly today: number | undefined;
}

/** The place of a cell by its register, row and column. */
function inRegister<K extends RegisterKey>(register: K) {
  return ({ contents }: CheckContext, row: { readonly row: number }, key: keyof Registers[K]["columns"] & string): Place => {
    const { table, columns } = registers[register];
    const content: RegisterContent<unknown> | undefined = contents[register];
    return { register: table, column: headerOf(columns, key), at: content && addressOf(content, row, key) };
  };
}

const headerOf = (columns: Readonly<Record<string, Column>>, key: string): string => columns[key]?.header ?? key;

export const inInstallningar = inRegister("installningar");
export const inMatt = inRegister("matt");
export const inMal = inRegister("mal");
export const inUtfall = inRegister("utfall");
export const inUppdrag = inRegister("uppdrag");
export const inAktiviteter = inRegister("aktiviteter");
export const inUppfoljning = inRegister("uppfoljning");
export const inDokument = inRegister("dokument");
export const inTexter = inRegister("texter");
export const inResurser = inRegister("resurser");
export const inKontroller = inRegister("kontroller");
export const inKontrollresultat = inRegister("kontrollresultat");
export const inBeslut = inRegister("beslut");
export const inHandelser = inRegister("handelser");
export const inSynpunkter = inRegister("synpunkter");
export const inKlarmarkering = inRegister("klarmarkering");

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
