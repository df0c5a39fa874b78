import type { WorkStep } from "../../usecases/work.js";
import { viewTexts } from "../language.js";

const swedish = (count: number): string => count.toLocaleString("sv-SE");
const english = (count: number): string => count.toLocaleString("en-GB");

/** What is said about work: while it goes on, when it fails, and in passing. */
export const sessionTexts = viewTexts(
  {
    checking: "Kontrollerar registren …",
    step: { reading: "Läser arbetsboken.", checking: "Går igenom registren.", writing: "Skriver i arbetsboken." } satisfies Record<WorkStep, string>,
    count: (done: number, of: number): string => `${swedish(done)} av ${swedish(of)}`,
    editing: "En cell redigeras just nu. Måltavla läser arbetsboken när du är klar med den.",
    more: (count: number, all: number): string => `${count === 1 ? "1 anmärkning" : `${count} anmärkningar`} till, ${all} i allt.`,
    fewer: (count: number, all: number): string => `${count === 1 ? "1 anmärkning mindre" : `${count} anmärkningar färre`}, ${all} i allt.`,
    stop: "Avbryt",
    failed: "Det gick inte",
    dismiss: "Stäng meddelandet",
  },
  {
    checking: "Checking the registers …",
    step: { reading: "Reading the workbook.", checking: "Going through the registers.", writing: "Writing to the workbook." },
    count: (done, of) => `${english(done)} of ${english(of)}`,
    editing: "A cell is being edited. Måltavla reads the workbook when you have finished with it.",
    more: (count, all) => `${count === 1 ? "1 more finding" : `${count} more findings`}, ${all} in all.`,
    fewer: (count, all) => `${count === 1 ? "1 finding fewer" : `${count} findings fewer`}, ${all} in all.`,
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
