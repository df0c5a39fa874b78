import { readRegisters } from "../registers/readRegisters.js";
import { registers, type RegisterContents } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import { periodLabel } from "../registers/values/period.js";
import type { WorkbookPort } from "./port.js";
import { period, unitCode } from "./reportChoice.js";
import { settingsToWrite, type ChosenSetting } from "./settingsToWrite.js";
import { writeSettings } from "./writeSettings.js";

/** What the workbook is to be about; what is left out stays as it is. */
export interface WantedChoice {
  /** Code, name or alias; "" is the whole workbook. */
  readonly unit?: string;
  /** As people write it. */
  readonly period?: string;
}

/**
 * Writes the workbook's committee and period into Installningar[Värde], found by key and header wherever they stand: the code, and the period as it is printed. Three
 * requests: one that reads, one that sees whether the settings stand where they stood, one that writes.
 * @throws WorkbookError `unit-unknown`, `period-missing`, `period-unreadable`, `register-missing`, `sheet-protected`: nothing has then been written.
 */
export async function chooseUnitAndPeriod(port: WorkbookPort, wanted: WantedChoice): Promise<void> {
  const image = await port.read({ tables: [registers.installningar.table, registers.enheter.table], sheets: [] });
  const { contents, settings } = readRegisters(image.tables);
  await writeSettings(port, settingsToWrite(image, contents, chosenTexts(wanted, contents, settings)));
}

function chosenTexts(wanted: WantedChoice, contents: RegisterContents, settings: Settings): ChosenSetting[] {
  const unit = wanted.unit === undefined ? [] : [{ key: "enhet" as const, text: unitCode(wanted.unit, contents) ?? "" }];
  const about = wanted.period === undefined ? [] : [{ key: "period" as const, text: periodLabel(period(wanted.period, settings)) }];
  return [...unit, ...about];
}
