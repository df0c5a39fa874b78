import fc from "fast-check";
import type { Column } from "../../src/registers/column.js";
import type { Register, RowOf } from "../../src/registers/register.js";
import { rowSchema } from "../../src/registers/schema.js";
import type { TableImage } from "../../src/registers/tableImage.js";
import type { Period } from "../../src/registers/values/period.js";
import type { Quantity } from "../../src/registers/values/quantity.js";
import { rowsToCells } from "../../src/registers/writing/rowsToCells.js";
import { table } from "./tables.js";

/** Texts as people write them, and as trouble: what begins like a formula, looks like a date or a number, or has line breaks. */
const text = fc
  .oneof(
    fc.constantFrom("= 5", "+46", "-1", "@namn", "'citat", "1-2", "2.1", "maj 2019", "SANT", "5 %", "rad ett\nrad två", "Ökad andel, bättre hälsa", "0123", "#N"),
    fc.string({ minLength: 1, maxLength: 30 }),
  )
  .map((typed) => typed.replace(/\s/gu, " ").trim())
  .filter((typed) => typed !== "" && !/^#(?:N\/A|NAME\?|VALUE!|REF!|DIV\/0!)$/u.test(typed));

const item = text.filter((typed) => !/[;,]/u.test(typed));
const decimal = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 3 })).map(([digits, decimals]) => Number(`${digits}e-${decimals}`));

const quantity: fc.Arbitrary<Quantity> = fc.oneof(
  fc.record({
    kind: fc.constant("number" as const), value: decimal, percent: fc.constantFrom("none" as const, "format" as const),
    bound: fc.constant(null), unit: fc.constant(null), fromText: fc.constant(false),
  }),
  fc.record({
    kind: fc.constant("number" as const), value: decimal, percent: fc.constant("none" as const),
    bound: fc.constantFrom(null, "minst" as const, "högst" as const), unit: fc.constantFrom(null, "tkr"), fromText: fc.constant(true),
  }),
  fc.boolean().map((value) => ({ kind: "yesNo" as const, value })),
  fc.constantFrom("Ej mätt", "-", "..").map((typed) => ({ kind: "notMeasured" as const, typed })),
);

const period: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ kind: fc.constant("year" as const), year: fc.integer({ min: 1990, max: 2090 }), number: fc.constant(1) }),
  fc.record({ kind: fc.constant("tertial" as const), year: fc.integer({ min: 1990, max: 2090 }), number: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant("quarter" as const), year: fc.integer({ min: 1990, max: 2090 }), number: fc.integer({ min: 1, max: 4 }) }),
);

/** An id that no row has, so that it is read as it stands. */
const UNKNOWN_ID = "ID-SOM-INTE-FINNS";

function valueFor(column: Column): fc.Arbitrary<unknown> {
  if (column.refersTo !== undefined) return column.kind === "list" ? fc.constant([UNKNOWN_ID]) : fc.constant(UNKNOWN_ID);
  switch (column.kind) {
    case "id":
    case "unit":
    case "text":
    case "longText":
      return text;
    case "choice":
      return fc.constantFrom(...(column.values ?? []));
    case "list":
      return fc.array(item, { minLength: 1, maxLength: 3 });
    case "integer":
      return fc.integer({ min: -1000, max: 100_000 });
    case "number":
      return decimal;
    case "quantity":
      return quantity;
    case "date":
      return fc.integer({ min: 61, max: 2_958_465 });
    case "period":
      return period;
    case "calculated":
      throw new Error("calculated columns are not input");
  }
}

/** Any typed row of a register. */
export function rowsFor<R extends Register>(register: R): fc.Arbitrary<RowOf<R>> {
  const inputs = Object.entries(register.columns).filter(([, column]) => column.kind !== "calculated");
  const record = fc.record(
    Object.fromEntries(inputs.map(([key, column]) => [key, column.required ? valueFor(column) : fc.option(valueFor(column))])),
  );
  const schema = rowSchema(register);
  return record.map((row) => schema.parse(row));
}

/** The table that Excel shows after the rows have been written: a leading apostrophe marks text and is not part of the value. */
export function tableOf<R extends Register>(register: R, rows: readonly RowOf<R>[]): TableImage {
  const { values, numberFormats } = rowsToCells(register, rows);
  const headers = Object.values(register.columns).map(({ header }) => header);
  const cells = values.map((row, index) =>
    row.map((value, column) => {
      const format = numberFormats[index]?.[column] ?? "General";
      if (typeof value === "string" && value.startsWith("'")) return { value: value.slice(1), format };
      return typeof value === "string" && value.startsWith("=") ? { value: "", formula: value, format } : { value, format };
    }),
  );
  return table(register.table, headers, cells, { sheet: register.sheet, top: 0, left: 0 });
}
