import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { IntakePreview, IntakeSource } from "../../usecases/takeIn/intakePreview.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { overviewTexts } from "./texts.js";

const useStyles = makeStyles({
  found: { margin: 0, "& p": { margin: 0 } },
});

export interface FoundTablesProps {
  /** Turns to where sheets are taken in: from the open workbook, or from what is chosen there. */
  readonly onTakeIn: (from: IntakeSource | undefined) => void;
}

/** What somebody has on the sheets of a workbook without registers, and the offer to take it in. Nobody has asked for it, so nothing is said when it cannot be found out. */
export function FoundTables({ className, onTakeIn }: FoundTablesProps & { readonly className: string }) {
  const styles = useStyles();
  const texts = useTexts(overviewTexts);
  const { actions, run, isBusy } = usePaneSession();
  const [tables, setTables] = useState<IntakePreview["tables"] | "unknown">();
  const look = useEffectEvent(async (): Promise<void> => {
    const found = await run(texts.lookingForTables, (work) => actions.previewIntake({ kind: "workbook" }, {}, work).catch(() => undefined));
    setTables(found?.tables ?? "unknown");
  });
  const hasLooked = useRef(false);
  useEffect(() => {
    // It waits for its turn: the pane does one thing at a time.
    if (hasLooked.current || isBusy) return;
    hasLooked.current = true;
    void look();
  }, [isBusy]);

  if (tables === "unknown") return null;
  const box = mergeClasses(className, styles.found);
  if (tables === undefined) return <p className={box}>{texts.lookingForTables}</p>;
  if (tables.length === 0) return <p className={box}>{texts.foundNoTables}</p>;
  return (
    <section className={box} aria-label={texts.lookAtTables}>
      <p>{texts.foundTables(tables.length, tables.reduce((rows, { rowCount }) => rows + rowCount, 0))}</p>
      <div>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => onTakeIn({ kind: "workbook" })}>
          {texts.lookAtTables}
        </Button>
      </div>
    </section>
  );
}
