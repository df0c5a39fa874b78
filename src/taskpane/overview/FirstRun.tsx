import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { WorkArea } from "../../registers/workAreas.js";
import type { Example } from "../../usecases/openExample.js";
import type { Overview } from "../../usecases/overview.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { AreaChoice, commonAreas } from "./AreaChoice.js";
import { FoundTables, type FoundTablesProps } from "./FoundTables.js";
import { overviewTexts } from "./texts.js";

/** More names than this say less than their number. */
const NAMED = 5;

const useStyles = makeStyles({
  view: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0, overflowWrap: "anywhere" },
  way: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr)",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** In the order of the reports that they are for. */
const examples: readonly Example[] = ["ale", "ostersund", "ostersundGoal", "norrkoping", "aleControl", "ovanaker", "aleDecisions"];

interface FirstRunProps extends Pick<Overview, "foundSheets">, FoundTablesProps {
  readonly areas: Overview["otherAreas"];
  readonly onCreate: (areas: readonly WorkArea[]) => void;
}

/** A workbook without registers: the ways to begin, a sentence each. `foundSheets` are the sheets that hold something already. */
export function FirstRun({ foundSheets, areas, onCreate, onTakeIn }: FirstRunProps) {
  const styles = useStyles();
  const texts = useTexts(overviewTexts);
  const { actions, run, say, isBusy } = usePaneSession();
  const [chosen, setChosen] = useState(commonAreas);
  const isEmpty = foundSheets.length === 0;

  async function open(example: Example): Promise<void> {
    const isOpen = await run(texts.opening, async () => {
      await actions.openExample(example);
      return true;
    });
    if (isOpen === true) say(texts.opened);
  }

  return (
    <div className={styles.view}>
      <h2 className={styles.heading}>{texts.begin}</h2>
      <p className={styles.text}>{isEmpty ? texts.beginEmpty : texts.found(foundSheets.slice(0, NAMED), Math.max(0, foundSheets.length - NAMED))}</p>
      {!isEmpty && <FoundTables className={styles.way} onTakeIn={onTakeIn} />}
      <section className={styles.way} aria-label={texts.createRegisters}>
        <p className={styles.text}>{isEmpty ? texts.createPurpose : texts.createBeside}</p>
        <AreaChoice areas={areas} chosen={chosen} onChange={setChosen} />
        <div className={styles.buttons}>
          <Button {...(isEmpty ? { appearance: "primary" } : {})} disabledFocusable={isBusy || chosen.length === 0} onClick={() => onCreate(chosen)}>
            {texts.createRegisters}
          </Button>
        </div>
      </section>
      <section className={styles.way} aria-label={texts.takeInFile}>
        <p className={styles.text}>{texts.takeInFilePurpose}</p>
        <div className={styles.buttons}>
          <Button disabledFocusable={isBusy} onClick={() => onTakeIn(undefined)}>
            {texts.takeInFile}
          </Button>
        </div>
      </section>
      <section className={styles.way} aria-label={texts.openExample}>
        <h3 className={styles.name}>{texts.openExample}</h3>
        <p className={styles.text}>{texts.examplePurpose}</p>
        <div className={styles.buttons}>
          {examples.map((example) => (
            <Button key={example} disabledFocusable={isBusy} onClick={() => void open(example)}>
              {texts.examples[example]}
            </Button>
          ))}
        </div>
      </section>
    </div>
  );
}
