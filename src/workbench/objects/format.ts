import type { CellFormat, CellFormatPatch, Sheet } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { autofitColumns, autofitRows } from "../cells/autofit.js";
import { commonFormat } from "../cells/formatSample.js";
import { asColor } from "../cells/colors.js";
import { asFlag, asNumber, asOneOf, asText, nameOf } from "../cells/propertyValues.js";
import { charactersFor, pointsFor } from "../cells/sizes.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Json } from "../richApi/response.js";
import type { Areas } from "../subjects.js";

export const HORIZONTAL: Readonly<Record<string, CellFormat["horizontal"]>> = {
  General: "general", Left: "left", Center: "center", Right: "right", Fill: "fill", Justify: "justify", CenterAcrossSelection: "centerContinuous", Distributed: "distributed",
};
export const VERTICAL: Readonly<Record<string, CellFormat["vertical"]>> = { Top: "top", Center: "center", Bottom: "bottom", Justify: "justify", Distributed: "distributed" };
export const UNDERLINE: Readonly<Record<string, CellFormat["font"]["underline"]>> = {
  None: "none", Single: "single", Double: "double", SingleAccountant: "singleAccounting", DoubleAccountant: "doubleAccounting",
};
/** Row heights and column widths beyond these are refused: 409.5 points, 255 characters. */
const MAX_ROW_POINTS = 409.5;
const MAX_COLUMN_POINTS = pointsFor(255 + 5 / 7);

/** Applies a change to every cell of the areas. Throws AccessDenied on a protected sheet that does not allow it. */
export function applyToAreas(areas: Areas, patch: CellFormatPatch, host: OpenWorkbook): void {
  for (const { sheet, rect } of areas) {
    host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatCells);
    sheet.applyFormat(rect, patch);
  }
}

/** The format of the cells. A property is null where the cells differ. */
export const rangeFormat: Behaviour<Areas> = {
  scalars: {
    HorizontalAlignment: {
      get: (areas) => commonFormat(areas, (format) => nameOf(format.horizontal, HORIZONTAL)),
      set: (areas, value, host) => applyToAreas(areas, { horizontal: asOneOf(value, HORIZONTAL) }, host),
    },
    VerticalAlignment: {
      get: (areas) => commonFormat(areas, (format) => nameOf(format.vertical, VERTICAL)),
      set: (areas, value, host) => applyToAreas(areas, { vertical: asOneOf(value, VERTICAL) }, host),
    },
    WrapText: {
      get: (areas) => commonFormat(areas, (format) => format.wrap),
      set: (areas, value, host) => applyToAreas(areas, { wrap: asFlag(value) }, host),
    },
    /** 0 to 250. */
    IndentLevel: { get: (areas) => commonFormat(areas, (format) => format.indent), set: setIndent },
    /** Width of every column of the cells, in points. */
    ColumnWidth: {
      get: (areas) => commonSize(areas, "column", (sheet, column) => pointsFor(sheet.columnWidth(column) ?? sheet.defaultColumnWidth)),
      set: setColumnWidth,
    },
    /** Height of every row of the cells, in points. */
    RowHeight: {
      get: (areas) => commonSize(areas, "row", (sheet, row) => sheet.rowHeight(row) ?? sheet.defaultRowHeight),
      set: setRowHeight,
    },
    UseStandardWidth: { get: (areas) => commonSize(areas, "column", (sheet, column) => sheet.columnWidth(column) === undefined), set: useStandardWidth },
    UseStandardHeight: { get: (areas) => commonSize(areas, "row", (sheet, row) => sheet.rowHeight(row) === undefined), set: useStandardHeight },
  },
  objects: {
    Fill: (areas) => ({ kind: "RangeFill", target: areas }),
    Font: (areas) => ({ kind: "RangeFont", target: areas }),
    Borders: (areas) => ({ kind: "RangeBorderCollection", target: areas }),
    Protection: (areas) => ({ kind: "FormatProtection", target: areas }),
  },
  actions: {
    /** Makes the columns as wide as their contents need. An estimate from the number of characters. */
    AutofitColumns: (areas, _args, host) => {
      for (const area of areas) {
        host.ensureUnprotected(area.sheet, area.sheet.protection?.options.allowFormatColumns);
        autofitColumns(area, host);
      }
    },
    /** Makes the rows as high as their contents need. An estimate from the text, its wrapping and its size. */
    AutofitRows: (areas, _args, host) => {
      for (const area of areas) {
        host.ensureUnprotected(area.sheet, area.sheet.protection?.options.allowFormatRows);
        autofitRows(area, host);
      }
    },
    AdjustIndent: (areas, args, host) => {
      const current = commonFormat(areas, (format) => format.indent) ?? 0;
      setIndent(areas, current + args.integer(0), host);
    },
  },
};

export const rangeFill: Behaviour<Areas> = {
  scalars: {
    /** "#RRGGBB"; white where there is no fill. Setting an empty text removes it. */
    Color: {
      get: (areas) => commonFormat(areas, (format) => format.fill ?? "#FFFFFF"),
      set: (areas, value, host) => applyToAreas(areas, { fill: value === "" ? null : asColor(value) }, host),
    },
  },
  actions: { Clear: (areas, _args, host) => applyToAreas(areas, { fill: null }, host) },
};

