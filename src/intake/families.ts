import type { RegisterKey } from "../registers/registers.js";

/**
 * What one sheet of rows can be: a register, or a register and others that people keep on the same row. An assignment's row has its follow-up, a measure's its outcomes,
 * and either may begin with the goal it belongs to.
 */
export interface Family {
  readonly primary: RegisterKey;
  /** The column of the primary register that says in words what the row is; none where rows are told apart by keys only. */
  readonly name?: string;
  /** What is reported of the row for a period, and its column that points at the row. */
  readonly companion?: { readonly register: RegisterKey; readonly link: string };
  /** The column of the primary register that points at the row's goal, where the goal's text may stand on the row. */
  readonly goal?: string;
  /** The column that a committee standing above a group of rows belongs in. */
  readonly unit?: { readonly register: RegisterKey; readonly key: string };
}

export const families: readonly Family[] = [
  { primary: "matt", name: "matt", companion: { register: "utfall", link: "mattId" }, goal: "malId", unit: { register: "utfall", key: "enhet" } },
  { primary: "uppdrag", name: "uppdrag", companion: { register: "uppfoljning", link: "avser" }, goal: "malId", unit: { register: "uppdrag", key: "huvudansvarig" } },
  { primary: "aktiviteter", name: "aktivitet", companion: { register: "uppfoljning", link: "avser" }, goal: "avser", unit: { register: "uppfoljning", key: "enhet" } },
  { primary: "mal", name: "mal", companion: { register: "uppfoljning", link: "avser" }, unit: { register: "mal", key: "enhet" } },
  { primary: "kontroller", name: "risk", companion: { register: "kontrollresultat", link: "kontrollId" } },
  { primary: "utfall", unit: { register: "utfall", key: "enhet" } },
  { primary: "uppfoljning", unit: { register: "uppfoljning", key: "enhet" } },
  { primary: "kontrollresultat" },
  { primary: "enheter", name: "namn" },
  { primary: "beslut" },
  { primary: "handelser" },
  { primary: "synpunkter", unit: { register: "synpunkter", key: "enhet" } },
  { primary: "resurser", unit: { register: "resurser", key: "enhet" } },
  { primary: "kriterier" },
  { primary: "dokument", name: "rubrik", unit: { register: "dokument", key: "enhet" } },
  { primary: "texter" },
  { primary: "klarmarkering", unit: { register: "klarmarkering", key: "enhet" } },
];

/** The family whose rows are first of all a register's; none for a register that no sheet of rows is taken in to. */
export function familyOf(register: RegisterKey): Family | undefined {
  return families.find(({ primary }) => primary === register);
}
