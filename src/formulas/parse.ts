import { type AstExpression, parse, tokenize } from "@borgar/fx/xlsx";
import { InvalidFormula } from "./invalidFormula.js";

/** Tree of a formula; a leading "=" is allowed. Throws InvalidFormula. */
export function parseFormula(formula: string): AstExpression {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  if (text.trim() === "") throw new InvalidFormula(formula, "den är tom.");
  if (text.length > 8192) throw new InvalidFormula(formula.slice(0, 40), "den är längre än 8192 tecken.");
  const tokens = tokenize(text, { withLocation: false });
  if (tokens.some((token) => token.unterminated === true)) throw new InvalidFormula(formula, "ett citattecken saknas.");
  try {
    return parse(tokens, { looseRefCalls: true });
  } catch {
    throw new InvalidFormula(formula, "kontrollera parenteser, kommatecken och namn.");
  }
}
