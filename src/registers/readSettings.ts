import type { CellInput } from "./cell.js";
import type { installningar } from "./definitions/installningar.js";
import type { Finding } from "./finding.js";
import { finding } from "./messages.js";
import { howToWrite } from "./messages/howToWrite.js";
import type { Directory } from "./reading/directory.js";
import { addressOf, type RegisterContent } from "./register.js";
import { settingKeys, settingRegistry, settingsFrom, type SettingDefinition, type Settings } from "./settings.js";
import { parsePeriod } from "./values/period.js";
import { folded, isBlank, typedText } from "./values/reading.js";

type SettingsContent = RegisterContent<typeof installningar>;

/**
 * Reads the settings. What is blank or missing has its default; what cannot be read has its default and a finding; a key that is written twice
 * counts where it stands first (the register's reader tells that it stands twice).
 */
export function readSettings(content: SettingsContent | undefined): { settings: Settings; findings: Finding[] } {
  const findings: Finding[] = [];
  const known = settingKeys.map((key) => settingRegistry[key].nyckel);
  const rowOf = new Map<string, SettingsContent["rows"][number]>();
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
    if (value.success) {
      findings.push(...otherwiseWritten(definition, value.data, cell, valuePlace(content, row)));
      return value.data;
    }
    const about = { key: definition.nyckel, typed: typedText(cell), how: definition.how, standard: definition.standard === "" ? "" : definition.print(definition.standard) };
    findings.push(finding("installning.olasbar", about, valuePlace(content, row)));
    return definition.standard;
  });

  const { period } = settings;
  if (period === "" || parsePeriod(period, settings) !== null) return { settings, findings };
  const row = rowOf.get(settingRegistry.period.nyckel);
  const about = { key: settingRegistry.period.nyckel, typed: period, how: howToWrite.period, standard: "" };
  if (content !== undefined && row !== undefined) findings.push(finding("installning.olasbar", about, valuePlace(content, row)));
  return { settings: { ...settings, period: "" }, findings };
}

/**
 * The settings with the committee as its code, when it was written as a name or alias. One that is not in Enheter stays as typed, with a
 * finding; without the register nothing is looked up.
 */
export function resolveUnit(settings: Settings, content: SettingsContent | undefined, units: Directory | undefined): { settings: Settings; findings: readonly Finding[] } {
  if (settings.enhet === "" || units === undefined || content === undefined) return { settings, findings: [] };
  const match = units.find(settings.enhet);
  if (match !== undefined && match !== "shared") return { settings: { ...settings, enhet: match.id }, findings: [] };
  const row = content.rows.find(({ values }) => folded(values.nyckel) === settingRegistry.enhet.nyckel);
  const place = row === undefined ? { register: "Installningar" } : valuePlace(content, row);
  return { settings, findings: [finding(match === "shared" ? "enhet.tvetydig" : "enhet.okand", { typed: settings.enhet }, place)] };
}

/** A setting that we can read but the live formulas cannot: "90 %" as text, a hyphen for a minus in a word of the list. */
function otherwiseWritten<T>({ words, write, print }: SettingDefinition<T>, value: T, cell: CellInput, place: ReturnType<typeof valuePlace>): Finding[] {
  const written = write(value);
  if (written.value === cell.value) return [];
  const fix = place.at === undefined ? undefined : { cells: [{ at: place.at, value: written.value, numberFormat: written.numberFormat }] };
  const typed = typedText(cell);
  if (words !== undefined) return [finding("cell.stavning", { typed, word: print(value) }, { ...place, fix })];
  return typeof written.value === "number" ? [finding("cell.text-for-tal", { header: place.column, typed, printed: print(value), notes: [] }, { ...place, fix })] : [];
}

function valuePlace(content: SettingsContent, row: { readonly row: number }) {
  return { register: content.register.table, at: addressOf(content, row, "varde"), column: content.register.columns.varde.header };
}
