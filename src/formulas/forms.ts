import { parseStructRef, tokenize } from "@borgar/fx/xlsx";
import { checkFormula } from "./check.js";
import { InvalidFormula } from "./invalidFormula.js";
import type { TableShape } from "./source.js";
import { tableAt, tableNamed, type TableReference } from "./tableReference.js";

/** The cell a formula stands in. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * Functions younger than the file format: the file holds them with a prefix that Excel never shows.
 * Source: Microsoft, "Issue: An _xlfn. prefix is displayed in front of a formula", and [MS-XLSX] 2.2.2.
 */
const futureFunctions = new Set(
  (
    "AGGREGATE ARRAYTOTEXT BASE BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CHOOSECOLS CHOOSEROWS COMBINA CONCAT " +
    "CONFIDENCE.NORM COVARIANCE.P COVARIANCE.S DAYS DECIMAL DROP EXPAND FLOOR.MATH FORECAST.LINEAR FORMULATEXT HSTACK IFNA IFS " +
    "ISFORMULA ISO.CEILING ISOWEEKNUM LAMBDA LET MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NUMBERVALUE PDURATION " +
    "PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE RRI " +
    "SCAN SEQUENCE SHEET SHEETS SORTBY STDEV.P STDEV.S SWITCH TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR " +
    "UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR"
  ).split(" "),
);
/** Those with a second prefix of their own. */
const worksheetFunctions = new Set(["FILTER", "SORT"]);

/**
 * What the file holds for a formula as people write it: "=[@Utfall]*2" in table Utfall is "Utfall[[#This Row],[Utfall]]*2".
 * Takes the formula with or without "="; tables gives the workbook's tables. Throws InvalidFormula for what Excel would refuse:
 * a formula that cannot be read or has a wrong number of arguments (see checkFormula), and when a reference leaves its
 * table out and no table covers the cell, or names a table that is not there.
 */
export function toFileForm(formula: string, at: CellPlace, tables: readonly TableShape[]): string {
  checkFormula(formula);
  return rewritten(
    formula,
    (name) => (tableNamed(tables, name) === undefined ? name : `${name}[]`),
    (reference) => {
      const table = reference.table === "" ? tableAt(tables, at.sheet, at.row, at.column) : tableNamed(tables, reference.table);
      if (table === undefined && reference.table === "") throw new InvalidFormula(formula, "en kolumn nämns utan tabell, och cellen ligger inte i någon tabell.");
      return fileReference({ ...reference, table: table?.name ?? reference.table });
    },
    (name) => {
      const upper = name.toUpperCase();
      if (worksheetFunctions.has(upper)) return `_xlfn._xlws.${upper}`;
      return futureFunctions.has(upper) ? `_xlfn.${upper}` : upper.startsWith("_XLFN.") ? name : upper;
    },
  );
}

/** What people and Office.js read for a formula in the file, with "=" in front: the inverse of toFileForm. */
export function toDisplayForm(formula: string, at: CellPlace, tables: readonly TableShape[]): string {
  const own = tableAt(tables, at.sheet, at.row, at.column);
  const shown = rewritten(
    formula,
    (name) => name,
    (reference) => {
      if (reference.columns.length === 0 && reference.sections.length === 0) return reference.table;
      const inOwn = own !== undefined && reference.table.toLowerCase() === own.name.toLowerCase();
      const short = displayReference({ ...reference, table: "" });
      return inOwn && isReadBack(short) ? short : displayReference(reference);
    },
    (name) => name.replace(/^_xlfn\.(_xlws\.)?/i, ""),
  );
  return `=${shown}`;
}

/** A few column names ("]a:a") cannot be told from a sheet name when no table stands in front. */
function isReadBack(reference: string): boolean {
  const tokens = tokenize(reference, { withLocation: false });
  return tokens.length === 1 && tokens[0]?.type === "structured";
}

function rewritten(
  formula: string,
  ofName: (name: string) => string,
  ofReference: (reference: TableReference) => string,
  ofFunction: (name: string) => string,
): string {
  const text = formula.startsWith("=") ? formula.slice(1) : formula;
  return tokenize(text, { withLocation: false })
    .map((token) => {
      if (token.type === "unknown") throw new InvalidFormula(formula, `tecknen ${token.value} går inte att tolka.`);
      if (token.type === "func") return ofFunction(token.value);
      if (token.type === "range_named") return ofName(token.value);
      if (token.type !== "structured") return token.value;
      const parsed = parseStructRef(token.value);
      if (parsed === undefined) throw new InvalidFormula(formula, `hänvisningen ${token.value} går inte att tolka.`);
      return ofReference({ table: parsed.table ?? "", columns: parsed.columns ?? [], sections: parsed.sections ?? [] });
    })
    .join("");
}

/** Characters that must have ' in front inside a column specifier. */
const escaped = (column: string): string => column.replaceAll(/[[\]#'@]/g, "'$&");

const sectionNames: Readonly<Record<string, string>> = {
  all: "#All",
  data: "#Data",
  headers: "#Headers",
  totals: "#Totals",
  "this row": "#This Row",
};

function fileReference({ table, columns, sections }: TableReference): string {
  const parts = [...sections.map((section) => `[${sectionNames[section] ?? section}]`), ...columnSpan(columns)];
  const [only] = parts;
  if (only === undefined) return `${table}[]`;
  if (parts.length === 1 && columns.length <= 1) return `${table}${only}`;
  return `${table}[${parts.join(",")}]`;
}

function columnSpan(columns: readonly string[]): string[] {
  return columns.length === 0 ? [] : [columns.map((column) => `[${escaped(column)}]`).join(":")];
}

function displayReference(reference: TableReference): string {
  const { table, columns, sections } = reference;
  if (sections.length !== 1 || sections[0] !== "this row") return fileReference(reference);
  const [only] = columns;
  if (only === undefined) return `${table}[@]`;
  const plain = columns.length === 1 && /^[\p{L}\p{N}_]+$/u.test(only);
  return plain ? `${table}[@${only}]` : `${table}[@${columnSpan(columns).join("")}]`;
}
