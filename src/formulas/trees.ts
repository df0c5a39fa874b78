import type { AstExpression } from "@borgar/fx/xlsx";
import { parseFormula } from "./parse.js";

/**
 * Trees of formulas by their text. A tree knows nothing of the workbook, so it outlives the programs made of it: reading a long formula costs more than the rest.
 * What was not asked for during a whole generation is let go.
 */
export class Trees {
  #now = new Map<string, AstExpression>();
  #before: ReadonlyMap<string, AstExpression> = new Map<string, AstExpression>();

  /** Throws InvalidFormula. */
  of(formula: string): AstExpression {
    const known = this.#now.get(formula) ?? this.#before.get(formula);
    const tree = known ?? parseFormula(formula);
    this.#now.set(formula, tree);
    return tree;
  }

  nextGeneration(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }
}
