import { useMemo, useState, useSyncExternalStore } from "react";
import { flushSync } from "react-dom";
import type { CellPosition } from "../../../xlsx/model.js";
import type { UserSession } from "../../user/session.js";
import { FormulaBar } from "../formulaBar/FormulaBar.js";
import type { Settle } from "../outcomes.js";
import { texts } from "../texts.js";
import { SheetTabs } from "../tabs/SheetTabs.js";
import { StatusBar } from "../status/StatusBar.js";
import { CellEditor } from "./CellEditor.js";
import { CellMenu } from "./CellMenu.js";
import { ChoiceList } from "./ChoiceList.js";
import { FilterMenu } from "./FilterMenu.js";
import { selectionAfter } from "./navigation.js";
import { contains, endOf, extendTo, selectCell } from "./selection.js";
import { cellId } from "./SheetCell.js";
import { SheetGrid } from "./SheetGrid.js";
import { useClipboard } from "./useClipboard.js";
import { useEditing } from "./useEditing.js";
import { useSelection } from "./useSelection.js";
import { useSheetShape } from "./useSheetShape.js";

export interface SpreadsheetProps {
  readonly session: UserSession;
  readonly settle: Settle;
  readonly gridRef: React.RefObject<HTMLDivElement | null>;
  /** What stands at the end of the status bar. */
  readonly statusActions: React.ReactNode;
}

