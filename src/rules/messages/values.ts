import { message } from "../../registers/message.js";

/** What is told of a number or answer that does not suit its measure. */
export const valueMessages = {
  "varde.procent-antaget": message<{ header: string; typed: string; printed: string }>("upplysning", {
    sv: ({ header, typed, printed }) => `${header} ${typed} läses som ${printed}, eftersom måttet räknas i procent. Skriv ${printed}, så råder ingen tvekan.`,
    en: ({ header, typed, printed }) => `${header} ${typed} is read as ${printed}, because the measure is counted in per cent. Write ${printed} to leave no doubt.`,
  }),
  "varde.omraknat": message<{ header: string; typed: string; printed: string }>("varning", {
    sv: ({ header, typed, printed }) => `${header} ${typed} räknas om till ${printed}, som är måttets enhet. Skriv ${printed}, så räknar även Excels formler rätt.`,
    en: ({ header, typed, printed }) => `${header} ${typed} is converted to ${printed}, the measure's own unit. Write ${printed}, and Excel's formulas will be right too.`,
  }),
  "varde.procent-tvetydig": message<{ header: string; typed: string; asShare: string; asPercentage: string }>("fel", {
    sv: ({ header, typed, asShare, asPercentage }) =>
      `${header} ${typed} kan betyda ${asShare} eller ${asPercentage}, så värdet används inte. Skriv det du menar med procenttecken.`,
    en: ({ header, typed, asShare, asPercentage }) =>
      `${header} ${typed} may mean ${asShare} or ${asPercentage}, so the value is not used. Write the one you mean with a per cent sign.`,
  }),
  /** `unit` is null for a measure that does not say its unit, and whose other values are no percentages. */
  "varde.procent-i-annan-enhet": message<{ header: string; typed: string; unit: string | null }>("fel", {
    sv: ({ header, typed, unit }) =>
      unit === null
        ? `${header} ${typed} är i procent, men Måttenhet är tom, så värdet används inte. Fyll i Måttenhet.`
        : `${header} ${typed} är i procent, men måttet räknas i ${unit}, så värdet används inte. Ändra Måttenhet till % eller skriv talet i ${unit}.`,
    en: ({ header, typed, unit }) =>
      unit === null
        ? `${header} ${typed} is in per cent, but Måttenhet is empty, so the value is not used. Fill in Måttenhet.`
        : `${header} ${typed} is in per cent, but the measure is counted in ${unit}, so the value is not used. Change Måttenhet to %, or enter the number in ${unit}.`,
  }),
  "varde.enhet-avviker": message<{ header: string; typed: string; unit: string }>("fel", {
    sv: ({ header, typed, unit }) => `${header} ${typed} har en annan enhet än måttet, som räknas i ${unit}. Värdet används inte. Räkna om det och skriv bara talet.`,
    en: ({ header, typed, unit }) =>
      `${header} ${typed} is in a different unit from the measure, which is counted in ${unit}. The value is not used. Convert it and enter only the number.`,
  }),
  "varde.ja-nej-vantat": message<{ header: string; typed: string }>("fel", {
    sv: ({ header, typed }) => `${header} ${typed} ska vara Ja eller Nej för det här måttet. Skriv Ja eller Nej, eller ändra Måttenhet.`,
    en: ({ header, typed }) => `${header} ${typed} should be Ja or Nej for this measure. Write Ja or Nej, or change Måttenhet.`,
  }),
  /** `unit` is null for a measure that does not say its unit. */
  "varde.tal-vantat": message<{ header: string; typed: string; unit: string | null }>("fel", {
    sv: ({ header, typed, unit }) => `${header} ${typed} ska vara ett tal, eftersom måttet räknas i ${unit ?? "tal"}. Skriv ett tal, eller ändra Måttenhet till Ja/Nej.`,
    en: ({ header, typed, unit }) => `${header} ${typed} should be a number, because the measure is counted in ${unit ?? "numbers"}. Enter a number, or change Måttenhet to Ja/Nej.`,
  }),
};
