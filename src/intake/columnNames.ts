import { headerText } from "../registers/reading/headers.js";

/** What would reach into the object itself, were it a key of one. */
export const keysOfObjects: readonly string[] = ["__proto__", "constructor", "prototype"];

/** What a column without header is called. */
const WITHOUT_HEADER = "(utan rubrik)";

/**
 * What the columns of a table are called in a mapping, in their order: their headers, told apart by number where several are written alike ("Utfall", "Utfall (2)").
 * No two are the same, however their case and spaces are written.
 */
export function columnNames(headers: readonly string[]): string[] {
  const taken = new Set(keysOfObjects);
  return headers.map((header) => {
    const base = header.trim() === "" ? WITHOUT_HEADER : header.trim();
    let name = base;
    for (let number = 2; taken.has(headerText(name)); number++) name = `${base} (${number})`;
    taken.add(headerText(name));
    return name;
  });
}

/** The names of the columns that have a header. */
export function withHeader(names: readonly string[]): string[] {
  return names.filter((name) => name !== WITHOUT_HEADER && !name.startsWith(`${WITHOUT_HEADER} (`));
}
