import type { RegisterRow } from "../../registers/register.js";
import type { RegisterContents, Registers } from "../../registers/registers.js";
import { comparePeriods, periodKey, type Period } from "../../registers/values/period.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { append, madeOnce } from "../goals/goalTree.js";
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
  /** Groups of rows about the same, for the same period and unit, each in the order of the sheet. */
  readonly repeated: readonly (readonly FollowUpRow[])[];
}

/** What a row is about, and the unit that it speaks for. */
interface Told {
  readonly subject: Subject | undefined;
  readonly unit: string | null;
}

/** What is reported of one id, by `periodKey`. */
interface OfId {
  readonly rows: FollowUpRow[];
  readonly periods: Map<number, OfPeriod>;
}

interface OfPeriod {
  readonly rows: FollowUpRow[];
  /** By the unit that they speak for, folded. */
  readonly byUnit: Map<string | null, FollowUpRow[]>;
}

export function followUpsOf(contents: RegisterContents, subjects: Subjects): FollowUps {
  const speaksFor = (row: FollowUpRow, subject: Subject | undefined): string | null => {
    if (row.values.enhet !== null) return row.values.enhet;
    const typed = row.cells.enhet;
    // A unit that could not be read is not the owner: the row then speaks for what was typed, and the reader's finding says so.
    if (typed !== undefined && !isBlank(typed)) return String(typed.value);
    return subject === undefined ? null : subjects.ownerOf(subject);
  };

  const tell = (row: FollowUpRow): Told => {
    const subject = subjects.find(row.values.avser);
    return { subject, unit: speaksFor(row, subject) };
  };

  const told = new Map<FollowUpRow, Told>();
  const byId = new Map<string, OfId>();
  for (const row of contents.uppfoljning?.rows ?? []) {
    const { avser, period } = row.values;
    const ofId = madeOnce(byId, folded(avser), (): OfId => ({ rows: [], periods: new Map() }));
    const ofPeriod = madeOnce(ofId.periods, periodKey(period), (): OfPeriod => ({ rows: [], byUnit: new Map() }));
    ofId.rows.push(row);
    ofPeriod.rows.push(row);
    const what = tell(row);
    told.set(row, what);
    append(ofPeriod.byUnit, foldedUnit(what.unit), row);
  }
  const repeated: FollowUpRow[][] = [];
  for (const { rows, periods } of byId.values()) {
    rows.sort((a, b) => comparePeriods(a.values.period, b.values.period) || a.row - b.row);
    for (const { byUnit } of periods.values()) {
      for (const same of byUnit.values()) if (same.length > 1) repeated.push(same);
    }
  }
  const inPeriod = (id: string, period: Period) => byId.get(folded(id))?.periods.get(periodKey(period));
  return {
    find: (id, period, unit) => inPeriod(id, period)?.byUnit.get(foldedUnit(unit))?.[0],
    inPeriod: (id, period) => inPeriod(id, period)?.rows ?? [],
    of: (id) => byId.get(folded(id))?.rows ?? [],
    unitOf: (row) => (told.get(row) ?? tell(row)).unit,
    subjectOf: (row) => (told.get(row) ?? tell(row)).subject,
    repeated,
  };
}

function foldedUnit(unit: string | null): string | null {
  return unit === null ? null : folded(unit);
}
