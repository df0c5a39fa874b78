import type { Finding } from "../registers/finding.js";
import { registers, type RegisterContents, type RegisterKey } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import { areasOf, ownRegisters, registerKeys, registersOfAreas, workAreas, type WorkArea } from "../registers/workAreas.js";
import { comparePeriods, parsePeriod, periodKey, periodLabel, type Period } from "../registers/values/period.js";
import { folded } from "../registers/values/reading.js";
import type { ReportMemory } from "../reports/edits/memory.js";
import { byReportOrder } from "../rules/goals/goalTree.js";
import type { CheckedWorkbook } from "./checkWorkbook.js";
import { nextStep, type NextStep } from "./nextStep.js";
import { progressOf, type Progress } from "./progress.js";
import { reportStates, type ReportState } from "./reportStates.js";

export type { NextStep } from "./nextStep.js";
export type { Progress } from "./progress.js";
export type { Lack } from "./reportContent.js";
export type { ReportState } from "./reportStates.js";

/** What the pane shows of a workbook: made from one reading of it. */
export interface Overview {
  /**
   * "registers": at least one register is there. "foreign": none is, but sheets hold something. "empty": nothing is there.
   */
  readonly state: "registers" | "foreign" | "empty";
  /** Names of visible sheets that hold something, of a workbook without registers; else empty. */
  readonly foundSheets: readonly string[];
  /** The workbook's committee and period, from Installningar. */
  readonly choice: WorkbookChoice;
  /** Committees and units to choose among, in the order of reports. */
  readonly units: readonly { readonly code: string; readonly name: string }[];
  /** Periods that the workbook holds something for, and its own, newest first, as printed: "T2 2021". */
  readonly periods: readonly string[];
  /** The registers that the workbook has, in the order of their sheets. */
  readonly registers: readonly RegisterState[];
  /** The areas of work that it has registers of. */
  readonly areas: readonly WorkArea[];
  /** Sheet names of the registers that it lacks of those areas. */
  readonly missingRegisters: readonly string[];
  /** The areas that it has nothing of, each with the sheet names of the registers that would come with it. */
  readonly otherAreas: readonly { readonly area: WorkArea; readonly sheets: readonly string[] }[];
  /** What the chosen committee has filled in for the chosen period; empty when no period is chosen or nothing is due. */
  readonly progress: readonly Progress[];
  /** Open findings, the most serious first. */
  readonly findings: readonly Finding[];
  /** Findings that somebody has accepted, with the reason. */
  readonly accepted: readonly AcceptedFinding[];
  /** Slugs of the rules that the workbook has switched off. */
  readonly rulesOff: readonly string[];
  readonly reports: readonly ReportState[];
  /** The likely next step. */
  readonly next: NextStep;
}

export interface WorkbookChoice {
  /** `null` is the whole workbook. */
  readonly unit: { readonly code: string; readonly name: string } | null;
  /** As printed, e.g. "T1 2019"; `null` when none is chosen, or none that can be read. */
  readonly period: string | null;
}

export interface RegisterState {
  readonly key: RegisterKey;
  readonly table: string;
  readonly sheet: string;
  /** Rows that could be used. */
  readonly rows: number;
}

export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** Serial number. */
  readonly date: number;
}


/** What the pane shows, from a workbook that has been read and checked, and from what it remembers of its reports. */
export function overviewOf(checked: CheckedWorkbook, memories: readonly ReportMemory[]): Overview {
  const { contents, settings, findings, accepted, image } = checked;
  const period = parsePeriod(settings.period, settings);
  const keys = registerKeys.filter((key) => image.tables.has(registers[key].table));
  const areas = areasOf(keys);
  const states = reportStates(checked, memories, period);
  const choice = { unit: chosenUnit(settings, contents), period: period === null ? null : periodLabel(period) };
  const filledSheets = image.filledSheets ?? [];
  const state = keys.length > 0 ? "registers" : filledSheets.length > 0 ? "foreign" : "empty";
  return {
    state,
    foundSheets: state === "foreign" ? filledSheets : [],
    choice,
    units: unitsInOrder(contents),
    periods: periodsIn(contents, period),
    registers: keys.map((key) => ({ key, table: registers[key].table, sheet: image.tables.get(registers[key].table)?.sheet ?? registers[key].sheet, rows: contents[key]?.rows.length ?? 0 })),
    areas,
    missingRegisters: registersOfAreas(areas).filter((key) => !keys.includes(key)).map((key) => registers[key].sheet),
    otherAreas: workAreas.filter((area) => !areas.includes(area)).map((area) => ({ area, sheets: ownRegisters(area).map((key) => registers[key].sheet) })),
    progress: period === null ? [] : progressOf(contents, settings, { unit: choice.unit?.code ?? null, period }),
    findings,
    accepted: accepted.map(({ finding, reason, date }) => ({ finding, reason, date })),
    rulesOff: checked.rulesOff,
    reports: states,
    next: nextStep({ contents, period, findings, reports: states }),
  };
}

/** A committee that is not in Enheter is shown as it is written: a finding says that nobody knows it. */
function chosenUnit({ enhet }: Settings, contents: RegisterContents): WorkbookChoice["unit"] {
  if (enhet === "") return null;
  const known = contents.enheter?.rows.find(({ values }) => folded(values.kod) === folded(enhet))?.values;
  return { code: known?.kod ?? enhet, name: known?.namn ?? enhet };
}

function unitsInOrder(contents: RegisterContents): Overview["units"] {
  const rows = (contents.enheter?.rows ?? []).map(({ values }) => values).filter(({ typ }) => typ !== "Jämförelse");
  const inOrder = [...rows].sort((a, b) => byReportOrder({ id: a.kod, ordning: a.ordning }, { id: b.kod, ordning: b.ordning }));
  const once = new Map(inOrder.map(({ kod, namn }) => [folded(kod), { code: kod, name: namn }]));
  return [...once.values()];
}

function periodsIn(contents: RegisterContents, chosen: Period | null): readonly string[] {
  const filled = [...(contents.utfall?.rows ?? []), ...(contents.uppfoljning?.rows ?? [])].map(({ values }) => values.period);
  const once = new Map([...filled, ...(chosen === null ? [] : [chosen])].map((period) => [periodKey(period), period]));
  return [...once.values()].sort((a, b) => comparePeriods(b, a)).map(periodLabel);
}
