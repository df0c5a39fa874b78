import { dayText } from "../registers/values/formatting.js";

/** What a unit is reminded of. */
export interface ToRemindOf {
  readonly name: string;
  /** As printed. */
  readonly period: string;
  readonly missing: number;
  /** Serial numbers. */
  readonly deadline: number | null;
  readonly today: number;
}

/** A reminder to send to a unit, in Swedish as everything that its managers get; "" where nothing is missing and no day has to be kept. Source: issue 8, Who has answered. */
export function reminder({ name, period, missing, deadline, today }: ToRemindOf): string {
  if (missing === 0 && deadline === null) return "";
  return [
    "Hej!",
    "",
    `${name}: uppföljningen för ${period} är inte klar. ${missing === 0 ? "Alla svar är ifyllda, men bladet är inte klarmarkerat." : `${missing === 1 ? "1 svar saknas" : `${missing} svar saknas`}, och bladet är inte klarmarkerat.`}`,
    ...(deadline === null ? [] : [lastDay(deadline, today)]),
    "",
    "Fyll i det som saknas i bladet, välj Ja vid Klarmarkerad och skicka tillbaka det.",
  ].join("\n");
}

function lastDay(deadline: number, today: number): string {
  const late = today - deadline;
  if (late > 0) return `Sista dagen var ${dayText(deadline)}, för ${late === 1 ? "1 dag" : `${late} dagar`} sedan.`;
  return late === 0 ? `Sista dagen är i dag, ${dayText(deadline)}.` : `Sista dagen är ${dayText(deadline)}.`;
}
