import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Mapping } from "../../intake/mapping.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { FileButton } from "./FileButton.js";
import { offerTextFile } from "./offerTextFile.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** What was decided of how sheets are read, as a file for another workbook, and from one. */
export function MappingFile({ mapping, onUse }: { readonly mapping: Mapping; readonly onUse: (mapping: Mapping) => void }) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const { actions, run, say, isBusy } = usePaneSession();

  async function use(file: File): Promise<void> {
    const read = await run(texts.readingMapping, async () => actions.readMapping(await file.text()));
    if (read === undefined) return;
    onUse(read);
    say(texts.mappingUsed);
  }

  return (
    <section className={styles.section} aria-label={texts.mapping}>
      <h3 className={styles.heading}>{texts.mapping}</h3>
      <p>{texts.mappingPurpose}</p>
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={isBusy} onClick={() => void run(texts.savingMapping, async () => offerTextFile(texts.mappingFileName, await actions.mappingText(mapping)))}>
          {texts.saveMapping}
        </Button>
        <FileButton name={texts.mappingFile} accept=".json" size="small" isBusy={isBusy} onPick={(file) => void use(file)}>
          {texts.useMapping}
        </FileButton>
      </div>
    </section>
  );
}
