import type { Finding } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { periodLabel } from "../../registers/values/period.js";
import { isBlank } from "../../registers/values/reading.js";
import { frequencyOf, parseFrequency } from "../controls/controlFrequency.js";
import { HIGHEST_RISK_STEP, isRiskStep } from "../controls/controlRisks.js";
import { controlsOf, controlText, shortfallOf, type ControlRow } from "../controls/controls.js";
import { missingRow, named, ruleFinding } from "../messages.js";
import { inKontroller, type CheckContext } from "./context.js";

/** What a control is called in a message. */
export const controlName = (control: ControlRow): string => named(controlText(control));

/** The plan of internal control. A unit's own checks (Egenkontroll) may be planned in fewer words. */
function internalControls({ contents }: CheckContext): readonly ControlRow[] {
  return (contents.kontroller?.rows ?? []).filter(({ values }) => values.sort === "Intern kontroll");
}

type ControlColumn = keyof typeof registers.kontroller.columns;

/** What a plan says of each control, in the order of the register. */
const PLANNED = ["omrade", "kontrollmoment", "vad", "hur", "nar", "dokumentation", "ansvarig"] as const satisfies readonly ControlColumn[];
const RISK = ["sannolikhet", "konsekvens"] as const satisfies readonly ControlColumn[];

const headerOf = (key: ControlColumn): string => registers.kontroller.columns[key].header;

function isEmpty({ cells }: ControlRow, key: ControlColumn): boolean {
  const cell = cells[key];
  return cell === undefined || isBlank(cell);
}

/** When a control is made may be told by a number alone. */
function lacks(control: ControlRow, key: ControlColumn): boolean {
  return isEmpty(control, key) && (key !== "nar" || isEmpty(control, "minstPerAr"));
}

/**
 * Every control answers what the plan asks of the others: area, what, how, when, how it is documented, who. What no control answers is told once, by
 * `plansHoldWhatIsPlanned`. Source: I3; Ale, defect 13.
 */
export function controlsAreComplete(context: CheckContext): Finding[] {
  const controls = internalControls(context);
  const used = PLANNED.filter((key) => controls.some((control) => !lacks(control, key)));
  const risksAreUsed = controls.some((control) => RISK.some((key) => !isEmpty(control, key)));
  return controls.flatMap((control) => {
    const withoutRisk = risksAreUsed && RISK.every((key) => isEmpty(control, key));
    const missing: readonly ControlColumn[] = [...used.filter((key) => lacks(control, key)), ...(withoutRisk ? RISK : [])];
    const [first] = missing;
    if (first === undefined) return [];
    return [ruleFinding("kontroll.ofullstandig", { control: controlName(control), missing: missing.map(headerOf) }, inKontroller(context, control, first))];
  });
}

/** What no control of the plan has: one thing to say, and not one for each. Columns that the sheet lacks are not missed. Source: Ale, defect 11 (nobody responsible, no risk values). */
export function plansHoldWhatIsPlanned(context: CheckContext): Finding[] {
  const content = context.contents.kontroller;
  const controls = internalControls(context);
  if (content === undefined || controls.length === 0) return [];
  const unused = [...PLANNED, ...RISK].filter((key) => content.columnAt[key] !== undefined && controls.every((control) => lacks(control, key)));
  const [first] = unused;
  const column = first === undefined ? undefined : content.columnAt[first];
  if (first === undefined || column === undefined) return [];
  const place = { register: registers.kontroller.table, column: headerOf(first), at: { sheet: content.sheet, row: content.headerRow, column } };
  return [ruleFinding("kontroll.tomma-kolumner", { headers: unused.map(headerOf) }, place)];
}

/** Sannolikhet and Konsekvens are given together, and are steps of the scale. Source: model.md, Registers (Kontroller). */
export function risksAreOfTheScale(context: CheckContext): Finding[] {
  return (context.contents.kontroller?.rows ?? []).flatMap((control) => {
    const halves = RISK.filter((key) => isEmpty(control, key));
    const [missing] = halves;
    const half =
      missing === undefined || halves.length === RISK.length
        ? []
        : [ruleFinding("kontroll.halv-risk", { control: controlName(control), missing: headerOf(missing) }, inKontroller(context, control, missing))];
    const outside = RISK.flatMap((key) => {
      const value = control.values[key];
      if (value === null || isRiskStep(value)) return [];
      const about = { control: controlName(control), header: headerOf(key), value, highest: HIGHEST_RISK_STEP };
      return [ruleFinding("kontroll.risk-utanfor", about, inKontroller(context, control, key))];
    });
    return [...half, ...outside];
  });
}

/** Minst per år is a number of times, and the one that När says in words. Source: I2. */
export function frequenciesAgree(context: CheckContext): Finding[] {
  return (context.contents.kontroller?.rows ?? []).flatMap((control) => {
    const { minstPerAr, nar } = control.values;
    if (minstPerAr === null) return [];
    const place = inKontroller(context, control, "minstPerAr");
    if (minstPerAr < 1) return [ruleFinding("kontroll.minst-per-ar", { control: controlName(control), value: minstPerAr }, place)];
    const written = nar === null ? null : parseFrequency(nar);
    if (nar === null || written?.kind !== "perYear" || written.times === minstPerAr) return [];
    return [ruleFinding("kontroll.frekvens-avviker", { control: controlName(control), number: minstPerAr, written: named(nar) }, place)];
  });
}

/**
 * By the end of the workbook's period every control has been made as often as promised, counted from January; one of which nobody can say how often it is due has a
 * follow-up for the period. A unit's own check that nobody follows up here is left in peace. Source: I2; Ale, defect 14.
 */
export function controlsAreMade(context: CheckContext): Finding[] {
  const { contents, period } = context;
  if (period === undefined || contents.kontrollresultat === undefined) return [];
  const controls = controlsOf(contents);
  const followed = controls.inOrder.filter((control) => control.values.sort === "Intern kontroll" || controls.resultsOf(control).length > 0);
  return followed.flatMap((control) => {
    const label = periodLabel(period);
    const subject = missingRow(control.values.id, label);
    const promisedIn = inKontroller(context, control, control.values.minstPerAr === null ? "nar" : "minstPerAr");
    const shortfall = shortfallOf(controls, control, period);
    if (shortfall !== undefined) {
      const { promised, due, made } = shortfall;
      return [ruleFinding("kontroll.for-sallan", { control: controlName(control), promised, due, made, period: label }, { ...promisedIn, subject })];
    }
    if (frequencyOf(control)?.kind === "perYear" || controls.resultsIn(control, period).length > 0) return [];
    return [ruleFinding("kontroll.utan-resultat", { control: controlName(control), period: label }, { ...inKontroller(context, control, "id"), subject })];
  });
}
