import { dayText } from "../../registers/values/formatting.js";
import { DECISION_REPORT, reportDayOf } from "../../rules/decisions/decisionReports.js";
import { categoryOf, countsOf, windowOfNew, type Decision, type DecisionsOfQuarter } from "../../rules/decisions/decisions.js";
import { lawReferences } from "../../rules/decisions/lawReferences.js";
import type { ReportBlock, ReportDocument } from "../document.js";
import { documentOf, reportHead, sheetNameFor, summaryBlocks } from "../parts/reportHead.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "../report.js";
import { balanceInWords, balanceTable, closedTable, DECISION_GRID, executedTable, keyFigures, openTable } from "./decisionTables.js";
import { daysOf, lawsIn, nothingToReport, quarterInWords, type LawInQuarter } from "./quarterOfReport.js";

/** After Ale kommun, kvartal 1 2019: new, closed, executed and still open decisions with what has happened in each; for the committee. */
export const ejVerkstalldaBeslut: ReportDefinition = {
  name: "ej-verkstallda-beslut",
  title: DECISION_REPORT,
  purpose: "Visar kvartalets nya, avslutade, verkställda och fortfarande ej verkställda beslut, med vad som har hänt i vart och ett.",
  audience: "intern",
  isFollowUp: true,
  needs: ["beslut", "handelser"],
  // The whole title leaves no room for quarter and committee.
  sheetName: (choice: ReportChoice) => sheetNameFor("Ej verkställda", choice),
  build,
};

const DOCUMENT_TYPES = [DECISION_REPORT];

function build(input: ReportInput): ReportDocument {
  const laws = lawsIn(input, input.period);
  return {
    ...reportHead(ejVerkstalldaBeslut, input, DOCUMENT_TYPES),
    grid: DECISION_GRID,
    blocks: [
      ...reportedBy(input),
      ...summaryBlocks(input, DOCUMENT_TYPES),
      ...(laws.length === 0 ? nothingToReport(input.period) : laws.flatMap((law) => lawBlocks(law, input))),
    ],
  };
}

/** When the report is made and who answers for it, as far as the registers say. */
function reportedBy(input: ReportInput): readonly ReportBlock[] {
  const day = reportDayOf(input.contents, input.unit, input.period);
  const role = documentOf(input, DOCUMENT_TYPES)?.values.ansvarigRoll ?? null;
  return [
    ...(day === undefined ? [] : [{ kind: "paragraph", label: "Rapporteringstillfälle", text: dayText(day) } as const]),
    ...(role === null ? [] : [{ kind: "paragraph", label: "Ansvarig rapportör", text: role } as const]),
  ];
}

/** The headings are those of Ale's report. */
function lawBlocks({ law, decisions }: LawInQuarter, { settings }: ReportInput): readonly ReportBlock[] {
  const { quarter } = decisions;
  const references = lawReferences(settings, law);
  const earlier = `Tidigare inrapporterade ej verkställda gynnande beslut, enligt ${references.decisionsInShort},`;
  const counts = countsOf(decisions);
  const heading = (part: string, text: string): ReportBlock => ({ kind: "heading", level: 2, text, id: `${law}:${part}` });
  return [
    { kind: "heading", level: 1, text: `Ej verkställda gynnande beslut, enligt ${references.decisions}, som inte är verkställda inom tre månader`, id: law },
    {
      kind: "paragraph",
      text: `Nämnden rapporterar varje kvartal enligt ${references.reporting}: till Inspektionen för vård och omsorg, IVO, och kommunens revisorer beslut för beslut, och till fullmäktige som statistik.`,
    },
    heading("nya", `Nya beslut som ej är verkställda inom 3 månader, redovisning för ${quarterInWords(quarter)} (${daysOf(quarter)})`),
    {
      kind: "paragraph",
      text: `Ett beslut är nytt i ${quarterInWords(quarter)} när det fattades, eller avbröts, under perioden ${daysOf(windowOfNew(quarter))}: då går tre månader ut under kvartalet.`,
    },
    keyFigures(`nyckeltal:${law}`, decisions.new),
    heading("specificering", "Specificering av nya beslut som inte är verkställda inom tre månader"),
    openTable(`nya:${law}`, decisions.new, decisions),
    heading("avslutade", `${earlier} som har avslutats utan att verkställas`),
    closedTable(`avslutade:${law}`, decisions.closed),
    ...alsoNew(decisions.closed, decisions),
    heading("verkstallda", `${earlier} som har verkställts`),
    executedTable(`verkstallda:${law}`, decisions.executed),
    ...alsoNew(decisions.executed, decisions),
    heading("oppna", `${earlier} som fortfarande ej är verkställda`),
    openTable(`oppna:${law}`, decisions.open, decisions),
    heading("balans", "Ingående och utgående beslut"),
    balanceTable(`balans:${law}`, counts),
    { kind: "note", text: balanceInWords(counts) },
  ];
}

/** A decision may become three months old and end in one quarter: it is then in two tables, and in the balance twice. */
function alsoNew(ended: readonly Decision[], { quarter }: DecisionsOfQuarter): readonly ReportBlock[] {
  const numbers = ended.filter((decision) => categoryOf(decision, quarter) === "new").map(({ row }) => row.values.id);
  return numbers.length === 0 ? [] : [{ kind: "note", text: `Står även bland de nya, eftersom tre månader gick ut i samma kvartal: ${numbers.join(", ")}.` }];
}
