import type { FileTable, OpenedSheets } from "../../files/openSheets.js";
import { familyOf } from "../../intake/families.js";
import { cellAt, type SheetGrid } from "../../intake/grid.js";
import { targetsOf } from "../../intake/targets.js";
import { reasons } from "../../intake/wording.js";
import { addressText } from "../../registers/address.js";
import type { Finding } from "../../registers/finding.js";
import type { LocalText } from "../../registers/language.js";
import { isSomethingElse } from "../../registers/reading/lookAlikes.js";
import { readRegisters } from "../../registers/readRegisters.js";
import type { Register, RegisterContent, RegisterRow } from "../../registers/register.js";
import { registers, type RegisterContents, type RegisterKey } from "../../registers/registers.js";
import type { ColumnValue } from "../../registers/schema.js";
import type { TableImage } from "../../registers/tableImage.js";
import { registerKeys } from "../../registers/workAreas.js";
import type { BroughtRow } from "../../updating/broughtRow.js";
import { valueInWords } from "../../updating/valueInWords.js";
import { asShown, ROWS_SHOWN } from "./asShown.js";
import type { PreviewColumn, PreviewRow, PreviewTable } from "./intakePreview.js";

/** The rows of another workbook's registers, but for those to leave out. */
export type RegistersOfFile = (rowsLeftOut: ReadonlySet<string>) => { readonly brought: readonly BroughtRow[]; readonly tables: readonly PreviewTable[]; readonly findings: readonly Finding[] };

/** Settings, accepted findings and where rows came from are of that workbook alone. */
const OF_ONE_WORKBOOK: readonly RegisterKey[] = ["installningar", "godtaganden", "ursprung"];

const CALCULATED: LocalText = { sv: "Kolumnen räknas ut av registret självt.", en: "The register works the column out itself." };

/** The registers that a file holds, read as registers are; `undefined` where it holds none. */
export function registersOfFile(file: string, { grids, tables }: OpenedSheets): RegistersOfFile | undefined {
  const sheets = new Map(grids.map((grid) => [grid.name, grid]));
  const images = new Map(registerKeys.flatMap((key) => {
    const { table: name } = registers[key];
    const table = tables.get(name);
    const sheet = sheets.get(table?.sheet ?? "");
    return table === undefined || sheet === undefined || isSomethingElse(registers[key], table.headers) ? [] : [[name, imageOf(name, table, sheet)] as const];
  }));
  if (images.size === 0) return undefined;
  const { contents, findings } = readRegisters(images);
  return (rowsLeftOut) => {
    const shown = registerKeys.filter((key) => !OF_ONE_WORKBOOK.includes(key)).flatMap((key) => {
      const content = contentIn(contents, key);
      const image = images.get(registers[key].table);
      const sheet = sheets.get(image?.sheet ?? "");
      return content === undefined || image === undefined || sheet === undefined ? [] : [{ key, ...shownAs(file, key, content, image, sheet, rowsLeftOut) }];
    });
    const names = new Set(shown.map(({ key }) => registers[key].table));
    return {
      brought: shown.flatMap(({ brought }) => brought), tables: shown.map(({ table }) => table),
      // What is missing there is not missing here.
      findings: findings.filter(({ register, at }) => at !== undefined && names.has(register)),
    };
  };
}

type AnyContent = Omit<RegisterContent<Register>, "rows" | "register"> & { readonly rows: readonly (Omit<RegisterRow<Register>, "values"> & { readonly values: Readonly<Record<string, ColumnValue | null>> })[] };

function contentIn(contents: RegisterContents, key: RegisterKey): AnyContent | undefined {
  return contents[key];
}

function shownAs(file: string, key: RegisterKey, content: AnyContent, image: TableImage, sheet: SheetGrid, rowsLeftOut: ReadonlySet<string>) {
  const register: Register = registers[key];
  const keyAt = new Map(Object.entries(content.columnAt).map(([own, column]) => [column, own]));
  const atOf = (row: number, column = image.left) => ({ sheet: sheet.name, row, column });
  const isOut = (row: number) => rowsLeftOut.has(addressText(atOf(row)));
  const brought = content.rows.filter(({ row }) => !isOut(row)).map(({ row, values }): BroughtRow => {
    const filled = Object.entries(values).flatMap(([own, value]) => (value === null ? [] : [[own, value] as const]));
    const sources = filled.flatMap(([own]) => {
      const column = content.columnAt[own];
      return column === undefined ? [] : [[own, atOf(row, column)] as const];
    });
    return { register: key, values: Object.fromEntries(filled), sources: Object.fromEntries(sources), origin: { file, at: atOf(row) } };
  });
  const columns = image.headers.map((header, index): PreviewColumn => {
    const own = keyAt.get(image.left + index);
    const isInput = own !== undefined && register.columns[own]?.kind !== "calculated";
    return { header, at: atOf(image.top, image.left + index), target: isInput ? `${key}.${own}` : null, period: null, confidence: 1, reason: isInput ? reasons.sameName(header) : own === undefined ? reasons.unknown(header) : CALCULATED };
  });
  const rows = content.rows.slice(0, ROWS_SHOWN).map(({ row, values }): PreviewRow => ({
    id: addressText(atOf(row)), at: atOf(row), isLeftOut: isOut(row),
    cells: columns.map(({ at }) => {
      const own = keyAt.get(at.column) ?? "";
      const [column, value] = [register.columns[own], values[own] ?? null];
      return { at: { ...at, row }, typed: asShown(cellAt(sheet, row, at.column)), value: column === undefined || value === null ? null : valueInWords(column, value) };
    }),
  }));
  const family = familyOf(key);
  const table: PreviewTable = {
    id: addressText(atOf(image.top)), sheet: sheet.name, isHidden: sheet.isHidden, register: key, registers: [key], confidence: 1, isLeftOut: false, columns, rows, rowCount: content.rows.length,
    targets: family === undefined ? [] : targetsOf(family).map(({ target, register: other, header }) => ({ target, register: registers[other].sheet, header })), period: null, unit: null,
  };
  return { brought, table };
}

function imageOf(name: string, { area, headers, hasHeaderRow, hasTotalsRow }: FileTable, sheet: SheetGrid): TableImage {
  const first = hasHeaderRow ? 1 : 0;
  const rows = Array.from({ length: area.rows - first - (hasTotalsRow ? 1 : 0) }, (_, index) => headers.map((__, column) => cellAt(sheet, area.row + first + index, area.column + column)));
  return {
    name, sheet: sheet.name, top: area.row + first - 1, left: area.column, headers, columnFormulas: headers.map(() => ""),
    values: rows.map((row) => row.map(({ value }) => value)), numberFormats: rows.map((row) => row.map(({ numberFormat }) => numberFormat)), types: rows.map((row) => row.map(({ type }) => type)),
  };
}
