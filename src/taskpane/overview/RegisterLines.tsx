import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { WorkArea } from "../../registers/workAreas.js";
import type { Overview } from "../../usecases/overview.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { AreaChoice } from "./AreaChoice.js";
import { overviewTexts } from "./texts.js";
import { useGoToSheet } from "./useGoToSheet.js";

const useStyles = makeStyles({
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  // Its text stands in line with the heading above.
  line: { width: `calc(100% + 2 * ${tokens.spacingHorizontalS})`, margin: `0 calc(-1 * ${tokens.spacingHorizontalS})`, maxWidth: "none", justifyContent: "space-between", paddingLeft: tokens.spacingHorizontalS, paddingRight: tokens.spacingHorizontalS, fontWeight: tokens.fontWeightRegular, textAlign: "left", overflowWrap: "anywhere" },
  rows: { whiteSpace: "nowrap", color: tokens.colorNeutralForeground2, paddingLeft: tokens.spacingHorizontalM },
  missing: { margin: 0, overflowWrap: "anywhere" },
});

interface RegisterLinesProps {
  readonly overview: Pick<Overview, "registers" | "areas" | "missingRegisters" | "otherAreas">;
  readonly onCreate: (areas: readonly WorkArea[]) => void;
}

/** What is in the workbook, a line a register, each the way to its sheet; the registers that it lacks, and those for more to follow up. */
export function RegisterLines({ overview: { registers, areas, missingRegisters: missing, otherAreas }, onCreate }: RegisterLinesProps) {
  const [chosen, setChosen] = useState<readonly WorkArea[]>([]);
  const [isChoosing, setChoosing] = useState(false);
  const styles = useStyles();
  const texts = useTexts(overviewTexts);
  const { isBusy } = usePaneSession();
  const goToSheet = useGoToSheet();
  return (
    <>
      <section className={styles.section} aria-label={texts.registers}>
        <h2 className={styles.heading}>{texts.registers}</h2>
        <ul className={styles.list}>
          {registers.map(({ key, sheet, rows }) => (
            <li key={key}>
              <Button appearance="subtle" size="small" className={styles.line} disabledFocusable={isBusy} aria-label={texts.goTo(sheet, texts.rows(rows))} onClick={() => goToSheet(sheet)}>
                <span>{sheet}</span>
                <span className={styles.rows}>{texts.rows(rows)}</span>
              </Button>
            </li>
          ))}
        </ul>
      </section>
      {missing.length > 0 && (
        <section className={styles.section} aria-label={texts.missing}>
          <h2 className={styles.heading}>{texts.missing}</h2>
          <p className={styles.missing}>{missing.join(", ")}</p>
          <div>
            <Button disabledFocusable={isBusy} onClick={() => onCreate(areas)}>
              {texts.createMissing}
            </Button>
          </div>
        </section>
      )}
      {otherAreas.length > 0 && (
        <section className={styles.section} aria-label={texts.more}>
          <div>
            <Button appearance="subtle" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
              {texts.more}
            </Button>
          </div>
          {isChoosing && (
            <>
              <AreaChoice areas={otherAreas} chosen={chosen} onChange={setChosen} />
              <div>
                <Button disabledFocusable={isBusy || chosen.length === 0} onClick={() => onCreate(chosen)}>
                  {texts.add}
                </Button>
              </div>
            </>
          )}
        </section>
      )}
    </>
  );
}
