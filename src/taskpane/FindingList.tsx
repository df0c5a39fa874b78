import { Badge, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Finding, Severity } from "../registers/finding.js";
import { texts } from "./texts.js";

/** More than anyone reads at once, and few enough to draw without delay. */
const SHOWN = 100;

const colors = { fel: "danger", varning: "warning", upplysning: "informative" } as const satisfies Record<Severity, string>;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  place: { display: "block", marginLeft: 0, overflowWrap: "anywhere" },
  message: { display: "block", overflowWrap: "anywhere" },
});

/** The findings of a check in the order given: severity in words and colour, where, and what to do. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const styles = useStyles();
  return (
    <>
      <ul className={styles.list} aria-label={texts.findingsHeading}>
        {findings.slice(0, SHOWN).map((finding, index) => (
          <li key={index}>
            <Badge appearance="tint" color={colors[finding.severity]}>
              {texts.severity(finding.severity)}
            </Badge>
            <Text weight="semibold" className={styles.place}>
              {texts.place(finding)}
            </Text>
            <Text className={styles.message}>{finding.message.sv}</Text>
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && <Text>{texts.more(findings.length - SHOWN)}</Text>}
    </>
  );
}
