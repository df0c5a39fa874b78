import type { Sheet, SheetProtectionOptions, Workbook } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { asFlag, asOneOf, asRecord } from "../cells/propertyValues.js";
import { RichApiError } from "../richApi/richApiError.js";

/** Options of Excel.WorksheetProtectionOptions that are switches, by their name there and in the file model. */
const SWITCHES: readonly (keyof SheetProtectionOptions)[] = [
  "allowAutoFilter", "allowDeleteColumns", "allowDeleteRows", "allowEditObjects", "allowEditScenarios", "allowFormatCells", "allowFormatColumns", "allowFormatRows",
  "allowInsertColumns", "allowInsertHyperlinks", "allowInsertRows", "allowPivotTables", "allowSort",
];
/** What may be selected: everything, unlocked cells, nothing. */
const SELECTION = {
  Normal: { selectLockedCells: true, selectUnlockedCells: true },
  Unlocked: { selectLockedCells: false, selectUnlockedCells: true },
  None: { selectLockedCells: false, selectUnlockedCells: false },
};

export const worksheetProtection: Behaviour<Sheet> = {
  scalars: {
    Protected: { get: (sheet) => sheet.protection !== undefined },
    Options: { get: options },
  },
  actions: {
    /** Throws AccessDenied when the sheet is protected already. Passwords are not supported here, and refused rather than forgotten. */
    Protect: (sheet, args, host) => {
      host.ensureUnprotected(sheet);
      if (args.has(1)) {
        throw new RichApiError("UnsupportedOperation", "Protection with a password is not implemented in the embedded Excel.");
      }
      sheet.protect(args.has(0) ? chosen(args.raw(0)) : {});
    },
    /** Throws AccessDenied for a sheet protected with a password: nobody here can check it. */
    Unprotect: (sheet, _args, host) => {
      host.ensureWritable();
      if (sheet.protection?.hasPassword === true) {
        throw new RichApiError("AccessDenied");
      }
      sheet.unprotect();
    },
  },
};

/** Protection of the workbook's structure. The file model does not read it. */
export const workbookProtection: Behaviour<Workbook> = { scalars: { Protected: { get: () => false } } };

function options(sheet: Sheet) {
  const current = sheet.protection?.options;
  if (current === undefined) {
    return null;
  }
  const selectionMode = current.selectLockedCells ? "Normal" : current.selectUnlockedCells ? "Unlocked" : "None";
  return { ...Object.fromEntries(SWITCHES.map((name) => [name, current[name]])), selectionMode };
}

function chosen(value: unknown): Partial<SheetProtectionOptions> {
  const record = asRecord(value);
  const known = new Set<string>([...SWITCHES, "selectionMode"]);
  if (Object.keys(record).some((name) => !known.has(name))) {
    throw new RichApiError("InvalidArgument");
  }
  const switches = SWITCHES.filter((name) => record[name] !== undefined && record[name] !== null);
  return {
    ...Object.fromEntries(switches.map((name) => [name, asFlag(record[name])])),
    ...(record.selectionMode === undefined ? {} : asOneOf(record.selectionMode, SELECTION)),
  };
}
