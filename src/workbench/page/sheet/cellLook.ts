import type { CSSProperties } from "react";
import type { Border } from "../../../xlsx/model.js";
import type { CellFormat, CellView } from "../../user/session.js";

/** Width of one step of indent, as in Excel with Calibri 11. */
const INDENT_PX = 9;
const GRIDLINE = "#d4d4d4";
/** Metric-compatible fonts first where Excel's own are not installed. */
const FONTS: Readonly<Record<string, string>> = { Calibri: "Calibri, Carlito, 'Segoe UI', sans-serif", Cambria: "Cambria, Caladea, serif", Arial: "Arial, 'Liberation Sans', sans-serif" };

/** How a cell's box is drawn: fill, borders and the lines of the grid. A border lies on the neighbour's, as in Excel. */
export function boxStyle({ fill, borders }: CellFormat, showGridlines: boolean): CSSProperties {
  // A fill hides the grid beneath it.
  const line = fill ?? (showGridlines ? GRIDLINE : "transparent");
  return {
    backgroundColor: fill ?? undefined,
    borderLeft: borderStyle(borders.left, "transparent"),
    borderTop: borderStyle(borders.top, "transparent"),
    borderRight: borderStyle(borders.right, line),
    borderBottom: borderStyle(borders.bottom, line),
  };
}

function borderStyle({ style, color }: Border, otherwise: string): string {
  const drawn = color ?? "#000000";
  switch (style) {
    case "none":
      return `1px solid ${otherwise}`;
    case "double":
      return `3px double ${drawn}`;
    case "thick":
      return `3px solid ${drawn}`;
    case "medium":
      return `2px solid ${drawn}`;
    case "mediumDashed":
    case "mediumDashDot":
    case "mediumDashDotDot":
    case "slantDashDot":
      return `2px dashed ${drawn}`;
    case "dashed":
    case "dashDot":
    case "dashDotDot":
      return `1px dashed ${drawn}`;
    case "dotted":
    case "hair":
      return `1px dotted ${drawn}`;
    case "thin":
      return `1px solid ${drawn}`;
  }
}

const VERTICAL = { top: "flex-start", center: "center", bottom: "flex-end", justify: "flex-start", distributed: "center" } as const;

/** How a cell's text is drawn. */
export function textStyle({ format, kind }: Pick<CellView, "format" | "kind">): CSSProperties {
  const { font, wrap, indent, vertical } = format;
  const align = alignment(format.horizontal, kind);
  const lines = [font.underline === "none" ? "" : "underline", font.strikethrough ? "line-through" : ""].filter((line) => line !== "");
  return {
    alignItems: VERTICAL[vertical],
    justifyContent: align === "right" ? "flex-end" : align === "center" ? "center" : "flex-start",
    textAlign: align,
    whiteSpace: wrap ? "pre-wrap" : "pre",
    overflowWrap: wrap ? "anywhere" : undefined,
    paddingLeft: align === "left" ? 2 + indent * INDENT_PX : 2,
    paddingRight: align === "right" ? 2 + indent * INDENT_PX : 2,
    fontFamily: FONTS[font.name] ?? `'${font.name.replaceAll("'", "")}', sans-serif`,
    fontSize: `${font.size}pt`,
    fontWeight: font.bold ? 700 : undefined,
    fontStyle: font.italic ? "italic" : undefined,
    textDecoration: lines.length > 0 ? lines.join(" ") : undefined,
    color: font.color ?? "#000000",
  };
}

/** Excel's general alignment: text left, numbers right, truth values and errors in the middle. */
export function alignment(horizontal: CellFormat["horizontal"], kind: CellView["kind"]): "left" | "center" | "right" {
  switch (horizontal) {
    case "general":
      return kind === "number" ? "right" : kind === "boolean" || kind === "error" ? "center" : "left";
    case "right":
      return "right";
    case "center":
    case "centerContinuous":
    case "distributed":
      return "center";
    case "left":
    case "fill":
    case "justify":
      return "left";
  }
}

/** Whether a text that is too long for its cell is shown over the empty cells beside it. */
export function runsOver({ format, kind, text }: CellView): boolean {
  return kind === "text" && text !== "" && !format.wrap && alignment(format.horizontal, kind) === "left";
}
