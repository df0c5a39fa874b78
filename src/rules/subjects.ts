import type { RegisterRow } from "../registers/register.js";
import type { RegisterContents, Registers } from "../registers/registers.js";
import { folded } from "../registers/values/reading.js";
import { append, byReportOrder, firstById, type GoalRow, type GoalTree, type MeasureRow } from "./goals/goalTree.js";
import type { Units } from "./units/units.js";

export type AssignmentRow = RegisterRow<Registers["uppdrag"]>;
export type ActivityRow = RegisterRow<Registers["aktiviteter"]>;
export type DocumentRow = RegisterRow<Registers["dokument"]>;
export type ControlRow = RegisterRow<Registers["kontroller"]>;
export type DecisionRow = RegisterRow<Registers["beslut"]>;

/** What an id of any register stands for. */
export type Subject =
  | { readonly kind: "goal"; readonly row: GoalRow }
  | { readonly kind: "assignment"; readonly row: AssignmentRow }
  | { readonly kind: "activity"; readonly row: ActivityRow }
  | { readonly kind: "measure"; readonly row: MeasureRow }
  | { readonly kind: "document"; readonly row: DocumentRow }
  | { readonly kind: "control"; readonly row: ControlRow }
  | { readonly kind: "decision"; readonly row: DecisionRow };

/** Everything in a workbook that has an id: one namespace over all registers (model.md, Keys). */
export interface Subjects {
  /** `undefined` when nothing has the id. An id that two registers have, which is a finding, is the goal's before the assignment's before the others'. */
  find(id: string): Subject | undefined;
  assignment(id: string | null): AssignmentRow | undefined;
  /** Who leads an assignment: its Huvudansvarig or, when blank, the unit that owns its goal. */
  leadOf(assignment: AssignmentRow): string | null;
  /** Who reports on the subject when nobody else is named: the lead of an assignment, the owner of a goal, and for an activity that of what it belongs to. */
  ownerOf(subject: Subject): string | null;
}

export function subjectsOf(contents: RegisterContents, tree: GoalTree): Subjects {
  const assignments = firstById(contents.uppdrag?.rows ?? []);
  const subjects = new Map<string, Subject>();
  const add = <Row>(rows: ReadonlyMap<string, Row>, subjectOf: (row: Row) => Subject): void => {
    for (const [id, row] of rows) if (!subjects.has(id)) subjects.set(id, subjectOf(row));
  };
  // An id that two registers have is that of the first here.
  add(firstById(contents.mal?.rows ?? []), (row) => ({ kind: "goal", row }));
  add(assignments, (row) => ({ kind: "assignment", row }));
  add(firstById(contents.aktiviteter?.rows ?? []), (row) => ({ kind: "activity", row }));
  add(firstById(contents.matt?.rows ?? []), (row) => ({ kind: "measure", row }));
  add(firstById(contents.dokument?.rows ?? []), (row) => ({ kind: "document", row }));
  add(firstById(contents.kontroller?.rows ?? []), (row) => ({ kind: "control", row }));
  add(firstById(contents.beslut?.rows ?? []), (row) => ({ kind: "decision", row }));

  const find = (id: string): Subject | undefined => subjects.get(folded(id));
  const leadOf = ({ values }: AssignmentRow): string | null => {
    if (values.huvudansvarig !== null) return values.huvudansvarig;
    const goal = tree.goal(values.malId);
    return goal === undefined ? null : tree.ownerOfGoal(goal);
  };
  const ownerOf = (subject: Subject): string | null => {
    switch (subject.kind) {
      case "goal":
        return tree.ownerOfGoal(subject.row);
      case "assignment":
        return leadOf(subject.row);
      case "activity": {
        const above = find(subject.row.values.avser);
        // An activity of an activity is a finding; following it on could go round for ever.
        return above === undefined || above.kind === "activity" ? null : ownerOf(above);
      }
      case "measure":
        return tree.ownerOfMeasure(subject.row);
      case "document":
        return subject.row.values.enhet;
      case "control":
      case "decision":
        return null;
    }
  };
  return { find, assignment: (id) => (id === null ? undefined : assignments.get(folded(id))), leadOf, ownerOf };
}

/** The activities of goals and assignments in report order, by the folded id of what they belong to. */
export function activitiesByOwner(contents: RegisterContents): ReadonlyMap<string, readonly ActivityRow[]> {
  const byOwner = new Map<string, ActivityRow[]>();
  const rows = [...(contents.aktiviteter?.rows ?? [])].sort((a, b) => byReportOrder(a.values, b.values) || a.row - b.row);
  for (const row of rows) append(byOwner, folded(row.values.avser), row);
  return byOwner;
}

/** Assignments in report order: by the lead's place in Enheter, then Ordning and id; without a lead last. Of two with one id, which is a finding, only the upper. */
export function assignmentsInOrder(contents: RegisterContents, subjects: Subjects, units: Units): readonly AssignmentRow[] {
  const led = new Map<string | null, AssignmentRow[]>();
  for (const row of contents.uppdrag?.rows ?? []) if (subjects.assignment(row.values.id) === row) append(led, subjects.leadOf(row), row);
  const inOrder = (rows: readonly AssignmentRow[]) => [...rows].sort((a, b) => byReportOrder(a.values, b.values) || a.row - b.row);
  return [...led].sort(([a], [b]) => units.byOrder(a, b)).flatMap(([, rows]) => inOrder(rows));
}
