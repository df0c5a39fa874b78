import type { RegisterRow } from "../../registers/register.js";
import type { RegisterContents, Registers } from "../../registers/registers.js";
import { comparePeriods, periodKey, type Period } from "../../registers/values/period.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { append } from "../goals/goalTree.js";
import type { Subject, Subjects } from "../subjects.js";

export type FollowUpRow = RegisterRow<Registers["uppfoljning"]>;

/** What the units of a workbook have reported, found by what it is about, period and unit. Where two rows say the same, the upper one counts. */
export interface FollowUps {
  find(id: string, period: Period, unit: string | null): FollowUpRow | undefined;
  /** Every row about the id for the period, in the order of the sheet. */
  inPeriod(id: string, period: Period): readonly FollowUpRow[];
  /** Every row about the id, the earliest period first; within a period in the order of the sheet. */
  of(id: string): readonly FollowUpRow[];
  /** The unit a row speaks for: its own or, when blank, the owner of what it is about. */
  unitOf(row: FollowUpRow): string | null;
  /** `undefined` when Avser leads nowhere, which is the reader's finding. */
  subjectOf(row: FollowUpRow): Subject | undefined;
  /** Groups of rows about the same, for the same period and unit, in the order of the sheet. */
  readonly repeated: readonly (readonly FollowUpRow[])[];
}

export function followUpsOf(contents: RegisterContents, subjects: Subjects): FollowUps {
  const subjectOf = ({ values }: FollowUpRow) => subjects.find(values.avser);
  const unitOf = (row: FollowUpRow): string | null => {
    if (row.values.enhet !== null) return row.values.enhet;
    const typed = row.cells.enhet;
    // A unit that could not be read is not the owner: the row then speaks for what was typed, and the reader's finding says so.
    if (typed !== undefined && !isBlank(typed)) return String(typed.value);
    const subject = subjectOf(row);
    return subject === undefined ? null : subjects.ownerOf(subject);
  };

  const byKey = new Map<string, FollowUpRow[]>();
  const byPeriod = new Map<string, FollowUpRow[]>();
  const byId = new Map<string, FollowUpRow[]>();
  for (const row of contents.uppfoljning?.rows ?? []) {
    const { avser, period } = row.values;
    append(byKey, followUpKey(avser, period, unitOf(row)), row);
    append(byPeriod, periodOfId(avser, period), row);
    append(byId, folded(avser), row);
  }
  for (const rows of byId.values()) rows.sort((a, b) => comparePeriods(a.values.period, b.values.period) || a.row - b.row);
  return {
    find: (id, period, unit) => byKey.get(followUpKey(id, period, unit))?.[0],
    inPeriod: (id, period) => byPeriod.get(periodOfId(id, period)) ?? [],
    of: (id) => byId.get(folded(id)) ?? [],
    unitOf,
    subjectOf,
    repeated: [...byKey.values()].filter((rows) => rows.length > 1),
  };
}

function periodOfId(id: string, period: Period): string {
  return `${periodKey(period)}|${folded(id)}`;
}

function followUpKey(id: string, period: Period, unit: string | null): string {
  return JSON.stringify([periodKey(period), folded(id), unit === null ? null : folded(unit)]);
}
