// Requires ExcelApi 1.9 (getRanges).
import type { SheetLayout } from "../reports/layout/sheetLayout.js";
import { cellStyles, type CellStyle } from "../reports/layout/sheetStyles.js";
import { addressLists } from "./addressLists.js";
import type { Part } from "./requestParts.js";

/** The looks of a report's cells, each list of cells by itself. They stand in the order to apply. */
export function looksOf(sheet: () => Excel.Worksheet, layout: SheetLayout): readonly Part[] {
  return layout.looks.flatMap(({ look, areas }) =>
    addressLists(areas).map((addresses) => ({
      bytes: bytesOfStyle(cellStyles[look], addresses),
      queue: () => applyStyle(sheet().getRanges(addresses).format, cellStyles[look]),
    })),
  );
}

const BORDERS = {
  rows: ["EdgeTop", "EdgeBottom", "InsideHorizontal"],
  all: ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"],
} as const;

/** The area's formats have just been cleared, so only what differs from a plain cell is set; the workbook keeps its own font. */
function applyStyle(format: Excel.RangeFormat, style: CellStyle): void {
  format.font.color = style.font.color;
  format.font.size = style.font.size;
  if (style.font.bold) {
    format.font.bold = true;
  }
  if (style.font.italic) {
    format.font.italic = true;
  }
  if (style.fill !== null) {
    format.fill.color = style.fill;
  }
  format.horizontalAlignment = style.horizontal === "right" ? "Right" : "Left";
  format.verticalAlignment = style.vertical === "center" ? "Center" : "Top";
  if (style.wrap) {
    format.wrapText = true;
  }
  if (style.indent > 0) {
    format.indentLevel = style.indent;
  }
  if (style.rule !== null) {
    for (const edge of BORDERS[style.ruled]) {
      const border = format.borders.getItem(edge);
      border.style = "Continuous";
      border.color = style.rule;
    }
  }
}

/** Of setting one thing of a look, and of reaching what it is set on. */
const BYTES_A_SETTING = 330;

function bytesOfStyle({ font, fill, wrap, indent, rule, ruled }: CellStyle, addresses: string): number {
  const others = [font.bold, font.italic, fill !== null, wrap, indent > 0].filter((isSet) => isSet).length;
  const rules = rule === null ? 0 : BORDERS[ruled].length * 2;
  return addresses.length + BYTES_A_SETTING * (6 + others + rules);
}
