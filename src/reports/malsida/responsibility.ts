import { lastDayOf, type AssignmentResult } from "../../rules/assignments/assignments.js";
import { folded } from "../../registers/values/reading.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import type { ReportCell, ReportColumn, ReportTable } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import { responsibilityScale } from "../scales.js";
import type { UnitNames } from "../parts/unitNames.js";

/** Who is responsible as Östersund prints it: "SAN (TN, VON, KS, MSN)"; where nobody is known to lead, all side by side: "VON, SAN, BUN". */
export function codesOf({ lead, others }: AssignmentResult): string {
  if (lead === null) return others.length === 0 ? "Utan ansvarig" : others.join(", ");
  return others.length === 0 ? lead : `${lead} (${others.join(", ")})`;
}

/** Every unit that leads or takes part in some of the assignments, in the order of Enheter. */
export function unitsResponsible(assignments: readonly AssignmentResult[], { units }: Pick<Workbook, "units">): readonly string[] {
  const codes = new Map(assignments.flatMap(({ lead, others }) => [...(lead === null ? [] : [lead]), ...others]).map((code) => [folded(code), code]));
  return [...codes.values()].sort((a, b) => units.byOrder(a, b));
}

/** Where the matrix stands on the report's grid: the assignment, who in words, by when; a column for each unit follows. */
export interface MatrixColumns {
  readonly uppdrag: number;
  readonly namnder: number;
  readonly klart: number;
  readonly firstUnit: number;
}

/** Assignment by unit: A for the one that leads, M for those that take part. */
export function responsibilityMatrix(
  id: string, assignments: readonly AssignmentResult[], units: readonly string[], workbook: Workbook, names: UnitNames, at: MatrixColumns,
): ReportTable {
  const columns: readonly ReportColumn[] = [
    { key: "uppdrag", header: "Uppdrag", align: "left", gridColumn: at.uppdrag },
    { key: "namnder", header: "Ansvariga", align: "left", gridColumn: at.namnder },
    { key: "klart", header: "Klart senast", align: "right", gridColumn: at.klart },
    ...units.map((unit, index): ReportColumn => ({ key: `enhet:${unit}`, header: unit, align: "left", gridColumn: at.firstUnit + index })),
  ];
  return {
    kind: "table",
    id,
    columns,
    rows: assignments.map((result): readonly ReportCell[] => {
      const end = lastDayOf(workbook, result.assignment);
      return [
        textCell(result.assignment.values.uppdrag),
        textCell(inWords(result, names)),
        end === null ? { kind: "empty", reason: "Inget slut är angivet." } : { kind: "date", value: end },
        ...units.map((unit) => partOf(result, unit, workbook)),
      ];
    }),
  };
}

function partOf({ lead, others }: AssignmentResult, unit: string, { units }: Workbook): ReportCell {
  if (units.same(lead, unit)) return { kind: "status", scale: responsibilityScale.name, word: "A" };
  if (others.some((other) => units.same(other, unit))) return { kind: "status", scale: responsibilityScale.name, word: "M" };
  return { kind: "empty" };
}

/** "Social- och arbetsmarknadsnämnden, tillsammans med Tekniska nämnden och Kommunstyrelsen." */
function inWords({ lead, others }: AssignmentResult, names: UnitNames): string {
  const taking = others.map(names);
  const together = taking.length < 2 ? taking.join("") : `${taking.slice(0, -1).join(", ")} och ${taking.at(-1) ?? ""}`;
  if (lead === null) return together === "" ? "Utan ansvarig" : `Ingen är utsedd att leda. Deltar: ${together}`;
  return together === "" ? names(lead) : `${names(lead)}, tillsammans med ${together}`;
}
