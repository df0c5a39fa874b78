import type { LocalText } from "../language.js";
import { message } from "../message.js";
import { listed, quoted } from "./wording.js";

/** What is told of the settings sheet. */
export const settingMessages = {
  "installning.okand": message<{ key: string; known: readonly string[] }>("upplysning", {
    sv: ({ key, known }) => `${quoted(key)} är ingen inställning och läses inte. Inställningarna är ${listed(known, "och")}.`,
    en: ({ key, known }) => `${quoted(key)} is not a setting and is not read. The settings are ${listed(known, "and")}.`,
  }),
  /** `standard` is empty where the setting is, unless somebody chooses. */
  "installning.olasbar": message<{ key: string; typed: string; how: LocalText; standard: string }>("fel", {
    sv: ({ key, typed, how, standard }) =>
      `${quoted(typed)} går inte att läsa som inställningen ${key}, så standardvärdet används (${standard === "" ? "inget valt" : standard}). ${how.sv}`,
    en: ({ key, typed, how, standard }) =>
      `${quoted(typed)} cannot be read as the setting ${key}, so the default is used (${standard === "" ? "nothing chosen" : standard}). ${how.en}`,
  }),
};
