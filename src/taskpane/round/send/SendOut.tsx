import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button, MessageBar, MessageBarBody, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { UnitToAsk } from "../../../usecases/round/roundPlan.js";
import { useTexts } from "../../language.js";
import { usePaneSession } from "../../paneSession.js";
import { NotRead } from "../NotRead.js";
import { roundTexts } from "../texts.js";
import { useLook } from "../useLook.js";
import { download } from "./download.js";
import { LastDay, NO_DAY } from "./LastDay.js";
import { MadeForms, type Made } from "./MadeForms.js";
import { sendTexts } from "./texts.js";
import { hasAnswered, UnitChoice } from "./UnitChoice.js";
import { zipForms } from "./zipForms.js";

/** More sheets than this are hard to find one's way among. */
const MANY_SHEETS = 30;

/** More than anyone reads at once. */
const OWNERLESS_SHOWN = 100;

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const useStyles = makeStyles({
  part: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, overflowWrap: "anywhere", "& p": { margin: 0 } },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface SendOutProps {
  readonly period: string;
  /** A new one asks for what has changed; undefined while the part is not shown. */
  readonly stamp: number | undefined;
  readonly onNewPeriod: () => void;
}

/** Skicka ut: whom to ask, and their forms as sheets of the workbook or as files. Units with something left to answer are chosen from the beginning. */
export function SendOut({ period, stamp, onNewPeriod }: SendOutProps) {
  const styles = useStyles();
  const texts = useTexts(sendTexts);
  const shared = useTexts(roundTexts);
  const { actions, run, isBusy } = usePaneSession();
  const { found: plan, hasFailed, again } = useLook(texts.planning, stamp, (work) => actions.planRound({ period }, work));
  /** What the user has said of units, by code. */
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [made, setMade] = useState<Made>();

  const isChosen = (unit: UnitToAsk): boolean => said.get(unit.unit) ?? !hasAnswered(unit);
  const chosen = (plan?.units ?? []).filter(isChosen);
  const [lastDay, setLastDay] = useState(NO_DAY);
  const lastDayField = useRef<HTMLInputElement>(null);
  const choice = { period, units: chosen.map(({ unit }) => unit), deadline: lastDay.day };

  /** Makes the forms, unless the last day cannot be read: then it is for the user to mend. */
  function make(forms: () => Promise<void>): void {
    if (lastDay.isUnread) lastDayField.current?.focus();
    else void forms();
  }

  async function makeSheets(): Promise<void> {
    const result = await run(texts.makingSheets, (work) => actions.makeSheets(choice, work));
    if (result === undefined) return;
    setMade({ kind: "sheets", sheets: result.sheets });
    again();
  }

  async function makeFiles(): Promise<void> {
    const result = await run(texts.makingFiles, async (work): Promise<Made> => {
      const files = await actions.makeFiles(choice, work);
      const [only] = files;
      if (files.length === 1 && only !== undefined) return { kind: "files", files, name: only.name, content: new Blob([new Uint8Array(only.bytes)], { type: XLSX }) };
      return { kind: "files", files, name: texts.zipName(period), content: await zipForms(files, work) };
    });
    if (result?.kind !== "files") return;
    download(result.name, result.content);
    setMade(result);
    again();
  }

  if (plan === undefined) return <NotRead purpose={texts.purpose} hasFailed={hasFailed} again={again} />;
  const left = plan.units.reduce((sum, { asked, answered }) => sum + Math.max(0, asked - answered), 0);
  return (
    <div className={styles.part}>
      <p>{texts.purpose}</p>
      {made !== undefined && <MadeForms made={made} />}
      {plan.units.length === 0 ? (
        <>
          <p>{texts.nothing(period)}</p>
          <div>
            <Button appearance="primary" disabledFocusable={isBusy} onClick={onNewPeriod}>
              {texts.newPeriod}
            </Button>
          </div>
        </>
      ) : (
        <>
          <Text weight="semibold">{texts.summary(plan.units.length, left)}</Text>
          <UnitChoice
            units={plan.units}
            isChosen={isChosen}
            onChoose={(units, isChosen) => setSaid((said) => new Map([...said, ...units.map(({ unit }) => [unit, isChosen] as const)]))}
          />
          {chosen.length > MANY_SHEETS && (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>{texts.manySheets(chosen.length)}</MessageBarBody>
            </MessageBar>
          )}
          <LastDay said={lastDay} onSaid={setLastDay} field={lastDayField} />
          {chosen.length === 0 ? (
            <p>{texts.noneChosen}</p>
          ) : (
            <div className={styles.buttons}>
              <Button appearance="primary" disabledFocusable={isBusy} onClick={() => make(makeSheets)}>
                {texts.makeSheets(chosen.length)}
              </Button>
              <Button disabledFocusable={isBusy} onClick={() => make(makeFiles)}>
                {texts.makeFiles(chosen.length)}
              </Button>
            </div>
          )}
          <p className={styles.quiet}>{texts.sheetsHint}</p>
        </>
      )}
      {plan.ownerless.length > 0 && (
        <Accordion collapsible>
          <AccordionItem value="ownerless">
            <AccordionHeader as="h3">{texts.ownerless(plan.ownerless.length)}</AccordionHeader>
            <AccordionPanel className={styles.part}>
              <p>{texts.ownerlessHint}</p>
              <ul className={styles.list}>
                {plan.ownerless.slice(0, OWNERLESS_SHOWN).map((row) => (
                  <li key={row}>{row}</li>
                ))}
              </ul>
              {plan.ownerless.length > OWNERLESS_SHOWN && <p>{texts.moreOwnerless(plan.ownerless.length - OWNERLESS_SHOWN)}</p>}
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
