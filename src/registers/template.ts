import { areaReference, columnLetters, sheetText } from "./address.js";
import type { CellInput, CellValue } from "./cell.js";
import type { Column } from "./column.js";
import type { Register, RowOf } from "./register.js";
import type { RegisterKey, Registers } from "./registers.js";
import { settingKeys, settingRegistry, type SettingDefinition, type Settings } from "./settings.js";
import { emptyRow, rowsToCells, type CellBlock } from "./writing/rowsToCells.js";

/** Rows to put into a template, by register. */
export type RegisterRows = { readonly [K in RegisterKey]?: readonly RowOf<Registers[K]>[] };

/** A list to choose from in a cell. */
export interface DropDown {
  /** What data validation takes as its source: "=" and a defined name of the template. */
  readonly source: string;
  /** False where something else may be typed too: a name or alias for a code, an id whose row comes later, a word that was not thought of. Excel then informs, and does not stop. */
  readonly strict: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** English formula, e.g. "=Listor!$A$2:$A$10" or "=Matt[Mått-id]". */
  readonly formula: string;
}

export interface TemplateColumn {
  readonly header: string;
  /** In characters of the default font. */
  readonly width: number;
  /** English format code for new rows. */
  readonly numberFormat: string;
  readonly required: boolean;
  /** Calculated by Excel: shown in light grey italics. */
  readonly calculated: boolean;
  /** Needed by formulas only. */
  readonly hidden: boolean;
  /** Long text: wrapped, aligned to the top. */
  readonly wrap: boolean;
  /** English, in display form; the whole column's. */
  readonly formula?: string;
  readonly dropDown?: DropDown;
  /** Help shown when a cell is chosen: title at most 32 characters, message at most 255. */
  readonly prompt: { readonly title: string; readonly message: string };
}

/** One sheet of the template, its header in row 1 from A1. All that the Excel adapter needs; no Excel in it. */
export interface RegisterSheet {
  readonly sheet: string;
  /** Name of the table; absent for the sheet of lists, which has a plain header row. */
  readonly table?: string;
  readonly columns: readonly TemplateColumn[];
  /** The body: at least one row in a table. */
  readonly body: CellBlock;
  /** Drop-downs of single cells (each setting has its own list); 0-based row of the body, 0-based column. */
  readonly cellDropDowns: readonly { readonly row: number; readonly column: number; readonly dropDown: DropDown }[];
  /** Names to define once all sheets and tables are there. */
  readonly names: readonly DefinedName[];
  /** Rows that stay when the sheet is scrolled. */
  readonly frozenRows: number;
}

const LIST_SHEET = "Listor";

interface ClosedList {
  readonly name: string;
  readonly header: string;
  readonly words: readonly string[];
}

/** The sheets of a workbook with every register, in order, the sheet of lists last: empty but for settings, or with the rows given. */
export function templateSheets(registers: Registers, rows: RegisterRows = {}): RegisterSheet[] {
  const isKey = (key: string): key is RegisterKey => key in registers;
  const sheets = Object.keys(registers).filter(isKey).map((key) => registerSheet(registers, key, rows));
  return [...sheets, listSheet([...columnLists(registers), ...settingLists()])];
}

function registerSheet<K extends RegisterKey>(registers: Registers, key: K, allRows: RegisterRows): RegisterSheet {
  const register: Register = registers[key];
  const isSettings = key === "installningar";
  const rows = rowsOf(allRows, key);
  return {
    sheet: register.sheet,
    table: register.table,
    columns: Object.entries(register.columns).map(([columnKey, column]) => templateColumn(registers, register, columnKey, column)),
    body: isSettings ? settingsBody(allRows.installningar ?? []) : rows.length === 0 ? emptyRow(register) : rowsToCells(registers[key], rows),
    cellDropDowns: isSettings ? settingDropDowns() : [],
    names: isReferredTo(registers, register) ? idNames(register) : [],
    frozenRows: 1,
  };
}

function rowsOf<K extends RegisterKey>(rows: { readonly [P in K]?: readonly RowOf<Registers[P]>[] }, key: K): readonly RowOf<Registers[K]>[] {
  return rows[key] ?? [];
}

function templateColumn(registers: Readonly<Record<string, Register>>, register: Register, key: string, column: Column): TemplateColumn {
  const dropDown = dropDownOf(registers, register, key, column);
  return {
    header: column.header,
    width: column.width,
    numberFormat: column.numberFormat,
    required: column.required,
    calculated: column.kind === "calculated",
    hidden: column.hidden === true,
    wrap: column.kind === "longText",
    prompt: { title: column.header, message: column.help },
    ...(column.formula === undefined ? {} : { formula: column.formula }),
    ...(dropDown === undefined ? {} : { dropDown }),
  };
}

