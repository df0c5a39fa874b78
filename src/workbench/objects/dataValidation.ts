import type { DataValidation, Rect, Sheet } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { contains, intersection, positionsIn } from "../cells/rectangles.js";
import { asFlag, asOneOf, asRecord, asText, nameOf } from "../cells/propertyValues.js";
import { serialOf } from "../cells/serialDates.js";
import { isValid } from "../cells/validity.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { HostObjectArgument } from "../richApi/arguments.js";
import type { Json } from "../richApi/response.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, Areas, HostObject } from "../subjects.js";
import { absoluteReference } from "./names.js";

type Rule = Omit<DataValidation, "ranges">;

const TYPES: Readonly<Record<string, DataValidation["type"]>> = {
  None: "none", WholeNumber: "whole", Decimal: "decimal", List: "list", Date: "date", Time: "time", TextLength: "textLength", Custom: "custom",
};
/** The member of Excel.DataValidationRule that holds a rule of each type. */
const MEMBERS: Readonly<Record<string, DataValidation["type"]>> = {
  wholeNumber: "whole", decimal: "decimal", list: "list", date: "date", time: "time", textLength: "textLength", custom: "custom",
};
const OPERATORS: Readonly<Record<string, DataValidation["operator"]>> = {
  Between: "between", NotBetween: "notBetween", EqualTo: "equal", NotEqualTo: "notEqual", GreaterThan: "greaterThan", LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual", LessThanOrEqualTo: "lessThanOrEqual",
};
const STYLES: Readonly<Record<string, DataValidation["errorStyle"]>> = { Stop: "stop", Warning: "warning", Information: "information" };
/** Characters that the text of an inline list can have. */
const MAX_LIST_TEXT = 255;

const NO_RULE: Rule = {
  type: "none", operator: "between", formula1: undefined, formula2: undefined, allowBlank: true, inCellDropDown: true, showErrorAlert: true, errorStyle: "stop",
  errorTitle: undefined, errorMessage: undefined, showInputPrompt: true, promptTitle: undefined, promptMessage: undefined,
};

/** What may be typed in the cells. Where the cells differ, the rule is null and the type "Inconsistent". */
export const dataValidation: Behaviour<Areas> = {
  scalars: {
    Type: {
      get: (areas) => {
        const rule = common(areas);
        return rule === undefined ? "Inconsistent" : nameOf(rule.type, TYPES);
      },
    },
    /** One member, named after the type: { list: { inCellDropDown, source } }, { decimal: { formula1, formula2, operator } }, { custom: { formula } } ... */
    Rule: { get: readRule, set: (areas, value, host) => change(areas, parseRule(asRecord(value)), host) },
    ErrorAlert: {
      get: (areas) => {
        const rule = common(areas);
        return rule === undefined
          ? null
          : { message: rule.errorMessage ?? "", showAlert: rule.showErrorAlert, style: nameOf(rule.errorStyle, STYLES), title: rule.errorTitle ?? "" };
      },
      set: (areas, value, host) => {
        const { message, showAlert, style, title } = asRecord(value);
        change(areas, {
          errorMessage: optionalText(message),
          errorTitle: optionalText(title),
          showErrorAlert: showAlert === undefined ? true : asFlag(showAlert),
          errorStyle: style === undefined ? "stop" : asOneOf(style, STYLES),
        }, host);
      },
    },
    Prompt: {
      get: (areas) => {
        const rule = common(areas);
        return rule === undefined ? null : { message: rule.promptMessage ?? "", showPrompt: rule.showInputPrompt, title: rule.promptTitle ?? "" };
      },
      set: (areas, value, host) => {
        const { message, showPrompt, title } = asRecord(value);
        change(areas, {
          promptMessage: optionalText(message),
          promptTitle: optionalText(title),
          showInputPrompt: showPrompt === undefined ? true : asFlag(showPrompt),
        }, host);
      },
    },
    /** Whether every cell holds what its rule allows; null when some do and some do not. */
    Valid: { get: valid, onlyByName: true },
    IgnoreBlanks: {
      get: (areas) => common(areas)?.allowBlank ?? null,
      set: (areas, value, host) => change(areas, { allowBlank: asFlag(value) }, host),
    },
  },
  objectMethods: {
    /** Cells that hold what their rule does not allow. Throws ItemNotFound when there are none. */
    GetInvalidCells: (areas, _args, host) => {
      const cells = invalidCells(areas, host);
      if (cells === undefined) {
        throw new RichApiError("ItemNotFound");
      }
      return cells;
    },
    GetInvalidCellsOrNullObject: (areas, _args, host) => invalidCells(areas, host),
  },
  actions: {
    Clear: (areas, _args, host) => {
      for (const { sheet, rect } of areas) {
        host.ensureUnprotected(sheet);
        sheet.setDataValidation(rect, undefined);
      }
    },
  },
};

function valid(areas: Areas, host: OpenWorkbook): Json {
  const answers = new Set(judgements(areas, host).map(({ isAllowed }) => isAllowed));
  const [answer] = answers;
  return answers.size === 1 && answer !== undefined ? answer : null;
}

function invalidCells(areas: Areas, host: OpenWorkbook): HostObject | undefined {
  const [first, ...rest] = judgements(areas, host).filter(({ isAllowed }) => !isAllowed).map(({ area }) => area);
  return first && { kind: "RangeAreas", target: [first, ...rest] };
}

