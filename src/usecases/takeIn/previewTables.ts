import { cellAt, type SheetGrid } from "../../intake/grid.js";
import { cellRead, type IntakeOptions } from "../../intake/readProposals.js";
import type { Proposal } from "../../intake/recognise.js";
import { targetsOf } from "../../intake/targets.js";
import { addressText } from "../../registers/address.js";
import type { CellAddress } from "../../registers/cell.js";
import type { Column } from "../../registers/column.js";
import { registers } from "../../registers/registers.js";
import type { ColumnValue } from "../../registers/schema.js";
import { periodLabel } from "../../registers/values/period.js";
import { valueInWords } from "../../updating/valueInWords.js";
import { asShown, ROWS_SHOWN } from "./asShown.js";
import type { PreviewCell, PreviewColumn, PreviewRow, PreviewTable } from "./intakePreview.js";
import type { LookedAt } from "./lookAtSheets.js";

/** Every table that was found, with its columns, and its first rows cell by cell: as typed, and as it was read. */
export function previewTables({ proposals, sheets, intake, options }: LookedAt): readonly PreviewTable[] {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]));
  return proposals.flatMap((proposal) => {
    const sheet = byName.get(proposal.sheet);
    return sheet === undefined ? [] : [previewTable(proposal, sheet, intake.read, options)];
  });
}

function previewTable(proposal: Proposal, sheet: SheetGrid, read: ReadonlyMap<string, ColumnValue>, options: IntakeOptions): PreviewTable {
  const { family, columns, said, surroundings } = proposal;
  const rows = proposal.rows.filter(({ kind }) => kind === "data" || kind === "doubtful");
  const firstColumn = Math.min(...columns.map(({ column }) => column));
  const unit = (said?.unit === undefined ? undefined : options.findUnit(said.unit)) ?? surroundings.unit?.value ?? options.unit;
  const period = surroundings.period?.value ?? options.period;
  return {
    id: proposal.id, sheet: sheet.name, isHidden: sheet.isHidden, register: family.primary, registers: [...new Set([family.primary, ...proposal.registers])],
    confidence: proposal.confidence, isLeftOut: proposal.isLeftOut,
    columns: columns.map(({ column, header, target, confidence, reason }): PreviewColumn => ({
      header, at: { sheet: sheet.name, row: proposal.headerBottom, column }, target: target === undefined ? null : `${target.register}.${target.key}`,
      period: target?.period === undefined ? null : periodLabel(target.period), confidence, reason,
    })),
    rows: rows.slice(0, ROWS_SHOWN).map(({ row }): PreviewRow => {
      const at = { sheet: sheet.name, row, column: firstColumn };
      const id = addressText(at);
      return { id, at, isLeftOut: proposal.isLeftOut || options.rowsLeftOut?.has(id) === true, cells: columns.map(({ column, target }) => previewCell(sheet, { ...at, column }, target, read)) };
    }),
    rowCount: rows.length,
    targets: targetsOf(family).map(({ target, register, header }) => ({ target, register: registers[register].sheet, header })),
    period: said?.period ?? (period === undefined ? null : periodLabel(period)), unit: unit ?? null,
  };
}

function previewCell(sheet: SheetGrid, at: CellAddress, target: Proposal["columns"][number]["target"], read: ReadonlyMap<string, ColumnValue>): PreviewCell {
  const typed = asShown(cellAt(sheet, at.row, at.column));
  const value = target === undefined ? undefined : read.get(cellRead(at, `${target.register}.${target.key}`));
  const column = target === undefined ? undefined : Object.entries<Column>(registers[target.register].columns).find(([key]) => key === target.key)?.[1];
  return { at, typed, value: value === undefined || column === undefined ? null : valueInWords(column, value) };
}
