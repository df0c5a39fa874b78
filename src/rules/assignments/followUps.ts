import type { RegisterRow } from "../../registers/register.js";
import type { RegisterContents, Registers } from "../../registers/registers.js";
import { comparePeriods, periodKey, samePeriod, type Period } from "../../registers/values/period.js";
import { folded, isBlank } from "../../registers/values/reading.js";
import { byRow } from "../byRow.js";
import { append, madeOnce } from "../goals/goalTree.js";
import type { AssignmentRow, Subject, Subjects } from "../subjects.js";
import { sameUnit } from "../units/units.js";

export type FollowUpRow = RegisterRow<Registers["uppfoljning"]>;

/** What is followed up: anything by its id, or an assignment by its row. Of assignments there are many, and all is asked again and again: their ids are looked up once. */
export type FollowedUp = string | AssignmentRow;

/** What the units of a workbook have reported, found by what it is about, period and unit. Where two rows say the same, the upper one counts. */
export interface FollowUps {
  find(about: FollowedUp, period: Period, unit: string | null): FollowUpRow | undefined;
  /** Every row about it for the period, in the order of the sheet. */
  inPeriod(about: FollowedUp, period: Period): readonly FollowUpRow[];
  /** Every row about it, the earliest period first; within a period in the order of the sheet. */
  of(about: FollowedUp): readonly FollowUpRow[];
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

/** What is reported of one id for one period. */
interface OfPeriod {
  /** In the order of the sheet. */
  readonly rows: FollowUpRow[];
  /** By the unit that they speak for, folded. */
  readonly byUnit: Map<string | null, FollowUpRow[]>;
}

/** Up to so many rows of one id are looked through one by one: of most ids there are a few, and there are many ids. */
const FEW = 8;

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

  const told = byRow<FollowUpRow, Told>();
  const byId = new Map<string, FollowUpRow[]>();
  const ofAssignments = byRow<AssignmentRow, readonly FollowUpRow[]>();
  for (const row of contents.uppfoljning?.rows ?? []) {
    const what = tell(row);
    told.set(row, what);
    const about = madeOnce(byId, folded(row.values.avser), (): FollowUpRow[] => []);
    about.push(row);
    if (what.subject?.kind === "assignment") ofAssignments.set(what.subject.row, about);
  }
  const unitOf = (row: FollowUpRow) => (told.get(row) ?? tell(row)).unit;
  /** Of ids with many rows, by `periodKey`. */
  const periodsOf = new Map<string, ReadonlyMap<number, OfPeriod>>();
  const repeated: (readonly FollowUpRow[])[] = [];
  for (const [id, rows] of byId) {
    if (rows.length === 1) continue;
    const periods = byPeriod(rows, unitOf);
    for (const { byUnit } of periods.values()) {
      for (const same of byUnit.values()) if (same.length > 1) repeated.push(same);
    }
    if (rows.length > FEW) periodsOf.set(id, periods);
    rows.sort((a, b) => comparePeriods(a.values.period, b.values.period) || a.row - b.row);
  }
  const of = (about: FollowedUp): readonly FollowUpRow[] => {
    if (typeof about === "string") return byId.get(folded(about)) ?? NO_ROWS;
    const known = ofAssignments.get(about);
    if (known !== undefined) return known;
    const rows = of(about.values.id);
    ofAssignments.set(about, rows);
    return rows;
  };
  const manyInPeriod = (about: FollowedUp, period: Period) => periodsOf.get(folded(typeof about === "string" ? about : about.values.id))?.get(periodKey(period));
  return {
    find: (about, period, unit) => {
      const rows = of(about);
      if (rows.length > FEW) return manyInPeriod(about, period)?.byUnit.get(foldedUnit(unit))?.[0];
      return rows.find((row) => samePeriod(row.values.period, period) && sameUnit(unitOf(row), unit));
    },
    inPeriod: (about, period) => {
      const rows = of(about);
      if (rows.length > FEW) return manyInPeriod(about, period)?.rows ?? NO_ROWS;
      return rows.every((row) => samePeriod(row.values.period, period)) ? rows : rows.filter((row) => samePeriod(row.values.period, period));
    },
    of,
    unitOf,
    subjectOf: (row) => (told.get(row) ?? tell(row)).subject,
    repeated,
  };
}

const NO_ROWS: readonly FollowUpRow[] = [];

/** Rows of one id in the order of the sheet, by `periodKey`. */
function byPeriod(rows: readonly FollowUpRow[], unitOf: (row: FollowUpRow) => string | null): ReadonlyMap<number, OfPeriod> {
  const periods = new Map<number, OfPeriod>();
  for (const row of rows) {
    const ofPeriod = madeOnce(periods, periodKey(row.values.period), (): OfPeriod => ({ rows: [], byUnit: new Map() }));
    ofPeriod.rows.push(row);
    append(ofPeriod.byUnit, foldedUnit(unitOf(row)), row);
  }
  return periods;
}

function foldedUnit(unit: string | null): string | null {
  return unit === null ? null : folded(unit);
}
