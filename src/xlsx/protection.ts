/** Sheet protection. A password's hash is kept when options change; passwords are never checked or made here. */
import type { SheetProtection, SheetProtectionOptions } from "./model.js";
import { isTrue } from "./styles.js";
import type { WorksheetPart } from "./worksheetPart.js";

/** Attribute of each option. An attribute set to 1 forbids; without it some are forbidden and some allowed (ECMA-376 part 1, 18.3.1.85). */
const attributes: Readonly<Record<keyof SheetProtectionOptions, { readonly name: string; readonly forbiddenByDefault: boolean }>> = {
  allowAutoFilter: { name: "autoFilter", forbiddenByDefault: true },
  allowDeleteColumns: { name: "deleteColumns", forbiddenByDefault: true },
  allowDeleteRows: { name: "deleteRows", forbiddenByDefault: true },
  allowEditObjects: { name: "objects", forbiddenByDefault: false },
  allowEditScenarios: { name: "scenarios", forbiddenByDefault: false },
  allowFormatCells: { name: "formatCells", forbiddenByDefault: true },
  allowFormatColumns: { name: "formatColumns", forbiddenByDefault: true },
  allowFormatRows: { name: "formatRows", forbiddenByDefault: true },
  allowInsertColumns: { name: "insertColumns", forbiddenByDefault: true },
  allowInsertHyperlinks: { name: "insertHyperlinks", forbiddenByDefault: true },
  allowInsertRows: { name: "insertRows", forbiddenByDefault: true },
  allowPivotTables: { name: "pivotTables", forbiddenByDefault: true },
  allowSort: { name: "sort", forbiddenByDefault: true },
  selectLockedCells: { name: "selectLockedCells", forbiddenByDefault: false },
  selectUnlockedCells: { name: "selectUnlockedCells", forbiddenByDefault: false },
};

/** What Excel's own dialogue starts from: cells can be selected and nothing else. */
const defaults: SheetProtectionOptions = {
  allowAutoFilter: false, allowDeleteColumns: false, allowDeleteRows: false, allowEditObjects: false, allowEditScenarios: false, allowFormatCells: false, allowFormatColumns: false, allowFormatRows: false,
  allowInsertColumns: false, allowInsertHyperlinks: false, allowInsertRows: false, allowPivotTables: false, allowSort: false, selectLockedCells: true, selectUnlockedCells: true,
};

export function readProtection(part: WorksheetPart): SheetProtection | undefined {
  const element = part.element("sheetProtection");
  if (element === undefined || !isTrue(element.attribute("sheet"))) return undefined;
  const allows = (option: keyof SheetProtectionOptions): boolean => {
    const { name, forbiddenByDefault } = attributes[option];
    const value = element.attribute(name);
    return !(value === undefined ? forbiddenByDefault : isTrue(value));
  };
  return {
    options: {
      allowAutoFilter: allows("allowAutoFilter"), allowDeleteColumns: allows("allowDeleteColumns"), allowDeleteRows: allows("allowDeleteRows"), allowEditObjects: allows("allowEditObjects"), allowEditScenarios: allows("allowEditScenarios"),
      allowFormatCells: allows("allowFormatCells"), allowFormatColumns: allows("allowFormatColumns"), allowFormatRows: allows("allowFormatRows"), allowInsertColumns: allows("allowInsertColumns"), allowInsertHyperlinks: allows("allowInsertHyperlinks"),
      allowInsertRows: allows("allowInsertRows"), allowPivotTables: allows("allowPivotTables"), allowSort: allows("allowSort"), selectLockedCells: allows("selectLockedCells"), selectUnlockedCells: allows("selectUnlockedCells"),
    },
    hasPassword: element.attribute("password") !== undefined || element.attribute("hashValue") !== undefined,
  };
}

export function writeProtection(part: WorksheetPart, options: Partial<SheetProtectionOptions>): void {
  const element = part.ensure("sheetProtection");
  element.setAttribute("sheet", 1);
  for (const [option, { name, forbiddenByDefault }] of Object.entries(attributes)) {
    const allowed = Object.entries({ ...defaults, ...options }).find(([key]) => key === option)?.[1] ?? false;
    element.setAttribute(name, !allowed === forbiddenByDefault ? undefined : allowed ? 0 : 1);
  }
}
