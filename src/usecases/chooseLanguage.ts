import type { Language } from "../registers/language.js";
import type { WorkbookPort } from "./port.js";

/** The name of the choice in the workbook's settings. */
const LANGUAGE = "maltavla.language";

/** The language chosen in this workbook; `null` when none is. One request. */
export async function chosenLanguage(port: WorkbookPort): Promise<Language | null> {
  const chosen = await port.readChoice(LANGUAGE);
  return chosen === "sv" || chosen === "en" ? chosen : null;
}

/** One request. */
export async function chooseLanguage(port: WorkbookPort, language: Language): Promise<void> {
  await port.writeChoice(LANGUAGE, language);
}
