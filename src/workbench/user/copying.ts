import type { CellContent, CellFormat, Rect, Sheet } from "../../xlsx/model.js";
import { positionsIn } from "../cells/rectangles.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { separated } from "./separatedText.js";
import type { Copied } from "./session.js";
import { shownText } from "./shownText.js";

/** Cells as they were when they were copied, row by row: what is done with them afterwards changes nothing of it. */
export interface Captured {
  readonly rect: Rect;
  readonly cells: readonly { readonly content: CellContent; readonly format: CellFormat }[];
}

export function captured(sheet: Sheet, rect: Rect): Captured {
  return {
    rect,
    cells: [...positionsIn(rect)].map(({ row, column }) => ({ content: sheet.cell(row, column) ?? { value: null }, format: sheet.format(row, column) })),
  };
}

/** Rows that a filter or the user has hidden are left out, as in Excel for filtered rows. */
export function copied(sheet: Sheet, { row, column, rows, columns }: Rect, open: OpenWorkbook): Copied {
  open.compute();
  const visible = Array.from({ length: rows }, (_row, index) => row + index).filter((each) => !sheet.rowHidden(each));
  const cells = visible.map((each) =>
    Array.from({ length: columns }, (_column, index) => {
      const format = sheet.format(each, column + index);
      const value = sheet.cell(each, column + index)?.value ?? null;
      return { format, text: shownText(value, format.numberFormat, open.culture), isNumber: typeof value === "number" };
    }),
  );
  return {
    text: separated(cells.map((line) => line.map(({ text }) => text))),
    html: `<table>${cells.map((line) => `<tr>${line.map((cell) => `<td style="${style(cell)}">${escaped(cell.text)}</td>`).join("")}</tr>`).join("")}</table>`,
  };
}

function style({ format, isNumber }: { readonly format: CellFormat; readonly isNumber: boolean }): string {
  const { font, fill, horizontal, wrap } = format;
  const parts = [
    font.bold ? "font-weight:bold" : "",
    font.italic ? "font-style:italic" : "",
    font.color === null ? "" : `color:${font.color}`,
    fill === null ? "" : `background-color:${fill}`,
    horizontal === "left" || horizontal === "center" || horizontal === "right" ? `text-align:${horizontal}` : isNumber ? "text-align:right" : "",
    wrap ? "white-space:pre-wrap" : "",
  ];
  return parts.filter((part) => part !== "").join(";");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");
}
