import { periodLabel } from "../../registers/values/period.js";
import { workbookOf } from "../../rules/measures/measureResults.js";
import { planOf, type Plan } from "../../rules/goals/planGoals.js";
import type { ReportBlock, ReportDocument } from "../document.js";
import { inARow } from "../parts/printedText.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "../report.js";
import { documentOf, reportHead, sheetNameFor, summaryBlocks } from "../parts/reportHead.js";
import { deadlineBlocks } from "./deadlines.js";
import { economyBlocks } from "./economy.js";
import { goalBlocks } from "./goals.js";
import { indicatorColumns } from "./indicators.js";
import { GRID, NUMBER_WIDTH } from "./grid.js";
import { coverBlocks, footnoteBlocks, otherSections, responsibilityBlocks, visionBlocks } from "./planDocument.js";
import { selfCheckBlocks } from "./selfChecks.js";

const TITLE = "Verksamhetsplan";
const DOCUMENT_TYPES = [TITLE];

/** After Norrköpings kommun, Verksamhetsplan 2016: what the unit is responsible for, its vision and economy, then goals by owner with what is planned for each, and self-checks. */
export const verksamhetsplan: ReportDefinition = {
  name: "verksamhetsplan",
  title: TITLE,
  purpose: "Visar vad enheten ansvarar för, vilka mål den arbetar mot, när målen är nådda och vad som ska göras.",
  audience: "intern",
  needs: ["mal"],
  sheetName: (choice: ReportChoice) => sheetNameFor(TITLE, choice),
  build,
};

function build(input: ReportInput): ReportDocument {
  const workbook = workbookOf(input.contents, input.settings);
  const document = documentOf(input, DOCUMENT_TYPES);
  const plan = planOf(workbook, input);
  const indicators = indicatorColumns(workbook, plan, input.period);
  const economy = economyBlocks(workbook, document, input);
  const extra = Math.max(indicators.extra, economy.extra);
  return {
    ...reportHead(verksamhetsplan, input, DOCUMENT_TYPES),
    grid: [...GRID, ...Array<number>(extra).fill(NUMBER_WIDTH)],
    blocks: [
      ...coverBlocks(workbook, document, input),
      { kind: "paragraph", text: inWords(plan) },
      ...summaryBlocks(input, DOCUMENT_TYPES),
      ...responsibilityBlocks(workbook, document),
      ...visionBlocks(workbook, document),
      ...otherSections(workbook, document),
      ...economy.blocks,
      ...goalBlocks(workbook, plan, indicators),
      ...leftOutNotes(plan, periodLabel(input.period)),
      ...selfCheckBlocks(workbook),
      ...deadlineBlocks(workbook, plan),
      ...footnoteBlocks(workbook, document),
    ],
  };
}

/** What the plan holds, for whoever reads no further. */
function inWords({ owners }: Plan): string {
  const goals = owners.flatMap((each) => each.goals);
  if (goals.length === 0) return "Det finns inga mål att planera för i det här valet. Fyll i registret Mål, eller välj en annan enhet.";
  const activities = goals.flatMap((goal) => goal.activities);
  const idle = goals.filter((goal) => goal.activities.length === 0).length;
  const untimed = activities.filter(({ values }) => values.tidsram === null && values.slut === null).length;
  return [
    `Planen har ${goals.length} mål och ${countOf(activities.length)}.`,
    ...(idle === 0 || activities.length === 0 ? [] : [`${idle} mål saknar aktivitet.`]),
    ...(untimed === 0 ? [] : [untimed === 1 ? "1 aktivitet säger inte när den ska göras." : `${untimed} aktiviteter säger inte när de ska göras.`]),
  ].join(" ");
}

function countOf(activities: number): string {
  if (activities === 0) return "inga planerade aktiviteter";
  return activities === 1 ? "1 planerad aktivitet" : `${activities} planerade aktiviteter`;
}

/** Nothing is left out in silence. */
function leftOutNotes({ notInForce, withoutGoals }: Plan, period: string): readonly ReportBlock[] {
  const told = [[`Mål som inte gäller under ${period}`, notInForce], ["Målområden utan mål", withoutGoals]] as const;
  return told.flatMap(([what, goals]) => (goals.length === 0 ? [] : [{ kind: "note" as const, text: `${what} är inte med: ${inARow(goals.map(({ values }) => values.mal))}` }]));
}
