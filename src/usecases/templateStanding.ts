import type { CellValue } from "../registers/cell.js";
import type { Finding } from "../registers/finding.js";
import type { LocalText } from "../registers/language.js";
import { finding } from "../registers/messages.js";
import { looksLike, lookAlikes } from "../registers/reading/lookAlikes.js";
import type { Register } from "../registers/register.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import type { RegisterSheet } from "../registers/registerSheet.js";
import { freeSheetName, wantedSheetName } from "../registers/sheetNames.js";
import { missingLists, registersAtHand, type Standing } from "../registers/template.js";
import { LIST_SHEET } from "../registers/templateLists.js";
import { UNFINISHED, unfinishedSheets } from "../registers/unfinished.js";
import { registerKeys } from "../registers/workAreas.js";
import type { SheetContent, WorkbookImage } from "./port.js";
import { contentOfSheet, sheetNamed } from "./reportSheets.js";
import { tableNameTaken, tablesOfOthers } from "./tablesOfOthers.js";

const all: readonly Register[] = Object.values(registers);
const tableNames: ReadonlySet<string> = new Set(all.map(({ table }) => table.toLowerCase()));

/** The sheets that an earlier attempt began on and did not finish, where they are still there. */
export function unfinishedIn({ names, sheets }: WorkbookImage): readonly string[] {
  const begun = unfinishedSheets(names?.get(UNFINISHED) ?? "");
  return sheets.map(({ name }) => name).filter((name) => begun.includes(name));
}

/** The sheet that the lists stand on, by the names that lead to it; `undefined` when none does. */
export function listSheetName({ names }: WorkbookImage): string | undefined {
  for (const [name, formula] of names ?? []) {
    const [, quoted, plain] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$/u.exec(formula) ?? [];
    if (name.startsWith("Lista_") && isSound(formula)) return quoted?.replaceAll("''", "'") ?? plain;
  }
  return undefined;
}

/** The registers that an earlier attempt began on. */
export function registersBegun(unfinished: readonly string[]): readonly RegisterKey[] {
  const begun = unfinished.map(wantedSheetName);
  return registerKeys.filter((key) => begun.includes(registers[key].sheet));
}

/** Sheets that are called as registers that are wanted and missing; those that are `unfinished` are ours. */
export function sheetsOfSuchNames(image: WorkbookImage, unfinished: readonly string[], wanted: readonly RegisterKey[]): readonly string[] {
  return missingOf(image, wanted).flatMap(({ sheet }) => sheetNamed(image, sheet)?.name ?? []).filter((name) => !unfinished.includes(name));
}

/**
 * What is to be said of registers that are wanted and cannot be made: their table has another name, or has become plain cells, or something else has the table's name. `contents` has the sheets of
 * such names. A sheet of somebody's own that is called as a register is in nobody's way: the register's gets another name.
 */
export function registersInTheWay(image: WorkbookImage, contents: WorkbookImage["contents"], unfinished: readonly string[], wanted: readonly RegisterKey[]): readonly LocalText[] {
  const around = { sheets: image.sheets, tables: image.allTables.filter(({ sheet }) => !unfinished.includes(sheet)) };
  const names = new Set([...(image.names?.keys() ?? [])].map((name) => name.toLowerCase()));
  const ofMissing = missingOf(image, wanted).flatMap((register): readonly LocalText[] => {
    const { table, sheet } = register;
    const [renamed] = lookAlikes(register, around, tableNames);
    if (renamed !== undefined) return [textOf(finding("register.annat-namn", { table, sheet, found: renamed.name, foundOn: renamed.sheet }, { register: table }))];
    const [top] = unfinished.includes(sheet) ? [] : (contentOfSheet({ ...image, contents }, sheet)?.values ?? []);
    if (top !== undefined && looksLike(register, top.map(String))) return [textOf(finding("register.ingen-tabell", { table, sheet }, { register: table }))];
    return names.has(table.toLowerCase()) ? [nameTaken(table)] : [];
  });
  return [...tablesOfOthers(image, wanted).map(tableNameTaken), ...ofMissing];
}

function nameTaken(name: string): LocalText {
  return {
    sv: `Arbetsboken har redan namnet ${name} för något annat än ett register. Byt eller ta bort det under Formler, Namnhanteraren.`,
    en: `The workbook already has the name ${name} for something other than a register. Change or delete it under Formulas, Name Manager.`,
  };
}

const textOf = ({ message }: Finding): LocalText => message;

function missingOf(image: WorkbookImage, wanted: readonly RegisterKey[]): readonly Register[] {
  return wanted.map((key): Register => registers[key]).filter(({ table }) => !hasTable(image, table));
}

