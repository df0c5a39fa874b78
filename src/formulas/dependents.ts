import { type Area, gridColumns, intersects } from "./area.js";
import { entry } from "./entry.js";
import { type FormulaNode, key } from "./formulaNode.js";

/** Areas of at most this many cells are found through their cells when something changes, larger ones by comparing. */
const smallArea = 16;

/** Which formulas read which cells, as they did when they last ran. */
export class Dependents {
  readonly #ofCell = new Map<string, Map<number, Set<FormulaNode>>>();
  readonly #ofArea = new Map<string, Map<string, { readonly area: Area; readonly nodes: Set<FormulaNode> }>>();

  constructor(nodes: Iterable<FormulaNode>) {
    for (const node of nodes) this.add(node);
  }

  add(node: FormulaNode): void {
    for (const area of node.reads) {
      if (area.rows * area.columns > smallArea) {
        const areas = entry(this.#ofArea, area.sheet, () => new Map<string, { area: Area; nodes: Set<FormulaNode> }>());
        entry(areas, areaKey(area), () => ({ area, nodes: new Set<FormulaNode>() })).nodes.add(node);
        continue;
      }
      const cells = entry(this.#ofCell, area.sheet, () => new Map<number, Set<FormulaNode>>());
      for (const at of cellKeys(area)) entry(cells, at, () => new Set<FormulaNode>()).add(node);
    }
  }

  remove(node: FormulaNode): void {
    for (const area of node.reads) {
      if (area.rows * area.columns > smallArea) this.#ofArea.get(area.sheet)?.get(areaKey(area))?.nodes.delete(node);
      else for (const at of cellKeys(area)) this.#ofCell.get(area.sheet)?.get(at)?.delete(node);
    }
  }

  /** One walk through what depends on what: an area that was met once has told all its formulas. */
  pass(): { on(changed: Area): Generator<FormulaNode> } {
    const cells = this.#ofCell;
    const unmet = new Map([...this.#ofArea].map(([sheet, areas]) => [sheet, [...areas.values()]]));
    return {
      *on(changed) {
        const ofSheet = cells.get(changed.sheet);
        if (ofSheet !== undefined) {
          if (changed.rows * changed.columns <= ofSheet.size) {
            for (const at of cellKeys(changed)) yield* ofSheet.get(at) ?? [];
          } else {
            for (const [at, nodes] of ofSheet) if (holdsKey(changed, at)) yield* nodes;
          }
        }
        const areas = unmet.get(changed.sheet);
        if (areas === undefined) return;
        const left = areas.filter(({ area }) => !intersects(area, changed));
        if (left.length === areas.length) return;
        unmet.set(changed.sheet, left);
        for (const { area, nodes } of areas) if (intersects(area, changed)) yield* nodes;
      },
    };
  }
}

const areaKey = (area: Area): string => `${area.row},${area.column},${area.rows},${area.columns}`;

function* cellKeys(area: Area): Generator<number> {
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) yield key(row, column);
  }
}

function holdsKey(area: Area, at: number): boolean {
  const row = Math.floor(at / gridColumns);
  const column = at % gridColumns;
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

/** Whether two runs read the same places in the same order. */
export function sameReads(a: readonly Area[], b: readonly Area[]): boolean {
  return a.length === b.length && a.every((area, i) => sameArea(area, b[i]));
}

function sameArea(a: Area, b: Area | undefined): boolean {
  return (
    a === b || (b !== undefined && a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns && a.sheet === b.sheet)
  );
}
