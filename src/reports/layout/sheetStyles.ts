import type { CellLook } from "./sheetLayout.js";

/** How cells of one look are drawn. Colours are "#RRGGBB"; sizes are points. */
export interface CellStyle {
  readonly font: { readonly size: number; readonly bold: boolean; readonly italic: boolean; readonly color: string };
  /** Fill colour; null leaves the sheet's white. */
  readonly fill: string | null;
  readonly horizontal: "left" | "right";
  readonly vertical: "top" | "center";
  readonly wrap: boolean;
  /** Free room at the side the text is aligned to, in steps of Excel's own. */
  readonly indent: number;
  /** Colour of the thin rules around the cells of an area and between them; null for none. */
  readonly rule: string | null;
  /** "rows" for rules above and below only, where a table passes over a column. */
  readonly ruled: "all" | "rows";
}

/** Colour of the sheet behind cells without a fill. */
export const sheetColor = "#FFFFFF";

const INK = "#1F1F1F";
const CALM_BLUE = "#1F3864";
const GREY_TEXT = "#595959";
const RULE = "#BFBFBF";

interface StyleChoices {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: CellStyle["horizontal"];
  readonly vertical?: CellStyle["vertical"];
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly rule?: string;
  readonly ruled?: CellStyle["ruled"];
}

function style(choices: StyleChoices): CellStyle {
  return {
    font: {
      size: choices.size ?? 11,
      bold: choices.bold ?? false,
      italic: choices.italic ?? false,
      color: choices.color ?? INK,
    },
    fill: choices.fill ?? null,
    horizontal: choices.horizontal ?? "left",
    vertical: choices.vertical ?? "top",
    wrap: choices.wrap ?? false,
    indent: choices.indent ?? 0,
    rule: choices.rule ?? null,
    ruled: choices.ruled ?? "all",
  };
}

/** The drawing of every look. Text has a contrast of at least 4.5:1 against its fill (WCAG 2.2, 1.4.3). */
export const cellStyles: Readonly<Record<CellLook, CellStyle>> = {
  title: style({ size: 20, bold: true, color: CALM_BLUE }),
  subtitle: style({ color: GREY_TEXT }),
  heading1: style({ size: 16, bold: true, color: CALM_BLUE }),
  heading2: style({ size: 14, bold: true, color: CALM_BLUE }),
  heading3: style({ size: 12, bold: true, color: CALM_BLUE }),
  heading4: style({ bold: true }),
  paragraph: style({ wrap: true }),
  paragraphLine: style({}),
  note: style({ size: 10, italic: true, color: GREY_TEXT, wrap: true }),
  noteLine: style({ size: 10, italic: true, color: GREY_TEXT }),
  legend: style({ size: 10, color: GREY_TEXT }),
  tableHeader: style({ bold: true, color: "#FFFFFF", fill: CALM_BLUE, wrap: true, vertical: "center", rule: RULE }),
  tableHeaderNumber: style({ bold: true, color: "#FFFFFF", fill: CALM_BLUE, wrap: true, horizontal: "right", vertical: "center", indent: 1, rule: RULE }),
  tableHeaderGap: style({ color: "#FFFFFF", fill: CALM_BLUE, rule: RULE, ruled: "rows" }),
  tableCell: style({ wrap: true, rule: RULE }),
  tableNumber: style({ horizontal: "right", indent: 1, wrap: true, rule: RULE }),
  tableGap: style({ rule: RULE, ruled: "rows" }),
  statusMet: style({ color: "#0B5A2B", fill: "#E2F0D9", rule: RULE }),
  statusOngoing: style({ color: "#1F3864", fill: "#DDEBF7", rule: RULE }),
  statusPartly: style({ color: "#6B4A00", fill: "#FFF2CC", rule: RULE }),
  statusMissed: style({ color: "#8C1D18", fill: "#FBE0DD", rule: RULE }),
  statusUnknown: style({ color: "#404040", fill: "#EDEDED", rule: RULE }),
};
