import type { CellAddress } from "../registers/cell.js";
import type { Finding } from "../registers/finding.js";
import type { RegisterKey } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { folded } from "../registers/values/reading.js";
import type { SheetGrid } from "./grid.js";
import { idMaker } from "./ids.js";
import type { IntakeOptions } from "./intakeOptions.js";
import type { Proposal } from "./recognise.js";
import { RowBank } from "./rowBank.js";
import { tellOfSheetWithout } from "./sheetsWithout.js";
import { TableReader } from "./tableReader.js";
import { tellOfTable } from "./tellOfTable.js";

/** A row that a sheet gave a register: typed values by column key, and where each was read. A value that could not be read is absent, with a finding. */
export interface IntakeRow {
  readonly register: RegisterKey;
  readonly values: Readonly<Record<string, ColumnValue>>;
  /** The cell that each value was read from; absent for what was made or told by something else than a cell. */
  readonly sources: Readonly<Record<string, CellAddress>>;
  /** Where the row stands: its first cell. */
  readonly at: CellAddress;
}

export interface Intake {
  readonly rows: readonly IntakeRow[];
  readonly findings: readonly Finding[];
  /** What each cell was read as, by `cellRead`; cells that say the same as others, and are no row's source, too. */
  readonly read: ReadonlyMap<string, ColumnValue>;
}

export type { IntakeOptions } from "./intakeOptions.js";
export { cellRead } from "./rowBank.js";

/**
 * The typed rows of every proposal, and what is to be said of them with the address of each cell. Rows that say the same on several sheets are one; ids are made where a
 * sheet has none. Time grows with the number of cells.
 */
export function readProposals(sheets: readonly SheetGrid[], proposals: readonly Proposal[], options: IntakeOptions): Intake {
  const bank = new RowBank(idMaker(options.contents ?? {}, textsOf(sheets)));
  for (const proposal of proposals) {
    const sheet = sheets.find(({ name }) => name === proposal.sheet);
    if (sheet === undefined || proposal.isLeftOut) continue;
    bank.findings.push(...tellOfTable(sheet, proposal, proposals.filter((other) => other !== proposal && other.sheet === sheet.name)));
    new TableReader(sheet, proposal, options, bank).read();
  }
  for (const sheet of sheets) if (!proposals.some((proposal) => proposal.sheet === sheet.name)) bank.findings.push(...tellOfSheetWithout(sheet, options.periods));
  const rows = bank.rows.map(({ register, values, sources, at }): IntakeRow => ({ register, at, values: Object.fromEntries(values), sources: Object.fromEntries(sources) }));
  return { rows, findings: withoutRepeats(bank.findings), read: bank.read };
}

/** A cell that holds for several rows is told of once. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const told = new Map(findings.map((found) => [JSON.stringify([found.ruleId, found.at, found.column, found.message.sv]), found]));
  return [...told.values()];
}

/** Tells whether a text stands in some cell of the sheets; they are gone through when it is first asked. */
function textsOf(sheets: readonly SheetGrid[]): (text: string) => boolean {
  let all: Set<string> | undefined;
  return (text) => {
    all ??= new Set(sheets.flatMap(({ cells }) => cells.flatMap((row) => row.flatMap(({ value }) => (typeof value === "string" && value !== "" ? [folded(value)] : [])))));
    return all.has(folded(text));
  };
}
