import { Button, createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTexts } from "../language.js";
import { intakeTexts } from "./texts.js";

/** What is read at a glance; the rest comes when asked for. */
const PAGE = 20;

const useStyles = makeStyles({
  whole: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, justifyItems: "start" },
  list: { width: "100%", listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, overflowWrap: "anywhere" },
  item: { borderRadius: tokens.borderRadiusMedium },
  focused: createFocusOutlineStyle(),
});

interface CutListProps<Item> {
  readonly items: readonly Item[];
  /** What the list is of, for who cannot see the heading above it. */
  readonly name: string;
  /** How many are shown at first. */
  readonly first?: number;
  readonly children: (item: Item) => ReactNode;
}

/** A list that may be long: the first of it, and twenty more whenever they are asked for. Its items never change places. */
export function CutList<Item>({ items, name, first = PAGE, children }: CutListProps<Item>) {
  const styles = useStyles();
  const texts = useTexts(intakeTexts);
  const [count, setCount] = useState(first);
  const [focusOn, setFocusOn] = useState<number>();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The button that was pressed may be gone, and the first of the new ones comes next.
    const item = focusOn === undefined ? undefined : list.current?.children[focusOn];
    if (item instanceof HTMLElement) item.focus();
  }, [focusOn]);
  const left = items.length - count;
  return (
    <div className={styles.whole}>
      <ul ref={list} className={styles.list} aria-label={name}>
        {items.slice(0, count).map((item, index) => (
          <li key={index} tabIndex={-1} className={mergeClasses(styles.item, styles.focused)}>
            {children(item)}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button
          size="small"
          onClick={() => {
            setFocusOn(count);
            setCount(count + PAGE);
          }}
        >
          {texts.showMore(Math.min(PAGE, left), left)}
        </Button>
      )}
    </div>
  );
}
