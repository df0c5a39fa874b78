import type { CellAddress, CellInput } from "../registers/cell.js";
import { createDirectory } from "../registers/reading/directory.js";
import { readCell } from "../registers/reading/cells.js";
import type { Register } from "../registers/register.js";
import { registers, type RegisterContents } from "../registers/registers.js";
import type { PeriodReading } from "../registers/values/period.js";
import { folded, isBlank } from "../registers/values/reading.js";
import { firstById, goalTree } from "../rules/goals/goalTree.js";
import { subjectsOf } from "../rules/subjects.js";
import type { Values } from "./rowKey.js";

/** A register as it stands, whichever it is. */
export interface Standing {
  readonly sheet: string;
  readonly rows: readonly StandingRow[];
  readonly unusable: readonly Pick<StandingRow, "row" | "cells">[];
  readonly columnAt: Readonly<Partial<Record<string, number>>>;
}

export interface StandingRow {
  readonly values: Values;
  /** Sheet row, 0-based. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<string, CellInput>>>;
}

export function addressIn({ sheet, columnAt }: Standing, { row }: Pick<StandingRow, "row">, key: string): CellAddress | undefined {
  const column = columnAt[key];
  return column === undefined ? undefined : { sheet, row, column };
}

/** The first cell of a row's key, else of the row. */
export function placeOfRow(standing: Standing, row: Pick<StandingRow, "row">, { uniqueBy }: Register): CellAddress {
  const [first = 0] = Object.values(standing.columnAt).filter((column) => column !== undefined);
  return uniqueBy.map((key) => addressIn(standing, row, key)).find((at) => at !== undefined) ?? { sheet: standing.sheet, row: row.row, column: first };
}

/** Who is meant where nobody is named, and what units are called. */
export interface Meaning {
  /** The values with the unit that a blank Enhet of the row's key stands for: the owner of the measure, goal or assignment, where it has one. */
  withUnit(register: Register, values: Values): Values;
  /** The code of a unit that is called by its code, name or alias; what nobody is called stays as it is. */
  readonly codeOf: (unit: string) => string;
}

/** @param owners The registers that tell who owns what. */
export function meaningIn(owners: RegisterContents): Meaning {
  const tree = goalTree(owners);
  const subjects = subjectsOf(owners, tree);
  const measures = firstById(owners.matt?.rows ?? []);
  const codes = createDirectory((owners.enheter?.rows ?? []).map(({ values, row }) => ({ id: values.kod, names: [values.namn, ...(values.alias ?? [])], row }))).directory;
  const codeOf = (unit: string): string => {
    const found = codes.find(unit);
    return found === undefined || found === "shared" ? unit : found.id;
  };
  const ownerOf = (register: Register, values: Values): string | null => {
    const { mattId, avser } = values;
    if (register.key === registers.utfall.key && typeof mattId === "string") {
      const measure = measures.get(folded(mattId));
      return measure === undefined ? null : tree.ownerOfMeasure(measure);
    }
    const subject = register.key === registers.uppfoljning.key && typeof avser === "string" ? subjects.find(avser) : undefined;
    return subject === undefined ? null : subjects.ownerOf(subject);
  };
  return {
    withUnit: (register, values) => {
      if (!register.uniqueBy.includes("enhet") || (values["enhet"] ?? null) !== null) return values;
      const owner = ownerOf(register, values);
      return owner === null ? values : { ...values, enhet: codeOf(owner) };
    },
    codeOf,
  };
}

/** What can be read of a row that cannot be used, and the parts of its key that cannot. */
export function unusableKey(register: Register, standing: Standing, row: Pick<StandingRow, "row" | "cells">, periods: PeriodReading): { readonly values: Values; readonly unread: ReadonlySet<string> } {
  const values: Record<string, Values[string]> = {};
  const unread = new Set<string>();
  for (const key of register.uniqueBy) {
    const column = register.columns[key];
    const cell = row.cells[key];
    const at = addressIn(standing, row, key);
    if (column === undefined || cell === undefined || at === undefined || isBlank(cell)) continue;
    const reading = readCell(column, cell, { register: register.table, at }, periods, false);
    if (reading.value === null) unread.add(key);
    else values[key] = reading.value;
  }
  return { values, unread };
}
