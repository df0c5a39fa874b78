import { Button, Subtitle2, Text, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useMemo } from "react";
import type { Finding } from "../../registers/finding.js";
import { useLocal, useTexts } from "../language.js";
import { FindingItem, type FindingDeeds } from "./FindingItem.js";
import { fixableTogether } from "./fixes.js";
import { commonWords, inReadingOrder, withKeys, type RuleGroup, type ShownGroup } from "./grouping.js";
import { findingsTexts } from "./texts.js";

const useStyles = makeStyles({
  groups: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
  group: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  register: { margin: 0, paddingBottom: tokens.spacingVerticalXXS, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  rule: { margin: 0, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  ruleLine: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  // A line along a group's findings: those that come after it are of other rules.
  gathered: { paddingLeft: tokens.spacingHorizontalS, borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke2}` },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
});

interface FindingGroupsProps extends FindingDeeds {
  /** The groups with as much of each as is shown; counts and "all safe" speak of the whole of them. */
  readonly groups: readonly ShownGroup[];
  readonly isBusy: boolean;
  /** Told of each finding's list item, by the finding's key, when it comes and goes. */
  readonly keep: (key: string, item: HTMLLIElement | null) => void;
}

/** Findings under headings: register, then rule where it has told of more than one thing. */
export function FindingGroups({ groups, isBusy, keep, ...deeds }: FindingGroupsProps) {
  const texts = useTexts(findingsTexts);
  const styles = useStyles();
  return (
    <div className={styles.groups}>
      {groups.map(({ group, rules }) => {
        const findings = inReadingOrder([group]);
        const [first] = findings;
        return (
          <section key={group.register} className={styles.group}>
            <Subtitle2 as="h3" block className={styles.register}>
              {texts.counted(first === undefined ? group.register : texts.sheet(first), findings.length)}
            </Subtitle2>
            {rules.map(({ rule, shown }) => (
              <Rule key={rule.ruleId} rule={rule} shown={shown} isBusy={isBusy} keep={keep} {...deeds} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

interface RuleProps extends FindingDeeds, Pick<FindingGroupsProps, "isBusy" | "keep"> {
  readonly rule: RuleGroup;
  readonly shown: readonly Finding[];
}

function Rule({ rule, shown, isBusy, keep, onGoTo, onFix, onAccept, onSwitchOff }: RuleProps) {
  const texts = useTexts(findingsTexts);
  const local = useLocal();
  const styles = useStyles();
  const headingId = useId();
  const { findings } = rule;
  const isGroup = findings.length > 1;
  const fixable = useMemo(() => fixableTogether(findings), [findings]);
  const common = useMemo(() => commonWords(findings.map(({ message }) => local(message))), [findings, local]);
  const words = common ?? texts.otherRule;
  // An error or a warning is accepted one by one, with its reason.
  const isSwitchable = findings.every(({ severity }) => severity === "upplysning");
  return (
    <div className={isGroup ? mergeClasses(styles.group, styles.gathered) : styles.group}>
      {isGroup && (
        <div className={styles.ruleLine}>
          <h4 id={headingId} className={styles.rule}>
            <Text>{texts.counted(words, findings.length)}</Text>
          </h4>
          {fixable.length > 1 && (
            <Button size="small" disabledFocusable={isBusy} aria-label={texts.fixAllOf(fixable.length, words)} onClick={() => onFix(fixable)}>
              {texts.fixAll(fixable.length)}
            </Button>
          )}
          {isSwitchable && (
            <Button size="small" appearance="subtle" disabledFocusable={isBusy} aria-label={texts.switchOffAt(words)} onClick={() => onSwitchOff(rule.ruleId)}>
              {texts.switchOff}
            </Button>
          )}
        </div>
      )}
      <ul className={styles.list} aria-labelledby={isGroup ? headingId : undefined}>
        {withKeys(shown).map(({ key, finding }) => (
          <FindingItem key={key} ref={(item) => keep(key, item)} finding={finding} isBusy={isBusy} canSwitchOff={isSwitchable && !isGroup} onGoTo={onGoTo} onFix={onFix} onAccept={onAccept} onSwitchOff={onSwitchOff} />
        ))}
      </ul>
    </div>
  );
}
