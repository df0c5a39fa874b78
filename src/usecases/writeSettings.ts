import type { WorkbookPort } from "./port.js";
import type { SettingsToWrite } from "./settingsToWrite.js";

/** Writes settings where they stand: one request, or two where a row has to be added. */
export async function writeSettings(port: WorkbookPort, { rows, changes }: SettingsToWrite): Promise<void> {
  if (rows.rows.length > 0) {
    await port.appendRows([rows], changes);
  } else if (changes.length > 0) {
    await port.writeCells(changes);
  }
}