function judgements(areas: Areas, host: OpenWorkbook): readonly { readonly area: Area; readonly isAllowed: boolean }[] {
  host.compute();
  return areas.flatMap(({ sheet, rect }) =>
    [...positionsIn(rect)].map((position) => {
      const cell = { ...position, rows: 1, columns: 1 };
      const rule = sheet.dataValidations.find(({ ranges }) => ranges.some((range) => intersection(range, cell) !== undefined));
      const first = rule?.ranges[0] ?? cell;
      return { area: { sheet, rect: cell }, isAllowed: rule === undefined || isValid(sheet, position, rule, first, host.workbook, host.now) };
    }),
  );
}

/** The one rule of all the cells; undefined when they differ. */
function common(areas: Areas): Rule | undefined {
  const rules = new Set(areas.map(({ sheet, rect }) => ruleOf(sheet, rect)));
  const [rule] = rules;
  return rules.size === 1 ? rule : undefined;
}

function ruleOf(sheet: Sheet, rect: Rect): Rule | undefined {
  const touching = sheet.dataValidations.filter(({ ranges }) => ranges.some((range) => intersection(range, rect) !== undefined));
  const [first, ...others] = touching;
  if (first === undefined) {
    return NO_RULE;
  }
  return others.length === 0 && covers(first.ranges, rect) ? first : undefined;
}

/** Whether blocks that do not overlap one another cover a rectangle. */
function covers(ranges: readonly Rect[], rect: Rect): boolean {
  if (ranges.some((range) => contains(range, rect))) {
    return true;
  }
  const covered = ranges.reduce((sum, range) => {
    const part = intersection(range, rect);
    return sum + (part === undefined ? 0 : part.rows * part.columns);
  }, 0);
  return covered === rect.rows * rect.columns;
}

function change(areas: Areas, patch: Partial<Rule>, host: OpenWorkbook): void {
  for (const { sheet, rect } of areas) {
    host.ensureUnprotected(sheet);
    const { ranges: _ranges, ...current }: Rule & { readonly ranges?: unknown } = ruleOf(sheet, rect) ?? NO_RULE;
    sheet.setDataValidation(rect, { ...current, ...patch });
  }
}

function parseRule(rule: Readonly<Record<string, unknown>>): Partial<Rule> {
  const given = Object.entries(rule).filter(([, value]) => value !== undefined && value !== null);
  const [member] = given;
  const type = member && MEMBERS[member[0]];
  if (member === undefined || type === undefined || given.length !== 1) {
    throw new RichApiError("InvalidArgument");
  }
  const { formula, formula1, formula2, operator, source, inCellDropDown } = asRecord(member[1]);
  if (type === "list") {
    return { type, operator: "between", formula1: listSource(source), formula2: undefined, inCellDropDown: inCellDropDown === undefined ? true : asFlag(inCellDropDown) };
  }
  if (type === "custom") {
    return { type, operator: "between", formula1: asText(formula).replace(/^=/, ""), formula2: undefined };
  }
  const comparison = operator === undefined ? "between" : asOneOf(operator, OPERATORS);
  const needsTwo = comparison === "between" || comparison === "notBetween";
  return { type, operator: comparison, formula1: operand(formula1), formula2: needsTwo ? operand(formula2) : undefined };
}

/** A range, a formula ("=Listor!$A$2:$A$9"), or the members with commas between: commas whatever the culture. */
function listSource(source: unknown): string {
  const area = source instanceof HostObjectArgument ? source.as("Range") : undefined;
  if (area !== undefined) {
    return absoluteReference(area);
  }
  const text = asText(source);
  if (text.startsWith("=")) {
    return text.slice(1);
  }
  if (text === "" || text.length > MAX_LIST_TEXT) {
    throw new RichApiError("InvalidArgument", `A list of members has 1 to ${MAX_LIST_TEXT} characters.`);
  }
  return `"${text.replaceAll('"', '""')}"`;
}

/** A number, a date as text, a formula or a range. */
function operand(value: unknown): string {
  const area = value instanceof HostObjectArgument ? value.as("Range") : undefined;
  if (area !== undefined) {
    return absoluteReference(area);
  }
  if (typeof value === "number") {
    return String(value);
  }
  const text = asText(value);
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  const serial = date ? serialOf(Number(date[1]), Number(date[2]), Number(date[3])) : undefined;
  return serial === undefined ? text.replace(/^=/, "") : String(serial);
}

function readRule(areas: Areas): Json {
  const rule = common(areas);
  if (rule === undefined) {
    return null;
  }
  const member = nameOf(rule.type, MEMBERS);
  if (member === null) {
    return {};
  }
  if (rule.type === "list") {
    return { list: { inCellDropDown: rule.inCellDropDown, source: shownSource(rule.formula1 ?? "") } };
  }
  if (rule.type === "custom") {
    return { custom: { formula: `=${rule.formula1 ?? ""}` } };
  }
  const shown = (formula: string | undefined) => (formula === undefined ? undefined : `=${formula}`);
  return { [member]: { formula1: shown(rule.formula1), formula2: shown(rule.formula2), operator: nameOf(rule.operator, OPERATORS) } };
}

function shownSource(formula: string): string {
  const inline = /^"(.*)"$/s.exec(formula);
  return inline?.[1] === undefined ? `=${formula}` : inline[1].replaceAll('""', '"');
}

function optionalText(value: unknown): string | undefined {
  const text = value === undefined || value === null ? "" : asText(value);
  return text === "" ? undefined : text;
}
