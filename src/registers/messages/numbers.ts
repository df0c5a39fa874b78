import type { LocalText } from "../language.js";
import { message } from "../message.js";
import { quoted } from "./wording.js";

/** What is told of text that was read as a number. */
export const numberMessages = {
  "cell.text-for-tal": message<{ header: string; typed: string; printed: string; notes: readonly LocalText[] }>("varning", {
    sv: ({ header, typed, printed, notes }) =>
      [`${quoted(typed)} i ${header} är text. Det läses som ${printed}, men Excels formler räknar inte med det. Skriv talet i stället.`, ...notes.map(({ sv }) => sv)].join(" "),
    en: ({ header, typed, printed, notes }) =>
      [`${quoted(typed)} in ${header} is text. It is read as ${printed}, but Excel's formulas leave it out. Enter the number instead.`, ...notes.map(({ en }) => en)].join(" "),
  }),
  "matt.riktning-i-texten": message<{ typed: string; direction: string }>("upplysning", {
    sv: ({ typed, direction }) => `${quoted(typed)} betyder att Riktning ska vara ${direction}. Fyll i Riktning, så kan måttet användas.`,
    en: ({ typed, direction }) => `${quoted(typed)} means that Riktning should be ${direction}. Fill in Riktning, so that the measure can be used.`,
  }),
};

/** What more to think of when a text becomes a number. */
export const numberNotes = {
  outcomeIsNumber: { sv: "Ett utfall är ett tal: skriv det uppmätta värdet.", en: "An outcome is a number: enter the measured value." },
  boundsBelongInMatt: {
    sv: "Skriv intervallets gränser i registret Mått, i Målvärde och Målvärde till.",
    en: "Enter the bounds of the interval in the register Mått, in Målvärde and Målvärde till.",
  },
  boundsInTwoCells: {
    sv: "Undre gränsen hör hemma i Målvärde och övre gränsen i Målvärde till.",
    en: "The lower bound belongs in Målvärde and the upper bound in Målvärde till.",
  },
  boundsAndDirection: {
    sv: "Skriv undre gränsen i Målvärde, övre gränsen i Målvärde till, och välj riktningen Inom intervall.",
    en: "Enter the lower bound in Målvärde, the upper bound in Målvärde till, and choose the direction Inom intervall.",
  },
  equalCounts: { sv: "Utfall lika med målvärdet räknas då som uppnått.", en: "An outcome equal to the target then counts as attained." },
  unitDiffers: (unit: string, measureUnit: string | null): LocalText =>
    measureUnit === null
      ? {
          sv: `Ange Måttenhet för måttet, så att det syns att talet är i ${unit}.`,
          en: `Fill in Måttenhet for the measure, to show that the number is in ${unit}.`,
        }
      : {
          sv: `Talet är i ${unit}, men måttet räknas i ${measureUnit}. Räkna om det.`,
          en: `The number is in ${unit}, but the measure is counted in ${measureUnit}. Convert it.`,
        },
  directionDiffers: (direction: string, measureDirection: string): LocalText => ({
    sv: `Texten betyder att Riktning ska vara ${direction}, men den är ${measureDirection}. Kontrollera vilket som gäller.`,
    en: `The text means that Riktning should be ${direction}, but it is ${measureDirection}. Check which one is right.`,
  }),
} as const;
