import type { Finding } from "../../registers/finding.js";
import type { Column } from "../../registers/column.js";
import { addressOf, type Register, type RegisterContent } from "../../registers/register.js";
import { typedText } from "../../registers/values/reading.js";
import { ruleFinding } from "../messages.js";
import type { CheckContext } from "./context.js";

/** Texts that reports print hold no personnummer: reports are sent on and published. Source: model.md, Findings. */
export function textsHoldNoPersonalNumbers(context: CheckContext): Finding[] {
  const { mal, matt, utfall, uppdrag, aktiviteter, uppfoljning, kriterier, dokument, texter } = context.contents;
  return [
    ...inTexts(mal, ["mal", "beskrivning"]),
    ...inTexts(matt, ["matt"]),
    ...inTexts(utfall, ["kommentar"]),
    ...inTexts(uppdrag, ["uppdrag", "fortydligande"]),
    ...inTexts(aktiviteter, ["ansvarig", "aktivitet", "tidsram", "resurs"]),
    ...inTexts(uppfoljning, ["kommentar", "orsak"]),
    ...inTexts(kriterier, ["kriterium"]),
    ...inTexts(dokument, ["rubrik", "beslutadAv", "ansvarigRoll"]),
    ...inTexts(texter, ["text"]),
  ];
}

/** A register's columns of text, looked through as they were typed. */
function inTexts<C extends Record<string, Column>>(content: RegisterContent<Register<C>> | undefined, keys: readonly (keyof C & string)[]): Finding[] {
  return (content?.rows ?? []).flatMap((row) =>
    keys.flatMap((key) => {
      const cell = row.cells[key];
      const header = content?.register.columns[key]?.header ?? key;
      if (content === undefined || cell === undefined || !holdsPersonalNumber(typedText(cell))) return [];
      return [ruleFinding("text.personnummer", { header }, { register: content.register.table, column: header, at: addressOf(content, row, key) })];
    }),
  );
}

/**
 * A personnummer or samordningsnummer stands in the text: six or eight digits of a date (the day may be 60 higher), four more, and a check digit
 * that agrees. Source: Skatteverket, SKV 704 and SKV 707.
 */
export function holdsPersonalNumber(text: string): boolean {
  return [...text.matchAll(/(?<!\d)(?:(?:19|20)\d\d|\d\d)(\d\d)(\d\d)[-+ –]?\d{4}(?!\d)/gu)].some(([found, month, day]) => {
    const digits = found.replace(/\D/gu, "").slice(-10);
    const dayOfMonth = Number(day) % 60;
    return Number(month) >= 1 && Number(month) <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31 && hasCheckDigit(digits);
  });
}

/** The Luhn sum of all digits, every other one from the first doubled, ends in zero. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
