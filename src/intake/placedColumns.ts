import { commonWords, type Candidate } from "./headerWords.js";
import type { ProposedColumn } from "./mapColumns.js";
import type { Proposal } from "./recognise.js";

/** A column of a sheet, and the register's column that it is read as. */
export interface PlacedColumn {
  readonly proposed: ProposedColumn;
  readonly candidate: Candidate;
}

/** The columns of a table that are read: those with a target that its family has. A period without a year is not one. */
export function placedColumns({ family, columns }: Proposal): readonly PlacedColumn[] {
  const candidates = commonWords.candidatesOf(family);
  return columns.flatMap((proposed) => {
    const candidate = candidates.find(({ register, key }) => register === proposed.target?.register && key === proposed.target.key);
    return candidate === undefined || proposed.lacksYear ? [] : [{ proposed, candidate }];
  });
}
