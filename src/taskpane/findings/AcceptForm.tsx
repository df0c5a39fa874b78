import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState, type SubmitEvent } from "react";
import { useTexts } from "../language.js";
import { findingsTexts } from "./texts.js";

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalS },
  // An Input is otherwise never narrower than a browser's own field.
  narrow: { minWidth: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface AcceptFormProps {
  /** Where the finding is, for the form's name. */
  readonly place: string;
  readonly isBusy: boolean;
  readonly onAccept: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks why a finding is accepted. Enter accepts, Esc closes. */
export function AcceptForm({ place, isBusy, onAccept, onCancel }: AcceptFormProps) {
  const texts = useTexts(findingsTexts);
  const styles = useStyles();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement | null>(null);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (reason.trim() === "") {
      setMissing(true);
      input.current?.focus();
      return;
    }
    onAccept(reason.trim());
  }

  return (
    <form
      className={styles.form}
      aria-label={texts.acceptLabel(place)}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <Field label={texts.reason} required hint={texts.acceptHint} validationMessage={isMissing && reason.trim() === "" ? texts.reasonMissing : null}>
        <Input
          ref={(element: HTMLInputElement | null) => {
            input.current = element;
          }}
          className={styles.narrow}
          input={{ className: styles.narrow }}
          autoFocus
          value={reason}
          onChange={(_event, { value }) => setReason(value)}
        />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" size="small" disabledFocusable={isBusy}>
          {texts.accept}
        </Button>
        <Button size="small" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
