import type { CellValue } from "../registers/cell.js";
import type { Column } from "../registers/column.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import { dayText } from "../registers/values/formatting.js";
import { periodLabel } from "../registers/values/period.js";
import { typedText } from "../registers/values/reading.js";
import { TEXT_FORMAT } from "../registers/writing/cellFormats.js";
import { isFilled, type AskedCell, type AskedRow, type Form, type SectionKind } from "./form.js";
import { gridColumns, sectionLayouts, type GridColumn } from "./formSections.js";
import type { FormInput, FormLook } from "./formSheet.js";
import { columnMarkText, fingerprint, rowMarkText } from "./markText.js";

/** What the forms of a workbook have in common. */
export interface FormOrigin {
  /** The workbook's setting arbetsboks-id; "" where it has none. */
  readonly workbook: string;
  /** Name of the municipality; "" where it is not known. */
  readonly kommun: string;
}

/** A cell of a form, in a column of the grid, before the columns have letters. */
export interface LineCell {
  /** Of a formula, what it comes to now. */
  readonly value: CellValue;
  readonly numberFormat?: string;
  readonly look?: FormLook;
  /** Its English formula, given what a column of the grid is called on the sheet and the row's number. */
  readonly formula?: (letters: (column: GridColumn) => string, row: number) => string;
  /** A cell to fill in. */
  readonly input?: Omit<FormInput, "area">;
}

export interface FormLine {
  readonly cells: Readonly<Partial<Record<GridColumn, LineCell>>>;
  readonly isHidden?: true;
}

const BLANK: FormLine = { cells: {} };
const ROUND_TITLE = "Uppföljning";
const PROMPT_TITLE = 32;
const PROMPT_MESSAGE = 255;

export function titleOf({ name, period }: Form): string {
  return `${ROUND_TITLE} ${periodLabel(period)}: ${name}`;
}

/** Lines that say what it is, what to do and how much is left. */
export function headLines(form: Form, { kommun }: FormOrigin): readonly FormLine[] {
  const said = [kommun === "" ? "" : `${kommun}.`, deadlineText(form), "Det som inte är gult är låst."];
  const left = form.sections.flatMap(({ rows }) => rows).reduce((sum, row) => sum + leftIn(row), 0);
  return [
    { cells: { what: { value: titleOf(form), look: "title" } } },
    { cells: { what: { value: said.filter((part) => part !== "").join(" "), look: "line" } } },
    { cells: { what: { value: "Fyll i de ljusgula cellerna", look: "legend" } } },
    { cells: { what: isAnythingNeeded(form) ? countCell(left) : { value: `Fyll i det som har ändrats. ${WHEN_DONE}`, look: "count" } } },
  ];
}

/** One day or, where reports of the unit are owed on several, each with its report. */
function deadlineText({ ready, deadline }: Form): string {
  if (deadline === null) return "";
  const days = ready.flatMap(({ report, deadline: day }) => (day === null ? [] : [`${report} ${dayText(day)}`]));
  return ready.every((row) => row.deadline === deadline) ? `Svara senast ${dayText(deadline)}.` : `Svara senast: ${days.join(", ")}.`;
}

/** Of a form that asks for nothing but what has changed, there is nothing to count. */
function isAnythingNeeded({ sections }: Form): boolean {
  return sections.some(({ rows }) => rows.some(isNeeded));
}

function isNeeded({ answers }: AskedRow): boolean {
  return answers.some((answer) => answer.isNeeded);
}

function countCell(left: number): LineCell {
  return { value: left === 0 ? NOTHING_LEFT : `${SOME_LEFT}${left} ${left === 1 ? "cell" : "celler"}`, formula: (letters) => leftFormula(letters("left")), look: "count" };
}

const WHEN_DONE = "Välj Ja vid Klarmarkerad när du är klar.";
const NOTHING_LEFT = `Allt är ifyllt. ${WHEN_DONE}`;
const SOME_LEFT = "Kvar att fylla i: ";

/** Whole columns, so that rows put in, taken away or sorted are counted all the same. */
function leftFormula(column: string): string {
  const sum = `SUM(${column}:${column})`;
  return `=IF(${sum}=0,"${NOTHING_LEFT}","${SOME_LEFT}"&${sum}&IF(${sum}=1," cell"," celler"))`;
}

/** The cells that mark reports ready, in the first column after what they are called that the form has anyhow. */
export function readyLines(form: Form, origin: FormOrigin, beside: GridColumn): readonly FormLine[] {
  const { header } = registers.klarmarkering.columns.klarmarkerad;
  return [
    { isHidden: true, cells: { [beside]: marked("klarmarkering", "klarmarkerad") } },
    { cells: { what: { value: "När allt är ifyllt: välj Ja", look: "header" }, [beside]: { value: header, look: "headerToFill" } } },
    ...form.ready.map((row): FormLine => ({
      cells: {
        mark: { value: markOf(row, [row.answer], form, origin), numberFormat: TEXT_FORMAT },
        what: { value: row.report, look: "told" },
        [beside]: fillCell(row.register, row.answer, { strict: false }),
      },
    })),
  ];
}

