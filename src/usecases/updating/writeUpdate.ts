import { addressText } from "../../registers/address.js";
import { rowSchema } from "../../registers/schema.js";
import { registers, type RegisterContents, type RegisterKey } from "../../registers/registers.js";
import { registerKeys } from "../../registers/workAreas.js";
import { cellsOfRows } from "../../registers/writing/cellsOfRow.js";
import type { CellUpdate, UpdatePlan } from "../../updating/updatePlan.js";
import type { CellChange, ExpectedCell, NewRow, NewRows, WorkbookImage, WorkbookPort } from "../port.js";
import { refuseProtected } from "../protectedSheets.js";
import { originsToWrite } from "./originsToWrite.js";
import { readAt, refuseUnreadable } from "./standingCells.js";

/** How a plan is to be written. */
export interface UpdateOptions {
  /** Serial number: the day that rows are said to have come. */
  readonly today: number;
  /** Cells that are left as they are, though the plan has them changed: "Utfall!D7". */
  readonly keep?: ReadonlySet<string>;
  /** Other cells to be written in the same step. */
  readonly changes?: readonly CellChange[];
}

/** What was written: rows, and cells of rows that were there. */
export interface Updated {
  readonly added: number;
  readonly changed: number;
}

/**
 * Brings what the plan lists to the registers, with a note in Ursprung of where each row came from, all in one step. Nothing that the plan does not list is touched. Two requests (more for
 * thousands of changed cells): one that looks at the tables as they are then, one that writes; none where nothing is to be done.
 * @param image The workbook as it was read for the plan: what is to be changed must still stand so.
 * @throws WorkbookError `register-missing` (`makeMissingRegisters` makes those that `registersWrittenTo` names, before the workbook is read for the plan), `column-missing`, or what WorkbookPort.appendRows throws: nothing has then been written
 */
export async function writeUpdate(port: WorkbookPort, image: WorkbookImage, contents: RegisterContents, plan: UpdatePlan, options: UpdateOptions): Promise<Updated> {
  const changed = plan.changed.filter(({ at }) => options.keep?.has(addressText(at)) !== true);
  const others = options.changes ?? [];
  if (plan.added.length + changed.length + others.length === 0) return { added: 0, changed: 0 };
  refuseUnreadable(image, contents, registersWrittenTo({ ...plan, changed }));
  const origins = originsToWrite(image, contents, { added: plan.added, changed }, options.today);
  // Where rows came from is written first: of a failure half-way a note may stand without its row, which comes the next time, but never a row that nothing tells of.
  const additions = [origins.rows, ...registerKeys.map((key) => newRows(key, image, plan))].filter(({ rows }) => rows.length > 0);
  const changes = [...origins.changes, ...changed.map(({ at, value, numberFormat }): CellChange => ({ at, value, numberFormat })), ...others];
  refuseProtected(image, [...additions.map(({ table }) => image.tables.get(table)?.sheet ?? ""), ...changes.map(({ at }) => at.sheet)]);
  await port.appendRows(additions, changes, [...changed.flatMap((update) => standingAt(update, image, contents)), ...origins.expected]);
  return { added: plan.added.length, changed: changed.length };
}

/** The registers that a plan needs: those that get rows or other values, and the one that tells where they came from. */
export function registersWrittenTo({ added, changed }: Pick<UpdatePlan, "added" | "changed">): readonly RegisterKey[] {
  const keys = new Set([...added.map(({ row }) => row.register), ...changed.map(({ register }) => register)]);
  if (keys.size > 0) keys.add("ursprung");
  return registerKeys.filter((key) => keys.has(key));
}

function newRows<K extends RegisterKey>(key: K, image: WorkbookImage, { added }: UpdatePlan): NewRows {
  const own = added.filter(({ row }) => row.register === key);
  const register = registers[key];
  const table = image.tables.get(register.table);
  const schema = rowSchema(register);
  const rows: readonly NewRow[] = own.length === 0 ? [] : cellsOfRows(register, own.map(({ row }) => schema.parse(row.values)), table?.headers ?? []);
  return { table: register.table, rows, ...(table === undefined ? {} : { standing: table.values.length }) };
}

/** The cell that is to be changed, and those that tell which row it is in, as they were read. */
function standingAt({ register, at }: CellUpdate, image: WorkbookImage, contents: RegisterContents): readonly ExpectedCell[] {
  const keyColumns = registers[register].uniqueBy.map((key) => contents[register]?.columnAt[key]);
  return [at.column, ...keyColumns].flatMap((column) => (column === undefined ? [] : readAt(image, registers[register].table, { ...at, column })));
}
