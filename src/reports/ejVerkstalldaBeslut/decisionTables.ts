import { aidKey, printedAid } from "../../rules/decisions/aidNames.js";
import type { Decision, DecisionCounts, DecisionsOfQuarter } from "../../rules/decisions/decisions.js";
import { append } from "../../rules/goals/goalTree.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportTable } from "../document.js";
import { countCell, textCell } from "../parts/measureCells.js";
import { aidCell, closedComment, dayCell, decisionDayCell, numberCell, openComment, waitCell } from "./decisionCells.js";

/** Widths in characters: number, day of the decision, aid, who is to carry it out, the day or days that the table is about, and the comment. */
export const DECISION_GRID = [14, 15, 50, 17, 16, 64] as const;

const number: ReportColumn = { key: "nr", header: "Beslut nr.", align: "left", gridColumn: 0 };
const decided: ReportColumn = { key: "beslutsdatum", header: "Beslutsdatum", align: "right", gridColumn: 1 };
const aid: ReportColumn = { key: "insats", header: "Typ av bistånd", align: "left", gridColumn: 2 };
const service: ReportColumn = { key: "verksamhet", header: "Verksamhet", align: "left", gridColumn: 3 };
const waited: ReportColumn = { key: "vantetid", header: "Väntat, dagar", align: "right", gridColumn: 4 };
const closedOn: ReportColumn = { key: "avslutat", header: "Avslutat", align: "right", gridColumn: 4 };
const executedOn: ReportColumn = { key: "verkstallighet", header: "Verkställighet", align: "right", gridColumn: 4 };
const comment: ReportColumn = { key: "kommentar", header: "Kommentar", align: "left", gridColumn: 5 };

const basics = (decision: Decision): readonly ReportCell[] => [numberCell(decision), decisionDayCell(decision), aidCell(decision), textCell(decision.row.values.verksamhet)];

/** New decisions, or those that are open still: what has happened in each is stacked in its comment. */
export function openTable(id: string, decisions: readonly Decision[], { quarter }: DecisionsOfQuarter): ReportBlock {
  return tableOr(id, [number, decided, aid, service, waited, comment], decisions.map((decision) => [...basics(decision), waitCell(decision, quarter), openComment(decision)]));
}

export function closedTable(id: string, decisions: readonly Decision[]): ReportBlock {
  return tableOr(id, [number, decided, aid, service, closedOn, comment], decisions.map((decision) => [...basics(decision), dayCell(decision.end?.day ?? null), closedComment(decision)]));
}

export function executedTable(id: string, decisions: readonly Decision[]): ReportBlock {
  return tableOr(id, [number, decided, aid, service, executedOn], decisions.map((decision) => [...basics(decision), dayCell(decision.end?.day ?? null)]));
}

/** A section without decisions says so. */
function tableOr(id: string, columns: readonly ReportColumn[], rows: ReportTable["rows"]): ReportBlock {
  return rows.length === 0 ? { kind: "paragraph", text: "Inga beslut." } : { kind: "table", id, columns, rows };
}

/** How many decisions there are, for all aids and each, by gender. Who has none given is a column of its own, when there are any, so that the row adds up. */
export function keyFigures(id: string, decisions: readonly Decision[]): ReportTable {
  const groups = [{ part: "Alla", name: "Alla insatser", decisions }, ...byAid(decisions).map((group) => ({ part: "Varav", ...group }))];
  const of = (list: readonly Decision[], kon: "Kvinna" | "Man" | null) => list.filter(({ row }) => row.values.kon === kon).length;
  const hasUnknown = of(decisions, null) > 0;
  return {
    kind: "table", id, namedBy: 2,
    columns: [
      { key: "del", header: "Nya beslut", align: "left", gridColumn: 0 },
      { key: "antal", header: "Antal", align: "right", gridColumn: 1 },
      { key: "insats", header: "Insatser", align: "left", gridColumn: 2 },
      { key: "kvinnor", header: "Kvinnor", align: "right", gridColumn: 3 },
      { key: "man", header: "Män", align: "right", gridColumn: 4 },
      ...(hasUnknown ? [{ key: "ejAngivet", header: "Kön ej angivet", align: "right", gridColumn: 5 } as const] : []),
    ],
    rows: groups.map(({ part, name, decisions: own }) => [
      textCell(part), countCell(own.length), textCell(name), countCell(of(own, "Kvinna")), countCell(of(own, "Man")), ...(hasUnknown ? [countCell(of(own, null))] : []),
    ]),
  };
}

/** The decisions of each aid, by name; one aid is one whether its law is written after it or not. */
export function byAid(decisions: readonly Decision[]): readonly { readonly name: string; readonly decisions: readonly Decision[] }[] {
  const groups = new Map<string, Decision[]>();
  for (const decision of decisions) append(groups, aidKey(decision.row.values.insats), decision);
  const named = [...groups.values()].map((own) => ({ name: own.map(({ row }) => printedAid(row.values.insats)).sort(swedish.compare)[0] ?? "", decisions: own }));
  return named.sort((a, b) => swedish.compare(a.name, b.name));
}

const swedish = new Intl.Collator("sv", { numeric: true });

/** Opening, new, executed, closed and closing, one below the other as they are added up. */
export function balanceTable(id: string, counts: DecisionCounts): ReportTable {
  const rows = [["Ingående", counts.opening], ["Nya", counts.new], ["Verkställda", counts.executed], ["Avslutade", counts.closed], ["Utgående", counts.closing]] as const;
  return {
    kind: "table", id,
    columns: [{ key: "post", header: "Beslut", align: "left", gridColumn: 0 }, { key: "antal", header: "Antal", align: "right", gridColumn: 1 }],
    rows: rows.map(([name, count]) => [textCell(name), countCell(count)]),
  };
}

/** "9 ingående + 2 nya − 2 verkställda − 2 avslutade = 7 utgående." */
export function balanceInWords({ opening, new: added, executed, closed, closing }: DecisionCounts): string {
  return `${opening} ingående + ${added} nya − ${executed} verkställda − ${closed} avslutade = ${closing} utgående.`;
}
