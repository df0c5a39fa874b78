import { registers, type RegisterKey } from "./registers.js";

/** What somebody sets out to follow up: the registers that go together. A workbook needs only those of its own work. Ursprung is of none: it comes with the first row from elsewhere. */
export type WorkArea = "goals" | "assignments" | "controls" | "decisions" | "views" | "documents" | "signOff";

/** Settings, units and accepted findings: every workbook has them. */
const everywhere: readonly RegisterKey[] = ["installningar", "enheter", "godtaganden"];

const registersOfArea: Readonly<Record<WorkArea, readonly RegisterKey[]>> = {
  goals: ["mal", "kriterier", "matt", "utfall", "uppfoljning"],
  assignments: ["uppdrag", "aktiviteter", "uppfoljning", "resurser"],
  controls: ["kontroller", "kontrollresultat"],
  decisions: ["beslut", "handelser"],
  views: ["synpunkter"],
  documents: ["dokument", "texter"],
  signOff: ["klarmarkering"],
};

/** In the order they are offered. */
export const workAreas: readonly WorkArea[] = ["goals", "assignments", "controls", "decisions", "views", "documents", "signOff"];

/** The registers of some areas, with those that every workbook has, in the order of their sheets. */
export function registersOfAreas(areas: readonly WorkArea[]): readonly RegisterKey[] {
  const wanted = new Set([...everywhere, ...areas.flatMap((area) => registersOfArea[area])]);
  return registerKeys.filter((key) => wanted.has(key));
}

/** The registers that an area brings, beside those that every workbook has. */
export const ownRegisters = (area: WorkArea): readonly RegisterKey[] => registersOfArea[area];

/** The areas that some registers tell of, e.g. those a report cannot do without. What several areas share tells of none. */
export function areasOf(keys: Iterable<RegisterKey>): readonly WorkArea[] {
  const asked = [...keys];
  const telling = asked.filter((key) => workAreas.filter((area) => registersOfArea[area].includes(key)).length === 1);
  return workAreas.filter((area) => registersOfArea[area].some((key) => telling.includes(key)));
}

/** Every register, in the order of the sheets. */
export const registerKeys: readonly RegisterKey[] = keysOf(registers);

function keysOf(all: typeof registers): RegisterKey[] {
  const isKey = (key: string): key is RegisterKey => key in all;
  return Object.keys(all).filter(isKey);
}
