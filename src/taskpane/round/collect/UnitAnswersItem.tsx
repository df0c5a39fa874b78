import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { AnswerLine, UnitAnswers } from "../../../usecases/round/collectPreview.js";
import { useTexts } from "../../language.js";
import { AnswerItem, type AnswerDeeds } from "./AnswerItem.js";
import { countKinds, type UnitGroup } from "./decisions.js";
import { collectTexts } from "./texts.js";

/** More than anyone reads at once. */
const PAGE = 50;

const useStyles = makeStyles({
  lines: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  header: { display: "block" },
  detail: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: "anywhere" },
});

/** A unit with what has come from it in a line; its answers are shown when it is opened. */
export function UnitAnswersItem({ group: { unit, lines }, isBusy, ...deeds }: AnswerDeeds & { readonly group: UnitGroup; readonly isBusy: boolean }) {
  const styles = useStyles();
  const texts = useTexts(collectTexts);
  return (
    <Accordion collapsible>
      <AccordionItem value={unit.unit}>
        <AccordionHeader as="h4">
          <span className={styles.header}>
            {unit.name}
            <span className={styles.detail}>{[texts.unit(unit), ...countKinds(lines).map(([kind, count]) => texts.counted(kind, count))].join(" · ")}</span>
            <Readiness unit={unit} />
          </span>
        </AccordionHeader>
        <AccordionPanel>
          {unit.sources.length > 0 && <span className={styles.detail}>{texts.from(unit.sources)}</span>}
          <AnswerLines lines={lines} isBusy={isBusy} {...deeds} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

function Readiness({ unit: { ready, deadline } }: { readonly unit: UnitAnswers }) {
  const styles = useStyles();
  const texts = useTexts(collectTexts);
  if (ready === null) return <span className={styles.detail}>{texts.notReady}</span>;
  const late = deadline === null ? 0 : ready - deadline;
  return <span className={styles.detail}>{[texts.ready(ready), ...(late > 0 ? [texts.late(late)] : [])].join(", ")}</span>;
}

/** Answers one by one, as many as are read at once. */
export function AnswerLines({ lines, isBusy, ...deeds }: AnswerDeeds & { readonly lines: readonly AnswerLine[]; readonly isBusy: boolean }) {
  const styles = useStyles();
  const texts = useTexts(collectTexts);
  const [count, setCount] = useState(PAGE);
  return (
    <>
      <ul className={styles.lines}>
        {lines.slice(0, count).map((line) => (
          <li key={line.id}>
            <AnswerItem line={line} isBusy={isBusy} {...deeds} />
          </li>
        ))}
      </ul>
      {lines.length > count && (
        <Button size="small" onClick={() => setCount(count + PAGE)}>
          {texts.showMore(Math.min(PAGE, lines.length - count), lines.length - count)}
        </Button>
      )}
    </>
  );
}
