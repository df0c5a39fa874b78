import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { AnswerSource, CollectDecisions, Collected, CollectPreview } from "../../../usecases/round/collectPreview.js";
import { useTexts } from "../../language.js";
import { usePaneSession } from "../../paneSession.js";
import { AnswerFiles } from "./AnswerFiles.js";
import { AnswersFound } from "./AnswersFound.js";
import { collectTexts } from "./texts.js";

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, overflowWrap: "anywhere", outlineStyle: "none", "& p": { margin: 0 } },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** What the part shows: where the forms come in, what they come to, or what was written. */
type Stage =
  | { readonly kind: "files" }
  | { readonly kind: "found"; readonly sources: readonly AnswerSource[]; readonly preview: CollectPreview; readonly decisions: CollectDecisions }
  | { readonly kind: "written"; readonly collected: Collected };

interface TakeInAnswersProps {
  readonly period: string;
  readonly onStanding: () => void;
}

/** Ta emot: the returned forms, what they come to before anything is written, and the one step that writes it. */
export function TakeInAnswers({ period, onStanding }: TakeInAnswersProps) {
  const styles = useStyles();
  const texts = useTexts(collectTexts);
  const { actions, run, check, isBusy } = usePaneSession();
  const [stage, setStage] = useState<Stage>({ kind: "files" });
  const whole = useRef<HTMLDivElement>(null);
  const hasTurned = useRef(false);
  useEffect(() => {
    // What was pressed is gone with the stage that it stood in.
    if (hasTurned.current) whole.current?.focus();
    hasTurned.current = true;
  }, [stage.kind]);

  async function look(sources: readonly AnswerSource[], decisions: CollectDecisions = {}): Promise<void> {
    const files = sources.filter(({ kind }) => kind === "file").length;
    const preview = await run(texts.reading(files), (work) => actions.lookAtAnswers(sources, period, decisions, work));
    if (preview !== undefined) setStage({ kind: "found", sources, preview, decisions });
  }

  async function write(sources: readonly AnswerSource[], decisions: CollectDecisions): Promise<void> {
    const collected = await run(texts.writing, (work) => actions.collectAnswers(sources, period, decisions, work));
    if (collected === undefined) return;
    setStage({ kind: "written", collected });
    await check();
  }

  return (
    <div ref={whole} className={styles.part} tabIndex={-1}>
      {stage.kind === "files" && (
        <>
          <p>{texts.purpose}</p>
          <AnswerFiles isBusy={isBusy} onFiles={(files) => void look(files.map(sourceOf))} onSheets={() => void look([{ kind: "workbook" }])} />
        </>
      )}
      {stage.kind === "found" && (
        <AnswersFound
          preview={stage.preview}
          hasSheets={stage.sources.some(({ kind }) => kind === "workbook")}
          isBusy={isBusy}
          decisions={stage.decisions}
          onDecisions={(decisions) => setStage({ ...stage, decisions })}
          onWrite={() => void write(stage.sources, stage.decisions)}
          onMore={(files) => void look([...stage.sources, ...files.map(sourceOf)], stage.decisions)}
          onStartOver={() => setStage({ kind: "files" })}
        />
      )}
      {stage.kind === "written" && (
        <>
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{[texts.written(stage.collected), ...(stage.collected.written > 0 ? [texts.origin, texts.undo] : [])].join(" ")}</MessageBarBody>
          </MessageBar>
          <div className={styles.buttons}>
            <Button appearance="primary" onClick={onStanding}>
              {texts.toStanding}
            </Button>
            <Button onClick={() => setStage({ kind: "files" })}>{texts.takeMore}</Button>
          </div>
        </>
      )}
    </div>
  );
}

/** A file is read when its turn comes: the bytes of hundreds of them are never in memory at once. One that is saved after it was picked has another time. */
function sourceOf(file: File): AnswerSource {
  const { name, size, lastModified } = file;
  return { kind: "file", name, id: JSON.stringify([name, size, lastModified]), read: async () => new Uint8Array(await file.arrayBuffer()) };
}
