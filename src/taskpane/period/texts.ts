import type { PeriodPlan } from "../../usecases/beginPeriod.js";
import { viewTexts } from "../language.js";

/** Ny period: what beginning a period adds, and which assignments go on. */
export const periodTexts = viewTexts(
  {
    planning: "Tar reda på vad som behövs …",
    purpose: "Lägger till en rad för allt som ska fyllas i för nästa period. Det som redan står i arbetsboken ändras inte.",
    fromTo: ({ from, to }: PeriodPlan): string => `Efter ${from} kommer ${to}.`,
    adds: "Det här läggs till",
    rows: (sheet: string, count: number): string => `${sheet}: ${count === 1 ? "1 rad" : `${count} rader`}`,
    nothing: (to: string): string => `Allt för ${to} är redan på plats.`,
    goOn: (count: number): string => `Uppdrag: ${count} förs vidare`,
    noRows: "Inga nya rader behövs.",
    assignments: "Uppdrag som inte är avslutade",
    assignmentsHint: (to: string): string => `De som är valda förs vidare till ${to} med ett eget id. För de andra: skriv i Uppföljning hur det gick.`,
    chooseAll: "Välj alla",
    chooseNone: "Välj inga",
    begin: (to: string): string => `Börja ${to}`,
    beginning: "Lägger till raderna …",
    begun: (to: string): string => `${to} är påbörjad. Nu kan raderna fyllas i.`,
    again: "Försök igen",
  },
  {
    planning: "Finding out what is needed …",
    purpose: "Adds a row for everything that is to be filled in for the next period. What the workbook holds already is not changed.",
    fromTo: ({ from, to }) => `After ${from} comes ${to}.`,
    adds: "This is added",
    rows: (sheet, count) => `${sheet}: ${count === 1 ? "1 row" : `${count} rows`}`,
    nothing: (to) => `Everything for ${to} is in place already.`,
    goOn: (count) => `Uppdrag: ${count} ${count === 1 ? "goes" : "go"} on`,
    noRows: "No new rows are needed.",
    assignments: "Assignments that have not ended",
    assignmentsHint: (to) => `Those chosen are carried on into ${to} with an id of their own. For the others, write in Uppföljning how it went.`,
    chooseAll: "Choose all",
    chooseNone: "Choose none",
    begin: (to) => `Begin ${to}`,
    beginning: "Adding the rows …",
    begun: (to) => `${to} has begun. Its rows can now be filled in.`,
    again: "Try again",
  },
);
