import type { SectionKind } from "./form.js";

/** The columns of a form's sheet, the same for every section so that they stand under each other, from the left; those that no section of a form uses are left out of it. */
export const gridColumns = ["mark", "left", "what", "about", "last", "main", "second", "third", "comment", "more", "further"] as const;
export type GridColumn = (typeof gridColumns)[number];

/** Widths in characters: a laptop shows what is asked and the first answers without scrolling. */
export const gridWidths: Readonly<Record<GridColumn, number>> = {
  mark: 4, left: 6, what: 40, about: 30, last: 36, main: 19, second: 13, third: 13, comment: 52, more: 30, further: 24,
};

/** A section of a form: its heading, what its told columns are called, and in which column of the grid each answer stands. */
export interface SectionLayout {
  readonly heading: string;
  readonly told: Readonly<Record<"what" | "about" | "last", string>>;
  /** By key of the register's column. */
  readonly answers: Readonly<Partial<Record<string, GridColumn>>>;
}

const followUpAnswers = { status: "main", klartSenast: "second", kommentar: "comment", orsak: "more" } as const;

export const sectionLayouts: Readonly<Record<SectionKind, SectionLayout>> = {
  measures: {
    heading: "Mått",
    told: { what: "Mått", about: "Riktning och mål", last: "Tidigare utfall" },
    answers: { utfall: "main", kvinnor: "second", man: "third", kommentar: "comment" },
  },
  assignments: { heading: "Uppdrag", told: { what: "Uppdrag", about: "Förtydligande", last: "Förra gången" }, answers: followUpAnswers },
  activities: { heading: "Aktiviteter", told: { what: "Aktivitet", about: "Om aktiviteten", last: "Förra gången" }, answers: followUpAnswers },
  goals: { heading: "Mål", told: { what: "Mål", about: "Beskrivning", last: "Förra gången" }, answers: followUpAnswers },
  controls: {
    heading: "Kontroller",
    told: { what: "Kontroll", about: "Om kontrollen", last: "Förra gången" },
    answers: { bedomning: "main", granskade: "second", avvikande: "third", kommentar: "comment", beskrivning: "more", metod: "further" },
  },
  decisions: {
    heading: "Beslut",
    told: { what: "Beslut", about: "Om beslutet", last: "Väntan" },
    answers: { planerad: "main", verkstallt: "second", avslutat: "third", tillfalligLosning: "comment", avslutsorsak: "more" },
  },
};
