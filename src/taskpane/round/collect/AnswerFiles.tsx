import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useTexts } from "../../language.js";
import { collectTexts } from "./texts.js";

const useStyles = makeStyles({
  drop: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorNeutralBackground3, border: `1px dashed ${tokens.colorBrandStroke1}` },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface AnswerFilesProps {
  readonly isBusy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSheets: () => void;
}

/** Where the returned forms come in: files picked or dropped, or the sheets that stand in the workbook. */
export function AnswerFiles({ isBusy, onFiles, onSheets }: AnswerFilesProps) {
  const styles = useStyles();
  const texts = useTexts(collectTexts);
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={mergeClasses(styles.drop, isOver && styles.over)}
      onDragOver={(event) => {
        // What is no file is not for us, and nothing is while the pane is at work: the pointer then shows that it cannot be dropped.
        if (isBusy || !event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (!isBusy && files.length > 0) onFiles(files);
      }}
    >
      <div className={styles.buttons}>
        <FilesButton isPrimary isBusy={isBusy} label={texts.pick} onFiles={onFiles} />
        <Button disabledFocusable={isBusy} onClick={onSheets}>
          {texts.takeSheets}
        </Button>
      </div>
      <span className={styles.quiet}>{texts.drop}</span>
    </div>
  );
}

interface FilesButtonProps extends Pick<AnswerFilesProps, "isBusy" | "onFiles"> {
  readonly label: string;
  readonly isPrimary?: boolean;
}

/** A button that opens the system's own dialogue for choosing files. */
export function FilesButton({ isBusy, label, isPrimary = false, onFiles }: FilesButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button appearance={isPrimary ? "primary" : "secondary"} disabledFocusable={isBusy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm"
        multiple
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be chosen once more, when somebody has changed it.
          currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
