import { ejVerkstalldaBeslut } from "./ejVerkstalldaBeslut/ejVerkstalldaBeslut.js";
import { ejVerkstalldaBeslutPublik } from "./ejVerkstalldaBeslut/publik.js";
import { underlagTillIvo } from "./ejVerkstalldaBeslut/underlagTillIvo.js";
import { internkontroll } from "./internkontroll/internkontroll.js";
import { malsida } from "./malsida/malsida.js";
import { kvalitetsbokslut } from "./kvalitetsbokslut/kvalitetsbokslut.js";
import { maluppfoljning } from "./maluppfoljning/maluppfoljning.js";
import { oversikt } from "./oversikt/oversikt.js";
import type { ReportDefinition } from "./report.js";
import { tjansteutlatande } from "./tjansteutlatande/tjansteutlatande.js";
import { uppdragsuppfoljning } from "./uppdragsuppfoljning/uppdragsuppfoljning.js";
import { verksamhetsplan } from "./verksamhetsplan/verksamhetsplan.js";

/** Every report, in the order they are offered. Adding a report is its definition and a line here. */
export const reports: readonly ReportDefinition[] = [maluppfoljning, uppdragsuppfoljning, malsida, verksamhetsplan, tjansteutlatande, ejVerkstalldaBeslut, ejVerkstalldaBeslutPublik, underlagTillIvo, internkontroll, kvalitetsbokslut, oversikt];

/** The report with that name on the command line, or undefined. */
export function reportNamed(name: string): ReportDefinition | undefined {
  return reports.find((report) => report.name === name);
}
