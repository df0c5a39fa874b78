import type { Register } from "../registers/register.js";
import type { ColumnValue } from "../registers/schema.js";
import { valueInWords } from "./valueInWords.js";

/** What stands in a row's input columns, by column key; `null` or absent where nothing does. */
export type Values = Readonly<Record<string, ColumnValue | null>>;

/**
 * What tells a row from the others of its register, as people read it: "MÅTT-1 · T1 2019 · SAN". Blank parts are left out, long ones cut; where rows may be alike it is what every row has.
 */
export function keyInWords({ uniqueBy, columns }: Register, values: Values): string {
  const keys = uniqueBy.length > 0 ? uniqueBy : Object.keys(columns).filter((key) => columns[key]?.required === true);
  return keys
    .flatMap((key) => {
      const column = columns[key];
      const value = values[key] ?? null;
      return column === undefined || value === null ? [] : [shortened(valueInWords(column, value))];
    })
    .join(" · ");
}

const LONGEST_PART = 120;

function shortened(text: string): string {
  const line = text.replace(/\s*\n\s*/gu, " ");
  return line.length > LONGEST_PART ? `${line.slice(0, LONGEST_PART).replace(/[\uD800-\uDBFF]$/u, "")}…` : line;
}
