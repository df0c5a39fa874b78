import { Button, MessageBar, MessageBarBody, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { BuildOutcome, EditedCell } from "../../usecases/buildReport.js";
import { useTexts } from "../language.js";
import { reportsTexts } from "./texts.js";

/** What came of a build, and how long it took in milliseconds. */
export interface Built extends Pick<Extract<BuildOutcome, { kind: "built" }>, "findings" | "written" | "keptEdits" | "lostEdits"> {
  readonly title: string;
  readonly took: number;
}

const useStyles = makeStyles({
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  part: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface BuiltReportProps {
  readonly built: Built;
  readonly isBusy: boolean;
  readonly onGoToReport: () => void;
  readonly onShowFindings: () => void;
  readonly onBack: () => void;
}

/** After a build: where the report is, how to undo it, and what became of the cells changed by hand. */
export function BuiltReport({ built, isBusy, onGoToReport, onShowFindings, onBack }: BuiltReportProps) {
  const texts = useTexts(reportsTexts);
  const styles = useStyles();
  const goButton = useRef<HTMLButtonElement | null>(null);
  const { title, took, written, keptEdits, lostEdits, findings } = built;

  // The form that had the focus is gone, and this is the likely next step.
  useEffect(() => {
    goButton.current?.focus();
  }, []);

  const counts = { fel: 0, varning: 0, upplysning: 0 };
  for (const { severity } of findings) counts[severity] += 1;

  return (
    <section
      className={styles.section}
      onKeyDown={(event) => {
        if (event.key === "Escape") onBack();
      }}
    >
      <h2 className={styles.heading}>{texts.built(title)}</h2>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{[texts.where(written.sheet, written.address), texts.took(took), written.isOneUndoStep ? texts.undo : texts.noUndo].filter((text) => text !== "").join(" ")}</MessageBarBody>
      </MessageBar>
      <div className={styles.buttons}>
        <Button
          ref={(element: HTMLButtonElement | null) => {
            goButton.current = element;
          }}
          appearance="primary"
          disabledFocusable={isBusy}
          onClick={onGoToReport}
        >
          {texts.goToReport}
        </Button>
        <Button onClick={onBack}>{texts.toReports}</Button>
      </div>
      {lostEdits.length > 0 && (
        <>
          <h3 className={styles.part}>{texts.lost}</h3>
          <Text>{texts.lostMeaning}</Text>
          <Edits edits={lostEdits} />
        </>
      )}
      {keptEdits.length > 0 && (
        <>
          <h3 className={styles.part}>{texts.kept}</h3>
          <Edits edits={keptEdits} />
        </>
      )}
      <Text>{findings.length === 0 ? texts.noFindings : texts.findings(counts)}</Text>
      {findings.length > 0 && (
        <div className={styles.buttons}>
          <Button onClick={onShowFindings}>{texts.showFindings}</Button>
        </div>
      )}
    </section>
  );
}

function Edits({ edits }: { readonly edits: readonly EditedCell[] }) {
  const texts = useTexts(reportsTexts);
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {edits.map((edit) => (
        <li key={edit.address}>{texts.editAt(edit)}</li>
      ))}
    </ul>
  );
}
