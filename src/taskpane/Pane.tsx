import { AriaLiveAnnouncer, FluentProvider, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Language } from "../registers/language.js";
import { LanguageContext } from "./language.js";
import type { PaneActions } from "./paneActions.js";
import type { PaneRequests } from "../commands/paneRequests.js";
import { untilEditEnds } from "./session/untilEditEnds.js";
import { Workspace } from "./shell/Workspace.js";
import { useDarkMode } from "./useDarkMode.js";

export interface PaneProps {
  readonly actions: PaneActions;
  /** What the ribbon asks for. */
  readonly requests: PaneRequests;
  /** Excel's own language, for a workbook in which none is chosen. */
  readonly language: Language;
  /** Office's theme, where it tells. */
  readonly officeTheme?: () => "light" | "dark" | undefined;
  /** Host, platform and version in one line, for a support matter. */
  readonly diagnosis: () => Promise<string>;
}

/** The task pane, in the theme of Office and the language of the workbook. */
export function Pane({ actions, requests, language: excelLanguage, officeTheme, diagnosis }: PaneProps) {
  const isDark = useDarkMode(officeTheme);
  const [chosen, setChosen] = useState<Language>();
  const language = chosen ?? excelLanguage;

  useEffect(() => {
    // A workbook that does not answer is told of by the check that follows; the pane has Excel's language until then.
    const leaving = new AbortController();
    untilEditEnds(() => actions.chosenLanguage(), leaving.signal).then((kept) => setChosen((now) => now ?? kept ?? undefined), () => undefined);
    return () => leaving.abort();
  }, [actions]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    // What the browser draws itself, such as the calendar of a date field and scroll bars.
    document.documentElement.style.colorScheme = isDark ? "dark" : "light";
  }, [isDark]);

  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      <LanguageContext value={language}>
        <AriaLiveAnnouncer>
          <Workspace actions={actions} requests={requests} language={language} onLanguage={setChosen} diagnosis={diagnosis} />
        </AriaLiveAnnouncer>
      </LanguageContext>
    </FluentProvider>
  );
}
