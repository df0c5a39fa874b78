import { settingRegistry } from "../registers/settings.js";
import { ruleSeverities } from "./ruleChoice.js";

/**
 * The page of every rule: its name, how serious it is, where it comes from and what it may say. `examples` are messages by rule, and `sources` numbers in the notes on the source
 * documents; a rule without one stands without.
 */
export function rulePage(examples: ReadonlyMap<string, string>, sources: ReadonlyMap<string, readonly string[]>): string {
  const example = (slug: string) => (examples.get(slug) ?? "").replaceAll("|", "\\|").replace(/\s+/gu, " ");
  const rows = [...ruleSeverities].map(([slug, severity]) => `| ${slug} | ${severity} | ${(sources.get(slug) ?? []).join(", ")} | ${example(slug)} |`);
  return [
    "# Regler",
    "",
    `Det här kontrollerar Måltavla. En upplysning kan stängas av: skriv regelns namn i inställningen ${settingRegistry.reglerAv.nyckel}. Fel och varningar godtas en och en, med skäl.`,
    "Exemplen kommer ur exempelfilerna. Sidan görs med `npm run samples`.",
    "",
    "Källa är regelns nummer i genomgången av förlagorna: R är Östersund och Norrköping, F, I, U och D är Ales uppföljning, internkontroll, ej verkställda beslut och ärenden, O är Ovanåker.",
    "",
    "| Regel | Allvar | Källa | Exempel |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
