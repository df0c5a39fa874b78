import type { Sheet, Workbook } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { isOnSheet, MAX_COLUMNS, MAX_ROWS } from "../cells/address.js";
import { asColor } from "../cells/colors.js";
import { asFlag, asNumber, asOneOf, asText, nameOf } from "../cells/propertyValues.js";
import { resolveAddress, resolveAddresses } from "../cells/resolveAddress.js";
import { charactersFor, pointsFor } from "../cells/sizes.js";
import { checkSheetName } from "../cells/sheetName.js";
import { EventType, WHOLE_WORKBOOK } from "../events.js";
import { sheetId } from "../ids.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { HostObject } from "../subjects.js";
import { handlers } from "./handlers.js";

const VISIBILITY: Readonly<Record<string, Sheet["visibility"]>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

/** All worksheets, hidden ones too, in tab order. */
export const worksheetCollection: Behaviour<Workbook> = {
  items: (workbook) => workbook.sheets.map(exposed),
  /** By name, whatever its case, or by id. */
  item: (workbook, key) => exposed(required(find(workbook, key))),
  objectMethods: {
    GetItemOrNullObject: (workbook, args) => optional(find(workbook, args.raw(0))),
    GetActiveWorksheet: (workbook) => exposed(workbook.activeSheet),
    /** With true, hidden worksheets are skipped. */
    GetFirst: (workbook, args) => exposed(required(among(workbook, args.flag(0, false)).at(0))),
    GetLast: (workbook, args) => exposed(required(among(workbook, args.flag(0, false)).at(-1))),
    /** Adds a worksheet last. Without a name it is called Sheet<n>. Throws InvalidArgument for a bad name, ItemAlreadyExists for a taken one. */
    Add: (workbook, args, host) => {
      host.ensureWritable();
      const name = args.textOr(0, undefined) ?? freeName(workbook);
      checkSheetName(name);
      if (workbook.sheet(name) !== undefined) {
        throw new RichApiError("ItemAlreadyExists");
      }
      const sheet = workbook.addSheet(name);
      host.changed();
      return exposed(sheet);
    },
  },
  methods: { GetCount: (workbook, args) => among(workbook, args.flag(0, false)).length },
  actions: {
    ...handlers("DataChanged", EventType.sheetChanged, () => WHOLE_WORKBOOK),
    ...handlers("SelectionChanged", EventType.sheetSelection, () => WHOLE_WORKBOOK),
    ...handlers("Activated", EventType.sheetActivated, () => WHOLE_WORKBOOK),
    ...handlers("Deactivated", EventType.sheetDeactivated, () => WHOLE_WORKBOOK),
    ...handlers("Deleted", EventType.sheetDeleted, () => WHOLE_WORKBOOK),
    ...handlers("RowSorted", EventType.rowsSorted, () => WHOLE_WORKBOOK),
  },
};

