import { toLogical } from "../coercion.js";
import type { Frame } from "../frame.js";
import { errors, isError, type Value } from "../values.js";
import { type FunctionTable, logicalArgument, ofRanges, ofValues, valuesOf } from "./definition.js";

/** The truths among arguments: in cells and arrays text and blanks are passed over; none at all is #VALUE!. */
function combined(args: readonly Value[], frame: Frame, answer: (truths: readonly boolean[]) => boolean): Value {
  const truths: boolean[] = [];
  for (const arg of args) {
    for (const { value, fromCells } of valuesOf(arg, frame)) {
      if (isError(value)) return value;
      if (fromCells && (value === null || typeof value === "string")) continue;
      const truth = toLogical(value);
      if (isError(truth)) return truth;
      truths.push(truth);
    }
  }
  return truths.length === 0 ? errors.value : answer(truths);
}

export const logicalFunctions: FunctionTable = {
  AND: ofRanges("*v", 1, (args, frame) => combined(args, frame, (truths) => truths.every(Boolean))),
  OR: ofRanges("*v", 1, (args, frame) => combined(args, frame, (truths) => truths.some(Boolean))),
  /** True when an odd number of conditions are. */
  XOR: ofRanges("*v", 1, (args, frame) => combined(args, frame, (truths) => truths.filter(Boolean).length % 2 === 1)),
  NOT: ofValues(1, 1, ([value]) => !logicalArgument(value)),
  TRUE: ofValues(0, 0, () => true),
  FALSE: ofValues(0, 0, () => false),
};
