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
  malsida: {
    title: { sv: "Målsida", en: "Goal page (Målsida)" },
    purpose: {
      sv: "Visar för varje mål vilka uppdrag som ska nå det, vem som ansvarar och vilka pengar som följer med.",
      en: "Shows, goal by goal, which assignments are to reach it, who is responsible and what money comes with them.",
    },
  },
  tjansteutlatande: {
    title: { sv: "Tjänsteutlåtande", en: "Letter to the committee (Tjänsteutlåtande)" },
    purpose: {
      sv: "Skriver förvaltningens brev till nämnden, med beslutsförslag, underlag och meningar som räknas fram ur registren.",
      en: "Writes the administration's letter to the committee, with proposal, basis and sentences whose figures come from the registers.",
    },
  },
  "ej-verkstallda-beslut": {
    title: { sv: "Ej verkställda beslut", en: "Decisions not carried out (Ej verkställda beslut)" },
    purpose: {
      sv: "Visar kvartalets nya, avslutade, verkställda och fortfarande ej verkställda beslut, med vad som har hänt i vart och ett.",
      en: "Shows the quarter's new, closed, executed and still open decisions, with what has happened in each.",
    },
  },
  "ej-verkstallda-beslut-publik": {
    title: { sv: "Ej verkställda beslut, publik", en: "Decisions not carried out, public (Ej verkställda beslut, publik)" },
    purpose: {
      sv: "Visar för fullmäktige hur många beslut som inte är verkställda, efter insats, kön och väntetid, utan uppgifter om någon enskild.",
      en: "Shows the council how many decisions have not been carried out, by aid, gender and waiting time, without anything about an individual.",
    },
  },
  "ej-verkstallda-beslut-ivo": {
    title: { sv: "Underlag till IVO", en: "Basis for the report to IVO (Underlag till IVO)" },
    purpose: {
      sv: "Visar för varje beslut det som ska anges i kvartalets rapport till IVO, med erbjudanden och hur länge den enskilde har väntat.",
      en: "Shows, decision by decision, what the quarter's report to IVO asks for, with offers and how long the person has waited.",
    },
  },
  internkontroll: {
    title: { sv: "Intern kontroll", en: "Internal control (Intern kontroll)" },
    purpose: {
      sv: "Visar för varje område vilka risker som kontrolleras, vad kontrollerna visade under perioden och vilka som inte har gjorts.",
      en: "Shows, area by area, the risks that are controlled, what the controls showed during the period and which of them were not made.",
    },
  },
  kvalitetsbokslut: {
    title: { sv: "Kvalitetsbokslut", en: "Quality report (Kvalitetsbokslut)" },
    purpose: {
      sv: "Visar för varje kvalitetsinsats vad som är gjort, vilka synpunkter som har kommit in och vad kontrollerna visar.",
      en: "Shows, initiative by initiative, what has been done, which views have come in and what the controls show.",
    },
  },
  oversikt: {
    title: { sv: "Översikt", en: "Overview (Översikt)" },
    purpose: {
      sv: "Visar läget för mål, mått och uppdrag, vad som är på väg och vad som är försenat.",
      en: "Shows how goals, measures and assignments stand, what is on its way and what is late.",
    },
  },
  verksamhetsplan: {
    title: { sv: "Verksamhetsplan", en: "Operational plan (Verksamhetsplan)" },
    purpose: {
      sv: "Visar vad enheten ansvarar för, vilka mål den arbetar mot, när målen är nådda och vad som ska göras.",
      en: "Shows what the unit is responsible for, the goals it works towards, when they are reached and what is to be done.",
    },
  },
};

/** A report's title; its name where it has none yet. */
export function reportTitle(name: string): LocalText {
  return reportWords[name]?.title ?? { sv: name, en: name };
}