export const worksheet: Behaviour<Sheet> = {
  id: { name: "Id", of: sheetId },
  scalars: {
    Id: { get: sheetId },
    /** 1–31 characters, none of []:*?/\, no apostrophe first or last, unique whatever its case. */
    Name: { get: (sheet) => sheet.name, set: rename },
    /** 0-based, hidden worksheets included. */
    Position: { get: (sheet) => sheet.position, set: move },
    Visibility: { get: (sheet) => nameOf(sheet.visibility, VISIBILITY), set: setVisibility },
    /** "#RRGGBB", or "" for none. */
    TabColor: {
      get: (sheet) => sheet.tabColor ?? "",
      set: (sheet, value, host) => {
        host.ensureWritable();
        sheet.tabColor = value === "" ? null : asColor(value);
      },
    },
    /** showGridlines is read under its own name and set under a shorter one. */
    ShowGridlines: { get: (sheet) => sheet.showGridlines },
    Gridlines: {
      set: (sheet, value, host) => {
        host.ensureWritable();
        sheet.showGridlines = asFlag(value);
      },
    },
    /** Width of columns that have none of their own, in points. */
    StandardWidth: { get: (sheet) => pointsFor(sheet.defaultColumnWidth), set: setStandardWidth },
    /** Height of rows that have none of their own, in points. */
    StandardHeight: { get: (sheet) => sheet.defaultRowHeight },
    EnableCalculation: { get: () => true },
  },
  objects: {
    Tables: (sheet) => ({ kind: "TableCollection", target: { sheet, tables: () => sheet.tables } }),
    Charts: (sheet) => ({ kind: "ChartCollection", target: sheet }),
    Names: (sheet) => ({ kind: "NamedItemCollection", target: sheet }),
    Protection: (sheet) => ({ kind: "WorksheetProtection", target: sheet }),
    FreezePanes: (sheet) => ({ kind: "WorksheetFreezePanes", target: sheet }),
    PageLayout: (sheet) => ({ kind: "PageLayout", target: sheet }),
    AutoFilter: (sheet) => ({ kind: "AutoFilter", target: { sheet, table: undefined } }),
  },
  objectMethods: {
    /** An address or a name of cells; the whole sheet when left out. */
    GetRange: (sheet, args, host) => ({
      kind: "Range",
      target: args.has(0) ? onThis(sheet, resolveAddress(args.text(0), sheet, host.workbook)) : { sheet, rect: { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS } },
    }),
    /** 0-based row and column. */
    GetCell: (sheet, args) => block(sheet, args.integer(0), args.integer(1), 1, 1),
    GetRangeByIndexes: (sheet, args) => block(sheet, args.integer(0), args.integer(1), args.integer(2), args.integer(3)),
    /** Blocks by addresses with commas between. */
    GetRanges: (sheet, args, host) => ({ kind: "RangeAreas", target: resolveAddresses(args.textOr(0, "1:1048576"), sheet, host.workbook) }),
    /** The cell A1 when the sheet is empty. With true, formats do not count. */
    GetUsedRange: (sheet, args) => ({ kind: "Range", target: { sheet, rect: sheet.usedRange(args.flag(0, false)) ?? { row: 0, column: 0, rows: 1, columns: 1 } } }),
    GetUsedRangeOrNullObject: (sheet, args) => {
      const rect = sheet.usedRange(args.flag(0, false));
      return rect && { kind: "Range", target: { sheet, rect } };
    },
    GetNext: (sheet, args, host) => exposed(required(neighbour(sheet, 1, args.flag(0, false), host))),
    GetNextOrNullObject: (sheet, args, host) => optional(neighbour(sheet, 1, args.flag(0, false), host)),
    GetPrevious: (sheet, args, host) => exposed(required(neighbour(sheet, -1, args.flag(0, false), host))),
    GetPreviousOrNullObject: (sheet, args, host) => optional(neighbour(sheet, -1, args.flag(0, false), host)),
    /** How the client finds a sheet again that it reached from another. */
    _GetSheetById: (_sheet, args, host) => exposed(required(find(host.workbook, args.raw(0)))),
  },
  actions: {
    ...handlers("DataChanged", EventType.sheetChanged, sheetId),
    ...handlers("SelectionChanged", EventType.sheetSelection, sheetId),
    ...handlers("Activated", EventType.sheetActivated, sheetId),
    ...handlers("Deactivated", EventType.sheetDeactivated, sheetId),
    ...handlers("RowSorted", EventType.rowsSorted, sheetId),
    Activate: (sheet, _args, host) => {
      if (sheet.visibility !== "visible") {
        throw new RichApiError("InvalidOperation", "A hidden worksheet cannot be activated.");
      }
      host.activate(sheet);
    },
    /** A very hidden worksheet must be shown first: InvalidOperation. So must another when it is the only visible one. */
    Delete: (sheet, _args, host) => {
      host.ensureWritable();
      if (sheet.visibility === "veryHidden") {
        throw new RichApiError("InvalidOperation");
      }
      ensureAnotherVisible(sheet, host);
      leave(sheet, host);
      host.events.sheetDeleted(sheet);
      host.workbook.removeSheet(sheet);
      host.changed();
    },
    Calculate: (_sheet, _args, host) => host.calculateNow(),
  },
};

