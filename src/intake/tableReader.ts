import { addressText } from "../registers/address.js";
import type { CellAddress } from "../registers/cell.js";
import type { Column } from "../registers/column.js";
import { isTextList } from "../registers/reading/lookUps.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { parseChoice } from "../registers/values/choice.js";
import { comparePeriods, isWithin, parsePeriod, periodKey, periodLabel, type Period } from "../registers/values/period.js";
import type { Quantity } from "../registers/values/quantity.js";
import { isBlank, typedText } from "../registers/values/reading.js";
import { takeCodes } from "./codesInText.js";
import { cellAt, mergeIndex, type GridArea, type GridCell, type SheetGrid } from "./grid.js";
import { commonWords, type Candidate } from "./headerWords.js";
import type { IntakeOptions } from "./intakeOptions.js";
import type { ProposedColumn } from "./mapColumns.js";
import { unitAtEnd } from "./headerParts.js";
import { intakeFinding, type IntakeRule } from "./messages.js";
import { readAmount, readTyped, scaleOf, unitInCell, type CellContext } from "./readTyped.js";
import type { Proposal } from "./recognise.js";
import { cellRead, columnOf, isPeriod, type BuiltRow, type Cells, type RowBank } from "./rowBank.js";
import { targetNamed } from "./targets.js";
import { withoutEnding } from "./withoutEnding.js";

interface Placed {
  readonly proposed: ProposedColumn;
  readonly candidate: Candidate;
}

/** Reads one table from its first row to its last: what stands above a row, or on the row before, may be a part of it. */
export class TableReader {
  readonly #sheet: SheetGrid;
  readonly #proposal: Proposal;
  readonly #options: IntakeOptions;
  readonly #bank: RowBank;
  readonly #mergeAt: (row: number, column: number) => GridArea | undefined;
  readonly #placed: readonly Placed[];
  /** What somebody has said holds for the whole table. */
  readonly #period: Period | undefined;
  readonly #unit: string | undefined;
  readonly #standard = new Map<string, ColumnValue>();
  readonly #standards = new Map<RegisterKey, readonly (readonly [string, ColumnValue])[]>();
  /** The only period in the headers, when there is just one. */
  readonly #single: Period | undefined;
  /** The periods in the headers of what is reported, but for those that nothing is filled in for. */
  readonly #reported: readonly Period[];
  readonly #year: number | undefined;
  readonly #table: string;
  /** The last filled cell of each column that may be given once for several rows. */
  readonly #above = new Map<number, { readonly cell: GridCell; readonly at: CellAddress }>();
  readonly #formulas = new Map<number, { count: number; first: CellAddress }>();
  readonly #missing = new Map<string, { header: string; register: RegisterKey; count: number; at: CellAddress }>();
  readonly #toldContext = new Set<string>();
  #groupUnit: { readonly code: string; readonly at: CellAddress } | undefined;
  #groupGoal: { readonly text: string; readonly at: CellAddress } | undefined;