/** What is there of the template, but for what is `unfinished`. `contents` has the sheet of lists. */
export function standingOf(image: WorkbookImage, contents: WorkbookImage["contents"], unfinished: readonly string[], wanted: readonly RegisterKey[]): Standing {
  const begun = new Set(registersBegun(unfinished).map((key) => registers[key].table.toLowerCase()));
  const tables = new Map(image.allTables.map(({ name, headers }) => [name.toLowerCase(), headers] as const).filter(([name]) => tableNames.has(name) && !begun.has(name)));
  const names = new Map([...(image.names ?? [])].map(([name, formula]) => [name.toLowerCase(), isSound(formula)]));
  const sheet = listSheetName(image);
  const lists = sheet === undefined ? undefined : { sheet, freeColumn: freeColumn(contents.get(sheet), missingLists(registersAtHand(registers, tables, wanted), names).map(({ header }) => header)) };
  return { tables, names, sheetNames: sheetNamesOf(image, unfinished), ...(lists === undefined ? {} : { lists }) };
}

/** What the registers' sheets and that of lists are to be called, by the names they are to have where nobody has such a sheet: as an earlier attempt called them, else as none is called. */
export function sheetNamesOf({ sheets }: WorkbookImage, unfinished: readonly string[]): ReadonlyMap<string, string> {
  const taken = sheets.map(({ name }) => name);
  const wanted = [...all.map(({ sheet }) => sheet), LIST_SHEET];
  return new Map(wanted.map((name) => [name, unfinished.find((begun) => wantedSheetName(begun) === name) ?? freeSheetName(name, taken)]));
}

/** The first column right of what stands; or where the headers stand already, of lists that an earlier attempt did not get to name. */
function freeColumn(content: SheetContent | undefined, headers: readonly string[]): number {
  if (content === undefined) return 0;
  const top = content.row === 0 ? (content.values[0] ?? []) : [];
  const begun = top.findIndex((_, index) => headers.length > 0 && headers.every((header, place) => top[index + place] === header));
  return content.column + (begun >= 0 ? begun : (content.values[0]?.length ?? 0));
}

/**
 * The sheets of the plan with what each meets of an earlier attempt, and those that somebody has written on since. A table that has been moved or given other columns
 * since then is left as it is.
 */
export function madeBefore(planned: readonly RegisterSheet[], unfinished: readonly string[], image: WorkbookImage): { sheets: readonly RegisterSheet[]; inTheWay: readonly string[] } {
  const inTheWay: string[] = [];
  const sheets = planned.flatMap((plan): readonly RegisterSheet[] => {
    if (!unfinished.includes(plan.sheet) || plan.ground.kind !== "none") return [plan];
    const standing = plan.table === undefined ? undefined : image.tables.get(plan.table);
    if (standing !== undefined) {
      const isWhereItWas = standing.sheet === plan.sheet && standing.top === 0 && standing.left === 0 && hasHeaders(plan, standing.headers);
      return isWhereItWas ? [{ ...plan, ground: { kind: "table" }, body: { values: standing.values, numberFormats: standing.numberFormats } }] : [];
    }
    if (!isOwnContent(plan, image.contents.get(plan.sheet))) inTheWay.push(plan.sheet);
    const unnamed = image.allTables.find(({ sheet, headers }) => sheet === plan.sheet && hasHeaders(plan, headers));
    return [{ ...plan, ground: { kind: "sheet", ...(unnamed === undefined ? {} : { unnamedTable: unnamed.name }) } }];
  });
  return { sheets, inTheWay };
}

function hasHeaders({ columns }: RegisterSheet, headers: readonly string[]): boolean {
  return columns.length === headers.length && columns.every(({ header }, index) => headers[index] === header);
}

/** True when nothing stands on the sheet but what the plan puts there. */
function isOwnContent({ columns, body }: RegisterSheet, content: SheetContent | undefined): boolean {
  const wanted = [columns.map(({ header }): CellValue => header), ...body.values];
  return (content?.values ?? []).every((row, down) =>
    row.every((value, right) => {
      const own = wanted[(content?.row ?? 0) + down]?.[(content?.column ?? 0) + right];
      return value === "" || value === (typeof own === "string" ? own.replace(/^'/u, "") : own);
    }),
  );
}

function hasTable({ allTables }: WorkbookImage, table: string): boolean {
  return allTables.some(({ name }) => name.toLowerCase() === table.toLowerCase());
}

function isSound(formula: string): boolean {
  return !formula.includes("#REF!");
}
