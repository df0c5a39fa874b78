import { activityStatuses } from "../../registers/definitions/statusWords.js";
import { dayText } from "../../registers/values/formatting.js";
import { activitiesOf, followUpOf, furtherFollowUps } from "../../rules/assignments/assignments.js";
import type { Choice, Workbook } from "../../rules/measures/measureResults.js";
import { said } from "./assignmentCells.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportTable } from "../document.js";
import { textCell } from "./measureCells.js";
import { activityScale, legendOf, NOT_GIVEN } from "../scales.js";
import { unitNamesOf } from "./unitNames.js";

const HEADERS = { aktivitet: "Aktivitet", ansvarig: "Ansvarig", tidsram: "Tidsram", status: "Status", kommentar: "Kommentar" } as const;
type Part = keyof typeof HEADERS;
const PARTS: readonly Part[] = ["aktivitet", "ansvarig", "tidsram", "status", "kommentar"];

/** Which column of a report's grid each part of an activity stands in: the table's columns stand in the grid's order. */
export type ActivityColumns = Readonly<Record<Part, number>>;

/** The activities of a goal or an assignment, a row each, in report order; undefined when it has none. */
export function activityTable(workbook: Workbook, ownerId: string, choice: Choice, gridColumns: ActivityColumns): ReportTable | undefined {
  const activities = activitiesOf(workbook, ownerId);
  if (activities.length === 0) return undefined;
  const names = unitNamesOf(workbook);
  const parts = [...PARTS].sort((a, b) => gridColumns[a] - gridColumns[b]);
  return {
    kind: "table",
    id: `aktiviteter:${ownerId}`,
    columns: parts.map((key): ReportColumn => ({ key, header: HEADERS[key], align: "left", gridColumn: gridColumns[key] })),
    namedBy: parts.indexOf("aktivitet"),
    rows: activities.map((row) => {
      const { values } = row;
      const owner = workbook.subjects.ownerOf({ kind: "activity", row });
      const followUp = followUpOf(workbook, values.id, choice);
      const further = furtherFollowUps(workbook, values.id, choice.period, followUp);
      const lines = [...(followUp === undefined ? [] : said(workbook, followUp, owner, names, "")), ...further.flatMap((other) => said(workbook, other, null, names, ""))];
      const cells: Readonly<Record<Part, ReportCell>> = {
        aktivitet: textCell(values.aktivitet),
        ansvarig: textCell(values.ansvarig),
        tidsram: textCell([values.tidsram, values.slut === null ? null : `senast ${dayText(values.slut)}`].filter((part) => part !== null).join(", ")),
        status: { kind: "status", scale: activityScale.name, word: activityStatuses.find((word) => word === followUp?.values.status) ?? NOT_GIVEN },
        kommentar: textCell(lines.join("\n")),
      };
      return parts.map((part) => cells[part]);
    }),
  };
}

/** The legend of the statuses that stand in these tables. */
export function activityLegend(tables: readonly ReportTable[]): readonly ReportBlock[] {
  const used = tables.flatMap(({ rows }) => rows.flatMap((row) => row.flatMap((cell) => (cell.kind === "status" ? [cell.word] : []))));
  return used.length === 0 ? [] : [legendOf(activityScale, used)];
}
