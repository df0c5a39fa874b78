import { addressText } from "../registers/address.js";
import type { CellAddress } from "../registers/cell.js";
import type { Column } from "../registers/column.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import type { Period } from "../registers/values/period.js";
import { isBlank } from "../registers/values/reading.js";
import { cellAt, type SheetGrid } from "./grid.js";
import { GroupedCells } from "./groupedCells.js";
import type { IntakeOptions } from "./intakeOptions.js";
import { placedColumns, type PlacedColumn } from "./placedColumns.js";
import type { Proposal } from "./recognise.js";
import { columnOf, isPeriod, type BuiltRow, type Cells, type RowBank } from "./rowBank.js";
import { companionOf, RowReader, type NamedGoal, type PeriodCells, type ReadRow } from "./rowReader.js";
import { levelOf, TableContext } from "./tableContext.js";
import { TableNotes } from "./tableNotes.js";
import { withoutEnding } from "./withoutEnding.js";

/** Reads one table from its first row to its last into rows of registers: what stands above a row, or on the row before, may be a part of it. */
export class TableReader {
  readonly #sheet: SheetGrid;
  readonly #proposal: Proposal;
  readonly #options: IntakeOptions;
  readonly #bank: RowBank;
  readonly #notes: TableNotes;
  readonly #placed: readonly PlacedColumn[];
  readonly #cells: GroupedCells;
  readonly #context: TableContext;
  readonly #rows: RowReader;
  #groupUnit: { readonly code: string; readonly at: CellAddress } | undefined;
  #groupGoal: NamedGoal | undefined;

  constructor(sheet: SheetGrid, proposal: Proposal, options: IntakeOptions, bank: RowBank) {
    this.#sheet = sheet;
    this.#proposal = proposal;
    this.#options = options;
    this.#bank = bank;
    this.#notes = new TableNotes(proposal, bank.findings);
    this.#placed = placedColumns(proposal);
    this.#cells = new GroupedCells(sheet, proposal, this.#placed, this.#notes);
    this.#context = new TableContext(sheet, proposal, options, this.#notes);
    this.#rows = new RowReader(proposal, options, this.#placed, this.#cells, this.#context, this.#notes, bank);
  }

  read(): void {
    this.#context.readWhatWasSaid();
    for (const { row, kind, text = "" } of this.#proposal.rows) {
      const at = this.#notes.atRow(row);
      if (this.#options.rowsLeftOut?.has(addressText(at)) === true) {
        this.#cells.passOver(row);
        continue;
      }
      if (kind === "heading") this.#heading(text, at);
      if (kind === "doubtful") this.#notes.say("inlasning.osaker-rad", { text }, at);
      if (kind === "data" || kind === "doubtful") this.#finish(this.#rows.read(row, this.#groupGoal), at);
    }
    this.#notes.sayCounts();
  }

