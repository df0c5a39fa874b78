import type { Settings } from "../../registers/settings.js";
import type { Law } from "./decisions.js";

/** How a law is referred to in reports, as Installningar says. */
export interface LawReferences {
  /** "lagen (1993:387) om stöd och service till vissa funktionshindrade, LSS" */
  readonly name: string;
  /** Sections and name that decisions rest on: "9 § lagen (1993:387) om stöd och service till vissa funktionshindrade, LSS" */
  readonly decisions: string;
  /** The same in short: "9 § LSS" */
  readonly decisionsInShort: string;
  /** The sections that say how to report what is not carried out: "28 f–28 h §§ LSS" */
  readonly reporting: string;
}

export function lawReferences(settings: Settings, law: Law): LawReferences {
  const [name, sections, reporting] =
    law === "LSS" ? [settings.lssNamn, settings.lssLagrum, settings.lssRapportering] : [settings.solNamn, settings.solLagrum, settings.solRapportering];
  return { name, decisions: `${sections} ${name}`, decisionsInShort: `${sections} ${law}`, reporting: `${reporting} ${law}` };
}
