import { Text, makeStyles, tokens } from "@fluentui/react-components";
import type { IntakePreview, PreviewTable } from "../../usecases/takeIn/intakePreview.js";
import { useTexts } from "../language.js";
import type { RowCounts } from "./planCounts.js";
import { intakeTexts } from "./texts.js";

const useStyles = makeStyles({
  summary: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface PreviewSummaryProps {
  readonly preview: Pick<IntakePreview, "otherSheets">;
  /** How many findings there are. */
  readonly remarks: number;
  /** Those of the tables that are taken in. */
  readonly taken: readonly PreviewTable[];
  readonly counts: RowCounts;
}

/** In words what was found, and what it comes to. Read out anew when something else has been chosen. */
export function PreviewSummary({ preview: { otherSheets }, remarks, taken, counts }: PreviewSummaryProps) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const found = { tables: taken.length, sheets: new Set(taken.map(({ sheet }) => sheet)).size, rows: taken.reduce((sum, { rowCount }) => sum + rowCount, 0) };
  return (
    <section className={styles.summary}>
      <h3 className={styles.heading}>{texts.found}</h3>
      <Text role="status">
        {taken.length === 0 ? texts.nothingChosen : `${texts.summary(found)} ${texts.comesTo(counts)} ${texts.remarks(remarks)}`}
      </Text>
      {otherSheets.length > 0 && <p className={styles.quiet}>{texts.otherSheets(otherSheets)}</p>}
    </section>
  );
}
