import { registers, type RegisterContents } from "../registers/registers.js";
import { settingRegistry } from "../registers/settings.js";
import { folded } from "../registers/values/reading.js";
import { TEXT_FORMAT } from "../registers/writing/cellFormats.js";
import { cellsOfRow } from "../registers/writing/cellsOfRow.js";
import type { CellChange, ExpectedCell, NewRows, WorkbookImage } from "./port.js";
import { refuseProtected } from "./protectedSheets.js";
import { rowAsRead } from "./rowAsRead.js";
import { WorkbookError } from "./workbookError.js";

/** A setting of text as it is to be written; "" is none chosen. */
export interface ChosenSetting {
  readonly key: "enhet" | "period" | "reglerAv" | "arbetsboksId";
  readonly text: string;
}

/** Cells to change, and rows for keys that somebody has taken away. */
export interface SettingsToWrite {
  readonly rows: NewRows;
  readonly changes: readonly CellChange[];
  /** The cells to change and their keys, as they were read. */
  readonly expected: readonly ExpectedCell[];
}

/**
 * Where settings are written in Installningar[Värde], found by key and header wherever they stand.
 * @throws WorkbookError `register-missing`, `sheet-protected`
 */
export function settingsToWrite(image: WorkbookImage, contents: RegisterContents, chosen: readonly ChosenSetting[]): SettingsToWrite {
  const register = contents.installningar;
  const table = image.tables.get(registers.installningar.table);
  const column = register?.columnAt.varde;
  if (register === undefined || table === undefined || column === undefined) {
    throw new WorkbookError("register-missing", {
      sv: "Arbetsboken saknar registret Installningar eller dess kolumn Värde, där valet sparas. Inget har skrivits. Skapa register som saknas och försök igen.",
      en: "The workbook lacks the register Installningar or its column Värde, where the choice is kept. Nothing has been written. Create the missing registers and try again.",
    });
  }
  refuseProtected(image, [register.sheet]);
  // A key that stands twice counts where it stands first, as when it is read.
  const rowOf = (key: ChosenSetting["key"]) => register.rows.find(({ values }) => folded(values.nyckel) === settingRegistry[key].nyckel);
  const changes = chosen.flatMap(({ key, text }): CellChange[] => {
    const row = rowOf(key);
    return row === undefined ? [] : [{ at: { sheet: register.sheet, row: row.row, column }, value: text, numberFormat: TEXT_FORMAT }];
  });
  const rows = chosen.flatMap(({ key, text }) => {
    if (rowOf(key) !== undefined) return [];
    const { nyckel, forklaring } = settingRegistry[key];
    return [cellsOfRow(registers.installningar, { nyckel, varde: text === "" ? null : text, forklaring }, table.headers)];
  });
  const expected = changes.flatMap(({ at }) => rowAsRead(registers.installningar, image, at));
  return { rows: { table: table.name, rows, headers: table.headers }, changes, expected };
}
