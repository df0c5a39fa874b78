import type { Column, ColumnKind } from "./column.js";
import type { Register } from "./register.js";
import { settingKeys, settingRegistry, type SettingDefinition, type Settings } from "./settings.js";

/** What is to be written in a column, in Swedish, by kind. */
const KIND_WORDS: Readonly<Record<ColumnKind, string>> = {
  id: "id",
  text: "text",
  longText: "lång text",
  choice: "ur lista",
  unit: "enhet",
  list: "flera, med semikolon mellan",
  integer: "heltal",
  number: "tal",
  quantity: "tal, procent eller Ja/Nej",
  date: "datum",
  period: "period",
  calculated: "räknas ut",
};

/** A Markdown section for the user guide: what a row of the register is, and a table of its columns. Required columns have an asterisk. */
export function registerSection(register: Register): string {
  const rows = Object.values(register.columns).map((column) =>
    [`${column.header}${column.required ? " *" : ""}`, content(column), column.help, column.aliases.join(", ")].map(cellText),
  );
  const settings = register.key === "installningar" ? ["", ...settingsTable()] : [];
  return [
    `### ${register.sheet}`,
    "",
    `En rad är ${register.rowIs}. Tabellen heter ${register.table}.`,
    "",
    ...table(["Kolumn", "Innehåll", "Att tänka på", "Andra rubriker som går bra"], rows),
    ...settings,
    "",
  ].join("\n");
}

function content(column: Column): string {
  if (column.values === undefined) return KIND_WORDS[column.kind];
  const words = column.values.map(String).join(", ");
  // The words of a list are all there is to choose from; those of a text column are proposals.
  return column.kind === "choice" ? `${KIND_WORDS.choice}: ${words}` : `${KIND_WORDS[column.kind]}, till exempel ${words}`;
}

function settingsTable(): string[] {
  return table(["Nyckel", "Standardvärde", "Val", "Förklaring"], settingKeys.map(settingRow));
}

function settingRow<K extends keyof Settings>(key: K): string[] {
  const definition: SettingDefinition<Settings[K]> = settingRegistry[key];
  const standard = definition.print(definition.standard);
  return [definition.nyckel, standard, definition.words?.join(", ") ?? "", definition.forklaring].map(cellText);
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [headers, headers.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
}

/** A bar would end the cell. */
function cellText(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/gu, " ").trim();
}
