import { AriaLiveAnnouncer, Button, FluentProvider, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Spinner, Text, makeStyles, tokens, webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { useState } from "react";
import type { Finding } from "../registers/finding.js";
import type { EditedCell } from "../usecases/buildReport.js";
import { WorkbookError } from "../usecases/workbookError.js";
import { FindingList } from "./FindingList.js";
import type { PaneActions, PaneBuild } from "./paneActions.js";
import { texts } from "./texts.js";
import { useDarkMode } from "./useDarkMode.js";

/** What the pane shows under its buttons. */
type Shown =
  | { readonly kind: "introduction" }
  | { readonly kind: "working"; readonly what: string }
  | { readonly kind: "checked"; readonly findings: readonly Finding[] }
  | PaneBuild
  | { readonly kind: "failed"; readonly message: string };

const useStyles = makeStyles({
  // Excel draws its own information button over the pane's upper right corner on Windows.
  // minmax: a MessageBar is otherwise wider than a narrow pane.
  page: { minHeight: "100vh", boxSizing: "border-box", padding: tokens.spacingHorizontalL, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", alignContent: "start", rowGap: tokens.spacingVerticalL },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, paddingRight: tokens.spacingHorizontalXXXL },
  subtitle: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  edits: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
});

/** The task pane: check the registers, build the report, and see what came of it. */
export function Pane({ actions }: { readonly actions: PaneActions }) {
  const styles = useStyles();
  const dark = useDarkMode();
  const [shown, setShown] = useState<Shown>({ kind: "introduction" });
  const working = shown.kind === "working";

  async function work(what: string, task: () => Promise<Shown>) {
    setShown({ kind: "working", what });
    try {
      setShown(await task());
    } catch (error) {
      setShown({ kind: "failed", message: error instanceof WorkbookError ? error.message : texts.unexpected });
    }
  }
  const check = () => work(texts.checking, async () => ({ kind: "checked", findings: await actions.check() }));
  const build = (edits: "ask" | "keep" | "replace") => work(texts.building, () => actions.buildMaluppfoljning(edits));

  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme}>
      <AriaLiveAnnouncer>
        <main className={styles.page} aria-busy={working}>
          <h1 className={styles.title}>{texts.title}</h1>
          <div className={styles.buttons}>
            {/* disabledFocusable: a button that is disabled while it works would drop the keyboard's focus. */}
            <Button appearance="primary" disabledFocusable={working} onClick={() => void build("ask")}>
              {texts.build}
            </Button>
            <Button disabledFocusable={working} onClick={() => void check()}>
              {texts.check}
            </Button>
          </div>
          <div role="status">{working && <Spinner size="small" labelPosition="after" label={shown.what} />}</div>
          <Outcome shown={shown} onDecision={(edits) => void build(edits)} />
        </main>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}

function Outcome({ shown, onDecision }: { readonly shown: Shown; readonly onDecision: (edits: "keep" | "replace") => void }) {
  const styles = useStyles();
  switch (shown.kind) {
    case "introduction":
      return <Text>{texts.introduction}</Text>;
    case "working":
      return null;
    case "failed":
      return (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.failed}</MessageBarTitle>
            {shown.message}
          </MessageBarBody>
        </MessageBar>
      );
    case "checked":
      return <Findings findings={shown.findings} />;
    case "edited":
      return (
        <section className={styles.section} aria-label={texts.editsTitle}>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{texts.editsTitle}</MessageBarTitle>
              {texts.editsQuestion}
            </MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => { onDecision("keep"); }}>{texts.keepEdits}</Button>
              <Button onClick={() => { onDecision("replace"); }}>{texts.replaceEdits}</Button>
            </MessageBarActions>
          </MessageBar>
          <Edits edits={shown.edits} />
        </section>
      );
    case "built":
      return (
        <>
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{texts.done}</MessageBarTitle>
              {texts.built(shown.written.sheet, shown.written.address)}
            </MessageBarBody>
          </MessageBar>
          {shown.lostEdits.length > 0 && (
            <section className={styles.section}>
              <Text>{texts.lostEdits}</Text>
              <Edits edits={shown.lostEdits} />
            </section>
          )}
          <Findings findings={shown.findings} />
        </>
      );
  }
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <h2 className={styles.subtitle}>{texts.findingsHeading}</h2>
      <Text role="status">{findings.length === 0 ? texts.noFindings : texts.counts(findings)}</Text>
      {findings.length > 0 && <FindingList findings={findings} />}
    </section>
  );
}

function Edits({ edits }: { readonly edits: readonly EditedCell[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.edits}>
      {edits.map((edit) => (
        <li key={edit.address}>{texts.edit(edit)}</li>
      ))}
    </ul>
  );
}
