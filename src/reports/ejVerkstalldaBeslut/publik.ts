import { periodLabel } from "../../registers/values/period.js";
import { DECISION_REPORT } from "../../rules/decisions/decisionReports.js";
import { countsOf, type Decision } from "../../rules/decisions/decisions.js";
import { waitGroupOf, waitGroups, waitingMonths } from "../../rules/decisions/decisionWaits.js";
import { lawReferences } from "../../rules/decisions/lawReferences.js";
import { suppressedTogether, type CountTable, type ShownCount, type ShownTable } from "../../rules/privacy/smallCounts.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportDocument, ReportTable } from "../document.js";
import { countCell, textCell } from "../parts/measureCells.js";
import { reportHead, sheetNameFor } from "../parts/reportHead.js";
import { shownCountCell } from "../privacy/shownCount.js";
import type { ReportChoice, ReportDefinition, ReportInput } from "../report.js";
import { balanceInWords, balanceTable, byAid } from "./decisionTables.js";
import { daysOf, lawsIn, nothingToReport, quarterInWords, type LawInQuarter } from "./quarterOfReport.js";

/** For fullmäktige and the web: counts by aid, gender and waiting time, without numbers, events or comments, and without small groups. */
export const ejVerkstalldaBeslutPublik: ReportDefinition = {
  name: "ej-verkstallda-beslut-publik",
  title: "Ej verkställda beslut, publik",
  purpose: "Visar för fullmäktige hur många beslut som inte är verkställda, efter insats, kön och väntetid, utan uppgifter om någon enskild.",
  audience: "publik",
  needs: ["beslut"],
  // Its whole title, cut, would be the name of the committee's own report.
  sheetName: (choice: ReportChoice) => sheetNameFor("Ej verkst. publik", choice),
  build,
};

/** Wide for the aid, then as many narrow columns as the groups of waiting time and their total need. */
const GRID = [48, ...waitGroups.map(() => 13), 11] as const;

function build(input: ReportInput): ReportDocument {
  const laws = lawsIn(input, input.period);
  return {
    ...reportHead(ejVerkstalldaBeslutPublik, input, []),
    // Whom it is for stands in the line below.
    title: `${DECISION_REPORT} ${periodLabel(input.period)}`,
    grid: GRID,
    blocks: laws.length === 0 ? nothingToReport(input.period) : laws.flatMap((law) => lawBlocks(law, input)),
  };
}

function lawBlocks({ law, decisions }: LawInQuarter, { settings }: ReportInput): readonly ReportBlock[] {
  const { quarter, closing } = decisions;
  const references = lawReferences(settings, law);
  const counts = countsOf(decisions);
  const heading = (part: string, text: string): ReportBlock => ({ kind: "heading", level: 2, text, id: `${law}:${part}` });
  return [
    { kind: "heading", level: 1, text: `Ej verkställda gynnande beslut, enligt ${references.decisions}`, id: law },
    {
      kind: "paragraph",
      text: `Statistik för ${quarterInWords(quarter)} (${daysOf(quarter)}) enligt ${references.reporting}. Ett beslut räknas när det inte har verkställts inom tre månader, eller inte på nytt inom tre månader från ett avbrott.`,
    },
    heading("balans", "Ingående och utgående beslut"),
    balanceTable(`balans:${law}`, counts),
    { kind: "note", text: balanceInWords(counts) },
    heading("utgaende", `Ej verkställda när ${quarterInWords(quarter)} tog slut`),
    ...(closing.length === 0 ? [{ kind: "paragraph", text: "Inga beslut." } as const] : crossTables(law, closing, decisions.quarter, settings.smatalGrans)),
  ];
}

type Counted = Pick<ReportTable, "id" | "caption"> & {
  readonly by: string;
  readonly groups: readonly { readonly header: string; readonly has: (decision: Decision) => boolean }[];
};

function crossTables(law: string, closing: readonly Decision[], quarter: LawInQuarter["decisions"]["quarter"], limit: number): readonly ReportBlock[] {
  const aids = byAid(closing);
  const byGender: Counted = {
    id: `kon:${law}`, caption: "Efter insats och kön", by: "kön",
    groups: [
      { header: "Kvinnor", has: ({ row }) => row.values.kon === "Kvinna" },
      { header: "Män", has: ({ row }) => row.values.kon === "Man" },
      { header: "Ej angivet", has: ({ row }) => row.values.kon === null },
    ],
  };
  const byWait: Counted = {
    id: `vantetid:${law}`, caption: "Efter insats och väntetid, i hela månader från beslutet eller avbrottet", by: "väntetid",
    groups: waitGroups.map(({ label }) => ({ header: label, has: (decision) => waitGroupOf(waitingMonths(decision, quarter)) === label })),
  };
  const counted = [byGender, byWait];
  const counts = counted.map(
    ({ by, groups }): CountTable => ({
      of: law, rowsBy: "insats", columnsBy: by,
      counts: aids.map(({ decisions }) => groups.map(({ has }) => decisions.filter(has).length)),
    }),
  );
  const shown = suppressedTogether(counts, limit);
  return [
    ...counted.flatMap((table, index) => {
      const values = shown[index];
      return values === undefined ? [] : [tableOf(table, aids.map(({ name }) => name), values, limit)];
    }),
    {
      kind: "note",
      text: limit === 0 ? "Alla tal visas." : `Ett antal under ${limit} skrivs ”färre än ${limit}”. En nolla visas, men kan också stå så. Större antal kan stå som ”visas inte”, så att ingen kan räkna fram de små.`,
    },
  ];
}

function tableOf({ id, caption, groups }: Counted, names: readonly string[], shown: ShownTable, limit: number): ReportTable {
  const column = (header: string, index: number): ReportColumn => ({ key: header, header, align: "right", gridColumn: index + 1 });
  const cell = (count: ShownCount | undefined): ReportCell => (count === undefined ? { kind: "empty" } : shownCountCell(count, limit));
  return {
    kind: "table", id,
    ...(caption === undefined ? {} : { caption }),
    columns: [{ key: "insats", header: "Insats", align: "left", gridColumn: 0 }, ...groups.map(({ header }, index) => column(header, index)), column("Totalt", groups.length)],
    rows: [
      ...names.map((name, row) => [textCell(name), ...groups.map((_, index) => cell(shown.cells[row]?.[index])), cell(shown.rowTotals[row])]),
      [textCell("Totalt"), ...groups.map((_, index) => cell(shown.columnTotals[index])), countCell(shown.total)],
    ],
  };
}
