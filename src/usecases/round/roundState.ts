import { periodLabel } from "../../registers/values/period.js";
import { answered, type Form } from "../../round/form.js";
import { reminder } from "../../round/reminder.js";
import { standingOn, type SignOffState } from "../../rules/assignments/signOffs.js";
import type { WorkbookPort } from "../port.js";
import type { Work } from "../work.js";
import { plannedForms } from "./plannedForms.js";
import type { RoundRequest } from "./roundPlan.js";

/** How far one unit has come with a period. */
export interface UnitStanding {
  /** Code. */
  readonly unit: string;
  readonly name: string;
  /** By Klarmarkering; of several reports the one that is worst off. `null` where nobody says what its last day is. */
  readonly state: SignOffState | null;
  /** The last day, and the day that it was marked ready; serial numbers. */
  readonly deadline: number | null;
  readonly ready: number | null;
  /** Days after the last day that it was marked ready or, before that, that have passed; 0 in time. */
  readonly daysLate: number;
  /** Of the cells that must be filled in. */
  readonly asked: number;
  readonly answered: number;
  readonly missing: number;
  /** A reminder to send to it, in Swedish; "" where there is nothing to remind of. */
  readonly reminder: string;
}

/** Who has answered for a period, in the order of reports. */
export interface RoundState {
  /** As printed. */
  readonly period: string;
  readonly units: readonly UnitStanding[];
  /** Of the units that are marked ready or whose last day has passed, the part that was in time, as a fraction; `null` where there is none. */
  readonly shareInTime: number | null;
}

/**
 * Who has answered for a period and marked it ready, by the registers as they stand. One request; writes nothing.
 * @throws WorkbookError as `plannedForms`
 */
export async function roundState(port: WorkbookPort, request: Omit<RoundRequest, "newId">, work?: Work): Promise<RoundState> {
  const planned = await plannedForms(port, { ...request, newId: "" }, work);
  const period = periodLabel(planned.period);
  const units = planned.forms.map((form) => standingOf(form, period, request.today));
  const settled = units.filter(({ state }) => state !== null && state !== "notDue");
  return { period, units, shareInTime: settled.length === 0 ? null : settled.filter(({ state }) => state === "inTime").length / settled.length };
}

/** Worst first. */
const byState: readonly SignOffState[] = ["missing", "notDue", "late", "inTime"];

function standingOf(form: Form, period: string, today: number): UnitStanding {
  const { unit, name } = form;
  const cells = answered(form);
  const missing = cells.asked - cells.answered;
  const reports = form.ready.flatMap(({ deadline, answer: { value } }) => {
    const ready = typeof value === "number" ? value : null;
    return deadline === null ? [] : [{ deadline, ready, ...standingOn(deadline, ready, today) }];
  });
  const [worst] = reports.sort((a, b) => byState.indexOf(a.state) - byState.indexOf(b.state) || b.daysLate - a.daysLate || a.deadline - b.deadline);
  const { state = null, deadline = null, ready = null, daysLate = 0 } = worst ?? {};
  return {
    unit, name, state, deadline, ready, daysLate, ...cells, missing,
    reminder: ready === null ? reminder({ name, period, missing, deadline, today }) : "",
  };
}
