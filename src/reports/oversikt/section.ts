import type { Finding } from "../../registers/finding.js";
import type { Period } from "../../registers/values/period.js";
import type { Choice, Workbook } from "../../rules/measures/measureResults.js";
import type { ReportBlock, ReportDocument } from "../document.js";
import type { UnitGroups } from "./unitGroups.js";

/** What every part of the overview is made from. */
export interface OverviewInput extends Choice {
  readonly workbook: Workbook;
  readonly period: Period;
  /** The day the report is made, a serial number. */
  readonly date: number;
  readonly groups: UnitGroups;
  /** What the check found; undefined where nobody has checked. */
  readonly findings: readonly Finding[] | undefined;
}

/** One part of the overview: how it stands in a sentence or two, which are printed first of all, and what they rest on. Nothing is told first of what another part tells. */
export interface OverviewSection {
  readonly name: string;
  readonly told: string;
  readonly blocks: readonly ReportBlock[];
}

/** Widths in characters: names and texts, then columns of figures. The report has as many of them as it needs. */
const NAMES = 44;
const FIGURE = 13;

/** Columns of figures that A4 landscape still shows at a size that can be read. */
export const MOST_FIGURES = 12;

/** The sheet's columns: as many as the widest table needs, and never so few that the text beside the tables is pressed together. Upright as long as they fit an upright page. */
export function pageFor(blocks: readonly ReportBlock[]): Pick<ReportDocument, "grid" | "orientation"> {
  const used = blocks.flatMap((block) => (block.kind === "table" ? block.columns.map(({ gridColumn }) => gridColumn) : []));
  const figures = Math.max(FEWEST_FIGURES, ...used);
  return { grid: [NAMES, ...Array.from({ length: figures }, () => FIGURE)], orientation: figures > MOST_UPRIGHT ? "landscape" : "portrait" };
}

const FEWEST_FIGURES = 6;
const MOST_UPRIGHT = 7;

export function sectionHeading(text: string, id: string): ReportBlock {
  return { kind: "heading", level: 1, text, id };
}
