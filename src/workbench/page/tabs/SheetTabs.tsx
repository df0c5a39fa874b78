import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { SheetView } from "../../user/session.js";
import { texts } from "../texts.js";

const useStyles = makeStyles({
  tabs: { display: "flex", overflowX: "auto", backgroundColor: tokens.colorNeutralBackground3, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingLeft: "8px", scrollbarWidth: "thin" },
  tab: {
    flexShrink: 0,
    padding: "4px 14px",
    border: "none",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: "3px solid transparent",
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: "13px",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
  },
  active: { backgroundColor: tokens.colorNeutralBackground1, fontWeight: tokens.fontWeightSemibold, boxShadow: `inset 0 -3px 0 #107c41`, "@media (forced-colors: active)": { borderBottomColor: "Highlight" } },
});

/** The visible sheets; arrows go from one to the next, as tabs do. */
export function SheetTabs({ sheets: all, onTurn }: { readonly sheets: readonly SheetView[]; readonly onTurn: (sheet: string) => void }) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const sheets = all.filter(({ isVisible }) => isVisible);
  const at = sheets.findIndex(({ isActive }) => isActive);
  const active = sheets[at]?.name;
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);
  const turnTo = (index: number) => {
    const sheet = sheets[Math.min(Math.max(index, 0), sheets.length - 1)];
    if (sheet === undefined) return;
    onTurn(sheet.name);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[sheets.indexOf(sheet)]?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={texts.tabs.label}
      className={styles.tabs}
      data-region=""
      onKeyDown={(event) => {
        const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: sheets.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        turnTo(to);
      }}
    >
      {sheets.map((sheet, index) => (
        <button
          key={sheet.name}
          type="button"
          role="tab"
          aria-selected={sheet.isActive}
          tabIndex={sheet.isActive ? 0 : -1}
          title={sheet.isProtected ? `${sheet.name} (${texts.tabs.protected})` : undefined}
          className={mergeClasses(styles.tab, sheet.isActive && styles.active)}
          style={sheet.tabColor === null ? undefined : { borderBottomColor: sheet.tabColor }}
          onClick={() => turnTo(index)}
        >
          {sheet.name}
        </button>
      ))}
    </div>
  );
}
