import { createContext, useCallback, useContext } from "react";
import type { Language, LocalText } from "../registers/language.js";

/** The texts of one view, in every language: `en` has exactly the keys and parameters of `sv`. */
export interface ViewTexts<Texts> {
  readonly sv: Texts;
  readonly en: Texts;
}

/** Takes Swedish as written, and lets English be nothing but its translation. */
export function viewTexts<Texts extends object>(sv: Texts, en: NoInfer<Texts>): ViewTexts<Texts> {
  return { sv, en };
}

export const LanguageContext = createContext<Language>("sv");

/** The texts of a view in the language that the pane is shown in. */
export function useTexts<Texts>(texts: ViewTexts<Texts>): Texts {
  return texts[useContext(LanguageContext)];
}

/** Gives a function that picks the shown language of a text, e.g. a finding's message. */
export function useLocal(): (text: LocalText) => string {
  const language = useContext(LanguageContext);
  return useCallback((text) => text[language], [language]);
}
