import type { GoalRow } from "../../rules/goals/goalTree.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import type { Plan } from "../../rules/goals/planGoals.js";
import { deadlinesIn } from "../../rules/goals/targetsInWords.js";
import type { ReportBlock, ReportColumn } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import { unitNamesOf } from "../parts/unitNames.js";
import { goalText } from "./goalText.js";
import { heading } from "./planDocument.js";

const columns: readonly ReportColumn[] = [
  { key: "mal", header: "Mål", align: "left", gridColumn: 0 },
  { key: "villkor", header: "Delmål eller kriterium", align: "left", gridColumn: 1 },
  { key: "agare", header: "Ägare", align: "left", gridColumn: 2 },
  { key: "senast", header: "Senast", align: "right", gridColumn: 3 },
];

interface Condition {
  readonly owner: string | null;
  readonly goal: GoalRow;
  readonly text: string;
}

interface Deadline extends Condition {
  /** Serial number. */
  readonly day: number;
}

/** Every sub-goal and criterion that says by when, the first day first; nothing where none does. Source: R23, R24, notes 4.5. */
export function deadlineBlocks(workbook: Workbook, { owners }: Plan): readonly ReportBlock[] {
  const names = unitNamesOf(workbook);
  const deadlines = owners.flatMap(({ owner, goals }) =>
    goals.flatMap(({ goal, subGoals, criteria }): readonly Deadline[] => [
      ...subGoals.flatMap((subGoal) => deadlinesOf({ owner, goal, text: subGoal.goal.values.mal })),
      ...criteria.flatMap(({ row }) => deadlinesOf({ owner, goal, text: row.values.kriterium })),
    ]),
  );
  if (deadlines.length === 0) return [];
  return [
    heading("Tidsgränser"),
    {
      kind: "table",
      id: "tidsgranser",
      columns,
      namedBy: 1,
      rows: [...deadlines].sort((a, b) => a.day - b.day).map(({ owner, goal, text, day }) => [
        textCell(goalText(goal)), textCell(text), textCell(owner === null ? null : names(owner)), { kind: "date", value: day },
      ]),
    },
    { kind: "note", text: "Dagar som inte är utskrivna följer av orden: före sommaren är till och med 31 maj, hösten, årsskiftet och ett helt år till och med 31 december." },
  ];
}

function deadlinesOf(condition: Condition): readonly Deadline[] {
  return deadlinesIn(condition.text).map((day) => ({ ...condition, day }));
}
