import { type Area, gridColumns, gridRows } from "./area.js";
import { Dependents, sameReads } from "./dependents.js";
import { entry } from "./entry.js";
import { cellArea, FormulaNode, key } from "./formulaNode.js";
import type { Cells, Frame } from "./frame.js";
import { InvalidFormula, NotComputable } from "./invalidFormula.js";
import { LookupIndex } from "./lookupIndex.js";
import { type Base, compile, type Program, type Workbook } from "./program.js";
import { sharedText } from "./sharedText.js";
import type { FormulaCell, FormulaSource, FormulaValue, TableShape } from "./source.js";
import { Trees } from "./trees.js";
import { errors, isError, Matrix, type Scalar } from "./values.js";

/** Thrown while a formula runs when it needs cells that are not computed yet; it is run again when they are. */
class NeedsCells extends Error {
  nodes: readonly FormulaNode[] = [];
}

/** One object for all: it is thrown once per cell that waits, and a stack trace each time would cost more than the formulas. */
const needsCells = new NeedsCells("cells not computed yet");

/** The values of one column from a row to another, all computed. */
interface ColumnRun {
  readonly from: number;
  readonly values: Scalar[];
}

interface SheetNodes {
  readonly name: string;
  readonly nodes: Map<number, FormulaNode>;
  readonly dirty: Set<FormulaNode>;
  /** Per column, what was last read of it: a sum that grows by a row each time reads one cell more, not all anew. */
  readonly runs: Map<number, ColumnRun>;
}

/**
 * Computes the formulas of a workbook. Changes are told with `changed` and `structureChanged`; `recalculate` then computes
 * every formula they can have touched and stores the results in the source.
 */
export class Calculator {
  readonly #engine: Engine;

  constructor(source: FormulaSource) {
    this.#engine = new Engine(source);
  }

  /** Cells (0-based) got another value, formula, number format or visibility; formulas may have come and gone there. */
  changed(sheet: string, row: number, column: number, rows: number, columns: number): void {
    this.#engine.changed(sheet, row, column, rows, columns);
  }

  /** Sheets, tables, names or the places of cells changed: everything is computed anew at the next recalculation. */
  structureChanged(): void {
    this.#engine.structureChanged();
  }

  recalculate(): void {
    this.#engine.recalculate();
  }

  /** Cells whose formulas lead back to themselves; they hold 0, as in Excel. */
  get circular(): readonly FormulaCell[] {
    return this.#engine.cellsWhere((node) => node.circular);
  }

  /**
   * Cells that keep their cached value because their formula uses what this calculator lacks, or cannot be read. One without a
   * cached value holds #NAME?, as it would in an Excel without the function.
   */
  get notComputed(): readonly FormulaCell[] {
    return this.#engine.cellsWhere((node) => node.notComputed);
  }
}

/**
 * The value of a formula as if it stood in a cell, which may be one that has a formula of its own. Cells it reads have their
 * stored values. Throws InvalidFormula, and NotComputable where a function is missing.
 */
export function evaluate(source: FormulaSource, formula: string, at: { readonly sheet: string; readonly row: number; readonly column: number }): FormulaValue {
  return new Engine(source).evaluateOnce(formula, at);
}

/**
 * The work behind Calculator: formulas run on demand, each asking for the cells it reads, and what it read is remembered so
 * that a later change finds its way back to it.
 */
