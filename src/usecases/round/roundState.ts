import type { SignOffState } from "../../rules/assignments/signOffs.js";

/** How far one unit has come with a period. */
export interface UnitStanding {
  /** Code. */
  readonly unit: string;
  readonly name: string;
  /** By Klarmarkering; of several reports the one that is worst off. `null` where the unit has no row there for the period. */
  readonly state: SignOffState | null;
  /** The last day, and the day that it was marked ready; serial numbers. */
  readonly deadline: number | null;
  readonly ready: number | null;
  /** Days after the last day that it was marked ready or, before that, that have passed; 0 in time. */
  readonly daysLate: number;
  /** Of the cells that it is asked to fill in. */
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
