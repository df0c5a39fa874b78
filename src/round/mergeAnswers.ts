import type { CellAddress } from "../registers/cell.js";
import type { Register } from "../registers/register.js";
import { registers } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { folded } from "../registers/values/reading.js";
import type { BroughtRow } from "../updating/broughtRow.js";
import { valueInWords } from "../updating/valueInWords.js";
import type { AnswerKind, AnswerLine, CollectDecisions } from "./answerLines.js";
import type { Answer, SourceAnswers, Unread } from "./answers.js";
import type { AnswerTargets } from "./answerTargets.js";
import { collectText } from "./collectTexts.js";
import { decideCell, type AcceptedAnswer } from "./decideCell.js";
import type { FormHead } from "./readForms.js";
import { bySameCell, compare } from "./sameCell.js";

/** The workbook and period that answers are taken in to. */
export interface RoundAt {
  /** The workbook's setting arbetsboks-id; "" where it has none: forms without one are then its own. */
  readonly workbook: string;
  /** As printed. */
  readonly period: string;
}

/** What the answers of many sources come to. */
export interface MergedAnswers {
  /** By unit as they are given, then by register and row; those of no unit last. */
  readonly lines: readonly AnswerLine[];
  readonly accepted: readonly AcceptedAnswer[];
  /** Cells that somebody has decided to empty. */
  readonly emptied: readonly CellAddress[];
  readonly kept: number;
  readonly undecided: number;
  /** Cells that somebody has answered, by register, row and column as `cellId`. */
  readonly answeredCells: ReadonlySet<string>;
}

export function cellId(register: string, identity: string, column: string): string {
  return JSON.stringify([register, identity, column]);
}

/**
 * Puts the answers of many forms together with what the registers say: cell by cell, whatever order the forms came in. Two that say the same are one; what says what stands already is
 * nothing; everything else is a line. Near-linear in the answers.
 */
export function mergeAnswers(sources: readonly SourceAnswers[], targets: AnswerTargets, round: RoundAt, decisions: CollectDecisions): MergedAnswers {
  const isHere = ({ workbook, period }: { readonly workbook: string | null; readonly period: string | null }) =>
    (workbook === null || isOfWorkbook(workbook, round)) && (period === null || folded(period) === folded(round.period));
  const isOurs = ({ mark }: Answer) => isHere(mark);
  const { cells, lost } = bySameCell(sources, targets, isOurs);
  const outcomes = cells.flatMap((cell) => decideCell(cell, decisions) ?? []);
  const told: readonly AnswerLine[] = [
    ...lost.map(({ answer, source }) => unknownRow(answer, source.file)),
    ...sources.flatMap((source) => [
      ...source.unread.filter(isHere).map((unread) => unreadLine(unread, source.file, targets)),
      ...source.forms.filter((form) => !isHere(form)).map((form) => elsewhere(form, source, round)),
      ...source.notOurs.map(({ at, message }) => placed("notOurs", "", source.file, at, "", message)),
    ]),
  ].sort((a, b) => compare(a.id, b.id));
  const rows = [...outcomes].sort((a, b) => placeOf(a.line) - placeOf(b.line) || (a.line.to?.at?.row ?? Infinity) - (b.line.to?.at?.row ?? Infinity) || compare(a.line.id, b.line.id));
  return {
    lines: [...rows.map(({ line }) => line), ...told],
    accepted: outcomes.flatMap(({ accepted }) => accepted ?? []),
    emptied: outcomes.flatMap(({ emptied }) => emptied ?? []),
    kept: outcomes.filter(({ left }) => left === "kept").length,
    undecided: outcomes.filter(({ left }) => left === "undecided").length,
    answeredCells: new Set(cells.filter(({ given }) => given.some(({ answer }) => answer.value !== null)).map(({ target, column }) => cellId(target.register, target.identity, column))),
  };
}

