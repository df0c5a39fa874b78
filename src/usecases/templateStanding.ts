import type { CellValue } from "../registers/cell.js";
import { whereRegisterWent } from "../registers/reading/lookAlikes.js";
import type { Register } from "../registers/register.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import type { RegisterSheet } from "../registers/registerSheet.js";
import { missingLists, registersAtHand, type Standing } from "../registers/template.js";
import { LIST_SHEET } from "../registers/templateLists.js";
import { UNFINISHED, unfinishedSheets } from "../registers/unfinished.js";
import type { SheetContent, WorkbookImage } from "./port.js";

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

/** What has the sheet, name or look of a register that is wanted and missing: a user's own, or a register whose table has another name. Sheets that are `unfinished` are ours. */
export function registersInTheWay(image: WorkbookImage, unfinished: readonly string[], wanted: readonly RegisterKey[]): readonly string[] {
  const around = { sheets: image.sheets.filter(({ name }) => !unfinished.includes(name)), tables: image.allTables.filter(({ sheet }) => !unfinished.includes(sheet)) };
  const missing = wanted.map((key): Register => registers[key]).filter(({ table }) => !hasTable(image, table));
  const names = new Set([...(image.names?.keys() ?? [])].map((name) => name.toLowerCase()));
  const sheets = missing.filter(({ sheet }) => !unfinished.includes(sheet)).map((register) => whereRegisterWent(register, around, tableNames)?.at?.sheet);
  const taken = missing.map(({ table }) => table).filter((table) => names.has(table.toLowerCase()));
  const otherLists = listSheetName(image) === undefined ? around.sheets.map(({ name }) => name).filter((name) => name.toLowerCase() === LIST_SHEET.toLowerCase()) : [];
  return [...sheets.filter((sheet) => sheet !== undefined), ...taken, ...otherLists];
}

/** What is there of the template, but for what is `unfinished`. `contents` has the sheet of lists. */
export function standingOf(image: WorkbookImage, contents: WorkbookImage["contents"], unfinished: readonly string[], wanted: readonly RegisterKey[]): Standing {
  const begun = new Set(all.filter(({ sheet }) => unfinished.includes(sheet)).map(({ table }) => table.toLowerCase()));
  const tables = new Map(image.allTables.map(({ name, headers }) => [name.toLowerCase(), headers] as const).filter(([name]) => tableNames.has(name) && !begun.has(name)));
  const names = new Map([...(image.names ?? [])].map(([name, formula]) => [name.toLowerCase(), isSound(formula)]));
  const sheet = listSheetName(image);
  const lists = sheet === undefined ? undefined : { sheet, freeColumn: freeColumn(contents.get(sheet), missingLists(registersAtHand(registers, tables, wanted), names).map(({ header }) => header)) };
  return { tables, names, ...(lists === undefined ? {} : { lists }) };
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
