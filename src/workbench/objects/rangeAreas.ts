import type { Rect } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { fullAddress, isEntireColumn, isEntireRow, isOnSheet, MAX_COLUMNS, MAX_ROWS } from "../cells/address.js";
import { clear } from "../cells/clear.js";
import { cellCount, intersection } from "../cells/rectangles.js";
import { resolveAddresses } from "../cells/resolveAddress.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Arguments } from "../richApi/arguments.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Areas, HostObject } from "../subjects.js";

/** Several blocks of one sheet, treated alike. */
export const rangeAreas: Behaviour<Areas> = {
  isTracked: true,
  scalars: {
    /** Addresses of the blocks with commas between. */
    Address: { get: (areas) => areas.map(({ sheet, rect }) => fullAddress(sheet.name, rect)).join(",") },
    AddressLocal: { get: (areas) => areas.map(({ sheet, rect }) => fullAddress(sheet.name, rect)).join(",") },
    AreaCount: { get: (areas) => areas.length },
    CellCount: { get: (areas) => areas.reduce((sum, { rect }) => sum + cellCount(rect), 0) },
    IsEntireColumn: { get: (areas) => areas.every(({ rect }) => isEntireColumn(rect)) },
    IsEntireRow: { get: (areas) => areas.every(({ rect }) => isEntireRow(rect)) },
  },
  objects: {
    Areas: (areas) => ({ kind: "RangeCollection", target: areas }),
    Format: (areas) => ({ kind: "RangeFormat", target: areas }),
    DataValidation: (areas) => ({ kind: "DataValidation", target: areas }),
    ConditionalFormats: (areas) => ({ kind: "ConditionalFormatCollection", target: areas }),
    Worksheet: ([{ sheet }]) => ({ kind: "Worksheet", target: sheet }),
  },
  objectMethods: {
    /** What the areas and a range or an address have in common. Throws ItemNotFound when that is nothing. */
    GetIntersection: (areas, args, host) => {
      const common = commonAreas(areas, args, host);
      if (common === undefined) {
        throw new RichApiError("ItemNotFound");
      }
      return common;
    },
    GetIntersectionOrNullObject: commonAreas,
    /** Same sizes, moved. Throws InvalidArgument when a block would lie outside the sheet. */
    GetOffsetRangeAreas: (areas, args) => ({
      kind: "RangeAreas",
      target: each(areas, ({ sheet, rect }) => ({ sheet, rect: onSheet({ ...rect, row: rect.row + args.integer(0), column: rect.column + args.integer(1) }) })),
    }),
    GetEntireRow: (areas) => ({ kind: "RangeAreas", target: each(areas, ({ sheet, rect }) => ({ sheet, rect: { ...rect, column: 0, columns: MAX_COLUMNS } })) }),
    GetEntireColumn: (areas) => ({ kind: "RangeAreas", target: each(areas, ({ sheet, rect }) => ({ sheet, rect: { ...rect, row: 0, rows: MAX_ROWS } })) }),
  },
  actions: {
    Clear: (areas, args, host) => clear(areas, args.textOr(0, "All"), host),
    Calculate: (_areas, _args, host) => host.calculateNow(),
  },
};

export const rangeCollection: Behaviour<Areas> = {
  items: (areas) => areas.map((target) => ({ kind: "Range", target })),
  objectMethods: {
    GetItemAt: (areas, args) => {
      const target = areas[args.integer(0)];
      if (target === undefined) {
        throw new RichApiError("InvalidArgument");
      }
      return { kind: "Range", target };
    },
  },
  methods: { GetCount: (areas) => areas.length },
};

function each([first, ...rest]: Areas, change: (area: Areas[number]) => Areas[number]): Areas {
  return [change(first), ...rest.map(change)];
}

function commonAreas(areas: Areas, args: Arguments, host: OpenWorkbook): HostObject | undefined {
  const [{ sheet }] = areas;
  const range = args.object(0, "Range");
  const others = args.object(0, "RangeAreas") ?? (range === undefined ? resolveAddresses(args.text(0), sheet, host.workbook) : [range]);
  const blocks = areas.flatMap(({ rect }) => others.flatMap((other) => (other.sheet === sheet ? (intersection(rect, other.rect) ?? []) : [])));
  const [first, ...rest] = blocks.map((rect) => ({ sheet, rect }));
  return first && { kind: "RangeAreas", target: [first, ...rest] };
}

function onSheet(rect: Rect): Rect {
  if (!isOnSheet(rect)) {
    throw new RichApiError("InvalidArgument");
  }
  return rect;
}
