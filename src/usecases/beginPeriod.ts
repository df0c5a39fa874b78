import { registers, type RegisterKey, type Registers } from "../registers/registers.js";
import type { RowOf } from "../registers/register.js";
import { comparePeriods, parsePeriod, periodLabel } from "../registers/values/period.js";
import { cellsOfRow } from "../registers/writing/cellsOfRow.js";
import { workbookOf, type Workbook } from "../rules/measures/measureResults.js";
import { assignmentsToCarryOn, newPeriod, periodToBegin, type NewPeriod } from "../rules/assignments/newPeriod.js";
import { checkWorkbook, type CheckedWorkbook } from "./checkWorkbook.js";
import type { NewRows, WorkbookPort } from "./port.js";
import { refuseProtected } from "./protectedSheets.js";
import { period as periodAsked } from "./reportChoice.js";
import { settingsToWrite } from "./settingsToWrite.js";
import { goOn, type Work } from "./work.js";
import { WorkbookError } from "./workbookError.js";

/** Which period to begin, and which of the old year's assignments go on. */
export interface PeriodRequest {
  /** As people write it; left out, the one that comes next. */
  readonly period?: string | undefined;
  /** Ids of assignments to carry on into a new year; left out, all that can be. */
  readonly carry?: readonly string[] | undefined;
  /** Serial number of today. */
  readonly today: number;
}

/** What beginning a period adds, or has added. */
export interface PeriodPlan {
  /** As printed. */
  readonly from: string;
  readonly to: string;
  /** Rows by the sheet name of the register that they come in; registers that get none are left out. */
  readonly rows: readonly { readonly sheet: string; readonly count: number }[];
  /** Assignments of the old year that nobody has ended, and whether they go on. */
  readonly assignments: readonly { readonly id: string; readonly text: string; readonly unit: string | null; readonly goesOn: boolean }[];
  /** Whether the workbook's period becomes another. */
  readonly changesPeriod: boolean;
}

/**
 * What beginning the period would add. One request; writes nothing.
 * @throws WorkbookError `period-missing`, `period-unreadable`, `register-missing`, `sheet-protected`, or when the work is stopped
 */
export async function planPeriod(port: WorkbookPort, request: PeriodRequest, work?: Work): Promise<PeriodPlan> {
  goOn(work, "reading");
  const checked = await checkWorkbook(port, request.today);
  return prepared(checked, request).plan;
}

/**
 * Begins a period: adds the rows that are to be filled in, carries on the assignments of the old year, and makes the period the workbook's own unless that is a later one, all in one step. What is
 * there is left as it is; beginning again adds nothing. Three requests: one that reads, one that looks at the tables as they are then, one that writes.
 * @throws WorkbookError as `planPeriod`, or what WorkbookPort.appendRows throws: nothing has then been written
 */
export async function beginPeriod(port: WorkbookPort, request: PeriodRequest, work?: Work): Promise<PeriodPlan> {
  goOn(work, "reading");
  const checked = await checkWorkbook(port, request.today);
  const { plan, additions, setting } = prepared(checked, request);
  goOn(work, "writing");
  const all = [...additions, setting.rows];
  if (all.some(({ rows }) => rows.length > 0) || setting.changes.length > 0) await port.appendRows(all, setting.changes, setting.expected);
  return plan;
}

function prepared(checked: CheckedWorkbook, request: PeriodRequest) {
  const { contents, settings, image } = checked;
  const workbook = workbookOf(contents, settings);
  const current = parsePeriod(settings.period, settings);
  if (current === null && request.period === undefined) throw noPeriod();
  const to = request.period === undefined && current !== null ? periodToBegin(workbook, current) : periodAsked(request.period ?? "", settings);
  const open = assignmentsToCarryOn(workbook, to);
  const carry = request.carry ?? open.map(({ values }) => values.id);
  const begun = newPeriod(workbook, to, carry);
  const additions = additionsOf(begun, checked);
  // An earlier period asked for gets the rows that it lacks; the workbook goes on being about the later one.
  const changesPeriod = current === null || comparePeriods(to, current) > 0;
  const setting = settingsToWrite(image, contents, changesPeriod ? [{ key: "period", text: periodLabel(to) }] : []);
  refuseProtected(image, additions.map(({ sheet }) => sheet));
  const plan: PeriodPlan = {
    from: periodLabel(begun.from),
    to: periodLabel(to),
    rows: additions.map(({ sheet, rows }) => ({ sheet, count: rows.length })),
    assignments: assignmentsOf(workbook, open, carry),
    changesPeriod,
  };
  return { plan, additions, setting };
}

function assignmentsOf({ subjects }: Workbook, open: ReturnType<typeof assignmentsToCarryOn>, carry: readonly string[]): PeriodPlan["assignments"] {
  return open.map((row) => ({ id: row.values.id, text: row.values.uppdrag, unit: subjects.leadOf(row), goesOn: carry.includes(row.values.id) }));
}

type Addition = NewRows & { readonly sheet: string };

/** The rows for each table, in the order of its columns; tables that get none are left out. */
function additionsOf({ outcomes, followUps, controlResults, signOffs, carriedOn }: NewPeriod, checked: CheckedWorkbook): readonly Addition[] {
  const hasLast = checked.contents.uppfoljning?.columnAt.forra !== undefined;
  return [
    addition("uppdrag", carriedOn, checked),
    addition("utfall", outcomes, checked),
    // A workbook made before has no column for it.
    addition("uppfoljning", hasLast ? followUps : followUps.map((row) => ({ ...row, forra: null })), checked),
    addition("kontrollresultat", controlResults, checked),
    addition("klarmarkering", signOffs, checked),
  ].filter(({ rows }) => rows.length > 0);
}

function addition<K extends RegisterKey>(key: K, rows: readonly RowOf<Registers[K]>[], { image, contents }: CheckedWorkbook): Addition {
  const register = registers[key];
  const headers = image.tables.get(register.table)?.headers ?? [];
  return { table: register.table, sheet: contents[key]?.sheet ?? register.sheet, headers, rows: rows.map((row) => cellsOfRow(register, row, headers)) };
}

function noPeriod(): WorkbookError {
  return new WorkbookError("period-missing", {
    sv: "Arbetsboken har ingen period än, så det går inte att säga vilken som kommer sedan. Inget har skrivits. Välj en period först.",
    en: "The workbook has no period yet, so there is no telling which one comes next. Nothing has been written. Choose a period first.",
  });
}
