import type { GridCell } from "../intake/grid.js";
import { readAmount, readTyped, type CellContext } from "../intake/readTyped.js";
import type { CellAddress, CellInput } from "../registers/cell.js";
import type { Column } from "../registers/column.js";
import type { Finding } from "../registers/finding.js";
import type { LocalText } from "../registers/language.js";
import { registers } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { asPercentage, formatDay, formatPercentSv } from "../registers/values/formatting.js";
import { isDateFormat, isPercentFormat } from "../registers/values/numberFormat.js";
import { folded, isBlank, typedText } from "../registers/values/reading.js";
import { readCell } from "../registers/reading/cells.js";
import { collectText } from "./collectTexts.js";
import type { RowMark } from "./marks.js";

/** What reading answers needs to know of the registers that they go to. */
export interface AnswerContext {
  readonly cells: Omit<CellContext, "scale">;
  /** What a measure is counted in; `null` where nothing says. */
  readonly unitOf: (measureId: string) => string | null;
  /** The scale of statuses of what has an id: a register's key, or that of quality initiatives. */
  readonly scaleOf: (id: string) => string;
  /** Serial number. */
  readonly today: number;
}

/** A cell as it was read: a value (`null` for a blank cell), or why it cannot be. */
export type ReadAnswer =
  | { readonly kind: "read"; readonly value: ColumnValue | null; readonly isTick: boolean; readonly notes: readonly LocalText[] }
  | { readonly kind: "unread"; readonly message: LocalText };

/** A number that shows as so much was hardly meant: "85" pasted in a cell for percent is 8 500 %, and 5,5 is 550 %. Whoever means it writes it with its sign. */
const ABSURD_SHARE = 2;
/** Days that somebody may mean: "2020" in a cell for a date is a day of 1905. */
const FIRST_DAY = 32_874; // 1990-01-01
const LAST_DAY = 73_415; // 2100-12-31

/**
 * Reads what somebody has typed in a form as the register's column takes it: strictly, so that what is not plainly an answer stays in its file.
 * @param savedOn The day that the file was saved, for "Ja" where a day belongs; serial number
 */
export function readAnswer(mark: RowMark, key: string, cell: GridCell, at: CellAddress, context: AnswerContext, savedOn: number | null): ReadAnswer {
  const columns: Readonly<Record<string, Column>> = registers[mark.register].columns;
  const { [key]: column } = columns;
  if (column === undefined) return unread(collectText.noColumn());
  if (cell.isFormula && cell.type === "Empty") return unread(collectText.formulaWithoutValue());
  if (isBlank(cell)) return { kind: "read", value: null, isTick: false, notes: [] };
  const notes = cell.isFormula && cell.type !== "Error" ? [collectText.formula()] : [];
  const candidate = { register: mark.register, key, column, names: [] };
  if (mark.register === "klarmarkering" && key === "klarmarkerad") return withNotes(readReady(column, cell, at, context, savedOn), notes);
  if (column.kind === "quantity") return withNotes(readQuantity(mark, candidate, cell, at, context), notes);
  const shown = column.kind === "longText" || column.kind === "text" ? asShown(cell) : cell;
  const scale = mark.register === "uppfoljning" ? context.scaleOf(mark.key[0] ?? "") : "";
  const { value, findings } = readTyped(candidate, shown, at, { ...context.cells, scale });
  if (column.kind === "date" && typeof value === "number" && isAbsurdDay(value)) return absurdDay(value, cell);
  // An unticked box says nothing.
  return value === null && cell.value !== false ? unread(whyNot(findings)) : withNotes(read(value, findings), notes);
}

function readQuantity(mark: RowMark, candidate: Parameters<typeof readAmount>[0], cell: GridCell, at: CellAddress, context: AnswerContext): ReadAnswer {
  const unit = context.unitOf(mark.key[0] ?? "");
  if (unit === "text") {
    return cell.type === "Error" ? unread(collectText.error(typedText(cell))) : read({ kind: "notMeasured", typed: typedText(asShown(cell)) }, []);
  }
  const { value, findings } = readAmount(candidate, candidate.key === "malvarde" ? "target" : "outcome", cell, at, unit);
  if (value === null) return unread(whyNot(findings));
  if (value.kind === "yesNo" && unit !== "Ja/Nej" && unit !== null) return unread(collectText.numberExpected(typedText(cell)));
  if (value.kind === "number" && unit === "Ja/Nej") return unread(collectText.yesNoExpected(typedText(cell)));
  if (value.kind === "number" && value.percent === "format" && typeof cell.value === "number" && Math.abs(value.value) >= ABSURD_SHARE && isPercentFormat(cell.numberFormat)) {
    return unread(collectText.absurdShare(formatPercentSv(value.value), formatPercentSv(value.value / 100)));
  }
  return read(value, findings);
}

/** The day that a sheet was marked ready: a day, or "Ja", "x" or a tick for the day it was saved. */
function readReady(column: Column, cell: GridCell, at: CellAddress, { cells, today }: AnswerContext, savedOn: number | null): ReadAnswer {
  const said = cell.value === true ? "ja" : folded(typedText(cell)).replace(/[.!]+$/u, "");
  if (["ja", "x", "klar", "klart", "ok", "sant", "true", "✓", "✔", "☑", "☒", "1"].includes(said)) {
    return { kind: "read", value: Math.min(today, Math.floor(savedOn ?? today)), isTick: true, notes: [] };
  }
  if (cell.value === false || ["nej", "-", "–", "ej klar", "inte klar", "0", "☐"].includes(said)) return { kind: "read", value: null, isTick: false, notes: [] };
  const { value, findings } = readCell(column, cell, { register: registers.klarmarkering.table, at }, cells.periods, false);
  if (typeof value !== "number") return unread(whyNot(findings));
  if (isAbsurdDay(value)) return absurdDay(value, cell);
  return value > today ? unread(collectText.readyInFuture(formatDay(value) ?? typedText(cell))) : read(value, findings);
}

function isAbsurdDay(day: number): boolean {
  return day < FIRST_DAY || day > LAST_DAY;
}

/** The day as it shows, and a number as it was typed. */
function absurdDay(day: number, cell: CellInput): ReadAnswer {
  return unread(collectText.absurdDay(formatDay(day) ?? typedText(cell), typeof cell.value === "number" ? decimal(cell.value) : typedText(cell)));
}

/** A number in a cell for text is what it shows: "85 %" and "12,5", not 0.85 and 12.5. */
function asShown(cell: GridCell): CellInput {
  if (typeof cell.value !== "number" || isDateFormat(cell.numberFormat)) return cell;
  const text = isPercentFormat(cell.numberFormat) ? `${decimal(asPercentage(cell.value))} %` : decimal(cell.value);
  return { value: text, type: "String", numberFormat: "@" };
}

function decimal(value: number): string {
  return String(Number(value.toPrecision(15))).replace(".", ",");
}

function read(value: ColumnValue | null, findings: readonly Finding[]): ReadAnswer {
  return { kind: "read", value, isTick: false, notes: findings.map(({ message }) => message) };
}

function unread(message: LocalText): ReadAnswer {
  return { kind: "unread", message };
}

function whyNot(findings: readonly Finding[]): LocalText {
  return findings.find(({ severity }) => severity !== "upplysning")?.message ?? findings[0]?.message ?? collectText.unreadable();
}

function withNotes(answer: ReadAnswer, notes: readonly LocalText[]): ReadAnswer {
  return answer.kind === "read" ? { ...answer, notes: [...answer.notes, ...notes] } : answer;
}
