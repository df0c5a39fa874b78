import type { LocalText } from "../registers/language.js";

/** Why a column was taken for what it was: shown beside each guess. */
export const reasons = {
  sameName: (header: string): LocalText => ({ sv: `Rubriken är ”${header}”.`, en: `The header is “${header}”.` }),
  otherName: (header: string, column: string): LocalText => ({ sv: `”${header}” är ett annat namn för ${column}.`, en: `“${header}” is another name for ${column}.` }),
  spelling: (header: string, column: string): LocalText => ({ sv: `”${header}” liknar ${column}.`, en: `“${header}” resembles ${column}.` }),
  partOf: (header: string, column: string): LocalText => ({ sv: `”${header}” börjar som ${column}.`, en: `“${header}” begins like ${column}.` }),
  periodOnly: (header: string, column: string): LocalText => ({ sv: `”${header}” är en period, och cellerna kan läsas som ${column}.`, en: `“${header}” is a period, and the cells can be read as ${column}.` }),
  cellsOnly: (column: string): LocalText => ({ sv: `Rubriken säger inget, men cellerna kan läsas som ${column}.`, en: `The header says nothing, but the cells can be read as ${column}.` }),
  chosen: (): LocalText => ({ sv: "Du har valt kolumnen.", en: "You have chosen the column." }),
  leftOut: (): LocalText => ({ sv: "Du har valt bort kolumnen.", en: "You have left the column out." }),
  chosenTwice: (column: string): LocalText => ({ sv: `Du har valt ${column} för en kolumn till vänster om den här.`, en: `You have chosen ${column} for a column to the left of this one.` }),
  chosenElsewhere: (column: string): LocalText => ({ sv: `${column}, som du har valt, finns inte i de register som tabellen hör till.`, en: `${column}, which you have chosen, is not in the registers that the table belongs to.` }),
  unknown: (header: string): LocalText => ({ sv: `”${header}” är ingen kolumn som registren har.`, en: `“${header}” is not a column that the registers have.` }),
  withFit: (reason: LocalText, readable: number, all: number): LocalText => ({
    sv: `${reason.sv} ${readable} av ${all} celler går att läsa så.`, en: `${reason.en} ${readable} of ${all} cells can be read that way.`,
  }),
};
