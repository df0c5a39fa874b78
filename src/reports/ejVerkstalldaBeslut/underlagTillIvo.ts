import type { Period } from "../../registers/values/period.js";
import { dayText } from "../../registers/values/formatting.js";
import { countsOf, decisionsOf, type Decision } from "../../rules/decisions/decisions.js";
import { waitGroupOf, waitingMonths } from "../../rules/decisions/decisionWaits.js";
import { lawReferences } from "../../rules/decisions/lawReferences.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportDocument } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import { reportHead, sheetNameFor } from "../parts/reportHead.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "../report.js";
import { aidCell, dayCell, eventText, lines, numberCell, waitCell } from "./decisionCells.js";
import { balanceInWords } from "./decisionTables.js";
import { lawsIn, nothingToReport, quarterInWords } from "./quarterOfReport.js";

/** A working list, one row a decision, with what IVO's form asks for. */
export const underlagTillIvo: ReportDefinition = {
  name: "ej-verkstallda-beslut-ivo",
  title: "Underlag till IVO",
  purpose: "Visar för varje beslut det som ska anges i kvartalets rapport till IVO, med erbjudanden och hur länge den enskilde har väntat.",
  audience: "intern",
  needs: ["beslut", "handelser"],
  // The shorter name holds the period and a unit's code too.
  sheetName: (choice: ReportChoice) => sheetNameFor("Underlag IVO", choice),
  build,
};

const columns: readonly (readonly [header: string, width: number, align: ReportColumn["align"]])[] = [
  ["Beslutsnr", 11, "left"], ["Lag", 6, "left"], ["Kön", 9, "left"], ["Insats", 30, "left"], ["Beslutsdatum", 14, "right"], ["Avbrottsdatum", 15, "right"],
  ["Verkställt", 13, "right"], ["Avslutat och orsak", 26, "left"], ["Erbjudanden", 24, "left"], ["Senaste händelse", 40, "left"], ["Tillfällig lösning", 20, "left"],
  ["Väntat, dagar", 9, "right"], ["Väntat", 22, "left"],
];

function build(input: ReportInput): ReportDocument {
  return { ...reportHead(underlagTillIvo, input, []), grid: columns.map(([, width]) => width), blocks: blocksFor(input) };
}

function blocksFor(input: ReportInput): readonly ReportBlock[] {
  const laws = lawsIn(input, input.period);
  const decisions = decisionsOf(input, input.period);
  if (decisions === undefined || laws.length === 0) return nothingToReport(input.period);
  const { quarter } = decisions;
  const reporting = laws.map(({ law }) => lawReferences(input.settings, law).reporting).join(" och ");
  return [
    {
      kind: "paragraph",
      text: `Beslut att rapportera för ${quarterInWords(quarter)} enligt ${reporting}. ${balanceInWords(countsOf(decisions))}`,
    },
    {
      kind: "paragraph",
      text: `IVO frågar efter skälen för dröjsmålet: de står under Senaste händelse. Väntan räknas i dagar och hela månader från beslutet eller avbrottet till dess att beslutet verkställdes eller avslutades, annars till slutet av ${quarterInWords(quarter)}.`,
    },
    ...section("nya", "Nya", decisions.new, quarter),
    ...section("oppna", "Fortfarande ej verkställda", decisions.open, quarter),
    ...section("verkstallda", "Verkställda", decisions.executed, quarter),
    ...section("avslutade", "Avslutade utan att verkställas", decisions.closed, quarter),
  ];
}

function section(id: string, text: string, decisions: readonly Decision[], quarter: Period): readonly ReportBlock[] {
  return [
    { kind: "heading", level: 1, text: `${text} (${decisions.length})`, id },
    decisions.length === 0
      ? { kind: "paragraph", text: "Inga beslut." }
      : {
          kind: "table", id,
          columns: columns.map(([header, , align], gridColumn) => ({ key: String(gridColumn), header, align, gridColumn })),
          rows: decisions.map((decision) => rowOf(decision, quarter)),
        },
  ];
}

const OFFERS: ReadonlySet<string | null> = new Set(["Erbjudande", "Tackat ja", "Tackat nej", "Inväntar svar"]);

function rowOf(decision: Decision, quarter: Period): readonly ReportCell[] {
  const { row: { values }, events } = decision;
  const latest = events.filter((event) => event.values.handelse !== "Planerad verkställighet").at(-1);
  const offers = events.filter((event) => OFFERS.has(event.values.handelse)).map((event) => `${dayText(event.values.datum)} ${event.values.handelse ?? ""}`);
  return [
    numberCell(decision), textCell(values.lag), textCell(values.kon ?? "Ej angivet"), aidCell(decision), dayCell(values.beslutsdatum), dayCell(values.avbrottsdatum), dayCell(values.verkstallt),
    values.avslutat === null ? { kind: "empty" } : lines([dayText(values.avslutat), values.avslutsorsak]),
    lines(offers), latest === undefined ? { kind: "empty" } : textCell(eventText(latest)), textCell(values.tillfalligLosning),
    waitCell(decision, quarter), textCell(waitGroupOf(waitingMonths(decision, quarter))),
  ];
}
