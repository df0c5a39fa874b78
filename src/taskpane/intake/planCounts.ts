import { addressText } from "../../registers/address.js";
import type { RegisterKey } from "../../registers/registers.js";
import { registerKeys } from "../../registers/workAreas.js";
import type { CellUpdate, UpdatePlan } from "../../updating/updatePlan.js";

/** How many rows of one register are what. A row is counted once. */
export interface RowCounts {
  readonly added: number;
  /** Rows of which at least one cell is to be written. */
  readonly changed: number;
  readonly unchanged: number;
  readonly missing: number;
}

export interface RegisterCounts extends RowCounts {
  readonly register: RegisterKey;
}

/** A register's cell as choices have it: "Utfall!D7". */
export function cellId({ at }: Pick<CellUpdate, "at">): string {
  return addressText(at);
}

/** What a plan comes to, register by register, in the order of their sheets. A row of which every changed cell is kept as it stands is unchanged. */
export function countsOf(plan: UpdatePlan, kept: ReadonlySet<string>): RegisterCounts[] {
  return registerKeys.flatMap((register) => {
    const of = <Row extends { readonly register: RegisterKey }>(rows: readonly Row[]) => rows.filter((row) => row.register === register);
    const touched = of(plan.changed);
    const written = rowsOf(touched.filter((cell) => !kept.has(cellId(cell))));
    const counts = {
      register,
      added: plan.added.filter(({ row }) => row.register === register).length,
      changed: written,
      unchanged: of(plan.unchanged).length + rowsOf(touched) - written,
      missing: of(plan.missing).length,
    };
    return counts.added + counts.changed + counts.unchanged + counts.missing === 0 ? [] : [counts];
  });
}

/** The counts of all registers together. */
export function allTogether(counts: readonly RowCounts[]): RowCounts {
  const sum = (what: keyof RowCounts) => counts.reduce((total, { [what]: count }) => total + count, 0);
  return { added: sum("added"), changed: sum("changed"), unchanged: sum("unchanged"), missing: sum("missing") };
}

function rowsOf(cells: readonly CellUpdate[]): number {
  return new Set(cells.map(({ at }) => `${at.sheet}!${at.row}`)).size;
}
