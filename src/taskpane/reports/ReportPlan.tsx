import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type SubmitEvent } from "react";
import type { EditedCell } from "../../usecases/buildReport.js";
import type { Overview, WorkbookChoice } from "../../usecases/overview.js";
import type { ReportPreview } from "../../usecases/previewReport.js";
import { useLocal, useTexts } from "../language.js";
import type { Decision, Decisions } from "./decisions.js";
import { EditDecisions } from "./EditDecisions.js";
import { PreviewSummary } from "./PreviewSummary.js";
import { reportTitle } from "./reportWords.js";
import { reportsTexts } from "./texts.js";
import { UnitAndPeriod, type UnitAndPeriodChoice } from "./UnitAndPeriod.js";

/** A report that is about to be built. */
export interface Plan {
  readonly report: string;
  readonly choice: UnitAndPeriodChoice;
  /** What a build would do with this choice; undefined until it has been found out. */
  readonly preview: ReportPreview | undefined;
  /** The workbook's own committee and period when that was found out, where they were known. */
  readonly madeFor: WorkbookChoice | undefined;
  readonly decisions: Decisions;
  /** True when a build found that cells had been changed once more. */
  readonly isAgain: boolean;
}

const useStyles = makeStyles({
  form: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface ReportPlanProps {
  readonly plan: Plan;
  readonly overview: Overview | undefined;
  readonly isBusy: boolean;
  readonly onChoice: (choice: UnitAndPeriodChoice, isFinal: boolean) => void;
  readonly onDecide: (cells: readonly EditedCell[], decision: Decision) => void;
  readonly onPreview: () => void;
  readonly onBuild: () => void;
  readonly onShowFindings: () => void;
  readonly onBack: () => void;
}

/** A chosen report: for whom and when, what would be written, and what happens to cells changed by hand. Enter does the next step, Esc goes back. */
export function ReportPlan({ plan, overview, isBusy, onChoice, onDecide, onPreview, onBuild, onShowFindings, onBack }: ReportPlanProps) {
  const texts = useTexts(reportsTexts);
  const local = useLocal();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { report, choice, preview, decisions, isAgain } = plan;
  const proceed = preview === undefined ? onPreview : onBuild;

  // The card that had the focus is gone.
  useEffect(() => {
    heading.current?.focus();
  }, []);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (!isBusy) proceed();
  }

  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") onBack();
        if (event.key === "Enter" && event.target === heading.current && !isBusy) proceed();
      }}
    >
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {local(reportTitle(report))}
      </h2>
      {overview === undefined ? preview !== undefined && <Text>{texts.forWhom(preview)}</Text> : <UnitAndPeriod overview={overview} choice={choice} onChange={onChoice} />}
      <PreviewSummary preview={preview} onShowFindings={onShowFindings} />
      {preview !== undefined && preview.edits.length > 0 && <EditDecisions edits={preview.edits} decisions={decisions} isAgain={isAgain} onDecide={onDecide} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          {preview === undefined ? texts.preview : texts.build}
        </Button>
        <Button onClick={onBack}>{texts.back}</Button>
      </div>
    </form>
  );
}
