const MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"] as const;

/** The months' names as alternatives of a pattern. */
export const monthNames = MONTHS.join("|");

/** 1–12 for a month's name, whatever its case. */
export function monthNamed(name: string): number | undefined {
  const index = MONTHS.findIndex((month) => month === name.toLowerCase());
  return index === -1 ? undefined : index + 1;
}
