import type { CSSProperties } from "react";
import type { Border } from "../../../xlsx/model.js";
import type { CellFormat, CellView } from "../../user/session.js";

/** Width of one step of indent, as in Excel with Calibri 11. */
const INDENT_PX = 9;
/** Metric-compatible fonts first where Excel's own are not installed. */
const FONTS: Readonly<Record<string, string>> = { Cambria: "Cambria, Caladea, serif", Arial: "Arial, 'Liberation Sans', sans-serif" };

/** How a cell's box is drawn where it is not as an untouched one: fill, borders and the lines of the grid. A border lies on the neighbour's, as in Excel. */
export function boxStyle({ fill, borders }: CellFormat, showGridlines: boolean): CSSProperties {
  // A fill hides the grid beneath it.
  const line = fill ?? (showGridlines ? undefined : "transparent");
  return {
    ...(fill === null ? {} : { backgroundColor: fill }),
    ...(borders.left.style === "none" ? {} : { borderLeft: borderStyle(borders.left) }),
    ...(borders.top.style === "none" ? {} : { borderTop: borderStyle(borders.top) }),
    ...(borders.right.style === "none" ? (line === undefined ? {} : { borderRightColor: line }) : { borderRight: borderStyle(borders.right) }),
    ...(borders.bottom.style === "none" ? (line === undefined ? {} : { borderBottomColor: line }) : { borderBottom: borderStyle(borders.bottom) }),
  };
}

function borderStyle({ style, color }: Border): string {
  const drawn = color ?? "#000000";
  switch (style) {
    case "none":
      return "none";
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

/** How a cell's text is drawn where it is not as in an untouched cell: Calibri 11, black, at the bottom and to the left, on one line. */
export function textStyle({ format, kind }: Pick<CellView, "format" | "kind">): CSSProperties {
  const { font, wrap, indent, vertical } = format;
  const align = alignment(format.horizontal, kind);
  const style: CSSProperties = {};
  if (vertical !== "bottom") style.alignItems = VERTICAL[vertical];
  if (align !== "left") {
    style.justifyContent = align === "right" ? "flex-end" : "center";
    style.textAlign = align;
  }
  if (wrap) {
    style.whiteSpace = "pre-wrap";
    style.overflowWrap = "anywhere";
  }
  if (indent > 0 && align === "left") style.paddingLeft = 2 + indent * INDENT_PX;
  if (indent > 0 && align === "right") style.paddingRight = 2 + indent * INDENT_PX;
  if (font.name !== "Calibri") style.fontFamily = FONTS[font.name] ?? `'${font.name.replaceAll("'", "")}', sans-serif`;
  if (font.size !== 11) style.fontSize = `${font.size}pt`;
  if (font.bold) style.fontWeight = 700;
  if (font.italic) style.fontStyle = "italic";
  const lines = [font.underline === "none" ? "" : "underline", font.strikethrough ? "line-through" : ""].filter((line) => line !== "");
  if (lines.length > 0) style.textDecoration = lines.join(" ");
  if (font.color !== null && font.color !== "#000000") style.color = font.color;
  return style;
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

/** Width of a digit in Calibri, for each point of its size. */
const DIGIT_PX = 7 / 11;

/** A number as it is shown in a cell of a width in pixels: as it is when it has room, else with fewer decimals in the General format, else as number signs, as in Excel. */
export function fitted({ text, kind, format }: Pick<CellView, "text" | "kind" | "format">, width: number): string {
  if (kind !== "number") return text;
  const room = Math.max(1, Math.floor((width - 4) / (DIGIT_PX * format.font.size)));
  if (text.length <= room) return text;
  const comma = text.indexOf(",");
  const isPlain = format.numberFormat === "General" && comma > 0 && comma <= room && /^-?\d+,\d+$/u.test(text);
  return isPlain ? Number(text.replace(",", ".")).toFixed(Math.max(0, room - comma - 1)).replace(".", ",") : "#".repeat(room);
}
