import { Field, Input, Select, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Overview } from "../../usecases/overview.js";
import { useTexts } from "../language.js";
import { reportsTexts } from "./texts.js";

/** Unit (a code; "" is all of them) and period as chosen for one report; undefined is the workbook's own. */
export interface UnitAndPeriodChoice {
  readonly unit: string | undefined;
  readonly period: string | undefined;
}

/** No period is called this. */
const OTHER = "\u2026";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  // An Input is otherwise never narrower than a browser's own field.
  narrow: { minWidth: 0 },
  // A Select is otherwise as wide as its longest committee.
  field: { gridTemplateColumns: "minmax(0, 1fr)" },
});

interface UnitAndPeriodProps {
  readonly overview: Overview;
  readonly choice: UnitAndPeriodChoice;
  /** `isFinal` is false while a period is being typed. */
  readonly onChange: (choice: UnitAndPeriodChoice, isFinal: boolean) => void;
}

/** Which committee and period the report is for: the workbook's own unless something else is chosen, for this report alone. */
export function UnitAndPeriod({ overview, choice, onChange }: UnitAndPeriodProps) {
  const texts = useTexts(reportsTexts);
  const styles = useStyles();
  const unit = choice.unit ?? overview.choice.unit?.code ?? "";
  const period = choice.period ?? overview.choice.period ?? "";
  const [isOther, setOther] = useState(overview.periods.length === 0 || (period !== "" && !overview.periods.includes(period)));
  return (
    <div className={styles.fields}>
      <Field className={styles.field} label={texts.unit}>
        <Select value={unit} onChange={(_event, { value }) => onChange({ ...choice, unit: value }, true)}>
          <option value="">{texts.allUnits}</option>
          {overview.units.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {overview.periods.length > 0 && (
        <Field className={styles.field} label={texts.period}>
          <Select
            value={isOther ? OTHER : period}
            onChange={(_event, { value }) => {
              setOther(value === OTHER);
              onChange({ ...choice, period: value === OTHER ? "" : value }, value !== OTHER);
            }}
          >
            {period === "" && !isOther && <option value="">{texts.choosePeriod}</option>}
            {overview.periods.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
            <option value={OTHER}>{texts.otherPeriod}</option>
          </Select>
        </Field>
      )}
      {isOther && (
        <Field label={texts.otherPeriodLabel} hint={texts.otherPeriodHint}>
          <Input className={styles.narrow} input={{ className: styles.narrow }} value={period} onChange={(_event, { value }) => onChange({ ...choice, period: value }, false)} />
        </Field>
      )}
    </div>
  );
}
