import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useTexts } from "../language.js";
import { shellTexts } from "./texts.js";

/** In place of a view that could not be shown. */
export function ViewMishap({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  const texts = useTexts(shellTexts);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRetry}>{texts.tryAgain}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
