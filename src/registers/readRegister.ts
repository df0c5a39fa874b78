import type { Finding } from "./finding.js";
import { finding } from "./messages.js";
import { draftRegister, type Draft, type DraftRow } from "./reading/draft.js";
import { directoryOf, resolveReferences, type Directories } from "./reading/lookUps.js";
import { duplicates } from "./reading/repeatedKeys.js";
import type { Register, RegisterContent, RegisterRow } from "./register.js";
import type { TableImage } from "./tableImage.js";
import type { PeriodReading } from "./values/period.js";

/** What reading one register needs to know of the rest of the workbook. */
export interface ReadContext {
  readonly settings: PeriodReading;
  /** Ids and codes of the registers that this one refers to; without one, references to it are left as typed. */
  readonly directories?: Directories;
}

/** A register as read. `content` is absent when the table is not in the workbook, or lacks a column that every row needs: no rows then means nothing. */
export interface RegisterReading<R> {
  readonly content?: RegisterContent<R>;
  readonly findings: readonly Finding[];
}

/** Reads one register from its table. References within the register itself are looked up in it. */
export function readRegister<R extends Register>(register: R, image: TableImage | undefined, context: ReadContext): RegisterReading<R> {
  if (image === undefined) return { findings: [tableMissing(register)] };
  const draft = draftRegister(register, image, context.settings);
  const own = directoryOf(draft);
  const directories = new Map([...(context.directories ?? []), ...(own === undefined ? [] : [[register.key, own.directory] as const])]);
  const finished = finishRegister(register, draft, directories);
  return { ...finished, findings: [...draft.findings, ...(own?.findings ?? []), ...finished.findings] };
}

/** The typed content of a draft, its references looked up and its keys compared. Findings are only those new here. */
export function finishRegister<R extends Register>(register: R, draft: Draft, directories: Directories): RegisterReading<R> {
  if (draft.missing.length > 0) return { findings: [] };
  const resolved = resolveReferences(draft, directories);
  const needed = Object.keys(register.columns).filter((key) => register.columns[key]?.required === true);
  // Every cell was read by its column's kind, so what is left to see of a typed row is that nothing it needs is missing.
  const isComplete = (row: DraftRow): row is DraftRow & RegisterRow<R> => needed.every((key) => (row.values[key] ?? null) !== null);
  const rows: RegisterRow<R>[] = [];
  const unusable = [...draft.incomplete];
  for (const row of resolved.rows) {
    if (isComplete(row)) rows.push(row);
    else unusable.push(row);
  }
  return {
    content: { register, sheet: draft.image.sheet, rows, unusable, columnAt: draft.columnAt, headerRow: draft.image.top },
    findings: [...resolved.findings, ...duplicates(draft, resolved.rows, directories.get(register.key))],
  };
}

export function tableMissing(register: Register): Finding {
  return finding("register.tabell-saknas", { table: register.table, sheet: register.sheet }, { register: register.table });
}
