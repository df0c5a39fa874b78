import type { FreezePanes, Sheet } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { MAX_COLUMNS, MAX_ROWS } from "../cells/address.js";
import { resolveAddress } from "../cells/resolveAddress.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";

/** Rows and columns that stay in place when the sheet is scrolled. */
export const freezePanes: Behaviour<Sheet> = {
  objectMethods: {
    GetLocation: (sheet) => {
      const area = location(sheet);
      if (area === undefined) {
        throw new RichApiError("ItemNotFound");
      }
      return { kind: "Range", target: area };
    },
    GetLocationOrNullObject: (sheet) => {
      const area = location(sheet);
      return area && { kind: "Range", target: area };
    },
  },
  actions: {
    /** Everything above and to the left of the last cell of the given range, which starts in the sheet's first row and column or spans whole ones. */
    FreezeAt: (sheet, args, host) => {
      const { rect } = args.object(0, "Range") ?? resolveAddress(args.text(0), sheet, host.workbook);
      const rows = rect.rows === MAX_ROWS ? 0 : rect.row + rect.rows;
      const columns = rect.columns === MAX_COLUMNS ? 0 : rect.column + rect.columns;
      freeze(sheet, { rows, columns }, host);
    },
    FreezeRows: (sheet, args, host) => freeze(sheet, { rows: positive(args.integerOr(0, 1)), columns: 0 }, host),
    FreezeColumns: (sheet, args, host) => freeze(sheet, { rows: 0, columns: positive(args.integerOr(0, 1)) }, host),
    Unfreeze: (sheet, _args, host) => freeze(sheet, undefined, host),
  },
};

/** Panes are a matter of view: protection of the sheet does not hinder it. */
function freeze(sheet: Sheet, panes: FreezePanes | undefined, host: OpenWorkbook): void {
  host.ensureWritable();
  sheet.freezePanes = panes;
}

function positive(count: number): number {
  if (count < 1) {
    throw new RichApiError("InvalidArgument");
  }
  return count;
}

function location(sheet: Sheet) {
  const panes = sheet.freezePanes;
  if (panes === undefined || (panes.rows === 0 && panes.columns === 0)) {
    return undefined;
  }
  return { sheet, rect: { row: 0, column: 0, rows: panes.rows === 0 ? MAX_ROWS : panes.rows, columns: panes.columns === 0 ? MAX_COLUMNS : panes.columns } };
}
