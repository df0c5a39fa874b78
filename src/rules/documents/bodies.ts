import type { RegisterContents } from "../../registers/registers.js";
import { folded } from "../../registers/values/reading.js";

/** Bodies that decisions are sent to, whether or not Enheter has them. */
const bodiesEverywhere = ["kommunfullmäktige", "kommunstyrelsen", "kommunrevisionen", "Inspektionen för vård och omsorg", "länsstyrelsen"] as const;

/** Says that somebody gets the decision. */
const SENT = /(?<!\p{L})(?:tillställ|översänd|överlämna|skicka|sänd|delge|expediera)\p{L}*(?!\p{L})([^.\r\n]*)/giu;

/** The bodies that a proposed decision says are sent it: those that everybody knows, and the workbook's own by name or alias, each by its whole name. Source: D4. */
export function bodiesSentTo({ enheter }: RegisterContents): (proposal: string) => readonly string[] {
  const units = (enheter?.rows ?? []).flatMap(({ values }) => [values.namn, ...(values.alias ?? [])]);
  const known = new Map([...units, ...bodiesEverywhere].map((name) => [wholeWords(name), name] as const));
  return (proposal) => {
    const sent = wholeWords([...proposal.matchAll(SENT)].map(([, to = ""]) => to).join(" | "));
    return [...known].flatMap(([name, written]) => (sent.includes(name) ? [written] : []));
  };
}

/** The words of a text with a space on each side, so that one name is not found within another. */
function wholeWords(text: string): string {
  return ` ${folded(text).replace(/[^\p{L}\d|]+/gu, " ").trim()} `;
}
