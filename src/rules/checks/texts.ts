import type { Finding } from "../../registers/finding.js";
import { ruleFinding, type Place } from "../messages.js";
import { inMal, inMatt, inUtfall, type CheckContext } from "./context.js";

/** Texts that reports print hold no personnummer: reports are sent on and published. Source: model.md, Findings. */
export function textsHoldNoPersonalNumbers(context: CheckContext): Finding[] {
  const { mal, matt, utfall } = context.contents;
  return [
    ...(mal?.rows ?? []).flatMap((row) => [...inText(row.values.mal, inMal(context, row, "mal")), ...inText(row.values.beskrivning, inMal(context, row, "beskrivning"))]),
    ...(matt?.rows ?? []).flatMap((row) => inText(row.values.matt, inMatt(context, row, "matt"))),
    ...(utfall?.rows ?? []).flatMap((row) => inText(row.values.kommentar, inUtfall(context, row, "kommentar"))),
  ];
}

function inText(text: string | null, place: Place): Finding[] {
  return text !== null && holdsPersonalNumber(text) ? [ruleFinding("text.personnummer", { header: place.column }, place)] : [];
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
