import { Button, Text, makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { Finding } from "../../registers/finding.js";
import { useLocal, useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { AcceptedFindings } from "./AcceptedFindings.js";
import { everything, FindingFilter, passes } from "./FindingFilter.js";
import { FindingGroups } from "./FindingGroups.js";
import { fixableTogether } from "./fixes.js";
import { firstFindings, groupFindings, inReadingOrder, withKeys } from "./grouping.js";
import { findingsTexts } from "./texts.js";

/** More than anyone reads at once, and few enough to draw without delay. */
const PAGE = 100;
/** What a turn to the tab draws at once; the rest of the page is drawn in pieces, without the pane being held up. */
const AT_ONCE = 20;

/** With fewer findings than this, all of them are seen at a glance. */
const FILTER_FROM = 20;

const useStyles = makeStyles({
  view: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { color: tokens.colorNeutralForeground2 },
  rulesOff: { listStyleType: "none", margin: 0, padding: 0, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Kontroll: what the check found, by register and rule, with what can be done about each. */
export function FindingsView() {
  const session = usePaneSession();
  const { actions, overview, checkedAt, isBusy } = session;
  const texts = useTexts(findingsTexts);
  const local = useLocal();
  const styles = useStyles();
  const [filter, setFilter] = useState(everything);
  const [count, setCount] = useState(PAGE);
  const isDrawn = useDeferredValue(true, false);
  /** Keys of findings, the one to get the focus first; the next takes its place where it is gone, and last the heading. */
  const [focusOn, setFocusOn] = useState<readonly string[]>();
  const items = useRef(new Map<string, HTMLLIElement>());
  const heading = useRef<HTMLHeadingElement>(null);

  const findings = useMemo(() => overview?.findings ?? [], [overview]);
  const isLong = findings.length >= FILTER_FROM;
  const asked = useDeferredValue(isLong ? filter : everything);
  const groups = useMemo(() => groupFindings(findings.filter((finding) => passes(finding, asked, texts.place, local))), [findings, asked, texts, local]);
  const inOrder = useMemo(() => inReadingOrder(groups), [groups]);
  const fixable = useMemo(() => fixableTogether(inOrder), [inOrder]);

  useEffect(() => {
    if (focusOn === undefined) return;
    const found = focusOn.map((key) => items.current.get(key)).find((item) => item !== undefined);
    (found ?? heading.current)?.focus();
  }, [focusOn]);

  const keep = useCallback((key: string, item: HTMLLIElement | null) => {
    if (item === null) items.current.delete(key);
    else items.current.set(key, item);
  }, []);

  /** Does something about findings, checks again and turns to the first that is there of the findings with those keys. */
  async function deal(what: string, task: () => Promise<void>, done: string, after: readonly string[]) {
    const succeeded = await session.run(what, async () => {
      await task();
      return true;
    });
    if (succeeded === undefined) return;
    session.say(done);
    await session.check();
    setFocusOn(after);
  }

  const fix = (chosen: readonly Finding[]) => void deal(texts.fixing, () => actions.fix(chosen), texts.fixed(chosen.length), neighbours(inOrder, chosen));
  const accept = (finding: Finding, reason: string) => void deal(texts.accepting, () => actions.accept(finding, reason), texts.accepted, neighbours(inOrder, [finding]));
  const takeBack = (finding: Finding) =>
    void deal(
      texts.takingBack,
      () => actions.takeBack(finding),
      texts.takenBack,
      withKeys([finding]).map(({ key }) => key),
    );
  const switchOff = (ruleId: string) =>
    void deal(texts.switchingOff, () => actions.switchRule(ruleId, "off"), texts.switchedOff, neighbours(inOrder, inOrder.filter((finding) => finding.ruleId === ruleId)));
  const switchOn = (ruleId: string) => void deal(texts.switchingOn, () => actions.switchRule(ruleId, "on"), texts.switchedOn, []);
  const goTo = ({ at }: Finding) => {
    if (at !== undefined) void session.run(texts.goingTo(at.sheet), () => actions.goTo(at));
  };

  function showMore() {
    const next = withKeys(inOrder)[count]?.key;
    setCount(count + PAGE);
    setFocusOn(next === undefined ? [] : [next]);
  }

  const isFiltered = asked !== everything && (asked.search !== "" || asked.severity !== "" || asked.register !== "");
  return (
    <div className={styles.view}>
      <h2 ref={heading} tabIndex={-1} className={styles.heading}>
        {texts.heading}
      </h2>
      {/* Always there: a screen reader tells what comes into a region that it knows. */}
      <Text role="status">
        {overview === undefined ? texts.notChecked : findings.length === 0 ? texts.clean(checkedAt) : texts.counts(countsOf(findings), checkedAt)}
        {isFiltered && ` ${texts.matching(inOrder.length)}`}
      </Text>
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={isBusy} onClick={() => void session.check()}>
          {overview === undefined ? texts.check : texts.checkAgain}
        </Button>
        {fixable.length > 1 && (
          <Button size="small" disabledFocusable={isBusy} onClick={() => fix(fixable)}>
            {texts.fixAll(fixable.length)}
          </Button>
        )}
      </div>
      {isLong && (
        <FindingFilter
          findings={findings}
          filter={filter}
          onChange={(changed) => {
            setFilter(changed);
            setCount(PAGE);
          }}
        />
      )}
      {isFiltered && inOrder.length === 0 && (
        <div className={styles.buttons}>
          <Text>{texts.noneMatch}</Text>
          <Button size="small" onClick={() => setFilter(everything)}>
            {texts.clearFilter}
          </Button>
        </div>
      )}
      <FindingGroups groups={firstFindings(groups, isDrawn ? count : AT_ONCE)} isBusy={isBusy} keep={keep} onGoTo={goTo} onFix={fix} onAccept={accept} onSwitchOff={switchOff} />
      {inOrder.length > count && <Button onClick={showMore}>{texts.showMore(Math.min(PAGE, inOrder.length - count), inOrder.length - count)}</Button>}
      {overview !== undefined && overview.rulesOff.length > 0 && (
        <section aria-label={texts.rulesOff(overview.rulesOff.length)}>
          <Text size={200} className={styles.quiet}>
            {texts.rulesOff(overview.rulesOff.length)}
          </Text>
          <ul className={styles.rulesOff}>
            {overview.rulesOff.map((ruleId) => (
              <li key={ruleId}>
                <Text size={200}>{ruleId}</Text>{" "}
                <Button size="small" appearance="subtle" disabledFocusable={isBusy} aria-label={texts.switchOnAgain(ruleId)} onClick={() => switchOn(ruleId)}>
                  {texts.switchOn}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {overview !== undefined && overview.accepted.length > 0 && <AcceptedFindings accepted={overview.accepted} isBusy={isBusy} onTakeBack={takeBack} />}
    </div>
  );
}

/** Keys of the findings that the eye goes to when `handled` are gone: those after the first of them, nearest first, then those before it. */
function neighbours(inOrder: readonly Finding[], handled: readonly Finding[]): readonly string[] {
  const gone = new Set(handled);
  const keyed = withKeys(inOrder);
  const place = keyed.findIndex(({ finding }) => gone.has(finding));
  if (place < 0) return [];
  const left = (some: typeof keyed) => some.filter(({ finding }) => !gone.has(finding)).map(({ key }) => key);
  return [...left(keyed.slice(place)), ...left(keyed.slice(0, place)).reverse()];
}

function countsOf(findings: readonly Finding[]) {
  const counts = { fel: 0, varning: 0, upplysning: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
