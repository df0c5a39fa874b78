import { readRegisters } from "../registers/readRegisters.js";
import { registers, type RegisterContents } from "../registers/registers.js";
import { settingRegistry, type Settings } from "../registers/settings.js";
import { folded } from "../registers/values/reading.js";
import { periodLabel } from "../registers/values/period.js";
import { cellsOfRow } from "../registers/writing/cellsOfRow.js";
import type { CellChange, WorkbookPort } from "./port.js";
import { refuseProtected } from "./protectedSheets.js";
import { period, unitCode } from "./reportChoice.js";
import { WorkbookError } from "./workbookError.js";

/** What the workbook is to be about; what is left out stays as it is. */
export interface WantedChoice {
  /** Code, name or alias; "" is the whole workbook. */
  readonly unit?: string;
  /** As people write it. */
  readonly period?: string;
}

type ChosenKey = "enhet" | "period";

/**
 * Writes the workbook's committee and period into Installningar[Värde], found by key and header wherever they stand: the code, and the period as it is printed. Two
 * requests, and one more where somebody has taken a key away, which is added.
 * @throws WorkbookError `unit-unknown`, `period-missing`, `period-unreadable`, `register-missing`, `sheet-protected`: nothing has then been written.
 */
export async function chooseUnitAndPeriod(port: WorkbookPort, wanted: WantedChoice): Promise<void> {
  const image = await port.read({ tables: [registers.installningar.table, registers.enheter.table], sheets: [] });
  const { contents, settings } = readRegisters(image.tables);
  const chosen = chosenTexts(wanted, contents, settings);
  const register = contents.installningar;
  const table = image.tables.get(registers.installningar.table);
  if (register === undefined || table === undefined || register.columnAt.varde === undefined) {
    throw new WorkbookError("register-missing", {
      sv: "Arbetsboken saknar registret Installningar eller dess kolumn Värde, där valet sparas. Inget har skrivits. Skapa register som saknas och försök igen.",
      en: "The workbook lacks the register Installningar or its column Värde, where the choice is kept. Nothing has been written. Create the missing registers and try again.",
    });
  }
  refuseProtected(image, [register.sheet]);
  const changes: CellChange[] = [];
  const missing: { readonly key: ChosenKey; readonly text: string }[] = [];
  for (const { key, text } of chosen) {
    const cell = cellOfSetting(register, key);
    if (cell === undefined) missing.push({ key, text });
    else changes.push({ at: cell, value: text, numberFormat: settingRegistry[key].write(text).numberFormat });
  }
  const rows = missing.map(({ key, text }) => {
    const { nyckel, forklaring } = settingRegistry[key];
    return cellsOfRow(registers.installningar, { nyckel, varde: text === "" ? null : text, forklaring }, table.headers);
  });
  if (rows.length > 0) {
    await port.appendRows([{ table: table.name, rows }], changes);
  } else if (changes.length > 0) {
    await port.writeCells(changes);
  }
}

function chosenTexts(wanted: WantedChoice, contents: RegisterContents, settings: Settings): { readonly key: ChosenKey; readonly text: string }[] {
  const unit = wanted.unit === undefined ? [] : [{ key: "enhet" as const, text: unitCode(wanted.unit, contents) ?? "" }];
  const about = wanted.period === undefined ? [] : [{ key: "period" as const, text: periodLabel(period(wanted.period, settings)) }];
  return [...unit, ...about];
}

/** A key that stands twice counts where it stands first, as when it is read. */
function cellOfSetting(register: NonNullable<RegisterContents["installningar"]>, key: ChosenKey): CellChange["at"] | undefined {
  const row = register.rows.find(({ values }) => folded(values.nyckel) === settingRegistry[key].nyckel);
  const column = register.columnAt.varde;
  return row === undefined || column === undefined ? undefined : { sheet: register.sheet, row: row.row, column };
}
