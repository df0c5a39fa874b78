import { columnLetters } from "../../registers/address.js";
import type { CellAddress } from "../../registers/cell.js";
import { registers, type RegisterContents, type RegisterKey, type Registers } from "../../registers/registers.js";
import type { RegisterRow, RowOf } from "../../registers/register.js";
import { folded } from "../../registers/values/reading.js";
import { cellsOfRows } from "../../registers/writing/cellsOfRow.js";
import { cellOfValue } from "../../registers/writing/rowsToCells.js";
import type { Origin } from "../../updating/broughtRow.js";
import type { UpdatePlan } from "../../updating/updatePlan.js";
import type { CellChange, ExpectedCell, NewRows, WorkbookImage } from "../port.js";
import { readAt } from "./standingCells.js";

const register = registers.ursprung;
type Note = RowOf<Registers["ursprung"]>;

/** What is to be written in Ursprung: new rows, cells of rows that tell of an earlier sheet, and what must still stand there. */
export interface OriginsToWrite {
  readonly rows: NewRows;
  readonly changes: readonly CellChange[];
  readonly expected: readonly ExpectedCell[];
}

/** A note for every row that is added or changed: where it came from, and when. A row that has one already gets another only where rows may be alike. */
export function originsToWrite(image: WorkbookImage, contents: RegisterContents, { added, changed }: Pick<UpdatePlan, "added" | "changed">, today: number): OriginsToWrite {
  const standing = new Map<string, RegisterRow<Registers["ursprung"]>>();
  for (const row of contents.ursprung?.rows ?? []) {
    const key = noteKey(row.values.register, row.values.rad);
    if (!standing.has(key)) standing.set(key, row);
  }
  const notes = new Map<string, Note>();
  const fresh: Note[] = [];
  const note = (key: RegisterKey, words: string, origin: Origin) => {
    const values = noteOf(key, words, origin, today);
    const id = noteKey(values.register, values.rad);
    if (registers[key].uniqueBy.length === 0) fresh.push(values);
    else if (!notes.has(id)) notes.set(id, values);
  };
  for (const { row, key } of added) note(row.register, key, row.origin);
  for (const { register: key, key: words, origin } of changed) note(key, words, origin);

  const changes: CellChange[] = [];
  const expected: ExpectedCell[] = [];
  for (const [id, values] of notes) {
    const row = standing.get(id);
    if (row === undefined) {
      fresh.push(values);
      continue;
    }
    const updates = noteChanges(row, values, contents);
    changes.push(...updates);
    if (updates.length > 0) expected.push(...[...updates.map(({ at }) => at), ...placesOf(row, contents)].flatMap((at) => readAt(image, register.table, at)));
  }
  const table = image.tables.get(register.table);
  const columnAt = contents.ursprung?.columnAt ?? {};
  const has = (key: string) => columnAt[key] !== undefined;
  // A column that somebody has taken away is not missed: the note says the rest.
  const writable = fresh.map((values): Note => ({ ...values, fil: has("fil") ? values.fil : null, blad: has("blad") ? values.blad : null, cell: has("cell") ? values.cell : null, hamtad: has("hamtad") ? values.hamtad : null }));
  const rows = writable.length === 0 ? [] : cellsOfRows(register, writable, table?.headers ?? []);
  return { rows: { table: register.table, rows, ...(table === undefined ? {} : { standing: table.values.length }) }, changes, expected };
}

function noteOf(key: RegisterKey, rad: string, { file, at }: Origin, today: number): Note {
  return { register: registers[key].sheet, rad, fil: file === "" ? null : file, blad: at.sheet, cell: `${columnLetters(at.column)}${at.row + 1}`, hamtad: today };
}

function noteKey(sheet: string, rad: string): string {
  return JSON.stringify([folded(sheet), folded(rad)]);
}

function noteChanges(row: RegisterRow<Registers["ursprung"]>, note: Note, contents: RegisterContents): CellChange[] {
  return (["fil", "blad", "cell", "hamtad"] as const).flatMap((key) => {
    const column = contents.ursprung?.columnAt[key];
    if (column === undefined || row.values[key] === note[key]) return [];
    const { value, format } = cellOfValue(register.columns[key], note[key]);
    return [{ at: { sheet: contents.ursprung?.sheet ?? register.sheet, row: row.row, column }, value, numberFormat: format }];
  });
}

/** The cells that tell which row of Ursprung it is. */
function placesOf({ row }: RegisterRow<Registers["ursprung"]>, { ursprung }: RegisterContents): readonly CellAddress[] {
  return [ursprung?.columnAt.register, ursprung?.columnAt.rad].flatMap((column) => (ursprung === undefined || column === undefined ? [] : [{ sheet: ursprung.sheet, row, column }]));
}
