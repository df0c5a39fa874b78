import type { WorkStep } from "../../usecases/work.js";
import { viewTexts } from "../language.js";

/** What is said about work: while it goes on, when it fails, and in passing. */
export const sessionTexts = viewTexts(
  {
    checking: "Kontrollerar registren …",
    step: { reading: "Läser arbetsboken.", checking: "Går igenom registren.", writing: "Skriver i arbetsboken." } satisfies Record<WorkStep, string>,
    count: (done: number, of: number): string => `${done.toLocaleString("sv-SE")} av ${of.toLocaleString("sv-SE")}`,
    stop: "Avbryt",
    failed: "Det gick inte",
    dismiss: "Stäng meddelandet",
  },
  {
    checking: "Checking the registers …",
    step: { reading: "Reading the workbook.", checking: "Going through the registers.", writing: "Writing to the workbook." },
    count: (done, of) => `${done.toLocaleString("en-GB")} of ${of.toLocaleString("en-GB")}`,
    stop: "Cancel",
    failed: "That did not work",
    dismiss: "Close the message",
  },
);

/** For a fault of ours, which nobody has found words for. */
export const unexpected = {
  sv: "Något oväntat hände i Måltavla. Det som redan är skrivet står kvar. Försök igen, och ladda om Måltavla om det händer igen.",
  en: "Something unexpected happened in Måltavla. What has already been written is still there. Try again, and reload Måltavla if it happens again.",
};
