import { periodLabel, periodTo, type Period } from "../../registers/values/period.js";
import type { GoalRow } from "../../rules/goals/goalTree.js";
import { workbookOf } from "../../rules/measures/measureResults.js";
import { reportedInitiatives } from "../../rules/quality/qualityInitiatives.js";
import { viewTables } from "../../rules/quality/views.js";
import type { ReportBlock, ReportDocument } from "../document.js";
import { reportHead, sectionParagraphs, sheetNameFor, summaryBlocks } from "../parts/reportHead.js";
import { inARow } from "../parts/printedText.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "../report.js";
import { legendOf, qualityScale } from "../scales.js";
import { gridFor } from "./columns.js";
import { controlSection } from "./controlSection.js";
import { overdueBlocks, overviewInWords, overviewTable } from "./initiativeOverview.js";
import { initiativeSections } from "./initiativeSections.js";
import { initiativeText, wordsUsed } from "./statusCells.js";
import { viewSection } from "./viewSection.js";

const TITLE = "Kvalitetsbokslut";
const DOCUMENT_TYPES = [TITLE];

/** After Ovanåkers kommun, Kvalitetsbokslut 2017: quality initiatives with their activities and comments, views received, internal control; first an overview. */
export const kvalitetsbokslut: ReportDefinition = {
  name: "kvalitetsbokslut",
  title: TITLE,
  purpose: "Visar för varje kvalitetsinsats vad som är gjort, vilka synpunkter som har kommit in och vad kontrollerna visar.",
  audience: "intern",
  isFollowUp: true,
  needs: ["mal", "aktiviteter", "uppfoljning"],
  sheetName: (choice: ReportChoice) => sheetNameFor(TITLE, choice),
  build,
};

function build(input: ReportInput): ReportDocument {
  const { contents, settings, unit, period } = input;
  const workbook = workbookOf(contents, settings);
  const choice = { unit, period };
  const { reported, notInForce } = reportedInitiatives(workbook, choice);
  const numbered = reported.filter(({ goal }) => goal.values.nr !== null);
  const others = reported.filter(({ goal }) => goal.values.nr === null);
  const inOrder = [...numbered, ...others];
  const views = viewTables(workbook, choice);
  const passed = Math.min(periodTo(period), input.date - 1);
  return {
    ...reportHead(kvalitetsbokslut, input, DOCUMENT_TYPES),
    grid: gridFor(views),
    blocks: [
      ...headed("Inledning", sectionParagraphs(input, DOCUMENT_TYPES, "Inledning")),
      ...summaryBlocks(input, DOCUMENT_TYPES),
      { kind: "heading", level: 1, text: "Översikt", id: "oversikt" },
      ...(inOrder.length === 0
        ? [{ kind: "paragraph" as const, text: NOTHING }]
        : [
            { kind: "paragraph" as const, text: overviewInWords(inOrder) },
            legendOf(qualityScale, wordsUsed(inOrder)),
            overviewTable(inOrder),
            ...overdueBlocks(inOrder, passed),
          ]),
      ...headed("Kvalitetsinsatser", initiativeSections(workbook, numbered, choice)),
      ...viewSection(workbook, views, choice),
      ...controlSection(workbook, period, sectionParagraphs(input, DOCUMENT_TYPES, "Internkontroll")),
      ...headed(numbered.length === 0 ? "Kvalitetsinsatser" : "Övriga kvalitetsinsatser", initiativeSections(workbook, others, choice)),
      ...notInForceNote(notInForce, period),
    ],
  };
}

const NOTHING = "Det finns inga kvalitetsinsatser att redovisa för det här valet. Välj Kvalitetsinsats i Nivå för dem i registret Mål, eller välj en annan enhet.";

/** A chapter has its heading only where it has something. */
function headed(text: string, blocks: readonly ReportBlock[]): readonly ReportBlock[] {
  return blocks.length === 0 ? [] : [{ kind: "heading", level: 1, text, id: text.toLowerCase() }, ...blocks];
}

/** Nothing is left out in silence. */
function notInForceNote(goals: readonly GoalRow[], period: Period): readonly ReportBlock[] {
  if (goals.length === 0) return [];
  return [{ kind: "note", text: `Kvalitetsinsatser som inte gäller under ${periodLabel(period)} är inte med: ${inARow(goals.map(initiativeText))}` }];
}
