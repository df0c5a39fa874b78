import { settingRegistry } from "../registers/settings.js";
import { ruleSeverities } from "./ruleChoice.js";

/** The page of every rule: its name, how serious it is, and what it may say. `examples` are messages by rule; a rule without one stands without. */
export function rulePage(examples: ReadonlyMap<string, string>): string {
  const rows = [...ruleSeverities].map(([slug, severity]) => `| ${slug} | ${severity} | ${(examples.get(slug) ?? "").replaceAll("|", "\\|").replace(/\s+/gu, " ")} |`);
  return [
    "# Regler",
    "",
    `Det här kontrollerar Måltavla. En upplysning kan stängas av: skriv regelns namn i inställningen ${settingRegistry.reglerAv.nyckel}. Fel och varningar godtas en och en, med skäl.`,
    "Exemplen kommer ur exempelfilerna. Sidan görs med `npm run samples`.",
    "",
    "| Regel | Allvar | Exempel |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
