import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { UnitToAsk } from "../../../usecases/round/roundPlan.js";
import { useTexts } from "../../language.js";
import { Details } from "../Details.js";
import { LongList } from "../LongList.js";
import { sendTexts } from "./texts.js";

const useStyles = makeStyles({
  whole: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  choice: { width: "100%" },
});

/** Whether every cell that the unit is asked to fill in is filled in. */
export const hasAnswered = ({ asked, answered }: UnitToAsk): boolean => answered >= asked;

const codeOf = ({ unit }: UnitToAsk): string => unit;
const textOf = ({ unit, name }: UnitToAsk): string => `${unit} ${name}`;

interface UnitChoiceProps {
  readonly units: readonly UnitToAsk[];
  readonly isChosen: (unit: UnitToAsk) => boolean;
  readonly onChoose: (units: readonly UnitToAsk[], isChosen: boolean) => void;
}

/** The units that can be asked, each with what it is asked and by when; those with nothing left to answer are folded away. */
export function UnitChoice({ units, isChosen, onChoose }: UnitChoiceProps) {
  const styles = useStyles();
  const texts = useTexts(sendTexts);
  const left = units.filter((unit) => !hasAnswered(unit));
  const done = units.filter(hasAnswered);
  const choice = (unit: UnitToAsk) => (
    <Checkbox
      className={styles.choice}
      checked={isChosen(unit)}
      onChange={(_, { checked }) => onChoose([unit], checked === true)}
      label={
        <>
          {unit.name}
          <Details parts={[texts.rows(unit), texts.deadline(unit.deadline)]} />
          <Details parts={[texts.answered(unit), ...(unit.sheet === null ? [] : [texts.hasSheet(unit.sheet, unit.notInSheet)])]} />
        </>
      }
    />
  );
  return (
    <div className={styles.whole}>
      {units.length > 1 && (
        <div className={styles.buttons}>
          {/* Who has answered already is asked again only when chosen by name. */}
          <Button size="small" onClick={() => onChoose(left.length === 0 ? units : left, true)}>
            {texts.all}
          </Button>
          <Button size="small" onClick={() => onChoose(units, false)}>
            {texts.none}
          </Button>
        </div>
      )}
      {left.length > 0 && (
        <LongList items={left} name={texts.units} keyOf={codeOf} textOf={textOf}>
          {choice}
        </LongList>
      )}
      {done.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="done">
            <AccordionHeader as="h3">{texts.done(done.length)}</AccordionHeader>
            <AccordionPanel>
              <LongList items={done} name={texts.done(done.length)} keyOf={codeOf} textOf={textOf}>
                {choice}
              </LongList>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </div>
  );
}
