import type { RegisterKey } from "../../registers/registers.js";
import { workbookOf } from "../../rules/measures/measureResults.js";
import type { ReportBlock, ReportDocument } from "../document.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "../report.js";
import { reportHead, sheetNameFor } from "../parts/reportHead.js";
import { assignmentSection, initiativeSection } from "./assignmentSection.js";
import { controlSection } from "./controlSection.js";
import { decisionSection } from "./decisionSection.js";
import { findingSection } from "./findingSection.js";
import { goalSection } from "./goalSection.js";
import { nextSection } from "./nextSection.js";
import { overdueSection } from "./overdueSection.js";
import { pageFor, type OverviewInput, type OverviewSection } from "./section.js";
import { signOffSection } from "./signOffSection.js";
import { unitGroupsOf } from "./unitGroups.js";

const TITLE = "Översikt";

/** Any of these gives the overview something to tell. */
const TOLD_OF: readonly RegisterKey[] = ["mal", "matt", "uppdrag", "kontroller", "beslut", "klarmarkering"];

/** How everything that the workbook follows up stands: counts by committee with charts, what is late, what is due next, and what the check found. */
export const oversikt: ReportDefinition = {
  name: "oversikt",
  title: TITLE,
  purpose: "Visar läget för mål, mått och uppdrag, vad som är på väg och vad som är försenat.",
  audience: "intern",
  needs: [],
  needsOneOf: TOLD_OF,
  sheetName: (choice: ReportChoice) => sheetNameFor(TITLE, choice),
  build,
};

/** In the order of the report; each has nothing to say where the workbook lacks what it is about. */
const SECTIONS: readonly ((input: OverviewInput) => OverviewSection | undefined)[] = [
  goalSection, assignmentSection, initiativeSection, controlSection, decisionSection, overdueSection, signOffSection, nextSection, findingSection,
];

function build(input: ReportInput): ReportDocument {
  const workbook = workbookOf(input.contents, input.settings);
  const { unit, period, date, findings } = input;
  const overview: OverviewInput = { workbook, unit, period, date, findings, groups: unitGroupsOf(workbook, unit) };
  const sections = SECTIONS.flatMap((section) => section(overview) ?? []);
  const isAnythingTold = sections.some(({ name }) => name !== "Anmärkningar");
  const blocks: readonly ReportBlock[] = [
    ...(isAnythingTold ? [] : [{ kind: "paragraph", text: "Det finns inget att visa för det här valet än. Fyll i register, eller välj en annan enhet eller period." } as const]),
    ...sections.flatMap(({ name, told }): ReportBlock[] => (told === "" ? [] : [{ kind: "paragraph", label: name, text: told }])),
    ...sections.flatMap((section) => section.blocks),
  ];
  return { ...reportHead(oversikt, input, [TITLE]), ...pageFor(blocks), blocks };
}
