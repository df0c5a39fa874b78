import type { Period } from "../../registers/values/period.js";
import { NOT_ASSESSED, type ControlArea, type ControlResultRow, type ControlRow, type Controls, type ControlSort, type PrintedAssessment } from "../../rules/controls/controls.js";

/** What the parts of the report are made from. */
export interface ControlReport {
  readonly controls: Controls;
  readonly period: Period;
  readonly columns: ControlColumns;
}

/** Where the parts of a control and of its follow-up stand on the report's grid, and how wide its columns are. What nobody fills in takes no room. */
export interface ControlColumns {
  /** Widths in characters. */
  readonly grid: readonly number[];
  readonly hasResponsible: boolean;
  readonly hasRiskValues: boolean;
  /** Grid columns of a follow-up's parts after its name; undefined for one that no follow-up has. */
  readonly description: number | undefined;
  readonly method: number | undefined;
  readonly comment: number;
  /** The first of three: how many were looked at, how many deviated, their share. */
  readonly counts: number | undefined;
}

/**
 * Risk, control, what, how, when and how it is documented; below them assessment, name, description, method, comment and how many were looked at. The comment is the
 * longest, and gives its column more width than the plan needs. Together they fit A4 landscape at some 70 %.
 */
const PLANNED: readonly number[] = [22, 32, 32, 30, 48, 31];
/** Who is responsible or how many deviated; risk value or share. */
const AFTER_PLANNED: readonly number[] = [20, 12];

/** Columns for what the controls and their follow-ups hold. */
export function controlColumns(controls: readonly ControlRow[], results: readonly ControlResultRow[]): ControlColumns {
  const hasResponsible = controls.some(({ values }) => values.ansvarig !== null);
  const hasRiskValues = controls.some(({ values }) => values.sannolikhet !== null && values.konsekvens !== null);
  const hasDescriptions = results.some(({ values }) => values.beskrivning !== null);
  const hasMethods = results.some(({ values }) => values.metod !== null);
  const hasCounts = results.some(({ values }) => values.granskade !== null || values.avvikande !== null);
  if (!hasRiskValues && !controls.some(isPlanned)) return unplannedColumns(hasDescriptions, hasMethods, hasCounts);
  const after = hasCounts ? AFTER_PLANNED : AFTER_PLANNED.slice(0, Number(hasResponsible) + Number(hasRiskValues));
  return {
    grid: [...PLANNED, ...after], hasResponsible, hasRiskValues,
    description: hasDescriptions ? 2 : undefined, method: hasMethods ? 3 : undefined, comment: 4, counts: hasCounts ? 5 : undefined,
  };
}

/** Risks that nobody has planned a control for, as in Ovanåker: assessment, risk and analysis, with no columns of a plan to keep to. */
function unplannedColumns(hasDescriptions: boolean, hasMethods: boolean, hasCounts: boolean): ControlColumns {
  const grid = [22, 46];
  const place = (isThere: boolean, ...widths: readonly number[]) => (isThere ? grid.push(...widths) - widths.length : undefined);
  return {
    grid, hasResponsible: false, hasRiskValues: false,
    description: place(hasDescriptions, 32), method: place(hasMethods, 24), comment: grid.push(70) - 1, counts: place(hasCounts, 12, 12, 9),
  };
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
