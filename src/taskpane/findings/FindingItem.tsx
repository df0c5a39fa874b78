import { Button, Text, createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState, type Ref } from "react";
import { flushSync } from "react-dom";
import type { Finding } from "../../registers/finding.js";
import { useLocal, useTexts } from "../language.js";
import { AcceptForm } from "./AcceptForm.js";
import { fixWords } from "./fixes.js";
import { SeverityMark } from "./SeverityMark.js";
import { findingsTexts } from "./texts.js";

const useStyles = makeStyles({
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalS, borderRadius: tokens.borderRadiusMedium },
  focused: createFocusOutlineStyle(),
  line: { overflowWrap: "anywhere" },
  place: { marginLeft: tokens.spacingHorizontalXS, marginRight: tokens.spacingHorizontalXS },
  detail: { display: "block", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  button: { minWidth: "auto" },
  wrapping: { minWidth: "auto", textAlign: "start", overflowWrap: "anywhere" },
});

/** What can be done about findings. */
export interface FindingDeeds {
  readonly onGoTo: (finding: Finding) => void;
  readonly onFix: (findings: readonly Finding[]) => void;
  readonly onAccept: (finding: Finding, reason: string) => void;
  /** Leaves out all that the rule tells. */
  readonly onSwitchOff: (ruleId: string) => void;
}

interface FindingItemProps extends FindingDeeds {
  readonly finding: Finding;
  readonly isBusy: boolean;
  /** Whether its rule can be switched off here: where several findings stand together it is done for all of them, at their heading. */
  readonly canSwitchOff: boolean;
  /** The list item: focusable, so that the keyboard has somewhere to go when the finding before it is gone. */
  readonly ref: Ref<HTMLLIElement>;
}

/** One finding: how serious, where, what, and what can be done about it. */
export function FindingItem({ finding, isBusy, canSwitchOff, ref, onGoTo, onFix, onAccept, onSwitchOff }: FindingItemProps) {
  const texts = useTexts(findingsTexts);
  const local = useLocal();
  const styles = useStyles();
  const [isAccepting, setAccepting] = useState(false);
  const acceptButton = useRef<HTMLButtonElement | null>(null);
  const place = texts.place(finding);
  const words = finding.fix === undefined ? undefined : fixWords(finding.fix);

  function closeForm() {
    // The button is drawn anew before it can take the focus.
    flushSync(() => {
      setAccepting(false);
    });
    acceptButton.current?.focus();
  }

  return (
    <li ref={ref} tabIndex={-1} className={mergeClasses(styles.item, styles.focused)}>
      <div className={styles.line}>
        <SeverityMark severity={finding.severity} />
        <Text weight="semibold" className={styles.place}>
          {place}
        </Text>{" "}
        <Text>{local(finding.message)}</Text>
        {words?.kind === "values" && (
          <Text size={200} className={styles.detail}>
            {words.cells.map(({ cell, value }) => texts.fixedTo(cell, value)).join(", ")}
          </Text>
        )}
      </div>
      {isAccepting ? (
        <AcceptForm place={place} isBusy={isBusy} onAccept={(reason) => onAccept(finding, reason)} onCancel={closeForm} />
      ) : (
        <div className={styles.buttons}>
          {finding.at !== undefined && (
            <Button size="small" className={styles.button} disabledFocusable={isBusy} aria-label={texts.goToPlace(place)} onClick={() => onGoTo(finding)}>
              {texts.goTo}
            </Button>
          )}
          {words !== undefined && (
            <Button size="small" className={styles.wrapping} disabledFocusable={isBusy} aria-label={texts.atPlace(texts.fix(words), place)} onClick={() => onFix([finding])}>
              {texts.fix(words)}
            </Button>
          )}
          {finding.subject !== undefined && (
            <Button
              ref={(element: HTMLButtonElement | null) => {
                acceptButton.current = element;
              }}
              size="small"
              appearance="subtle"
              className={styles.button}
              disabledFocusable={isBusy}
              aria-label={texts.acceptLabel(place)}
              onClick={() => setAccepting(true)}
            >
              {texts.accept}
            </Button>
          )}
          {canSwitchOff && (
            <Button size="small" appearance="subtle" className={styles.button} disabledFocusable={isBusy} aria-label={texts.switchOffAt(place)} onClick={() => onSwitchOff(finding.ruleId)}>
              {texts.switchOff}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