function dropDownOf(registers: Readonly<Record<string, Register>>, register: Register, key: string, column: Column): DropDown | undefined {
  if (hasWordList(column)) return { source: `=${listName(register.table, key)}`, strict: column.kind === "choice" };
  // A list of several cannot be chosen from a drop-down.
  const target = column.refersTo === undefined || column.kind === "list" ? undefined : registers[column.refersTo];
  return target === undefined ? undefined : { source: `=${idListName(target)}`, strict: false };
}

/** A `choice` has all its words in a list, a `text` those proposed. */
function hasWordList({ kind, values }: Column): boolean {
  return kind === "choice" || (kind === "text" && values !== undefined);
}

/** A name for the column of ids or codes that others choose from: validation cannot name a table's column itself. */
function idNames(register: Register): DefinedName[] {
  const [key, ...more] = register.uniqueBy;
  const column = key === undefined ? undefined : register.columns[key];
  if (column === undefined || more.length > 0) return [];
  return [{ name: idListName(register), formula: `=${register.table}[${column.header}]` }];
}

function isReferredTo(registers: Readonly<Record<string, Register>>, { key }: Register): boolean {
  return Object.values(registers).some(({ columns }) => Object.values(columns).some(({ refersTo }) => refersTo === key));
}

function idListName(register: Register): string {
  return `Id_${register.table}`;
}

function listName(table: string, key: string): string {
  return `Lista_${table}_${key}`;
}

function columnLists(registers: Readonly<Record<string, Register>>): ClosedList[] {
  return Object.values(registers).flatMap((register) =>
    Object.entries(register.columns).flatMap(([key, column]) => {
      const words = (column.values ?? []).filter((value) => typeof value === "string");
      return hasWordList(column) ? [{ name: listName(register.table, key), header: `${register.sheet}: ${column.header}`, words }] : [];
    }),
  );
}

function settingLists(): ClosedList[] {
  return settingKeys.flatMap((key) => {
    const { nyckel, words } = settingRegistry[key];
    return words === undefined ? [] : [{ name: listName("Installningar", key), header: `Inställningar: ${nyckel}`, words }];
  });
}

function listSheet(lists: readonly ClosedList[]): RegisterSheet {
  const height = Math.max(...lists.map(({ words }) => words.length));
  const rows = Array.from({ length: height }, (_, row) => lists.map(({ words }) => words[row] ?? ""));
  return {
    sheet: LIST_SHEET,
    columns: lists.map(({ header, words }) => ({
      header,
      width: Math.max(...[header, ...words].map((text) => text.length)) + 2,
      numberFormat: "@",
      required: false,
      calculated: false,
      hidden: false,
      wrap: false,
      prompt: { title: "Lista", message: "Listan används i registren. Ändra den inte här." },
    })),
    body: { values: rows, numberFormats: rows.map((row) => row.map(() => "@")) },
    cellDropDowns: [],
    names: lists.map(({ name, words }, column) => ({ name, formula: `=${sheetText(LIST_SHEET)}!${absolute(column, 1, words.length)}` })),
    frozenRows: 1,
  };
}

/** E.g. $A$2:$A$10. */
function absolute(column: number, row: number, rows: number): string {
  return areaReference({ row, column, rows, columns: 1 })
    .split(":")
    .map((cell) => cell.replace(columnLetters(column), `$${columnLetters(column)}$`))
    .join(":");
}

/** Every setting with its value and explanation: the ones given where they can be read, otherwise the defaults. */
function settingsBody(given: readonly RowOf<Registers["installningar"]>[]): CellBlock {
  const typed = new Map(given.map(({ nyckel, varde }) => [nyckel, varde]));
  const cells = settingKeys.map((key) => settingCells(key, typed));
  return { values: cells.map(({ values }) => values), numberFormats: cells.map(({ formats }) => formats) };
}

function settingCells<K extends keyof Settings>(key: K, typed: ReadonlyMap<string, string | null>): { values: CellValue[]; formats: string[] } {
  const definition: SettingDefinition<Settings[K]> = settingRegistry[key];
  const text = typed.get(definition.nyckel) ?? "";
  const value = text === "" ? undefined : definition.read(textCell(text));
  const written = definition.write(value ?? definition.standard);
  return { values: [definition.nyckel, written.value, definition.forklaring], formats: ["@", written.numberFormat, "General"] };
}

function textCell(value: string): CellInput {
  return { value, type: "String", numberFormat: "@" };
}

function settingDropDowns(): RegisterSheet["cellDropDowns"] {
  return settingKeys.flatMap((key, row) => {
    const dropDown = settingDropDown(key);
    return dropDown === undefined ? [] : [{ row, column: 1, dropDown }];
  });
}

function settingDropDown(key: keyof Settings): DropDown | undefined {
  if (key === "enhet") return { source: "=Id_Enheter", strict: false };
  return settingRegistry[key].words === undefined ? undefined : { source: `=${listName("Installningar", key)}`, strict: true };
}
