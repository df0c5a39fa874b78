import { type AstExpression, parseA1Ref, parseStructRef, type RangeA1 } from "@borgar/fx/xlsx";
import { gridColumns, gridRows, type Area } from "./area.js";
import { checkArgumentCount, plainFunctionName } from "./check.js";
import { broadcast, constant, type Expression, fromValue, intersectArea, oneValue } from "./expression.js";
import type { Cells, Frame } from "./frame.js";
import { argumentKind, ArgumentError, type FunctionDefinition } from "./functions/definition.js";
import { lazyFunctions } from "./functions/lazy.js";
import { functions } from "./functions/table.js";
import { InvalidFormula, NotComputable } from "./invalidFormula.js";
import { binaryOperations, finite, negate, percent, snappedToZero } from "./operators.js";
import { tableAt, tableNamed, type TableReference, tableRectangle } from "./tableReference.js";
import type { TableShape } from "./source.js";
import { errors, isError, Matrix, Reference, type Scalar, type Value } from "./values.js";

/** A formula ready to run in any row. */
export interface Program {
  readonly expression: Expression;
  readonly volatile: boolean;
  /** How many cell addresses its text holds. */
  readonly addresses: number;
}

/** Where a formula stands whose program other cells shall share: relative addresses are then kept as distances from it. */
export interface Base {
  readonly row: number;
  readonly column: number;
}

/** What a formula's names and references are looked up in when it is compiled. */
export interface Workbook {
  readonly cells: Cells;
  tables(): readonly TableShape[];
  definedName(name: string, sheet: string): string | undefined;
  /** Tree of a formula. Throws InvalidFormula. */
  tree(formula: string): AstExpression;
}

/**
 * Compiles a formula standing on a sheet. Throws InvalidFormula when Excel would not accept it, NotComputable when it uses
 * what this calculator lacks in a place that is always evaluated.
 */
export function compile(formula: string, sheet: string, workbook: Workbook, base?: Base): Program {
  const compiler = new Compiler(formula, sheet, workbook, base);
  const tree = workbook.tree(formula);
  const expression = compiler.root(tree);
  return { expression, volatile: compiler.volatile, addresses: compiler.addresses };
}

/** Names may lead to names; a longer chain than this is a circle. */
const deepestName = 32;

class Compiler {
  volatile = false;
  addresses = 0;
  #nameDepth = 0;

  constructor(
    readonly formula: string,
    readonly sheet: string,
    readonly workbook: Workbook,
    readonly base: Base | undefined,
  ) {}

  root(tree: AstExpression): Expression {
    if (tree.type === "BinaryExpression" && (tree.operator === "+" || tree.operator === "-")) {
      const operation = binaryOperations[tree.operator];
      const [left, right] = this.pair(tree.arguments);
      if (operation !== undefined) {
        const scalar = (frame: Frame): Scalar => {
          const a = left.scalar(frame);
          const b = right.scalar(frame);
          return snappedToZero(operation(a, b), a, b);
        };
        return { scalar, value: scalar };
      }
    }
    return this.expression(tree);
  }

  expression(node: AstExpression | null): Expression {
    if (node === null) return constant(null);
    switch (node.type) {
      case "Literal":
        return constant(node.value);
      case "ErrorLiteral":
        return constant(Object.values(errors).find((known) => known.error === node.value.toUpperCase()) ?? { error: node.value.toUpperCase() });
      case "ReferenceIdentifier":
        return node.kind === "table" ? this.table(node.value) : node.kind === "name" ? this.name(node.value) : this.range(node.value);
      case "UnaryExpression":
        return this.unary(node.operator, this.expression(node.arguments[0] ?? null));
      case "BinaryExpression":
        return this.binary(node.operator, ...this.pair(node.arguments));
      case "CallExpression":
        return this.call(node.callee.name, node.arguments);
      case "ArrayExpression":
        return this.array(node.elements);
      default:
        return notComputable("LET eller LAMBDA");
    }
  }

  pair(nodes: readonly AstExpression[]): [Expression, Expression] {
    return [this.expression(nodes[0] ?? null), this.expression(nodes[1] ?? null)];
  }

