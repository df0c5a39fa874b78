import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { ReportPreview } from "../../usecases/previewReport.js";
import { useLocal, useTexts } from "../language.js";
import { reportsTexts } from "./texts.js";

const useStyles = makeStyles({
  section: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  facts: { margin: 0, display: "grid", gridTemplateColumns: "max-content minmax(0, 1fr)", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXS },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: "anywhere" },
});

interface PreviewSummaryProps {
  readonly preview: ReportPreview | undefined;
  readonly onShowFindings: () => void;
}

/** "Det här skrivs": where, how much, and what it would change. */
export function PreviewSummary({ preview, onShowFindings }: PreviewSummaryProps) {
  const texts = useTexts(reportsTexts);
  const local = useLocal();
  const styles = useStyles();
  return (
    <section className={styles.section}>
      {preview !== undefined && <h3 className={styles.heading}>{texts.willWrite}</h3>}
      {/* Always there: a screen reader tells what comes into a region that it knows. */}
      <Text role="status">{preview !== undefined && texts.changes(preview)}</Text>
      {preview !== undefined && (
        <dl className={styles.facts}>
          <dt className={styles.term}>{texts.sheetTerm}</dt>
          <dd className={styles.fact}>{texts.sheet(preview)}</dd>
          <dt className={styles.term}>{texts.areaTerm}</dt>
          <dd className={styles.fact}>{preview.address}</dd>
          <dt className={styles.term}>{texts.contentTerm}</dt>
          <dd className={styles.fact}>{texts.content(preview)}</dd>
        </dl>
      )}
      {preview?.privacy.map((finding) => (
        <MessageBar key={finding.message.sv} intent={finding.severity === "upplysning" ? "info" : "warning"} layout="multiline">
          <MessageBarBody>{local(finding.message)}</MessageBarBody>
        </MessageBar>
      ))}
      {preview !== undefined && preview.errors.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.errorsTitle(preview.errors.length)}</MessageBarTitle>
            {texts.errorsMeaning}
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={onShowFindings}>{texts.showFindings}</Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </section>
  );
}
