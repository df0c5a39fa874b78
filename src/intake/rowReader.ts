import type { CellAddress } from "../registers/cell.js";
import { isTextList } from "../registers/reading/lookUps.js";
import { registers } from "../registers/registers.js";
import type { ColumnValue } from "../registers/schema.js";
import { parseChoice } from "../registers/values/choice.js";
import { periodLabel, type Period } from "../registers/values/period.js";
import type { Quantity } from "../registers/values/quantity.js";
import { isBlank, typedText } from "../registers/values/reading.js";
import { takeCodes } from "./codesInText.js";
import type { GroupedCells, PlacedCell } from "./groupedCells.js";
import { unitAtEnd } from "./headerParts.js";
import type { Candidate } from "./headerWords.js";
import type { IntakeOptions } from "./intakeOptions.js";
import type { PlacedColumn } from "./placedColumns.js";
import { readAmount, readTyped, unitInCell, type CellContext } from "./readTyped.js";
import type { Proposal } from "./recognise.js";
import { cellRead, type Cells, type RowBank } from "./rowBank.js";
import type { TableContext } from "./tableContext.js";
import type { TableNotes } from "./tableNotes.js";

/** A goal as a cell or a heading words it. */
export interface NamedGoal {
  readonly text: string;
  readonly at: CellAddress;
}

/** What a row reports for a period; `undefined` where neither header nor cell says which. */
export type PeriodCells = Cells & { readonly period: Period | undefined };

/** The typed cells of one row of a sheet. */
export interface ReadRow {
  /** Those of the register that the table is of. */
  readonly primary: Cells;
  /** Those that are reported for periods, by the period's label; "" for those without one. */
  readonly companions: Map<string, PeriodCells>;
  readonly goal: NamedGoal | undefined;
}

type CellInRow = PlacedColumn & PlacedCell;

/** What a row reports for a period, there already or begun. */
export function companionOf(companions: Map<string, PeriodCells>, period: Period | undefined): PeriodCells {
  const key = period === undefined ? "" : periodLabel(period);
  const there = companions.get(key) ?? { values: new Map<string, ColumnValue>(), sources: new Map<string, CellAddress>(), period };
  companions.set(key, there);
  return there;
}

/** Reads the cells of a table's rows, one row at a time. */
export class RowReader {
  readonly #proposal: Proposal;
  readonly #options: IntakeOptions;
  readonly #placed: readonly PlacedColumn[];
  readonly #cells: GroupedCells;
  readonly #context: TableContext;
  readonly #notes: TableNotes;
  readonly #bank: RowBank;

  constructor(proposal: Proposal, options: IntakeOptions, placed: readonly PlacedColumn[], cells: GroupedCells, context: TableContext, notes: TableNotes, bank: RowBank) {
    this.#proposal = proposal;
    this.#options = options;
    this.#placed = placed;
    this.#cells = cells;
    this.#context = context;
    this.#notes = notes;
    this.#bank = bank;
  }

  /** `groupGoal` is the goal that stands by itself above the row. */
  read(row: number, groupGoal: NamedGoal | undefined): ReadRow {
    const { family } = this.#proposal;
    const primary: Cells = { values: new Map(), sources: new Map() };
    const companions = new Map<string, PeriodCells>();
    const inRow = this.#placed.map((placed) => ({ ...placed, ...this.#cells.cellOf(row, placed) }));
    const level = inRow.find(({ candidate }) => candidate.register === "mal" && candidate.key === "niva")?.cell;
    const context = this.#context.cellContext(this.#context.levelInHeader() ?? (level === undefined ? undefined : typedText(level)));
    const unit = this.#unitOf(inRow, context);
    let goal = groupGoal;
    const put = (candidate: Candidate, period: Period | undefined, value: ColumnValue | null, at: CellAddress) => {
      if (value === null) return;
      const cells = candidate.register === family.primary && period === undefined ? primary : companionOf(companions, period);
      cells.values.set(candidate.key, value);
      cells.sources.set(candidate.key, at);
      this.#noteRead(at, `${candidate.register}.${candidate.key}`, value);
    };
    for (const inCell of inRow) {
      const { candidate, proposed, cell, at } = inCell;
      const period = proposed.target?.period;
      if (candidate.register === "mal" && family.primary !== "mal") goal = this.#goalIn(inCell, context) ?? goal;
      else if (candidate.column.kind === "quantity") {
        const stated = primary.values.get("riktning") ?? this.#stated(inRow, "riktning", context);
        put(candidate, period, this.#amount(inCell, unit, stated, primary), at);
      } else {
        const typed = readTyped(candidate, cell, at, context);
        this.#notes.add(typed.findings);
        put(candidate, period, typed.value, at);
        if (typed.others !== undefined) this.#putOtherUnits(inCell, typed.value, typed.others, primary);
      }
    }
    if (family.primary === "matt" && unit !== null && !primary.values.has("mattenhet") && isUnitOfMeasure(unit)) primary.values.set("mattenhet", unit);
    this.#notes.add(takeCodes(family.primary, primary, this.#options.findUnit));
    const [name, nameAt] = [primary.values.get(family.name ?? ""), primary.sources.get(family.name ?? "")];
    if (name !== undefined && nameAt !== undefined) this.#noteRead(nameAt, `${family.primary}.${family.name ?? ""}`, name);
    return { primary, companions, goal };
  }

  #noteRead(at: CellAddress, target: string, value: ColumnValue): void {
    this.#bank.read.set(cellRead(at, target), value);
  }