class Engine implements Cells {
  readonly memo = new Map<string, unknown>();
  /** By their names in lower case, and by each spelling of one that has been asked for: sheets are asked for by name for every cell that is read. */
  readonly #sheets = new Map<string, SheetNodes>();
  readonly #spelled = new Map<string, SheetNodes>();
  /** Programs, areas and tables stay for as long as sheets, tables and names do; what the programs were told of names is kept to see whether they do. */
  readonly #programs = new Map<string, Map<string, Program | undefined>>();
  readonly #namesAsked = new Map<string, { readonly name: string; readonly sheet: string; readonly formula: string | undefined }>();
  #shape = "";
  readonly #areas = new Map<string, Area>();
  /** Areas of one cell, by sheet and place: `[@Column]` is one for each row. */
  readonly #cellAreas = new Map<string, Map<number, Area>>();
  readonly #areaIds = new Map<Area, number>();
  #changes: Area[] = [];
  #structureChanged = true;
  #round = 0;
  #tables: readonly TableShape[] | undefined;
  readonly #trees = new Trees();
  /** Of the recalculation under way: areas known to hold computed cells only, and what was read from them. */
  readonly #ready = new Set<Area>();
  readonly #values = new Map<Area, Matrix>();
  readonly #lookups = new Map<Area, LookupIndex>();
  /** Areas read by one formula so far; only those read again are worth keeping, for a running sum has as many as rows. */
  readonly #readBefore = new Set<Area>();
  #onlyNow: Area[] = [];
  readonly #extents = new Map<string, { readonly rows: number; readonly columns: number }>();
  #reads: Area[] = [];
  #dependents: Dependents | undefined;

  constructor(readonly source: FormulaSource) {}

  changed(sheet: string, row: number, column: number, rows: number, columns: number): void {
    this.#changes.push({ sheet, row, column, rows, columns });
  }

  structureChanged(): void {
    this.#structureChanged = true;
  }

  *#allNodes(): Generator<FormulaNode> {
    for (const { nodes } of this.#sheets.values()) yield* nodes.values();
  }

  cellsWhere(holds: (node: FormulaNode) => boolean): FormulaCell[] {
    const found: FormulaCell[] = [];
    for (const node of this.#allNodes()) {
      if (holds(node)) found.push({ sheet: node.sheet, row: node.row, column: node.column, formula: node.formula });
    }
    return found;
  }

  recalculate(): void {
    this.#begin();
    if (this.#structureChanged) this.#forgetAll();
    const first = this.#structureChanged;
    const fresh = this.#takeFormulas();
    if (first) for (const node of this.#allNodes()) this.#markDirty(node);
    else this.#spread(fresh);
    this.#structureChanged = false;
    this.#changes = [];
    for (const sheet of this.#sheets.values()) {
      for (const node of sheet.dirty) this.#compute(node);
    }
    this.#begin();
  }

  evaluateOnce(formula: string, at: { readonly sheet: string; readonly row: number; readonly column: number }): FormulaValue {
    this.#begin();
    this.#forgetAll();
    const program = compile(formula, at.sheet, this.#workbook());
    return program.expression.scalar({ ...at, cells: this }) ?? 0;
  }

  #begin(): void {
    this.memo.clear();
    this.#ready.clear();
    this.#values.clear();
    this.#lookups.clear();
    this.#readBefore.clear();
    this.#onlyNow = [];
    for (const sheet of this.#sheets.values()) sheet.runs.clear();
    this.#extents.clear();
  }

  #forgetAll(): void {
    this.#sheets.clear();
    this.#spelled.clear();
    this.#dependents = undefined;
    const [sheetNames, tables] = [this.source.sheetNames(), this.source.tables()];
    const shape = JSON.stringify([sheetNames, tables]);
    if (shape !== this.#shape || !this.#namesAreAsAsked()) {
      this.#shape = shape;
      this.#tables = tables;
      this.#programs.clear();
      this.#namesAsked.clear();
      this.#areas.clear();
      this.#cellAreas.clear();
      this.#areaIds.clear();
      this.#trees.nextGeneration();
    }
    for (const name of sheetNames) this.#sheets.set(name.toLowerCase(), { name, nodes: new Map(), dirty: new Set(), runs: new Map() });
  }

  #sheet(name: string): SheetNodes | undefined {
    const known = this.#spelled.get(name);
    if (known !== undefined) return known;
    const sheet = this.#sheets.get(name.toLowerCase());
    if (sheet !== undefined) this.#spelled.set(name, sheet);
    return sheet;
  }

  #namesAreAsAsked(): boolean {
    for (const { name, sheet, formula } of this.#namesAsked.values()) {
      if (this.source.definedName(name, sheet) !== formula) return false;
    }
    return true;
  }

