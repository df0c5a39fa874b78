import type { CellAddress } from "../registers/cell.js";
import type { Column } from "../registers/column.js";
import type { LocalText } from "../registers/language.js";
import { registers } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { valueInWords } from "../updating/valueInWords.js";
import type { AnswerKind, AnswerLine, CollectDecisions } from "./answerLines.js";
import type { AnswerTarget, StandingCell } from "./answerTargets.js";
import { collectText } from "./collectTexts.js";
import type { CellAnswers, GivenAnswer } from "./sameCell.js";

/** An answer that is to be written. */
export interface AcceptedAnswer {
  readonly line: AnswerLine;
  readonly target: AnswerTarget;
  readonly column: string;
  readonly given: GivenAnswer;
}

/** What one cell of a register comes to. Nothing where every answer says what stands there already. */
export interface CellOutcome {
  readonly line: AnswerLine;
  /** `undefined` where it is left as it stands. */
  readonly accepted?: AcceptedAnswer;
  /** A cell to be emptied, since somebody has decided so. */
  readonly emptied?: CellAddress;
  /** Left as it stands: by decision, or for want of one. */
  readonly left?: "kept" | "undecided";
}

/** What the answers to one cell come to: nothing, a value to write, or something to decide. What stands in a register is never replaced without having been so when the form was made, or somebody saying so. */
export function decideCell({ target, column: key, given }: CellAnswers, decisions: CollectDecisions): CellOutcome | undefined {
  const columns: Readonly<Record<string, Column>> = registers[target.register].columns;
  const column = columns[key];
  const [first, ...others] = given;
  if (column === undefined || first === undefined) return undefined;
  const standing = target.standing(key);
  const isAlone = others.length === 0;
  if (isAlone && (first.says === standing.fingerprint || (first.answer.isTick && standing.value !== null))) return undefined;

  const line = (kind: AnswerKind, messages: readonly LocalText[]): AnswerLine => ({
    id: `${registers[target.register].table}|${target.key}|${column.header}`,
    kind,
    unit: first.answer.mark.unit,
    to: { register: target.register, column: key, header: column.header, key: target.key, at: standing.at },
    standing: standing.text,
    answers: given.map(({ answer, source }) => ({ text: inWords(column, answer.value), from: { file: source.file, at: answer.at } })),
    message: joined(messages),
  });
  const take = (said: AnswerLine, answer: GivenAnswer): CellOutcome => ({ line: said, accepted: { line: said, target, column: key, given: answer } });
  if (isAlone && first.answer.value !== null && isAsIssued(first, key, standing)) {
    const kind = lateBy(target, key, first) > 0 ? "lateReady" : standing.text === "" ? "new" : "changed";
    const why = kind === "lateReady" ? collectText.readyLate(lateBy(target, key, first)) : kind === "changed" ? collectText.replaces() : target.isStanding ? collectText.fills() : collectText.addsRow();
    return take(line(kind, [why, ...first.answer.notes]), first);
  }
  const why = isAlone ? (first.answer.value === null ? collectText.emptied() : collectText.registerChanged()) : collectText.several(given.length);
  const newest = newestOf(given);
  const said: AnswerLine = { ...line("conflict", [why, ...given.flatMap(({ answer }) => answer.notes)]), ...(newest === undefined ? {} : { newest: given.indexOf(newest) }) };
  const decision = decisions.byLine?.[said.id] ?? (decisions.rule === "existing" ? "keep" : undefined);
  const chosen = typeof decision === "number" ? given[decision] : decision === undefined && decisions.rule === "newest" ? newest : undefined;
  if (chosen === undefined) return { line: said, left: decision === "keep" ? "kept" : "undecided" };
  if (chosen.says === standing.fingerprint) return { line: said, left: "kept" };
  if (chosen.answer.value !== null) return take(said, chosen);
  return standing.at === null ? { line: said, left: "kept" } : { line: said, emptied: standing.at };
}

/** Whether the register still says what it said when the form was made; of a form that has lost its marks nothing is known, and only a blank cell is safe. */
function isAsIssued({ answer }: GivenAnswer, column: string, standing: StandingCell): boolean {
  return (answer.mark.issued[column] ?? "") === standing.fingerprint;
}

/** The answer saved last, where one was; emptying a cell takes somebody's decision. */
function newestOf(given: readonly GivenAnswer[]): GivenAnswer | undefined {
  const filled = given.filter(({ answer }) => answer.value !== null);
  const [newest, next] = filled;
  if (newest === undefined || filled.length < given.length) return undefined;
  if (next === undefined) return newest;
  return newest.source.modified !== null && newest.source.modified > (next.source.modified ?? -Infinity) ? newest : undefined;
}

/** Days after the last day that a unit marked its form ready; 0 in time, and for every other column. */
function lateBy({ register, values, standing }: AnswerTarget, column: string, { answer }: GivenAnswer): number {
  if (register !== "klarmarkering" || column !== "klarmarkerad" || typeof answer.value !== "number") return 0;
  const lastDay = standing("senast").value ?? values["senast"];
  return typeof lastDay === "number" ? Math.max(0, answer.value - lastDay) : 0;
}

function inWords(column: Column, value: ColumnValue | null): string {
  return value === null ? "" : valueInWords(column, value);
}

function joined(messages: readonly LocalText[]): LocalText {
  const once = [...new Map(messages.map((message) => [message.sv, message])).values()];
  return { sv: once.map(({ sv }) => sv).join(" "), en: once.map(({ en }) => en).join(" ") };
}
