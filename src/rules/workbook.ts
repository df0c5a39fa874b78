import type { RegisterContents } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import type { Period } from "../registers/values/period.js";
import { followUpsOf, type FollowUps } from "./assignments/followUps.js";
import { byRow, type ByRow } from "./byRow.js";
import { goalTree, type GoalTree, type MeasureRow } from "./goals/goalTree.js";
import { outcomesOf, type OutcomeRow, type Outcomes } from "./measures/outcomes.js";
import type { Meaning, MeasureResult } from "./measures/results.js";
import { activitiesByOwner, assignmentsInOrder, subjectsOf, type ActivityRow, type AssignmentRow, type Subjects } from "./subjects.js";
import { unitsOf, type Units } from "./units/units.js";

/** What a report or a check is about: one unit (with the units below it), or all, in one period. */
export interface Choice {
  readonly unit: string | null;
  readonly period: Period;
}

/** A workbook's registers with what is looked up again and again: made once, then every rule is near-linear. */
export interface Workbook {
  readonly contents: RegisterContents;
  readonly settings: Settings;
  readonly tree: GoalTree;
  readonly outcomes: Outcomes;
  /** What has been judged of the rows of Utfall so far: several rules and every report ask for the same. */
  readonly judged: ByRow<OutcomeRow, MeasureResult>;
  /** What has been read so far of outcomes, and of measures' own targets. */
  readonly meanings: { readonly outcomes: ByRow<OutcomeRow, Meaning>; readonly targets: ByRow<MeasureRow, Meaning> };
  readonly units: Units;
  readonly subjects: Subjects;
  readonly followUps: FollowUps;
  /** Assignments in report order. */
  readonly assignments: readonly AssignmentRow[];
  /** Activities in report order, by the folded id of what they belong to. */
  readonly activities: ReadonlyMap<string, readonly ActivityRow[]>;
}

/** Contents are never changed once they are read: the check and the reports made from them share what is looked up. */
const made = new WeakMap<RegisterContents, Workbook>();

export function workbookOf(contents: RegisterContents, settings: Settings): Workbook {
  const known = made.get(contents);
  if (known?.settings === settings) return known;
  const workbook = workbookAnew(contents, settings);
  made.set(contents, workbook);
  return workbook;
}

function workbookAnew(contents: RegisterContents, settings: Settings): Workbook {
  const tree = goalTree(contents);
  const subjects = subjectsOf(contents, tree);
  const units = unitsOf(contents);
  return {
    contents, settings, tree, units, subjects,
    judged: byRow(),
    meanings: { outcomes: byRow(), targets: byRow() },
    outcomes: outcomesOf(contents, tree, units),
    assignments: assignmentsInOrder(contents, subjects, units),
    followUps: followUpsOf(contents, subjects),
    activities: activitiesByOwner(contents),
  };
}
