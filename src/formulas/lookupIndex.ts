import { compareScalars } from "./comparison.js";
import { criterionKey } from "./criterion.js";
import { fifteenDigits } from "./numberText.js";
import type { Matrix, Scalar } from "./values.js";

/** Key under which MATCH finds a value exactly: types are kept apart, letters' case is not. */
export function exactKey(value: Scalar): string | undefined {
  if (typeof value === "number") return `n${fifteenDigits(value)}`;
  if (typeof value === "string") return `t${value.toLowerCase()}`;
  if (typeof value === "boolean") return value ? "b1" : "b0";
  return undefined;
}

type Kind = "number" | "string" | "boolean";

/** Finds values in one row or column without reading it through each time. */
export class LookupIndex {
  #first: Map<string, number> | undefined;
  #last: Map<string, number> | undefined;
  #criteria: Map<string, number[]> | undefined;
  readonly #ofKind = new Map<Kind, number[]>();

  /** `once` when no second question will come: then values are read through, for an index would cost more. */
  constructor(
    readonly matrix: Matrix,
    readonly once = false,
  ) {}

  /** First position of a value equal in type and content; undefined when there is none. */
  first(value: Scalar): number | undefined {
    const key = exactKey(value);
    if (key === undefined) return undefined;
    if (this.once) {
      const found = this.matrix.values.findIndex((each) => typeof each === typeof value && exactKey(each) === key);
      return found < 0 ? undefined : found;
    }
    this.#first ??= this.#positions(false);
    return this.#first.get(key);
  }

  last(value: Scalar): number | undefined {
    const key = exactKey(value);
    if (key === undefined) return undefined;
    this.#last ??= this.#positions(true);
    return this.#last.get(key);
  }

  /** Positions of the cells that answer an "equal" criterion with this key. */
  answering(key: string): readonly number[] {
    if (this.#criteria === undefined) {
      this.#criteria = new Map();
      for (let i = 0; i < this.matrix.values.length; i += 1) {
        const own = criterionKey(this.matrix.values[i] ?? null);
        const positions = this.#criteria.get(own);
        if (positions === undefined) this.#criteria.set(own, [i]);
        else positions.push(i);
      }
    }
    return this.#criteria.get(key) ?? [];
  }

  /** Last position whose value is not above the one sought, in values sorted upwards; other types are passed over. */
  notAbove(value: Scalar): number | undefined {
    return this.#lastWhere(value, (order) => order <= 0);
  }

  /** Last position whose value is not below the one sought, in values sorted downwards. */
  notBelow(value: Scalar): number | undefined {
    return this.#lastWhere(value, (order) => order >= 0);
  }

  #lastWhere(value: Scalar, before: (order: number) => boolean): number | undefined {
    const positions = this.#positionsOfKind(value);
    let low = 0;
    let high = positions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.matrix.values[positions[middle] ?? 0] ?? null;
      if (before(compareScalars(at, value))) low = middle + 1;
      else high = middle;
    }
    return positions[low - 1];
  }

  #positionsOfKind(value: Scalar): readonly number[] {
    const kind = typeof value;
    if (kind !== "number" && kind !== "string" && kind !== "boolean") return [];
    const known = this.#ofKind.get(kind);
    if (known !== undefined) return known;
    const positions: number[] = [];
    this.matrix.values.forEach((at, i) => {
      if (typeof at === kind) positions.push(i);
    });
    this.#ofKind.set(kind, positions);
    return positions;
  }

  #positions(last: boolean): Map<string, number> {
    const positions = new Map<string, number>();
    for (let i = 0; i < this.matrix.values.length; i += 1) {
      const key = exactKey(this.matrix.values[i] ?? null);
      if (key !== undefined && (last || !positions.has(key))) positions.set(key, i);
    }
    return positions;
  }
}
