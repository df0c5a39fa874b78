import type { LocalText } from "../language.js";
import { message } from "../message.js";
import { listed, quoted } from "./wording.js";

/** What is told of a cell that is empty, cannot be read, or was read as something else than it says. `how` is how to write it instead. */
export const cellMessages = {
  "cell.saknas": message<{ header: string }>("fel", {
    sv: ({ header }) => `${header} saknas, så raden kan inte användas. Fyll i ${header}, eller töm hela raden.`,
    en: ({ header }) => `${header} is missing, so the row cannot be used. Fill in ${header}, or clear the whole row.`,
  }),
  "cell.felvarde": message<{ header: string; error: string }>("fel", {
    sv: ({ header, error }) => `${header} innehåller felet ${error}. Rätta formeln eller skriv ett värde.`,
    en: ({ header, error }) => `${header} contains the error ${error}. Correct the formula or enter a value.`,
  }),
  "cell.olasbar": message<{ header: string; typed: string; how: LocalText }>("fel", {
    sv: ({ header, typed, how }) => `${quoted(typed)} går inte att läsa som ${header}. ${how.sv}`,
    en: ({ header, typed, how }) => `${quoted(typed)} cannot be read as ${header}. ${how.en}`,
  }),
  "cell.tvetydig": message<{ header: string; typed: string; how: LocalText }>("fel", {
    sv: ({ header, typed, how }) => `${quoted(typed)} i ${header} kan läsas på två sätt, så värdet används inte. ${how.sv}`,
    en: ({ header, typed, how }) => `${quoted(typed)} in ${header} can be read in two ways, so the value is not used. ${how.en}`,
  }),
  "cell.utanfor": message<{ header: string; typed: string; how: LocalText }>("fel", {
    sv: ({ header, typed, how }) => `${quoted(typed)} är inget möjligt värde i ${header}. ${how.sv}`,
    en: ({ header, typed, how }) => `${quoted(typed)} is not a possible value in ${header}. ${how.en}`,
  }),
  "cell.blev-datum": message<{ header: string; date: string; how: LocalText }>("fel", {
    sv: ({ header, date, how }) => `Excel har gjort om det som skrevs i ${header} till datumet ${date}. ${how.sv}`,
    en: ({ header, date, how }) => `Excel has turned what was typed in ${header} into the date ${date}. ${how.en}`,
  }),
  "cell.ej-i-listan": message<{ header: string; typed: string; allowed: readonly string[]; nearest: string | undefined }>("fel", {
    sv: ({ header, typed, allowed, nearest }) =>
      `${quoted(typed)} finns inte i listan för ${header}. ${nearest === undefined ? "" : `Menade du ${nearest}? `}Välj ${listed(allowed, "eller")}.`,
    en: ({ header, typed, allowed, nearest }) =>
      `${quoted(typed)} is not in the list for ${header}. ${nearest === undefined ? "" : `Did you mean ${nearest}? `}Choose ${listed(allowed, "or")}.`,
  }),
  "cell.stavning": message<{ typed: string; word: string }>("upplysning", {
    sv: ({ typed, word }) => `${quoted(typed)} läses som ${word}. Skriv ${word}, så fungerar även Excels formler och filter.`,
    en: ({ typed, word }) => `${quoted(typed)} is read as ${word}. Write ${word}, and Excel's formulas and filters will work too.`,
  }),
  "cell.datum-som-text": message<{ typed: string; printed: string }>("upplysning", {
    sv: ({ typed, printed }) => `${quoted(typed)} är inte sparat som ett datum. Det läses som ${printed}. Skriv datumet i stället, så går det att sortera.`,
    en: ({ typed, printed }) => `${quoted(typed)} is not stored as a date. It is read as ${printed}. Enter the date instead, so that it can be sorted.`,
  }),
  "cell.text-blev-formel": message<{ header: string }>("varning", {
    sv: ({ header }) =>
      `Texten i ${header} blev en formel som Excel inte förstår, troligen för att den började med =, + eller -. Skriv om den med en apostrof (') först.`,
    en: ({ header }) =>
      `The text in ${header} became a formula that Excel does not understand, probably because it began with =, + or -. Retype it with an apostrophe (') first.`,
  }),
  "cell.likhetstecken": message<{ header: string }>("upplysning", {
    sv: ({ header }) => `Texten i ${header} börjar med =. Om någon redigerar cellen gör Excel om den till en formel. Börja texten med något annat.`,
    en: ({ header }) => `The text in ${header} begins with =. If somebody edits the cell, Excel turns it into a formula. Begin the text with something else.`,
  }),
};
