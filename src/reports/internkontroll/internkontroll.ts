import { periodLabel } from "../../registers/values/period.js";
import { controlsOf } from "../../rules/controls/controls.js";
import type { ReportBlock, ReportDocument } from "../document.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "../report.js";
import { reportHead, sheetNameFor, summaryBlocks } from "../parts/reportHead.js";
import { controlScale, legendOf } from "../scales.js";
import { sortSection } from "./areaBlocks.js";
import { areasBySort, assessmentOf, controlColumns, followedControls, type ControlReport } from "./controlReport.js";
import { introduction, overviewBlocks } from "./summary.js";

const TITLE = "Intern kontroll";
const DOCUMENT_TYPES = ["Internkontrollplan", TITLE, "Uppföljningsplan intern kontroll"];

/** After Ale kommun, Uppföljningsplan intern kontroll 2019: areas with their risks and controls, and what each follow-up showed; before them, where it is worst. */
export const internkontroll: ReportDefinition = {
  name: "internkontroll",
  title: TITLE,
  purpose: "Visar för varje område vilka risker som kontrolleras, vad kontrollerna visade under perioden och vilka som inte har gjorts.",
  audience: "intern",
  isFollowUp: true,
  needs: ["kontroller", "kontrollresultat"],
  sheetName: (choice: ReportChoice) => sheetNameFor(TITLE, choice),
  build,
};

/** Controls are the workbook's own: the register names no unit, so the chosen one decides the title and the sheet only. */
function build(input: ReportInput): ReportDocument {
  const { contents, period } = input;
  const controls = controlsOf(contents);
  const results = controls.inOrder.flatMap((control) => controls.resultsIn(control, period));
  const report: ControlReport = { controls, period, columns: controlColumns(controls.inOrder, results) };
  const sorts = areasBySort(controls);
  return {
    ...reportHead(internkontroll, input, DOCUMENT_TYPES),
    grid: report.columns.grid,
    blocks: [
      ...firstBlocks(report),
      ...summaryBlocks(input, DOCUMENT_TYPES),
      ...(sorts.length === 0 ? [] : overviewBlocks(report)),
      ...sorts.flatMap(([sort, areas]) => sortSection(report, sort, areas)),
    ],
  };
}

function firstBlocks(report: ControlReport): readonly ReportBlock[] {
  const { controls, period } = report;
  if (controls.inOrder.length === 0) {
    return [{ kind: "paragraph", text: `Det finns inga kontroller att redovisa för ${periodLabel(period)}. Fyll i registret Kontroller.` }];
  }
  const followed = controls.areas.flatMap((area) => followedControls(report, area));
  return [{ kind: "paragraph", text: introduction(report) }, legendOf(controlScale, followed.map(assessmentOf))];
}
