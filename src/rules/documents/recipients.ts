import { folded } from "../../registers/values/reading.js";

/** Those who get a decision, under the heading that says why. */
export interface RecipientGroup {
  /** `null` for those written before any heading. */
  readonly heading: string | null;
  readonly names: readonly string[];
}

/** The two headings of Ale's letters. */
const headings = ["För vidare hantering", "För kännedom"] as const;

/** The lines of "Expedieras till" as groups, in their order: a heading stands on a line of its own, or before a colon. */
export function recipientGroups(lines: readonly string[]): readonly RecipientGroup[] {
  const groups: { heading: string | null; names: string[] }[] = [];
  for (const line of lines) {
    const heading = headings.find((word) => new RegExp(`^${folded(word)}(?: ?:|$)`, "u").test(folded(line)));
    if (heading !== undefined) groups.push({ heading, names: [] });
    else if (groups.length === 0) groups.push({ heading: null, names: [] });
    const rest = heading === undefined ? line : line.slice(line.indexOf(":") === -1 ? line.length : line.indexOf(":") + 1).trim();
    if (rest !== "") groups.at(-1)?.names.push(rest.replace(/[.;,]$/u, ""));
  }
  return groups;
}
