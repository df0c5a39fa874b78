// Range.setCellProperties and its kin: formats of many cells in one call, given as plain records after the shape of RangeFormat.
import type { Behaviour } from "../behaviour.js";
import { matrixOf, readMatrix } from "../cells/matrix.js";
import { positionsIn } from "../cells/rectangles.js";
import { asFlag, asRecord } from "../cells/propertyValues.js";
import { fullAddress } from "../cells/address.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Json } from "../richApi/response.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, Areas } from "../subjects.js";
import { border } from "./borders.js";
import { formatProtection, rangeFill, rangeFont, rangeFormat } from "./format.js";

const PARTS: Readonly<Record<string, Behaviour<Areas>>> = { fill: rangeFill, font: rangeFont, protection: formatProtection };
const BORDER_SIDES = ["top", "bottom", "left", "right"] as const;

/** A 2-D array of the range's shape; each member names what to change of its cell. */
export function setCellProperties({ sheet, rect }: Area, input: unknown, host: OpenWorkbook): void {
  const at = readMatrix(input, rect);
  for (const { row, column } of positionsIn(rect)) {
    const properties = at(row - rect.row, column - rect.column);
    if (properties !== undefined) {
      applyProperties([{ sheet, rect: { row, column, rows: 1, columns: 1 } }], asRecord(properties), host);
    }
  }
}

/** One member for each row; `rowHidden` and `format.rowHeight` too. */
export function setRowProperties({ sheet, rect }: Area, input: unknown, host: OpenWorkbook): void {
  for (const [index, properties] of list(input, rect.rows).entries()) {
    const { rowHidden, ...rest } = asRecord(properties);
    const row = { ...rect, row: rect.row + index, rows: 1 };
    if (rowHidden !== undefined) {
      host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatRows);
      sheet.setRowHidden(row.row, 1, asFlag(rowHidden));
    }
    applyProperties([{ sheet, rect: row }], rest, host);
  }
}

/** One member for each column; `columnHidden` and `format.columnWidth` too. */
export function setColumnProperties({ sheet, rect }: Area, input: unknown, host: OpenWorkbook): void {
  for (const [index, properties] of list(input, rect.columns).entries()) {
    const { columnHidden, ...rest } = asRecord(properties);
    const column = { ...rect, column: rect.column + index, columns: 1 };
    if (columnHidden !== undefined) {
      host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatColumns);
      sheet.setColumnHidden(column.column, 1, asFlag(columnHidden));
    }
    applyProperties([{ sheet, rect: column }], rest, host);
  }
}

/** Range.getCellProperties: of each cell what the record asks for with true. */
export function cellProperties({ sheet, rect }: Area, wanted: unknown, host: OpenWorkbook): Json {
  const { address, format, ...unknown } = asRecord(wanted);
  refuseOthers(unknown);
  host.ensureReadable(rect);
  return matrixOf(rect, (row, column) => {
    const cell: Area = { sheet, rect: { row, column, rows: 1, columns: 1 } };
    return {
      ...(address === true ? { address: fullAddress(sheet.name, cell.rect) } : {}),
      ...(format === undefined ? {} : { format: wantedFormat([cell], asRecord(format), host) }),
    };
  });
}

/** Range.getRowProperties: of each row what the record asks for with true. */
export function rowProperties({ sheet, rect }: Area, wanted: unknown, host: OpenWorkbook): Json {
  const { rowHidden, ...rest } = asRecord(wanted);
  return Array.from({ length: rect.rows }, (_row, index) => ({
    ...(rowHidden === true ? { rowHidden: sheet.rowHidden(rect.row + index) } : {}),
    ...lineProperties({ sheet, rect: { ...rect, row: rect.row + index, rows: 1 } }, rest, host),
  }));
}

/** Range.getColumnProperties: of each column what the record asks for with true. */
export function columnProperties({ sheet, rect }: Area, wanted: unknown, host: OpenWorkbook): Json {
  const { columnHidden, ...rest } = asRecord(wanted);
  return Array.from({ length: rect.columns }, (_column, index) => ({
    ...(columnHidden === true ? { columnHidden: sheet.columnHidden(rect.column + index) } : {}),
    ...lineProperties({ sheet, rect: { ...rect, column: rect.column + index, columns: 1 } }, rest, host),
  }));
}

/** A format is null where the cells of the row or column differ. */
function lineProperties(line: Area, wanted: Readonly<Record<string, unknown>>, host: OpenWorkbook): Readonly<Record<string, Json>> {
  const { address, format, ...unknown } = wanted;
  refuseOthers(unknown);
  return {
    ...(address === true ? { address: fullAddress(line.sheet.name, line.rect) } : {}),
    ...(format === undefined ? {} : { format: wantedFormat([line], asRecord(format), host) }),
  };
}

function wantedFormat(areas: Areas, wanted: Readonly<Record<string, unknown>>, host: OpenWorkbook): Json {
  const result: Record<string, Json> = {};
  for (const [name, value] of Object.entries(wanted)) {
    const part = PARTS[name];
    if (part === undefined) {
      result[name] = read(rangeFormat, name, areas, host);
    } else {
      result[name] = Object.fromEntries(Object.keys(asRecord(value)).map((inner) => [inner, read(part, inner, areas, host)]));
    }
  }
  return result;
}

function applyProperties(areas: Areas, properties: Readonly<Record<string, unknown>>, host: OpenWorkbook): void {
  const { format, ...unknown } = properties;
  refuseOthers(unknown);
  for (const [name, value] of Object.entries(format === undefined ? {} : asRecord(format))) {
    const part = PARTS[name];
    if (name === "borders") {
      applyBorders(areas, asRecord(value), host);
    } else if (part === undefined) {
      write(rangeFormat, name, areas, value, host);
    } else {
      for (const [inner, innerValue] of Object.entries(asRecord(value))) {
        write(part, inner, areas, innerValue, host);
      }
    }
  }
}

function applyBorders(areas: Areas, borders: Readonly<Record<string, unknown>>, host: OpenWorkbook): void {
  for (const [name, value] of Object.entries(borders)) {
    const side = BORDER_SIDES.find((known) => known === name);
    if (side === undefined) {
      throw notImplemented(`borders.${name}`);
    }
    for (const [property, propertyValue] of Object.entries(asRecord(value))) {
      write(border, property, { areas, side }, propertyValue, host);
    }
  }
}

function write<T>(behaviour: Behaviour<T>, name: string, target: T, value: unknown, host: OpenWorkbook): void {
  const set = behaviour.scalars?.[pascalCase(name)]?.set;
  if (set === undefined) {
    throw notImplemented(name);
  }
  set(target, value, host);
}

function read<T>(behaviour: Behaviour<T>, name: string, target: T, host: OpenWorkbook): Json {
  const get = behaviour.scalars?.[pascalCase(name)]?.get;
  if (get === undefined) {
    throw notImplemented(name);
  }
  return get(target, host);
}

function list(input: unknown, length: number): readonly unknown[] {
  if (!Array.isArray(input) || input.length !== length) {
    throw new RichApiError("InvalidArgument");
  }
  return input;
}

function refuseOthers(properties: Readonly<Record<string, unknown>>): void {
  const [other] = Object.keys(properties);
  if (other !== undefined) {
    throw notImplemented(other);
  }
}

function notImplemented(name: string): RichApiError {
  return new RichApiError("ApiNotFound", `CellProperties.${name} is not implemented in the embedded Excel.`);
}

function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
