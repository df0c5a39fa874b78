import { Field, Input, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";

const useStyles = makeStyles({
  // Fields are otherwise never narrower than a browser's own.
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  narrow: { minWidth: 0 },
});

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly placeholder?: string;
  /** What is often written here. */
  readonly known?: readonly string[];
  /** When it has been written: at Enter, and when the field is left. Not for every letter, since each costs a new preview. */
  readonly onWritten: (value: string) => void;
}

/** A field for a short text that something is found out from when it is ready. */
export function TextField({ label, hint, value, placeholder, known = [], onWritten }: TextFieldProps) {
  const styles = useStyles();
  const list = useId();
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  // What it was changed to from elsewhere takes the place of what was typed.
  if (value !== shown) {
    setShown(value);
    setTyped(value);
  }
  const done = () => {
    if (typed.trim() !== value) onWritten(typed.trim());
  };
  return (
    <>
      <Field className={styles.field} label={label} {...(hint === undefined ? {} : { hint })}>
        <Input
          className={styles.narrow}
          input={{ className: styles.narrow, ...(known.length === 0 ? {} : { list }) }}
          value={typed}
          autoComplete="off"
          {...(placeholder === undefined ? {} : { placeholder })}
          onChange={(_event, { value: changed }) => setTyped(changed)}
          onBlur={done}
          onKeyDown={({ key }) => {
            if (key === "Enter") done();
          }}
        />
      </Field>
      {known.length > 0 && (
        <datalist id={list}>
          {known.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  );
}
