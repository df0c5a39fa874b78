import type { LocalText } from "../../registers/language.js";

interface ReportWords {
  readonly title: LocalText;
  readonly purpose: LocalText;
}

/**
 * Title and purpose of each report, by its name on the command line. The Swedish ones are those of src/reports, which a test holds them to: the reports
 * themselves are loaded only when one is built.
 */
export const reportWords: Readonly<Partial<Record<string, ReportWords>>> = {
  maluppfoljning: {
    title: { sv: "Måluppföljning", en: "Goal follow-up (Måluppföljning)" },
    purpose: {
      sv: "Visar för varje mål vilka utfall måtten har under perioden och om målvärdena nås.",
      en: "Shows, goal by goal, the outcomes of the measures during the period and whether the targets are reached.",
    },
  },
  uppdragsuppfoljning: {
    title: { sv: "Uppdragsuppföljning", en: "Assignment follow-up (Uppdragsuppföljning)" },
    purpose: {
      sv: "Visar för varje uppdrag vad nämnden skriver om perioden och vilken status uppdraget har.",
      en: "Shows, assignment by assignment, what the committee writes about the period and what status the assignment has.",
    },
  },
  tjansteutlatande: {
    title: { sv: "Tjänsteutlåtande", en: "Letter to the committee (Tjänsteutlåtande)" },
    purpose: {
      sv: "Skriver förvaltningens brev till nämnden, med beslutsförslag, underlag och meningar som räknas fram ur registren.",
      en: "Writes the administration's letter to the committee, with proposal, basis and sentences whose figures come from the registers.",
    },
  },
};

/** A report's title; its name where it has none yet. */
export function reportTitle(name: string): LocalText {
  return reportWords[name]?.title ?? { sv: name, en: name };
}
