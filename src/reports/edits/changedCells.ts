import type { CellValue } from "../../registers/cell.js";
import { sameValue, type HandEdit } from "./handEdits.js";
import type { StandingCells } from "./standingSheet.js";
import type { ReportLayout } from "../layout/layout.js";
import { memoryOf, saysTheDay, type ReportMemory } from "./memory.js";
import { alignRows } from "./rowAlignment.js";

/**
 * How many cells of a standing report would get another value from the new layout. A row that comes or goes counts with what it says, and does not make
 * those below it count. Edits by hand are told of by themselves, and the printed day alone is no change. Without a memory all that differs is
 * taken for edits, and nothing is left to count.
 */
export function changedCells(memory: ReportMemory | undefined, standing: StandingCells | undefined, layout: ReportLayout, edits: readonly HandEdit[]): number {
  const upcoming = memoryOf(layout);
  if (standing === undefined || standing.values.every((row) => row.every(isBlank))) return upcoming.values.flat().filter((value) => !isBlank(value)).length;
  if (memory === undefined) return 0;
  const edited = new Set(edits.map(({ identity, column }) => `${memory.rowIdentities.indexOf(identity.row)}:${column}`));
  const alignment = alignRows(memory.values, upcoming.values);
  const stays = new Set(alignment);
  const different = (before: number | undefined, after: number | undefined): number => {
    const [written, wanted] = [rowOf(memory, before), rowOf(upcoming, after)];
    const width = Math.max(written.length, wanted.length);
    return Array.from({ length: width }, (_, column) => column).filter(
      (column) => !edited.has(`${before ?? ""}:${column}`) && !sameValue(written[column] ?? "", wanted[column] ?? ""),
    ).length;
  };
  const comeOrChanged = alignment.map((before, after) => (saysTheDay(upcoming, after) ? 0 : different(before, after)));
  const gone = memory.values.map((_, before) => (stays.has(before) ? 0 : different(before, undefined)));
  return [...comeOrChanged, ...gone].reduce((sum, count) => sum + count, 0);
}

function rowOf(written: ReportMemory, row: number | undefined): readonly CellValue[] {
  return row === undefined ? [] : (written.values[row] ?? []);
}

function isBlank(value: CellValue): boolean {
  return value === "";
}
