import type { Register } from "../registers/register.js";
import { folded } from "../registers/values/reading.js";
import { comparable } from "./sameValue.js";
import type { Values } from "./rowKey.js";

/** Equal for rows of a register that have the same key, as its reader tells them apart: words in any case, periods as periods. A part that is `unknown` is equal to any other such. */
export function identityOf({ uniqueBy, columns }: Register, values: Values, unknown: ReadonlySet<string> = NONE): string {
  return JSON.stringify(
    uniqueBy.map((key) => {
      const column = columns[key];
      const value = values[key] ?? null;
      if (unknown.has(key)) return null;
      if (column === undefined || value === null) return "";
      return typeof value === "string" ? folded(value) : comparable(column, value);
    }),
  );
}

const NONE: ReadonlySet<string> = new Set();
