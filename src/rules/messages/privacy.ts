import type { LocalText } from "../../registers/language.js";
import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";

interface TableAbout {
  readonly caption: string;
  readonly heldBack: number;
  readonly counts: number;
}

/** What is told of privacy: what a public report may not print, and rules about what tells of an individual. */
export const privacyMessages = {
  "beslut.personnummer": message<object>("varning", {
    sv: () => "Beslutsnr ser ut som ett personnummer, och numret står i nämndens rapport. Skriv beslutets nummer i verksamhetssystemet i stället.",
    en: () => "Beslutsnr looks like a personal identity number, and the number is printed in the committee's report. Write the decision's number in the case system instead.",
  }),
  "publik.beslutsnummer": message<{ header: string }>("varning", {
    sv: ({ header }) => `${header} innehåller numret på ett beslut i registret Beslut. Dokument läses av fler än nämnden. Ta bort numret, eller godta anmärkningen om texten bara går till nämnden.`,
    en: ({ header }) => `${header} contains the number of a decision in the register Beslut. Documents are read by others than the committee. Remove the number, or accept the finding if the text only goes to the committee.`,
  }),
  /** `what` would have been told, and `instead` stands there now, as printed. */
  "publik.enskild": message<{ report: string; what: LocalText; places: readonly string[]; instead: string }>("varning", {
    sv: ({ report, what, places, instead }) =>
      `Rapporten ${report} skulle ha visat ${what.sv} (${listed(places, "och")}). Där skrivs ”${instead}” i stället. Ta bort uppgiften i registret som den kommer från.`,
    en: ({ report, what, places, instead }) =>
      `The report ${report} would have shown ${what.en} (${listed(places, "and")}). It says ”${instead}” there instead. Remove it from the register that it comes from.`,
  }),
  "publik.andrad-cell": message<{ report: string; cells: readonly string[] }>("varning", {
    sv: ({ report, cells }) =>
      `I rapporten ${report} har någon skrivit för hand om en enskild, där ett litet tal hålls tillbaka, eller en formel som hämtar något från ett annat blad, i ${listed(cells, "och")}. Det skrivs över när rapporten byggs, och kan inte behållas i en publik rapport.`,
    en: ({ report, cells }) =>
      `In the report ${report} somebody has written by hand about an individual, where a small count is held back, or a formula that fetches something from another sheet, in ${listed(cells, "and")}. It is written over when the report is built, and cannot be kept in a public report.`,
  }),
  "publik.smatal": message<{ report: string; period: string; tables: readonly TableAbout[] }>("upplysning", {
    sv: ({ report, period, tables }) =>
      `Rapporten ${report} för ${period} visar inte alla tal: ${listed(tables.map(({ caption, heldBack, counts }) => `${heldBack} av ${counts} i ”${caption}”`), "och")}. De är små, eller skulle göra att små tal kan räknas fram. Gränsen är inställningen smatal-grans. Du behöver inte göra något.`,
    en: ({ report, period, tables }) =>
      `The report ${report} for ${period} does not show all counts: ${listed(tables.map(({ caption, heldBack, counts }) => `${heldBack} of ${counts} in ”${caption}”`), "and")}. They are small, or would let small counts be worked out. The limit is the setting smatal-grans. You need do nothing.`,
  }),
};
