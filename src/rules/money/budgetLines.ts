import { parseNumberText } from "../../registers/values/number.js";
import { folded, plainSpaces } from "../../registers/values/reading.js";
import { frameTypes, type ResourceType } from "./resources.js";

/** A budget line as it is printed below a clarification: "Ramökning 2024 VON: 350 tkr". */
export interface BudgetLine {
  /** The line as typed. */
  readonly typed: string;
  readonly typ: ResourceType;
  readonly year: number | null;
  /** As typed: a code or a name. */
  readonly unit: string;
  /** In tkr. */
  readonly amount: number;
}

const LINE = new RegExp(`^(${[...frameTypes, "Investering"].join("|")})(?: ((?:19|20)\\d\\d))? ([^:]+?) ?: ?(.+?) ?(tkr|mnkr)\\.?$`, "iu");

/** The budget lines among the lines of a text, as Östersund prints them in 2024: "Varaktig ramjustering SAN: 2 400 tkr". Source: R16. */
export function budgetLinesIn(text: string): readonly BudgetLine[] {
  if (text === "") return [];
  return text.split(/\r\n|\r|\n/u).flatMap((written): BudgetLine[] => {
    const typed = written.trim();
    const line = LINE.exec(plainSpaces(typed).replace(/ +/gu, " "));
    if (line === null) return [];
    const [, name = "", year, unit = "", sum = "", counted = ""] = line;
    const typ = [...frameTypes, "Investering" as const].find((known) => folded(known) === folded(name));
    const number = parseNumberText(sum);
    if (typ === undefined || number.kind !== "number") return [];
    return [{ typed, typ, unit, year: year === undefined ? null : Number(year), amount: folded(counted) === "mnkr" ? number.value * 1000 : number.value }];
  });
}
