import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, MessageBar, MessageBarActions, MessageBarBody, ProgressBar, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { UnitStanding } from "../../../usecases/round/roundState.js";
import { useTexts } from "../../language.js";
import { usePaneSession } from "../../paneSession.js";
import { LongList } from "../LongList.js";
import { NotRead } from "../NotRead.js";
import { roundTexts } from "../texts.js";
import { useLook } from "../useLook.js";
import { standingTexts } from "./texts.js";
import { UnitItem } from "./UnitItem.js";

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, overflowWrap: "anywhere", "& p": { margin: 0 } },
  text: { display: "block", marginBottom: tokens.spacingVerticalXS },
});

const isReady = ({ state }: UnitStanding): boolean => state === "inTime" || state === "late";
const codeOf = ({ unit }: UnitStanding): string => unit;
const textOf = ({ unit, name }: UnitStanding): string => `${unit} ${name}`;

/** Worst first; where they are alike, in their own order. */
const byUrgency = (units: readonly UnitStanding[]): readonly UnitStanding[] => [...units].sort((a, b) => b.daysLate - a.daysLate);

interface StandingProps {
  readonly period: string;
  /** A new one asks for what has changed; undefined while the part is not shown. */
  readonly stamp: number | undefined;
  /** Name of the sheet that Klarmarkering stands on; undefined where there is none. */
  readonly signOffSheet: string | undefined;
}

/** Läget: who has answered and marked ready, in time or not, and a reminder to each of the others. */
export function Standing({ period, stamp, signOffSheet }: StandingProps) {
  const styles = useStyles();
  const texts = useTexts(standingTexts);
  const shared = useTexts(roundTexts);
  const { actions, run, isBusy } = usePaneSession();
  const { found: round, hasFailed, again } = useLook(texts.looking, stamp, (work) => actions.roundState(period, work));
  const id = useId();

  if (round === undefined) return <NotRead purpose={texts.purpose} hasFailed={hasFailed} again={again} />;
  const { units, shareInTime } = round;
  const done = units.filter(isReady);
  const left = byUrgency(units.filter((unit) => !isReady(unit)));
  const withoutRow = units.filter(({ state }) => state === null).length;
  return (
    <div className={styles.part}>
      <p>{texts.purpose}</p>
      {units.length === 0 ? (
        <p>{texts.nobody(period)}</p>
      ) : (
        <div>
          <span className={styles.text} id={id}>
            {`${texts.ready(done.length, units.length)} ${shareInTime === null ? texts.noShare : texts.share(shareInTime)}`}
          </span>
          <ProgressBar thickness="large" value={done.length} max={units.length} color={done.length === units.length ? "success" : "brand"} aria-labelledby={id} />
        </div>
      )}
      {withoutRow > 0 && signOffSheet !== undefined && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{texts.noRows(withoutRow)}</MessageBarBody>
          <MessageBarActions>
            <Button disabledFocusable={isBusy} onClick={() => void run(shared.goingTo(signOffSheet), () => actions.goToSheet(signOffSheet))}>
              {texts.goToSignOff}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {left.length > 0 && (
        <section aria-label={texts.left}>
          <Text weight="semibold">{texts.left}</Text>
          <LongList items={left} name={texts.left} keyOf={codeOf} textOf={textOf}>
            {(unit) => <UnitItem unit={unit} />}
          </LongList>
        </section>
      )}
      {done.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="done">
            <AccordionHeader as="h3">{texts.done(done.length)}</AccordionHeader>
            <AccordionPanel>
              <LongList items={done} name={texts.done(done.length)} keyOf={codeOf} textOf={textOf}>
                {(unit) => <UnitItem unit={unit} />}
              </LongList>
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
      <div>
        <Button size="small" disabledFocusable={isBusy} onClick={again}>
          {shared.readAgain}
        </Button>
      </div>
    </div>
  );
}
