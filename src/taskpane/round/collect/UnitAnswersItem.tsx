import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { AnswerLine, UnitAnswers } from "../../../usecases/round/collectPreview.js";
import { useTexts } from "../../language.js";
import { Details } from "../Details.js";
import { AnswerItem, type AnswerDeeds } from "./AnswerItem.js";
import { countKinds, type UnitGroup } from "./decisions.js";
import { collectTexts } from "./texts.js";

/** More than anyone reads at once. */
const PAGE = 50;

const useStyles = makeStyles({
  lines: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS },
  header: { display: "block" },
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
            <Details parts={[texts.unit(unit), ...countKinds(lines).map(([kind, count]) => texts.counted(kind, count)), ...readiness(unit, texts)]} />
          </span>
        </AccordionHeader>
        <AccordionPanel>
          {unit.sources.length > 0 && <Details parts={[texts.from(unit.sources)]} />}
          <AnswerLines lines={lines} isBusy={isBusy} {...deeds} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

/** Whether and when it was marked ready, and how late. */
function readiness({ ready, deadline }: UnitAnswers, texts: typeof collectTexts.sv): readonly string[] {
  if (ready === null) return [texts.notReady];
  const late = deadline === null ? 0 : ready - deadline;
  return [texts.ready(ready), ...(late > 0 ? [texts.late(late)] : [])];
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
