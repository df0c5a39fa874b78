import { makeStyles, Popover, PopoverSurface, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";

const useStyles = makeStyles({
  surface: { padding: "2px", maxHeight: "240px", overflowY: "auto", minWidth: "120px" },
  option: { padding: "3px 8px", whiteSpace: "pre", cursor: "pointer", borderRadius: tokens.borderRadiusSmall, ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover } },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected, outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
});

interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly string[];
  readonly current: string;
  readonly target: HTMLElement;
  readonly onChoose: (word: string) => void;
  readonly onClose: () => void;
}

/** The words of a cell's list, beneath the cell. A letter goes to the next word that begins with it. */
export function ChoiceList({ label, choices, current, target, onChoose, onClose }: ChoiceListProps) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(() => Math.max(0, choices.indexOf(current)));
  useEffect(() => {
    list.current?.querySelector(`#choice-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setAt(Math.min(choices.length - 1, at + 1)),
    ArrowUp: () => setAt(Math.max(0, at - 1)),
    Home: () => setAt(0),
    End: () => setAt(choices.length - 1),
    Enter: () => choose(at),
    Tab: () => choose(at),
    Escape: onClose,
  };
  const choose = (index: number) => {
    const word = choices[index];
    if (word === undefined) onClose();
    else onChoose(word);
  };
  return (
    <Popover open inline onOpenChange={(_event, { open }) => { if (!open) onClose(); }} positioning={{ target, position: "below", align: "start" }}>
      <PopoverSurface className={styles.surface}>
        <div
          ref={(element) => {
            if (list.current === null) element?.focus({ preventScroll: true });
            list.current = element;
          }}
          role="listbox"
          tabIndex={0}
          aria-label={label}
          aria-activedescendant={choices.length > 0 ? `choice-${at}` : undefined}
          style={{ outline: "none" }}
          onKeyDown={(event) => {
            event.stopPropagation();
            const action = keys[event.key];
            if (action !== undefined) {
              event.preventDefault();
              action();
            } else if (event.key.length === 1) {
              const next = [...choices.keys()].map((index) => (at + 1 + index) % choices.length).find((index) => choices[index]?.toLowerCase().startsWith(event.key.toLowerCase()));
              if (next !== undefined) setAt(next);
            }
          }}
        >
          {choices.map((word, index) => (
            <div key={index} id={`choice-${index}`} role="option" aria-selected={index === at} className={index === at ? `${styles.option} ${styles.current}` : styles.option} onClick={() => choose(index)}>
              {word}
            </div>
          ))}
        </div>
      </PopoverSurface>
    </Popover>
  );
}