function exposed(target: Sheet): HostObject {
  return { kind: "Worksheet", target };
}

function optional(sheet: Sheet | undefined): HostObject | undefined {
  return sheet && exposed(sheet);
}

function required(sheet: Sheet | undefined): Sheet {
  if (sheet === undefined) {
    throw new RichApiError("ItemNotFound");
  }
  return sheet;
}

function find(workbook: Workbook, key: unknown): Sheet | undefined {
  const text = asText(key);
  return workbook.sheets.find((sheet) => sheetId(sheet) === text) ?? workbook.sheets.find((sheet) => sheet.name.toLowerCase() === text.toLowerCase());
}

function among(workbook: Workbook, visibleOnly: boolean): readonly Sheet[] {
  return visibleOnly ? workbook.sheets.filter((sheet) => sheet.visibility === "visible") : workbook.sheets;
}

function neighbour(sheet: Sheet, step: 1 | -1, visibleOnly: boolean, host: OpenWorkbook): Sheet | undefined {
  const sheets = host.workbook.sheets;
  const beyond = step === 1 ? sheets.slice(sheet.position + 1) : sheets.slice(0, sheet.position).reverse();
  return beyond.find((candidate) => !visibleOnly || candidate.visibility === "visible");
}

function freeName(workbook: Workbook): string {
  for (let number = workbook.sheets.length + 1; ; number += 1) {
    if (workbook.sheet(`Sheet${number}`) === undefined) {
      return `Sheet${number}`;
    }
  }
}

function block(sheet: Sheet, row: number, column: number, rows: number, columns: number): HostObject {
  const rect = { row, column, rows, columns };
  if (!isOnSheet(rect)) {
    throw new RichApiError("InvalidArgument");
  }
  return { kind: "Range", target: { sheet, rect } };
}

/** An address with another sheet's name is not one of this sheet. */
function onThis<A extends { readonly sheet: Sheet }>(sheet: Sheet, area: A): A {
  if (area.sheet !== sheet) {
    throw new RichApiError("InvalidArgument");
  }
  return area;
}

function rename(sheet: Sheet, value: unknown, host: OpenWorkbook): void {
  host.ensureWritable();
  const name = asText(value);
  checkSheetName(name);
  const taken = host.workbook.sheet(name);
  if (taken !== undefined && taken !== sheet) {
    throw new RichApiError("ItemAlreadyExists");
  }
  sheet.name = name;
  host.changed();
}

function move(sheet: Sheet, value: unknown, host: OpenWorkbook): void {
  host.ensureWritable();
  const position = asNumber(value);
  if (!Number.isInteger(position) || position < 0 || position >= host.workbook.sheets.length) {
    throw new RichApiError("InvalidArgument");
  }
  host.workbook.moveSheet(sheet, position);
}

function setVisibility(sheet: Sheet, value: unknown, host: OpenWorkbook): void {
  host.ensureWritable();
  const visibility = asOneOf(value, VISIBILITY);
  if (visibility !== "visible") {
    ensureAnotherVisible(sheet, host);
    leave(sheet, host);
  }
  sheet.visibility = visibility;
}

/** Excel never has a hidden worksheet active: the next visible one takes over, else the one before. */
function leave(sheet: Sheet, host: OpenWorkbook): void {
  const next = neighbour(sheet, 1, true, host) ?? neighbour(sheet, -1, true, host);
  if (host.workbook.activeSheet === sheet && next !== undefined) {
    host.activate(next);
  }
}

function ensureAnotherVisible(sheet: Sheet, host: OpenWorkbook): void {
  if (!host.workbook.sheets.some((other) => other !== sheet && other.visibility === "visible")) {
    throw new RichApiError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
  }
}

function setStandardWidth(sheet: Sheet, value: unknown, host: OpenWorkbook): void {
  host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatColumns);
  sheet.setColumnWidth(0, MAX_COLUMNS, charactersFor(asNumber(value)));
}
