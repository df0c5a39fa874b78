import type { installningar } from "./definitions/installningar.js";
import type { Finding } from "./finding.js";
import { finding } from "./messages.js";
import { addressOf, type RegisterContent } from "./register.js";
import { settingKeys, settingRegistry, settingsFrom, type SettingDefinition, type Settings } from "./settings.js";
import { folded, isBlank, typedText } from "./values/reading.js";

/**
 * Reads the settings. What is blank or missing has its default; what cannot be read has its default and a finding; a key that is written twice
 * counts where it stands first (the register's reader tells that it stands twice).
 */
export function readSettings(content: RegisterContent<typeof installningar> | undefined): { settings: Settings; findings: Finding[] } {
  const findings: Finding[] = [];
  const known = settingKeys.map((key) => settingRegistry[key].nyckel);
  const rowOf = new Map<string, RegisterContent<typeof installningar>["rows"][number]>();
  for (const row of content?.rows ?? []) {
    const key = folded(row.values.nyckel);
    const place = { register: "Installningar", at: content === undefined ? undefined : addressOf(content, row, "nyckel"), column: "Nyckel" };
    if (!known.includes(key)) findings.push(finding("installning.okand", { key: row.values.nyckel, known }, place));
    else if (!rowOf.has(key)) rowOf.set(key, row);
  }

  const settings = settingsFrom((key) => {
    const definition: SettingDefinition<Settings[typeof key]> = settingRegistry[key];
    const row = rowOf.get(definition.nyckel);
    const cell = row?.cells.varde;
    // An Excel error in the cell has been told of by the register's reader.
    if (content === undefined || row === undefined || cell === undefined || cell.type === "Error" || isBlank(cell)) return definition.standard;
    const value = definition.type.safeParse(definition.read(cell));
    if (value.success) return value.data;
    const about = { key: definition.nyckel, typed: typedText(cell), how: definition.how, standard: definition.print(definition.standard) };
    findings.push(finding("installning.olasbar", about, { register: "Installningar", at: addressOf(content, row, "varde"), column: "Värde" }));
    return definition.standard;
  });
  return { settings, findings };
}
