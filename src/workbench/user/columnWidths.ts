import type { Sheet } from "../../xlsx/model.js";
import { MAX_ROWS } from "../cells/address.js";
import { autofitColumns } from "../cells/autofit.js";
import { charactersFor } from "../cells/sizes.js";
import type { OpenWorkbook } from "../openWorkbook.js";

/** Widest that Excel lets a column be, and as narrow as it can be seen, in pixels. */
const WIDEST = 1790;
const NARROWEST = 4;
const POINTS_PER_PIXEL = 0.75;

/** What is dragged too far stops at the edge. Throws AccessDenied on a sheet whose protection does not allow it. */
export function setColumnWidth(sheet: Sheet, column: number, columns: number, pixels: number, open: OpenWorkbook): void {
  ensureAllowed(sheet, open);
  sheet.setColumnWidth(column, columns, charactersFor(Math.min(WIDEST, Math.max(NARROWEST, pixels)) * POINTS_PER_PIXEL));
}

/** As wide as the longest text needs; empty columns keep their width. Throws AccessDenied as above. */
export function fitColumns(sheet: Sheet, column: number, columns: number, open: OpenWorkbook): void {
  ensureAllowed(sheet, open);
  autofitColumns({ sheet, rect: { row: 0, column, rows: MAX_ROWS, columns } }, open);
}

function ensureAllowed(sheet: Sheet, open: OpenWorkbook): void {
  open.ensureUnprotected(sheet, sheet.protection?.options.allowFormatColumns);
}
