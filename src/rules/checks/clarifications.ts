import type { Finding } from "../../registers/finding.js";
import { folded } from "../../registers/values/reading.js";
import { othersOf, type AssignmentRow } from "../assignments/assignments.js";
import { foundIn } from "../foundIn.js";
import { budgetLinesIn, type BudgetLine } from "../money/budgetLines.js";
import { words } from "../comments/sentences.js";
import { named, ruleFinding } from "../messages.js";
import { onceFor } from "../onceFor.js";
import { resourceOf, resourcesBySubject, type Resource } from "../money/resources.js";
import { unitsInText } from "../units/unitsInText.js";
import { assignmentName, inUppdrag, type CheckContext } from "./context.js";

/** The resources of each assignment, by its folded id. */
const resourcesOf = onceFor((context: CheckContext): ReadonlyMap<string, readonly Resource[]> =>
  resourcesBySubject((context.contents.resurser?.rows ?? []).map((row) => resourceOf(context, row))),
);

/** Money stands in Resurser, where it is summed, and not as a line of the clarification; one that stands in both can be taken out of the text. Source: R16. */
export function budgetLinesAreResources(context: CheckContext): Finding[] {
  const { contents, assignments } = context;
  if (contents.resurser === undefined) return [];
  const resources = resourcesOf(context);
  const isSame = sameIn(context);
  return assignments.flatMap((assignment) => {
    const { id, fortydligande } = assignment.values;
    if (fortydligande === null) return [];
    const own = resources.get(folded(id)) ?? [];
    const lines = budgetLinesIn(fortydligande).map((line) => ({ line, known: own.some((resource) => isSame(line, resource)) }));
    if (lines.length === 0) return [];
    const known = new Set(lines.filter((one) => one.known).map(({ line }) => line.typed));
    const place = inUppdrag(context, assignment, "fortydligande");
    const rest = fortydligande.split(/\r\n|\r|\n/u).filter((line) => !known.has(line.trim())).join("\n");
    const fix = place.at === undefined ? undefined : { cells: [{ at: place.at, value: rest }] };
    return lines.map((one) => {
      const about = { assignment: assignmentName(assignment), line: named(one.line.typed), known: one.known };
      return ruleFinding("uppdrag.budgetrad-i-texten", about, one.known ? { ...place, fix } : place);
    });
  });
}

/** Whether a printed line and a resource of the same assignment are one: type, unit (by code or name) and amount. */
function sameIn({ contents }: CheckContext): (line: BudgetLine, resource: Resource) => boolean {
  const codes = new Map((contents.enheter?.rows ?? []).flatMap(({ values }) => [values.namn, values.kod].map((name) => [folded(name), folded(values.kod)] as const)));
  const codeOf = (unit: string) => codes.get(folded(unit)) ?? folded(unit);
  return (line, { row, unit }) => row.values.typ === line.typ && row.values.belopp === line.amount && unit !== null && codeOf(unit) === codeOf(line.unit);
}

const MONEY = words("statsbidrag\\p{L}*|budgetarbet\\p{L}*|budgetprocess\\p{L}*|budgetberedning\\p{L}*|finansiering\\p{L}*|finansier(?:as|ade|ad|at)");

/**
 * A clarification that speaks of money has a budget line. A judgement, made only where the workbook has budget lines at all. Source: R20.
 */
export function moneySpokenOfIsBudgeted(context: CheckContext): Finding[] {
  const { contents, assignments } = context;
  if ((contents.resurser?.rows.length ?? 0) === 0) return [];
  const resources = resourcesOf(context);
  return foundIn(assignments, (assignment) => {
    const { id, fortydligande } = assignment.values;
    const [word] = MONEY.exec(fortydligande ?? "") ?? [];
    if (word === undefined || resources.has(folded(id)) || budgetLinesIn(fortydligande ?? "").length > 0) return undefined;
    return ruleFinding("uppdrag.pengar-utan-resurs", { assignment: assignmentName(assignment), word }, inUppdrag(context, assignment, "fortydligande"));
  });
}

const MEASURES = words("nyckeltal\\p{L}*|mätmetod\\p{L}*|indikator\\p{L}*");

/** An assignment that orders nyckeltal belongs to a goal that has some. A judgement. Source: R49. */
export function orderedMeasuresAreThere(context: CheckContext): Finding[] {
  const { contents, assignments, tree } = context;
  if (contents.matt === undefined) return [];
  const measured = new Set(tree.inOrder.filter((goal) => tree.measuresOf(goal.values.id).length > 0).flatMap((goal) => [goal, tree.parent(goal)]));
  return foundIn(assignments, (assignment) => {
    const goal = tree.goal(assignment.values.malId);
    if (goal === undefined || measured.has(goal)) return undefined;
    const [word] = MEASURES.exec(textOf(assignment)) ?? [];
    if (word === undefined) return undefined;
    return ruleFinding("uppdrag.nyckeltal-saknas", { assignment: assignmentName(assignment), word }, inUppdrag(context, assignment, "malId"));
  });
}

function textOf({ values: { uppdrag, fortydligande } }: AssignmentRow): string {
  return [uppdrag, fortydligande ?? ""].join("\n");
}

/** A unit that the assignment's own text names leads it, takes part in it, or lies above or below one that does. A judgement. Source: R05. */
export function unitsInTheTextAreResponsible(context: CheckContext): Finding[] {
  const { contents, assignments, subjects, units } = context;
  const unitsIn = unitsInText(contents);
  return foundIn(assignments, (assignment) => {
    const named = unitsIn(assignment.values.uppdrag);
    if (named.length === 0) return undefined;
    const responsible = [subjects.leadOf(assignment), ...othersOf(context, assignment)].filter((unit) => unit !== null);
    if (responsible.length === 0) return undefined;
    const outside = named.filter((unit) => !responsible.some((one) => units.isWithin(unit, one) || units.isWithin(one, unit)));
    if (outside.length === 0) return undefined;
    return ruleFinding("uppdrag.enhet-i-texten", { assignment: assignmentName(assignment), units: outside }, inUppdrag(context, assignment, "medansvariga"));
  });
}

/** Where some assignments say who gave them, all do: a goal page parts fullmäktige's from the committees' own. Source: model.md, Decided (Required). */
export function assignmentsHaveGivers(context: CheckContext): Finding[] {
  const { assignments } = context;
  if (assignments.every(({ values }) => values.givare === null)) return [];
  return assignments
    .filter(({ values }) => values.givare === null)
    .map((assignment) => ruleFinding("uppdrag.utan-givare", { assignment: assignmentName(assignment) }, inUppdrag(context, assignment, "givare")));
}
