import { dayText } from "../registers/values/formatting.js";
import { periodLabel } from "../registers/values/period.js";
import { folded } from "../registers/values/reading.js";
import { countSignOffs, signOffOf, type SignOff, type SignOffState } from "../rules/assignments/signOffs.js";
import type { Workbook } from "../rules/workbook.js";
import { answered, isFilled, type Form, type Forms } from "./form.js";
import { sectionLayouts } from "./formSections.js";

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
  /** Of the reports that are marked ready or whose last day has passed, the part that was in time, as a fraction; `null` where there is none. */
  readonly shareInTime: number | null;
}

/** How each unit stands on a day: what it has answered of its form, and whether it has marked it ready. `today` is a serial number. Source: issue 8, Who has answered. */
export function unitStandings({ contents }: Workbook, forms: Forms, today: number): RoundState {
  const period = periodLabel(forms.period);
  const standing = new Map((contents.klarmarkering?.rows ?? []).map((row) => [keyOf([row.values.rapport, row.values.enhet, periodLabel(row.values.period)]), row]));
  const all: SignOff[] = [];
  const units = forms.forms.map((form): UnitStanding => {
    const signOffs = form.ready.flatMap(({ key }) => {
      const row = standing.get(keyOf(key));
      return row === undefined ? [] : [signOffOf(row, today)];
    });
    all.push(...signOffs);
    const worst = worstOf(signOffs);
    const { asked, answered: done } = answered(form);
    const days = signOffs.map(({ row }) => row.values.klarmarkerad);
    const ready = days.length === 0 || days.includes(null) ? null : Math.max(...days.map(Number));
    return {
      unit: form.unit, name: form.name, state: worst?.state ?? null, deadline: worst?.row.values.senast ?? form.deadline, ready, daysLate: worst?.daysLate ?? 0,
      asked, answered: done, missing: asked - done, reminder: ready !== null && asked === done ? "" : reminder(form, period, worst, asked - done, ready !== null),
    };
  });
  return { period, units, shareInTime: countSignOffs(all).shareInTime };
}

function keyOf(parts: readonly string[]): string {
  return JSON.stringify(parts.map(folded));
}

const WORST: readonly SignOffState[] = ["missing", "late", "notDue", "inTime"];

/** Missing before late before not due before in time; of two in the same state the one that is latest. */
function worstOf(signOffs: readonly SignOff[]): SignOff | undefined {
  return [...signOffs].sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state) || b.daysLate - a.daysLate || a.row.values.senast - b.row.values.senast)[0];
}

/** What is left, by when, and what to do: plain words to send as they are. */
function reminder(form: Form, period: string, signOff: SignOff | undefined, missing: number, isReady: boolean): string {
  const left = form.sections.flatMap(({ kind, rows }) => {
    const count = rows.filter(({ answers }) => answers.some((answer) => answer.isNeeded && !isFilled(answer))).length;
    return count === 0 ? [] : [`- ${sectionLayouts[kind].heading}: ${count} av ${rows.length} är inte klara`];
  });
  return [
    `Hej ${form.name}`,
    "",
    missing === 0 ? `Alla svar i uppföljningen för ${period} är ifyllda.` : `I uppföljningen för ${period} har ni ${missing} ${missing === 1 ? "cell" : "celler"} kvar att fylla i:`,
    ...left,
    "",
    ...deadlineLines(form, signOff),
    missing === 0
      ? "Välj Ja vid Klarmarkerad överst i ert blad och skicka tillbaka det."
      : `Fyll i de ljusgula cellerna i ert blad${isReady ? "" : ", välj Ja vid Klarmarkerad överst när det är klart"} och skicka tillbaka det.`,
  ].join("\n");
}

function deadlineLines({ deadline }: Form, signOff: SignOff | undefined): readonly string[] {
  const last = signOff?.row.values.senast ?? deadline;
  if (last === null) return [];
  const late = signOff?.state === "missing" ? signOff.daysLate : 0;
  return [late === 0 ? `Sista dagen är ${dayText(last)}.` : `Sista dagen var ${dayText(last)}, för ${late} ${late === 1 ? "dag" : "dagar"} sedan.`];
}
