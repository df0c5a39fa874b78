import type { RegisterContents, RegisterKey } from "../registers/registers.js";
import { folded } from "../registers/values/reading.js";

/** What our own ids begin with (model.md, "Keys"). */
const PREFIXES: Readonly<Partial<Record<RegisterKey, string>>> = { mal: "MÅL", matt: "MÅTT", uppdrag: "UPP", aktiviteter: "AKT", kontroller: "KON" };

/** Gives a row its id: the one that the registers have for what says the same, else the next of ours that nobody has had. */
export interface IdMaker {
  /** `identity` tells the row apart: its text and what else must be the same. `id` is the source's own, if it has one. */
  idOf(register: RegisterKey, identity: readonly (string | null)[], id: string | null): string | null;
}

/** Ids of rows that are there already are found by their text, so that the same sheet taken in twice is the same rows. */
export function idMaker(contents: RegisterContents): IdMaker {
  const known = new Map<string, string>();
  const highest = new Map<string, number>();
  const used = new Set<string>();
  const note = (register: RegisterKey, id: string) => {
    used.add(folded(id));
    const [, number] = new RegExp(`^${PREFIXES[register] ?? "-"}-(\\d+)`, "iu").exec(id) ?? [];
    if (number !== undefined) highest.set(register, Math.max(highest.get(register) ?? 0, Number(number)));
  };
  const remember = (register: RegisterKey, identity: readonly (string | null)[], id: string) => {
    note(register, id);
    const key = keyOf(register, identity);
    if (!known.has(key)) known.set(key, id);
  };
  const occurrences = new Map<string, number>();
  /** The second row of the same words in the registers is the second such row of a sheet. */
  const nth = (identity: readonly (string | null)[], register: RegisterKey) => {
    const key = keyOf(register, identity);
    const count = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, count);
    return [...identity, String(count)];
  };
  for (const { values } of contents.mal?.rows ?? []) remember("mal", [values.mal], values.id);
  for (const { values } of contents.matt?.rows ?? []) remember("matt", nth([values.matt], "matt"), values.id);
  for (const { values } of contents.uppdrag?.rows ?? []) remember("uppdrag", nth([values.uppdrag, values.huvudansvarig, String(values.ar)], "uppdrag"), values.id);
  for (const { values } of contents.aktiviteter?.rows ?? []) remember("aktiviteter", nth([values.aktivitet, values.avser], "aktiviteter"), values.id);
  for (const { values } of contents.kontroller?.rows ?? []) remember("kontroller", nth([values.risk, values.kontrollmoment], "kontroller"), values.id);
  return {
    idOf(register, identity, id) {
      if (id !== null) {
        note(register, id);
        return id;
      }
      const key = keyOf(register, identity);
      const there = known.get(key);
      if (there !== undefined) return there;
      const prefix = PREFIXES[register];
      if (prefix === undefined) return null;
      let number = (highest.get(register) ?? 0) + 1;
      while (used.has(folded(`${prefix}-${number}`))) number += 1;
      const made = `${prefix}-${number}`;
      remember(register, identity, made);
      return made;
    },
  };
}

function keyOf(register: RegisterKey, identity: readonly (string | null)[]): string {
  return JSON.stringify([register, ...identity.map((part) => (part === null ? "" : folded(part)))]);
}