  unary(operator: string, operand: Expression): Expression {
    if (operator === "+") return operand;
    if (operator === "@") return { scalar: (frame) => operand.scalar(frame), value: (frame) => operand.scalar(frame) };
    if (operator === "#") return notComputable("ett spill-område (#)");
    const operation = operator === "%" ? percent : negate;
    return {
      scalar: (frame) => operation(operand.scalar(frame)),
      value: (frame) => broadcast([operand.value(frame)], frame, ([value = null]) => operation(value)),
    };
  }

  binary(operator: string, left: Expression, right: Expression): Expression {
    if (operator === ":" || operator === "," || operator === " ") return this.ofReferences(operator, left, right);
    const operation = binaryOperations[operator];
    if (operation === undefined) throw new InvalidFormula(this.formula, `tecknet ${operator} är okänt.`);
    return {
      scalar: (frame) => operation(left.scalar(frame), right.scalar(frame)),
      value: (frame) => broadcast([left.value(frame), right.value(frame)], frame, ([a = null, b = null]) => operation(a, b)),
    };
  }

  ofReferences(operator: string, left: Expression, right: Expression): Expression {
    return fromValue((frame) => {
      const a = left.value(frame);
      const b = right.value(frame);
      if (isError(a)) return a;
      if (isError(b)) return b;
      if (!(a instanceof Reference) || !(b instanceof Reference)) return errors.value;
      if (operator === ",") return new Reference([...a.areas, ...b.areas]);
      const first = a.areas[0];
      const second = b.areas[0];
      if (first === undefined || second === undefined || a.areas.length > 1 || b.areas.length > 1) return errors.value;
      if (first.sheet !== second.sheet) return errors.value;
      return operator === ":" ? spanning(first, second, frame.cells) : common(first, second, frame.cells);
    });
  }

  array(elements: readonly (readonly AstExpression[])[]): Expression {
    const columns = elements[0]?.length ?? 0;
    if (elements.some((row) => row.length !== columns)) throw new InvalidFormula(this.formula, "raderna i en matris är olika långa.");
    const values = elements.flat().map((node): Scalar => {
      if (node.type === "Literal") return node.value;
      if (node.type === "ErrorLiteral") return { error: node.value.toUpperCase() };
      throw new InvalidFormula(this.formula, "en matris får bara innehålla värden.");
    });
    const matrix = new Matrix(elements.length, columns, values);
    return fromValue(() => matrix);
  }

