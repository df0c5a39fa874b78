import type { Border, BorderStyle, CellFormat, Rect } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { commonFormat } from "../cells/formatSample.js";
import { asColor } from "../cells/colors.js";
import { asOneOf, nameOf } from "../cells/propertyValues.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, Areas, BorderSide, HostObject, Subjects } from "../subjects.js";

type CellSide = keyof CellFormat["borders"];

const SIDES: Readonly<Record<string, BorderSide>> = {
  EdgeTop: "top", EdgeBottom: "bottom", EdgeLeft: "left", EdgeRight: "right", InsideHorizontal: "insideHorizontal", InsideVertical: "insideVertical",
};

/** Office.js parts a border into line style and weight; the file has one style for each pair. */
const LINES: readonly { readonly style: string; readonly weight: string; readonly file: BorderStyle }[] = [
  { style: "None", weight: "Thin", file: "none" },
  { style: "Continuous", weight: "Thin", file: "thin" },
  { style: "Continuous", weight: "Hairline", file: "hair" },
  { style: "Continuous", weight: "Medium", file: "medium" },
  { style: "Continuous", weight: "Thick", file: "thick" },
  { style: "Double", weight: "Thick", file: "double" },
  { style: "Dot", weight: "Thin", file: "dotted" },
  { style: "Dash", weight: "Thin", file: "dashed" },
  { style: "Dash", weight: "Medium", file: "mediumDashed" },
  { style: "DashDot", weight: "Thin", file: "dashDot" },
  { style: "DashDot", weight: "Medium", file: "mediumDashDot" },
  { style: "DashDotDot", weight: "Thin", file: "dashDotDot" },
  { style: "DashDotDot", weight: "Medium", file: "mediumDashDotDot" },
  { style: "SlantDashDot", weight: "Medium", file: "slantDashDot" },
];

/** The borders of the cells, by side: the edges of the block and the lines inside it. */
export const borderCollection: Behaviour<Areas> = {
  scalars: { Count: { get: () => Object.keys(SIDES).length } },
  items: (areas) => Object.values(SIDES).map((side) => of(areas, side)),
  item: (areas, key) => of(areas, asOneOf(key, SIDES)),
  objectMethods: {
    GetItemAt: (areas, args) => {
      const side = Object.values(SIDES)[args.integer(0)];
      if (side === undefined) {
        throw new RichApiError("InvalidArgument");
      }
      return of(areas, side);
    },
  },
};

/** One side. A property is null where the cells differ. */
export const border: Behaviour<Subjects["RangeBorder"]> = {
  scalars: {
    SideIndex: { get: ({ side }) => nameOf(side, SIDES) },
    Style: {
      get: (target) => common(target, ({ style }) => lineOf(style).style),
      set: (target, value, host) => change(target, host, (line) => ({ ...line, style: styled(value, lineOf(line.style).weight) })),
    },
    Weight: {
      get: (target) => common(target, ({ style }) => lineOf(style).weight),
      set: (target, value, host) => change(target, host, (line) => ({ ...line, style: weighted(value, lineOf(line.style).style) })),
    },
    /** "#RRGGBB". Giving a colour to a side without a line draws a thin one. */
    Color: {
      get: (target) => common(target, ({ color }) => color ?? "#000000"),
      set: (target, value, host) => {
        const color = asColor(value);
        change(target, host, (line) => ({ style: line.style === "none" ? "thin" : line.style, color }));
      },
    },
  },
};

function of(areas: Areas, side: BorderSide): HostObject {
  return { kind: "RangeBorder", target: { areas, side } };
}

function lineOf(style: BorderStyle): (typeof LINES)[number] {
  const line = LINES.find(({ file }) => file === style);
  if (line === undefined) {
    throw new RichApiError("GeneralException", `Border style ${style} has no counterpart.`);
  }
  return line;
}

function styled(value: unknown, weight: string): BorderStyle {
  const lines = LINES.filter(({ style }) => style === value);
  const line = lines.find((candidate) => candidate.weight === weight) ?? lines[0];
  if (line === undefined) {
    throw new RichApiError("InvalidArgument");
  }
  return line.file;
}

function weighted(value: unknown, style: string): BorderStyle {
  const lines = LINES.filter(({ weight, file }) => weight === value && file !== "none");
  const line = lines.find((candidate) => candidate.style === style) ?? lines[0];
  if (line === undefined) {
    throw new RichApiError("InvalidArgument");
  }
  return line.file;
}

/** The strips of cells that carry a side: for an inside line, both cells that meet at it. */
function strips({ sheet, rect }: Area, side: BorderSide): { area: Area; side: CellSide }[] {
  const strip = (part: Rect, cellSide: CellSide) => ({ area: { sheet, rect: part }, side: cellSide });
  switch (side) {
    case "top":
      return [strip({ ...rect, rows: 1 }, "top")];
    case "bottom":
      return [strip({ ...rect, row: rect.row + rect.rows - 1, rows: 1 }, "bottom")];
    case "left":
      return [strip({ ...rect, columns: 1 }, "left")];
    case "right":
      return [strip({ ...rect, column: rect.column + rect.columns - 1, columns: 1 }, "right")];
    case "insideHorizontal":
      return rect.rows === 1 ? [] : [strip({ ...rect, rows: rect.rows - 1 }, "bottom"), strip({ ...rect, row: rect.row + 1, rows: rect.rows - 1 }, "top")];
    case "insideVertical":
      return rect.columns === 1
        ? []
        : [strip({ ...rect, columns: rect.columns - 1 }, "right"), strip({ ...rect, column: rect.column + 1, columns: rect.columns - 1 }, "left")];
  }
}

function common({ areas, side }: Subjects["RangeBorder"], read: (border: Border) => string): string | null {
  const values = new Set(areas.flatMap((area) => strips(area, side)).map((strip) => commonFormat([strip.area], (format) => read(format.borders[strip.side]))));
  const [first] = values;
  return values.size === 1 && first !== undefined ? first : null;
}

function change({ areas, side }: Subjects["RangeBorder"], host: OpenWorkbook, next: (border: Border) => Border): void {
  for (const strip of areas.flatMap((area) => strips(area, side))) {
    const { sheet, rect } = strip.area;
    host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatCells);
    const current = sheet.format(rect.row, rect.column).borders[strip.side];
    sheet.applyFormat(rect, { borders: { [strip.side]: next(current) } });
  }
}
