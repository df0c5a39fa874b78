import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Mapping } from "../../intake/mapping.js";
import type { CellUpdate } from "../../updating/updatePlan.js";
import type { IntakeChoices, IntakeSource, PreviewRow } from "../../usecases/takeIn/intakePreview.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { EveryTable } from "./EveryTable.js";
import type { IntakeDraft } from "./intakeDraft.js";
import { MappingFile } from "./MappingFile.js";
import { allTogether, cellId, countsOf } from "./planCounts.js";
import { PreviewSummary } from "./PreviewSummary.js";
import { columnOf, decidedOf, nthOfEach } from "./saidOfTables.js";
import { SaidOfTable } from "./SaidOfTable.js";
import { TableCard } from "./TableCard.js";
import { findingsByTable, lackedColumns, rowsOut } from "./tableFindings.js";
import { intakeTexts } from "./texts.js";
import { UnitsNamed } from "./UnitsNamed.js";
import { usePreview } from "./usePreview.js";
import { WhatIsWritten } from "./WhatIsWritten.js";

const useStyles = makeStyles({
  preview: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

/** More tables than this are told in a few lines each, and can have their period and unit said for all at once. */
const FEW = 1;

interface IntakePreviewedProps {
  readonly source: IntakeSource;
  /** What was chosen of the source before. */
  readonly draft: IntakeDraft | undefined;
  /** Told of all that is chosen, and of nothing when it has been taken in. */
  readonly onDraft: (draft: IntakeDraft | undefined) => void;
  readonly onTaken: () => void;
}

/** What was understood of a source, what can be said of it, what it writes, and the button that writes it. */
export function IntakePreviewed({ source, draft, onDraft, onTaken }: IntakePreviewedProps) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const { actions, run, check, say, isBusy, overview } = usePaneSession();
  const { preview, choices, isCurrent, hasFailed, choose, again } = usePreview(source, draft?.choices);
  // Said of registers' cells, not of the source: nothing else of the preview depends on it.
  const [kept, setKept] = useState<ReadonlySet<string>>(draft?.kept ?? new Set());
  useEffect(() => {
    onDraft({ source, choices, kept });
  }, [onDraft, source, choices, kept]);

  const tryAgain = hasFailed && !isBusy && (
    <div>
      <Button onClick={again}>{texts.again}</Button>
    </div>
  );
  if (preview === undefined) {
    return (
      <>
        <p>{hasFailed ? texts.notLooked : texts.looking}</p>
        {tryAgain}
      </>
    );
  }

  const mapping = choices.mapping ?? preview.mapping;
  const rowsLeftOut = choices.rowsLeftOut ?? [];
  const onMapping = (change: (mapping: Mapping) => Mapping): void => choose((before) => ({ ...before, mapping: change(before.mapping ?? preview.mapping) }));
  const onLeaveOut = (row: PreviewRow, isLeftOut: boolean): void =>
    choose((before) => ({ ...before, rowsLeftOut: isLeftOut ? [...(before.rowsLeftOut ?? []), row.id] : (before.rowsLeftOut ?? []).filter((id) => id !== row.id) }));
  const onKeep = (cells: readonly CellUpdate[], isKept: boolean): void =>
    setKept((before) => new Set(isKept ? [...before, ...cells.map(cellId)] : [...before].filter((id) => !cells.some((cell) => cellId(cell) === id))));
  const nth = nthOfEach(preview.tables);
  const tables = preview.tables.map((table) => ({ ...table, nth: nth.get(table.id) ?? 1 }));
  const taken = tables.filter((table) => !decidedOf(mapping, table).isLeftOut);
  const counts = countsOf(preview.plan, kept);
  const together = allTogether(counts);
  const count = together.added + together.changed;
  const findings = findingsByTable(preview);
  const known = { periods: overview?.periods ?? [], units: (overview?.units ?? []).map(({ code }) => code) };
  const hasUnknownUnits = preview.findings.some(({ ruleId }) => ruleId === "inlasning.enhet-okand");
  const added = choices.unitsAdded ?? [];
  const offersUnits = preview.unitsNamed.length > 0 && (known.units.length === 0 || hasUnknownUnits || added.length > 0);
  const out = rowsOut(taken.flatMap(({ id }) => findings.get(id) ?? []));
  const lacked = [...new Set(taken.flatMap(({ id }) => lackedColumns(findings.get(id) ?? [])).flatMap((target) => columnOf(target)?.header ?? []))];

  const decided: IntakeChoices = { ...choices, mapping, cellsKept: [...kept], seen: preview.fingerprint };
  async function takeIn(): Promise<void> {
    const taken = await run(texts.taking, (work) => actions.takeIn(source, decided, work));
    if (taken === undefined) return;
    say(texts.taken(taken));
    onDraft(undefined);
    onTaken();
    await check();
  }

  if (preview.tables.length === 0) {
    return (
      <div className={styles.preview}>
        <p>{texts.noTables}</p>
        {preview.otherSheets.length > 0 && <p>{texts.otherSheets(preview.otherSheets)}</p>}
        <p>{texts.noTablesHint}</p>
        {preview.findings.length > 0 && <SaidOfTable findings={preview.findings} name={texts.otherRemarks} isOpen={source.kind === "workbook"} />}
        <div>
          <Button disabledFocusable={isBusy} onClick={again}>
            {texts.again}
          </Button>
        </div>
        <MappingFile mapping={mapping} onUse={(used) => choose((before) => ({ ...before, mapping: used }))} />
      </div>
    );
  }
  const others = findings.get("") ?? [];
  return (
    <div className={styles.preview} aria-busy={!isCurrent}>
      <PreviewSummary preview={preview} remarks={[...findings.values()].reduce((sum, { length }) => sum + length, 0)} taken={taken} counts={together} />
      {source.kind === "workbook" && (
        <div>
          <Button size="small" disabledFocusable={isBusy} onClick={again}>
            {texts.lookAgain}
          </Button>
        </div>
      )}
      {offersUnits && <UnitsNamed units={preview.unitsNamed} added={added} onAdd={(names) => choose((before) => ({ ...before, unitsAdded: names }))} />}
      {known.units.length === 0 && hasUnknownUnits && !offersUnits && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{texts.noUnits}</MessageBarBody>
        </MessageBar>
      )}
      {out > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.rowsOut(out, taken.reduce((sum, { rowCount }) => sum + rowCount, 0), lacked)}</MessageBarBody>
        </MessageBar>
      )}
      {tables.length > FEW && <EveryTable choices={choices} known={known} onChoose={choose} />}
      {tables.map((table) => (
        <TableCard
          key={table.id}
          table={table}
          findings={findings.get(table.id) ?? []}
          mapping={mapping}
          rowsLeftOut={rowsLeftOut}
          isOpen={source.kind === "workbook"}
          isShown={tables.length <= FEW}
          known={known}
          onMapping={onMapping}
          onLeaveOut={onLeaveOut}
        />
      ))}
      {others.length > 0 && (
        <section className={styles.preview}>
          <h3 className={styles.heading}>{texts.otherRemarks}</h3>
          <SaidOfTable findings={others} name={texts.otherRemarks} isOpen={source.kind === "workbook"} />
        </section>
      )}
      {counts.length > 0 && <WhatIsWritten preview={preview} counts={counts} kept={kept} onKeep={onKeep} />}
      {hasFailed && <p>{texts.outOfDate}</p>}
      {tryAgain}
      {count === 0 ? (
        <p>{taken.length === 0 ? texts.nothingChosen : together.unchanged + together.missing > 0 ? texts.nothingToWrite : texts.nothingUsable}</p>
      ) : (
        <>
          {out > 0 && <p>{texts.rowsOutShort(out)}</p>}
          <div>
            <Button appearance="primary" disabledFocusable={isBusy || !isCurrent} onClick={() => void takeIn()}>
              {texts.take(count)}
            </Button>
          </div>
        </>
      )}
      <MappingFile mapping={mapping} onUse={(used) => choose((before) => ({ ...before, mapping: used }))} />
    </div>
  );
}
