import fc from "fast-check";

/** Built here, so that no number stands in the repository: ten digits with the check digit that makes the sum even out. */
export function numberOf(date: string, serial: string): string {
  const digits = `${date.slice(-6)}${serial}`;
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (2 - (index % 2));
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return `${date}-${serial}${(10 - (sum % 10)) % 10}`;
}

const two = (from: number, to: number) => fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, "0"));

/** A personnummer or samordningsnummer of six or eight digits, a hyphen and four more. */
export const anyPersonalNumber = fc
  .tuple(fc.constantFrom("", "19", "20"), two(0, 99), two(1, 12), fc.oneof(two(1, 28), two(61, 88)), fc.integer({ min: 0, max: 999 }))
  .map(([century, year, month, day, serial]) => numberOf(`${century}${year}${month}${day}`, String(serial).padStart(3, "0")));

/** What people write in the hyphen's place. */
export const hyphens = ["-", "", "–", "—", "‑", "−", "+", " ", "\u00A0", " - ", " – ", "- "] as const;
