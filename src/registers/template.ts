import type { CellInput, CellValue } from "./cell.js";
import type { Column } from "./column.js";
import { placesOfColumns } from "./reading/headers.js";
import type { Register, RowOf } from "./register.js";
import type { RegisterKey, Registers } from "./registers.js";
import { settingKeys, settingRegistry, type SettingDefinition, type Settings } from "./settings.js";
import { registerKeys } from "./workAreas.js";
import type { DefinedName, DropDown, RegisterSheet, TemplateColumn } from "./registerSheet.js";
import { columnLists, hasWordList, LIST_SHEET, listName, listSheet, settingLists, type WordList } from "./templateLists.js";
import { emptyRow, rowsToCells, type CellBlock } from "./writing/rowsToCells.js";

/** Rows to put into a template, by register. */
export type RegisterRows = { readonly [K in RegisterKey]?: readonly RowOf<Registers[K]>[] };

/** What a workbook has already of the template. */
export interface Standing {
  /** The registers' tables, by name in lower case, each with its headers. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  /** The defined names, in lower case: false for one that leads nowhere, since the cells that it stood for are gone. */
  readonly names: ReadonlyMap<string, boolean>;
  /** The sheet of lists, and its first column where nothing stands; absent where there is none. */
  readonly lists?: { readonly sheet: string; readonly freeColumn: number };
  /** The names that sheets get where somebody has sheets of their names: by the name of the register's sheet, or the lists'. */
  readonly sheetNames?: ReadonlyMap<string, string>;
}

const NOTHING_STANDS: Standing = { tables: new Map(), names: new Map() };

/**
 * The sheets that a workbook lacks to have the registers wanted, in order, the sheet of lists last: empty but for settings, or with the rows given. What `standing`
 * says is there has no part in them. Lists that are missing come beside those that stand.
 */
export function templateSheets(
  registers: Registers, rows: RegisterRows = {}, standing: Standing = NOTHING_STANDS, wanted: readonly RegisterKey[] = registerKeys,
): RegisterSheet[] {
  const missing = wanted.filter((key) => !standing.tables.has(registers[key].table.toLowerCase()));
  const atHand = registersAtHand(registers, standing.tables, wanted);
  const lists = missingLists(atHand, standing.names);
  const named = (sheet: RegisterSheet): RegisterSheet => ({ ...sheet, sheet: standing.sheetNames?.get(sheet.sheet) ?? sheet.sheet });
  const sheets = missing.map((key) => named(registerSheet(registers, key, rows, atHand)));
  return withNames([...sheets, ...(lists.length === 0 ? [] : [listSheet(lists, standing.lists, standing.sheetNames?.get(LIST_SHEET))])], registers, standing);
}

type SomeRegisters = Readonly<Record<string, Register>>;

/** The registers that are there, or about to be: others have neither lists nor ids to choose from. */
export function registersAtHand(registers: SomeRegisters, tables: Standing["tables"], wanted: readonly RegisterKey[]): SomeRegisters {
  const keys: readonly string[] = wanted;
  return Object.fromEntries(Object.entries(registers).filter(([key, { table }]) => keys.includes(key) || tables.has(table.toLowerCase())));
}

/** The lists that no name leads to. */
export function missingLists(registers: SomeRegisters, names: Standing["names"]): readonly WordList[] {
  return [...columnLists(registers), ...settingLists()].filter(({ name }) => names.get(name.toLowerCase()) !== true);
}

/** Names that lead somewhere are left as they are; those that have gone from registers that stand are defined with the first sheet. */
function withNames(sheets: readonly RegisterSheet[], registers: Registers, { tables, names }: Standing): RegisterSheet[] {
  const isSound = ({ name }: DefinedName) => names.get(name.toLowerCase()) === true;
  const needed = (defined: readonly DefinedName[]) =>
    defined.filter((name) => !isSound(name)).map((name) => (names.has(name.name.toLowerCase()) ? { ...name, isThere: true as const } : name));
  const lost = Object.values<Register>(registers).flatMap((register) => {
    const headers = tables.get(register.table.toLowerCase());
    return headers === undefined || !isReferredTo(registers, register) ? [] : idNames(register, headers);
  });
  return sheets.map((sheet, index) => ({ ...sheet, names: needed(index === 0 ? [...lost, ...sheet.names] : sheet.names) }));
}

function registerSheet<K extends RegisterKey>(registers: Registers, key: K, allRows: RegisterRows, atHand: SomeRegisters): RegisterSheet {
  const register: Register = registers[key];
  const isSettings = key === "installningar";
  const rows = rowsOf(allRows, key);
  return {
    sheet: register.sheet,
    table: register.table,
    ground: { kind: "none" },
    left: 0,
    columns: Object.entries(register.columns).map(([columnKey, column]) => templateColumn(atHand, register, columnKey, column)),
    body: isSettings ? settingsBody(allRows.installningar ?? []) : rows.length === 0 ? emptyRow(register) : rowsToCells(registers[key], rows),
    cellDropDowns: isSettings ? settingDropDowns() : [],
    names: isReferredTo(registers, register) ? idNames(register) : [],
    frozenRows: 1,
  };
}

function rowsOf<K extends RegisterKey>(rows: { readonly [P in K]?: readonly RowOf<Registers[P]>[] }, key: K): readonly RowOf<Registers[K]>[] {
  return rows[key] ?? [];
}

function templateColumn(atHand: SomeRegisters, register: Register, key: string, column: Column): TemplateColumn {
  const dropDown = dropDownOf(atHand, register, key, column);
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

function dropDownOf(atHand: SomeRegisters, register: Register, key: string, column: Column): DropDown | undefined {
  if (hasWordList(column)) return { source: `=${listName(register.table, key)}`, strict: column.kind === "choice" };
  // A list of several cannot be chosen from a drop-down.
  const target = column.refersTo === undefined || column.kind === "list" ? undefined : atHand[column.refersTo];
  return target === undefined ? undefined : { source: `=${idListName(target)}`, strict: false };
}

/** A name for the column of ids or codes that others choose from: validation cannot name a table's column itself. */
function idNames(register: Register, headers: readonly string[] = headersOf(register)): DefinedName[] {
  const [key, ...more] = register.uniqueBy;
  const place = key === undefined || more.length > 0 ? undefined : placesOfColumns(register, headers).get(key);
  const header = place === undefined ? undefined : headers[place];
  return header === undefined ? [] : [{ name: idListName(register), formula: `=${register.table}[${header}]` }];
}

function headersOf(register: Register): string[] {
  return Object.values(register.columns).map(({ header }) => header);
}

function isReferredTo(registers: SomeRegisters, { key }: Register): boolean {
  return Object.values(registers).some(({ columns }) => Object.values(columns).some(({ refersTo }) => refersTo === key));
}

function idListName(register: Register): string {
  return `Id_${register.table}`;
}

/** Every setting with its value and explanation: the ones given where they can be read, otherwise the defaults. */
function settingsBody(given: readonly RowOf<Registers["installningar"]>[]): CellBlock {
  const typed = new Map(given.map(({ nyckel, varde }) => [nyckel, varde]));
  const cells = settingKeys.filter((key) => isAsked(key, typed)).map((key) => settingCells(key, typed));
  return { values: cells.map(({ values }) => values), numberFormats: cells.map(({ formats }) => formats) };
}

function isAsked(key: keyof Settings, typed: ReadonlyMap<string, string | null>): boolean {
  const { isOwn, nyckel } = settingRegistry[key];
  return isOwn !== true || typed.has(nyckel);
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
