import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { CloseIcon } from "../icons.js";
import { useLocal, useTexts } from "../language.js";
import { sessionTexts } from "./texts.js";
import type { Failure, PaneWork } from "./useWork.js";

/** What could not be done. None of it goes away by itself. */
export function Failures({ failures, onDismiss }: { readonly failures: readonly Failure[]; readonly onDismiss: PaneWork["dismiss"] }) {
  const texts = useTexts(sessionTexts);
  const local = useLocal();
  return failures.map((failure) => (
    <MessageBar key={failure.what} intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{texts.failed}</MessageBarTitle>
        {local(failure.text)}
      </MessageBarBody>
      <MessageBarActions containerAction={<Button appearance="transparent" icon={<CloseIcon />} aria-label={texts.dismiss} onClick={() => onDismiss(failure)} />} />
    </MessageBar>
  ));
}
