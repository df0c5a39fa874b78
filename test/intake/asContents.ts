import type { Column } from "../../src/registers/column.js";
import { isTextList } from "../../src/registers/reading/lookUps.js";
import { readRegisters } from "../../src/registers/readRegisters.js";
import { registers, type RegisterContents, type RegisterKey } from "../../src/registers/registers.js";
import type { ColumnValue } from "../../src/registers/schema.js";
import { periodLabel } from "../../src/registers/values/period.js";
import { registerKeys } from "../../src/registers/workAreas.js";
import type { IntakeRow } from "../../src/intake/readProposals.js";
import { table, workbook, type Typed } from "../registers/tables.js";

/** The registers of a workbook that these rows have been written to, read again: also the rows that lack something they need. */
export function asContents(rows: readonly Pick<IntakeRow, "register" | "values">[]): RegisterContents {
  const images = registerKeys.flatMap((key: RegisterKey) => {
    const own = rows.filter(({ register }) => register === key);
    const columns = Object.entries<Column>(registers[key].columns).filter(([, { kind }]) => kind !== "calculated");
    const cells = own.map(({ values }) => columns.map(([name]) => typed(values[name])));
    return own.length === 0 ? [] : [table(registers[key].table, columns.map(([, { header }]) => header), cells, { sheet: registers[key].sheet, top: 0, left: 0 })];
  });
  return readRegisters(workbook(...images)).contents;
}

function typed(value: ColumnValue | undefined): Typed {
  if (value === undefined) return "";
  if (typeof value !== "object") return value;
  if (isTextList(value)) return value.join("; ");
  if ("year" in value) return periodLabel(value);
  if (value.kind === "number") return { value: value.value, format: value.percent === "none" ? "General" : "0.0%" };
  if (value.kind === "yesNo") return value.value ? "Ja" : "Nej";
  if (value.kind === "notMeasured") return value.typed;
  throw new RangeError("an interval is written as two columns");
}
