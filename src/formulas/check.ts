import { type AstExpression } from "@borgar/fx/xlsx";
import { lazyFunctions } from "./functions/lazy.js";
import { functions } from "./functions/table.js";
import { InvalidFormula } from "./invalidFormula.js";
import { parseFormula } from "./parse.js";

/**
 * Throws InvalidFormula when Excel would refuse the text as a formula: brackets, quotes, operators, or the number of arguments
 * of a function this calculator knows. Takes the text with or without "=". Names and sheets are not looked up.
 */
export function checkFormula(formula: string): void {
  checkCalls(parseFormula(formula), formula);
}

function checkCalls(node: AstExpression | null, formula: string): void {
  if (node === null) return;
  if (node.type === "CallExpression") {
    const name = plainFunctionName(node.callee.name);
    const known = Object.hasOwn(functions, name) ? functions[name] : Object.hasOwn(lazyFunctions, name) ? lazyFunctions[name] : undefined;
    if (known !== undefined) checkArgumentCount(formula, name, node.arguments.length, known);
  }
  if (node.type === "CallExpression" || node.type === "BinaryExpression" || node.type === "UnaryExpression") {
    for (const argument of node.arguments) checkCalls(argument, formula);
  }
}

/** A function's name without the prefix that the file gives younger functions. */
export function plainFunctionName(written: string): string {
  return written.toUpperCase().replace(/^(_XLFN\.)?(_XLWS\.)?/, "");
}

export function checkArgumentCount(formula: string, name: string, count: number, known: { readonly min: number; readonly max: number }): void {
  if (count < known.min) throw new InvalidFormula(formula, `${name} har för få argument.`);
  if (count > known.max) throw new InvalidFormula(formula, `${name} har för många argument.`);
}