  range(text: string): Expression {
    const parsed = parseA1Ref(text);
    if (parsed === undefined || !("range" in parsed)) return constant(errors.ref);
    if (parsed.workbookName !== undefined && parsed.workbookName !== "") return notComputable("en annan arbetsbok");
    const { top, left, bottom, right } = parsed.range;
    const firstRow = Math.min(top ?? 0, bottom ?? top ?? 0);
    const lastRow = Math.max(bottom ?? gridRows - 1, top ?? 0);
    const firstColumn = Math.min(left ?? 0, right ?? left ?? 0);
    const lastColumn = Math.max(right ?? gridColumns - 1, left ?? 0);
    const sheet = parsed.sheetName === undefined || parsed.sheetName === "" ? this.sheet : parsed.sheetName;
    const area = this.workbook.cells.area(sheet, firstRow, firstColumn, lastRow - firstRow + 1, lastColumn - firstColumn + 1);
    if (area === undefined && sheet.includes(":")) return notComputable("samma cell på flera blad");
    const cellsOnly = top !== null && left !== null;
    if (cellsOnly && this.#nameDepth === 0) this.addresses += text.slice(text.lastIndexOf("!") + 1).split(":").length;
    if (area === undefined) return constant(errors.ref);
    const relative = !(parsed.range.$top && parsed.range.$left && parsed.range.$bottom && parsed.range.$right);
    if (this.base === undefined || !relative || !cellsOnly || this.#nameDepth > 0) return ofArea(area);
    return this.atDistance(area, parsed.range, text.includes(":"), this.base);
  }

  /** A range some of whose edges move with the cell that runs the program. */
  atDistance(area: Area, range: RangeA1, twoCorners: boolean, base: Base): Expression {
    const top = range.top ?? area.row;
    const left = range.left ?? area.column;
    const edges = { top, left, bottom: range.bottom ?? top, right: range.right ?? left };
    const { sheet } = area;
    if (!twoCorners) {
      const place = (frame: Frame): [number, number] => [range.$top === true ? top : top + frame.row - base.row, range.$left === true ? left : left + frame.column - base.column];
      return {
        scalar: (frame) => frame.cells.cell(sheet, ...place(frame)),
        value: (frame) => referenceTo(frame.cells.area(sheet, ...place(frame), 1, 1)),
      };
    }
    return fromValue((frame) => {
      const down = frame.row - base.row;
      const across = frame.column - base.column;
      const rowA = range.$top === true ? edges.top : edges.top + down;
      const rowB = range.$bottom === true ? edges.bottom : edges.bottom + down;
      const columnA = range.$left === true ? edges.left : edges.left + across;
      const columnB = range.$right === true ? edges.right : edges.right + across;
      return referenceTo(
        frame.cells.area(sheet, Math.min(rowA, rowB), Math.min(columnA, columnB), Math.abs(rowA - rowB) + 1, Math.abs(columnA - columnB) + 1),
      );
    });
  }

  name(text: string): Expression {
    const bang = text.lastIndexOf("!");
    const scope = bang < 0 ? this.sheet : text.slice(0, bang).replace(/^'|'$/g, "").replaceAll("''", "'");
    if (scope.includes("[")) return notComputable("en annan arbetsbok");
    const name = text.slice(bang + 1);
    const formula = this.workbook.definedName(name, scope);
    if (formula === undefined) return tableNamed(this.workbook.tables(), name) === undefined ? constant(errors.name) : this.table(`${name}[]`);
    if (this.#nameDepth >= deepestName) throw new InvalidFormula(this.formula, `namnet ${name} leder tillbaka till sig självt.`);
    this.#nameDepth += 1;
    const expression = this.expression(this.workbook.tree(formula));
    this.#nameDepth -= 1;
    return expression;
  }

  table(text: string): Expression {
    const parsed = parseStructRef(text);
    if (parsed === undefined) throw new InvalidFormula(this.formula, `hänvisningen ${text} går inte att tolka.`);
    const reference: TableReference = { table: parsed.table ?? "", columns: parsed.columns ?? [], sections: parsed.sections ?? [] };
    if (reference.table === "") return this.ownTable(reference);
    const table = tableNamed(this.workbook.tables(), reference.table);
    if (table === undefined) return constant(errors.ref);
    return this.inTable(table, reference);
  }

  /** A reference that leaves its table out means the table around the formula's cell. */
  ownTable(reference: TableReference): Expression {
    const perTable = new Map<TableShape, Expression>();
    const find = (frame: Frame): Expression => {
      const table = tableAt(this.workbook.tables(), frame.sheet, frame.row, frame.column);
      if (table === undefined) return constant(errors.value);
      const known = perTable.get(table) ?? this.inTable(table, reference);
      perTable.set(table, known);
      return known;
    };
    return { scalar: (frame) => find(frame).scalar(frame), value: (frame) => find(frame).value(frame) };
  }

  inTable(table: TableShape, reference: TableReference): Expression {
    if (!reference.sections.includes("this row")) {
      const rectangle = tableRectangle(table, reference, 0);
      if (typeof rectangle === "string") return constant(errors.ref);
      const area = this.workbook.cells.area(table.sheet, rectangle.row, rectangle.column, rectangle.rows, rectangle.columns);
      return area === undefined ? constant(errors.ref) : ofArea(area);
    }
    // Its columns are the same in every row: they are looked up once.
    const probe = tableRectangle(table, reference, table.row + (table.headerRow ? 1 : 0));
    if (typeof probe === "string") return constant(probe === "ref" ? errors.ref : errors.value);
    const first = probe.row;
    const end = table.row + table.rows - (table.totalsRow ? 1 : 0);
    const { sheet } = table;
    const value = (frame: Frame): Value => {
      if (frame.row < first || frame.row >= end) return errors.value;
      const area = frame.cells.area(sheet, frame.row, probe.column, 1, probe.columns);
      return area === undefined ? errors.ref : new Reference([area]);
    };
    if (probe.columns > 1) return fromValue(value);
    const scalar = (frame: Frame): Scalar =>
      frame.row >= first && frame.row < end ? frame.cells.cell(sheet, frame.row, probe.column) : errors.value;
    return { scalar, value };
  }

  call(written: string, nodes: readonly (AstExpression | null)[]): Expression {
    const name = plainFunctionName(written);
    const args = nodes.map((node) => this.expression(node));
    const lazy = Object.hasOwn(lazyFunctions, name) ? lazyFunctions[name] : undefined;
    if (lazy !== undefined) {
      checkArgumentCount(this.formula, name, args.length, lazy);
      return lazy.build(args);
    }
    const definition = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (definition === undefined) return notComputable(`funktionen ${name}`);
    checkArgumentCount(this.formula, name, args.length, definition);
    if (definition.volatile === true) this.volatile = true;
    return callOf(definition, args);
  }
}

function notComputable(what: string): Expression {
  const fail = (): never => {
    throw new NotComputable(what);
  };
  return { scalar: fail, value: fail };
}

function ofArea(area: Area): Expression {
  const reference = new Reference([area]);
  if (area.rows === 1 && area.columns === 1) {
    return { scalar: (frame) => frame.cells.cell(area.sheet, area.row, area.column), value: () => reference };
  }
  return { scalar: (frame) => intersectArea(area, frame), value: () => reference };
}

function referenceTo(area: Area | undefined): Value {
  return area === undefined ? errors.ref : new Reference([area]);
}

function spanning(a: Area, b: Area, cells: Cells): Value {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.max(a.column + a.columns, b.column + b.columns) - column;
  return referenceTo(cells.area(a.sheet, row, column, rows, columns));
}

function common(a: Area, b: Area, cells: Cells): Value {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  if (rows <= 0 || columns <= 0) return errors.null;
  return referenceTo(cells.area(a.sheet, row, column, rows, columns));
}

function callOf(definition: FunctionDefinition, args: readonly Expression[]): Expression {
  const singles = args.map((_, i) => argumentKind(definition.takes, i) === "s");
  const seesErrors = definition.seesErrors === true;
  const invoke = (values: readonly Value[], frame: Frame): Value => {
    if (!seesErrors) {
      for (let i = 0; i < values.length; i += 1) {
        const value = values[i] ?? null;
        if (singles[i] === true && isError(value)) return value;
      }
    }
    try {
      const result = definition.call(values, frame);
      return typeof result === "number" ? finite(result) : result;
    } catch (failure) {
      if (failure instanceof ArgumentError) return failure.error;
      throw failure;
    }
  };
  return {
    scalar: (frame) => {
      const values: Value[] = [];
      for (let i = 0; i < args.length; i += 1) {
        const arg = args[i];
        if (arg !== undefined) values.push(singles[i] === true ? arg.scalar(frame) : arg.value(frame));
      }
      return oneValue(invoke(values, frame), frame);
    },
    value: (frame) => {
      const values = args.map((arg) => arg.value(frame));
      if (!singles.includes(true)) return invoke(values, frame);
      const wide = values.some((value, i) => singles[i] === true && (value instanceof Matrix || (value instanceof Reference && !isCell(value))));
      if (!wide) return invoke(values.map((value, i) => (singles[i] === true ? oneValue(value, frame) : value)), frame);
      const lifted = values.filter((_, i) => singles[i] === true);
      return broadcast(lifted, frame, (each) => {
        let next = 0;
        const filled = values.map((value, i): Value => {
          if (singles[i] !== true) return value;
          next += 1;
          return each[next - 1] ?? null;
        });
        return oneValue(invoke(filled, frame), frame);
      });
    },
  };
}

function isCell(reference: Reference): boolean {
  const area = reference.areas[0];
  return reference.areas.length === 1 && area !== undefined && area.rows === 1 && area.columns === 1;
}
