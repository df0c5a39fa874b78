import type { ConditionalFormat, Sheet } from "../../xlsx/model.js";
import type { Behaviour, ScalarProperty } from "../behaviour.js";
import { intersection } from "../cells/rectangles.js";
import { asColor } from "../cells/colors.js";
import { asFlag, asNumber, asOneOf, asRecord, asText, nameOf } from "../cells/propertyValues.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Json } from "../richApi/response.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Areas, ConditionalFormatHandle, HostObject } from "../subjects.js";

/** The types that can be made here, by their names in the API. */
const CREATED: Readonly<Record<string, ConditionalFormatHandle["type"]>> = { Custom: "custom", ContainsText: "containsText", CellValue: "cellValue" };
const FROM_FILE: Readonly<Record<ConditionalFormat["type"], ConditionalFormatHandle["type"]>> = {
  expression: "custom", containsText: "containsText", cellIs: "cellValue", other: "other",
};
/** Operators of the API and of the file. */
const COMPARISONS: Readonly<Record<string, string>> = {
  Between: "between", NotBetween: "notBetween", EqualTo: "equal", NotEqualTo: "notEqual", GreaterThan: "greaterThan", LessThan: "lessThan", GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
};

/** Conditional formats that touch the cells. */
export const conditionalFormatCollection: Behaviour<Areas> = {
  items: (areas, host) => handlesOf(areas, host).map(exposed),
  item: (areas, key, host) => exposed(required(handlesOf(areas, host).find(({ id }) => id === key))),
  objectMethods: {
    /** Custom (a formula), ContainsText or CellValue. It takes effect when its rule has been set. */
    Add: (areas, args, host) => {
      ensureFormattable(areas, host);
      const type = CREATED[args.text(0)];
      if (type === undefined) {
        throw new RichApiError("ApiNotFound", `Conditional formats of type ${args.text(0)} are not implemented in the embedded Excel.`);
      }
      return exposed(host.conditionalFormats.add({ areas, type, current: undefined }));
    },
    GetItemAt: (areas, args, host) => exposed(required(handlesOf(areas, host)[args.integer(0)])),
    GetItemOrNullObject: (areas, args, host) => {
      const handle = handlesOf(areas, host).find(({ id }) => id === args.raw(0));
      return handle && exposed(handle);
    },
  },
  methods: {
    GetCount: (areas, _args, host) => handlesOf(areas, host).length,
  },
  actions: {
    ClearAll: (areas, _args, host) => {
      ensureFormattable(areas, host);
      for (const { sheet, rect } of areas) {
        sheet.clearConditionalFormats(rect);
      }
    },
  },
};

export const conditionalFormat: Behaviour<ConditionalFormatHandle> = {
  id: { name: "Id", of: ({ id }) => id },
  scalars: {
    Id: { get: ({ id }) => id },
    Type: { get: ({ type }) => nameOf(type, CREATED) ?? "Custom" },
    /** 0 is applied first. The others of the sheet make room. */
    Priority: { get: (handle) => (handle.current === undefined ? 0 : inOrder(handle).findIndex(({ priority }) => priority === handle.current?.priority)), set: setPriority },
    StopIfTrue: {
      get: ({ current }) => current?.stopIfTrue ?? false,
      set: (handle, value, host) => replace(handle, { stopIfTrue: asFlag(value) }, host),
    },
  },
  objects: {
    Custom: (handle) => ofType(handle, "custom"),
    CustomOrNullObject: (handle) => (handle.type === "custom" ? ofType(handle, "custom") : undefined),
    TextComparison: (handle) => ofType(handle, "containsText"),
    TextComparisonOrNullObject: (handle) => (handle.type === "containsText" ? ofType(handle, "containsText") : undefined),
    CellValue: (handle) => ofType(handle, "cellValue"),
    CellValueOrNullObject: (handle) => (handle.type === "cellValue" ? ofType(handle, "cellValue") : undefined),
  },
  objectMethods: {
    /** Throws InvalidArgument when the format is on more than one block. */
    GetRange: ({ areas: [area, ...others] }) => {
      if (others.length > 0) {
        throw new RichApiError("InvalidArgument");
      }
      return { kind: "Range", target: area };
    },
    GetRanges: ({ areas }) => ({ kind: "RangeAreas", target: areas }),
  },
  actions: {
    Delete: (handle, _args, host) => {
      ensureFormattable(handle.areas, host);
      if (handle.current !== undefined) {
        handle.areas[0].sheet.removeConditionalFormat(handle.current);
      }
      host.conditionalFormats.remove(handle);
    },
  },
};

