import type { Finding, Severity } from "../../registers/finding.js";
import { registers } from "../../registers/registers.js";
import { countBlocks, type Count, type CountedWord } from "./countTable.js";
import { sectionHeading, type OverviewInput, type OverviewSection } from "./section.js";

const SEVERITIES: readonly (CountedWord & { readonly word: Severity; readonly one: string; readonly several: string })[] = [
  { word: "fel", header: "Fel", one: "fel", several: "fel" },
  { word: "varning", header: "Varningar", one: "varning", several: "varningar" },
  { word: "upplysning", header: "Upplysningar", one: "upplysning", several: "upplysningar" },
];

/** How many open findings of each severity the check has, by register. They are the whole workbook's, for its own period. */
export function findingSection({ findings }: OverviewInput): OverviewSection | undefined {
  if (findings === undefined) return undefined;
  const heading = sectionHeading("Anmärkningar i kontrollen", "anmarkningar");
  if (findings.length === 0) {
    const told = "Kontrollen har inga anmärkningar.";
    return { name: "Anmärkningar", told, blocks: [heading, { kind: "paragraph", text: told }] };
  }
  const wordOf = ({ severity }: Finding) => severity;
  const groups = Object.values(registers).flatMap(({ table, sheet }) => {
    const own = findings.filter(({ register }) => register === table);
    return own.length === 0 ? [] : [{ name: sheet, items: own }];
  });
  const elsewhere = findings.filter(({ register }) => !Object.values(registers).some(({ table }) => table === register));
  const count: Count<Finding> = {
    id: "anmarkningar", caption: "Anmärkningar per register", by: "Register", what: "Anmärkningar", words: SEVERITIES, wordOf,
    groups: elsewhere.length === 0 ? groups : [...groups, { name: "Övrigt", items: elsewhere }],
  };
  const told = SEVERITIES.flatMap(({ word, one, several }) => {
    const number = findings.filter(({ severity }) => severity === word).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : several}`];
  });
  return {
    name: "Anmärkningar",
    told: `Kontrollen av hela arbetsboken har ${told.join(", ")}.`,
    blocks: [heading, ...countBlocks(count), { kind: "note", text: "Anmärkningarna gäller hela arbetsboken. Det som någon har godtagit räknas inte." }],
  };
}
