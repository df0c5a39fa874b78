import type { Klarmarkering } from "../registers/registers.js";
import type { Period } from "../registers/values/period.js";
import type { Form } from "./form.js";

/** The form with a last day for the reports that Klarmarkering has no row for yet; what stands there keeps its own. `deadline` is a serial number. */
export function withDeadline(form: Form, deadline: number): Form {
  const ready = form.ready.map((row) => (row.isStanding ? row : { ...row, deadline }));
  const days = ready.flatMap((row) => row.deadline ?? []);
  return { ...form, ready, deadline: days.length === 0 ? null : Math.min(...days) };
}

/** The rows that Klarmarkering lacks of what the forms ask to be marked ready, with their last days: by them it is known whom a round waits for. */
export function signOffsOwed(forms: readonly Form[], period: Period): readonly Klarmarkering[] {
  return forms.flatMap(({ unit, ready }) =>
    ready.flatMap(({ isStanding, report, deadline }) => (isStanding || deadline === null ? [] : [{ rapport: report, enhet: unit, period, senast: deadline, klarmarkerad: null }])),
  );
}
