import { Button, SearchBox, Text, createFocusOutlineStyle, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useTexts } from "../language.js";
import { roundTexts } from "./texts.js";

/** More than anyone reads at once, and few enough to draw without delay. */
const PAGE = 30;

/** With fewer than this, all of them are seen at a glance. */
const FILTER_FROM = 20;

const useStyles = makeStyles({
  whole: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
  search: { maxWidth: "none", width: "100%" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", gridTemplateColumns: "minmax(0, 1fr)", overflowWrap: "anywhere" },
  item: { borderRadius: tokens.borderRadiusMedium },
  focused: createFocusOutlineStyle(),
});

interface LongListProps<Item> {
  readonly items: readonly Item[];
  /** What the list is of, for who cannot see it. */
  readonly name: string;
  readonly keyOf: (item: Item) => string;
  /** What a search looks in; every word of it must be there. */
  readonly textOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
}

/** A list that may be of hundreds: the first thirty, more when asked for, and from twenty on a search. */
export function LongList<Item>({ items, name, keyOf, textOf, children }: LongListProps<Item>) {
  const styles = useStyles();
  const texts = useTexts(roundTexts);
  const [search, setSearch] = useState("");
  const [count, setCount] = useState(PAGE);
  const [focusOn, setFocusOn] = useState<number>();
  const list = useRef<HTMLUListElement>(null);
  const asked = useDeferredValue(search);
  const found = useMemo(() => {
    const words = asked.toLocaleLowerCase("sv").split(/\s+/u);
    return items.filter((item) => {
      const text = textOf(item).toLocaleLowerCase("sv");
      return words.every((word) => text.includes(word));
    });
  }, [items, asked, textOf]);

  useEffect(() => {
    // The button that was pressed may be gone, and the first of the new ones comes next.
    const item = focusOn === undefined ? undefined : list.current?.children[focusOn];
    if (item instanceof HTMLElement) item.focus();
  }, [focusOn]);

  return (
    <div className={styles.whole}>
      {items.length >= FILTER_FROM && (
        <>
          <SearchBox
            className={styles.search}
            aria-label={texts.searchIn(name)}
            placeholder={texts.search}
            value={search}
            onChange={(_event, { value }) => {
              setSearch(value);
              setCount(PAGE);
            }}
            dismiss={{ "aria-label": texts.clearSearch }}
          />
          <Text role="status">{asked.trim() === "" ? "" : texts.matching(found.length)}</Text>
        </>
      )}
      <ul ref={list} className={styles.list} aria-label={name}>
        {found.slice(0, count).map((item) => (
          <li key={keyOf(item)} tabIndex={-1} className={mergeClasses(styles.item, styles.focused)}>
            {children(item)}
          </li>
        ))}
      </ul>
      {found.length > count && (
        <Button
          onClick={() => {
            setFocusOn(count);
            setCount(count + PAGE);
          }}
        >
          {texts.showMore(Math.min(PAGE, found.length - count), found.length - count)}
        </Button>
      )}
    </div>
  );
}
