import { message } from "../../registers/message.js";

/** What is told of views and complaints received, and of the units they are counted by. */
export const viewMessages = {
  "synpunkt.framtida": message<{ day: string }>("varning", {
    sv: ({ day }) => `Synpunkten har datum ${day}, som inte har varit än. Den räknas först då. Rätta Datum.`,
    en: ({ day }) => `The view has the date ${day}, which has not come yet. It is not counted until then. Correct Datum.`,
  }),
  "synpunkt.utveckling": message<{ phrase: string; period: string; now: number; before: string; then: number }>("varning", {
    sv: ({ phrase, period, now, before, then }) =>
      `I kommentaren står ”${phrase}”, men Synpunkter har ${now} för ${period} och ${then} för ${before}. Rätta kommentaren, eller fyll på Synpunkter.`,
    en: ({ phrase, period, now, before, then }) =>
      `The comment says ”${phrase}”, but Synpunkter has ${now} for ${period} and ${then} for ${before}. Correct the comment, or add to Synpunkter.`,
  }),
  "enhet.forkortning": message<{ unit: string }>("upplysning", {
    sv: ({ unit }) => `Enheten ${unit} har sin kod som namn, så den som läser tabellen över synpunkter får inte veta vad ${unit} är. Skriv hela namnet i Namn.`,
    en: ({ unit }) => `The unit ${unit} has its code as its name, so whoever reads the table of views is not told what ${unit} is. Write the whole name in Namn.`,
  }),
};
