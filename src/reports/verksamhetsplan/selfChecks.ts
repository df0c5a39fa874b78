import type { Kontroll } from "../../registers/registers.js";
import { byReportOrder } from "../../rules/goals/goalTree.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import type { ReportBlock, ReportColumn } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import { heading, paragraph } from "./planDocument.js";

const columns: readonly ReportColumn[] = [
  { key: "omrade", header: "Egenkontroll", align: "left", gridColumn: 0 },
  { key: "moment", header: "Kontrollmoment", align: "left", gridColumn: 1 },
  { key: "ansvarig", header: "Ansvarig", align: "left", gridColumn: 2 },
  { key: "nar", header: "När", align: "left", gridColumn: 3 },
];

const NOT_SAID = "Inte angivet";

/** What the unit checks for itself; internal control has a plan and a report of its own. */
export function selfCheckBlocks({ contents }: Workbook): readonly ReportBlock[] {
  const checks = (contents.kontroller?.rows ?? [])
    .filter(({ values }) => values.sort === "Egenkontroll")
    .sort((a, b) => byReportOrder({ id: a.values.id, ordning: null }, { id: b.values.id, ordning: null }) || a.row - b.row);
  if (checks.length === 0) return [heading("Egenkontroller"), paragraph("Inga egenkontroller är registrerade. Lägg till dem i Kontroller, med Sort Egenkontroll.")];
  return [
    heading("Egenkontroller"),
    {
      kind: "table",
      id: "egenkontroller",
      columns,
      rows: checks.map(({ values }) => [
        textCell([values.omrade, values.risk].filter((part) => part !== null).join(": ")),
        textCell(whatIsDone(values)),
        textCell(values.ansvarig ?? NOT_SAID),
        textCell(values.nar ?? NOT_SAID),
      ]),
    },
  ];
}

/** What is done, looked at and written down, a line each. */
function whatIsDone({ kontrollmoment, vad, hur, dokumentation }: Kontroll): string {
  const labelled = [["Vad kontrolleras", vad], ["Hur", hur], ["Dokumentation", dokumentation]] as const;
  const lines = labelled.flatMap(([label, text]) => (text === null ? [] : [`${label}: ${text}`]));
  return [kontrollmoment ?? "Inga kontrollmoment är angivna.", ...lines].join("\n");
}
