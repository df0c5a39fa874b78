import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactNode, useSyncExternalStore } from "react";
import type { Opened } from "./files/useOpenWorkbook.js";
import { texts } from "./texts.js";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "2px 12px", padding: "4px 8px", backgroundColor: tokens.colorNeutralBackground3, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { margin: 0, fontSize: "14px", fontWeight: tokens.fontWeightSemibold },
  file: { display: "flex", gap: "8px", minWidth: 0, fontSize: "13px", flexGrow: 1 },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  state: { color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
});

const nothing = () => () => undefined;

/** What is open, whether it has changes that are not saved, and the file's buttons. */
export function TitleBar({ opened, children }: { readonly opened: Opened | undefined; readonly children: ReactNode }) {
  const styles = useStyles();
  useSyncExternalStore(opened?.session.subscribe ?? nothing, opened?.session.version ?? zero);
  return (
    <header className={styles.bar} data-region="">
      <h1 className={styles.title}>{texts.title}</h1>
      {children}
      {opened !== undefined && (
        <div className={styles.file}>
          <span className={styles.name}>{opened.fileName}</span>
          <span className={styles.state}>{opened.session.isDirty ? texts.unsaved : ""}</span>
        </div>
      )}
    </header>
  );
}

const zero = () => 0;
