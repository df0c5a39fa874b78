import { goalStatuses, type GoalStatus } from "../../registers/definitions/statusWords.js";
import { folded } from "../../registers/values/reading.js";
import { followUpOf } from "../assignments/assignments.js";
import { isJudged } from "./goalLevels.js";
import { proposedWord } from "./goalResults.js";
import type { GoalRow } from "./goalTree.js";
import type { GoalResult } from "../measures/results.js";
import type { Choice, Workbook } from "../workbook.js";

/** The committee's own word for a goal; undefined when it has given none. */
export function ownJudgement(workbook: Workbook, goal: GoalRow, choice: Choice): GoalStatus | undefined {
  const word = followUpOf(workbook, goal.values.id, choice)?.values.status;
  return goalStatuses.find((status) => status === word);
}

/** What the goals right below one say of it: of a goal that several committees work with, since a committee's own goals are seen together in its table. */
export interface GoalRollUp {
  readonly goal: GoalRow;
  /** How many goals below have each word: the committee's own where there is one. */
  readonly counts: Readonly<Record<GoalStatus, number>>;
  readonly proposed: GoalStatus;
  /** The owner's own word, which wins. */
  readonly own: GoalStatus | undefined;
}

/** What is known of a goal when those below it have been seen. */
interface Below {
  readonly words: GoalStatus[];
  readonly owners: Set<string>;
}

/**
 * Proposes a word for each goal without measures of its own that several units have goals in, when some goal right below is judged: Uppnått when all that are judged
 * are, Ej uppnått when none is even partly, else Delvis uppnått. A goal that nobody has judged is counted as such and never as missed. Words go up level by level.
 * Source: issue 6, Roll-up.
 * @param results Parents first, as reports have them.
 */
export function goalsRolledUp({ tree }: Pick<Workbook, "tree">, results: readonly GoalResult[], ownOf: (goal: GoalRow) => GoalStatus | undefined): readonly GoalRollUp[] {
  const known = new Map<GoalRow, Below>(results.map(({ goal }) => [goal, { words: [], owners: new Set() }]));
  const rolledUp: GoalRollUp[] = [];
  for (const { goal, measures, proposed } of [...results].reverse()) {
    const { words, owners } = known.get(goal) ?? { words: [], owners: new Set<string>() };
    const owner = tree.ownerOfGoal(goal);
    if (owner !== null) owners.add(folded(owner));
    const own = ownOf(goal);
    const counts = countWords(words);
    const fromBelow = proposedWord(counts);
    if (measures.length === 0 && owners.size > 1 && fromBelow !== "Ej bedömt") rolledUp.unshift({ goal, counts, proposed: fromBelow, own });
    const parent = tree.parent(goal);
    const above = parent === undefined ? undefined : known.get(parent);
    if (above === undefined || !isJudged(goal)) continue;
    above.words.push(own ?? (measures.length > 0 ? proposed : fromBelow));
    for (const each of owners) above.owners.add(each);
  }
  return rolledUp;
}

function countWords(words: readonly GoalStatus[]): Record<GoalStatus, number> {
  const counts: Record<GoalStatus, number> = { "Uppnått": 0, "Delvis uppnått": 0, "Ej uppnått": 0, "Ej bedömt": 0 };
  for (const word of words) counts[word] += 1;
  return counts;
}