  /** A unit or a goal that stands by itself above the rows that it holds for. */
  #heading(text: string, at: CellAddress): void {
    const { family } = this.#proposal;
    this.#cells.endGroup();
    const code = this.#options.findUnit(withoutEnding(text));
    if (code !== undefined && family.unit !== undefined) {
      this.#groupUnit = { code, at };
      this.#groupGoal = undefined;
      return;
    }
    if (family.goal !== undefined && family.goal !== "avser") {
      this.#groupGoal = { text, at };
      this.#notes.say("inlasning.mal-ur-rubrik", { text }, at);
      return;
    }
    this.#groupUnit = undefined;
    this.#notes.say("inlasning.mellanrubrik", { text }, at);
  }

  /** Gives a row what the table around it says, and puts it and what it reports into the bank. */
  #finish({ primary, companions, goal }: ReadRow, at: CellAddress): void {
    const { family } = this.#proposal;
    const { around } = this.#context;
    this.#setUnit(primary, companions, at);
    if (family.name !== undefined && !primary.values.has(family.name)) {
      this.#notes.say("inlasning.rad-utan-namn", { row: at.row + 1, header: columnOf(family.primary, family.name).header }, at);
      return;
    }
    if (goal !== undefined && family.goal !== undefined && !primary.values.has(family.goal)) {
      const id = this.#goal(goal);
      if (id !== undefined) primary.values.set(family.goal, id);
    }
    this.#ownYear(primary, at);
    const level = family.primary === "mal" ? this.#context.levelInHeader() : undefined;
    if (level !== undefined && !primary.values.has("niva")) primary.values.set("niva", level);
    if (family.companion === undefined && companions.size > 0) {
      this.#acrossPeriods(primary, companions, around, at);
      return;
    }
    if (family.companion === undefined && "period" in registers[family.primary].columns && !primary.values.has("period")) {
      const period = this.#context.toldPeriod(around, at);
      if (period !== undefined) primary.values.set("period", period);
    }
    const own = companions.get("");
    const rowPeriod = own?.values.get("period");
    const unit = own?.values.get("enhet");
    const built = this.#merge(family.primary, primary, at, `${JSON.stringify(rowPeriod ?? null)}|${JSON.stringify(family.primary === "matt" ? (unit ?? null) : null)}`);
    if (family.companion === undefined) return;
    const { register, link } = family.companion;
    const id = built.values.get("id");
    for (const cells of companions.values()) {
      const reported = [...cells.values.keys()].filter((key) => key !== "period" && key !== "enhet" && key !== "nr");
      if (reported.length === 0) continue;
      const period = cells.period ?? (isPeriod(rowPeriod) ? rowPeriod : this.#context.periodBeside(at, own?.values.has("utfall") === true));
      const values = new Map<string, ColumnValue>([...(id === undefined ? [] : [[link, id] as const]), ...cells.values]);
      if (period !== undefined) values.set("period", period);
      if (unit !== undefined) values.set("enhet", unit);
      if (register === "kontrollresultat" && !values.has("nr")) values.set("nr", 1);
      this.#merge(register, { values, sources: cells.sources }, at, "", true);
    }
  }

  /** One row of the sheet that is a row of the register for each period in the headers. What stands in columns without period is of the only one, else of the sheet's. */
  #acrossPeriods(primary: Cells, companions: Map<string, PeriodCells>, around: Period | undefined, at: CellAddress): void {
    const { family: { primary: register } } = this.#proposal;
    const isKey = (key: string) => key !== "period" && registers[register].uniqueBy.some((own) => own === key);
    const ofKeys = <T>(cells: ReadonlyMap<string, T>, areKeys: boolean) => [...cells].filter(([key]) => key !== "period" && isKey(key) === areKeys);
    const add = (period: Period | undefined, { values, sources }: Cells) => {
      const all = new Map([...ofKeys(primary.values, true), ...values]);
      if (period !== undefined) all.set("period", period);
      this.#merge(register, { values: all, sources: new Map([...ofKeys(primary.sources, true), ...sources]) }, at, "", true);
    };
    const [only, ...more] = companions.values();
    const beside: Cells = { values: new Map(ofKeys(primary.values, false)), sources: new Map(ofKeys(primary.sources, false)) };
    for (const cells of companions.values()) add(cells.period, cells);
    if (beside.values.size === 0) return;
    const own = primary.values.get("period");
    const isOnly = only !== undefined && more.length === 0 && [...beside.values.keys()].every((key) => !only.values.has(key));
    add(isPeriod(own) ? own : isOnly ? only.period : this.#context.toldPeriod(around, at), beside);
  }

  /** The unit that a heading, the title or the user gives rows without one. */
  #setUnit(primary: Cells, companions: Map<string, PeriodCells>, at: CellAddress): void {
    const { family } = this.#proposal;
    if (family.unit === undefined) return;
    const { register, key } = family.unit;
    const cells = register === family.primary ? primary : companionOf(companions, undefined);
    // A cell that was filled and could not be read is not empty.
    const column = this.#placed.find(({ candidate }) => candidate.register === register && candidate.key === key)?.proposed.column;
    if (cells.values.has(key) || column !== undefined && !isBlank(cellAt(this.#sheet, at.row, column)) || primary.values.has("medansvariga")) return;
    if (this.#groupUnit !== undefined) {
      cells.values.set(key, this.#groupUnit.code);
      cells.sources.set(key, this.#groupUnit.at);
      return;
    }
    // In a table with a column of its own for the unit, a blank one means something else than the title.
    if (column !== undefined) return;
    const code = this.#context.unitOf(columnOf(register, key).header);
    if (code !== undefined) cells.values.set(key, code);
  }

  /** The year of an assignment that has none: as the header says ("Uppdrag 2019"), else the sheet. */
  #ownYear(primary: Cells, at: CellAddress): void {
    const { family, columns, surroundings } = this.#proposal;
    if (family.primary !== "uppdrag" || primary.values.has("ar")) return;
    if (this.#placed.some(({ candidate }) => candidate.key === "ar")) return;
    const named = columns.find(({ target }) => target?.register === "uppdrag" && target.key === "uppdrag")?.header ?? "";
    const [, inHeader] = /\b((?:19|20)\d\d)\b/u.exec(named) ?? [];
    const year = inHeader === undefined ? this.#context.year : Number(inHeader);
    if (year === undefined) return;
    primary.values.set("ar", year);
    this.#notes.fromContext(registers.uppdrag.columns.ar.header, inHeader === undefined ? (surroundings.period?.typed ?? this.#sheet.name) : named, String(year), at);
  }

  /** Puts a goal that a row or a heading names into the bank, and gives its id. */
  #goal({ text, at }: NamedGoal): string | undefined {
    const [, word, number, rest] = /^(?:(målområde|prioriterat mål|nämndmål|delmål|inriktning|mål)\b ?:?\s*)?(?:(\d+(?:\.\d+)*)[.:]?\s+)?(.+)$/isu.exec(text) ?? [];
    const mal = (rest ?? text).trim();
    if (mal === "") return undefined;
    const level = word === undefined ? this.#context.levelInHeader() : levelOf(word);
    const values = new Map<string, ColumnValue>([["mal", mal]]);
    if (number !== undefined) values.set("nr", number);
    if (level !== undefined) values.set("niva", level);
    const built = this.#merge("mal", { values, sources: new Map([["mal", at]]) }, at, at.sheet + "goal", true);
    const id = built.values.get("id");
    return typeof id === "string" ? id : undefined;
  }

  /** Adds a row, or what it says to the row that is the same. `occasion` tells apart rows of one table that say the same and are not. */
  #merge(register: RegisterKey, { values, sources }: Cells, at: CellAddress, occasion: string, isAlwaysSame = false): BuiltRow {
    for (const [key, value] of this.#context.standardOf(register)) if (!values.has(key)) values.set(key, value);
    const isYearGuessed = register === "uppdrag" && !sources.has("ar") && !this.#context.hasStandard("uppdrag.ar");
    const { row, isNew } = this.#bank.add({ register, values, sources, at }, { occasion: isAlwaysSame ? undefined : `${this.#proposal.id}|${occasion}`, isYearGuessed });
    if (isNew) for (const needed of requiredOf(register)) if (!row.values.has(needed)) this.#notes.missing(register, needed, at);
    return row;
  }
}

const required = new Map<RegisterKey, readonly string[]>();

function requiredOf(register: RegisterKey): readonly string[] {
  const known = required.get(register) ?? Object.entries<Column>(registers[register].columns).flatMap(([key, column]) => (column.required ? [key] : []));
  required.set(register, known);
  return known;
}
