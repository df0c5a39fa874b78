import type { RegisterContents } from "../../registers/registers.js";
import { folded } from "../../registers/values/reading.js";

/** Bodies that decisions are sent to, whether or not Enheter has them. */
const bodiesEverywhere = ["kommunfullmäktige", "kommunstyrelsen", "kommunrevisionen", "Inspektionen för vård och omsorg", "länsstyrelsen"] as const;

/** Says that somebody gets the decision. */
const SENT = /(?<!\p{L})(?:tillställ|översänd|överlämna|skicka|sänd|delge|expediera)\p{L}*(?!\p{L})([^.\r\n]*)/giu;

/** The bodies that a proposed decision says are sent it: those that everybody knows, and the workbook's own by name or alias, each by its whole name. Source: D4. */
export function bodiesSentTo({ enheter }: RegisterContents): (proposal: string) => readonly string[] {
  const units = (enheter?.rows ?? []).flatMap(({ values }) => [values.namn, ...(values.alias ?? [])]);
  // By first word: a workbook may have many units, and many letters.
  const byFirstWord = new Map<string, Map<string, string>>();
  for (const name of [...units, ...bodiesEverywhere]) {
    const [first = "", ...rest] = wordsOf(name);
    const names = byFirstWord.get(first) ?? new Map<string, string>();
    byFirstWord.set(first, names.set([first, ...rest].join(" "), name));
  }
  return (proposal) => {
    const sent = wordsOf([...proposal.matchAll(SENT)].map(([, to = ""]) => to).join(" | "));
    const text = ` ${sent.join(" ")} `;
    return [...new Set(sent)].flatMap((first) => [...(byFirstWord.get(first) ?? [])].flatMap(([name, written]) => (text.includes(` ${name} `) ? [written] : [])));
  };
}

function wordsOf(text: string): readonly string[] {
  return folded(text).split(/[^\p{L}\d|]+/u).filter((word) => word !== "");
}
