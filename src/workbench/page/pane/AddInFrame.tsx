import { makeStyles } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef } from "react";
import { PaneFrame } from "../../frame/paneFrame.js";
import type { UserSession } from "../../user/session.js";
import type { HostSettings } from "../host/hostSettings.js";
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
export function AddInFrame({ session, settings: { excelApi, language, appearance }, onFrame, onVisible, onAnswered, onCreated, onUnknown }: AddInFrameProps) {
  const styles = useStyles();
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
    // What passes is counted from the latest press on, in the pane or in the ribbon.
    const countAnew = () => excel.traffic.reset();
    const frame = new PaneFrame(current, excel, {
      requirementSets: { ExcelApi: excelApi, SharedRuntime: "1.1" },
      displayLanguage: language,
      ...(appearance === "system" ? {} : { dark: appearance === "dark" }),
      onStarted: () => {
        current.contentWindow?.addEventListener("pointerdown", countAnew, true);
        current.contentWindow?.addEventListener("keydown", countAnew, true);
      },
      onPaneVisible: (isVisible) => visible(isVisible),
      onAnswered: () => answered(),
      onWorkbookCreated: (file) => created(file),
      onUnknown: (what) => unknown(what),
    });
    handOver(frame);
    return () => {
      handOver(undefined);
      frame.close();
    };
  }, [session, excelApi, language, appearance]);

  return <iframe ref={iframe} key={`${excelApi} ${language} ${appearance}`} title={texts.pane.frame} className={styles.frame} />;
}
