import { Button, Field, MessageBar, MessageBarBody, Radio, RadioGroup, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { EditedCell } from "../../usecases/buildReport.js";
import { useTexts } from "../language.js";
import { decisionOf, type Decision, type Decisions } from "./decisions.js";
import { reportsTexts } from "./texts.js";

/** More than anyone reads at once. */
const PAGE = 100;

const useStyles = makeStyles({
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  choices: { flexWrap: "wrap" },
  label: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
});

interface EditDecisionsProps {
  readonly edits: readonly EditedCell[];
  readonly decisions: Decisions;
  /** True when a build found that cells had been changed once more. */
  readonly isAgain: boolean;
  readonly onDecide: (cells: readonly EditedCell[], decision: Decision) => void;
}

/** Cells changed by hand since the report was built: what was written, what stands there, and whether it is kept. */
export function EditDecisions({ edits, decisions, isAgain, onDecide }: EditDecisionsProps) {
  const texts = useTexts(reportsTexts);
  const styles = useStyles();
  const headingId = useId();
  const [count, setCount] = useState(PAGE);
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {`${texts.editsTitle} (${edits.length})`}
      </h3>
      {isAgain ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.editedAgain}</MessageBarBody>
        </MessageBar>
      ) : (
        <Text>{texts.editsQuestion}</Text>
      )}
      {edits.length > 1 && (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => onDecide(edits, "keep")}>
            {texts.keepAll}
          </Button>
          <Button size="small" onClick={() => onDecide(edits, "replace")}>
            {texts.replaceAll}
          </Button>
        </div>
      )}
      <ul className={styles.list}>
        {edits.slice(0, count).map((edit) => (
          <li key={edit.address}>
            <Field label={{ className: styles.label, children: <EditWords edit={edit} /> }}>
              <RadioGroup
                className={styles.choices}
                layout="horizontal"
                value={decisionOf(edit, decisions)}
                onChange={(_event, { value }) => onDecide([edit], value === "replace" ? "replace" : "keep")}
              >
                <Radio value="keep" label={texts.keep} />
                <Radio value="replace" label={texts.replace} />
              </RadioGroup>
            </Field>
          </li>
        ))}
      </ul>
      {edits.length > count && <Button onClick={() => setCount(count + PAGE)}>{texts.showMore(Math.min(PAGE, edits.length - count), edits.length - count)}</Button>}
    </section>
  );
}

/** Which cell it is, in the report's own words, and what has become of it. */
function EditWords({ edit }: { readonly edit: EditedCell }) {
  const texts = useTexts(reportsTexts);
  return (
    <>
      <Text weight="semibold">{texts.editPlace(edit)}</Text> <Text>{texts.edit(edit)}</Text>
    </>
  );
}