export const customConditionalFormat: Behaviour<ConditionalFormatHandle> = {
  objects: {
    Rule: (target) => ({ kind: "ConditionalFormatRule", target }),
    Format: (target) => ({ kind: "ConditionalRangeFormat", target }),
  },
};

export const conditionalFormatRule: Behaviour<ConditionalFormatHandle> = {
  scalars: { Formula: formulaProperty(), FormulaLocal: formulaProperty() },
};

export const textConditionalFormat: Behaviour<ConditionalFormatHandle> = {
  scalars: {
    /** { operator: "Contains", text }: other operators are not implemented. */
    Rule: {
      get: ({ current }): Json => (current?.text === undefined ? null : { operator: "Contains", text: current.text }),
      set: (handle, value, host) => {
        const { operator, text } = asRecord(value);
        if (operator !== undefined && operator !== "Contains") {
          throw new RichApiError("ApiNotFound", "ConditionalTextOperator other than Contains is not implemented in the embedded Excel.");
        }
        replace(handle, { text: asText(text), operator: "containsText", formulas: [] }, host);
      },
    },
  },
  objects: { Format: (target) => ({ kind: "ConditionalRangeFormat", target }) },
};

export const cellValueConditionalFormat: Behaviour<ConditionalFormatHandle> = {
  scalars: {
    /** { operator, formula1, formula2? }; formulas with "=" or plain values. */
    Rule: {
      get: ({ current }): Json =>
        current === undefined ? null : { operator: nameOf(current.operator, COMPARISONS), formula1: shown(current.formulas[0]), formula2: shown(current.formulas[1]) },
      set: (handle, value, host) => {
        const { operator, formula1, formula2 } = asRecord(value);
        const formulas = [formula1, formula2].filter((formula) => formula !== undefined && formula !== null).map(operand);
        if (formulas.length === 0) {
          throw new RichApiError("InvalidArgument");
        }
        replace(handle, { operator: asOneOf(operator, COMPARISONS), formulas }, host);
      },
    },
  },
  objects: { Format: (target) => ({ kind: "ConditionalRangeFormat", target }) },
};

export const conditionalRangeFormat: Behaviour<ConditionalFormatHandle> = {
  objects: {
    Fill: (target) => ({ kind: "ConditionalRangeFill", target }),
    Font: (target) => ({ kind: "ConditionalRangeFont", target }),
  },
};

export const conditionalRangeFill: Behaviour<ConditionalFormatHandle> = {
  scalars: { Color: formatProperty("fill", asColor) },
};

export const conditionalRangeFont: Behaviour<ConditionalFormatHandle> = {
  scalars: { Color: formatProperty("fontColor", asColor), Bold: formatProperty("bold", asFlag), Italic: formatProperty("italic", asFlag) },
};

function exposed(target: ConditionalFormatHandle): HostObject {
  return { kind: "ConditionalFormat", target };
}

function required(handle: ConditionalFormatHandle | undefined): ConditionalFormatHandle {
  if (handle === undefined) {
    throw new RichApiError("ItemNotFound");
  }
  return handle;
}

function ensureFormattable(areas: Areas, host: OpenWorkbook): void {
  for (const { sheet } of areas) {
    host.ensureUnprotected(sheet, sheet.protection?.options.allowFormatCells);
  }
}

/** The handles of what the file has on the cells, first applied first. */
function handlesOf(areas: Areas, host: OpenWorkbook): readonly ConditionalFormatHandle[] {
  const sheets = new Set(areas.map(({ sheet }) => sheet));
  return [...sheets].flatMap((sheet) =>
    sheet.conditionalFormats
      .filter(({ ranges }) => areas.some((area) => area.sheet === sheet && ranges.some((range) => intersection(range, area.rect) !== undefined)))
      .toSorted((a, b) => a.priority - b.priority)
      .flatMap((current) => handleOf(sheet, current, host)),
  );
}

