import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { PeriodPlan } from "../../usecases/beginPeriod.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { periodTexts } from "./texts.js";

const useStyles = makeStyles({
  page: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, width: "100%", "& p": { margin: 0 } },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  rows: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL },
  assignments: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, border: "none" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
});

/** What beginning the next period adds, before anything is written; which assignments go on into a new year; and the button that begins it. */
export function PeriodPage({ onBegun }: { readonly onBegun: () => void }) {
  const styles = useStyles();
  const texts = useTexts(periodTexts);
  const { actions, run, check, say, isBusy } = usePaneSession();
  const [plan, setPlan] = useState<PeriodPlan>();
  const [kept, setKept] = useState<readonly string[]>([]);

  const [hasFailed, setFailed] = useState(false);

  async function look(): Promise<void> {
    // Asked without carrying anything on: what is carried on is chosen here, and counted by itself.
    const found = await run(texts.planning, (work) => actions.planPeriod([], work));
    setFailed(found === undefined);
    if (found === undefined) return;
    setPlan(found);
    setKept(found.assignments.map(({ id }) => id));
  }
  const lookFirst = useEffectEvent(look);
  const hasLooked = useRef(false);
  useEffect(() => {
    // It waits for its turn: the pane does one thing at a time.
    if (hasLooked.current || isBusy) return;
    hasLooked.current = true;
    void lookFirst();
  }, [isBusy]);

  async function begin(to: string): Promise<void> {
    const begun = await run(texts.beginning, (work) => actions.beginPeriod(kept, work));
    if (begun === undefined) return;
    say(texts.begun(to));
    onBegun();
    await check();
  }

  if (plan === undefined) {
    return (
      <div className={styles.page}>
        <p>{texts.purpose}</p>
        {hasFailed && !isBusy && <Button onClick={() => void look()}>{texts.again}</Button>}
      </div>
    );
  }
  const { to, rows, assignments, changesPeriod } = plan;
  const isInPlace = rows.length === 0 && assignments.length === 0;
  return (
    <div className={styles.page}>
      <p>{texts.purpose}</p>
      {isInPlace && !changesPeriod ? (
        <p>{texts.nothing(to)}</p>
      ) : (
        <>
          {changesPeriod && <p>{texts.fromTo(plan)}</p>}
          <h3 className={styles.heading}>{texts.adds}</h3>
          {rows.length === 0 && kept.length === 0 ? (
            <p>{texts.noRows}</p>
          ) : (
            <ul className={styles.rows}>
              {rows.map(({ sheet, count }) => (
                <li key={sheet}>{texts.rows(sheet, count)}</li>
              ))}
              {kept.length > 0 && <li>{texts.goOn(kept.length)}</li>}
            </ul>
          )}
          {assignments.length > 0 && (
            <fieldset className={styles.assignments}>
              <legend className={styles.legend}>{texts.assignments}</legend>
              <p>{texts.assignmentsHint(to)}</p>
              {assignments.length > 1 && (
                <div className={styles.buttons}>
                  <Button size="small" onClick={() => setKept(assignments.map(({ id }) => id))}>
                    {texts.chooseAll}
                  </Button>
                  <Button size="small" onClick={() => setKept([])}>
                    {texts.chooseNone}
                  </Button>
                </div>
              )}
              {assignments.map(({ id, text, unit }) => (
                <Checkbox
                  key={id}
                  checked={kept.includes(id)}
                  label={[id, ...(unit === null ? [] : [unit]), text].join(" · ")}
                  onChange={(_, { checked }) => setKept(checked === true ? [...kept, id] : kept.filter((other) => other !== id))}
                />
              ))}
            </fieldset>
          )}
          <div>
            <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void begin(to)}>
              {texts.begin(to)}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
