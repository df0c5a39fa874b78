import { FluentProvider, MessageBar, MessageBarBody, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useDarkMode } from "./useDarkMode.js";

/** In place of the pane where it cannot work: outside Excel, or in an Excel that is too old. */
export function Unavailable({ message }: { readonly message: string }) {
  return (
    <FluentProvider theme={useDarkMode() ? webDarkTheme : webLightTheme}>
      <main>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{message}</MessageBarBody>
        </MessageBar>
      </main>
    </FluentProvider>
  );
}
