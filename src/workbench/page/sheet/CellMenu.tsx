import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import type { CellPosition } from "../../../xlsx/model.js";
import type { Outcome, Rect, SheetView, UserSession } from "../../user/session.js";
import { texts } from "../texts.js";

/** About three digits. */
const STEP_PX = 21;

interface CellMenuProps {
  readonly session: UserSession;
  readonly sheet: SheetView;
  readonly cell: CellPosition;
  readonly selected: Rect;
  readonly target: HTMLElement;
  /** Called with what the user chose to do, when it has been done. */
  readonly onDone: (outcome: Outcome) => void;
  readonly onClose: () => void;
}

/** What can be done with a cell by right click, or Shift+F10. */
export function CellMenu({ session, sheet, cell, selected, target, onDone, onClose }: CellMenuProps) {
  const words = texts.cellMenu;
  const place = session.view(sheet.name, cell.row, cell.column).table;
  const table = place?.part === "body" ? sheet.tables.find(({ name }) => name === place.name) : undefined;
  const widen = (pixels: number) => session.setColumnWidth(sheet.name, selected.column, selected.columns, session.columnWidthPx(sheet.name, cell.column) + pixels);
  const rowInBody = table === undefined ? 0 : cell.row - table.range.row - (table.headerRow ? 1 : 0);
  return (
    <Menu open onOpenChange={(_event, { open }) => { if (!open) onClose(); }} positioning={{ target, position: "below", align: "start" }}>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => onDone(session.clear(sheet.name, selected))}>{words.clear}</MenuItem>
          {table !== undefined && place !== undefined && (
            <>
              <MenuDivider />
              <MenuItem onClick={() => onDone(session.insertTableRow(table.name, rowInBody))}>{words.insertRow}</MenuItem>
              <MenuItem onClick={() => onDone(session.deleteTableRow(table.name, rowInBody))}>{words.deleteRow}</MenuItem>
              <MenuDivider />
              <MenuItem onClick={() => onDone(session.sort(table.name, place.columnIndex, "ascending"))}>{texts.filter.ascending}</MenuItem>
              <MenuItem onClick={() => onDone(session.sort(table.name, place.columnIndex, "descending"))}>{texts.filter.descending}</MenuItem>
            </>
          )}
          <MenuDivider />
          <MenuItem onClick={() => onDone(widen(STEP_PX))}>{words.wider}</MenuItem>
          <MenuItem onClick={() => onDone(widen(-STEP_PX))}>{words.narrower}</MenuItem>
          <MenuItem onClick={() => onDone(session.fitColumns(sheet.name, selected.column, selected.columns))}>{words.fit}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
