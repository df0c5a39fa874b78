import type { WorkbookChange } from "./port.js";

/** What may be another in the workbook than when it was last read. */
export type Changed =
  | "anything"
  | {
      /** Ids of sheets. */
      readonly sheets: ReadonlySet<string>;
      /** Whether a sheet or a table has come or gone. */
      readonly hasComeOrGone: boolean;
    };

export const unchanged: Changed = { sheets: new Set(), hasComeOrGone: false };

export function withChange(changed: Changed, { sheet }: WorkbookChange): Changed {
  if (changed === "anything") return changed;
  return sheet === undefined ? { ...changed, hasComeOrGone: true } : { ...changed, sheets: new Set([...changed.sheets, sheet]) };
}

export function together(one: Changed, other: Changed): Changed {
  if (one === "anything" || other === "anything") return "anything";
  return { sheets: new Set([...one.sheets, ...other.sheets]), hasComeOrGone: one.hasComeOrGone || other.hasComeOrGone };
}
