import type { FormLook } from "./formSheet.js";

/** How cells of a look are drawn. Colours are "#RRGGBB"; sizes are points. */
export interface FormStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
  readonly fill: string | null;
  readonly wrap: boolean;
  readonly vertical: "top" | "center";
  readonly horizontal: "general" | "center";
  /** Colour of the thin lines around each cell; null for none. */
  readonly border: string | null;
}

const INK = "#1F1F1F";
const BLUE = "#1F3864";
const GREY_TEXT = "#595959";
const RULE = "#BFBFBF";
const YELLOW = "#FFF9DB";
/** Dark enough on white that the edge alone tells a cell to fill in (3:1, WCAG 2.2, 1.4.11). */
const YELLOW_EDGE = "#8A6D00";

function style(choices: Partial<FormStyle>): FormStyle {
  return { size: 11, bold: false, color: INK, fill: null, wrap: false, vertical: "top", horizontal: "general", border: null, ...choices };
}

/** Text has a contrast of at least 4.5:1 against its fill (WCAG 2.2, 1.4.3), and no meaning is in colour alone: what is to be filled in has an edge, a header that says so, and help. */
export const formStyles: Readonly<Record<FormLook, FormStyle>> = {
  title: style({ size: 16, bold: true, color: BLUE }),
  line: style({ color: GREY_TEXT }),
  legend: style({ fill: YELLOW, border: YELLOW_EDGE, bold: true }),
  count: style({ size: 12, bold: true }),
  heading: style({ size: 14, bold: true, color: BLUE }),
  header: style({ bold: true, color: "#FFFFFF", fill: BLUE, wrap: true, vertical: "center", border: RULE }),
  headerToFill: style({ bold: true, color: INK, fill: "#FFE699", wrap: true, vertical: "center", border: YELLOW_EDGE }),
  told: style({ wrap: true, border: RULE }),
  left: style({ bold: true, horizontal: "center", border: RULE }),
  gap: style({ fill: "#EDEDED", border: RULE }),
  fill: style({ fill: YELLOW, border: YELLOW_EDGE }),
  fillText: style({ fill: YELLOW, wrap: true, border: YELLOW_EDGE }),
};
