import { ProgressBar, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Progress } from "../../usecases/overview.js";
import { useTexts } from "../language.js";
import { overviewTexts } from "./texts.js";

const useStyles = makeStyles({
  bars: { display: "grid", rowGap: tokens.spacingVerticalM },
  text: { display: "block", marginBottom: tokens.spacingVerticalXS },
});

/** What is filled in for the period, each as a bar and in words. */
export function ProgressBars({ progress }: { readonly progress: readonly Progress[] }) {
  const styles = useStyles();
  const texts = useTexts(overviewTexts);
  const id = useId();
  return (
    <section className={styles.bars} aria-label={texts.progress}>
      {progress.map((part) => (
        <div key={part.what}>
          <span className={styles.text} id={`${id}-${part.what}`}>
            {texts.done(part)}
          </span>
          <ProgressBar thickness="large" value={part.done} max={part.of} color={part.done === part.of ? "success" : "brand"} aria-labelledby={`${id}-${part.what}`} aria-valuetext={texts.done(part)} />
        </div>
      ))}
    </section>
  );
}
