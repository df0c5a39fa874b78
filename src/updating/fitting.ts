import type { Finding } from "../registers/finding.js";
import { isTextList } from "../registers/reading/lookUps.js";
import type { Register } from "../registers/register.js";
import { recordSchema, type ColumnValue } from "../registers/schema.js";
import { parsePeriod, periodLabel, type PeriodReading } from "../registers/values/period.js";
import { plainSpaces } from "../registers/values/reading.js";
import { append } from "../rules/goals/goalTree.js";
import type { BroughtRow } from "./broughtRow.js";
import { originOf } from "./broughtTogether.js";
import { updateFinding } from "./messages.js";
import { keyInWords } from "./rowKey.js";
import type { Standing } from "./standing.js";

/** What a cell can hold: https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const LONGEST_TEXT = 32_767;

/** Brought rows with only what their register can hold, and what is to be said of the rest. */
export interface Fitting {
  readonly rows: readonly BroughtRow[];
  readonly findings: readonly Finding[];
}

/**
 * The values of brought rows that their register's columns can hold: units by their codes, periods as the workbook reads them, no blanks. A value of another kind, and what the table has no column for, is told. A row that
 * is told apart by such a column stays out, since it would mean another.
 */
export function fitting(register: Register, brought: readonly BroughtRow[], standing: Standing | undefined, codeOf: (unit: string) => string, periods: PeriodReading): Fitting {
  const schema = recordSchema(register);
  const findings: Finding[] = [];
  const lacking = new Map<string, BroughtRow[]>();
  const rows = brought.flatMap((row): readonly BroughtRow[] => {
    const values = said(register, row.values, codeOf, periods);
    const checked = schema.safeParse(values);
    const unfit = new Set((checked.success ? [] : checked.error.issues).map(({ path }) => path[0]).filter((key) => typeof key === "string" && key in values));
    for (const [key, value] of Object.entries(values)) if (typeof value === "string" && value.length > LONGEST_TEXT) unfit.add(key);
    const kept: Record<string, ColumnValue> = {};
    let staysOut = false;
    for (const [key, value] of Object.entries(values)) {
      const isKey = register.uniqueBy.includes(key);
      if (unfit.has(key)) {
        const header = register.columns[key]?.header ?? key;
        const about = { key: keyInWords(register, Object.fromEntries(Object.entries(values).filter(([name]) => !unfit.has(name)))), header, sheet: standing?.sheet ?? register.sheet };
        findings.push(updateFinding("uppdatering.fel-sorts-varde", about, { register: register.table, at: originOf(row, key).at, column: header }));
        staysOut ||= isKey;
      } else if (standing !== undefined && standing.columnAt[key] === undefined) {
        append(lacking, key, row);
        staysOut ||= isKey;
      } else kept[key] = value;
    }
    return staysOut ? [] : [{ ...row, values: kept }];
  });
  for (const [key, those] of lacking) {
    const header = register.columns[key]?.header ?? key;
    const about = { header, sheet: standing?.sheet ?? register.sheet, count: those.length, rowsStayOut: register.uniqueBy.includes(key) };
    const at = those.map((row) => originOf(row, key).at)[0];
    findings.push(updateFinding("uppdatering.kolumn-saknas", about, { register: register.table, column: header, ...(at === undefined ? {} : { at }) }));
  }
  return { rows, findings };
}

/** What a row says of the register's input columns, as the workbook means it; a blank text or an empty list says nothing. */
function said(register: Register, values: BroughtRow["values"], codeOf: (unit: string) => string, periods: PeriodReading): Record<string, ColumnValue> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): readonly (readonly [string, ColumnValue])[] => {
      const column = register.columns[key];
      if (column === undefined || column.kind === "calculated") return [];
      // Excel's line breaks are one character.
      if (typeof value === "string") return plainSpaces(value).trim() === "" ? [] : [[key, column.refersTo === "enheter" ? codeOf(value) : value.replace(/\r\n?/gu, "\n")]];
      if (isTextList(value)) return value.length === 0 ? [] : [[key, column.refersTo === "enheter" ? value.map(codeOf) : value]];
      // In a workbook of tertials April is the first.
      if (typeof value === "object" && "year" in value) return [[key, parsePeriod(periodLabel(value), periods) ?? value]];
      return [[key, value]];
    }),
  );
}

/** Keys of the columns that a new row needs and lacks. */
export function lackingIn(register: Register, values: BroughtRow["values"]): readonly string[] {
  return Object.entries(register.columns).flatMap(([key, { required }]) => (required && !(key in values) ? [key] : []));
}
