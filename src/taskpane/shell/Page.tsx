import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type ReactNode } from "react";
import { BackIcon } from "../icons.js";
import { useTexts } from "../language.js";
import { shellTexts } from "./texts.js";

const useStyles = makeStyles({
  page: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, justifyItems: "start", overflowWrap: "anywhere" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, outlineStyle: "none" },
});

/** A page in place of the tabs, e.g. the guide: begins at its heading. */
export function Page({ heading, onBack, children }: { readonly heading: string; readonly onBack: () => void; readonly children: ReactNode }) {
  const styles = useStyles();
  const texts = useTexts(shellTexts);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className={styles.page} aria-label={heading}>
      <Button icon={<BackIcon />} onClick={onBack}>
        {texts.back}
      </Button>
      <h2 ref={title} tabIndex={-1} className={styles.heading}>
        {heading}
      </h2>
      {children}
    </section>
  );
}
