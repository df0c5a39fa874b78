import type { CellAddress } from "../registers/cell.js";
import type { Finding } from "../registers/finding.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import { intakeFinding, type IntakeRule } from "./messages.js";
import type { Proposal } from "./recognise.js";
import { columnOf } from "./rowBank.js";

/** What the reading of one table has to say: each thing at its cell, and what holds for many rows once. */
export class TableNotes {
  readonly #sheet: string;
  readonly #proposal: Proposal;
  readonly #findings: Finding[];
  readonly #table: string;
  readonly #firstColumn: number;
  readonly #formulas = new Map<number, { count: number; first: CellAddress }>();
  readonly #missing = new Map<string, { header: string; register: RegisterKey; count: number; at: CellAddress }>();
  readonly #toldContext = new Set<string>();

  /** What is said goes into `findings`. */
  constructor(proposal: Proposal, findings: Finding[]) {
    this.#sheet = proposal.sheet;
    this.#proposal = proposal;
    this.#findings = findings;
    this.#table = registers[proposal.family.primary].table;
    this.#firstColumn = Math.min(...proposal.columns.map(({ column }) => column));
  }

  at(row: number, column: number): CellAddress {
    return { sheet: this.#sheet, row, column };
  }

  /** A row's first cell. */
  atRow(row: number): CellAddress {
    return this.at(row, this.#firstColumn);
  }

  /** Where what holds for the whole table is told of. */
  get atHeader(): CellAddress {
    return this.atRow(this.#proposal.headerBottom);
  }

  say<K extends IntakeRule>(rule: K, about: Parameters<typeof intakeFinding<K>>[1], at: CellAddress, column?: string): void {
    this.#findings.push(intakeFinding(rule, about, this.#table, at, column));
  }

  add(findings: readonly Finding[]): void {
    this.#findings.push(...findings);
  }

  /** A value that somebody has said holds for the table. */
  chosen(header: string, value: string): void {
    if (this.#isTold(header)) return;
    this.say("inlasning.valt", { header, value }, this.atHeader, header);
  }

  /** A value that stands around the table. */
  fromContext(header: string, typed: string, value: string, at: { readonly row: number; readonly column: number } | "sheetName"): void {
    if (this.#isTold(header)) return;
    this.say("inlasning.fran-rubrik", { header, typed, value }, at === "sheetName" ? this.atRow(this.#proposal.headerTop) : this.at(at.row, at.column), header);
  }

  #isTold(header: string): boolean {
    if (this.#toldContext.has(header)) return true;
    this.#toldContext.add(header);
    return false;
  }

  /** A formula in a column, whose value is read. */
  formula(column: number, at: CellAddress): void {
    const seen = this.#formulas.get(column);
    if (seen === undefined) this.#formulas.set(column, { count: 1, first: at });
    else seen.count += 1;
  }

  /** A row that lacks what its register requires. */
  missing(register: RegisterKey, key: string, at: CellAddress): void {
    const there = this.#missing.get(`${register}.${key}`);
    if (there === undefined) this.#missing.set(`${register}.${key}`, { header: columnOf(register, key).header, register, count: 1, at });
    else there.count += 1;
  }

  /** Says what was counted, when the last row has been read. */
  sayCounts(): void {
    for (const [column, { count, first }] of this.#formulas) {
      const header = this.#proposal.columns.find((proposed) => proposed.column === column)?.header ?? "";
      this.say("inlasning.formel", { header, count }, first, header);
    }
    for (const { header, count, at, register } of this.#missing.values()) this.#findings.push(intakeFinding("inlasning.saknas", { header, count }, registers[register].table, at, header));
  }
}
