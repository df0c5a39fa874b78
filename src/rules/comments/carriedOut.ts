import { singleSpaces } from "../../registers/values/reading.js";
import { affirmed } from "./affirmed.js";
import { words } from "./sentences.js";
import { isPutOff } from "./statusInWords.js";

/*
 * Words of a comment on an activity or a quality initiative that speak against its status, or against each other. Few and plain: a text that only might mean it is left
 * in peace.
 */

const NOT_CALLED_FOR = words("inte (?:använts|behövts|blivit aktuell(?:t|a)?|varit aktuell(?:t|a)?)");
const BEGUN = words("påbörja(?:t|ts|d|de|des)|en gång|till viss del|delvis (?:gjort|gjord|klart|klar|infört|införd|genomfört|genomförd|genomförts)");
const AS_PLANNED = words("(?:enligt|efter) (?:den )?(?:fastlagd(?:a)? )?(?:projekt|tids|arbets)?plan(?:en|eringen|ering)?");
const LATE = words("försena(?:d|t|de|s|ts)");

/** The words which say that something was never used or called for, e.g. "inte använts"; undefined when none do. */
export function wasNotCalledFor(comment: string): string | undefined {
  return NOT_CALLED_FOR.exec(singleSpaces(comment))?.[0];
}

/** The words which say that something has begun or been done in part, e.g. "påbörjades"; undefined when none do. */
export function wasBegun(comment: string): string | undefined {
  return affirmed(comment, BEGUN);
}

/** What a comment says both of going as planned and of being late; undefined when it does not say both. */
export function asPlannedAndLate(comment: string): { readonly planned: string; readonly late: string } | undefined {
  const planned = affirmed(comment, AS_PLANNED);
  const late = affirmed(comment, LATE) ?? isPutOff(comment);
  return planned === undefined || late === undefined ? undefined : { planned, late };
}
