import type { Rect } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { fullAddress } from "../cells/address.js";
import { formulas, formulasR1C1, numberFormats, texts, values, valueTypes } from "../cells/readCells.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Json } from "../richApi/response.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, HostObject, Subjects } from "../subjects.js";

/** The cells of a range that are in rows and columns that are not hidden. It is read here, not written. */
export const rangeView: Behaviour<Subjects["RangeView"]> = {
  scalars: {
    Values: { get: visible(values) },
    Formulas: { get: visible(formulas) },
    /** Not translated here: the same as formulas. */
    FormulasLocal: { get: visible(formulas) },
    FormulasR1C1: { get: visible(formulasR1C1) },
    NumberFormat: { get: visible(numberFormats) },
    Text: { get: visible(texts) },
    ValueTypes: { get: visible(valueTypes) },
    CellAddresses: { get: ({ area }) => visibleRows(area).map((row) => visibleColumns(area).map((column) => fullAddress(area.sheet.name, cell(row, column)))) },
    RowCount: { get: ({ area }) => visibleRows(area).length },
    ColumnCount: { get: ({ area }) => visibleColumns(area).length },
    /** Place among the rows of the view that it is a row of; 0 for a view by itself. */
    Index: { get: ({ index }) => index },
  },
  objects: { Rows: ({ area }) => ({ kind: "RangeViewCollection", target: area }) },
  objectMethods: {
    /** The range with its hidden cells. */
    GetRange: ({ area }) => ({ kind: "Range", target: area }),
  },
};

/** One view for each visible row. */
export const rangeViewCollection: Behaviour<Area> = {
  items: (area) => visibleRows(area).map((_row, index) => rowView(area, index)),
  objectMethods: { GetItemAt: (area, args) => rowView(area, args.integer(0)) },
  methods: { GetCount: (area) => visibleRows(area).length },
};

function rowView({ sheet, rect }: Area, index: number): HostObject {
  const row = visibleRows({ sheet, rect })[index];
  if (row === undefined) {
    throw new RichApiError("InvalidArgument");
  }
  return { kind: "RangeView", target: { area: { sheet, rect: { ...rect, row, rows: 1 } }, index } };
}

function visibleRows({ sheet, rect }: Area): readonly number[] {
  return Array.from({ length: rect.rows }, (_row, index) => rect.row + index).filter((row) => !sheet.rowHidden(row));
}

function visibleColumns({ sheet, rect }: Area): readonly number[] {
  return Array.from({ length: rect.columns }, (_column, index) => rect.column + index).filter((column) => !sheet.columnHidden(column));
}

/** What a reader gives of the whole range, without its hidden rows and columns; null as the reader does for whole rows and columns. */
function visible(read: (area: Area, host: OpenWorkbook) => Json): (target: Subjects["RangeView"], host: OpenWorkbook) => Json {
  return ({ area }, host) => {
    const matrix = read(area, host);
    if (!isList(matrix)) {
      return null;
    }
    const columns = visibleColumns(area);
    return visibleRows(area).map((row) => {
      const line = matrix[row - area.rect.row];
      return columns.map((column) => (isList(line) ? line[column - area.rect.column] : null));
    });
  };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function cell(row: number, column: number): Rect {
  return { row, column, rows: 1, columns: 1 };
}
