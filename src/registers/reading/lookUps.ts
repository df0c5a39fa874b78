import type { CellAddress } from "../cell.js";
import { anyRegister, type Column } from "../column.js";
import type { Finding } from "../finding.js";
import { finding } from "../messages.js";
import type { Register } from "../register.js";
import { registers } from "../registers.js";
import type { ColumnValue } from "../schema.js";
import { TEXT_FORMAT } from "../writing/cellFormats.js";
import { listText } from "../values/list.js";
import { createDirectory, type Directory, type Entry } from "./directory.js";
import type { Draft, DraftRow } from "./draft.js";

/** The directories of the registers that others refer to, by register key; a register whose table is missing is absent. `anyRegister` is that of all ids. */
export type Directories = ReadonlyMap<string, Directory>;

/**
 * The ids or codes of a register, and the aliases that lead nowhere because several rows share them. A row that lacks something else has its id all
 * the same. Undefined for registers without an id of their own, and where the rows could not be read.
 */
export function directoryOf(draft: Draft): { directory: Directory; findings: readonly Finding[] } | undefined {
  const [idKey, ...more] = draft.register.uniqueBy;
  if (idKey === undefined || more.length > 0 || draft.missing.length > 0) return undefined;
  const entries: Entry[] = [];
  for (const { values, row } of [...draft.rows, ...draft.incomplete]) {
    const id = values[idKey];
    if (typeof id === "string") entries.push({ id, row, names: draft.register.key === "enheter" ? unitNames(values) : NO_NAMES });
  }
  const { directory, shared } = createDirectory(entries);
  const findings = shared.map(({ name, ids, row }) =>
    finding("enhet.alias-delas", { alias: name, codes: ids }, { register: draft.register.table, at: addressIn(draft, { row }, idKey), column: draft.register.columns[idKey]?.header }),
  );
  return { directory, findings };
}

const NO_NAMES: readonly string[] = [];

/** A committee is called by its code, its full name and its aliases alike. */
function unitNames(values: DraftRow["values"]): string[] {
  const { namn, alias } = values;
  return [...(typeof namn === "string" ? [namn] : []), ...(isTextList(alias) ? alias : [])];
}

export function isTextList(value: ColumnValue | null | undefined): value is readonly string[] {
  return Array.isArray(value);
}

/**
 * Looks up the ids and codes that a register's rows refer to, and writes them as they stand in the register they belong to. One that is not
 * found stays as typed, with a finding; nothing is looked up in a register whose table is missing.
 */
export function resolveReferences(draft: Draft, directories: Directories): { rows: readonly DraftRow[]; findings: readonly Finding[] } {
  const references = Object.entries(draft.register.columns).flatMap(([key, column]) => {
    const directory = column.refersTo === undefined ? undefined : directories.get(column.refersTo);
    return directory === undefined || draft.columnAt[key] === undefined ? [] : [{ key, column, directory }];
  });
  if (references.length === 0) return { rows: draft.rows, findings: [] };

  const findings: Finding[] = [];
  const rows = draft.rows.map((row) => {
    let resolved: Record<string, ColumnValue> | undefined;
    for (const { key, column, directory } of references) {
      const typed = row.values[key] ?? null;
      // Nearly all are blank, or typed as they stand there.
      if (typed === null || standsThere(typed, directory)) continue;
      const place = { register: draft.register.table, at: addressIn(draft, row, key), column: column.header };
      if (typeof typed === "string") {
        const [id = typed] = lookUp([typed], column, directory, place, findings);
        (resolved ??= {})[key] = id;
      } else if (isTextList(typed)) {
        (resolved ??= {})[key] = lookUp(typed, column, directory, place, findings);
      }
    }
    return resolved === undefined ? row : { ...row, values: { ...row.values, ...resolved } };
  });
  return { rows, findings };
}

/** Whether an id, or each of several, is typed as it stands in the register that it belongs to. */
function standsThere(typed: ColumnValue, directory: Directory): boolean {
  if (isTextList(typed)) return typed.every((item) => standsThere(item, directory));
  const match = typeof typed === "string" ? directory.find(typed) : undefined;
  return match !== undefined && match !== "shared" && !match.isAlias && match.id === typed;
}

interface Place {
  readonly register: string;
  readonly at: CellAddress | undefined;
  readonly column: string;
}

/** The items of a cell as they stand in the register they belong to. Each that is not found is a finding; those called by another name are one, with the cell's fix. Source: R01. */
function lookUp(typed: readonly string[], column: Column, directory: Directory, place: Place, findings: Finding[]): readonly string[] {
  const called: { readonly typed: string; readonly code: string }[] = [];
  const found = typed.map((item) => {
    const match = directory.find(item);
    if (match === undefined) {
      findings.push(
        column.refersTo === "enheter"
          ? finding("enhet.okand", { typed: item }, place)
          : finding("referens.saknas", { header: column.header, id: item, sheets: sheetsOf(column.refersTo) }, place),
      );
      return item;
    }
    if (match === "shared") {
      findings.push(finding("enhet.tvetydig", { typed: item }, place));
      return item;
    }
    if (match.isAlias) called.push({ typed: item, code: match.id });
    return match.id;
  });
  if (called.length > 0 && place.at !== undefined) {
    const text = (items: readonly string[]) => (column.kind === "list" ? listText(items) : items.join(""));
    const about = { typed: text(called.map((one) => one.typed)), code: text(called.map(({ code }) => code)) };
    const fix = { cells: [{ at: place.at, value: text(found), numberFormat: TEXT_FORMAT }] };
    findings.push(finding("enhet.ej-kod", about, { ...place, fix }));
  }
  return found;
}

/** The sheets of the registers that a column refers to: the names that users know them by. */
function sheetsOf(refersTo: string | undefined): string[] {
  const all: readonly Register[] = Object.values(registers);
  return all.filter(({ key, ownsIds }) => (refersTo === anyRegister ? ownsIds === true : key === refersTo)).map(({ sheet }) => sheet);
}

export function addressIn(draft: Draft, row: { readonly row: number }, key: string): CellAddress | undefined {
  const column = draft.columnAt[key];
  return column === undefined ? undefined : { sheet: draft.image.sheet, row: row.row, column };
}
