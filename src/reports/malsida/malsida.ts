import { activityStatuses } from "../../registers/definitions/statusWords.js";
import { periodLabel } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { dayText } from "../../registers/values/formatting.js";
import { activitiesOf, followUpOf, type AssignmentResult } from "../../rules/assignments/assignments.js";
import { workbookOf, type Workbook } from "../../rules/measures/measureResults.js";
import { sumMoney } from "../../rules/money/resources.js";
import { assignmentsNotInForce } from "../parts/assignmentCells.js";
import type { ReportBlock, ReportDocument } from "../document.js";
import { criterionBlocks, followUpBlocks } from "../parts/goalFollowUp.js";
import { textCell } from "../parts/measureCells.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "../report.js";
import { documentOf, reportHead, sheetNameFor, summaryBlocks } from "../parts/reportHead.js";
import { legendOf, responsibilityScale } from "../scales.js";
import { unitNamesOf, type UnitNames } from "../parts/unitNames.js";
import { assignmentBlocks, byGiver } from "./assignmentTables.js";
import { goalPages, type GoalPage, type GoalPages } from "./goalPages.js";
import { keyFigureBlocks } from "./keyFigures.js";
import { budgetLine, frameBlocks, investmentBlocks, tkrCell } from "./money.js";
import { responsibilityMatrix, unitsResponsible, type MatrixColumns } from "./responsibility.js";

const TITLE = "Målsida";
const DOCUMENT_TYPES = [TITLE];

/** After Östersunds kommun, Trygghet och stöd 2024: for each goal what is to be done, by whom and with what money; then who is responsible for what, and sums. */
export const malsida: ReportDefinition = {
  name: "malsida",
  title: TITLE,
  purpose: "Visar för varje mål vilka uppdrag som ska nå det, vem som ansvarar och vilka pengar som följer med.",
  audience: "intern",
  needs: ["mal", "uppdrag"],
  sheetName: (choice: ReportChoice) => sheetNameFor(TITLE, choice),
  build,
};

/** Widths in characters: the assignment, its clarification, who is responsible. After them a narrow column for each unit; with seven they fit A4 landscape at some 70 %. */
const TEXT_COLUMNS = [46, 68, 24] as const;
const MATRIX: MatrixColumns = { uppdrag: 0, namnder: 1, klart: 2, firstUnit: TEXT_COLUMNS.length };
/** "● A" under a code of three letters. */
const UNIT_WIDTH = 7;
/** Target and outcome of a nyckeltal stand in the first two of the narrow columns. */
const FIGURE_WIDTH = 12;
const FIGURE_COLUMNS = 2;

function build(input: ReportInput): ReportDocument {
  const workbook = workbookOf(input.contents, input.settings);
  const names = unitNamesOf(workbook);
  const choice = wholeOrPart(input);
  const content = goalPages(workbook, choice);
  const { pages } = content;
  const units = unitsResponsible(pages.flatMap(({ assignments }) => assignments), workbook);
  return {
    ...reportHead(malsida, input, DOCUMENT_TYPES),
    ...updated(input),
    grid: gridFor(pages, units),
    blocks: [
      ...introduction(pages, input.period.year),
      ...summaryBlocks(input, DOCUMENT_TYPES),
      ...pages.flatMap((page) => pageBlocks(page, units, workbook, names, choice)),
      ...overviewBlocks(pages, workbook),
      ...leftOutNotes(content, input),
    ],
  };
}

/** Fullmäktige's pages are the whole municipality's, also what nobody owns or leads. */
function wholeOrPart({ contents, unit, period }: ReportInput): ReportChoice {
  const chosen = contents.enheter?.rows.find(({ values }) => unit !== null && folded(values.kod) === folded(unit));
  return { period, unit: chosen?.values.typ === "Fullmäktige" ? null : unit };
}

