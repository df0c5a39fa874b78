import { Button, Field, Input, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useState } from "react";
import type { Overview } from "../../usecases/overview.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { headerTexts } from "./texts.js";

const useStyles = makeStyles({
  form: { display: "grid", rowGap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalS, gridTemplateColumns: "minmax(0, 1fr)" },
  // Fields are otherwise never narrower than a browser's own, or than their longest choice.
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
  narrow: { minWidth: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Chooses committee and period for the workbook, which remembers them in Installningar. Enter saves. */
export function ChoiceForm({ overview, onClose }: { readonly overview: Overview; readonly onClose: () => void }) {
  const styles = useStyles();
  const texts = useTexts(headerTexts);
  const { actions, run, check, say, isBusy } = usePaneSession();
  const { choice, units, periods } = overview;
  const [unit, setUnit] = useState(choice.unit?.code ?? "");
  const [period, setPeriod] = useState(choice.period ?? "");
  const periodList = useId();
  const [first, setFirst] = useState<HTMLSelectElement | null>(null);
  useEffect(() => first?.focus(), [first]);

  async function save(): Promise<void> {
    const changes = {
      ...(unit === (choice.unit?.code ?? "") ? {} : { unit }),
      ...(period.trim() === (choice.period ?? "") ? {} : { period: period.trim() }),
    };
    if (Object.keys(changes).length > 0) {
      const isSaved = await run(texts.saving, async () => {
        await actions.choose(changes);
        return true;
      });
      // What was typed stays in the form, beside the message that says what is wrong with it.
      if (isSaved !== true) return;
      await check();
      say(texts.saved);
    }
    onClose();
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field className={styles.field} label={texts.unit}>
        <Select ref={setFirst} className={styles.narrow} value={unit} onChange={(_event, { value }) => setUnit(value)}>
          <option value="">{texts.everyUnit}</option>
          {units.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field className={styles.field} label={texts.period} hint={texts.periodHint}>
        <Input className={styles.narrow} input={{ className: styles.narrow, list: periodList }} value={period} autoComplete="off" onChange={(_event, { value }) => setPeriod(value)} />
      </Field>
      <datalist id={periodList}>
        {periods.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {texts.save}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </div>
    </form>
  );
}
