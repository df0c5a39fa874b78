import type { ColumnKind } from "../column.js";
import type { LocalText } from "../language.js";

/** What to write instead, by kind of column; the end of several messages. */
export const howToWrite: Readonly<Record<ColumnKind, LocalText>> = {
  id: { sv: "Skriv id:t som text.", en: "Write the id as text." },
  unit: { sv: "Skriv enhetens kod som text.", en: "Write the unit's code as text." },
  text: { sv: "Skriv text.", en: "Write text." },
  longText: { sv: "Skriv text.", en: "Write text." },
  choice: { sv: "Välj ur listan.", en: "Choose from the list." },
  list: { sv: "Skriv text med semikolon mellan, till exempel 4; 10.", en: "Write text with semicolons between, for example 4; 10." },
  integer: { sv: "Skriv ett heltal, till exempel 10.", en: "Enter a whole number, for example 10." },
  number: { sv: "Skriv ett tal, till exempel 0,5 eller 90 %.", en: "Enter a number, for example 0,5 or 90 %." },
  quantity: {
    sv: "Skriv ett tal, till exempel 5,5 % eller 1250. Lämna cellen tom om det inte finns något värde.",
    en: "Enter a number, for example 5,5 % or 1250. Leave the cell empty if there is no value.",
  },
  date: { sv: "Skriv datumet som 2019-01-22.", en: "Write the date as 2019-01-22." },
  period: { sv: "Skriv till exempel T1 2019, April 2019 eller 2019.", en: "Write for example T1 2019, April 2019 or 2019." },
  calculated: { sv: "Skriv inget här.", en: "Write nothing here." },
};
