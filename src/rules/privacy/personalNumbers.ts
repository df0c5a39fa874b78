import { plainSpaces } from "../../registers/values/reading.js";

/** What people put between the day and the last four digits: every dash, a plus sign for who is over a hundred, spaces around it or instead of it. */
const BETWEEN = String.raw`[ ]?[-+\u2010-\u2015\u2212]?[ ]?`;
/** A date in one, or with dashes, full stops or slashes; only with those a span of days ("2019-01-22 – 2019-02-01") would look like a number, so they take no space. */
const WRITTEN = [
  String.raw`(?:19|20)?\d\d(\d\d)(\d\d)${BETWEEN}\d{4}`,
  String.raw`(?:19|20)?\d\d[-./\u2010-\u2015](\d\d)[-./\u2010-\u2015](\d\d)[-+\u2010-\u2015\u2212]?\d{4}`,
].map((form) => new RegExp(String.raw`(?<!\d)${form}(?!\d)`, "gu"));

/**
 * A personnummer or samordningsnummer stands in the text: six or eight digits of a date (the day may be 60 higher), four more, and a check digit
 * that agrees. Source: Skatteverket, SKV 704 and SKV 707.
 */
export function holdsPersonalNumber(text: string): boolean {
  // Most texts have no stretch of digits as long as a date, nor one in parts, nor any character that may stand for a digit or vanish between two; and there are many texts.
  if (!/[0-9]{6}|[0-9]{2}[-./\u2010-\u2015][0-9]{2}|[\u00AD\u00B2\u00B3\u00B9\u00BC-\u00BE\u0660-\u200F\u2020-\uFFFF]/.test(text) || !/\p{Nd}\p{Nd}/u.test(text)) return false;
  const plain = plainSpaces(text).normalize("NFKC");
  if (!/\d{4}/.test(plain)) return false;
  return WRITTEN.some((form) =>
    [...plain.matchAll(form)].some(([found, month, day]) => {
      const digits = found.replace(/\D/gu, "").slice(-10);
      const dayOfMonth = Number(day) % 60;
      return Number(month) >= 1 && Number(month) <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31 && hasCheckDigit(digits);
    }),
  );
}

/** The Luhn sum of all digits, every other one from the first doubled, ends in zero. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
