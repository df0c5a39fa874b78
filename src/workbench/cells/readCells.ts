// The matrices that a Range gives. Each is null for whole rows, whole columns and the whole sheet: so does Excel ("unbounded ranges").
import type { Sheet } from "../../xlsx/model.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Json } from "../richApi/response.js";
import type { Area } from "../subjects.js";
import { isEntireColumn, isEntireRow } from "./address.js";
import { displayText } from "./displayText.js";
import { isError } from "./errorValues.js";
import { matrixOf } from "./matrix.js";
import { numberFormatCategory } from "./numberFormatCategory.js";
import { toR1C1 } from "./r1c1.js";

type CellReader = (sheet: Sheet, row: number, column: number) => Json;

function readBlock({ sheet, rect }: Area, host: OpenWorkbook, read: CellReader): Json {
  if (isEntireRow(rect) || isEntireColumn(rect)) {
    return null;
  }
  host.ensureReadable(rect);
  host.compute();
  return matrixOf(rect, (row, column) => read(sheet, row, column));
}

/** "" for an empty cell, dates as serial numbers, errors as their text. */
export function values(area: Area, host: OpenWorkbook): Json {
  return readBlock(area, host, valueAt);
}

function valueAt(sheet: Sheet, row: number, column: number): string | number | boolean {
  const value = sheet.cell(row, column)?.value ?? null;
  return value === null ? "" : isError(value) ? value.error : value;
}

/** The formula with "=" as the user sees it (`[@Utfall]`), or the value where there is none. */
export function formulas(area: Area, host: OpenWorkbook): Json {
  return readBlock(area, host, (sheet, row, column) => {
    const formula = sheet.cell(row, column)?.formula;
    return formula === undefined ? valueAt(sheet, row, column) : host.formulas.shown(formula, sheet, row, column);
  });
}

export function formulasR1C1(area: Area, host: OpenWorkbook): Json {
  return readBlock(area, host, (sheet, row, column) => {
    const formula = sheet.cell(row, column)?.formula;
    return formula === undefined ? valueAt(sheet, row, column) : toR1C1(host.formulas.shown(formula, sheet, row, column), { row, column });
  });
}

export function numberFormats(area: Area, host: OpenWorkbook): Json {
  return readBlock(area, host, (sheet, row, column) => sheet.numberFormat(row, column));
}

export function numberFormatCategories(area: Area, host: OpenWorkbook): Json {
  return readBlock(area, host, (sheet, row, column) => numberFormatCategory(sheet.numberFormat(row, column)));
}

export function texts(area: Area, host: OpenWorkbook): Json {
  return readBlock(area, host, (sheet, row, column) =>
    displayText(sheet.cell(row, column)?.value ?? null, sheet.numberFormat(row, column), host.culture),
  );
}

export function valueTypes(area: Area, host: OpenWorkbook): Json {
  return readBlock(area, host, (sheet, row, column) => {
    const value = sheet.cell(row, column)?.value ?? null;
    if (value === null) {
      return "Empty";
    }
    if (isError(value)) {
      return "Error";
    }
    return typeof value === "string" ? "String" : typeof value === "number" ? "Double" : "Boolean";
  });
}
