import { aggregateFunctions } from "./aggregate.js";
import { conditionalFunctions } from "./conditional.js";
import { dateFunctions } from "./date.js";
import type { FunctionTable } from "./definition.js";
import { informationFunctions } from "./information.js";
import { logicalFunctions } from "./logical.js";
import { lookupFunctions } from "./lookup.js";
import { mathFunctions } from "./math.js";
import { referenceFunctions } from "./reference.js";
import { textFunctions } from "./text.js";

/** Every function the calculator knows, by its English name (those that evaluate lazily are in lazy.ts). */
export const functions: FunctionTable = {
  ...aggregateFunctions,
  ...conditionalFunctions,
  ...dateFunctions,
  ...informationFunctions,
  ...logicalFunctions,
  ...lookupFunctions,
  ...mathFunctions,
  ...referenceFunctions,
  ...textFunctions,
};
