import * as z from "zod/mini";
import type { Column, ColumnKind, ValueOfKind } from "./column.js";
import { formatDay } from "./values/formatting.js";
import type { Register, RowOf } from "./register.js";

/** A value of any input column. */
export type ColumnValue = ValueOfKind[Exclude<ColumnKind, "calculated">];

const FILLED = z.string({ error: "ska vara text" }).check(z.refine((text) => text.trim() !== "", { error: "får inte vara tom text" }));
const NUMBER = z.number({ error: "ska vara ett tal" });
const PERCENT = z.enum(["sign", "format", "none"]);
const UNIT = z.nullable(z.string());

const QUANTITY = z.discriminatedUnion(
  "kind",
  [
    z.object({
      kind: z.literal("number"),
      value: NUMBER,
      percent: PERCENT,
      bound: z.nullable(z.enum(["minst", "högst", "över", "under"])),
      unit: UNIT,
      fromText: z.boolean(),
    }),
    z.object({ kind: z.literal("interval"), from: NUMBER, to: NUMBER, percent: PERCENT, unit: UNIT }),
    z.object({ kind: z.literal("yesNo"), value: z.boolean() }),
    z.object({ kind: z.literal("notMeasured"), typed: z.string() }),
  ],
  { error: "ska vara ett tal, ett intervall, Ja/Nej eller ej mätt" },
);

const PERIOD = z.object(
  {
    kind: z.enum(["year", "half", "tertial", "quarter", "month"]),
    year: z.int(),
    number: z.int().check(z.gte(1), z.lte(12)),
  },
  { error: "ska vara en period" },
);

/** The schema of one input column; `null` stands for an empty cell, and a key that is left out counts as empty. */
function columnSchema(column: Column): z.ZodMiniType<ColumnValue | null> {
  const filled = valueSchema(column);
  return column.required ? filled : z._default(z.nullable(filled), null);
}

function valueSchema(column: Column): z.ZodMiniType<ColumnValue> {
  switch (column.kind) {
    case "id":
    case "text":
    case "longText":
    case "unit":
      return FILLED;
    case "choice": {
      const words = (column.values ?? []).filter((value) => typeof value === "string");
      return z.enum(words, { error: `ska vara något av ${words.join(", ")}` });
    }
    case "list":
      return z.array(FILLED, { error: "ska vara en lista av texter" });
    case "integer":
      return z.int({ error: "ska vara ett heltal" });
    case "number":
      return NUMBER;
    case "quantity":
      return QUANTITY;
    case "date":
      return z.int({ error: "ska vara ett datum" }).check(z.refine((serial) => formatDay(serial) !== undefined, { error: "ska vara ett datum" }));
    case "period":
      return PERIOD;
    case "calculated":
      return z.never({ error: "räknas ut och kan inte anges" });
  }
}

/** The schema of a row as a record by column key, for code that goes through the columns of any register. */
export function recordSchema(register: Register): z.ZodMiniType<Record<string, ColumnValue | null>> {
  const shape: Record<string, z.ZodMiniType<ColumnValue | null>> = {};
  for (const [key, column] of Object.entries(register.columns)) {
    if (column.kind !== "calculated") shape[key] = columnSchema(column);
  }
  return z.strictObject(shape, { error: (issue) => (issue.code === "unrecognized_keys" ? `okända kolumner: ${issue.keys.join(", ")}` : "ska vara en rad") });
}

/**
 * The schema of a register's typed row (RowOf), made from its definition. Columns that may be empty may be left out and become
 * `null`; keys that are no column of the register are refused. Messages are Swedish, and each issue's path is the column's key.
 */
export function rowSchema<R extends Register>(register: R): z.ZodMiniType<RowOf<R>, unknown> {
  // The record is RowOf<R> by construction: one schema for each input column, by its kind.
  return z.pipe(recordSchema(register), z.custom<RowOf<R>, Record<string, ColumnValue | null>>());
}