/** Rows to be brought to the registers: of each row of a register what each sheet answers, with its cells. */
export function broughtAnswers(accepted: readonly AcceptedAnswer[]): readonly BroughtRow[] {
  const rows = new Map<string, { readonly row: BroughtRow; readonly values: Record<string, ColumnValue>; readonly sources: Record<string, CellAddress> }>();
  for (const { target, column, given: { answer, source } } of accepted) {
    if (answer.value === null) continue;
    const id = JSON.stringify([target.register, target.identity, source.file, answer.at.sheet]);
    const known = rows.get(id);
    if (known !== undefined) {
      known.values[column] = answer.value;
      known.sources[column] = answer.at;
      continue;
    }
    // Where nobody has said which day is the last, no day is late.
    const unsaid = column === "klarmarkerad" && (target.values["senast"] ?? null) === null && !target.isStanding ? { senast: answer.value } : {};
    const values: Record<string, ColumnValue> = { ...filledIn(target.values), ...unsaid, [column]: answer.value };
    const sources: Record<string, CellAddress> = { [column]: answer.at };
    rows.set(id, { values, sources, row: { register: target.register, values, sources, origin: { file: source.file, at: answer.at } } });
  }
  return [...rows.values()].map(({ row }) => row);
}

function filledIn(values: Readonly<Record<string, ColumnValue | null>>): Record<string, ColumnValue> {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}

function placeOf({ to }: AnswerLine): number {
  return to === undefined ? Infinity : Object.keys(registers).indexOf(to.register);
}

function unknownRow({ mark, column: name, at, value }: Answer, file: string): AnswerLine {
  const { sheet, columns }: Register = registers[mark.register];
  const key = mark.key.filter((part) => part !== "").join(" · ");
  const column = columns[name];
  return placed("unknownRow", mark.unit, file, at, column === undefined || value === null ? "" : valueInWords(column, value), collectText.unknownRow(key, sheet));
}

function unreadLine({ unit, at, text, message, asked }: Unread, file: string, targets: AnswerTargets): AnswerLine {
  const line = placed("unreadable", unit, file, at, text, message);
  const target = asked === undefined ? undefined : targets.find(asked.mark);
  if (asked === undefined || target === undefined) return line;
  const columns: Register["columns"] = registers[target.register].columns;
  const standing = target.standing(asked.column);
  return { ...line, to: { register: target.register, column: asked.column, header: columns[asked.column]?.header ?? asked.column, key: target.key, at: standing.at }, standing: standing.text };
}

/** A form made from a workbook without an id carries none (RowMark.workbook): its keys alone tell where it belongs. */
function isOfWorkbook(workbook: string, round: RoundAt): boolean {
  return workbook === "" || workbook === round.workbook;
}

/** A form of another period or another workbook: one line for all that it answers. */
function elsewhere(form: FormHead, { file, answers, unread }: SourceAnswers, round: RoundAt): AnswerLine {
  const isOf = ({ workbook, unit, period }: { readonly workbook: string | null; readonly unit: string; readonly period: string | null }, sheet: string) =>
    workbook === form.workbook && unit === form.unit && period === form.period && sheet === form.sheet;
  const count = answers.filter(({ mark, at, value }) => value !== null && isOf(mark, at.sheet)).length + unread.filter((each) => isOf(each, each.at.sheet)).length;
  const isOther = !isOfWorkbook(form.workbook, round);
  const at = { sheet: form.sheet, row: 0, column: 0 };
  return {
    ...placed(isOther ? "notOurs" : "otherPeriod", form.unit, file, at, form.period, isOther ? (round.workbook === "" ? collectText.noId(count) : collectText.otherWorkbook(count)) : collectText.otherPeriod(form.period, round.period, count)),
    id: JSON.stringify([file, form.sheet, form.unit, form.period]),
  };
}

function placed(kind: AnswerKind, unit: string, file: string, at: CellAddress, text: string, message: AnswerLine["message"]): AnswerLine {
  return { id: JSON.stringify([file, at.sheet, at.row, at.column]), kind, unit, standing: "", answers: [{ text, from: { file, at } }], message };
}
