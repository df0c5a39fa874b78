import { saidOf, sameHeaders } from "../../intake/applyMapping.js";
import { columnNames, withHeader } from "../../intake/columnNames.js";
import type { ChosenTarget, Mapping } from "../../intake/mapping.js";
import { targetNamed } from "../../intake/targets.js";
import type { Column } from "../../registers/column.js";
import { headerText } from "../../registers/reading/headers.js";
import { registers } from "../../registers/registers.js";
import type { PreviewTable } from "../../usecases/takeIn/intakePreview.js";

/** A table of a preview, as it is told from the others when something is said of it. */
export interface NthTable extends PreviewTable {
  readonly nth: number;
}

/** Which of its sheet's tables with the same headers each one is, by its id. */
export function nthOfEach(tables: readonly PreviewTable[]): ReadonlyMap<string, number> {
  const before = new Map<PreviewTable, number>();
  for (const table of tables) {
    const alike = [...before].filter(([other]) => other.sheet === table.sheet && sameHeaders(headersOf(other), headersOf(table)));
    before.set(table, alike.length + 1);
  }
  return new Map([...before].map(([{ id }, nth]) => [id, nth]));
}

/** What has been decided of a table, by now: the preview may not show it yet. */
export interface Decided {
  /** Where the column in that place goes; as recognised where nobody has said. */
  readonly targetAt: (index: number) => string | null;
  /** What somebody has said of the column in that place. */
  readonly chosenAt: (index: number) => ChosenTarget | null | undefined;
  readonly isLeftOut: boolean;
  readonly register: PreviewTable["register"] | undefined;
  readonly period: string;
  readonly unit: string;
  readonly defaults: Readonly<Record<string, string>>;
}

export function decidedOf(mapping: Mapping, table: NthTable): Decided {
  const names = columnNames(table.columns.map(({ header }) => header));
  const said = saidOf(mapping, { sheet: table.sheet, names, nth: table.nth });
  const chosenAt = (index: number) => said?.columns.get(names[index] ?? "");
  return {
    chosenAt,
    targetAt: (index) => {
      const chosen = chosenAt(index);
      return chosen === undefined ? (table.columns[index]?.target ?? null) : chosen === null ? null : `${chosen.register}.${chosen.key}`;
    },
    isLeftOut: said?.isLeftOut === true, register: said?.register, period: said?.period ?? "", unit: said?.unit ?? "", defaults: said?.defaults ?? {},
  };
}

/** Whether a header is already what the register, or its aliases, call the column. */
export function isKnownWord(header: string, target: string): boolean {
  const column = columnOf(target);
  return column !== undefined && [column.header, ...column.aliases].some((name) => headerText(name) === headerText(header));
}

/** The register's column that "register.key" is. */
export function columnOf(target: string): Column | undefined {
  const named = targetNamed(target);
  return named === undefined ? undefined : Object.entries<Column>(registers[named.register].columns).find(([key]) => key === named.key)?.[1];
}

/** What a Select's value says of where a column goes: "" is nowhere. */
export function chosenTarget(target: string): ChosenTarget | null {
  const named = targetNamed(target);
  return named === undefined ? null : { register: named.register, key: named.key };
}

function headersOf({ columns }: PreviewTable): string[] {
  return withHeader(columnNames(columns.map(({ header }) => header)));
}
