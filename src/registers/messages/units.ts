import { message } from "../message.js";
import { quoted } from "./wording.js";

/** What is told of units that are written in other ways than as their code. */
export const unitMessages = {
  "enhet.okand": message<{ typed: string }>("fel", {
    sv: ({ typed }) => `${quoted(typed)} finns inte i registret Enheter. Rätta koden eller lägg till enheten.`,
    en: ({ typed }) => `${quoted(typed)} is not in the register Enheter. Correct the code or add the unit.`,
  }),
  "enhet.tvetydig": message<{ typed: string }>("fel", {
    sv: ({ typed }) => `${quoted(typed)} är namn eller alias för flera enheter. Skriv enhetens kod.`,
    en: ({ typed }) => `${quoted(typed)} is a name or alias of several units. Write the unit's code.`,
  }),
  "enhet.ej-kod": message<{ typed: string; code: string }>("upplysning", {
    sv: ({ typed, code }) => `${quoted(typed)} läses som enheten ${code}. Skriv koden ${code}, så fungerar även Excels formler och filter.`,
    en: ({ typed, code }) => `${quoted(typed)} is read as the unit ${code}. Write the code ${code}, and Excel's formulas and filters will work too.`,
  }),
  "enhet.alias-delas": message<{ alias: string; codes: readonly [string, string] }>("varning", {
    sv: ({ alias, codes }) => `${quoted(alias)} är namn eller alias för både ${codes[0]} och ${codes[1]}. Ta bort det från den ena.`,
    en: ({ alias, codes }) => `${quoted(alias)} is a name or alias of both ${codes[0]} and ${codes[1]}. Remove it from one of them.`,
  }),
};
