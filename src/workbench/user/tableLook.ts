// What Excel's table styles look like. The file only names them; Excel has the rest built in. The light and medium styles of one colour each are drawn, others as the first
// light one.
import type { Border, CellFormat, Color, Table } from "../../xlsx/model.js";

/** Black and the six accents of Office's theme (2013–2022), in the order that the styles are numbered in, with the tint that banded rows have. */
const COLORS: readonly { readonly strong: Color; readonly band: Color; readonly onStrong: Color }[] = [
  { strong: "#000000", band: "#D9D9D9", onStrong: "#FFFFFF" },
  { strong: "#4472C4", band: "#D9E1F2", onStrong: "#FFFFFF" },
  { strong: "#ED7D31", band: "#FCE4D6", onStrong: "#FFFFFF" },
  { strong: "#A5A5A5", band: "#EDEDED", onStrong: "#FFFFFF" },
  { strong: "#FFC000", band: "#FFF2CC", onStrong: "#FFFFFF" },
  { strong: "#5B9BD5", band: "#DDEBF7", onStrong: "#FFFFFF" },
  { strong: "#70AD47", band: "#E2EFDA", onStrong: "#FFFFFF" },
];

/** The cell's own format with the table's style beneath: what the cell says for itself is seen before what the table says. */
export function withTableStyle(format: CellFormat, table: Table, row: number, column: number): CellFormat {
  if (table.style === undefined) {
    return format;
  }
  const { group, strong, band, onStrong } = styleNamed(table.style);
  const part = partOf(table, row);
  const isHeader = part === "header";
  const isSolid = isHeader && group === "Medium";
  const bodyRow = row - table.range.row - (table.headerRow ? 1 : 0);
  const isBanded = part === "body" && table.showBandedRows && bodyRow % 2 === 0;
  const isEmphasized = (table.showFirstColumn && column === table.range.column) || (table.showLastColumn && column === table.range.column + table.range.columns - 1);
  const line: Border = { style: "thin", color: strong };
  const isLastRow = row === table.range.row + table.range.rows - 1;
  return {
    ...format,
    fill: format.fill ?? (isSolid ? strong : isBanded ? band : null),
    font: {
      ...format.font,
      bold: format.font.bold || part !== "body" || isEmphasized,
      color: isSolid && isAutomatic(format.font.color) ? onStrong : format.font.color,
    },
    borders: {
      ...format.borders,
      top: own(format.borders.top) ?? (isHeader || part === "totals" ? line : format.borders.top),
      bottom: own(format.borders.bottom) ?? (isHeader || isLastRow ? line : format.borders.bottom),
    },
  };
}

export function partOf({ range, headerRow, totalsRow }: Table, row: number): "header" | "body" | "totals" {
  if (headerRow && row === range.row) {
    return "header";
  }
  return totalsRow && row === range.row + range.rows - 1 ? "totals" : "body";
}

function styleNamed(name: string): { readonly group: string } & (typeof COLORS)[number] {
  const match = /^TableStyle(Light|Medium)([1-7])$/.exec(name);
  const colors = COLORS[match === null ? 0 : Number(match[2]) - 1] ?? { strong: "#000000", band: "#D9D9D9", onStrong: "#FFFFFF" };
  return { group: match?.[1] ?? "Light", ...colors };
}

/** Black is the colour of text that has been given none. */
function isAutomatic(color: Color | null): boolean {
  return color === null || color === "#000000";
}

function own(border: Border): Border | undefined {
  return border.style === "none" ? undefined : border;
}