function handleOf(sheet: Sheet, current: ConditionalFormat, host: OpenWorkbook): readonly ConditionalFormatHandle[] {
  const known = host.conditionalFormats.of(sheet, current);
  const [first, ...rest] = current.ranges.map((rect) => ({ sheet, rect }));
  return known !== undefined ? [known] : first === undefined ? [] : [host.conditionalFormats.add({ areas: [first, ...rest], type: FROM_FILE[current.type], current })];
}

/** Formats of the file are replaced, not changed. Until a rule is there, what is given is kept for it. */
function replace(handle: ConditionalFormatHandle, patch: Partial<ConditionalFormat>, host: OpenWorkbook): void {
  ensureFormattable(handle.areas, host);
  const [{ sheet }] = handle.areas;
  const next: Partial<ConditionalFormat> = { ...(handle.current ?? handle.draft), ...patch };
  const isComplete = (next.formulas?.length ?? 0) > 0 || next.text !== undefined;
  if (!isComplete) {
    handle.draft = next;
    return;
  }
  if (handle.current !== undefined) {
    sheet.removeConditionalFormat(handle.current);
    handle.current = undefined;
  }
  const priority = next.priority ?? 1;
  if (sheet.conditionalFormats.some((other) => other.priority === priority)) {
    host.conditionalFormats.stepDown(sheet, priority);
  }
  handle.current = sheet.addConditionalFormat({
    priority,
    ranges: handle.areas.map(({ rect }) => rect),
    type: handle.type === "custom" ? "expression" : handle.type === "cellValue" ? "cellIs" : handle.type,
    operator: next.operator,
    formulas: next.formulas ?? [],
    text: next.text,
    stopIfTrue: next.stopIfTrue ?? false,
    format: next.format,
  });
}

function inOrder({ areas: [{ sheet }] }: ConditionalFormatHandle): readonly ConditionalFormat[] {
  return sheet.conditionalFormats.toSorted((a, b) => a.priority - b.priority);
}

/** A format without a rule is not in the file, and will come first when it gets one. */
function setPriority(handle: ConditionalFormatHandle, value: unknown, host: OpenWorkbook): void {
  const place = asNumber(value);
  if (!Number.isInteger(place) || place < 0) {
    throw new RichApiError("InvalidArgument");
  }
  const { current } = handle;
  if (current !== undefined) {
    const others = inOrder(handle).filter(({ priority }) => priority !== current.priority);
    replace(handle, { priority: others[place]?.priority ?? (others.at(-1)?.priority ?? 0) + 1 }, host);
  }
}

function ofType(handle: ConditionalFormatHandle, type: "custom" | "containsText" | "cellValue"): HostObject {
  if (handle.type !== type) {
    throw new RichApiError("ItemNotFound");
  }
  const kinds = { custom: "CustomConditionalFormat", containsText: "TextConditionalFormat", cellValue: "CellValueConditionalFormat" } as const;
  return { kind: kinds[type], target: handle };
}

/** With "=" in front, relative to the first cell. */
function formulaProperty(): ScalarProperty<ConditionalFormatHandle> {
  return {
    get: ({ current }) => (current?.formulas[0] === undefined ? "" : `=${current.formulas[0]}`),
    set: (handle, value, host) => replace(handle, { formulas: [asText(value).replace(/^=/, "")] }, host),
  };
}

type Format = NonNullable<ConditionalFormat["format"]>;

function formatProperty<K extends keyof Format>(key: K, parse: (value: unknown) => NonNullable<Format[K]>): ScalarProperty<ConditionalFormatHandle> {
  return {
    get: ({ current, draft }) => (current ?? draft).format?.[key] ?? null,
    set: (handle, value, host) => replace(handle, { format: { ...(handle.current ?? handle.draft).format, [key]: parse(value) } }, host),
  };
}

function operand(value: unknown): string {
  return typeof value === "number" ? String(value) : asText(value).replace(/^=/, "");
}

function shown(formula: string | undefined): string | undefined {
  return formula === undefined || Number.isFinite(Number(formula)) ? formula : `=${formula}`;
}
