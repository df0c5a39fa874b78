import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { evaluate, type FormulaValue } from "../../src/formulas/index.js";
import { Sheets } from "./sheets.js";

/**
 * IronCalc answers the same formulas over the same cells. Where it departs from Excel the formula is left out here and
 * stands with Excel's documented answer in semantics.test.ts: 0^0, criteria areas of another size, ROUND(1.005,2), two-digit
 * years, dates before March 1900, "<>x", counts given as text or truth in LEFT, text before an error in ROUNDUP, times and fractions in text, intersections and unions, text of long numbers, --"5".
 */
const cells: readonly (readonly [row: number, column: number, value: FormulaValue])[] = [
  [0, 0, 1],
  [1, 0, 2.5],
  [2, 0, "x"],
  [3, 0, true],
  [5, 0, -3],
  [0, 1, "a"],
  [1, 1, "B"],
  [2, 1, "ab"],
  [3, 1, "b*"],
  [4, 1, "5"],
  [0, 2, 10],
  [1, 2, 20],
  [2, 2, 30],
  [3, 2, 40],
  [4, 2, 50],
  [5, 2, 60],
];

const scalars = ["A1", "A2", "A3", "A4", "A5", "A6", "B4", '"2.5"', '"abc"', '""', "0", "-1.5", "7", "FALSE", "1/0"];
const ranges = ["A1:A6", "B1:B6", "C1:C6", "A1:C6"];
const criteria = ['"a*"', '">=20"', '"<>"', '"<30"', "2.5", '"B"', "TRUE", '"?"', "A6"];

const pairs = (write: (a: string, b: string) => string): string[] => scalars.flatMap((a) => scalars.map((b) => write(a, b)));

const formulas: readonly string[] = [
  ...["+", "-", "*", "/", "=", "<>", "<", ">="].flatMap((operator) => pairs((a, b) => `${a}${operator}${b}`)),
  ...["ABS", "INT", "SIGN", "ISNUMBER", "ISTEXT", "ISBLANK", "ISERROR", "ISNONTEXT", "ISLOGICAL", "NOT", "LEN", "UPPER", "N", "T", "TRIM", "VALUE", "ISEVEN", "TYPE"].flatMap((name) =>
    scalars.map((a) => `${name}(${a})`),
  ),
  ...["IFERROR", "EXACT", "IFNA", "CONCATENATE"].flatMap((name) => pairs((a, b) => `${name}(${a},${b})`)),
  ...["LEFT", "ROUNDUP", "ROUNDDOWN", "RIGHT"].flatMap((name) => scalars.flatMap((a) => ["0", "1", "2.9", "-1", "A1", "A5"].map((b) => `${name}(${a},${b})`))),
  ...pairs((a, b) => `IF(${a},${b},"else")`),
  ...["SUM", "COUNT", "COUNTA", "COUNTBLANK", "AVERAGE", "MIN", "MAX", "PRODUCT", "MEDIAN", "AND", "OR", "ROWS", "COLUMNS"].flatMap((name) => ranges.map((range) => `${name}(${range})`)),
  ...ranges.slice(0, 3).flatMap((range) =>
    criteria.flatMap((sought) => [
      `COUNTIF(${range},${sought})`,
      `SUMIF(${range},${sought},C1:C6)`,
      `COUNTIFS(${range},${sought},C1:C6,">15")`,
      `AVERAGEIFS(C1:C6,${range},${sought})`,
      `MAXIFS(C1:C6,${range},${sought})`,
    ]),
  ),
  ...ranges.slice(0, 3).flatMap((range) => ["1", "2.5", '"b"', '"a*"', '"AB"', "30", "TRUE", '"nej"'].flatMap((sought) => [`MATCH(${sought},${range},0)`, `XLOOKUP(${sought},${range},C1:C6,"none")`, `VLOOKUP(${sought},${range.slice(0, 2)}:C6,1,FALSE)`])),
  ...["5", "10", "35", "60", "99"].flatMap((sought) => [`MATCH(${sought},C1:C6,1)`, `VLOOKUP(${sought},C1:C6,1)`, `LOOKUP(${sought},C1:C6,A1:A6)&""`]),
  ...[61, 366, 43_487, 43_861, 44_197, 2_958_465].flatMap((serial) => [
    ...["YEAR", "MONTH", "DAY", "WEEKDAY", "ISOWEEKNUM", "WEEKNUM"].map((name) => `${name}(${serial})`),
    ...(serial > 61 ? [`EOMONTH(${serial},-1)`, `EDATE(${serial},-1)`, `DATEDIF(61,${serial},"m")`, `NETWORKDAYS(61,${serial})`, `WEEKDAY(${serial},2)`] : []),
  ]),
  ...["0", "0.00", "#,##0", "0%", "0.0%", "#,##0.00"].flatMap((code) => ["0", "1234.567", "-0.055", "0.5"].map((number) => `TEXT(${number},"${code}")`)),
];

interface Oracle {
  readonly answers: readonly unknown[];
}

/** The value as someone would type it into the cell. */
function typed(value: FormulaValue): string {
  if (typeof value === "string") return /^\d/.test(value) ? `'${value}` : value;
  return typeof value === "number" ? String(value) : value === true ? "TRUE" : "";
}

function ironcalc(): Oracle {
  const input = JSON.stringify({
    cells: cells.map(([row, column, value]) => ({ row, column, content: typed(value) })),
    formulas,
  });
  const output = execFileSync(process.execPath, [join(__dirname, "ironcalc.mjs")], { input, encoding: "utf8", maxBuffer: 1e8 });
  const answers: unknown = JSON.parse(output);
  if (!Array.isArray(answers)) throw new Error("the oracle gave no list");
  return { answers };
}

function agrees(ours: FormulaValue, theirs: unknown): boolean {
  if (typeof ours === "number" && typeof theirs === "number") return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(theirs));
  return JSON.stringify(ours) === JSON.stringify(theirs);
}

test("functions and operators answer as an independent engine does", () => {
  const sheets = new Sheets();
  for (const [row, column, value] of cells) sheets.set("Blad1", row, column, value);
  const { answers } = ironcalc();
  const differing = formulas.flatMap((formula, i) => {
    const ours = evaluate(sheets, formula, { sheet: "Blad1", row: 199 + i, column: 19 });
    return agrees(ours, answers[i]) ? [] : [`${formula}: ${JSON.stringify(ours)}, oracle ${JSON.stringify(answers[i])}`];
  });
  expect(differing).toEqual([]);
  expect(formulas.length).toBeGreaterThan(2000);
});
