import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, ToggleButton } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { PaneFrame } from "../frame/paneFrame.js";
import { CommandNotCompleted } from "../frame/ribbonCommands.js";
import { inMemory, type Source } from "./files/sources.js";
import type { Opened } from "./files/useOpenWorkbook.js";
import { HostPanel } from "./host/HostPanel.js";
import type { HostSettings } from "./host/hostSettings.js";
import { CloseIcon } from "./icons.js";
import { useOutcomes } from "./outcomes.js";
import { AddInFrame } from "./pane/AddInFrame.js";
import { PaneArea } from "./pane/PaneArea.js";
import { ManifestError, type RibbonButton } from "./ribbon/manifestRibbon.js";
import { Ribbon } from "./ribbon/Ribbon.js";
import { useRibbon } from "./ribbon/useRibbon.js";
import { Spreadsheet } from "./sheet/Spreadsheet.js";
import { texts } from "./texts.js";

const useStyles = makeStyles({
  middle: { display: "flex", flexGrow: 1, minHeight: 0, "@media (max-width: 700px)": { flexDirection: "column" } },
  sheet: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0, minHeight: 0, "@media (max-width: 700px)": { flexShrink: 0, height: "70dvh" } },
});

interface OpenedWorkbookProps {
  readonly opened: Opened;
  readonly settings: HostSettings;
  readonly onSettings: (settings: HostSettings) => void;
  readonly onOpen: (source: Source) => void;
}

/** The open workbook with ribbon, sheet and pane. */
export function OpenedWorkbook({ opened: { session }, settings, onSettings, onOpen }: OpenedWorkbookProps) {
  const styles = useStyles();
  const grid = useRef<HTMLDivElement>(null);
  const frame = useRef<PaneFrame>(undefined);
  const ribbon = useRibbon(settings.language);
  const { settle, dialog } = useOutcomes(() => grid.current?.focus());
  const [isPaneShown, setIsPaneShown] = useState(true);
  const [isHostShown, setIsHostShown] = useState(false);
  const [working, setWorking] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<string>();
  const [created, setCreated] = useState<Uint8Array>();
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const [, setAnswers] = useState(0);

  const showPane = (isShown: boolean) => {
    setIsPaneShown(isShown);
    frame.current?.setPaneVisible(isShown);
    // Where there is no room at the side, the pane is beneath the sheet.
    if (isShown) requestAnimationFrame(() => document.querySelector("[data-pane-area]")?.scrollIntoView({ block: "nearest" }));
  };
  const closePane = () => {
    showPane(false);
    // The button that had the focus is gone with it.
    grid.current?.focus({ preventScroll: true });
  };
  const press = async ({ id, action }: RibbonButton) => {
    session.askAddIn();
    setFailure(undefined);
    if (action.kind === "showPane") {
      showPane(true);
      // As in Excel the keyboard goes where the user asked to be, once it is drawn.
      requestAnimationFrame(() => frame.current?.focus());
      return;
    }
    setWorking((now) => new Set([...now, id]));
    try {
      await frame.current?.invokeCommand(id, action.functionName);
    } catch (cause) {
      if (!(cause instanceof CommandNotCompleted)) throw cause;
      setFailure(cause.message);
    } finally {
      setWorking((now) => new Set([...now].filter((each) => each !== id)));
    }
  };

  return (
    <>
      {ribbon instanceof ManifestError ? (
        <Message title={texts.ribbon.noRibbon} text={ribbon.message} />
      ) : (
        ribbon !== undefined && <Ribbon tab={ribbon} working={working} onPress={(button) => void press(button)} />
      )}
      {failure !== undefined && <Message title={texts.ribbon.failedTitle} text={failure} onClose={() => setFailure(undefined)} />}
      {created !== undefined && (
        <MessageBar intent="info">
          <MessageBarBody>{texts.file.created}</MessageBarBody>
          <MessageBarActions containerAction={<Button appearance="transparent" icon={<CloseIcon />} aria-label={texts.file.close} onClick={() => setCreated(undefined)} />}>
            {/* Stays until the workbook is open: whoever is asked about unsaved changes may think again. */}
            <Button onClick={() => onOpen(inMemory(texts.file.createdName, created))}>{texts.file.openCreated}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div className={styles.middle}>
        <main className={styles.sheet}>
          <Spreadsheet
            session={session}
            settle={settle}
            gridRef={grid}
            statusActions={
              <>
                <ToggleButton size="small" appearance="subtle" checked={isHostShown} onClick={() => setIsHostShown(!isHostShown)}>{texts.status.host}</ToggleButton>
                <ToggleButton size="small" appearance="subtle" checked={isPaneShown} onClick={() => showPane(!isPaneShown)}>{texts.pane.frame}</ToggleButton>
              </>
            }
          />
        </main>
        <PaneArea isVisible={isPaneShown} onClose={closePane}>
          <AddInFrame
            session={session}
            settings={settings}
            onFrame={(now) => {
              frame.current = now;
            }}
            onVisible={(isVisible) => {
              setIsPaneShown(isVisible);
            }}
            onAnswered={() => setAnswers((count) => count + 1)}
            onCreated={setCreated}
            onUnknown={(what) => setUnknown((known) => (known.includes(what) ? known : [...known, what]))}
          />
        </PaneArea>
      </div>
      {isHostShown && <HostPanel excel={session.excel} settings={settings} onSettings={onSettings} unknown={unknown} />}
      {dialog}
    </>
  );
}

function Message({ title, text, onClose }: { readonly title: string; readonly text: string; readonly onClose?: () => void }) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {text}
      </MessageBarBody>
      {onClose !== undefined && <MessageBarActions containerAction={<Button appearance="transparent" icon={<CloseIcon />} aria-label={texts.file.close} onClick={onClose} />} />}
    </MessageBar>
  );
}