  constructor(sheet: SheetGrid, proposal: Proposal, options: IntakeOptions, bank: RowBank) {
    this.#sheet = sheet;
    this.#proposal = proposal;
    this.#options = options;
    this.#bank = bank;
    this.#mergeAt = mergeIndex(sheet);
    const { said, surroundings, family } = proposal;
    this.#period = said?.period === undefined ? undefined : (parsePeriod(said.period, options.periods) ?? undefined);
    this.#unit = said?.unit === undefined ? undefined : options.findUnit(said.unit);
    this.#year = this.#period?.year ?? surroundings.year ?? options.period?.year ?? options.year;
    this.#table = registers[family.primary].table;
    const inHeaders = new Map(proposal.columns.flatMap(({ target }) => (target?.period === undefined ? [] : [[periodLabel(target.period), target.period] as const])));
    this.#single = inHeaders.size === 1 ? [...inHeaders.values()][0] : undefined;
    const isFilled = (column: number) => proposal.rows.some(({ row, kind }) => kind === "data" && !isBlank(cellAt(sheet, row, column)));
    this.#reported = proposal.columns.flatMap(({ column, target }) =>
      target?.period === undefined || target.register !== family.companion?.register || target.key === "malvarde" || !isFilled(column) ? [] : [target.period],
    );
    const candidates = commonWords.candidatesOf(family);
    this.#placed = proposal.columns.flatMap((proposed) => {
      const candidate = candidates.find(({ register, key }) => register === proposed.target?.register && key === proposed.target.key);
      return candidate === undefined || proposed.lacksYear ? [] : [{ proposed, candidate }];
    });
  }

  read(): void {
    this.#readWhatWasSaid();
    for (const { row, kind, text = "" } of this.#proposal.rows) {
      if (this.#options.rowsLeftOut?.has(addressText(this.#at(row, this.#firstColumn()))) === true) {
        this.#passOver(row);
        continue;
      }
      if (kind === "heading") this.#heading(row, text);
      if (kind === "doubtful") this.#say("inlasning.osaker-rad", { text }, this.#at(row, this.#firstColumn()));
      if (kind === "data" || kind === "doubtful") this.#row(row);
    }
    for (const [column, { count, first }] of this.#formulas) {
      const header = this.#proposal.columns.find((proposed) => proposed.column === column)?.header ?? "";
      this.#say("inlasning.formel", { header, count }, first, header);
    }
    for (const { header, count, at, register } of this.#missing.values()) this.#bank.findings.push(intakeFinding("inlasning.saknas", { header, count }, registers[register].table, at, header));
  }

  #readWhatWasSaid(): void {
    const { headerBottom, said } = this.#proposal;
    const first = this.#at(headerBottom, this.#firstColumn());
    if (said?.period !== undefined && this.#period === undefined) this.#say("inlasning.val-olasligt", { header: "Period", typed: said.period }, first);
    if (said?.unit !== undefined && this.#unit === undefined) this.#say("inlasning.enhet-okand", { typed: said.unit }, first);
    for (const [target, typed] of Object.entries(said?.defaults ?? {})) this.#readStandard(target, typed, first);
  }

  /** A value that somebody has said holds where the table has no column for it. */
  #readStandard(target: string, typed: string, at: CellAddress): void {
    const { family, legend } = this.#proposal;
    const named = targetNamed(target);
    // A goal that comes along with its measures has columns that no header of the table can stand for, and that can be said all the same.
    const candidate = commonWords.candidatesOf(family).find(({ register, key }) => `${register}.${key}` === target) ?? (named && { ...named, column: columnOf(named.register, named.key), names: [] });
    if (candidate === undefined || typed.trim() === "") return;
    const cell = { value: typed, type: "String", numberFormat: "General" } as const;
    const context: CellContext = { periods: this.#options.periods, year: this.#year, findUnit: this.#options.findUnit, legend, scale: scaleOf(family.primary, undefined) };
    const { value } = candidate.column.kind === "quantity" ? readAmount(candidate, candidate.register === "utfall" ? "outcome" : "target", cell, at, null) : readTyped(candidate, cell, at, context);
    if (value === null) this.#say("inlasning.val-olasligt", { header: candidate.column.header, typed }, at);
    else this.#standard.set(target, value);
  }

  /** A unit or a goal that stands by itself above the rows that it holds for. */
  #heading(row: number, text: string): void {
    const { family } = this.#proposal;
    const at = this.#at(row, this.#firstColumn());
    this.#above.clear();
    const code = this.#options.findUnit(withoutEnding(text));
    if (code !== undefined && family.unit !== undefined) {
      this.#groupUnit = { code, at };
      this.#groupGoal = undefined;
      return;
    }
    if (family.goal !== undefined && family.goal !== "avser") {
      this.#groupGoal = { text, at };
      this.#say("inlasning.mal-ur-rubrik", { text }, at);
      return;
    }
    this.#groupUnit = undefined;
    this.#say("inlasning.mellanrubrik", { text }, at);
  }

  /** What is given once for a group of rows holds for the others, though its own row is left out. */
  #passOver(row: number): void {
    for (const { proposed: { column }, candidate } of this.#placed) {
      const cell = cellAt(this.#sheet, row, column);
      if (isBlank(cell) || !this.#isGivenOnce(column, candidate)) continue;
      this.#above.set(column, { cell, at: this.#at(row, column) });
      for (const { proposed: { column: later } } of this.#placed) if (later > column) this.#above.delete(later);
    }
  }

  /** The upper limit of a target, which is the measure's for all periods; false where it has another, or the row is not the measure's. */
  #putUpper({ values }: Cells, upper: Quantity): boolean {
    if (this.#proposal.family.primary !== "matt") return false;
    const there = values.get("malvardeTill");
    if (there !== undefined) return JSON.stringify(there) === JSON.stringify(upper);
    values.set("malvardeTill", upper);
    return true;
  }

  #row(row: number): void {
    const { family } = this.#proposal;
    const primary: Cells = { values: new Map(), sources: new Map() };
    const companions = new Map<string, Cells & { readonly period: Period | undefined }>();
    const inRow = this.#placed.map((placed) => ({ ...placed, ...this.#cell(row, placed) }));
    const level = inRow.find(({ candidate }) => candidate.register === "mal" && candidate.key === "niva")?.cell;
    const context: CellContext = {
      periods: this.#options.periods, year: this.#year, findUnit: this.#options.findUnit, legend: this.#proposal.legend,
      scale: scaleOf(family.primary, this.#levelInHeader() ?? (level === undefined ? undefined : typedText(level))),
    };
    let goal: { readonly text: string; readonly at: CellAddress } | undefined = this.#groupGoal;
    const unit = this.#unitOf(inRow, context);
    const put = (candidate: Candidate, period: Period | undefined, value: ColumnValue | null, at: CellAddress | undefined) => {
      if (value === null) return;
      const cells = candidate.register === family.primary && period === undefined ? primary : this.#companion(companions, period);
      cells.values.set(candidate.key, value);
      if (at === undefined) return;
      cells.sources.set(candidate.key, at);
      this.#bank.read.set(cellRead(at, `${candidate.register}.${candidate.key}`), value);
    };
    for (const { candidate, proposed, cell, at } of inRow) {
      const { register, key, column } = candidate;
      if (register === "mal" && family.primary !== "mal") {
        if (!isBlank(cell) && cell.type !== "Error") {
          goal = { text: typedText(cell), at };
          this.#bank.read.set(cellRead(at, `mal.${key}`), goal.text);
        } else if (cell.type === "Error") this.#bank.findings.push(...readTyped(candidate, cell, at, context).findings);
        continue;
      }
      if (column.kind === "quantity") {
        const role = key === "malvarde" || key === "malvardeTill" ? "target" : "outcome";
        const amount = readAmount(candidate, role, cell, at, unit);
        const stated = primary.values.get("riktning") ?? this.#stated(inRow, "riktning", context);
        if (amount.direction !== undefined && typeof stated === "string" && stated !== amount.direction) {
          this.#say("inlasning.riktning-emot", { typed: typedText(cell), direction: stated }, at, column.header);
          continue;
        }
        this.#bank.findings.push(...amount.findings);
        put(candidate, proposed.target?.period, amount.value, at);
        if (amount.direction !== undefined && family.primary === "matt") primary.values.set("riktning", amount.direction);
        if (amount.upper !== undefined && !this.#putUpper(primary, amount.upper)) this.#say("inlasning.ovre-grans", { typed: typedText(cell) }, at, column.header);
        continue;
      }
      const typed = readTyped(candidate, cell, at, context);
      this.#bank.findings.push(...typed.findings);
      put(candidate, proposed.target?.period, typed.value, at);
      if (typed.others !== undefined && key === "huvudansvarig") {
        const own = primary.values.get("medansvariga");
        primary.values.set("medansvariga", [...new Set([...(isTextList(own) ? own : []), ...typed.others])]);
        this.#bank.read.set(cellRead(at, `${register}.${key}`), [...(typeof typed.value === "string" ? [typed.value] : []), ...typed.others]);
      } else if (typed.others !== undefined && typed.value === null) {
        this.#say("inlasning.enhet-okand", { typed: typedText(cell) }, at, column.header);
      }
    }
    if (family.primary === "matt" && unit !== null && !primary.values.has("mattenhet")) {
      if (parseChoice({ value: unit, type: "String", numberFormat: "General" }, wordsOf(registers.matt.columns.mattenhet))?.kind === "read") primary.values.set("mattenhet", unit);
    }
    this.#bank.findings.push(...takeCodes(family.primary, primary, this.#options.findUnit));
    const [name, nameAt] = [primary.values.get(family.name ?? ""), primary.sources.get(family.name ?? "")];
    if (name !== undefined && nameAt !== undefined) this.#bank.read.set(cellRead(nameAt, `${family.primary}.${family.name ?? ""}`), name);
    this.#finish(row, primary, companions, goal);
  }

  /** The cell of a row and column, or the one that is given once for several rows: merged, or left blank below. */
  #cell(row: number, { proposed, candidate }: Placed): { readonly cell: GridCell; readonly at: CellAddress } {
    const { column } = proposed;
    const area = this.#mergeAt(row, column);
    if (area !== undefined && area.row > this.#proposal.headerBottom && area.column === column && area.row < row) {
      return { cell: cellAt(this.#sheet, area.row, column), at: this.#at(area.row, column) };
    }
    const cell = cellAt(this.#sheet, row, column);
    const at = this.#at(row, column);
    if (cell.isFormula) {
      if (cell.type === "Empty") this.#say("inlasning.formel-utan-varde", { header: candidate.column.header }, at, candidate.column.header);
      const seen = this.#formulas.get(column);
      if (seen === undefined) this.#formulas.set(column, { count: 1, first: at });
      else seen.count += 1;
    }
    if (!this.#isGivenOnce(column, candidate)) return { cell, at };
    if (!isBlank(cell)) {
      this.#above.set(column, { cell, at });
      // What a new group begins with is its own: what stood to the right in the group before is not.
      for (const { proposed: { column: later } } of this.#placed) if (later > column) this.#above.delete(later);
      return { cell, at };
    }
    const above = this.#above.get(column);
    if (above === undefined) return { cell, at };
    const { header } = candidate.column;
    this.#say("inlasning.fran-ovan", { header, typed: typedText(above.cell) }, at, header);
    return { cell: above.cell, at: above.at };
  }

  /** Columns to the left of the row's own text that people fill in once for a group of rows; and a measure's name over its units or periods. */
  #isGivenOnce(column: number, { register, key, column: { kind } }: Candidate): boolean {
    const { family } = this.#proposal;
    const name = this.#placed.find(({ candidate }) => candidate.register === family.primary && candidate.key === family.name)?.proposed.column;
    if (register === family.primary && key === family.name) {
      return family.primary === "matt" && this.#placed.some(({ candidate, proposed }) => proposed.column > column && (candidate.key === "enhet" || candidate.column.kind === "period"));
    }
    const isGroup = kind === "unit" || kind === "period" || register === "mal" && family.primary !== "mal" || register === "kontroller" && key === "omrade" || family.primary === "aktiviteter" && key === "ansvarig";
    return isGroup && name !== undefined && column < name;
  }

  /** Måttenhet of a measure's row: as its column, headers, name or cells say; `null` when nothing does, or they disagree. */
  #unitOf(inRow: readonly (Placed & { readonly cell: GridCell; readonly at: CellAddress })[], context: CellContext): string | null {
    const { family } = this.#proposal;
    if (family.primary !== "matt" && family.primary !== "utfall") return null;
    const stated = this.#stated(inRow, "mattenhet", context);
    if (typeof stated === "string") return stated;
    const amounts = inRow.filter(({ candidate }) => candidate.column.kind === "quantity");
    const headers = new Set(inRow.flatMap(({ proposed: { unit }, candidate }) => (unit === undefined || (candidate.column.kind !== "quantity" && candidate.key !== "matt") ? [] : [unit])));
    const name = inRow.find(({ candidate }) => candidate.register === "matt" && candidate.key === "matt");
    const inName = name === undefined ? undefined : unitAtEnd(typedText(name.cell));
    const said = headers.size > 0 ? headers : inName !== undefined ? new Set([inName]) : new Set(amounts.flatMap(({ cell }) => unitInCell(cell) ?? []));
    const [only, ...more] = said;
    return only !== undefined && more.length === 0 ? only : null;
  }

  #stated(inRow: readonly (Placed & { readonly cell: GridCell; readonly at: CellAddress })[], key: string, context: CellContext): ColumnValue | null {
    const found = inRow.find(({ candidate }) => candidate.register === "matt" && candidate.key === key);
    return found === undefined ? null : readTyped(found.candidate, found.cell, found.at, context).value;
  }

  #companion(companions: Map<string, Cells & { readonly period: Period | undefined }>, period: Period | undefined) {
    const key = period === undefined ? "" : periodLabel(period);
    const there = companions.get(key) ?? { values: new Map<string, ColumnValue>(), sources: new Map<string, CellAddress>(), period };
    companions.set(key, there);
    return there;
  }

  #finish(row: number, primary: Cells, companions: Map<string, Cells & { readonly period: Period | undefined }>, goal: { readonly text: string; readonly at: CellAddress } | undefined): void {
    const { family, surroundings } = this.#proposal;
    const around = this.#period ?? surroundings.period?.value;
    const at = this.#at(row, this.#firstColumn());
    this.#setUnit(primary, companions, at);
    const own = companions.get("");
    if (family.name !== undefined && !primary.values.has(family.name)) {
      this.#say("inlasning.rad-utan-namn", { row: row + 1, header: columnOf(family.primary, family.name).header }, at);
      return;
    }
    if (goal !== undefined && family.goal !== undefined && !primary.values.has(family.goal)) {
      const id = this.#goal(goal);
      if (id !== undefined) primary.values.set(family.goal, id);
    }
    this.#ownYear(primary, at);
    const level = family.primary === "mal" ? this.#levelInHeader() : undefined;
    if (level !== undefined && !primary.values.has("niva")) primary.values.set("niva", level);
    if (family.companion === undefined && companions.size > 0) {
      this.#acrossPeriods(primary, companions, around, at);
      return;
    }
    if (family.companion === undefined && "period" in registers[family.primary].columns && !primary.values.has("period")) {
      const period = this.#toldPeriod(around, at);
      if (period !== undefined) primary.values.set("period", period);
    }
    const rowPeriod = own?.values.get("period");
    const unit = own?.values.get("enhet");
    const built = this.#merge(family.primary, primary, at, `${JSON.stringify(rowPeriod ?? null)}|${JSON.stringify(family.primary === "matt" ? (unit ?? null) : null)}`);
    if (family.companion === undefined) return;
    const { register, link } = family.companion;
    const id = built.values.get("id");
    // A comment beside outcomes of one period is on that period, whether or not this row has an outcome.
    const single = this.#single;
    const beside = around === undefined || this.#period !== undefined || own?.values.has("utfall") === true ? undefined : this.#newestReported(around);
    for (const cells of companions.values()) {
      const reported = [...cells.values.keys()].filter((key) => key !== "period" && key !== "enhet" && key !== "nr");
      if (reported.length === 0) continue;
      const period = cells.period ?? (isPeriod(rowPeriod) ? rowPeriod : this.#toldPeriod(beside ?? around ?? single, at, beside !== undefined || (around === undefined && single !== undefined)));
      const values = new Map<string, ColumnValue>([...(id === undefined ? [] : [[link, id] as const]), ...cells.values]);
      if (period !== undefined) values.set("period", period);
      if (unit !== undefined) values.set("enhet", unit);
      if (register === "kontrollresultat" && !values.has("nr")) values.set("nr", 1);
      this.#merge(register, { values, sources: cells.sources }, at, "", true);
    }
  }

  /** Of the periods in the headers that something is reported of, the one asked for, else the newest, within what the sheet is about: a title that says 2024 over "Utfall T1" is about T1 2024. */
  #newestReported(around: Period): Period | undefined {
    const periods = this.#reported.filter((period) => isWithin(period, around) && !isWithin(around, period));
    const asked = this.#options.period;
    return periods.find((period) => asked !== undefined && periodKey(period) === periodKey(asked)) ?? [...periods].sort((a, b) => comparePeriods(b, a))[0];
  }

  /** One row of the sheet that is a row of the register for each period in the headers. What stands in columns without period is of the only one, else of the sheet's. */
  #acrossPeriods(primary: Cells, companions: Map<string, Cells & { readonly period: Period | undefined }>, around: Period | undefined, at: CellAddress): void {
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
    add(isPeriod(own) ? own : isOnly ? only.period : this.#toldPeriod(around, at), beside);
  }

  /** The unit that a heading, the title or the user gives rows without one. */
  #setUnit(primary: Cells, companions: Map<string, Cells & { readonly period: Period | undefined }>, at: CellAddress): void {
    const { family, surroundings } = this.#proposal;
    if (family.unit === undefined) return;
    const { register, key } = family.unit;
    const cells = register === family.primary ? primary : this.#companion(companions, undefined);
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
    const code = this.#unit ?? surroundings.unit?.value ?? this.#options.unit;
    if (code === undefined) return;
    cells.values.set(key, code);
    if (this.#unit !== undefined) this.#tellChosen(columnOf(register, key).header, code);
    else if (surroundings.unit !== undefined) this.#tellContext(columnOf(register, key).header, surroundings.unit.typed, code, surroundings.unit.at);
  }

  #ownYear(primary: Cells, at: CellAddress): void {
    const { family, columns } = this.#proposal;
    if (family.primary !== "uppdrag" || primary.values.has("ar")) return;
    if (this.#placed.some(({ candidate }) => candidate.key === "ar")) return;
    const named = columns.find(({ target }) => target?.register === "uppdrag" && target.key === "uppdrag")?.header ?? "";
    const [, inHeader] = /\b((?:19|20)\d\d)\b/u.exec(named) ?? [];
    const year = inHeader === undefined ? this.#year : Number(inHeader);
    if (year === undefined) return;
    primary.values.set("ar", year);
    this.#tellContext(registers.uppdrag.columns.ar.header, inHeader === undefined ? (this.#proposal.surroundings.period?.typed ?? this.#sheet.name) : named, String(year), at);
  }

  #toldPeriod(around: Period | undefined, at: CellAddress, byHeader = false): Period | undefined {
    const period = around ?? this.#options.period;
    if (period === undefined) return undefined;
    if (period === this.#period) {
      this.#tellChosen("Period", periodLabel(period));
      return period;
    }
    const told = this.#proposal.surroundings.period;
    this.#tellContext("Period", byHeader || told === undefined ? periodLabel(period) : told.typed, periodLabel(period), told?.at ?? at);
    return period;
  }

  #goal({ text, at }: { readonly text: string; readonly at: CellAddress }): string | undefined {
    const [, word, number, rest] = /^(?:(målområde|prioriterat mål|nämndmål|delmål|inriktning|mål)\b ?:?\s*)?(?:(\d+(?:\.\d+)*)[.:]?\s+)?(.+)$/isu.exec(text) ?? [];
    const mal = (rest ?? text).trim();
    if (mal === "") return undefined;
    const level = word === undefined ? this.#levelInHeader() : levelOf(word);
    const values = new Map<string, ColumnValue>([["mal", mal]]);
    if (number !== undefined) values.set("nr", number);
    if (level !== undefined) values.set("niva", level);
    const built = this.#merge("mal", { values, sources: new Map([["mal", at]]) }, at, at.sheet + "goal", true);
    const id = built.values.get("id");
    return typeof id === "string" ? id : undefined;
  }

  #levelInHeader(): string | undefined {
    const header = this.#proposal.columns.find(({ target }) => target?.register === "mal" && target.key === "mal")?.header;
    return header === undefined ? undefined : levelOf(header);
  }

  /** Adds a row, or what it says to the row that is the same. `occasion` tells apart rows of one table that say the same and are not. */
  #merge(register: RegisterKey, { values, sources }: Cells, at: CellAddress, occasion: string, isAlwaysSame = false): BuiltRow {
    for (const [key, value] of this.#standardOf(register)) if (!values.has(key)) values.set(key, value);
    const isYearGuessed = register === "uppdrag" && !sources.has("ar") && !this.#standard.has("uppdrag.ar");
    const { row, isNew } = this.#bank.add({ register, values, sources, at }, { occasion: isAlwaysSame ? undefined : `${this.#proposal.id}|${occasion}`, isYearGuessed });
    if (isNew) for (const needed of requiredOf(register)) if (!row.values.has(needed)) this.#miss(register, needed, at);
    return row;
  }

  /** The values that hold for a register's rows where the table has none, worked out once. */
  #standardOf(register: RegisterKey): readonly (readonly [string, ColumnValue])[] {
    const known = this.#standards.get(register);
    if (known !== undefined) return known;
    const found = Object.entries<Column>(registers[register].columns).flatMap(([key, { kind }]) => {
      const value = this.#standard.get(`${register}.${key}`) ?? this.#options.defaults?.[`${register}.${key}`];
      return value === undefined || kind === "calculated" ? [] : [[key, value] as const];
    });
    this.#standards.set(register, found);
    return found;
  }

  #miss(register: RegisterKey, key: string, at: CellAddress): void {
    const there = this.#missing.get(`${register}.${key}`);
    if (there === undefined) this.#missing.set(`${register}.${key}`, { header: columnOf(register, key).header, register, count: 1, at });
    else there.count += 1;
  }

  #tellChosen(header: string, value: string): void {
    if (this.#toldContext.has(header)) return;
    this.#toldContext.add(header);
    this.#say("inlasning.valt", { header, value }, this.#at(this.#proposal.headerBottom, this.#firstColumn()), header);
  }

  #tellContext(header: string, typed: string, value: string, at: { readonly row: number; readonly column: number } | "sheetName"): void {
    if (this.#toldContext.has(header)) return;
    this.#toldContext.add(header);
    this.#say("inlasning.fran-rubrik", { header, typed, value }, at === "sheetName" ? this.#at(this.#proposal.headerTop, this.#firstColumn()) : this.#at(at.row, at.column), header);
  }

  #firstColumn(): number {
    return Math.min(...this.#proposal.columns.map(({ column }) => column));
  }

  #at(row: number, column: number): CellAddress {
    return { sheet: this.#sheet.name, row, column };
  }

  #say<K extends IntakeRule>(rule: K, about: Parameters<typeof intakeFinding<K>>[1], at: CellAddress, column?: string): void {
    this.#bank.findings.push(intakeFinding(rule, about, this.#table, at, column));
  }
}

function wordsOf({ values }: Column): string[] {
  return (values ?? []).filter((value) => typeof value === "string");
}

function levelOf(word: string): string | undefined {
  const reading = parseChoice({ value: word, type: "String", numberFormat: "General" }, wordsOf(registers.mal.columns.niva));
  return reading?.kind === "read" ? reading.value : undefined;
}

const required = new Map<RegisterKey, readonly string[]>();

function requiredOf(register: RegisterKey): readonly string[] {
  const known = required.get(register) ?? Object.entries<Column>(registers[register].columns).flatMap(([key, column]) => (column.required ? [key] : []));
  required.set(register, known);
  return known;
}
