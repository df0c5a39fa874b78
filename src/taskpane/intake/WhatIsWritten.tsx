import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { families } from "../../intake/families.js";
import { registers } from "../../registers/registers.js";
import type { AddedRow, CellUpdate } from "../../updating/updatePlan.js";
import type { IntakePreview } from "../../usecases/takeIn/intakePreview.js";
import { useTexts } from "../language.js";
import { CellDecision } from "./CellDecision.js";
import { CutList } from "./CutList.js";
import { cellId, type RegisterCounts } from "./planCounts.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, overflowWrap: "anywhere" },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  lines: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL },
  details: { "& summary": { cursor: "pointer", fontWeight: tokens.fontWeightSemibold, paddingBottom: tokens.spacingVerticalXS } },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface WhatIsWrittenProps {
  readonly preview: Pick<IntakePreview, "plan" | "registersToMake">;
  readonly counts: readonly RegisterCounts[];
  readonly kept: ReadonlySet<string>;
  readonly onKeep: (cells: readonly CellUpdate[], isKept: boolean) => void;
}

/** "Det här skrivs": per register what is new, changed, unchanged and missing; each cell that would be overwritten, to be kept or replaced. */
export function WhatIsWritten({ preview: { plan, registersToMake }, counts, kept, onKeep }: WhatIsWrittenProps) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const { added, changed, missing } = plan;
  return (
    <section className={styles.section} aria-label={texts.willWrite}>
      <h3 className={styles.heading}>{texts.willWrite}</h3>
      {registersToMake.length > 0 && <p>{texts.registersToMake(registersToMake.map((key) => registers[key].sheet))}</p>}
      <ul className={styles.lines}>
        {counts.map((each) => (
          <li key={each.register}>{texts.registerCounts(registers[each.register].sheet, each)}</li>
        ))}
      </ul>
      {added.length > 0 && (
        <details className={styles.details}>
          <summary>{texts.newRows(added.length)}</summary>
          <CutList items={added} name={texts.newRows(added.length)}>
            {(row) => `${registers[row.row.register].sheet}: ${inWords(row)}`}
          </CutList>
        </details>
      )}
      {changed.length > 0 && (
        <>
          <h4 className={styles.name}>{texts.changedCells(changed.length)}</h4>
          <p>{texts.changedHint}</p>
          {changed.length > 1 && (
            <div className={styles.buttons}>
              <Button size="small" onClick={() => onKeep(changed, true)}>
                {texts.keepAll}
              </Button>
              <Button size="small" onClick={() => onKeep(changed, false)}>
                {texts.replaceAll}
              </Button>
            </div>
          )}
          <CutList items={changed} name={texts.changedCells(changed.length)}>
            {(cell) => <CellDecision cell={cell} isKept={kept.has(cellId(cell))} onKeep={(isKept) => onKeep([cell], isKept)} />}
          </CutList>
        </>
      )}
      {missing.length > 0 && (
        <details className={styles.details}>
          <summary>{texts.missingRows(missing.length)}</summary>
          <p>{texts.missingHint}</p>
          <CutList items={missing} name={texts.missingRows(missing.length)}>
            {({ register, key }) => `${registers[register].sheet}: ${key}`}
          </CutList>
        </details>
      )}
    </section>
  );
}

/** A row's key, which is often an id made just now, with the words that people know it by. */
function inWords({ key, row: { register, values } }: AddedRow): string {
  const { [families.find(({ primary }) => primary === register)?.name ?? ""]: name } = values;
  return typeof name === "string" ? `${key} · ${name}` : key;
}
