import type { RegisterContents } from "../../registers/registers.js";
import { folded, plainSpaces } from "../../registers/values/reading.js";

/** Bodies that decisions are sent to, whether or not Enheter has them. */
const bodiesEverywhere = ["kommunfullmäktige", "kommunstyrelsen", "kommunrevisionen", "Inspektionen för vård och omsorg", "länsstyrelsen"] as const;

/** Says that somebody gets the decision. */
const SENT = /(?<!\p{L})(?:tillställ|översänd|överlämna|skicka|sänd|delge|expediera)\p{L}*(?!\p{L})([^.\r\n]*)/giu;

/** The bodies that a proposed decision says are sent it: those that everybody knows, and the workbook's own by name or alias. Conservative: a body must stand as its whole name. Source: D4. */
export function bodiesSentTo({ enheter }: RegisterContents): (proposal: string) => readonly string[] {
  const units = (enheter?.rows ?? []).flatMap(({ values }) => [values.namn, ...(values.alias ?? [])]);
  const known = new Map([...units, ...bodiesEverywhere].map((name) => [folded(name), name] as const));
  return (proposal) => {
    const sent = [...proposal.matchAll(SENT)].map(([, to = ""]) => folded(plainSpaces(to))).join(" ; ");
    if (sent === "") return [];
    return [...known].flatMap(([name, written]) => (new RegExp(`(?<![\\p{L}\\d])${escaped(name)}(?![\\p{L}\\d])`, "u").test(sent) ? [written] : []));
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, "\\$&");
}
