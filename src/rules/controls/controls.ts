import type { ControlAssessment } from "../../registers/definitions/statusWords.js";
import type { RegisterRow } from "../../registers/register.js";
import type { RegisterContents, Registers } from "../../registers/registers.js";
import { comparePeriods, isWithin, periodTo, type Period } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { dueBy, frequencyOf, timesMade } from "./controlFrequency.js";
import { append, byReportOrder, firstById } from "../goals/goalTree.js";
import type { ControlRow } from "../subjects.js";

export type { ControlRow };
export type ControlResultRow = RegisterRow<Registers["kontrollresultat"]>;
export type ControlSort = ControlRow["values"]["sort"];

/** What a follow-up of a control says; blank is "Ej bedömd" where it is printed, and never written in the register. */
export const NOT_ASSESSED = "Ej bedömd";
export type PrintedAssessment = ControlAssessment | typeof NOT_ASSESSED;

/** Controls of one area, in order. */
export interface ControlArea {
  readonly sort: ControlSort;
  /** As in Område; `null` for controls without one. */
  readonly name: string | null;
  readonly controls: readonly ControlRow[];
}

/** The controls of a workbook and what they have shown. Where two controls share an id, which is a finding, the upper one counts. */
export interface Controls {
  /** By sort, internal control first, then area, then id. */
  readonly inOrder: readonly ControlRow[];
  readonly areas: readonly ControlArea[];
  /** The follow-ups of a control, the earliest period first; within a period by Nr. */
  resultsOf(control: ControlRow): readonly ControlResultRow[];
  /** Those for the period, or for a part of it. */
  resultsIn(control: ControlRow, period: Period): readonly ControlResultRow[];
}

export function controlsOf(contents: RegisterContents): Controls {
  const byId = firstById(contents.kontroller?.rows ?? []);
  const inOrder = [...byId.values()].map(placed).sort(byArea).map(({ control }) => control);
  const results = new Map<string, ControlResultRow[]>();
  for (const row of contents.kontrollresultat?.rows ?? []) append(results, folded(row.values.kontrollId), row);
  for (const rows of results.values()) rows.sort((a, b) => comparePeriods(a.values.period, b.values.period) || a.values.nr - b.values.nr || a.row - b.row);
  const resultsOf = (control: ControlRow) => results.get(folded(control.values.id)) ?? [];
  return {
    inOrder,
    areas: areasOf(inOrder),
    resultsOf,
    resultsIn: (control, period) => resultsOf(control).filter(({ values }) => isWithin(values.period, period)),
  };
}

const SORTS: readonly ControlSort[] = ["Intern kontroll", "Egenkontroll"];

/** A control with what it is sorted by: a comparison asks for it again and again. */
interface Placed {
  readonly control: ControlRow;
  readonly sort: number;
  /** Numbered areas before others, and those without any last. */
  readonly kind: number;
  readonly area: { readonly id: string; readonly ordning: null };
  readonly own: { readonly id: string; readonly ordning: null };
}

function placed(control: ControlRow): Placed {
  const { id, sort, omrade } = control.values;
  const kind = omrade === null ? 2 : Number(!/^\s*\d/u.test(omrade));
  return { control, sort: SORTS.indexOf(sort), kind, area: { id: folded(omrade ?? ""), ordning: null }, own: { id, ordning: null } };
}

/** "1.10 Personal" after "1.9 Ledning". */
function byArea(a: Placed, b: Placed): number {
  return a.sort - b.sort || a.kind - b.kind || (a.area.id === b.area.id ? 0 : byReportOrder(a.area, b.area)) || byReportOrder(a.own, b.own);
}

function areasOf(inOrder: readonly ControlRow[]): readonly ControlArea[] {
  const areas = new Map<string, ControlRow[]>();
  for (const row of inOrder) append(areas, `${row.values.sort}|${folded(row.values.omrade ?? "")}`, row);
  return [...areas.values()].flatMap((controls) => {
    const [first] = controls;
    return first === undefined ? [] : [{ sort: first.values.sort, name: first.values.omrade, controls }];
  });
}

/** What a control is known by: its Kontrollmoment or, where nobody wrote any, the risk it meets. */
export function controlText({ values: { kontrollmoment, risk } }: ControlRow): string {
  return kontrollmoment ?? risk;
}

/** Whether the control was made: assessed, and not as Ej genomförd. */
export function isMade({ values: { bedomning } }: ControlResultRow): boolean {
  return bedomning !== null && bedomning !== "Ej genomförd";
}

/** A control that is made less often than promised: so far this year it should have been made `due` times. */
export interface Shortfall {
  readonly control: ControlRow;
  /** Times a year. */
  readonly promised: number;
  readonly due: number;
  readonly made: number;
}

/** The shortfall of a control at the end of the period; undefined when it is made as often as promised, or nobody promised a number. Source: I2. */
export function shortfallOf(controls: Controls, control: ControlRow, period: Period): Shortfall | undefined {
  const frequency = frequencyOf(control);
  if (frequency?.kind !== "perYear") return undefined;
  const soFar = controls.resultsOf(control).filter(({ values }) => values.period.year === period.year && periodTo(values.period) <= periodTo(period));
  const made = timesMade(frequency.times, soFar.filter(isMade).map(({ values }) => values.period));
  const due = dueBy(frequency.times, period);
  return made < due ? { control, promised: frequency.times, due, made } : undefined;
}

/** From the worst: a deviation that was found weighs more than a control that nobody made, and "Ingen avvikelse" holds only where all were made. Source: I7. */
const FROM_THE_WORST: readonly PrintedAssessment[] = ["Större avvikelse", "Mindre avvikelse", "Ej genomförd", NOT_ASSESSED, "Ingen avvikelse"];

/** The worst of some assessments, blank ones as Ej bedömd: what an area as a whole is said to be. Of none it is Ej bedömd. Source: I7. */
export function worstOf(assessments: Iterable<ControlAssessment | null>): PrintedAssessment {
  const printed = new Set([...assessments].map((assessment) => assessment ?? NOT_ASSESSED));
  return FROM_THE_WORST.find((word) => printed.has(word)) ?? NOT_ASSESSED;
}

export interface DeviationShare {
  readonly reviewed: number;
  readonly deviating: number;
  /** A fraction. */
  readonly share: number;
}

/** How many of what was looked at deviated, over all follow-ups where both are counted and agree: no more than all can deviate. Undefined where none is. Source: model.md (Andel), I6. */
export function deviationShare(results: readonly ControlResultRow[]): DeviationShare | undefined {
  const counted = results.flatMap(({ values: { granskade, avvikande } }) => (granskade === null || avvikande === null || granskade <= 0 || avvikande < 0 || avvikande > granskade ? [] : [{ granskade, avvikande }]));
  if (counted.length === 0) return undefined;
  const reviewed = counted.reduce((sum, { granskade }) => sum + granskade, 0);
  const deviating = counted.reduce((sum, { avvikande }) => sum + avvikande, 0);
  return { reviewed, deviating, share: deviating / reviewed };
}
