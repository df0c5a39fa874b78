import { folded } from "../../registers/values/reading.js";

/** An aid's name as the same aid is written elsewhere: without the law after it and the full stop, in lower case. "Kontaktperson, LSS." → "kontaktperson" */
export function aidKey(name: string): string {
  return folded(name)
    .replace(/[\s.,;:]+$/u, "")
    .replace(/[\s,(]+(?:enligt )?(?:lss|sol)\)?$/u, "");
}

/** The law that an aid's name ends with, if it names one. */
export function lawInName(name: string): "LSS" | "SoL" | undefined {
  const [, law] = /\b(lss|sol)\)?[\s.,;:]*$/u.exec(folded(name)) ?? [];
  return law === undefined ? undefined : law === "lss" ? "LSS" : "SoL";
}

/** The name as it is printed: what stands in the register, without a full stop after it. */
export function printedAid(name: string): string {
  return name.trim().replace(/[\s.,;:]+$/u, "");
}

/** A name of more words is a sentence. */
const MOST_WORDS = 12;

/**
 * Names that may mean one aid: of two, the longer begins or ends with all the words of the shorter ("kontaktperson", "biträde av kontaktperson"). Each longer name with
 * the shortest that it holds. Time grows with the number of names.
 */
export function namesInNames(keys: Iterable<string>): ReadonlyMap<string, string> {
  const known = new Set(keys);
  const within = new Map<string, string>();
  for (const key of known) {
    const words = key.split(" ");
    if (words.length > MOST_WORDS) continue;
    const parts = words.slice(1).flatMap((_, index) => [words.slice(0, index + 1), words.slice(words.length - index - 1)]);
    const shorter = parts.map((part) => part.join(" ")).find((part) => known.has(part));
    if (shorter !== undefined) within.set(key, shorter);
  }
  return within;
}