/** A page that nobody has decided has a day all the same: the one it was last seen to. */
function updated(input: ReportInput): Pick<ReportDocument, "references"> {
  const { datum = null, beslutadAv = null, diarienummer = null } = documentOf(input, DOCUMENT_TYPES)?.values ?? {};
  if (datum === null || beslutadAv !== null || diarienummer !== null) return {};
  return { references: `Sidan uppdaterad ${dayText(datum)}` };
}

function gridFor(pages: readonly GoalPage[], units: readonly string[]): readonly number[] {
  const figures = pages.some(({ measures }) => measures.length > 0);
  const narrow = Array.from({ length: Math.max(units.length, FIGURE_COLUMNS) }, (_, index) =>
    Math.max(figures && index < FIGURE_COLUMNS ? FIGURE_WIDTH : UNIT_WIDTH, (units[index] ?? "").length + 3),
  );
  return [...TEXT_COLUMNS, ...narrow];
}

function introduction(pages: readonly GoalPage[], year: number): readonly ReportBlock[] {
  if (pages.length === 0) {
    return [{ kind: "paragraph", text: "Det finns inga mål att visa för det här valet. Fyll i registren Mål och Uppdrag, eller välj en annan enhet." }];
  }
  const assignments = pages.flatMap((page) => page.assignments);
  const used = assignments.flatMap(({ lead, others }) => [...(lead === null ? [] : ["A"]), ...(others.length === 0 ? [] : ["M"])]);
  return [
    { kind: "paragraph", text: `${pages.length} mål ${year}. ${assignmentsInWords(assignments)}` },
    ...(used.length === 0 ? [] : [legendOf(responsibilityScale, used)]),
  ];
}

