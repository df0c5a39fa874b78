import type { Finding } from "../registers/finding.js";
import { message, told, type Abouts, type Messages } from "../registers/message.js";

const quoted = (text: string) => `”${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;

/** What is told of rows from elsewhere that are not brought to their register, or not without a word. */
const table = {
  "uppdatering.motstridigt": message<{ key: string; header: string; taken: string; other: string; place: string }>("varning", {
    sv: ({ key, header, taken, other, place }) =>
      `${header} för ${key} står två gånger och olika: ${quoted(taken)} i ${place} och ${quoted(other)} här. Det första tas in. Ändra i bladet eller hoppa över en av raderna om det andra gäller.`,
    en: ({ key, header, taken, other, place }) =>
      `${header} of ${key} is given twice and differently: ${quoted(taken)} in ${place} and ${quoted(other)} here. The first is taken in. Change the sheet or skip one of the rows if the other holds.`,
  }),
  "uppdatering.oanvandbar-rad": message<{ key: string; sheet: string; row: number }>("fel", {
    sv: ({ key, sheet, row }) => `${key} tas inte in: rad ${row} i ${sheet} går inte att läsa och kan vara samma rad. Rätta den i registret och läs in igen.`,
    en: ({ key, sheet, row }) => `${key} is not taken in: row ${row} of ${sheet} cannot be read and may be the same row. Mend it in the register and take it in again.`,
  }),
  "uppdatering.dubbel-rad": message<{ key: string; sheet: string; row: number; others: readonly number[] }>("varning", {
    sv: ({ key, sheet, row, others }) => `${key} står flera gånger i ${sheet}, också på rad ${others.join(", ")}. Bara rad ${row} jämförs och ändras. Ta bort de rader som inte ska vara kvar.`,
    en: ({ key, sheet, row, others }) => `${key} stands several times in ${sheet}, also in row ${others.join(", ")}. Only row ${row} is compared and changed. Delete the rows that should not remain.`,
  }),
  "uppdatering.kolumn-saknas": message<{ header: string; sheet: string; count: number; rowsStayOut: boolean }>("fel", {
    sv: ({ header, sheet, count, rowsStayOut }) =>
      `${sheet} har ingen kolumn ${header}. ${rowsStayOut ? `${count} rader som skiljs åt av den` : `Det som står där på ${count} rader`} tas inte in. Lägg till kolumnen i tabellen och läs in igen.`,
    en: ({ header, sheet, count, rowsStayOut }) =>
      `${sheet} has no column ${header}. ${rowsStayOut ? `${count} rows that are told apart by it are` : `What stands there on ${count} rows is`} not taken in. Add the column to the table and take it in again.`,
  }),
  "uppdatering.ofullstandig-rad": message<{ key: string; sheet: string; headers: readonly string[] }>("fel", {
    sv: ({ key, sheet, headers }) => `${key === "" ? "Raden" : key} tas inte in i ${sheet}: ${headers.join(", ")} saknas. Fyll i det i bladet, eller ange ett värde för alla rader.`,
    en: ({ key, sheet, headers }) => `${key === "" ? "The row" : key} is not taken in to ${sheet}: ${headers.join(", ")} is missing. Fill it in on the sheet, or give one value for all rows.`,
  }),
  "uppdatering.fel-sorts-varde": message<{ key: string; header: string; sheet: string }>("fel", {
    sv: ({ key, header, sheet }) => `${header} för ${key} tas inte in: det är inget som kolumnen i ${sheet} kan innehålla. Rätta cellen och läs in igen.`,
    en: ({ key, header, sheet }) => `${header} of ${key} is not taken in: it is nothing that the column in ${sheet} can hold. Mend the cell and take it in again.`,
  }),
};

export type UpdateRule = keyof typeof table;

export const updateMessages: Messages<Abouts<typeof table>> = table;

/** A finding of a brought row, in the words of its rule's message. `register` is the table's name; `at` the cell that it was brought from. */
export function updateFinding<K extends UpdateRule>(ruleId: K, about: Abouts<typeof table>[K], place: Pick<Finding, "register" | "at" | "column">): Finding {
  return { ruleId, severity: updateMessages[ruleId].severity, message: told(updateMessages[ruleId], about), ...place };
}
