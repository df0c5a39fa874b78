import { folded } from "../registers/values/reading.js";
import { append } from "../rules/goals/goalTree.js";
import type { AnswerKind, AnswerLine } from "./answerLines.js";
import type { SourceAnswers } from "./answers.js";
import type { AnswerTargets } from "./answerTargets.js";
import type { AcceptedAnswer } from "./decideCell.js";
import { isFilled, type Form, type Forms } from "./form.js";
import { cellId, type MergedAnswers } from "./mergeAnswers.js";

/** What one unit has answered, of what it was asked. */
export interface UnitAnswers {
  /** Code. */
  readonly unit: string;
  readonly name: string;
  /** Of the cells that must be filled in: answered now or before, and still blank. */
  readonly asked: number;
  readonly answered: number;
  readonly missing: number;
  /** Lines of each kind. */
  readonly counts: Readonly<Partial<Record<AnswerKind, number>>>;
  /** The day that it was marked ready, by the forms or the register; serial number. */
  readonly ready: number | null;
  readonly deadline: number | null;
  /** Files and sheets that its answers came in. */
  readonly sources: readonly string[];
}

/** Every unit that is asked, in the order of Enheter, and last those that have answered without being asked. */
export function unitAnswers(forms: Forms, sources: readonly SourceAnswers[], merged: MergedAnswers, targets: AnswerTargets): readonly UnitAnswers[] {
  const asked = new Set(forms.forms.map(({ unit }) => folded(unit)));
  const others = [...new Map(merged.lines.flatMap(({ unit }) => (unit === "" || asked.has(folded(unit)) ? [] : [[folded(unit), unit]]))).values()].sort();
  const linesOf = new Map<string, AnswerLine[]>();
  for (const line of merged.lines) append(linesOf, folded(line.unit), line);
  const cameIn = new Map<string, Set<string>>();
  for (const { file, forms: heads } of sources) {
    for (const { unit, sheet } of heads) cameIn.set(folded(unit), (cameIn.get(folded(unit)) ?? new Set()).add(file === "" ? sheet : file));
  }
  const marked = new Map(merged.accepted.filter(({ target }) => target.register === "klarmarkering").map((each) => [cellId(each.target.register, each.target.identity, each.column), each]));
  const common = (unit: string) => ({ unit, counts: countsOf(linesOf.get(folded(unit)) ?? []), sources: [...(cameIn.get(folded(unit)) ?? [])].sort() });
  return [
    ...forms.forms.map((form): UnitAnswers => ({ ...common(form.unit), name: form.name, deadline: form.deadline, ready: readyDay(form, marked, targets), ...cellsOf(form, merged, targets) })),
    ...others.map((unit): UnitAnswers => ({ ...common(unit), name: unit, deadline: null, ready: null, asked: 0, answered: 0, missing: 0 })),
  ];
}

function countsOf(lines: readonly AnswerLine[]): Partial<Record<AnswerKind, number>> {
  const counts: Partial<Record<AnswerKind, number>> = {};
  for (const { kind } of lines) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function cellsOf({ sections }: Form, { answeredCells }: MergedAnswers, { identity }: AnswerTargets): Pick<UnitAnswers, "asked" | "answered" | "missing"> {
  const needed = sections.flatMap(({ rows }) => rows).flatMap(({ register, key, answers }) => {
    const row = identity(register, key);
    return answers.filter(({ isNeeded }) => isNeeded).map((answer) => isFilled(answer) || answeredCells.has(cellId(register, row, answer.column)));
  });
  const answered = needed.filter((isAnswered) => isAnswered).length;
  return { asked: needed.length, answered, missing: needed.length - answered };
}

/** The day that the last of a unit's reports was marked; `null` while one is not. */
function readyDay({ ready }: Form, marked: ReadonlyMap<string, AcceptedAnswer>, { identity }: AnswerTargets): number | null {
  const days = ready.map(({ register, key, answer }) => {
    const day = marked.get(cellId(register, identity(register, key), answer.column))?.given.answer.value ?? answer.value;
    return typeof day === "number" ? day : null;
  });
  return days.reduce<number | null>((last, day) => (last === null || day === null ? null : Math.max(last, day)), days[0] ?? null);
}
