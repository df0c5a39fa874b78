import type { CellAddress } from "../registers/cell.js";
import type { Column } from "../registers/column.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { parseChoice } from "../registers/values/choice.js";
import { comparePeriods, isWithin, parsePeriod, periodKey, periodLabel, type Period } from "../registers/values/period.js";
import { isBlank } from "../registers/values/reading.js";
import { cellAt, type SheetGrid } from "./grid.js";
import { commonWords } from "./headerWords.js";
import type { IntakeOptions } from "./intakeOptions.js";
import { readAmount, readTyped, scaleOf, type CellContext } from "./readTyped.js";
import type { Proposal } from "./recognise.js";
import { columnOf } from "./rowBank.js";
import type { TableNotes } from "./tableNotes.js";
import { targetNamed } from "./targets.js";

/** What holds for a whole table: what somebody has said of it, what stands around it, and the periods in its headers. */
export class TableContext {
  readonly #proposal: Proposal;
  readonly #options: IntakeOptions;
  readonly #notes: TableNotes;
  /** What somebody has said. */
  readonly #period: Period | undefined;
  readonly #unit: string | undefined;
  readonly #standard = new Map<string, ColumnValue>();
  readonly #standards = new Map<RegisterKey, readonly (readonly [string, ColumnValue])[]>();
  /** The only period in the headers, when there is just one. */
  readonly #single: Period | undefined;
  /** The periods in the headers of what is reported, but for those that nothing is filled in for. */
  readonly #reported: readonly Period[];
  readonly year: number | undefined;

