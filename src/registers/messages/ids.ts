import { message } from "../message.js";
import { listed } from "./wording.js";

/** What is told of ids, and of references to them. */
export const idMessages = {
  "id.upptaget": message<{ id: string; here: RowOfSheet; there: RowOfSheet }>("fel", {
    sv: ({ id, here, there }) =>
      `${id} finns både i ${here.sheet} rad ${here.row} och i ${there.sheet} rad ${there.row}. Ett id får bara användas en gång i arbetsboken. Ge den ena raden ett nytt id.`,
    en: ({ id, here, there }) =>
      `${id} is in both ${here.sheet} row ${here.row} and ${there.sheet} row ${there.row}. An id may be used only once in the workbook. Give one of the rows a new id.`,
  }),
  "id.mellanslag": message<{ id: string }>("upplysning", {
    sv: ({ id }) => `Det står mellanslag före eller efter ${id}. Det läses ändå, men Excels formler hittar inte raden. Ta bort mellanslagen.`,
    en: ({ id }) => `There are spaces before or after ${id}. It is read all the same, but Excel's formulas do not find the row. Remove the spaces.`,
  }),
  "id.osynligt-tecken": message<{ id: string }>("upplysning", {
    sv: ({ id }) =>
      `${id} innehåller något som inte syns, till exempel ett hårt mellanslag. Det läses utan det, men Excels formler hittar inte raden. Skriv om ${id} från början.`,
    en: ({ id }) =>
      `${id} contains something invisible, for example a non-breaking space. It is read without it, but Excel's formulas do not find the row. Retype ${id} from scratch.`,
  }),
  "id.tal": message<{ id: string }>("upplysning", {
    sv: ({ id }) => `${id} är skrivet som ett tal. Det läses ändå, men Excels formler hittar inte raden. Gör om cellen till text.`,
    en: ({ id }) => `${id} is entered as a number. It is read all the same, but Excel's formulas do not find the row. Turn the cell into text.`,
  }),
  "id.jokertecken": message<{ id: string }>("varning", {
    sv: ({ id }) => `${id} innehåller *, ? eller ~, som Excels formler tolkar som jokertecken. Byt till ett id utan dem.`,
    en: ({ id }) => `${id} contains *, ? or ~, which Excel's formulas take for wildcards. Change to an id without them.`,
  }),
  "id.for-langt": message<{ length: number }>("varning", {
    sv: ({ length }) => `Id:t har ${length} tecken. Excels formler klarar högst 255. Välj ett kortare id.`,
    en: ({ length }) => `The id has ${length} characters. Excel's formulas can handle at most 255. Choose a shorter id.`,
  }),
  /** `sheets`: the registers where the id may be. */
  "referens.saknas": message<{ header: string; id: string; sheets: readonly string[] }>("fel", {
    sv: ({ header, id, sheets }) => `${header} ${id} finns inte i ${sheets.length === 1 ? "registret" : "registren"} ${listed(sheets, "eller")}. Rätta id:t, eller lägg till raden${sheets.length === 1 ? ` i ${sheets.join("")}` : " där den hör hemma"}.`,
    en: ({ header, id, sheets }) =>
      `${header} ${id} is not in the ${sheets.length === 1 ? "register" : "registers"} ${listed(sheets, "or")}. Correct the id, or add the row${sheets.length === 1 ? ` to ${sheets.join("")}` : " where it belongs"}.`,
  }),
};

interface RowOfSheet {
  readonly sheet: string;
  /** As people count rows: the first is 1. */
  readonly row: number;
}
