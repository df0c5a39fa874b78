import { evaluate, InvalidFormula, NotComputable } from "../../formulas/index.js";
import type { DefinedName, Scalar, Sheet } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { workbookSource } from "../calculation.js";
import { addressOf, quotedSheetName } from "../cells/address.js";
import { computedScalar, isError } from "../cells/errorValues.js";
import { asFlag, asText } from "../cells/propertyValues.js";
import { cellsOfFormula } from "../cells/resolveAddress.js";
import { isName } from "../cells/tableName.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import type { Arguments } from "../richApi/arguments.js";
import type { Json } from "../richApi/response.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area, HostObject } from "../subjects.js";

/** Names that Excel keeps for itself in the file: print areas, titles, filters. */
const BUILT_IN = "_xlnm.";

/** Names of the workbook, or of one sheet. */
export const namedItemCollection: Behaviour<Sheet | undefined> = {
  items: (scope, host) => namesIn(scope, host).map(exposed),
  item: (scope, key, host) => {
    const found = find(scope, key, host);
    if (found === undefined) {
      throw new RichApiError("ItemNotFound");
    }
    return exposed(found);
  },
  objectMethods: {
    GetItemOrNullObject: (scope, args, host) => {
      const found = find(scope, args.raw(0), host);
      return found && exposed(found);
    },
    /** For a range, or a formula as text. Throws InvalidArgument for what is no name or is taken. */
    Add: addName,
    /** Function names and separators are not translated here: the same as add. */
    AddFormulaLocal: addName,
  },
  methods: { GetCount: (scope, _args, host) => namesIn(scope, host).length },
};

export const namedItem: Behaviour<DefinedName> = {
  id: { name: "_Id", of: ({ name }) => name },
  scalars: {
    Name: { get: ({ name }) => name },
    /** With "=", absolute: "=Listor!$A$2:$A$9". */
    Formula: {
      get: ({ formula }) => `=${formula}`,
      set: (target, value, host) => {
        host.ensureWritable();
        target.formula = asText(value).replace(/^=/, "");
        host.changed();
      },
    },
    /** For cells their address; otherwise the value of the formula, of an error its text. */
    Value: {
      get: (target, host) => {
        const value = valueOf(target, host);
        return isError(value) ? value.error : (value ?? `=${target.formula}`);
      },
    },
    Type: { get: typeOf },
    Visible: {
      get: ({ hidden }) => !hidden,
      set: (target, value, host) => {
        host.ensureWritable();
        target.hidden = !asFlag(value);
      },
    },
    Comment: {
      get: ({ comment }) => comment ?? "",
      set: (target, value, host) => {
        host.ensureWritable();
        target.comment = asText(value);
      },
    },
    Scope: { get: ({ scope }) => (scope === undefined ? "Workbook" : "Worksheet") },
  },
  objects: {
    WorksheetOrNullObject: ({ scope }) => scope && { kind: "Worksheet", target: scope },
    Worksheet: ({ scope }) => {
      if (scope === undefined) {
        throw new RichApiError("ItemNotFound");
      }
      return { kind: "Worksheet", target: scope };
    },
  },
  objectMethods: {
    /** Throws InvalidArgument when the name does not stand for one block of cells. */
    GetRange: (target, _args, host) => {
      const area = cellsOf(target, host);
      if (area === undefined) {
        throw new RichApiError("InvalidArgument");
      }
      return { kind: "Range", target: area };
    },
    GetRangeOrNullObject: (target, _args, host) => {
      const area = cellsOf(target, host);
      return area && { kind: "Range", target: area };
    },
  },
  actions: {
    Delete: (target, _args, host) => {
      host.ensureWritable();
      host.workbook.removeName(target);
      host.changed();
    },
  },
};

/** "Listor!$A$2:$A$9": as names and print areas hold a block. */
export function absoluteReference({ sheet, rect }: Area): string {
  return `${quotedSheetName(sheet.name)}!${addressOf(rect).replace(/([A-Z]+)|(\d+)/g, "$$$&")}`;
}

function exposed(target: DefinedName): HostObject {
  return { kind: "NamedItem", target };
}

function namesIn(scope: Sheet | undefined, { workbook }: OpenWorkbook): readonly DefinedName[] {
  return workbook.names.filter((defined) => defined.scope === scope && !defined.name.startsWith(BUILT_IN));
}

function find(scope: Sheet | undefined, key: unknown, host: OpenWorkbook): DefinedName | undefined {
  return namesIn(scope, host).find(({ name }) => name.toLowerCase() === asText(key).toLowerCase());
}

function cellsOf({ formula, scope }: DefinedName, { workbook }: OpenWorkbook): Area | undefined {
  return cellsOfFormula(formula, scope ?? workbook.activeSheet, workbook);
}

function addName(scope: Sheet | undefined, args: Arguments, host: OpenWorkbook): HostObject {
  host.ensureWritable();
  const name = args.text(0);
  if (!isName(name) || find(scope, name, host) !== undefined || host.workbook.table(name) !== undefined) {
    throw new RichApiError("InvalidArgument");
  }
  const area = args.object(1, "Range");
  const formula = area === undefined ? asText(args.raw(1)).replace(/^=/, "") : absoluteReference(area);
  const defined = host.workbook.addName(name, formula, scope);
  defined.comment = args.textOr(2, undefined);
  host.changed();
  return exposed(defined);
}

function typeOf(target: DefinedName, host: OpenWorkbook): Json {
  if (cellsOf(target, host) !== undefined) {
    return "Range";
  }
  const value = valueOf(target, host);
  return isError(value) ? "Error" : typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

/** What a name's formula comes to; null for cells, and for what cannot be computed here. */
function valueOf(target: DefinedName, host: OpenWorkbook): Scalar {
  if (cellsOf(target, host) !== undefined) {
    return null;
  }
  host.compute();
  const place = { sheet: (target.scope ?? host.workbook.activeSheet).name, row: 0, column: 0 };
  try {
    return computedScalar(evaluate(workbookSource(host.workbook, host.now), target.formula, place));
  } catch (cause) {
    if (cause instanceof InvalidFormula || cause instanceof NotComputable) {
      return null;
    }
    throw cause;
  }
}
