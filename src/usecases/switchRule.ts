import { readRegisters } from "../registers/readRegisters.js";
import { registers } from "../registers/registers.js";
import { folded } from "../registers/values/reading.js";
import { listText } from "../registers/values/list.js";
import type { WorkbookPort } from "./port.js";
import { settingsToWrite } from "./settingsToWrite.js";
import { writeSettings } from "./writeSettings.js";

/**
 * Leaves out what a rule tells, or tells it again: the rule's name comes into, or leaves, the setting regler-av. Only an upplysning is left out by it. Three requests,
 * one of them to see whether the setting stands where it stood.
 * @throws WorkbookError `register-missing`, `sheet-protected`: nothing has then been written
 */
export async function switchRule(port: WorkbookPort, ruleId: string, to: "on" | "off"): Promise<void> {
  const image = await port.read({ tables: [registers.installningar.table], sheets: [] });
  const { contents, settings } = readRegisters(image.tables);
  const others = settings.reglerAv.filter((slug) => folded(slug) !== folded(ruleId));
  await writeSettings(port, settingsToWrite(image, contents, [{ key: "reglerAv", text: listText(to === "off" ? [...others, ruleId] : others) }]));
}
