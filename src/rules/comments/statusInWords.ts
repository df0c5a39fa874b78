import { affirmed } from "./affirmed.js";
import { words } from "./sentences.js";

/*
 * Words of a comment that speak against its status. Few and plain: a text that only might mean it is left in peace, and so is a sentence with a negation
 * ("inget återstår").
 */

const GOES_ON = words("år(?:en)? framöver|kommande år(?:en)?|fortsätter|fortgår|kvarstår|återstår|pågår fortfarande");
const PUT_OFF = words("skj(?:uts|utas|utits|öts|uten|utet|utna) (?:upp|fram|på framtiden)|uppskjut(?:s|as|its|en|et|na)|senare(?:lagts|lagd|lagt|lagda|läggs)|pausa(?:s|ts|d|t|de)");

/** The words of a comment which say that the work goes on, e.g. "åren framöver"; undefined when none do. */
export function goesOn(comment: string): string | undefined {
  return affirmed(comment, GOES_ON);
}

/** The words of a comment which say that something is put off, e.g. "skjutits på framtiden"; undefined when none do. */
export function isPutOff(comment: string): string | undefined {
  return affirmed(comment, PUT_OFF);
}
