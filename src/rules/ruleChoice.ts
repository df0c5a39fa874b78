import type { Severity } from "../registers/finding.js";
import { readingMessages } from "../registers/messages.js";
import type { Settings } from "../registers/settings.js";
import { folded } from "../registers/values/reading.js";
import { ruleMessages } from "./messages.js";

/** Every rule with its severity, by slug in the order of the alphabet. */
export const ruleSeverities: ReadonlyMap<string, Severity> = new Map(
  Object.entries<{ readonly severity: Severity }>({ ...readingMessages, ...ruleMessages })
    .map(([slug, { severity }]) => [slug, severity] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);

/** The rules that a workbook has switched off (setting regler-av). Only what is good to know can be: an error or a warning is accepted one by one, with its reason. */
export function switchedOff({ reglerAv }: Pick<Settings, "reglerAv">): ReadonlySet<string> {
  return new Set(reglerAv.map(folded).filter((slug) => ruleSeverities.get(slug) === "upplysning"));
}
