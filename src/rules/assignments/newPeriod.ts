import type { Klarmarkering, Kontrollresultat, Uppdrag, Uppfoljning, Utfall } from "../../registers/registers.js";
import { isWithin, nextPeriod, periodKey, periodTo, previousPeriod, samePeriod, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { isControlled, isFollowedUp, isOutcomeGiven, isSignedOff } from "./answered.js";
import { closedEarlier, followUpsDue, isAssignmentInForce, isClosing, latestStatus, type AssignmentRow } from "./assignments.js";
import { isInForce } from "../goals/goalsInForce.js";
import { append, firstById } from "../goals/goalTree.js";
import type { FollowUpRow } from "./followUps.js";
import { answersOf, type Workbook } from "../measures/measureResults.js";
import { isDue } from "../measures/outcomesDue.js";
import { dayOff } from "../decisions/workingDays.js";

/** The rows that a new period begins with: what is to be answered, and nothing of the answers. */
export interface NewPeriod {
  /** The period before, whose units and last words are gone by. */
  readonly from: Period;
  readonly to: Period;
  readonly outcomes: readonly Utfall[];
  readonly followUps: readonly Uppfoljning[];
  readonly controlResults: readonly Kontrollresultat[];
  readonly signOffs: readonly Klarmarkering[];
  /** Assignments of the year that goes on in the next: each as a row of its own with the old one as Föregående uppdrag. */
  readonly carriedOn: readonly Uppdrag[];
}

/**
 * The period to begin: the one after the workbook's, or the workbook's own while nobody has answered anything of it, so that beginning twice comes to the same.
 * Source: model.md, Registers (one row per period).
 */
export function periodToBegin(workbook: Workbook, current: Period): Period {
  const { utfall, uppfoljning, kontrollresultat, klarmarkering } = workbook.contents;
  const inCurrent = <Row extends { readonly values: { readonly period: Period } }>(rows: readonly Row[] = []) => rows.filter(({ values }) => samePeriod(values.period, current));
  const outcomes = inCurrent(utfall?.rows).filter((row) => !workbook.units.isComparison(workbook.outcomes.unitOf(row)));
  const followUps = inCurrent(uppfoljning?.rows);
  const results = inCurrent(kontrollresultat?.rows);
  const signOffs = inCurrent(klarmarkering?.rows);
  const isBegun = outcomes.length + followUps.length + results.length + signOffs.length > 0;
  const isAnswered =
    outcomes.some(({ values }) => isOutcomeGiven(values)) ||
    followUps.some(({ values }) => isFollowedUp(values)) ||
    results.some(({ values }) => isControlled(values)) ||
    signOffs.some(({ values }) => isSignedOff(values));
  return isBegun && !isAnswered ? current : nextPeriod(current);
}

/**
 * Assignments that would end with their year though nobody has ended them: those a new year can carry on. Several-year ones go on by themselves, and one that somebody
 * has carried on already is not asked about again.
 */
export function assignmentsToCarryOn(workbook: Workbook, to: Period): readonly AssignmentRow[] {
  const from = previousPeriod(to);
  if (from.year === to.year) return [];
  const followed = new Set((workbook.contents.uppdrag?.rows ?? []).flatMap(({ values }) => (values.foregaende === null ? [] : [folded(values.foregaende)])));
  return workbook.assignments.filter((assignment) => {
    const status = latestStatus(workbook, assignment, (period) => periodKey(period) <= periodKey(from));
    const isOpen = isAssignmentInForce(workbook, assignment, from) && !isClosing(status);
    return isOpen && !isAssignmentInForce(workbook, assignment, to) && !followed.has(folded(assignment.values.id));
  });
}

/**
 * What a period begins with. Nothing that has to be written anew comes along: outcomes, statuses, comments and assessments are blank, beside the last words of the
 * period before. Rows that are there already are left out, so that beginning again adds nothing.
 * @param carry Ids of the assignments that go on in a new year, of `assignmentsToCarryOn`.
 */
export function newPeriod(workbook: Workbook, to: Period, carry: readonly string[]): NewPeriod {
  const from = previousPeriod(to);
  const asked = new Set(carry.map(folded));
  const carried = carriedOn(workbook, assignmentsToCarryOn(workbook, to).filter(({ values }) => asked.has(folded(values.id))), to);
  return {
    from,
    to,
    outcomes: outcomesToAsk(workbook, from, to),
    followUps: [...followUpsToAsk(workbook, from, to), ...carried.map(({ row, before }) => followUpRow(row.id, to, null, lastWord(workbook, before.values.id, from)))],
    controlResults: controlsToAsk(workbook, from, to),
    signOffs: signOffsToAsk(workbook, from, to),
    carriedOn: carried.map(({ row }) => row),
  };
}

/** Every measure that is due, for each unit that answered last time, or its owner. A measure that is only counted over other stretches of time is not asked for. */
function outcomesToAsk(workbook: Workbook, from: Period, to: Period): readonly Utfall[] {
  const { contents, outcomes, units, tree } = workbook;
  if (contents.utfall === undefined) return [];
  const kinds = new Map<string, Set<Period["kind"]>>();
  const answers = contents.utfall.rows.filter((row) => !units.isComparison(outcomes.unitOf(row)));
  for (const { values } of answers) kinds.set(folded(values.mattId), (kinds.get(folded(values.mattId)) ?? new Set()).add(values.period.kind));
  const due = answersOf(workbook, { unit: null, period: to }).filter((result) => isDue(workbook, result));
  const measures = [...new Set(due.map(({ measure }) => measure))];
  return measures.flatMap((measure) => {
    const { id } = measure.values;
    const counted = kinds.get(folded(id));
    if (counted !== undefined && !counted.has(to.kind)) return [];
    const last = outcomes.unitsWith(id, from).flatMap((unit) => outcomes.find(id, from, unit) ?? []);
    const asked = last.length === 0 ? [null] : last.map(({ values }) => values.enhet);
    return asked
      .filter((unit) => !isAsked(outcomes.unitsWith(id, to), unit ?? tree.ownerOfMeasure(measure)))
      .map((enhet): Utfall => ({ mattId: id, period: to, enhet, utfall: null, kvinnor: null, man: null, kommentar: null, malvarde: null }));
  });
}

function isAsked(asked: readonly (string | null)[], unit: string | null): boolean {
  return asked.some((other) => folded(other ?? "") === folded(unit ?? ""));
}

/** What is due, and what somebody chose to follow up last time and that goes on: goals, their activities, several units of one assignment. */
function followUpsToAsk(workbook: Workbook, from: Period, to: Period): readonly Uppfoljning[] {
  const { contents, followUps } = workbook;
  if (contents.uppfoljning === undefined) return [];
  const due = followUpsDue(workbook, { unit: null, period: to }).filter(({ followUp, subject }) => followUp === undefined && (subject.kind !== "activity" || closedEarlier(workbook, subject.row, { unit: null, period: to }) === undefined));
  const dueIds = new Set(due.map(({ subject }) => folded(subject.row.values.id)));
  const last = contents.uppfoljning.rows.filter((row) => samePeriod(row.values.period, from) && goesOn(workbook, row, to));
  const isNew = (row: FollowUpRow) => !followUps.inPeriod(row.values.avser, to).some((asked) => folded(followUps.unitOf(asked) ?? "") === folded(followUps.unitOf(row) ?? ""));
  const again = firstOfEach(last.filter(isNew), (row) => JSON.stringify([folded(row.values.avser), folded(followUps.unitOf(row) ?? "")]));
  const answered = new Set(again.map(({ values }) => folded(values.avser)));
  const rows = [
    ...due.filter(({ subject }) => !answered.has(folded(subject.row.values.id))).map(({ subject }) => ({ id: subject.row.values.id, unit: null, forra: lastWord(workbook, subject.row.values.id, from) })),
    ...again.map(({ values }) => ({ id: values.avser, unit: values.enhet, forra: values.kommentar })),
  ];
  const order = new Map([...dueIds].map((id, index) => [id, index]));
  const place = (id: string) => order.get(folded(id)) ?? order.size;
  return rows.sort((a, b) => place(a.id) - place(b.id)).map(({ id, unit, forra }) => followUpRow(id, to, unit, forra));
}

/** Whether what a row was about is still to be followed up. */
function goesOn(workbook: Workbook, row: FollowUpRow, to: Period): boolean {
  const subject = workbook.followUps.subjectOf(row);
  switch (subject?.kind) {
    case "assignment":
      return isAssignmentInForce(workbook, subject.row, to);
    case "goal":
      return isInForce(subject.row, to, workbook.tree);
    case "activity": {
      const above = workbook.subjects.find(subject.row.values.avser);
      const isAlive = above?.kind === "assignment" ? isAssignmentInForce(workbook, above.row, to) : above?.kind !== "goal" || isInForce(above.row, to, workbook.tree);
      return isAlive && closedEarlier(workbook, subject.row, { unit: null, period: to }) === undefined;
    }
    default:
      return false;
  }
}

/** The last that was said of something in a period, or in a part of it: where the year follows on tertials, that of the last tertial. */
function lastWord({ followUps }: Workbook, id: string, period: Period): string | null {
  const said = followUps.of(id).filter(({ values }) => values.kommentar !== null && isWithin(values.period, period));
  const latest = Math.max(...said.map(({ values }) => periodTo(values.period)));
  return said.find(({ values }) => periodTo(values.period) === latest)?.values.kommentar ?? null;
}

function followUpRow(avser: string, period: Period, enhet: string | null, forra: string | null): Uppfoljning {
  return { avser, period, enhet, status: null, kommentar: null, forra, orsak: null, klartSenast: null };
}

/** The follow-ups that a control had last time, and one for a control that had none. */
function controlsToAsk({ contents }: Workbook, from: Period, to: Period): readonly Kontrollresultat[] {
  const { kontroller, kontrollresultat } = contents;
  if (kontroller === undefined || kontrollresultat === undefined) return [];
  const results = kontrollresultat.rows.map(({ values }) => values);
  const key = (id: string, nr: number) => `${nr}|${folded(id)}`;
  const asked = new Set(results.filter(({ period }) => samePeriod(period, to)).map(({ kontrollId, nr }) => key(kontrollId, nr)));
  const lastOf = new Map<string, Kontrollresultat[]>();
  for (const result of results) if (samePeriod(result.period, from)) append(lastOf, folded(result.kontrollId), result);
  return [...firstById(kontroller.rows).values()].flatMap(({ values: { id } }) => {
    const last: readonly Pick<Kontrollresultat, "nr" | "uppfoljande">[] = lastOf.get(folded(id)) ?? [{ nr: 1, uppfoljande: null }];
    return firstOfEach(last, ({ nr }) => String(nr))
      .filter(({ nr }) => !asked.has(key(id, nr)))
      .map(({ nr, uppfoljande }): Kontrollresultat => ({ kontrollId: id, period: to, nr, uppfoljande, bedomning: null, beskrivning: null, granskade: null, avvikande: null, metod: null, kommentar: null }));
  });
}

/** What was owed last time is owed again, as many days after the period's end or, where nobody works that day, the next day that somebody does. */
function signOffsToAsk({ contents }: Workbook, from: Period, to: Period): readonly Klarmarkering[] {
  const rows = (contents.klarmarkering?.rows ?? []).map(({ values }) => values);
  const key = ({ rapport, enhet }: Klarmarkering) => JSON.stringify([folded(rapport), folded(enhet)]);
  const asked = new Set(rows.filter(({ period }) => samePeriod(period, to)).map(key));
  return firstOfEach(rows.filter((row) => samePeriod(row.period, from) && !asked.has(key(row))), key)
    .map((row) => ({ ...row, period: to, senast: workday(row.senast + periodTo(to) - periodTo(from)), klarmarkerad: null }));
}

function workday(day: number): number {
  return dayOff(day) === undefined ? day : workday(day + 1);
}

/** Of rows with one key, which are a finding, the upper: what stands twice is not asked for twice. */
function firstOfEach<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

/** The assignment of the new year: the same task under an id of its own, with the old one before it. Its dates are the old year's, and are set anew. */
function carriedOn(workbook: Workbook, assignments: readonly AssignmentRow[], to: Period): readonly { readonly row: Uppdrag; readonly before: AssignmentRow }[] {
  const { dokument, mal, matt, uppdrag, aktiviteter, kontroller, beslut } = workbook.contents;
  const owners = [dokument, mal, matt, uppdrag, aktiviteter, kontroller, beslut];
  const nextId = freshIds((uppdrag?.rows ?? []).map(({ values }) => values.id), owners.flatMap((register) => (register?.rows ?? []).map(({ values }) => values.id)));
  return assignments.map((before) => ({ before, row: { ...before.values, id: nextId(before.values.id), ar: to.year, start: null, slut: null, foregaende: before.values.id } }));
}

/**
 * Gives ids above every number of `used`, with the letters of the id they follow: UPP-7 after UPP-6, never one that has been used, nor one that something else has.
 * @param all ids of every register: they are one namespace
 */
function freshIds(used: readonly string[], all: readonly string[]): (like: string) => string {
  const taken = new Set(all.map(folded));
  const numberOf = (id: string) => Number(/(\d+)\s*$/u.exec(id)?.[1] ?? 0);
  let last = used.map(numberOf).filter(Number.isSafeInteger).reduce((highest, number) => Math.max(highest, number), 0);
  return (like) => {
    const stem = like.replace(/\d+\s*$/u, "").trim();
    const letters = stem === "" || stem === like.trim() ? "UPP-" : stem;
    do last += 1;
    while (taken.has(folded(`${letters}${last}`)));
    return `${letters}${last}`;
  };
}
