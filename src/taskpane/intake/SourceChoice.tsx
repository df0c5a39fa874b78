import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { IntakeSource } from "../../usecases/takeIn/intakePreview.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { FileButton } from "./FileButton.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  ways: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, justifyItems: "start" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  drop: {
    width: "100%",
    boxSizing: "border-box",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    justifyItems: "start",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover },
});

/** Where sheets are to be taken from: the open workbook, or a file that is picked or dropped. */
export function SourceChoice({ onChoose }: { readonly onChoose: (source: IntakeSource) => void }) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const { run, isBusy } = usePaneSession();
  const [isOver, setOver] = useState(false);

  async function open(file: File): Promise<void> {
    // A file on a network that is gone is told as other failures are.
    const bytes = await run(texts.opening, async () => new Uint8Array(await file.arrayBuffer()));
    if (bytes !== undefined) onChoose({ kind: "file", name: file.name, bytes });
  }

  return (
    <section className={styles.ways} aria-label={texts.source}>
      <h3 className={styles.heading}>{texts.source}</h3>
      <Button disabledFocusable={isBusy} onClick={() => onChoose({ kind: "workbook" })}>
        {texts.fromWorkbook}
      </Button>
      <div
        className={mergeClasses(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer.files;
          if (file !== undefined) void open(file);
        }}
      >
        <FileButton name={texts.file} accept=".xlsx,.xlsm" isBusy={isBusy} onPick={(file) => void open(file)}>
          {texts.fromFile}
        </FileButton>
        <p>{texts.drop}</p>
      </div>
    </section>
  );
}
