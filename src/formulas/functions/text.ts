import { formatted } from "../formatted.js";
import { toText } from "../coercion.js";
import { numberInText } from "../numberText.js";
import { errors, isError, type Scalar, type Value } from "../values.js";
import type { Frame } from "../frame.js";
import { partPattern } from "../wildcard.js";
import {
  ArgumentError,
  type FunctionDefinition,
  type FunctionTable,
  logicalArgument,
  matrixOf,
  numberArgument,
  ofRanges,
  ofValues,
  textArgument,
  valuesOf,
  wholeArgument,
} from "./definition.js";
import { rounded } from "./math.js";

/** The longest text a cell can hold. */
const longestText = 32_767;

function ofText(change: (text: string) => Scalar): FunctionDefinition {
  return ofValues(1, 1, ([value]) => change(textArgument(value)));
}

function fits(text: string): Scalar {
  return text.length > longestText ? errors.value : text;
}

/** How many characters: 1 when left out, never negative. */
function countArgument(value: Scalar | undefined): number {
  const count = wholeArgument(value, 1);
  if (count < 0) throw new ArgumentError(errors.value);
  return count;
}

function startArgument(value: Scalar | undefined): number {
  const start = wholeArgument(value, 1);
  if (start < 1) throw new ArgumentError(errors.value);
  return start - 1;
}

/** The first letter of each word upper case, the rest lower; anything but a letter ends a word. */
const proper = (text: string): string => text.toLowerCase().replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));

function substitute([text, old, fresh, which]: readonly Scalar[]): Scalar {
  const whole = textArgument(text);
  const sought = textArgument(old);
  const put = textArgument(fresh);
  if (which === undefined) return sought === "" ? whole : fits(whole.replaceAll(sought, () => put));
  const number = wholeArgument(which);
  if (number < 1) return errors.value;
  if (sought === "") return whole;
  let at = -1;
  for (let i = 0; i < number; i += 1) {
    at = whole.indexOf(sought, at < 0 ? 0 : at + sought.length);
    if (at < 0) return whole;
  }
  return fits(whole.slice(0, at) + put + whole.slice(at + sought.length));
}

function find([sought, within, start]: readonly Scalar[]): Scalar {
  const text = textArgument(within);
  const from = startArgument(start);
  const at = from > text.length ? -1 : text.indexOf(textArgument(sought), from);
  return at < 0 ? errors.value : at + 1;
}

/** FIND without regard to case, with wildcards. */
function search([sought, within, start]: readonly Scalar[]): Scalar {
  const text = textArgument(within);
  const from = startArgument(start);
  if (from > text.length) return errors.value;
  const found = partPattern(textArgument(sought)).exec(text.slice(from));
  return found === null ? errors.value : found.index + from + 1;
}

function join(parts: readonly Value[], frame: Frame, separator: readonly string[], skipEmpty: boolean): Scalar {
  let joined = "";
  let count = 0;
  for (const part of parts) {
    for (const { value } of valuesOf(part, frame)) {
      const text = toText(value);
      if (isError(text)) return text;
      if (skipEmpty && text === "") continue;
      if (count > 0) joined += separator[(count - 1) % separator.length] ?? "";
      joined += text;
      count += 1;
    }
  }
  return fits(joined);
}

function textJoin([separator, skip, ...parts]: readonly Value[], frame: Frame): Scalar {
  const separators = matrixOf(separator, frame);
  if (isError(separators)) return separators;
  const texts = separators.values.map((value) => textArgument(value));
  return join(parts, frame, texts.length === 0 ? [""] : texts, logicalArgument(skip, true));
}

/** TEXT(value, format code in en-US). */
function text([value = null, code]: readonly Scalar[]): Scalar {
  const pattern = textArgument(code);
  if (pattern === "") return "";
  const number = typeof value === "string" ? numberInText(value) : undefined;
  try {
    return formatted(pattern, number ?? value ?? 0, { locale: "en-US", throws: true, dateErrorThrows: true });
  } catch {
    return errors.value;
  }
}

/** NUMBERVALUE(text, [decimal sign], [group sign]): group signs and spaces are dropped, each % divides by 100. */
function numberValue([value, decimal, group]: readonly Scalar[]): Scalar {
  const decimalSign = textArgument(decimal, ".").charAt(0);
  const groupSign = textArgument(group, ",").charAt(0);
  let written = textArgument(value).replace(/\s/g, "");
  if (written === "") return 0;
  const percents = /%*$/.exec(written)?.[0].length ?? 0;
  written = percents > 0 ? written.slice(0, -percents) : written;
  const [whole = "", ...fraction] = written.split(decimalSign);
  if (fraction.length > 1 || (groupSign !== "" && fraction.join("").includes(groupSign))) return errors.value;
  const plain = (groupSign === "" ? whole : whole.replaceAll(groupSign, "")) + (fraction.length === 1 ? `.${fraction.join("")}` : "");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(plain)) return errors.value;
  return Number(plain) / 100 ** percents;
}

