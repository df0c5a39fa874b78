// What happens in the workbook, told to the handlers that an add-in has added (Table.onChanged and its like). The client asks for each kind of event, for each object, once;
// what nobody asks for is not kept.
import type { CellPosition, Rect, Scalar, Sheet, Table } from "../xlsx/model.js";
import { addressOf, isEntireColumn, isEntireRow } from "./cells/address.js";
import { isError } from "./cells/errorValues.js";
import { intersection } from "./cells/rectangles.js";
import { sheetId, tableId } from "./ids.js";

/** One thing that happened, as the client is told of it. */
export interface WorkbookEvent {
  /** The client's number for the kind of event. */
  readonly type: number;
  /** The id of the sheet or table that a handler was added to; "Workbook" for collections of the whole workbook. */
  readonly target: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** Excel.EventTriggerSource: the add-in itself, or (Unknown) anybody else. */
export type TriggerSource = "ThisLocalAddin" | "Unknown";

/** The client's numbers (excel-web-16.00.debug.js, "eventType"). */
export const EventType = {
  sheetChanged: 10, sheetActivated: 11, sheetDeactivated: 12, sheetSelection: 14, sheetDeleted: 15, rowsSorted: 19, tableSelection: 100, tableChanged: 101, tableAdded: 102, tableDeleted: 103,
} as const;
export const WHOLE_WORKBOOK = "Workbook";

/** Excel.DataChangeType. */
type ChangeType = "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";
/** Where cells went, or came from. */
type Shift = "ShiftCellDown" | "ShiftCellRight" | "ShiftCellUp" | "ShiftCellLeft";

/** A change of content, by ids: the workbook may be another file when it is undone. */
export interface Edit {
  readonly sheet: string;
  readonly rect: Rect;
  readonly change: ChangeType;
  readonly shift: Shift | undefined;
  /** The parts of tables that it touched. */
  readonly tables: readonly { readonly id: string; readonly rect: Rect; readonly change: ChangeType }[];
  /** What stood in the cell before, when it is one cell. */
  readonly before: Scalar | undefined;
}

/** What the other way round is: rows that were inserted have been deleted when that is undone. */
const UNDONE: Readonly<Record<ChangeType, ChangeType>> = {
  RangeEdited: "RangeEdited",
  RowInserted: "RowDeleted",
  RowDeleted: "RowInserted",
  ColumnInserted: "ColumnDeleted",
  ColumnDeleted: "ColumnInserted",
  CellInserted: "CellDeleted",
  CellDeleted: "CellInserted",
};
const SHIFT_UNDONE: Readonly<Record<Shift, Shift>> = { ShiftCellDown: "ShiftCellUp", ShiftCellUp: "ShiftCellDown", ShiftCellRight: "ShiftCellLeft", ShiftCellLeft: "ShiftCellRight" };

type Happening = { readonly kind: "edit"; readonly edit: Edit } | { readonly kind: "other"; readonly type: number; readonly target: string; readonly message: WorkbookEvent["message"] };

export class WorkbookEvents {
  /** Runtime.enableEvents: while it is off nothing is told, not even afterwards. */
  isOn = true;
  private readonly asked = new Map<string, number>();
  private happened: readonly Happening[] = [];

  /** A handler was added. */
  register(type: number, target: string): void {
    const key = `${type} ${target}`;
    this.asked.set(key, (this.asked.get(key) ?? 0) + 1);
  }

  /** A handler was taken away. */
  unregister(type: number, target: string): void {
    const key = `${type} ${target}`;
    const left = (this.asked.get(key) ?? 0) - 1;
    if (left > 0) {
      this.asked.set(key, left);
    } else {
      this.asked.delete(key);
    }
  }

  /** Contents changed. @param before What stood there, when it is one cell. */
  edited(sheet: Sheet, rect: Rect, before?: Scalar): void {
    this.note({ sheet: sheetId(sheet), rect, change: "RangeEdited", shift: undefined, tables: touched(sheet, rect).map((part) => ({ ...part, change: "RangeEdited" })), before });
  }

