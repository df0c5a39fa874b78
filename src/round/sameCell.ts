import type { Answer, SourceAnswers } from "./answers.js";
import type { AnswerTarget, AnswerTargets } from "./answerTargets.js";
import { fingerprint } from "./markText.js";

/** An answer, and the file that it came in. */
export interface GivenAnswer {
  readonly answer: Answer;
  /** What it says, as `fingerprint`. */
  readonly says: string;
  readonly source: Pick<SourceAnswers, "file" | "modified">;
}

/** Every answer that goes to one cell of a register. */
export interface CellAnswers {
  readonly target: AnswerTarget;
  /** Key of the register's column. */
  readonly column: string;
  /** The first of each that says something of its own, the newest first. `null` values are answers too: the unit has emptied the cell. */
  readonly given: readonly GivenAnswer[];
}

/** Answers by the cell that they go to, and those whose row nobody asks about and no register has. The order of the sources does not matter. */
export function bySameCell(sources: readonly SourceAnswers[], targets: AnswerTargets, isOurs: (answer: Answer) => boolean): { readonly cells: readonly CellAnswers[]; readonly lost: readonly GivenAnswer[] } {
  const groups = new Map<string, { readonly target: AnswerTarget; readonly column: string; readonly given: GivenAnswer[] }>();
  const lost: GivenAnswer[] = [];
  for (const source of sources) {
    for (const answer of source.answers.filter(isOurs)) {
      const given: GivenAnswer = { answer, says: fingerprint(answer.value), source };
      const target = targets.find(answer.mark);
      if (target === undefined) {
        if (answer.value !== null) lost.push(given);
        continue;
      }
      const id = JSON.stringify([target.register, target.identity, answer.column]);
      const group = groups.get(id) ?? { target, column: answer.column, given: [] };
      group.given.push(given);
      groups.set(id, group);
    }
  }
  return { lost, cells: [...groups.values()].map(({ target, column, given }) => ({ target, column, given: distinct(given, target.standing(column).fingerprint) })) };
}

/** What is left to choose among: one of each answer, without those that somebody has gone on from. */
function distinct(all: readonly GivenAnswer[], standing: string): readonly GivenAnswer[] {
  const ordered = [...all].sort(newestFirst);
  const days = ordered.filter(({ answer }) => !answer.isTick);
  // A day that somebody wrote goes before a tick; of ticks, whose day is when the file was saved, the first counts.
  const ticks = ordered.filter(({ answer }) => answer.isTick && answer.value !== null).sort((a, b) => Number(a.answer.value) - Number(b.answer.value));
  const said = days.some(({ answer }) => answer.value !== null) || ticks.length === 0 ? days : [...days, ...ticks.slice(0, 1)];
  const filled = said.filter(({ answer }) => answer.value !== null);
  const newestFilled = Math.max(...filled.map(({ source }) => source.modified ?? -Infinity));
  // An emptied cell says something only where nobody has filled it in since: a row that was copied or cut leaves blank cells behind.
  const meant = said.filter(({ answer, source }) => answer.value !== null || filled.length === 0 || (source.modified ?? -Infinity) > newestFilled);
  // A form made after the register got this answer asks about it: what it says goes before it.
  const isGoneOnFrom = meant.some(({ answer, says }) => says !== standing && standing !== "" && answer.mark.issued[answer.column] === standing);
  const once = new Map<string, GivenAnswer>();
  for (const given of meant) if (!once.has(given.says) && !(isGoneOnFrom && given.says === standing)) once.set(given.says, given);
  return [...once.values()];
}

function newestFirst(a: GivenAnswer, b: GivenAnswer): number {
  return (
    (b.source.modified ?? -Infinity) - (a.source.modified ?? -Infinity) ||
    compare(a.source.file, b.source.file) || compare(a.answer.at.sheet, b.answer.at.sheet) || a.answer.at.row - b.answer.at.row || a.answer.at.column - b.answer.at.column
  );
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
