import { Button, makeStyles } from "@fluentui/react-components";
import type { NextStep } from "../../usecases/overview.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { reportTitle } from "../reports/reportWords.js";
import { overviewTexts } from "./texts.js";
import { useGoToSheet } from "./useGoToSheet.js";

const useStyles = makeStyles({
  // A report's title is one long word, also in a narrow pane at 200 % zoom.
  button: { minWidth: 0, maxWidth: "100%", overflowWrap: "anywhere" },
});

export interface NextStepProps {
  readonly next: NextStep;
  readonly onCreate: () => void;
  /** Turns to where committee and period are chosen. */
  readonly onChoose: () => void;
  /** Turns to the report, and shows what building it would write. */
  readonly onBuild: (report: string) => void;
}

/** The likely next step: the view's one primary action. A report has its Swedish title in every language, as its sheet has. */
export function NextStepButton({ next, onCreate, onChoose, onBuild }: NextStepProps) {
  const styles = useStyles();
  const texts = useTexts(overviewTexts);
  const { show, isBusy } = usePaneSession();
  const goToSheet = useGoToSheet();

  function step(): { readonly label: string; readonly take: () => void } {
    switch (next.kind) {
      case "createRegisters":
        return { label: texts.createMissing, take: onCreate };
      case "choosePeriod":
        return { label: texts.choosePeriod, take: onChoose };
      case "fillIn":
        return { label: texts.fillIn(next.sheet), take: () => goToSheet(next.sheet) };
      case "mend":
        return { label: texts.mend(next.errors), take: () => show("findings") };
      case "build":
        return { label: texts.build(reportTitle(next.report).sv), take: () => onBuild(next.report) };
    }
  }

  const { label, take } = step();
  return (
    <section aria-label={texts.next}>
      <Button className={styles.button} appearance="primary" disabledFocusable={isBusy} onClick={take}>
        {label}
      </Button>
    </section>
  );
}