  /** Cells came or went. Tables that they go right across got or lost rows or columns. @param tables The sheet's, as they are while the cells are there. */
  shifted(sheet: Sheet, rect: Rect, shift: Shift, tables: readonly ShiftedTable[] = shiftedTables(sheet, rect, shift)): void {
    const isInsert = shift === "ShiftCellDown" || shift === "ShiftCellRight";
    const what = isEntireRow(rect) ? "Row" : isEntireColumn(rect) ? "Column" : "Cell";
    this.note({ sheet: sheetId(sheet), rect, change: `${what}${isInsert ? "Inserted" : "Deleted"}`, shift, tables, before: undefined });
  }

  /** A table got or lost rows or columns in place, without moving cells of the sheet. */
  tableChanged(table: Table, rect: Rect, change: ChangeType): void {
    this.note({ sheet: sheetId(table.sheet), rect, change: "RangeEdited", shift: undefined, tables: [{ id: tableId(table), rect, change }], before: undefined });
  }

  /** Another selection on a sheet. Tables are told where in them it is, or that it has left them. */
  selected(sheet: Sheet, rect: Rect, before: Rect | undefined): void {
    const message = { address: addressOf(rect), worksheetId: sheetId(sheet) };
    this.other(EventType.sheetSelection, [sheetId(sheet), WHOLE_WORKBOOK], message);
    for (const table of sheet.tables) {
      const inside = intersection(table.range, rect);
      if (inside !== undefined || (before !== undefined && intersection(table.range, before) !== undefined)) {
        this.other(EventType.tableSelection, [tableId(table)], { ...message, address: inside === undefined ? "" : addressOf(inside), tableId: tableId(table) });
      }
    }
  }

  tableAdded(table: Table): void {
    this.other(EventType.tableAdded, [sheetId(table.sheet), WHOLE_WORKBOOK], { source: "Local", tableId: tableId(table), worksheetId: sheetId(table.sheet) });
  }

  /** To be called while the table is there still. */
  tableDeleted(table: Table): void {
    const message = { source: "Local", tableId: tableId(table), tableName: table.name, worksheetId: sheetId(table.sheet) };
    this.other(EventType.tableDeleted, [sheetId(table.sheet), WHOLE_WORKBOOK], message);
  }

  /** To be called while the sheet is there still. */
  sheetDeleted(sheet: Sheet): void {
    this.other(EventType.sheetDeleted, [WHOLE_WORKBOOK], { source: "Local", worksheetId: sheetId(sheet) });
  }

  /** Rows have changed places; that their contents have changed is told besides. */
  sorted(sheet: Sheet, rect: Rect): void {
    this.other(EventType.rowsSorted, [sheetId(sheet), WHOLE_WORKBOOK], { address: addressOf(rect), source: "Local", worksheetId: sheetId(sheet) });
  }

  activated(sheet: Sheet, before: Sheet): void {
    this.other(EventType.sheetDeactivated, [sheetId(before), WHOLE_WORKBOOK], { worksheetId: sheetId(before) });
    this.other(EventType.sheetActivated, [sheetId(sheet), WHOLE_WORKBOOK], { worksheetId: sheetId(sheet) });
  }

  /** Edits that have not been told yet. */
  get edits(): readonly Edit[] {
    return this.happened.flatMap((happening) => (happening.kind === "edit" ? [happening.edit] : []));
  }

  /** Nothing of what has not been told yet is told; instead, that these edits were undone, or done again. */
  replaceBy(edits: readonly Edit[], direction: "undone" | "again"): void {
    this.happened = [];
    for (const edit of direction === "again" ? edits : [...edits].reverse()) {
      this.note(direction === "again" ? edit : inverse(edit));
    }
  }

