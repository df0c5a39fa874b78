import { Button, Spinner, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useLayoutEffect, useState } from "react";
import { useTexts } from "../language.js";
import { sessionTexts } from "./texts.js";
import type { PassingText } from "./usePassingText.js";
import { canStop, type OngoingWork } from "./useWork.js";

const useStyles = makeStyles({
  // At the bottom edge, also when the view is longer than the pane: neither progress nor a passing text moves what is being read.
  edge: { position: "sticky", bottom: 0, zIndex: 1, marginTop: "auto" },
  box: {
    marginTop: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    boxShadow: tokens.shadow4,
    overflowWrap: "anywhere",
  },
  work: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  step: { display: "block", color: tokens.colorNeutralForeground2 },
});

/** What is being done, with a way to stop it, and what is said in passing. Both are read out without taking the focus. */
export function WorkStatus({ ongoing, passing }: { readonly ongoing: OngoingWork | undefined; readonly passing: PassingText | undefined }) {
  const styles = useStyles();
  const texts = useTexts(sessionTexts);
  const shown = ongoing?.isSlow === true ? ongoing : undefined;
  return (
    <div className={styles.edge}>
      <div className={shown && mergeClasses(styles.box, styles.work)}>
        {/* Always there: a screen reader tells what comes into a region that it knows. */}
        <div role="status">
          {shown && <Spinner size="tiny" labelPosition="after" label={shown.what} />}
          {shown?.step && <span className={styles.step}>{texts.step[shown.step]}</span>}
        </div>
        {/* Outside of what is read out: it changes many times a second. */}
        {shown?.count && <span className={styles.step}>{texts.count(shown.count.done, shown.count.of)}</span>}
        {shown && canStop(shown) && <StopButton work={shown} />}
      </div>
      <div role="status" className={passing && styles.box}>
        {passing?.text}
      </div>
    </div>
  );
}

function StopButton({ work }: { readonly work: OngoingWork }) {
  const texts = useTexts(sessionTexts);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const { startedFrom } = work;
  // It goes away with the work, and whoever stood on it goes back to where the work was started.
  useLayoutEffect(() => {
    return () => {
      if (button !== null && document.activeElement === button && startedFrom instanceof HTMLElement) startedFrom.focus();
    };
  }, [button, startedFrom]);
  return (
    <Button ref={setButton} size="small" onClick={work.stop}>
      {texts.stop}
    </Button>
  );
}
