import { Button, Field, MessageBar, MessageBarActions, MessageBarBody, Select, Tab, TabList, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { TakeInAnswers } from "./collect/TakeInAnswers.js";
import { SendOut } from "./send/SendOut.js";
import { Standing } from "./standing/Standing.js";
import { roundTexts } from "./texts.js";

const useStyles = makeStyles({
  view: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, overflowWrap: "anywhere", "& p": { margin: 0 } },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  parts: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalSNudge})`, flexWrap: "wrap" },
  button: { minWidth: 0 },
});

/** In the order of the work. */
const parts = ["send", "collect", "standing"] as const;
type Part = (typeof parts)[number];

const isPart = (value: unknown): value is Part => parts.some((part) => part === value);

interface RoundViewProps {
  /** Turns to where committee and period are chosen. */
  readonly onChoose: () => void;
  /** Turns to what a new period begins with. */
  readonly onNewPeriod: () => void;
}

/** Inlämning: sheets out to the units, answers in, and who has answered; or what there has to be first. */
export function RoundView({ onChoose, onNewPeriod }: RoundViewProps) {
  const styles = useStyles();
  const texts = useTexts(roundTexts);
  const { overview, isBusy, check, show } = usePaneSession();
  const [chosen, setChosen] = useState<string>();
  const period = (chosen !== undefined && overview?.periods.includes(chosen) === true ? chosen : overview?.choice.period) ?? null;
  return (
    <div className={styles.view}>
      <h2 className={styles.heading}>{texts.heading}</h2>
      {overview === undefined ? (
        <Step text={texts.notRead} action={texts.read} isBusy={isBusy} onTake={() => void check()} />
      ) : overview.state !== "registers" ? (
        <Step text={texts.noRegisters} action={texts.toOverview} isBusy={false} onTake={() => show("overview")} />
      ) : period === null ? (
        <Step text={texts.noPeriod} action={texts.choosePeriod} isBusy={isBusy} onTake={onChoose} />
      ) : (
        <>
          <Field label={texts.period}>
            <Select value={period} onChange={(_event, { value }) => setChosen(value)}>
              {overview.periods.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </Select>
          </Field>
          {/* What is chosen and read belongs to its period. */}
          <Parts key={period} period={period} signOffSheet={overview.registers.find(({ key }) => key === "klarmarkering")?.sheet} onNewPeriod={onNewPeriod} />
        </>
      )}
    </div>
  );
}

/** What there has to be first, and the way to it. */
function Step({ text, action, isBusy, onTake }: { readonly text: string; readonly action: string; readonly isBusy: boolean; readonly onTake: () => void }) {
  return (
    <>
      <p>{text}</p>
      <div>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={onTake}>
          {action}
        </Button>
      </div>
    </>
  );
}

interface PartsProps extends Pick<RoundViewProps, "onNewPeriod"> {
  readonly period: string;
  /** Name of the sheet that Klarmarkering stands on; undefined where there is none. */
  readonly signOffSheet: string | undefined;
}

/** The three parts of a period's round. Each is made when it is first turned to, and then keeps its state. */
function Parts({ period, signOffSheet, onNewPeriod }: PartsProps) {
  const styles = useStyles();
  const texts = useTexts(roundTexts);
  const { actions, run, check, say, isBusy } = usePaneSession();
  const [part, setPart] = useState<Part>("send");
  const [made, setMade] = useState<readonly Part[]>(["send"]);
  /** Counts what may have made another workbook of it than what a part has read. */
  const [stamp, setStamp] = useState(0);
  const id = useId();

  function turnTo(turnedTo: Part): void {
    setPart(turnedTo);
    setMade((made) => (made.includes(turnedTo) ? made : [...made, turnedTo]));
    setStamp((stamp) => stamp + 1);
  }

  async function createSignOff(): Promise<void> {
    const isCreated = await run(texts.creating, async () => {
      await actions.createRegisters(["signOff"]);
      return true;
    });
    if (isCreated !== true) return;
    say(texts.created);
    await check();
    setStamp((stamp) => stamp + 1);
  }

  const views = {
    send: <SendOut period={period} stamp={part === "send" ? stamp : undefined} onNewPeriod={onNewPeriod} />,
    collect: <TakeInAnswers period={period} onStanding={() => turnTo("standing")} />,
    standing: <Standing period={period} stamp={part === "standing" ? stamp : undefined} signOffSheet={signOffSheet} />,
  } satisfies Record<Part, unknown>;
  return (
    <>
      {signOffSheet === undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.noSignOff}</MessageBarBody>
          <MessageBarActions>
            <Button className={styles.button} disabledFocusable={isBusy} onClick={() => void createSignOff()}>
              {texts.createSignOff}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <TabList
        className={styles.parts}
        size="small"
        aria-label={texts.parts}
        selectedValue={part}
        onTabSelect={(_event, { value }) => {
          if (isPart(value)) turnTo(value);
        }}
      >
        {parts.map((name) => (
          <Tab key={name} value={name} id={`${id}-${name}-tab`} aria-controls={`${id}-${name}`}>
            {texts[name]}
          </Tab>
        ))}
      </TabList>
      {parts.map((name) => (
        <div key={name} role="tabpanel" id={`${id}-${name}`} aria-labelledby={`${id}-${name}-tab`} hidden={name !== part}>
          {made.includes(name) && views[name]}
        </div>
      ))}
    </>
  );
}
