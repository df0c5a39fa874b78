import { FluentProvider, MessageBar, MessageBarBody, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import type { Language } from "../../registers/language.js";
import { useDarkMode } from "../useDarkMode.js";
import { unavailableTexts } from "./texts.js";

/** In place of the pane where it cannot work. Excel has then told no language, so it is the browser's. */
export function Unavailable({ why, language }: { readonly why: keyof typeof unavailableTexts.sv; readonly language: Language }) {
  return (
    <FluentProvider theme={useDarkMode() ? webDarkTheme : webLightTheme}>
      <main lang={language}>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{unavailableTexts[language][why]}</MessageBarBody>
        </MessageBar>
      </main>
    </FluentProvider>
  );
}