  #workbook(): Workbook {
    return {
      cells: this,
      tables: () => this.tables(),
      definedName: (name: string, sheet: string) => {
        const formula = this.source.definedName(name, sheet);
        this.#namesAsked.set(`${sheet}!${name}`, { name, sheet, formula });
        return formula;
      },
      tree: (formula) => this.#trees.of(formula),
    };
  }

  /** Reads the formulas that now are, and gives the cells where one is new, other or gone. */
  #takeFormulas(): Area[] {
    const touched: Area[] = [];
    this.#round += 1;
    let known = 0;
    for (const { nodes } of this.#sheets.values()) known += nodes.size;
    let sheet: SheetNodes | undefined;
    for (const cell of this.source.formulaCells()) {
      if (sheet?.name !== cell.sheet) sheet = this.#sheet(cell.sheet);
      if (sheet === undefined) continue;
      const at = key(cell.row, cell.column);
      let node = sheet.nodes.get(at);
      if (node === undefined) {
        node = new FormulaNode(sheet.name, cell.row, cell.column, cell.formula);
        sheet.nodes.set(at, node);
        touched.push(cellArea(node));
        this.#markDirty(node);
      } else {
        known -= 1;
        if (node.formula !== cell.formula) {
          node.formula = cell.formula;
          node.program = undefined;
          touched.push(cellArea(node));
        }
      }
      node.seen = this.#round;
    }
    if (known > 0) {
      for (const sheet of this.#sheets.values()) {
        for (const [at, node] of sheet.nodes) {
          if (node.seen === this.#round) continue;
          sheet.nodes.delete(at);
          sheet.dirty.delete(node);
          this.#dependents?.remove(node);
          touched.push(cellArea(node));
        }
      }
    }
    return touched;
  }

  /** Marks everything that depends, however far away, on what changed. */
  #spread(fresh: readonly Area[]): void {
    this.#dependents ??= new Dependents(this.#allNodes());
    const queue: Area[] = [...this.#changes.map((area) => ({ ...area, sheet: this.#sheet(area.sheet)?.name ?? area.sheet })), ...fresh];
    const mark = (node: FormulaNode): void => {
      if (node.state === "dirty") return;
      this.#markDirty(node);
      queue.push(cellArea(node));
    };
    for (const node of this.#allNodes()) {
      if (node.program?.volatile === true || node.circular || node.notComputed) mark(node);
    }
    for (const area of queue) {
      const own = this.#sheet(area.sheet);
      if (own !== undefined) for (const node of nodesIn(own, area)) mark(node);
    }
    const pass = this.#dependents.pass();
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const node of pass.on(next)) mark(node);
    }
  }

  #markDirty(node: FormulaNode): void {
    node.state = "dirty";
    this.#sheet(node.sheet)?.dirty.add(node);
  }

  /**
   * Computes a cell and, before it, all cells it needs. A stack of its own instead of recursion: a column where each cell
   * builds on the one above may be ten thousand deep.
   */
  #compute(start: FormulaNode): void {
    const stack: FormulaNode[] = [start];
    for (let node = stack.at(-1); node !== undefined; node = stack.at(-1)) {
      if (node.state === "clean") {
        stack.pop();
        continue;
      }
      node.state = "waiting";
      const needed = this.#run(node);
      if (needed === undefined) {
        stack.pop();
        continue;
      }
      const circle = needed.find((each) => each.state === "waiting");
      if (circle === undefined) for (const each of needed.toReversed()) stack.push(each);
      else this.#closeCircle(stack, circle);
    }
  }

  /** The waiting cells from the one met again to the top of the stack make the circle; the rest of the stack is only queued. */
  #closeCircle(stack: readonly FormulaNode[], met: FormulaNode): void {
    for (const node of stack.slice(stack.indexOf(met))) {
      if (node.state !== "waiting") continue;
      node.circular = true;
      this.#finish(node, 0);
    }
  }

  /** Runs a cell's program; the cells it must wait for, or undefined when it is done. */
  #run(node: FormulaNode): readonly FormulaNode[] | undefined {
    this.#reads = [];
    this.#dropOnlyNow();
    const frame: Frame = { sheet: node.sheet, row: node.row, column: node.column, cells: this };
    try {
      node.program ??= this.#program(node);
      const value = node.program === undefined ? undefined : (node.program.expression.scalar(frame) ?? 0);
      node.circular = false;
      this.#finish(node, value);
    } catch (failure) {
      if (failure instanceof NeedsCells) return failure.nodes;
      if (!(failure instanceof NotComputable)) throw failure;
      node.circular = false;
      this.#finish(node, undefined);
    }
    return undefined;
  }

  #dropOnlyNow(): void {
    for (const area of this.#onlyNow) {
      this.#values.delete(area);
      this.#lookups.delete(area);
      this.#readBefore.add(area);
    }
    this.#onlyNow = [];
  }

  #finish(node: FormulaNode, value: FormulaValue | undefined): void {
    node.state = "clean";
    this.#sheet(node.sheet)?.dirty.delete(node);
    node.notComputed = value === undefined;
    node.result = value;
    if (!sameReads(node.reads, this.#reads)) {
      this.#dependents?.remove(node);
      node.reads = this.#reads;
      this.#dependents?.add(node);
    }
    const stored = this.source.value(node.sheet, node.row, node.column);
    const shown = value ?? stored ?? errors.name;
    if (!sameValue(shown, stored)) this.source.store(node.sheet, node.row, node.column, shown);
  }

  /**
   * Each distinct text is compiled once per sheet, and texts that differ only by where they were filled down share one program;
   * undefined when it is no formula this calculator can read.
   */
  #program(node: FormulaNode): Program | undefined {
    const ofSheet = entry(this.#programs, node.sheet, () => new Map<string, Program | undefined>());
    if (ofSheet.has(node.formula)) return ofSheet.get(node.formula);
    const shared = sharedText(node.formula, node.row, node.column);
    if (shared.addresses > 0) {
      const known = ofSheet.get(shared.text);
      if (known !== undefined) return known;
      const program = this.#compiled(node, node);
      if (program?.addresses === shared.addresses) {
        ofSheet.set(shared.text, program);
        return program;
      }
    }
    const own = this.#compiled(node, undefined);
    ofSheet.set(node.formula, own);
    return own;
  }

  #compiled(node: FormulaNode, base: Base | undefined): Program | undefined {
    try {
      return compile(node.formula, node.sheet, this.#workbook(), base);
    } catch (failure) {
      if (failure instanceof InvalidFormula) return undefined;
      throw failure;
    }
  }

  area(sheet: string, row: number, column: number, rows: number, columns: number): Area | undefined {
    const own = this.#sheet(sheet);
    if (own === undefined || row < 0 || column < 0 || row + rows > gridRows || column + columns > gridColumns) return undefined;
    if (rows === 1 && columns === 1) {
      const ofSheet = entry(this.#cellAreas, own.name, () => new Map<number, Area>());
      return entry(ofSheet, key(row, column), () => ({ sheet: own.name, row, column, rows, columns }));
    }
    const id = `${row},${column},${rows},${columns},${own.name}`;
    let area = this.#areas.get(id);
    if (area === undefined) {
      area = { sheet: own.name, row, column, rows, columns };
      this.#areas.set(id, area);
    }
    return area;
  }

  areaId(area: Area): number {
    const known = this.#areaIds.get(area);
    if (known !== undefined) return known;
    this.#areaIds.set(area, this.#areaIds.size);
    return this.#areaIds.size - 1;
  }

  cell(sheet: string, row: number, column: number): Scalar {
    const node = this.#sheet(sheet)?.nodes.get(key(row, column));
    this.#reads.push({ sheet, row, column, rows: 1, columns: 1 });
    if (node !== undefined && node.state !== "clean") {
      needsCells.nodes = [node];
      throw needsCells;
    }
    return node?.result ?? this.source.value(sheet, row, column);
  }

  touch(area: Area): void {
    this.#reads.push(area);
    if (this.#ready.has(area)) return;
    this.#cover(area);
    this.#ready.add(area);
  }

  /** The part of an area that lies within the sheet's data. */
  #clipped(area: Area): { readonly rows: number; readonly columns: number } {
    const extent = this.#extent(area.sheet);
    return {
      rows: Math.max(0, Math.min(area.rows, extent.rows - area.row)),
      columns: Math.max(0, Math.min(area.columns, extent.columns - area.column)),
    };
  }

  /** Reads an area column by column; asks for the cells that are not computed yet. */
  #cover(area: Area): readonly ColumnRun[] {
    const sheet = this.#sheet(area.sheet);
    if (sheet === undefined) return [];
    const { rows, columns } = this.#clipped(area);
    const missing: FormulaNode[] = [];
    const runs: ColumnRun[] = [];
    for (let column = area.column; column < area.column + columns; column += 1) {
      let run = sheet.runs.get(column);
      if (run === undefined || area.row < run.from || area.row > run.from + run.values.length) {
        run = { from: area.row, values: [] };
        sheet.runs.set(column, run);
      }
      runs.push(run);
      let whole = true;
      for (let row = run.from + run.values.length; row < area.row + rows; row += 1) {
        const node = sheet.nodes.get(key(row, column));
        if (node !== undefined && node.state !== "clean") {
          missing.push(node);
          whole = false;
        } else if (whole) run.values.push(node?.result ?? this.source.value(area.sheet, row, column));
      }
    }
    if (missing.length > 0) {
      needsCells.nodes = missing;
      throw needsCells;
    }
    return runs;
  }

  values(area: Area): Matrix {
    this.touch(area);
    const known = this.#values.get(area);
    if (known !== undefined) return known;
    const runs = this.#cover(area);
    const { rows, columns } = this.#clipped(area);
    const [only] = runs;
    const matrix = new Matrix(rows, columns, only !== undefined && columns === 1 ? slice(only, area.row, rows) : interleaved(runs, area.row, rows));
    this.#values.set(area, matrix);
    if (!this.#readBefore.has(area)) this.#onlyNow.push(area);
    return matrix;
  }

  lookup(area: Area): LookupIndex {
    const known = this.#lookups.get(area);
    const matrix = this.values(area);
    if (known !== undefined) return known;
    const index = new LookupIndex(matrix, !this.#readBefore.has(area));
    this.#lookups.set(area, index);
    return index;
  }

  #extent(sheet: string): { readonly rows: number; readonly columns: number } {
    const known = this.#extents.get(sheet);
    if (known !== undefined) return known;
    const extent = this.source.extent(sheet);
    this.#extents.set(sheet, extent);
    return extent;
  }

  formulaAt(sheet: string, row: number, column: number): string | undefined {
    return this.#sheet(sheet)?.nodes.get(key(row, column))?.formula;
  }

  numberFormat(sheet: string, row: number, column: number): string {
    return this.source.numberFormat(sheet, row, column);
  }

  rowHidden(sheet: string, row: number): boolean {
    return this.source.rowHidden(sheet, row);
  }

  tables(): readonly TableShape[] {
    this.#tables ??= this.source.tables();
    return this.#tables;
  }

  now(): number {
    return this.source.now();
  }
}

function slice(run: ColumnRun, row: number, rows: number): readonly Scalar[] {
  return run.values.slice(row - run.from, row - run.from + rows);
}

function interleaved(runs: readonly ColumnRun[], row: number, rows: number): readonly Scalar[] {
  const values: Scalar[] = [];
  for (let r = row; r < row + rows; r += 1) {
    for (const run of runs) values.push(run.values[r - run.from] ?? null);
  }
  return values;
}

/** Formula cells within an area, by the shorter way: through the area's cells or through all formulas. */
function* nodesIn(sheet: SheetNodes, area: Area): Generator<FormulaNode> {
  if (area.rows * area.columns <= sheet.nodes.size) {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        const node = sheet.nodes.get(key(row, column));
        if (node !== undefined) yield node;
      }
    }
    return;
  }
  for (const node of sheet.nodes.values()) {
    const inside = node.row >= area.row && node.row < area.row + area.rows && node.column >= area.column && node.column < area.column + area.columns;
    if (inside) yield node;
  }
}

function sameValue(a: FormulaValue, b: FormulaValue): boolean {
  if (isError(a) && isError(b)) return a.error === b.error;
  return a === b;
}
