import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { WorkArea } from "../../registers/workAreas.js";
import type { IntakeSource } from "../../usecases/takeIn/intakePreview.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { commonAreas } from "./AreaChoice.js";
import { FindingCounts } from "./FindingCounts.js";
import { FirstRun } from "./FirstRun.js";
import { NextStepButton, type NextStepProps } from "./NextStepButton.js";
import { ProgressBars } from "./ProgressBars.js";
import { RegisterLines } from "./RegisterLines.js";
import { overviewTexts } from "./texts.js";
import { useCreateRegisters } from "./useCreateRegisters.js";

const useStyles = makeStyles({
  view: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL, outlineStyle: "none" },
  text: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface OverviewProps extends Pick<NextStepProps, "onChoose" | "onBuild"> {
  /** Turns to what a new period begins with. */
  readonly onNewPeriod: () => void;
  /** Turns to where sheets are taken in: from the open workbook, or from what is chosen there. */
  readonly onTakeIn: (from: IntakeSource | undefined) => void;
}

/** Översikt: how far the workbook has come, the next step, and what is in it. The step comes before the registers, so that it is seen without scrolling. */
export function OverviewView({ onNewPeriod, onTakeIn, ...on }: OverviewProps) {
  const styles = useStyles();
  const texts = useTexts(overviewTexts);
  const { overview, check, isBusy } = usePaneSession();
  const createRegisters = useCreateRegisters();
  const view = useRef<HTMLDivElement>(null);

  // The button that was pressed goes away with what it did.
  const create = async (areas: readonly WorkArea[]): Promise<void> => {
    await createRegisters(areas);
    view.current?.focus();
  };

  return (
    <div ref={view} className={styles.view} tabIndex={-1}>
      {overview === undefined ? (
        <>
          <p className={styles.text}>{isBusy ? texts.reading : texts.notRead}</p>
          {!isBusy && (
            <div>
              <Button appearance="primary" onClick={() => void check()}>
                {texts.readAgain}
              </Button>
            </div>
          )}
        </>
      ) : overview.state === "registers" ? (
        <>
          {overview.progress.length > 0 && <ProgressBars progress={overview.progress} />}
          <FindingCounts findings={overview.findings} />
          <NextStepButton next={overview.next} onCreate={() => void create(overview.areas.length === 0 ? commonAreas : overview.areas)} {...on} />
          <div className={styles.buttons}>
            {overview.choice.period !== null && (
              <Button disabledFocusable={isBusy} onClick={onNewPeriod}>
                {texts.newPeriod}
              </Button>
            )}
            <Button disabledFocusable={isBusy} onClick={() => onTakeIn(undefined)}>
              {texts.takeIn}
            </Button>
          </div>
          <RegisterLines overview={overview} onCreate={(areas) => void create(areas)} />
        </>
      ) : (
        <FirstRun foundSheets={overview.foundSheets} areas={overview.otherAreas} onCreate={(areas) => void create(areas)} onTakeIn={onTakeIn} />
      )}
    </div>
  );
}
