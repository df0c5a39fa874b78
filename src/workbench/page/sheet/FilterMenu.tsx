import { Button, Checkbox, Input, makeStyles, Popover, PopoverSurface, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CellPosition } from "../../../xlsx/model.js";
import type { SheetView, UserSession } from "../../user/session.js";
import type { Settle } from "../outcomes.js";
import { texts } from "../texts.js";

const useStyles = makeStyles({
  surface: { display: "flex", flexDirection: "column", gap: "4px", width: "250px", padding: "8px" },
  command: { justifyContent: "flex-start" },
  values: { border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, maxHeight: "220px", overflowY: "auto", margin: 0, padding: 0, minWidth: 0 },
  legend: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  value: { display: "flex" },
  more: { padding: "4px 8px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  actions: { display: "flex", justifyContent: "flex-end", gap: "8px", paddingTop: "4px" },
});

/** More check boxes at a time than this help nobody. */
const MOST = 200;

interface FilterMenuProps {
  readonly session: UserSession;
  readonly sheet: SheetView;
  /** The table's header cell. */
  readonly cell: CellPosition;
  readonly target: HTMLElement;
  readonly settle: Settle;
  readonly onClose: () => void;
}

/** Sorts a table by a column, and picks the rows to show by the column's texts. */
export function FilterMenu({ session, sheet, cell, target, settle, onClose }: FilterMenuProps) {
  const styles = useStyles();
  const words = texts.filter;
  const place = session.view(sheet.name, cell.row, cell.column).table;
  const table = place?.name ?? "";
  const columnIndex = place?.columnIndex ?? 0;
  const column = sheet.tables.find(({ name }) => name === table)?.columns[columnIndex];
  const [choices] = useState(() => (place === undefined ? [] : session.filterChoices(table, columnIndex)));
  const [shown, setShown] = useState<ReadonlySet<string>>(() => new Set(choices.filter(({ isShown }) => isShown).map(({ text }) => text)));
  const [search, setSearch] = useState("");

  const found = choices.filter(({ text }) => nameOf(text).toLowerCase().includes(search.toLowerCase()));
  const areAllShown = found.every(({ text }) => shown.has(text));
  const done = (act: () => ReturnType<UserSession["sort"]>) => {
    onClose();
    settle(act());
  };
  const apply = () => {
    // What a search leaves out is not to be shown, as in Excel.
    const picked = found.map(({ text }) => text).filter((text) => shown.has(text));
    done(() => session.filter(table, columnIndex, picked.length === choices.length ? undefined : picked));
  };
  const mark = (marked: readonly string[], isMarked: boolean) => {
    const next = new Set(shown);
    for (const text of marked) {
      if (isMarked) next.add(text);
      else next.delete(text);
    }
    setShown(next);
  };

  return (
    <Popover open trapFocus onOpenChange={(_event, { open }) => { if (!open) onClose(); }} positioning={{ target, position: "below", align: "start" }}>
      <PopoverSurface className={styles.surface} aria-label={texts.sheet.filter(column?.name ?? "")}>
        <Button appearance="subtle" size="small" className={styles.command} onClick={() => done(() => session.sort(table, columnIndex, "ascending"))}>{words.ascending}</Button>
        <Button appearance="subtle" size="small" className={styles.command} onClick={() => done(() => session.sort(table, columnIndex, "descending"))}>{words.descending}</Button>
        <Button appearance="subtle" size="small" className={styles.command} disabled={column?.isFiltered !== true} onClick={() => done(() => session.filter(table, columnIndex, undefined))}>{words.clear}</Button>
        <Input size="small" aria-label={words.search} placeholder={words.search} value={search} onChange={(_event, { value }) => setSearch(value)} onKeyDown={(event) => { if (event.key === "Enter" && found.length > 0) apply(); }} />
        <fieldset className={styles.values}>
          <legend className={styles.legend}>{words.values}</legend>
          <Checkbox className={styles.value} label={words.all} checked={areAllShown ? true : found.some(({ text }) => shown.has(text)) ? "mixed" : false} onChange={() => mark(found.map(({ text }) => text), !areAllShown)} />
          {found.slice(0, MOST).map(({ text }) => (
            <Checkbox key={text} className={styles.value} label={nameOf(text)} checked={shown.has(text)} onChange={(_event, { checked }) => mark([text], checked === true)} />
          ))}
          {found.length > MOST && <div className={styles.more}>{words.more(found.length - MOST)}</div>}
        </fieldset>
        <div className={styles.actions}>
          <Button size="small" appearance="primary" disabled={!found.some(({ text }) => shown.has(text))} onClick={apply}>{words.apply}</Button>
          <Button size="small" onClick={onClose}>{words.cancel}</Button>
        </div>
      </PopoverSurface>
    </Popover>
  );
}

function nameOf(text: string): string {
  return text === "" ? texts.filter.blanks : text;
}
