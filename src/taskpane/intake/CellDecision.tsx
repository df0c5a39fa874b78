import { Field, Radio, RadioGroup, Text, makeStyles } from "@fluentui/react-components";
import type { CellUpdate } from "../../updating/updatePlan.js";
import { useTexts } from "../language.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  choices: { flexWrap: "wrap" },
  label: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)" },
});

/** A register's cell that says something else than the sheet: what stands there, what the sheet says, and which of them it is to be. */
export function CellDecision({ cell, isKept, onKeep }: { readonly cell: CellUpdate; readonly isKept: boolean; readonly onKeep: (isKept: boolean) => void }) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  return (
    <Field
      label={{
        className: styles.label,
        children: (
          <>
            <Text weight="semibold">{texts.cell(cell)}</Text> <Text>{texts.stands(cell.standing)}</Text> <Text>{texts.brought(cell.brought)}</Text>
          </>
        ),
      }}
    >
      <RadioGroup className={styles.choices} layout="horizontal" value={isKept ? "keep" : "replace"} onChange={(_event, { value }) => onKeep(value === "keep")}>
        <Radio value="keep" label={texts.keep} />
        <Radio value="replace" label={texts.replace} />
      </RadioGroup>
    </Field>
  );
}
