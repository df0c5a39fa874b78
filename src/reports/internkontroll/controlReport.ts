import type { Period } from "../../registers/values/period.js";
import { NOT_ASSESSED, type ControlArea, type ControlResultRow, type ControlRow, type Controls, type ControlSort, type PrintedAssessment } from "../../rules/controls.js";

/** What the parts of the report are made from. */
export interface ControlReport {
  readonly controls: Controls;
  readonly period: Period;
  readonly columns: ControlColumns;
}

/** Where the parts of a control and of its follow-up stand on the report's grid, and how wide its columns are. */
export interface ControlColumns {
  /** Widths in characters. */
  readonly grid: readonly number[];
  /** Grid column of the comment; what is counted, and who is responsible, come after it. */
  readonly comment: number;
  readonly hasResponsible: boolean;
  readonly hasRiskValues: boolean;
  readonly hasCounts: boolean;
  readonly hasDescriptions: boolean;
  readonly hasMethods: boolean;
}

/**
 * Risk, control, what, how, when and how it is documented; below them assessment, name, description, method, and the comment under the widest. Together they fit A4
 * landscape at some 70 %.
 */
const PLANNED: readonly number[] = [22, 30, 32, 30, 22, 50];
/** Risks that nobody has planned a control for, as in Ovanåker: assessment, risk and analysis. */
const UNPLANNED: readonly number[] = [22, 46, 80];
/** Who is responsible or how many were looked at, risk value or how many deviated, their share. */
const AFTER: readonly number[] = [20, 12, 9];

/** Columns for what the controls and their follow-ups hold: what nobody fills in takes no room. */
export function controlColumns(controls: readonly ControlRow[], results: readonly ControlResultRow[]): ControlColumns {
  const hasResponsible = controls.some(({ values }) => values.ansvarig !== null);
  const hasRiskValues = controls.some(({ values }) => values.sannolikhet !== null && values.konsekvens !== null);
  const hasCounts = results.some(({ values }) => values.granskade !== null || values.avvikande !== null);
  const hasDescriptions = results.some(({ values }) => values.beskrivning !== null);
  const hasMethods = results.some(({ values }) => values.metod !== null);
  const isPlain = !hasDescriptions && !hasMethods && !hasRiskValues && !controls.some(isPlanned);
  const main = isPlain ? UNPLANNED : PLANNED;
  const after = Math.max(Number(hasResponsible) + Number(hasRiskValues), hasCounts ? AFTER.length : 0);
  return { grid: [...main, ...AFTER.slice(0, after)], comment: main.length - 1, hasResponsible, hasRiskValues, hasCounts, hasDescriptions, hasMethods };
}

/** Whether the register says more of a control than the risk. */
export function isPlanned({ values }: ControlRow): boolean {
  const { kontrollmoment, vad, hur, nar, dokumentation, ansvarig, minstPerAr } = values;
  return [kontrollmoment, vad, hur, nar, dokumentation, ansvarig, minstPerAr].some((value) => value !== null);
}

/** A follow-up of the period, or a control that nobody has followed up: it has a row all the same. */
export interface FollowedControl {
  readonly control: ControlRow;
  readonly result: ControlResultRow | undefined;
}

export function followedControls({ controls, period }: Pick<ControlReport, "controls" | "period">, area: ControlArea): readonly FollowedControl[] {
  return area.controls.flatMap((control): readonly FollowedControl[] => {
    const results = controls.resultsIn(control, period);
    return results.length === 0 ? [{ control, result: undefined }] : results.map((result) => ({ control, result }));
  });
}

export function assessmentOf({ result }: FollowedControl): PrintedAssessment {
  return result?.values.bedomning ?? NOT_ASSESSED;
}

/** Stable for an area of a sort: what a table of it is known by. */
export function areaKey({ sort, name }: ControlArea): string {
  return [...(sort === "Intern kontroll" ? [] : [sort.toLowerCase()]), name ?? "utan område"].join(":");
}

export function areaName({ name }: ControlArea): string {
  return name ?? "Utan område";
}

/** The areas of each sort that has any, in the order of the report. */
export function areasBySort({ areas }: Controls): readonly (readonly [ControlSort, readonly ControlArea[]])[] {
  const sorts = [...new Set(areas.map(({ sort }) => sort))];
  return sorts.map((sort) => [sort, areas.filter((area) => area.sort === sort)] as const);
}
