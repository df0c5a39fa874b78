import { Button, Field, Radio, RadioGroup, Text, makeStyles, tokens } from "@fluentui/react-components";
import { addressText } from "../../../registers/address.js";
import type { CellAddress } from "../../../registers/cell.js";
import type { AnswerLine, CollectDecisions } from "../../../usecases/round/collectPreview.js";
import { useLocal, useTexts } from "../../language.js";
import { asksForAttention, decisionOf } from "./decisions.js";
import { KindMark } from "./KindMark.js";
import { collectTexts } from "./texts.js";

const useStyles = makeStyles({
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalS, overflowWrap: "anywhere", whiteSpace: "pre-line" },
  place: { marginLeft: tokens.spacingHorizontalXS },
  detail: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  choices: { flexWrap: "wrap" },
  button: { minWidth: "auto" },
});

export interface AnswerDeeds {
  readonly decisions: CollectDecisions;
  readonly onDecide: (line: AnswerLine, decision: "keep" | number) => void;
  readonly onGoTo: (at: CellAddress) => void;
}

/** One answer: what is to be told of it, where it goes, what stands there, where it comes from, and for a conflict what is to hold. */
export function AnswerItem({ line, isBusy, decisions, onDecide, onGoTo }: AnswerDeeds & { readonly line: AnswerLine; readonly isBusy: boolean }) {
  const texts = useTexts(collectTexts);
  const local = useLocal();
  const styles = useStyles();
  const { kind, to, standing, answers } = line;
  const place = texts.place(line);
  const isPlain = !asksForAttention(kind);
  const decision = decisionOf(line, decisions);
  return (
    <div className={styles.item}>
      <div>
        <KindMark kind={kind} />
        {place !== "" && (
          <Text weight="semibold" className={styles.place}>
            {place}
          </Text>
        )}
      </div>
      {isPlain && <Text>{texts.becomes(standing, answers[0]?.text ?? "")}</Text>}
      <span className={isPlain ? styles.detail : undefined}>{local(line.message)}</span>
      {kind === "conflict" ? (
        <Field label={texts.decide(place)}>
          <RadioGroup className={styles.choices} value={decision === undefined ? "" : String(decision)} onChange={(_event, { value }) => onDecide(line, value === "keep" ? "keep" : Number(value))}>
            <Radio value="keep" label={texts.keep(standing)} />
            {answers.map(({ text, from }, index) => (
              <Radio key={index} value={String(index)} label={texts.take(text, texts.source(from))} />
            ))}
          </RadioGroup>
        </Field>
      ) : (
        answers.map(({ text, from }, index) => (
          <span key={index} className={styles.detail}>
            {isPlain || text === "" ? texts.source(from) : `${texts.answer(text)}: ${texts.source(from)}`}
          </span>
        ))
      )}
      {to !== undefined && to.at !== null && <GoTo at={to.at} isBusy={isBusy} onGoTo={onGoTo} />}
    </div>
  );
}

function GoTo({ at, isBusy, onGoTo }: Pick<AnswerDeeds, "onGoTo"> & { readonly at: CellAddress; readonly isBusy: boolean }) {
  const texts = useTexts(collectTexts);
  const styles = useStyles();
  return (
    <div>
      <Button className={styles.button} size="small" disabledFocusable={isBusy} aria-label={texts.goToCell(addressText(at))} onClick={() => onGoTo(at)}>
        {texts.goTo}
      </Button>
    </div>
  );
}
