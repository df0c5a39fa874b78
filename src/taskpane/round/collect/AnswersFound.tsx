import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, Field, MessageBar, MessageBarBody, Radio, RadioGroup, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { CellAddress } from "../../../registers/cell.js";
import type { CollectDecisions, CollectPreview } from "../../../usecases/round/collectPreview.js";
import { useTexts } from "../../language.js";
import { usePaneSession } from "../../paneSession.js";
import { LongList } from "../LongList.js";
import { roundTexts } from "../texts.js";
import { FilesButton } from "./AnswerFiles.js";
import { countKinds, decide, groupsOf, outcomeOf, type UnitGroup } from "./decisions.js";
import { KindMark } from "./KindMark.js";
import { collectTexts } from "./texts.js";
import { AnswerLines, UnitAnswersItem } from "./UnitAnswersItem.js";

const useStyles = makeStyles({
  found: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  kinds: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexWrap: "wrap", gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const EACH = "each";

interface AnswersFoundProps {
  readonly preview: CollectPreview;
  /** Whether the sheets of the workbook were among what was read. */
  readonly hasSheets: boolean;
  readonly isBusy: boolean;
  readonly decisions: CollectDecisions;
  readonly onDecisions: (decisions: CollectDecisions) => void;
  readonly onWrite: () => void;
  readonly onMore: (files: readonly File[]) => void;
  readonly onStartOver: () => void;
}

/** What the returned forms come to: in short, what is to hold in conflicts, the step that writes it, and every answer by unit, those to look over first. */
export function AnswersFound({ preview, hasSheets, isBusy, decisions, onDecisions, onWrite, onMore, onStartOver }: AnswersFoundProps) {
  const styles = useStyles();
  const texts = useTexts(collectTexts);
  const shared = useTexts(roundTexts);
  const { actions, run } = usePaneSession();
  const { strays, attention, fine, silent } = useMemo(() => groupsOf(preview), [preview]);
  const conflicts = preview.lines.filter(({ kind }) => kind === "conflict").length;
  const { written, undecided } = outcomeOf(preview, decisions);

  const deeds = {
    decisions,
    isBusy,
    onDecide: (line: CollectPreview["lines"][number], decision: "keep" | number) => onDecisions(decide(decisions, line, decision)),
    onGoTo: (at: CellAddress) => void run(shared.goingTo(at.sheet), () => actions.goTo(at)),
  };
  const list = (name: string, shown: readonly UnitGroup[]) => (
    <LongList items={shown} name={name} keyOf={codeOf} textOf={textOf}>
      {(group) => <UnitAnswersItem group={group} {...deeds} />}
    </LongList>
  );
  const folded = (name: string, shown: readonly UnitGroup[]) =>
    shown.length > 0 && (
      <Accordion collapsible>
        <AccordionItem value={name}>
          <AccordionHeader as="h3">{name}</AccordionHeader>
          <AccordionPanel>{list(name, shown)}</AccordionPanel>
        </AccordionItem>
      </Accordion>
    );

  return (
    <div className={styles.found}>
      <h3 className={styles.heading}>{texts.found}</h3>
      <Text>{texts.summary(preview.files, attention.length + fine.length, hasSheets)}</Text>
      <ul className={styles.kinds}>
        {countKinds(preview.lines).map(([kind, count]) => (
          <li key={kind}>
            <KindMark kind={kind} count={count} />
          </li>
        ))}
      </ul>
      {conflicts > 0 && (
        <Field label={texts.rule(conflicts)}>
          <RadioGroup
            value={decisions.rule ?? EACH}
            onChange={(_event, { value }) => {
              const { rule: _before, ...others } = decisions;
              onDecisions(value === "newest" || value === "existing" ? { ...others, rule: value } : others);
            }}
          >
            <Radio value={EACH} label={texts.ruleEach} />
            <Radio value="newest" label={texts.ruleNewest} />
            <Radio value="existing" label={texts.ruleExisting} />
          </RadioGroup>
        </Field>
      )}
      {undecided > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.undecided(undecided)}</MessageBarBody>
        </MessageBar>
      )}
      {written === 0 && <Text>{texts.nothing}</Text>}
      <div className={styles.buttons}>
        {written > 0 && (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={onWrite}>
            {texts.write(written)}
          </Button>
        )}
        <FilesButton isBusy={isBusy} label={texts.more} onFiles={onMore} />
        <Button disabledFocusable={isBusy} onClick={onStartOver}>
          {texts.startOver}
        </Button>
      </div>
      {strays.length > 0 && (
        <section className={styles.found} aria-label={texts.strays(strays.length)}>
          <h3 className={styles.heading}>{texts.strays(strays.length)}</h3>
          <AnswerLines lines={strays} {...deeds} />
        </section>
      )}
      {attention.length > 0 && (
        <section className={styles.found} aria-label={texts.attention(attention.length)}>
          <h3 className={styles.heading}>{texts.attention(attention.length)}</h3>
          {list(texts.attention(attention.length), attention)}
        </section>
      )}
      {folded(texts.fine(fine.length), fine)}
      {folded(texts.silent(silent.length), silent)}
    </div>
  );
}

const codeOf = ({ unit }: UnitGroup): string => unit.unit;
const textOf = ({ unit, lines }: UnitGroup): string => [unit.unit, unit.name, ...unit.sources, ...lines.map(({ to }) => to?.key ?? "")].join(" ");