/** Windows' code page 1252, which CHAR and CODE count in. */
const upper1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function char(code: number): Scalar {
  if (code < 1 || code > 255) return errors.value;
  return code >= 128 && code < 160 ? upper1252.charAt(code - 128) : String.fromCharCode(code);
}

function code(of: string): Scalar {
  if (of === "") return errors.value;
  const special = upper1252.indexOf(of.charAt(0));
  if (special >= 0) return special + 128;
  const own = of.charCodeAt(0);
  return own < 256 ? own : 63;
}

function unichar(code: number): Scalar {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  if (surrogate) return errors.na;
  return code < 1 || code > 0x10ffff ? errors.value : String.fromCodePoint(code);
}

function fixed([value, places, plain]: readonly Scalar[]): Scalar {
  const digits = wholeArgument(places, 2);
  if (digits > 127) return errors.value;
  const number = rounded(numberArgument(value), digits, (magnitude) => Math.floor(magnitude + 0.5));
  const decimals = digits > 0 ? `.${"0".repeat(digits)}` : "";
  return formatted(`${logicalArgument(plain) ? "0" : "#,##0"}${decimals}`, number, { locale: "en-US" });
}

export const textFunctions: FunctionTable = {
  LEFT: ofValues(1, 2, ([value, count]) => textArgument(value).slice(0, countArgument(count))),
  RIGHT: ofValues(1, 2, ([value, count]) => {
    const whole = textArgument(value);
    return whole.slice(Math.max(0, whole.length - countArgument(count)));
  }),
  MID: ofValues(3, 3, ([value, start, count]) => {
    const from = startArgument(start);
    return textArgument(value).slice(from, from + countArgument(count));
  }),
  LEN: ofText((value) => value.length),
  /** Only the ordinary space is trimmed, never a hard one. */
  TRIM: ofText((value) => value.replace(/^ +| +$/g, "").replace(/ {2,}/g, " ")),
  // eslint-disable-next-line no-control-regex -- CLEAN removes exactly the control characters 0–31.
  CLEAN: ofText((value) => value.replace(/[\u0000-\u001f]/g, "")),
  UPPER: ofText((value) => value.toUpperCase()),
  LOWER: ofText((value) => value.toLowerCase()),
  PROPER: ofText(proper),
  SUBSTITUTE: ofValues(3, 4, substitute),
  REPLACE: ofValues(4, 4, ([value, start, count, put]) => {
    const whole = textArgument(value);
    const from = startArgument(start);
    return fits(whole.slice(0, from) + textArgument(put) + whole.slice(from + countArgument(count)));
  }),
  FIND: ofValues(2, 3, find),
  SEARCH: ofValues(2, 3, search),
  EXACT: ofValues(2, 2, ([a, b]) => textArgument(a) === textArgument(b)),
  REPT: ofValues(2, 2, ([value, times]) => {
    const part = textArgument(value);
    const count = wholeArgument(times);
    return count < 0 || part.length * count > longestText ? errors.value : part.repeat(count);
  }),
  CONCAT: ofRanges("*v", 1, (args, frame) => join(args, frame, [""], false)),
  CONCATENATE: ofValues(1, 255, (args) => fits(args.map((arg) => textArgument(arg)).join(""))),
  TEXTJOIN: ofRanges("vs*v", 3, textJoin),
  TEXT: ofValues(2, 2, text),
  FIXED: ofValues(1, 3, fixed),
  VALUE: ofValues(1, 1, ([value = null]) => (typeof value === "boolean" ? errors.value : numberArgument(value))),
  NUMBERVALUE: ofValues(1, 3, numberValue),
  T: ofRanges("v", 1, ([value = null], frame) => {
    const first = matrixOf(value, frame);
    const only = isError(first) ? first : first.at(0, 0);
    return typeof only === "string" || isError(only) ? only : "";
  }),
  N: ofRanges("v", 1, ([value = null], frame) => {
    const first = matrixOf(value, frame);
    const only = isError(first) ? first : first.at(0, 0);
    if (isError(only) || typeof only === "number") return only;
    return only === true ? 1 : 0;
  }),
  CHAR: ofValues(1, 1, ([value]) => char(wholeArgument(value))),
  CODE: ofText(code),
  UNICHAR: ofValues(1, 1, ([value]) => unichar(wholeArgument(value))),
  UNICODE: ofText((value) => value.codePointAt(0) ?? errors.value),
};

