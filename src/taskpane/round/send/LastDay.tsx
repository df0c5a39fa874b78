import { Field, Input, makeStyles } from "@fluentui/react-components";
import type { RefObject } from "react";
import { parseDate } from "../../../registers/values/date.js";
import { useTexts } from "../../language.js";
import { sendTexts } from "./texts.js";

const useStyles = makeStyles({
  // A field for a day is otherwise never narrower than a browser's own.
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  day: { width: "max-content", maxWidth: "100%", "& input": { minWidth: 0 } },
});

/** What the field says. */
export interface LastDaySaid {
  readonly text: string;
  /** Serial number; `undefined` while no day is chosen. */
  readonly day: number | undefined;
  /** Whether something stands there that is no day: half of one, or one that the calendar lacks. */
  readonly isUnread: boolean;
}

export const NO_DAY: LastDaySaid = { text: "", day: undefined, isUnread: false };

/** A browser gives no text of a date that it cannot read, only that there is one. */
function saidIn({ value, validity }: HTMLInputElement): LastDaySaid {
  const read = parseDate({ value, type: "String", numberFormat: "@" });
  const day = read?.kind === "read" ? read.value : undefined;
  return { text: value, day, isUnread: validity.badInput || (value !== "" && day === undefined) };
}

interface LastDayProps {
  readonly said: LastDaySaid;
  readonly onSaid: (said: LastDaySaid) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Svara senast: the last day to answer, for units that Klarmarkering says none of. Half a day is told when the field is left, so that nobody believes that it was taken. */
export function LastDay({ said: { text, isUnread }, onSaid, field }: LastDayProps) {
  const styles = useStyles();
  const texts = useTexts(sendTexts);
  return (
    <Field className={styles.field} label={texts.lastDay} hint={texts.lastDayHint} validationMessage={isUnread ? texts.dayUnread : null}>
      <Input
        className={styles.day}
        input={{ ref: field }}
        type="date"
        value={text}
        onChange={({ currentTarget }) => onSaid({ ...saidIn(currentTarget), isUnread: false })}
        onBlur={({ currentTarget }) => onSaid(saidIn(currentTarget))}
      />
    </Field>
  );
}