/** The workbook as the user sees and types in it: formula bar, sheet, tabs and status bar. */
export function Spreadsheet({ session, settle, gridRef, statusActions }: SpreadsheetProps) {
  const version = useSyncExternalStore(session.subscribe, session.version);
  const { selection, select, contentVersion } = useSelection(session, version);
  const activeName = session.selection.sheet;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- read from the session, whose changes the version tells of.
  const [sheet, sheets] = useMemo(() => [session.activeSheet, session.sheets], [session, contentVersion, activeName]);
  const { rect, active } = selection;
  const shape = useSheetShape(session, sheet, { row: rect.row, column: rect.column }, contentVersion);
  const editor = useEditing(session, settle);
  const [openedMenu, setMenu] = useState<{ readonly kind: "choices" | "filter" | "cell"; readonly sheet: string; readonly cell: CellPosition; readonly target: HTMLElement }>();
  // One that was open when the add-in turned to another sheet is gone with its cell.
  const menu = openedMenu?.sheet === sheet.name ? openedMenu : undefined;
  const { editing } = editor;
  const address = session.address({ ...active, rows: 1, columns: 1 });
  const prompt = session.prompt(sheet.name, active.row, active.column);
  const focusGrid = () => gridRef.current?.focus({ preventScroll: true });

  useClipboard(gridRef, session, sheet.name, rect, settle, (pasted) => select({ rect: pasted, active: { row: pasted.row, column: pasted.column } }));

  const beginEdit = (cell: CellPosition, text: string, arrowsMove: boolean) => {
    const view = session.view(sheet.name, cell.row, cell.column);
    if (view.isProtected) settle(session.type(sheet.name, cell.row, cell.column, session.editText(sheet.name, cell.row, cell.column)));
    else flushSync(() => editor.begin({ sheet: sheet.name, ...cell, text, arrowsMove, place: "cell" }));
  };
  const editActive = () => beginEdit(active, session.editText(sheet.name, active.row, active.column), false);
  const leaveEdit = (key: React.KeyboardEvent) => {
    const { ctrlKey, shiftKey, altKey, metaKey } = key;
    const to = selectionAfter({ key: key.key, ctrlKey, shiftKey: shiftKey && !key.key.startsWith("Arrow"), altKey, metaKey }, selection, shape, 1);
    editor.commit(() => {
      if (to !== undefined && !ctrlKey) select(to);
      focusGrid();
    });
  };
  const cancelEdit = () => {
    editor.cancel();
    focusGrid();
  };
  const openMenu = (cell: CellPosition) => {
    const view = session.view(sheet.name, cell.row, cell.column);
    const target = document.getElementById(cellId(cell.row, cell.column));
    if (target === null) return;
    if (view.table?.part === "header" && sheet.tables.some(({ name, hasFilterButtons }) => name === view.table?.name && hasFilterButtons)) setMenu({ kind: "filter", sheet: sheet.name, cell, target });
    else if (session.choices(sheet.name, cell.row, cell.column) !== undefined) setMenu({ kind: "choices", sheet: sheet.name, cell, target });
  };
  const openCellMenu = (cell: CellPosition) => {
    const target = document.getElementById(cellId(cell.row, cell.column));
    if (target !== null) setMenu({ kind: "cell", sheet: sheet.name, cell, target });
  };
  const closeMenu = () => {
    setMenu(undefined);
    focusGrid();
  };
  const turnSheet = (step: 1 | -1) => {
    const visible = sheets.filter(({ isVisible }) => isVisible);
    const next = visible[visible.findIndex(({ isActive }) => isActive) + step];
    if (next === undefined) return;
    flushSync(() => settle(session.activate(next.name)));
    // The other sheet's grid is another element.
    focusGrid();
  };

  const onKeyDown = (event: React.KeyboardEvent, pageRows: number) => {
    const { key, altKey } = event;
    const isCtrl = (event.ctrlKey || event.metaKey) && !event.getModifierState("AltGraph");
    const handled = () => event.preventDefault();
    if (altKey && key === "ArrowDown") {
      handled();
      openMenu(active);
    } else if (key === "F2") {
      handled();
      editActive();
    } else if (key === "Delete") {
      handled();
      settle(session.clear(sheet.name, rect));
    } else if (key === "Backspace") {
      handled();
      beginEdit(active, "", true);
    } else if (isCtrl && key.toLowerCase() === "z") {
      handled();
      settle(event.shiftKey ? session.redo() : session.undo());
    } else if (isCtrl && key.toLowerCase() === "y") {
      handled();
      settle(session.redo());
    } else if (isCtrl && (key === "PageUp" || key === "PageDown")) {
      handled();
      turnSheet(key === "PageDown" ? 1 : -1);
    } else {
      const next = selectionAfter(event, selection, shape, pageRows);
      if (next !== undefined) {
        handled();
        select(next);
      } else if (!isCtrl && (key.length === 1 || key === "Dead" || key === "Process")) {
        // The key itself lands in the field, which has the focus when this is done: so dead keys and other ways of writing work too.
        beginEdit(active, "", true);
      }
    }
  };

  const onMouseDown = (event: React.MouseEvent) => {
    if (event.button !== 0 || !(event.target instanceof Element)) return;
    if (event.target.closest("textarea") !== null) return;
    const arrow = event.target.closest("[data-arrow]");
    const cell = cellAt(event.target);
    const row = numberAt(event.target, "rowHeader");
    const column = numberAt(event.target, "columnHeader");
    // One that waited while the user was in the pane; else it was over when the field lost the focus.
    editor.commit();
    if (cell !== undefined) {
      select(event.shiftKey && arrow === null ? extendTo(active, cell, shape.merges) : selectCell(cell, shape.merges));
      // The focus stays with the grid; the click that follows opens what the arrow is for.
      if (arrow !== null) event.preventDefault();
    } else if (row !== undefined) {
      const from = event.shiftKey ? active.row : row;
      select({ active: { row: from, column: 0 }, rect: { row: Math.min(from, row), rows: Math.abs(from - row) + 1, column: 0, columns: shape.columns } });
    } else if (column !== undefined) {
      const from = event.shiftKey ? active.column : column;
      select({ active: { row: 0, column: from }, rect: { row: 0, rows: shape.rows, column: Math.min(from, column), columns: Math.abs(from - column) + 1 } });
    } else if (event.target.closest("[data-corner]") !== null) {
      select({ active, rect: { row: 0, column: 0, rows: shape.rows, columns: shape.columns } });
    }
  };

  const cellEditor = editing?.place === "cell" && editing.sheet === sheet.name ? <CellEditor editing={editing} editor={editor} address={address} onLeave={leaveEdit} onCancel={cancelEdit} /> : undefined;

  return (
    <>
      <FormulaBar session={session} sheet={sheet.name} selection={selection} address={address} editor={editor} settle={settle} onLeave={leaveEdit} onCancel={cancelEdit} onGone={focusGrid} />
      <SheetGrid
        key={sheet.name}
        session={session}
        version={contentVersion}
        sheet={sheet}
        shape={shape}
        selection={selection}
        cellEditor={cellEditor}
        prompt={editing === undefined && menu === undefined ? prompt : undefined}
        gridRef={gridRef}
        onColumnWidth={(column, pixels) => settle(pixels === undefined ? session.fitColumns(sheet.name, column, 1) : session.setColumnWidth(sheet.name, column, 1, pixels))}
        onKeyDown={onKeyDown}
        onFocus={() => {
          if (editor.isOn()) gridRef.current?.querySelector("textarea")?.focus();
        }}
        onMouseDown={onMouseDown}
        onMouseOver={(event) => {
          const cell = event.buttons === 1 && event.target instanceof Element ? cellAt(event.target) : undefined;
          const end = endOf(selection);
          if (cell !== undefined && editing === undefined && menu === undefined && (cell.row !== end.row || cell.column !== end.column)) select(extendTo(active, cell, shape.merges));
        }}
        onClick={(event) => {
          if (!(event.target instanceof Element) || event.target.closest("[data-arrow]") === null) return;
          const cell = cellAt(event.target);
          if (cell !== undefined) openMenu(cell);
        }}
        onContextMenu={(event) => {
          if (!(event.target instanceof Element) || event.target.closest("textarea") !== null) return;
          event.preventDefault();
          // From the keyboard the grid itself is the target: then it is the active cell's menu.
          const cell = cellAt(event.target) ?? active;
          if (!contains(rect, cell.row, cell.column)) select(selectCell(cell, shape.merges));
          openCellMenu(cell);
        }}
        onDoubleClick={(event) => {
          if (event.target instanceof Element && event.target.closest("[data-arrow], textarea") === null && cellAt(event.target) !== undefined) editActive();
        }}
      />
      {menu?.kind === "choices" && (
        <ChoiceList
          label={texts.sheet.choices(session.address({ ...menu.cell, rows: 1, columns: 1 }))}
          choices={session.choices(sheet.name, menu.cell.row, menu.cell.column) ?? []}
          current={session.view(sheet.name, menu.cell.row, menu.cell.column).text}
          target={menu.target}
          onChoose={(word) => {
            closeMenu();
            settle(session.type(sheet.name, menu.cell.row, menu.cell.column, word));
          }}
          onClose={closeMenu}
        />
      )}
      {menu?.kind === "filter" && <FilterMenu session={session} sheet={sheet} cell={menu.cell} target={menu.target} settle={settle} onClose={closeMenu} />}
      {menu?.kind === "cell" && (
        <CellMenu
          session={session}
          sheet={sheet}
          cell={menu.cell}
          selected={rect}
          target={menu.target}
          onDone={(outcome) => {
            closeMenu();
            settle(outcome);
          }}
          onClose={closeMenu}
        />
      )}
      <SheetTabs sheets={sheets} onTurn={(name) => settle(session.activate(name))} />
      <StatusBar session={session} sheet={sheet.name} rect={rect} actions={statusActions} />
    </>
  );
}

function cellAt(target: Element): CellPosition | undefined {
  const cell = target.closest<HTMLElement>("[data-column]");
  if (cell === null) return undefined;
  return { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
}

function numberAt(target: Element, name: "rowHeader" | "columnHeader"): number | undefined {
  const found = target.closest<HTMLElement>(name === "rowHeader" ? "[data-row-header]" : "[data-column-header]");
  return found === null ? undefined : Number(found.dataset[name]);
}
