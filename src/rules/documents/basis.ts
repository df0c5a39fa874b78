import { parseDate } from "../../registers/values/date.js";
import { folded } from "../../registers/values/reading.js";

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

/** Fewer letters than this name no one document. */
const SHORTEST_NAME = 8;

/** True when a line of the basis is the document of that heading or type: "Statistikrapport" is "Statistikrapport avseende ej verkställda beslut". */
export function namesDocument({ name }: BasisLine, { rubrik, typ }: { readonly rubrik: string | null; readonly typ: string }): boolean {
  const wanted = folded(name);
  if (wanted.length < SHORTEST_NAME) return false;
  return wanted === folded(typ) || (rubrik !== null && `${folded(rubrik)} `.startsWith(`${wanted} `));
}
