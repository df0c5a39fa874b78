import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useTexts } from "../language.js";
import type { Look } from "./useLook.js";
import { roundTexts } from "./texts.js";

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, overflowWrap: "anywhere", "& p": { margin: 0 } },
});

interface NotReadProps extends Pick<Look<unknown>, "hasFailed" | "again"> {
  readonly purpose: string;
}

/** A part of the tab before anything is known: what it is for, and where it could not be found out, the way to try again. */
export function NotRead({ purpose, hasFailed, again }: NotReadProps) {
  const styles = useStyles();
  const texts = useTexts(roundTexts);
  return (
    <div className={styles.part}>
      <p>{purpose}</p>
      {hasFailed && (
        <div>
          <Button onClick={again}>{texts.again}</Button>
        </div>
      )}
    </div>
  );
}
