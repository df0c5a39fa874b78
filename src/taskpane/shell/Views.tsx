import { CounterBadge, Tab, TabList, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useTexts } from "../language.js";
import { usePaneSession, type PaneView } from "../paneSession.js";
import { shellTexts } from "./texts.js";
import { ViewBoundary } from "./ViewBoundary.js";

const useStyles = makeStyles({
  views: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
  // A negative margin puts the first tab's text in line with the rest of the pane.
  tabs: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalSNudge})`, flexWrap: "wrap" },
  tab: {
    paddingLeft: tokens.spacingHorizontalSNudge,
    paddingRight: tokens.spacingHorizontalSNudge,
    // A pane of 320 px, and the 350 px that Excel begins with, hold all four in one line, with the number of findings.
    "@media (max-width: 379px)": {
      paddingLeft: tokens.spacingHorizontalXXS,
      paddingRight: tokens.spacingHorizontalXXS,
      // Both: the hidden one keeps the room that the text takes in bold when its tab is selected.
      "& > .fui-Tab__content, & > .fui-Tab__content--reserved-space": { fontSize: tokens.fontSizeBase200, paddingLeft: "0", paddingRight: "0" },
    },
  },
  badge: { marginLeft: tokens.spacingHorizontalXS },
  panel: { outlineStyle: "none" },
});

/** The tabs, in their order. */
const views = ["overview", "findings", "reports", "round"] as const satisfies readonly PaneView[];

function isView(value: unknown): value is PaneView {
  return views.some((view) => view === value);
}

export interface ViewsProps {
  readonly view: PaneView;
  readonly onSelect: (view: PaneView) => void;
  /** Counts the times that something else than a tab has turned to a view: the focus then goes along. */
  readonly turns: number;
  /** What each view shows. */
  readonly children: Readonly<Record<PaneView, ReactNode>>;
}

/** The tabs and their views. A view is made when it is first turned to, and then keeps its state while another is shown. */
export function Views({ view, onSelect, turns, children }: ViewsProps) {
  const styles = useStyles();
  const texts = useTexts(shellTexts);
  const { overview } = usePaneSession();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<readonly PaneView[]>([view]);
  if (!made.includes(view)) setMade([...made, view]);
  useEffect(() => {
    if (turns > 0) panel.current?.focus();
  }, [turns]);
  // Before there are registers the first run says all there is to say.
  const openFindings = overview?.state === "registers" ? overview.findings.length : 0;

  return (
    <div className={styles.views}>
      <TabList
        className={styles.tabs}
        aria-label={texts.tabs}
        selectedValue={view}
        onTabSelect={(_event, { value }) => {
          if (isView(value)) onSelect(value);
        }}
      >
        {views.map((name) => (
          <Tab key={name} className={styles.tab} value={name} id={`${id}-${name}-tab`} aria-controls={`${id}-${name}`} {...(name === "findings" && openFindings > 0 ? { "aria-label": `${texts.findings}, ${texts.openFindings(openFindings)}` } : {})}>
            {texts[name]}
            {name === "findings" && openFindings > 0 && <CounterBadge className={styles.badge} count={openFindings} overflowCount={999} size="small" color="informative" />}
          </Tab>
        ))}
      </TabList>
      {views.map((name) => (
        <div key={name} ref={name === view ? panel : undefined} className={styles.panel} role="tabpanel" id={`${id}-${name}`} aria-labelledby={`${id}-${name}-tab`} tabIndex={-1} hidden={name !== view}>
          {made.includes(name) && <ViewBoundary>{children[name]}</ViewBoundary>}
        </div>
      ))}
    </div>
  );
}
