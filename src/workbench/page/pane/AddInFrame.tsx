import { makeStyles } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef } from "react";
import { PaneFrame } from "../../frame/paneFrame.js";
import type { UserSession } from "../../user/session.js";
import { type HostSettings, undoesAddIns } from "../host/hostSettings.js";
import { texts } from "../texts.js";

const useStyles = makeStyles({ frame: { border: 0, flexGrow: 1, width: "100%", minHeight: 0, "@media (max-width: 700px)": { minHeight: "85dvh" } } });

interface AddInFrameProps {
  readonly session: UserSession;
  readonly settings: HostSettings;
  /** The frame that the add-in lives in now; undefined when it is being replaced. */
  readonly onFrame: (frame: PaneFrame | undefined) => void;
  readonly onVisible: (isVisible: boolean) => void;
  readonly onAnswered: () => void;
  readonly onCreated: (file: Uint8Array) => void;
  readonly onUnknown: (what: string) => void;
}

/** The add-in's own page. Another workbook, or another kind of Excel, starts it anew. */
export function AddInFrame({ session, settings, onFrame, onVisible, onAnswered, onCreated, onUnknown }: AddInFrameProps) {
  const styles = useStyles();
  const { excelApi, language, appearance } = settings;
  const isUndoOffered = undoesAddIns(settings);
  const iframe = useRef<HTMLIFrameElement>(null);
  const handOver = useEffectEvent(onFrame);
  const visible = useEffectEvent(onVisible);
  const answered = useEffectEvent(onAnswered);
  const created = useEffectEvent(onCreated);
  const unknown = useEffectEvent(onUnknown);

  useEffect(() => {
    const { current } = iframe;
    if (current === null) return undefined;
    const { excel } = session;
    const press = () => session.askAddIn();
    const pressKey = (event: KeyboardEvent) => {
      press();
      handOn(event, current.ownerDocument);
    };
    session.offerUndoOfAddIn(isUndoOffered);
    const frame = new PaneFrame(current, excel, {
      requirementSets: { ExcelApi: excelApi, SharedRuntime: "1.1" },
      displayLanguage: language,
      ...(appearance === "system" ? {} : { dark: appearance === "dark" }),
      onStarted: () => {
        current.contentWindow?.addEventListener("pointerdown", press, true);
        current.contentWindow?.addEventListener("keydown", pressKey, true);
      },
      onPaneVisible: (isVisible) => visible(isVisible),
      onAnswered: () => answered(),
      onWorkbookCreated: (file) => created(file),
      onUnknown: (what) => unknown(what),
    });
    handOver(frame);
    const stopSelections = tellSelections(session, frame);
    return () => {
      stopSelections();
      handOver(undefined);
      frame.close();
    };
  }, [session, excelApi, language, appearance, isUndoOffered]);

  return <iframe ref={iframe} key={`${excelApi} ${language} ${appearance}`} title={texts.pane.frame} className={styles.frame} />;
}

/** The page's own keys hold in the pane too: F6, and those with Ctrl such as Ctrl+S. What the page does nothing with is the pane's. */
function handOn(event: KeyboardEvent, page: Document): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (key !== "F6" && !ctrlKey && !metaKey) return;
  const isHandled = !page.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, metaKey, altKey, shiftKey, cancelable: true }));
  if (isHandled) event.preventDefault();
}

/** Tells the add-in of each new selection, whoever made it; gives the way to stop. */
function tellSelections(session: UserSession, frame: PaneFrame): () => void {
  const place = () => `${session.selection.sheet}!${session.address(session.selection)}`;
  let told = place();
  return session.subscribe(() => {
    const now = place();
    if (now !== told) frame.selectionChanged();
    told = now;
  });
}
