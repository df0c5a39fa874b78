import { toLogical, toNumber } from "../coercion.js";
import { compareScalars } from "../comparison.js";
import { broadcast, constant, type Expression, fromValue } from "../expression.js";
import type { Frame } from "../frame.js";
import { errors, isError, isScalar, Matrix, Reference, type Scalar, type Value } from "../values.js";

/** A function that evaluates only the arguments it needs. */
export interface LazyDefinition {
  readonly min: number;
  readonly max: number;
  build(args: readonly Expression[]): Expression;
}

const nothing = constant(null);

/** Whether the value has more than one cell, so that a choice must be made cell by cell. */
function isWide(value: Value): boolean {
  if (value instanceof Matrix) return value.values.length > 1;
  if (!(value instanceof Reference)) return false;
  const area = value.areas[0];
  return value.areas.length > 1 || (area !== undefined && (area.rows > 1 || area.columns > 1));
}

function one(value: Value, frame: Frame): Scalar {
  const read = broadcast([value], frame, ([only]) => only ?? null);
  return isScalar(read) ? read : errors.value;
}

const ifFunction: LazyDefinition = {
  min: 2,
  max: 3,
  build: ([condition = nothing, yes = nothing, no = constant(false)]) => {
    const choose = (value: Scalar): Expression => {
      const holds = toLogical(value);
      return isError(holds) ? constant(holds) : holds ? yes : no;
    };
    return {
      scalar: (frame) => choose(condition.scalar(frame)).scalar(frame),
      value: (frame) => {
        const test = condition.value(frame);
        if (!isWide(test)) return choose(one(test, frame)).value(frame);
        return broadcast([test, yes.value(frame), no.value(frame)], frame, ([each = null, whenTrue = null, whenFalse = null]) => {
          const holds = toLogical(each);
          return isError(holds) ? holds : holds ? whenTrue : whenFalse;
        });
      },
    };
  },
};

const instead = (caught: (value: Scalar) => boolean): LazyDefinition => ({
  min: 2,
  max: 2,
  build: ([first = nothing, fallback = nothing]) => ({
    scalar: (frame) => {
      const value = first.scalar(frame);
      return caught(value) ? fallback.scalar(frame) : value;
    },
    value: (frame) => {
      const value = first.value(frame);
      if (!isWide(value)) return caught(one(value, frame)) ? fallback.value(frame) : value;
      return broadcast([value, fallback.value(frame)], frame, ([each = null, otherwise = null]) => (caught(each) ? otherwise : each));
    },
  }),
});

const ifs: LazyDefinition = {
  min: 2,
  max: 254,
  build: (args) => {
    const pick = (frame: Frame): Expression => {
      for (let i = 0; i + 1 < args.length; i += 2) {
        const holds = toLogical((args[i] ?? nothing).scalar(frame));
        if (isError(holds)) return constant(holds);
        if (holds) return args[i + 1] ?? nothing;
      }
      return constant(errors.na);
    };
    return { scalar: (frame) => pick(frame).scalar(frame), value: (frame) => pick(frame).value(frame) };
  },
};

const switchFunction: LazyDefinition = {
  min: 3,
  max: 254,
  build: ([subject = nothing, ...cases]) => {
    const pick = (frame: Frame): Expression => {
      const sought = subject.scalar(frame);
      if (isError(sought)) return constant(sought);
      for (let i = 0; i + 1 < cases.length; i += 2) {
        const candidate = (cases[i] ?? nothing).scalar(frame);
        if (isError(candidate)) return constant(candidate);
        if (compareScalars(sought, candidate) === 0) return cases[i + 1] ?? nothing;
      }
      return cases.length % 2 === 1 ? (cases.at(-1) ?? nothing) : constant(errors.na);
    };
    return { scalar: (frame) => pick(frame).scalar(frame), value: (frame) => pick(frame).value(frame) };
  },
};

const choose: LazyDefinition = {
  min: 2,
  max: 255,
  build: ([index = nothing, ...choices]) => {
    const pick = (value: Scalar): Expression => {
      const number = toNumber(value);
      if (typeof number !== "number") return constant(number);
      return choices[Math.trunc(number) - 1] ?? constant(errors.value);
    };
    return fromValue((frame) => pick(index.scalar(frame)).value(frame));
  },
};

/** What the file holds for the sign @: one value, met by implicit intersection wherever it stands. */
const intersected: LazyDefinition = {
  min: 1,
  max: 1,
  build: ([operand = nothing]) => ({ scalar: (frame) => operand.scalar(frame), value: (frame) => operand.scalar(frame) }),
};

/** IF, IFERROR and their kin: the branch not taken is never read. */
export const lazyFunctions: Readonly<Record<string, LazyDefinition>> = {
  IF: ifFunction,
  IFS: ifs,
  IFERROR: instead(isError),
  IFNA: instead((value) => isError(value) && value.error === "#N/A"),
  SWITCH: switchFunction,
  CHOOSE: choose,
  SINGLE: intersected,
};
