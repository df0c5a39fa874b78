import { activityStatuses } from "../../registers/definitions/statusWords.js";
import { periodLabel } from "../../registers/values/period.js";
import { reportedAssignments, type AssignmentResult } from "../../rules/assignments/assignments.js";
import { reportedInitiatives, type InitiativeResult } from "../../rules/quality/qualityInitiatives.js";
import { assignmentLegend, assignmentsInWords } from "../parts/assignmentCells.js";
import { assignmentScale, legendOf, NOT_GIVEN, qualityScale } from "../scales.js";
import { countBlocks, wordsUsed, type Count } from "./countTable.js";
import { sectionHeading, type OverviewInput, type OverviewSection } from "./section.js";

/** How many assignments have each status, by the committee that leads them. */
export function assignmentSection(input: OverviewInput): OverviewSection | undefined {
  const { workbook, groups, period } = input;
  if ((workbook.contents.uppdrag?.rows.length ?? 0) === 0) return undefined;
  const { reported } = reportedAssignments(workbook, input);
  const heading = sectionHeading("Uppdrag", "uppdrag");
  if (reported.length === 0) {
    const told = `Inga uppdrag gäller för ${periodLabel(period)}.`;
    return { name: "Uppdrag", told, blocks: [heading, { kind: "paragraph", text: told }] };
  }
  const wordOf = ({ status }: AssignmentResult) => status ?? NOT_GIVEN;
  const count: Count<AssignmentResult> = {
    id: "uppdrag-enhet", caption: `Uppdrag per ${groups.header.toLowerCase()}`, by: groups.header, what: "Uppdrag", wordOf,
    words: wordsUsed(assignmentScale, reported.map(wordOf)),
    groups: groups.of(reported, ({ lead }) => lead),
  };
  return {
    name: "Uppdrag",
    told: assignmentsInWords(reported),
    blocks: [heading, assignmentLegend(reported), ...countBlocks(count, `Status för uppdrag per ${groups.header.toLowerCase()}`)],
  };
}

/** How far quality initiatives are carried out, by the committee that owns them: its own word or, where it has given none, what the activities propose. */
export function initiativeSection(input: OverviewInput): OverviewSection | undefined {
  const { workbook, groups } = input;
  const { reported } = reportedInitiatives(workbook, input);
  if (reported.length === 0) return undefined;
  const wordOf = ({ own, proposed }: InitiativeResult) => own ?? proposed.word ?? NOT_GIVEN;
  const used = reported.map(wordOf);
  const count: Count<InitiativeResult> = {
    id: "insatser-enhet", caption: `Kvalitetsinsatser per ${groups.header.toLowerCase()}`, by: groups.header, what: "Insatser", wordOf,
    words: wordsUsed(qualityScale, used),
    groups: groups.of(reported, ({ goal }) => workbook.tree.ownerOfGoal(goal)),
  };
  const told = [...activityStatuses, NOT_GIVEN].flatMap((word) => {
    const number = used.filter((other) => other === word).length;
    return number === 0 ? [] : [`${number} ${word.toLowerCase()}`];
  });
  return {
    name: "Kvalitetsinsatser",
    told: `${reported.length} ${reported.length === 1 ? "kvalitetsinsats" : "kvalitetsinsatser"}: ${told.join(", ")}.`,
    blocks: [
      sectionHeading("Kvalitetsinsatser", "kvalitetsinsatser"),
      legendOf(qualityScale, used),
      ...countBlocks(count, `Status för kvalitetsinsatser per ${groups.header.toLowerCase()}`),
      { kind: "note", text: "Den egna bedömningen räknas där den finns, annars förslaget från aktiviteterna." },
    ],
  };
}
