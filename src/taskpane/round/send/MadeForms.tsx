import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, MessageBar, MessageBarBody, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { FormFile } from "../../../usecases/round/roundPlan.js";
import { useTexts } from "../../language.js";
import { usePaneSession } from "../../paneSession.js";
import { LongList } from "../LongList.js";
import { roundTexts } from "../texts.js";
import { download } from "./download.js";
import { sendTexts } from "./texts.js";

/** What has been made, and where it is. Files are kept, to be handed out once more. */
export type Made =
  | { readonly kind: "sheets"; readonly sheets: readonly string[] }
  | { readonly kind: "files"; readonly files: readonly FormFile[]; readonly name: string; readonly content: Blob };

const useStyles = makeStyles({
  made: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, outlineStyle: "none", "& p": { margin: 0 } },
  button: { minWidth: 0, maxWidth: "100%", textAlign: "start", overflowWrap: "anywhere" },
});

const itself = (text: string): string => text;
const nameOf = ({ name }: FormFile): string => name;

/** Says what has been made and where it is; it takes the keyboard along, and begins with what comes next. */
export function MadeForms({ made }: { readonly made: Made }) {
  const styles = useStyles();
  const texts = useTexts(sendTexts);
  const shared = useTexts(roundTexts);
  const { actions, run, say, isBusy } = usePaneSession();
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => whole.current?.focus(), [made]);

  const goTo = (sheet: string) => void run(shared.goingTo(sheet), () => actions.goToSheet(sheet));
  async function open({ bytes }: FormFile): Promise<void> {
    const isOpen = await run(texts.opening, async () => {
      await actions.openFile(bytes);
      return true;
    });
    if (isOpen === true) say(texts.opened);
  }

  if (made.kind === "sheets") {
    return (
      <div ref={whole} className={styles.made} tabIndex={-1}>
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody>{made.sheets.length === 0 ? texts.noSheets : texts.sheetsMade(made.sheets.length)}</MessageBarBody>
        </MessageBar>
        {made.sheets.length > 0 && (
          <LongList items={made.sheets} name={texts.sheets} keyOf={itself} textOf={itself}>
            {(sheet) => (
              <Button className={styles.button} size="small" appearance="subtle" disabledFocusable={isBusy} onClick={() => goTo(sheet)}>
                {texts.goToSheet(sheet)}
              </Button>
            )}
          </LongList>
        )}
      </div>
    );
  }
  const { files, name, content } = made;
  return (
    <div ref={whole} className={styles.made} tabIndex={-1}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{files.length === 1 ? texts.fileMade(name) : texts.zipMade(files.length, name)}</MessageBarBody>
      </MessageBar>
      <Accordion collapsible>
        <AccordionItem value="noFile">
          <AccordionHeader as="h3">{texts.noFile}</AccordionHeader>
          <AccordionPanel className={styles.made}>
            <p>{texts.noFileHint}</p>
            <div>
              <Button size="small" onClick={() => download(name, content)}>
                {texts.downloadAgain}
              </Button>
            </div>
            <LongList items={files} name={texts.files} keyOf={nameOf} textOf={nameOf}>
              {(file) => (
                <Button className={styles.button} size="small" appearance="subtle" disabledFocusable={isBusy} onClick={() => void open(file)}>
                  {texts.open(file.name)}
                </Button>
              )}
            </LongList>
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </div>
  );
}
