import { Button, Field, Text, Textarea, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { UnitStanding } from "../../../usecases/round/roundState.js";
import { useTexts } from "../../language.js";
import { usePaneSession } from "../../paneSession.js";
import { Details } from "../Details.js";
import { copyText } from "./copyText.js";
import { StateMark } from "./StateMark.js";
import { standingTexts } from "./texts.js";

const useStyles = makeStyles({
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, paddingTop: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalS },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  text: { width: "100%" },
});

/** How a unit stands, and a reminder to it. */
export function UnitItem({ unit }: { readonly unit: UnitStanding }) {
  const styles = useStyles();
  const texts = useTexts(standingTexts);
  const { say } = usePaneSession();
  /** Whether the clipboard was closed to us: the text is then shown, for the user to copy. */
  const [isShown, setShown] = useState(false);
  const { name, state, deadline, ready, daysLate, reminder } = unit;

  async function copy(): Promise<void> {
    const isCopied = await copyText(reminder);
    setShown(!isCopied);
    if (isCopied) say(texts.copied(name));
  }

  const days = [...(ready === null ? [] : [texts.readyOn(ready)]), ...(deadline === null ? [] : [texts.deadline(deadline)]), ...(daysLate > 0 ? [texts.late(daysLate)] : [])];
  return (
    <div className={styles.item}>
      <div className={styles.line}>
        <Text weight="semibold">{name}</Text>
        <StateMark state={state} />
      </div>
      <Details parts={[texts.answered(unit), ...days]} />
      {reminder !== "" && (
        <div>
          <Button size="small" aria-label={texts.copyTo(name)} onClick={() => void copy()}>
            {texts.copy}
          </Button>
        </div>
      )}
      {isShown && <Reminder unit={unit} />}
    </div>
  );
}

/** The text of a reminder, selected and with the focus: one key copies it. */
function Reminder({ unit: { name, reminder } }: { readonly unit: UnitStanding }) {
  const styles = useStyles();
  const texts = useTexts(standingTexts);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);
  return (
    <Field label={texts.reminderTo(name)} hint={texts.notCopied(name)}>
      <Textarea className={styles.text} textarea={{ ref: area, rows: 6 }} value={reminder} readOnly />
    </Field>
  );
}