export const rangeFont: Behaviour<Areas> = {
  scalars: {
    Name: { get: (areas) => commonFormat(areas, ({ font }) => font.name), set: (areas, value, host) => applyToAreas(areas, { font: { name: asText(value) } }, host) },
    /** In points, 1 to 409. */
    Size: { get: (areas) => commonFormat(areas, ({ font }) => font.size), set: setFontSize },
    Bold: { get: (areas) => commonFormat(areas, ({ font }) => font.bold), set: (areas, value, host) => applyToAreas(areas, { font: { bold: asFlag(value) } }, host) },
    Italic: { get: (areas) => commonFormat(areas, ({ font }) => font.italic), set: (areas, value, host) => applyToAreas(areas, { font: { italic: asFlag(value) } }, host) },
    Strikethrough: {
      get: (areas) => commonFormat(areas, ({ font }) => font.strikethrough),
      set: (areas, value, host) => applyToAreas(areas, { font: { strikethrough: asFlag(value) } }, host),
    },
    Underline: {
      get: (areas) => commonFormat(areas, ({ font }) => nameOf(font.underline, UNDERLINE)),
      set: (areas, value, host) => applyToAreas(areas, { font: { underline: asOneOf(value, UNDERLINE) } }, host),
    },
    Color: {
      get: (areas) => commonFormat(areas, ({ font }) => font.color ?? "#000000"),
      set: (areas, value, host) => applyToAreas(areas, { font: { color: asColor(value) } }, host),
    },
  },
};

/** What protection of the sheet will mean for the cells. */
export const formatProtection: Behaviour<Areas> = {
  scalars: {
    Locked: { get: (areas) => commonFormat(areas, (format) => format.locked), set: (areas, value, host) => applyToAreas(areas, { locked: asFlag(value) }, host) },
    FormulaHidden: { get: (areas) => commonFormat(areas, (format) => format.hidden), set: (areas, value, host) => applyToAreas(areas, { hidden: asFlag(value) }, host) },
  },
};

function setFontSize(areas: Areas, value: unknown, host: OpenWorkbook): void {
  const size = asNumber(value);
  if (size < 1 || size > 409) {
    throw new RichApiError("InvalidArgument");
  }
  applyToAreas(areas, { font: { size } }, host);
}

function setIndent(areas: Areas, value: unknown, host: OpenWorkbook): void {
  const indent = asNumber(value);
  if (!Number.isInteger(indent) || indent < 0 || indent > 250) {
    throw new RichApiError("InvalidArgument");
  }
  // Only text at an edge can be indented; Excel moves general alignment to the left.
  const isAtEdge = commonFormat(areas, (format) => ["left", "right", "distributed"].includes(format.horizontal)) === true;
  applyToAreas(areas, isAtEdge || indent === 0 ? { indent } : { indent, horizontal: "left" }, host);
}

function setColumnWidth(areas: Areas, value: unknown, host: OpenWorkbook): void {
  const points = asNumber(value);
  if (points < 0 || points > MAX_COLUMN_POINTS) {
    throw new RichApiError("InvalidArgument");
  }
  eachSheet(areas, host, "allowFormatColumns", ({ sheet, rect }) => {
    sheet.setColumnHidden(rect.column, rect.columns, points === 0);
    if (points > 0) {
      sheet.setColumnWidth(rect.column, rect.columns, charactersFor(points));
    }
  });
}

function setRowHeight(areas: Areas, value: unknown, host: OpenWorkbook): void {
  const points = asNumber(value);
  if (points < 0 || points > MAX_ROW_POINTS) {
    throw new RichApiError("InvalidArgument");
  }
  eachSheet(areas, host, "allowFormatRows", ({ sheet, rect }) => {
    sheet.setRowHidden(rect.row, rect.rows, points === 0);
    if (points > 0) {
      sheet.setRowHeight(rect.row, rect.rows, points);
    }
  });
}

function useStandardWidth(areas: Areas, value: unknown, host: OpenWorkbook): void {
  if (asFlag(value)) {
    eachSheet(areas, host, "allowFormatColumns", ({ sheet, rect }) => sheet.setColumnWidth(rect.column, rect.columns, undefined));
  }
}

function useStandardHeight(areas: Areas, value: unknown, host: OpenWorkbook): void {
  if (asFlag(value)) {
    eachSheet(areas, host, "allowFormatRows", ({ sheet, rect }) => sheet.setRowHeight(rect.row, rect.rows, undefined));
  }
}

function eachSheet(areas: Areas, host: OpenWorkbook, allowed: "allowFormatColumns" | "allowFormatRows", apply: (area: Areas[number]) => void): void {
  for (const area of areas) {
    host.ensureUnprotected(area.sheet, area.sheet.protection?.options[allowed]);
    apply(area);
  }
}

/** The size that all columns or rows of the areas have; null where they differ. */
function commonSize<T extends number | boolean>(areas: Areas, along: "row" | "column", read: (sheet: Sheet, index: number) => T): Json {
  const sizes = new Set<T>();
  for (const { sheet, rect } of areas) {
    const [start, count] = along === "row" ? [rect.row, rect.rows] : [rect.column, rect.columns];
    for (let index = start; index < start + count && sizes.size < 2; index += 1) {
      sizes.add(read(sheet, index));
    }
  }
  const [first] = sizes;
  return sizes.size === 1 && first !== undefined ? first : null;
}
