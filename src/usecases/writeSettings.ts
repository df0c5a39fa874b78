import type { WorkbookPort } from "./port.js";
import type { SettingsToWrite } from "./settingsToWrite.js";

/** Writes settings where they stand: two requests, the first to see that they stand there still. */
export async function writeSettings(port: WorkbookPort, { rows, changes, expected }: SettingsToWrite): Promise<void> {
  if (rows.rows.length > 0) {
    await port.appendRows([rows], changes, expected);
  } else if (changes.length > 0) {
    await port.writeCells(changes, expected);
  }
}