  /** The goal that a row of something else is under. */
  #goalIn({ candidate, cell, at }: CellInRow, context: CellContext): NamedGoal | undefined {
    if (cell.type === "Error") this.#notes.add(readTyped(candidate, cell, at, context).findings);
    if (isBlank(cell) || cell.type === "Error") return undefined;
    const text = typedText(cell);
    this.#noteRead(at, `mal.${candidate.key}`, text);
    return { text, at };
  }

  /** The amount of a cell; what it says besides of direction and upper limit goes to the measure. Null where it says another direction than `stated`. */
  #amount({ candidate: { key, column }, candidate, cell, at }: CellInRow, unit: string | null, stated: ColumnValue | null, primary: Cells): Quantity | null {
    const isMeasure = this.#proposal.family.primary === "matt";
    const { value, direction, upper, findings } = readAmount(candidate, key === "malvarde" || key === "malvardeTill" ? "target" : "outcome", cell, at, unit);
    if (direction !== undefined && typeof stated === "string" && stated !== direction) {
      this.#notes.say("inlasning.riktning-emot", { typed: typedText(cell), direction: stated }, at, column.header);
      return null;
    }
    this.#notes.add(findings);
    if (direction !== undefined && isMeasure) primary.values.set("riktning", direction);
    if (upper !== undefined && !(isMeasure && putUpper(primary, upper))) this.#notes.say("inlasning.ovre-grans", { typed: typedText(cell) }, at, column.header);
    return value;
  }

  /** Units in a cell after the first: those who share an assignment; told of where a register has no place for them. */
  #putOtherUnits({ candidate: { register, key, column }, cell, at }: CellInRow, first: ColumnValue | null, others: readonly string[], primary: Cells): void {
    if (key === "huvudansvarig") {
      const own = primary.values.get("medansvariga");
      primary.values.set("medansvariga", [...new Set([...(isTextList(own) ? own : []), ...others])]);
      this.#noteRead(at, `${register}.${key}`, [...(typeof first === "string" ? [first] : []), ...others]);
    } else if (first === null) {
      this.#notes.say("inlasning.enhet-okand", { typed: typedText(cell) }, at, column.header);
    }
  }

  /** Måttenhet of a measure's row: as its column, headers, name or cells say; `null` when nothing does, or they disagree. */
  #unitOf(inRow: readonly CellInRow[], context: CellContext): string | null {
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

  #stated(inRow: readonly CellInRow[], key: string, context: CellContext): ColumnValue | null {
    const found = inRow.find(({ candidate }) => candidate.register === "matt" && candidate.key === key);
    return found === undefined ? null : readTyped(found.candidate, found.cell, found.at, context).value;
  }
}

/** Sets the upper limit of a target, which is the measure's for all periods; false where it has another. */
function putUpper({ values }: Cells, upper: Quantity): boolean {
  const there = values.get("malvardeTill");
  if (there !== undefined) return JSON.stringify(there) === JSON.stringify(upper);
  values.set("malvardeTill", upper);
  return true;
}

function isUnitOfMeasure(word: string): boolean {
  const words = (registers.matt.columns.mattenhet.values ?? []).filter((value) => typeof value === "string");
  return parseChoice({ value: word, type: "String", numberFormat: "General" }, words)?.kind === "read";
}