  constructor(sheet: SheetGrid, proposal: Proposal, options: IntakeOptions, notes: TableNotes) {
    this.#proposal = proposal;
    this.#options = options;
    this.#notes = notes;
    const { said, surroundings, family } = proposal;
    this.#period = said?.period === undefined ? undefined : (parsePeriod(said.period, options.periods) ?? undefined);
    this.#unit = said?.unit === undefined ? undefined : options.findUnit(said.unit);
    this.year = this.#period?.year ?? surroundings.year ?? options.period?.year ?? options.year;
    const inHeaders = new Map(proposal.columns.flatMap(({ target }) => (target?.period === undefined ? [] : [[periodLabel(target.period), target.period] as const])));
    this.#single = inHeaders.size === 1 ? [...inHeaders.values()][0] : undefined;
    const isFilled = (column: number) => proposal.rows.some(({ row, kind }) => kind === "data" && !isBlank(cellAt(sheet, row, column)));
    this.#reported = proposal.columns.flatMap(({ column, target }) =>
      target?.period === undefined || target.register !== family.companion?.register || target.key === "malvarde" || !isFilled(column) ? [] : [target.period],
    );
  }

  /** Reads what somebody has said holds for the table, and tells of what of it cannot be read. */
  readWhatWasSaid(): void {
    const { said } = this.#proposal;
    const { atHeader } = this.#notes;
    if (said?.period !== undefined && this.#period === undefined) this.#notes.say("inlasning.val-olasligt", { header: "Period", typed: said.period }, atHeader);
    if (said?.unit !== undefined && this.#unit === undefined) this.#notes.say("inlasning.enhet-okand", { typed: said.unit }, atHeader);
    for (const [target, typed] of Object.entries(said?.defaults ?? {})) this.#readStandard(target, typed, atHeader);
  }

  /** A value that somebody has said holds where the table has no column for it. */
  #readStandard(target: string, typed: string, at: CellAddress): void {
    const named = targetNamed(target);
    // A goal that comes along with its measures has columns that no header of the table can stand for, and that can be said all the same.
    const candidate = commonWords.candidatesOf(this.#proposal.family).find(({ register, key }) => `${register}.${key}` === target) ?? (named && { ...named, column: columnOf(named.register, named.key), names: [] });
    if (candidate === undefined || typed.trim() === "") return;
    const cell = { value: typed, type: "String", numberFormat: "General" } as const;
    const { value } = candidate.column.kind === "quantity" ? readAmount(candidate, candidate.register === "utfall" ? "outcome" : "target", cell, at, null) : readTyped(candidate, cell, at, this.cellContext(undefined));
    if (value === null) this.#notes.say("inlasning.val-olasligt", { header: candidate.column.header, typed }, at);
    else this.#standard.set(target, value);
  }

  /** The values that hold for a register's rows where the table has none, worked out once. */
  standardOf(register: RegisterKey): readonly (readonly [string, ColumnValue])[] {
    const known = this.#standards.get(register);
    if (known !== undefined) return known;
    const found = Object.entries<Column>(registers[register].columns).flatMap(([key, { kind }]) => {
      const value = this.#standard.get(`${register}.${key}`) ?? this.#options.defaults?.[`${register}.${key}`];
      return value === undefined || kind === "calculated" ? [] : [[key, value] as const];
    });
    this.#standards.set(register, found);
    return found;
  }

  hasStandard(target: string): boolean {
    return this.#standard.has(target);
  }

  /** How cells are read in this table; `level` is what a goal's own row says of its level. */
  cellContext(level: string | undefined): CellContext {
    return { periods: this.#options.periods, year: this.year, findUnit: this.#options.findUnit, legend: this.#proposal.legend, scale: scaleOf(this.#proposal.family.primary, level) };
  }

  /** The period that the table as a whole is about. */
  get around(): Period | undefined {
    return this.#period ?? this.#proposal.surroundings.period?.value;
  }

  /** The unit of rows that have none: as somebody has said, the title says, or what is read is said to be of; told of. */
  unitOf(header: string): string | undefined {
    const { unit: around } = this.#proposal.surroundings;
    const code = this.#unit ?? around?.value ?? this.#options.unit;
    if (code === undefined) return undefined;
    if (this.#unit !== undefined) this.#notes.chosen(header, code);
    else if (around !== undefined) this.#notes.fromContext(header, around.typed, code, around.at);
    return code;
  }

  /** The period of a row that has none, told of. */
  toldPeriod(around: Period | undefined, at: CellAddress, byHeader = false): Period | undefined {
    const period = around ?? this.#options.period;
    if (period === undefined) return undefined;
    if (period === this.#period) {
      this.#notes.chosen("Period", periodLabel(period));
      return period;
    }
    const told = this.#proposal.surroundings.period;
    this.#notes.fromContext("Period", byHeader || told === undefined ? periodLabel(period) : told.typed, periodLabel(period), told?.at ?? at);
    return period;
  }

  /**
   * The period of what a row reports without one, told of. A comment beside outcomes of one period is on that period, whether or not this row has an outcome.
   * `hasOutcome` says that the row has an outcome without period.
   */
  periodBeside(at: CellAddress, hasOutcome: boolean): Period | undefined {
    const { around } = this;
    const beside = around === undefined || this.#period !== undefined || hasOutcome ? undefined : this.#newestReported(around);
    return this.toldPeriod(beside ?? around ?? this.#single, at, beside !== undefined || (around === undefined && this.#single !== undefined));
  }

  /** Of the periods in the headers that something is reported of, the one asked for, else the newest, within what the sheet is about: a title that says 2024 over "Utfall T1" is about T1 2024. */
  #newestReported(around: Period): Period | undefined {
    const periods = this.#reported.filter((period) => isWithin(period, around) && !isWithin(around, period));
    const asked = this.#options.period;
    return periods.find((period) => asked !== undefined && periodKey(period) === periodKey(asked)) ?? [...periods].sort((a, b) => comparePeriods(b, a))[0];
  }

  /** The goals' level as the header of their column says. */
  levelInHeader(): string | undefined {
    const header = this.#proposal.columns.find(({ target }) => target?.register === "mal" && target.key === "mal")?.header;
    return header === undefined ? undefined : levelOf(header);
  }
}

/** A goal's level as a word says it: "Prioriterat mål", "Nämndmål:". */
export function levelOf(word: string): string | undefined {
  const words = (registers.mal.columns.niva.values ?? []).filter((value) => typeof value === "string");
  const reading = parseChoice({ value: word, type: "String", numberFormat: "General" }, words);
  return reading?.kind === "read" ? reading.value : undefined;
}
