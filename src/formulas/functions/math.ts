import { fifteenDigits, shiftDecimal } from "../numberText.js";
import { finite, raise } from "../operators.js";
import { errors, type Scalar } from "../values.js";
import { type FunctionDefinition, type FunctionTable, numberArgument, ofValues, wholeArgument } from "./definition.js";

/** Rounding in decimal: the value's 15 digits are shifted, rounded and shifted back, so that 1.005 rounds to 1.01. */
function rounding(towards: (magnitude: number) => number): FunctionDefinition {
  return ofValues(2, 2, ([number, digits]) => rounded(numberArgument(number), wholeArgument(digits), towards));
}

export function rounded(value: number, places: number, towards: (magnitude: number) => number): number {
  const magnitude = towards(shiftDecimal(Math.abs(value), places));
  const back = shiftDecimal(magnitude, -places);
  return value < 0 && back !== 0 ? -back : back;
}

const halfUp = (magnitude: number): number => Math.floor(magnitude + 0.5);

function of(calculate: (value: number) => Scalar): FunctionDefinition {
  return ofValues(1, 1, ([value]) => calculate(numberArgument(value)));
}

/** Remainder with the divisor's sign. */
function modulo(value: number, divisor: number): Scalar {
  if (divisor === 0) return errors.div0;
  const rest = value - divisor * Math.floor(fifteenDigits(value / divisor));
  return finite(rest);
}

/** CEILING and FLOOR: the nearest multiple away from or towards zero. */
const multiple = (round: (quotient: number) => number): FunctionDefinition =>
  ofValues(2, 2, ([value, step]) => {
    const number = numberArgument(value);
    const significance = numberArgument(step);
    if (number === 0) return 0;
    if (significance === 0) return round(1.5) === 1 ? errors.div0 : 0;
    if (number > 0 && significance < 0) return errors.num;
    return finite(fifteenDigits(round(fifteenDigits(number / significance)) * significance));
  });

export const mathFunctions: FunctionTable = {
  ROUND: rounding(halfUp),
  ROUNDUP: rounding(Math.ceil),
  ROUNDDOWN: rounding(Math.floor),
  TRUNC: ofValues(1, 2, ([number, digits]) => rounded(numberArgument(number), wholeArgument(digits), Math.floor)),
  INT: of((value) => Math.floor(fifteenDigits(value))),
  ABS: of(Math.abs),
  SIGN: of((value) => (value === 0 ? 0 : Math.sign(value))),
  MOD: ofValues(2, 2, ([value, divisor]) => modulo(numberArgument(value), numberArgument(divisor))),
  POWER: ofValues(2, 2, ([base = null, exponent = null]) => raise(base, exponent)),
  SQRT: of((value) => (value < 0 ? errors.num : Math.sqrt(value))),
  EXP: of((value) => finite(Math.exp(value))),
  LN: of((value) => (value <= 0 ? errors.num : Math.log(value))),
  LOG10: of((value) => (value <= 0 ? errors.num : Math.log10(value))),
  PI: ofValues(0, 0, () => Math.PI),
  EVEN: of((value) => Math.sign(value) * 2 * Math.ceil(Math.abs(value) / 2) + 0),
  QUOTIENT: ofValues(2, 2, ([value, divisor]) => {
    const by = numberArgument(divisor);
    return by === 0 ? errors.div0 : finite(Math.trunc(numberArgument(value) / by));
  }),
  CEILING: multiple(Math.ceil),
  FLOOR: multiple(Math.floor),
  MROUND: ofValues(2, 2, ([value, step]) => {
    const number = numberArgument(value);
    const by = numberArgument(step);
    if (by === 0 || number === 0) return 0;
    return Math.sign(by) === Math.sign(number) ? finite(fifteenDigits(halfUp(fifteenDigits(number / by)) * by)) : errors.num;
  }),
};
