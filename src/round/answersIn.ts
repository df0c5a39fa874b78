import type { SheetGrid } from "../intake/grid.js";
import { isBlank, typedText } from "../registers/values/reading.js";
import { registers } from "../registers/registers.js";
import { readCell } from "../registers/reading/cells.js";
import type { Column } from "../registers/column.js";
import type { Answer, SourceAnswers, Unread } from "./answers.js";
import { collectText } from "./collectTexts.js";
import { fingerprint } from "./markText.js";
import { readAnswer, type AnswerContext } from "./readAnswer.js";
import { readForms, type Asked, type FormCell, type FormsRead, type StrayCell } from "./readForms.js";

/** Sheets that may be forms, and where they are. */
export interface AnsweredSheets {
  /** "" for the open workbook, where sheets that are no forms are nothing to tell of. */
  readonly file: string;
  readonly modified: number | null;
  readonly grids: readonly SheetGrid[];
}

/** What some sheets answer: every cell that says something else than when the form was made, typed, and everything that cannot be taken. Nothing else of the sheets is kept. */
export function answersIn({ file, modified, grids }: AnsweredSheets, context: AnswerContext, asked: Asked): SourceAnswers {
  const { forms, cells, strays, later, others } = readForms(grids, asked);
  const answers: Answer[] = [];
  const unread: Unread[] = strays.map((stray) => strayOf(stray, forms.filter(({ sheet }) => sheet === stray.at.sheet)));
  for (const each of cells) {
    const { mark, column, at, cell } = each;
    if (saysAsIssued(each, context)) continue;
    const read = readAnswer(mark, column, cell, at, context, modified);
    if (read.kind === "unread") unread.push({ unit: mark.unit, period: mark.period, workbook: mark.workbook, at, text: typedText(cell), message: read.message, asked: { mark, column } });
    // A blank cell where nothing is known of what the form said is no answer.
    else if (read.value !== null || (mark.issued[column] ?? "") !== "") {
      if (fingerprint(read.value) !== mark.issued[column]) answers.push({ mark, column, at, value: read.value, isTick: read.isTick, notes: read.notes });
    }
  }
  const tooLarge = grids.filter(({ cellsTooMany }) => cellsTooMany !== undefined).map(({ name }) => ({ at: first(name), message: collectText.tooLarge() }));
  // A file without a form is one line, whatever sheets it has; the open workbook has sheets of its own.
  const strangers = forms.length + strays.length + later.length + tooLarge.length > 0 ? others : [others[0] ?? ""];
  const foreign = file === "" ? [] : strangers.map((name) => ({ at: first(name), message: forms.length > 0 ? collectText.noForm() : collectText.noFormInFile() }));
  return { file, modified, forms, answers, unread, notOurs: [...later.map((name) => ({ at: first(name), message: collectText.laterVersion() })), ...tooLarge, ...foreign] };
}

const first = (sheet: string) => ({ sheet, row: 0, column: 0 });

/** Whether the cell says what it said when the form was made, read as the register itself is: what the register held then may be nothing that a form would take. */
function saysAsIssued({ mark, column: key, at, cell }: FormCell, { cells }: AnswerContext): boolean {
  const { [key]: issued } = mark.issued;
  if (issued === undefined) return false;
  if (isBlank(cell) && !cell.isFormula) return issued === "";
  const { table, columns }: { readonly table: string; readonly columns: Readonly<Record<string, Column>> } = registers[mark.register];
  const column = columns[key];
  if (column === undefined || issued === "") return false;
  const { value } = readCell(column, cell, { register: table, at }, cells.periods, false);
  return fingerprint(value) === issued || fingerprint(typedText(cell)) === issued;
}

/** What stands on a sheet with one form on it is of that form's period. */
function strayOf({ at, text, why, unit }: StrayCell, forms: FormsRead["forms"]): Unread {
  const [only, ...more] = forms;
  const { period, workbook } = only === undefined || more.length > 0 ? { period: null, workbook: null } : only;
  return { unit, period, workbook, at, text, message: collectText[why]() };
}