/** A heading, the marks of the columns, the header and a line for each row; only as wide as what the section asks. */
export function sectionLines({ kind, rows }: Form["sections"][number], form: Form, origin: FormOrigin): readonly FormLine[] {
  const { heading, told } = sectionLayouts[kind];
  const [first] = rows;
  if (first === undefined) return [];
  const asked = askedColumns(kind, rows);
  const columns = upToLast(asked);
  const headerOf = (column: GridColumn): LineCell => {
    const key = asked.get(column);
    if (key !== undefined) return { value: columnOf(first.register, key).header, look: "headerToFill" };
    return { value: column === "left" ? "Kvar" : isTold(column) ? told[column] : "", look: "header" };
  };
  return [
    BLANK,
    { cells: { what: { value: heading, look: "heading" } } },
    { isHidden: true, cells: cellsOf([...asked], ([column, key]) => [column, marked(first.register, key)]) },
    { cells: cellsOf(columns, (column) => [column, headerOf(column)]) },
    ...rows.map((row): FormLine => ({
      cells: { mark: { value: markOf(row, row.answers, form, origin), numberFormat: TEXT_FORMAT }, ...cellsOf(columns, (column) => [column, rowCell(column, row, asked)]) },
    })),
  ];
}

function rowCell(column: GridColumn, row: AskedRow, asked: ReadonlyMap<GridColumn, string>): LineCell {
  if (column === "left" && !isNeeded(row)) return { value: "", look: "gap" };
  if (column === "left") return { value: leftIn(row), numberFormat: LEFT_FORMAT, look: "left", formula: (letters, at) => leftInFormula(row, asked, letters, at) };
  if (isTold(column)) return { value: row[column], numberFormat: TEXT_FORMAT, look: "told" };
  const key = asked.get(column);
  const answer = row.answers.find((each) => each.column === key);
  return answer === undefined ? { value: "", look: "gap" } : fillCell(row.register, answer, { strict: true });
}

/** What is left of a row, as a number that shows a tick when it is none. */
const LEFT_FORMAT = '0;-0;"✓"';

export function leftIn({ answers }: AskedRow): number {
  return answers.filter((answer) => answer.isNeeded && !isFilled(answer)).length;
}

/** Counts the blank cells among those needed; one that only holds spaces is blank, an error is not. */
function leftInFormula({ answers }: AskedRow, asked: ReadonlyMap<GridColumn, string>, letters: (column: GridColumn) => string, row: number): string {
  const columnOfKey = new Map([...asked].map(([column, key]) => [key, column]));
  const blanks = answers.flatMap(({ column: key, isNeeded }) => {
    const column = columnOfKey.get(key);
    return isNeeded && column !== undefined ? [`(IFERROR(LEN(TRIM(${letters(column)}${row})),1)=0)`] : [];
  });
  return blanks.length === 0 ? "=0" : `=0+${blanks.join("+")}`;
}

/** A cell to fill in, with what stands in the register already. */
function fillCell(register: RegisterKey, answer: AskedCell, { strict }: { readonly strict: boolean }): LineCell {
  const { header, kind, help } = columnOf(register, answer.column);
  const { cell, value } = answer;
  const isNumber = typeof cell?.value === "number";
  const standing = typeof value === "string" ? value : (cell?.value ?? "");
  const words = answer.words ?? wordsOf(register, answer.column);
  return {
    value: standing,
    numberFormat: isNumber && answer.numberFormat !== TEXT_FORMAT ? cell.numberFormat : answer.numberFormat,
    look: kind === "longText" || kind === "text" ? "fillText" : "fill",
    input: {
      prompt: { title: header.slice(0, PROMPT_TITLE), message: (answer.help ?? help).slice(0, PROMPT_MESSAGE) },
      ...(words === undefined ? {} : { dropDown: { words, strict } }),
    },
  };
}

/** The words of a column of its own list. */
function wordsOf(register: RegisterKey, key: string): readonly string[] | undefined {
  const { kind, values } = columnOf(register, key);
  return kind === "choice" && values !== undefined ? values.filter((value) => typeof value === "string") : undefined;
}

function markOf({ register, key }: Pick<AskedRow, "register" | "key">, answers: readonly AskedCell[], { unit, period }: Form, { workbook }: FormOrigin): string {
  const issued = Object.fromEntries(answers.map((answer) => [answer.column, issuedAs(answer)]));
  return rowMarkText({ version: 1, workbook, unit, period: periodLabel(period), register, key, issued });
}

/** What could not be read is remembered as it was typed. */
function issuedAs({ value, cell }: AskedCell): string {
  return fingerprint(value ?? (cell === undefined ? null : typedText(cell)));
}

function marked(register: RegisterKey, column: string): LineCell {
  return { value: columnMarkText({ register, column }), numberFormat: TEXT_FORMAT };
}

/** The columns of the grid that a section's answers stand in, from the left, each with the register's column. */
export function askedColumns(kind: SectionKind, rows: readonly AskedRow[]): ReadonlyMap<GridColumn, string> {
  const keys = new Set(rows.flatMap(({ answers }) => answers.map(({ column }) => column)));
  const keyAt = new Map(Object.entries(sectionLayouts[kind].answers).map(([key, column]) => [column, key]));
  return new Map(gridColumns.flatMap((column) => {
    const key = keyAt.get(column);
    return key !== undefined && keys.has(key) ? [[column, key] as const] : [];
  }));
}

function upToLast(asked: ReadonlyMap<GridColumn, string>): readonly GridColumn[] {
  const last = Math.max(...[...asked.keys()].map((column) => gridColumns.indexOf(column)));
  return gridColumns.slice(1, last + 1);
}

function isTold(column: GridColumn): column is "what" | "about" | "last" {
  return column === "what" || column === "about" || column === "last";
}

function columnOf(register: RegisterKey, key: string): Column {
  const columns: Readonly<Record<string, Column>> = registers[register].columns;
  const column = columns[key];
  if (column === undefined) throw new Error(`${register} has no column ${key}`);
  return column;
}

function cellsOf<From>(from: readonly From[], cell: (each: From) => readonly [GridColumn, LineCell]): FormLine["cells"] {
  return Object.fromEntries(from.map(cell));
}