  /** What is to be told now. @param valueOf What stands in a cell of the sheet with an id, computed. */
  take(trigger: TriggerSource, valueOf: (sheet: string, position: CellPosition) => Scalar): readonly WorkbookEvent[] {
    const { happened } = this;
    this.happened = [];
    return happened
      .flatMap((happening) => (happening.kind === "other" ? [happening] : eventsOf(happening.edit, trigger, valueOf)))
      .filter(({ type, target }) => this.asked.has(`${type} ${target}`))
      .map(({ type, target, message }) => ({ type, target, message }));
  }

  private note(edit: Edit): void {
    if (this.isOn && this.asked.size > 0) {
      this.happened = [...this.happened, { kind: "edit", edit }];
    }
  }

  private other(type: number, targets: readonly string[], message: WorkbookEvent["message"]): void {
    if (this.isOn && this.asked.size > 0) {
      this.happened = [...this.happened, ...targets.map((target): Happening => ({ kind: "other", type, target, message }))];
    }
  }
}

export type ShiftedTable = Edit["tables"][number];

/** Tables that a block of whole rows or columns of theirs is inserted into, or taken out of. */
export function shiftedTables(sheet: Sheet, rect: Rect, shift: Shift): readonly ShiftedTable[] {
  const isInsert = shift === "ShiftCellDown" || shift === "ShiftCellRight";
  const isAcross = shift === "ShiftCellDown" || shift === "ShiftCellUp";
  return touched(sheet, rect).flatMap(({ id, rect: part, range }) => {
    const isWhole = isAcross ? part.columns === range.columns : part.rows === range.rows;
    return isWhole ? [{ id, rect: part, change: `${isAcross ? "Row" : "Column"}${isInsert ? "Inserted" : "Deleted"}` as const }] : [];
  });
}

function touched(sheet: Sheet, rect: Rect): readonly { readonly id: string; readonly rect: Rect; readonly range: Rect }[] {
  return sheet.tables.flatMap((table) => {
    const part = intersection(table.range, rect);
    return part === undefined ? [] : [{ id: tableId(table), rect: part, range: table.range }];
  });
}

function inverse(edit: Edit): Edit {
  return {
    ...edit,
    change: UNDONE[edit.change],
    shift: edit.shift && SHIFT_UNDONE[edit.shift],
    tables: edit.tables.map((table) => ({ ...table, change: UNDONE[table.change] })),
    before: undefined,
  };
}

function eventsOf({ sheet, rect, change, shift, tables, before }: Edit, triggerSource: TriggerSource, valueOf: (sheet: string, position: CellPosition) => Scalar): readonly WorkbookEvent[] {
  const details = before === undefined || rect.rows * rect.columns > 1 ? {} : detailsOf(before, valueOf(sheet, rect));
  const message = (part: Rect, changeType: ChangeType) => ({ address: addressOf(part), changeType, source: "Local", triggerSource, worksheetId: sheet, referenceId: `${sheet} ${addressOf(part)}`, ...details });
  const ofSheet = [sheet, WHOLE_WORKBOOK].map((target) => ({ type: EventType.sheetChanged, target, message: { ...message(rect, change), shiftDirection: shift ?? "None" } }));
  const ofTables = tables.flatMap((table) =>
    [table.id, sheet, WHOLE_WORKBOOK].map((target) => ({ type: EventType.tableChanged, target, message: { ...message(table.rect, table.change), tableId: table.id } })),
  );
  return [...ofTables, ...ofSheet];
}

/** Excel.ChangedEventDetail; "" for an empty cell, which the client leaves out unless the other value is there. */
function detailsOf(before: Scalar, after: Scalar): Readonly<Record<string, unknown>> {
  return { valueBefore: plain(before), valueAfter: plain(after), valueTypeBefore: typeOf(before), valueTypeAfter: typeOf(after) };
}

function plain(value: Scalar): string | number | boolean {
  return value === null ? "" : isError(value) ? value.error : value;
}

function typeOf(value: Scalar): string {
  if (value === null) {
    return "Empty";
  }
  if (isError(value)) {
    return "Error";
  }
  return typeof value === "string" ? "String" : typeof value === "number" ? "Double" : "Boolean";
}
