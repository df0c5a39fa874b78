import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { IntakeSource } from "../../usecases/takeIn/intakePreview.js";
import { useTexts } from "../language.js";
import { draftOf, type IntakeDraft } from "./intakeDraft.js";
import { IntakePreviewed } from "./IntakePreviewed.js";
import { SourceChoice } from "./SourceChoice.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  page: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, width: "100%", "& p": { margin: 0 } },
  source: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS, overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold },
});

interface IntakePageProps {
  /** The open workbook, when that was asked for; else it is chosen here. */
  readonly from?: IntakeSource;
  /** What was chosen when the page was last left. */
  readonly draft?: IntakeDraft | undefined;
  readonly onDraft: (draft: IntakeDraft | undefined) => void;
  readonly onTaken: () => void;
}

/** Takes in sheets that people already have: where from, what was understood, and the button that writes it. */
export function IntakePage({ from, draft, onDraft, onTaken }: IntakePageProps) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const [source, setSource] = useState(() => draftOf(draft, from)?.source ?? from);
  return (
    <div
      className={styles.page}
      onKeyDown={(event) => {
        // Esc in a field closes its list or takes nothing: leaving the page by it would lose all that has been chosen.
        if (event.key === "Escape" && (event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement)) event.stopPropagation();
      }}
    >
      <p>{texts.purpose}</p>
      {source === undefined ? (
        <SourceChoice onChoose={setSource} />
      ) : (
        <>
          <div className={styles.source}>
            <span className={styles.name}>{source.kind === "file" ? source.name : texts.ofWorkbook}</span>
            <Button
              size="small"
              onClick={() => {
                onDraft(undefined);
                setSource(undefined);
              }}
            >
              {texts.otherSource}
            </Button>
          </div>
          <IntakePreviewed source={source} draft={draftOf(draft, source)} onDraft={onDraft} onTaken={onTaken} />
        </>
      )}
    </div>
  );
}