/** "14 uppdrag: 6 från fullmäktige och 8 från nämnderna. 3 uppdrag har ingen som är utsedd att leda." */
function assignmentsInWords(assignments: readonly AssignmentResult[]): string {
  if (assignments.length === 0) return "Inga uppdrag är registrerade.";
  const { council, own, unknown } = byGiver(assignments);
  const parts = [...(council.length === 0 ? [] : [`${council.length} från fullmäktige`]), ...(own.length === 0 ? [] : [`${own.length} från nämnderna`]), ...(unknown.length === 0 ? [] : [`${unknown.length} utan angiven givare`])];
  const leaderless = assignments.filter(({ lead }) => lead === null).length;
  return [
    `${assignments.length} uppdrag: ${parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} och ${parts.at(-1) ?? ""}`}.`,
    ...(leaderless === 0 ? [] : [`${leaderless} uppdrag har ingen som är utsedd att leda.`]),
  ].join(" ");
}

/** In the page's printed order; what a controller asks of it comes last. */
function pageBlocks(page: GoalPage, units: readonly string[], workbook: Workbook, names: UnitNames, choice: ReportChoice): readonly ReportBlock[] {
  const { goal, assignments, resources } = page;
  const { id } = goal.values;
  const { year } = choice.period;
  const heading = (key: string, text: string): ReportBlock => ({ kind: "heading", level: 3, text, id: `${key}:${id}` });
  const goalResources = resources.filter(({ row }) => row.values.typ !== "Investering" && workbook.subjects.assignment(row.values.avser) === undefined);
  return [
    { kind: "heading", level: 1, text: `Mål: ${numbered(page)}`, id },
    ...descriptionBlocks(page, workbook),
    ...goalResources.map((resource): ReportBlock => ({ kind: "paragraph", text: budgetLine(resource) })),
    { kind: "heading", level: 2, text: `Så här gör vi för att nå målet ${year}`, id: `sa-har:${id}` },
    ...assignmentBlocks(id, assignments, resources, workbook, names, year),
    heading("nyckeltal", `Nyckeltal ${year}`),
    ...keyFigureBlocks(id, page.measures, workbook),
    heading("investeringar", `Investeringar ${year}`),
    ...investmentBlocks(id, resources, workbook, names),
    heading("gjort", "För att nå målet har vi bland annat"),
    ...doneBlocks(page, workbook, names, choice),
    ...(assignments.length === 0
      ? []
      : [
          { kind: "heading", level: 2, text: "Ansvar och pengar", id: `ansvar-och-pengar:${id}` } as const,
          heading("ansvar", "Vem ansvarar för vad"),
          responsibilityMatrix(`ansvar:${id}`, assignments, units, workbook, names, MATRIX),
          heading("ramar", `Ramjusteringar ${year}`),
          ...frameBlocks(id, resources, workbook, names),
        ]),
  ];
}

function numbered({ goal: { values: { nr, mal } } }: GoalPage): string {
  return nr === null ? mal : `${nr} ${mal}`;
}

/** The goal in words, then the directions below it as running text; other goals below it by their level. */
function descriptionBlocks({ goal, below }: GoalPage, workbook: Workbook): readonly ReportBlock[] {
  return [
    ...(goal.values.beskrivning === null ? [] : [{ kind: "paragraph" as const, text: goal.values.beskrivning }]),
    ...criterionBlocks(workbook, goal),
    ...below.flatMap((part): ReportBlock[] => {
      const { niva, nr, mal } = part.values;
      const text = nr === null ? mal : `${nr} ${mal}`;
      return [{ kind: "paragraph", text, id: part.values.id, ...(niva === "Inriktning" ? {} : { label: niva }) }, ...criterionBlocks(workbook, part)];
    }),
  ];
}

/** What is reported of the goal for the period, and its own activities. */
function doneBlocks({ goal, below }: GoalPage, workbook: Workbook, names: UnitNames, choice: ReportChoice): readonly ReportBlock[] {
  const blocks = [goal, ...below].flatMap((part): ReportBlock[] => [
    ...followUpBlocks(workbook, part, choice, names),
    ...activitiesOf(workbook, part.values.id).map(({ values: { id, aktivitet, tidsram } }): ReportBlock => {
      const status = activityStatuses.find((word) => word === followUpOf(workbook, id, choice)?.values.status);
      const more = [...(tidsram === null ? [] : [tidsram]), ...(status === undefined ? [] : [status.toLowerCase()])];
      return { kind: "paragraph", text: `• ${aktivitet}${more.length === 0 ? "" : ` (${more.join(", ")})`}` };
    }),
  ]);
  return blocks.length === 0 ? [{ kind: "paragraph", text: "Inget är beskrivet för perioden än." }] : blocks;
}

/** Only where there are several pages to look over. */
function overviewBlocks(pages: readonly GoalPage[], { units }: Workbook): readonly ReportBlock[] {
  if (pages.length < 2) return [];
  return [
    { kind: "heading", level: 1, text: "Sammanställning", id: "sammanstallning" },
    {
      kind: "table",
      id: "sammanstallning",
      columns: [
        { key: "mal", header: "Mål", align: "left", gridColumn: 0 },
        { key: "uppdrag", header: "Uppdrag", align: "left", gridColumn: 1 },
        { key: "pengar", header: "Ramar och investeringar", align: "right", gridColumn: 2 },
      ],
      rows: pages.map((page) => [textCell(numbered(page)), textCell(assignmentsInWords(page.assignments)), tkrCell(sumMoney(page.resources, units).total)]),
    },
  ];
}

/** Nothing is left out in silence. */
function leftOutNotes({ assignmentsNotInForce: ended, assignmentsWithoutGoal, resourcesOfOtherYears }: GoalPages, { period }: ReportInput): readonly ReportBlock[] {
  const withoutGoal = assignmentsWithoutGoal.length;
  return [
    ...assignmentsNotInForce(ended, periodLabel(period)),
    ...(withoutGoal === 0 ? [] : [{ kind: "note" as const, text: `${withoutGoal} uppdrag hör inte till något mål och är inte med här. De redovisas i Uppdragsuppföljning.` }]),
    ...(resourcesOfOtherYears.length === 0
      ? []
      : [{ kind: "note" as const, text: `Resurser för andra år är inte med: ${resourcesOfOtherYears.map(budgetLine).join("; ")}` }]),
  ];
}
