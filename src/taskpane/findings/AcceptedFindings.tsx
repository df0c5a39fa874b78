import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import type { Finding } from "../../registers/finding.js";
import { dayText } from "../../registers/values/formatting.js";
import type { AcceptedFinding } from "../../usecases/overview.js";
import { useLocal, useTexts } from "../language.js";
import { findingsTexts } from "./texts.js";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  line: { display: "block", overflowWrap: "anywhere" },
});

/** More than anyone reads at once. */
const SHOWN = 100;

interface AcceptedFindingsProps {
  readonly accepted: readonly AcceptedFinding[];
  readonly isBusy: boolean;
  readonly onTakeBack: (finding: Finding) => void;
}

/** What somebody has accepted, with the reason and the day; closed until it is asked for. */
export function AcceptedFindings({ accepted, isBusy, onTakeBack }: AcceptedFindingsProps) {
  const texts = useTexts(findingsTexts);
  const local = useLocal();
  const styles = useStyles();
  return (
    <Accordion collapsible>
      <AccordionItem value="accepted">
        <AccordionHeader as="h3">{texts.acceptedHeading(accepted.length)}</AccordionHeader>
        <AccordionPanel>
          <ul className={styles.list}>
            {accepted.slice(0, SHOWN).map(({ finding, reason, date }, index) => (
              <li key={index}>
                <Text weight="semibold" className={styles.line}>
                  {texts.place(finding)}
                </Text>
                <Text className={styles.line}>{local(finding.message)}</Text>
                <Text className={styles.line}>{texts.acceptedBecause(reason, dayText(date))}</Text>
                <Button size="small" disabledFocusable={isBusy} aria-label={texts.takeBackAt(texts.place(finding))} onClick={() => onTakeBack(finding)}>
                  {texts.takeBack}
                </Button>
              </li>
            ))}
          </ul>
          {accepted.length > SHOWN && <Text>{texts.moreAccepted(accepted.length - SHOWN)}</Text>}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
