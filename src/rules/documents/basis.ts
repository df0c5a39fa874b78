import { parseDate } from "../../registers/values/date.js";

/** A line of Beslutsunderlag: "Ansökan om ekonomiskt stöd, daterad 2018-12-15." */
export interface BasisLine {
  readonly line: string;
  readonly name: string;
  /** Serial number; `null` when the line has no date that can be read. */
  readonly date: number | null;
}

const DATE_AT_END = /(?<!\d)(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2} \p{L}{3,9} \d{4})\s*\.?$/u;

export function basisLine(line: string): BasisLine {
  const found = DATE_AT_END.exec(line);
  const reading = found === null ? null : parseDate({ value: found[1] ?? "", type: "String", numberFormat: "General" });
  const name = (found === null ? line : line.slice(0, found.index)).replace(/[\s,.;:]*(?:daterad|dat\.|den|från den)?[\s,.;:]*$/iu, "");
  return { line, name, date: reading?.kind === "read" ? reading.value : null };
}

/** Shorter beginnings ("Rapport") name no one document. */
const SHORTEST_NAME = 8;

/** What a line may call a document by its heading: "Statistikrapport avseende ej verkställda beslut" is "Statistikrapport", and any more of its words. */
export function headingBeginnings(heading: string): readonly string[] {
  const all = heading.split(/\s+/u);
  return all.map((_, index) => all.slice(0, index + 1).join(" ")).filter((beginning) => beginning.length >= SHORTEST_NAME);
}
