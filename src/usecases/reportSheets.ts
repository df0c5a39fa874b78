import type { SheetContent, SheetInfo, WorkbookImage } from "./port.js";

/** The sheet of that name, if the workbook has it. */
export function sheetNamed(image: WorkbookImage, wanted: string): SheetInfo | undefined {
  return image.sheets.find(({ name }) => sameSheetName(name, wanted));
}

/** What stands on the sheet, if it was asked for and is there. */
export function contentOfSheet(image: WorkbookImage, wanted: string): SheetContent | undefined {
  return [...image.contents].find(([name]) => sameSheetName(name, wanted))?.[1];
}

/** Excel tells sheets apart without regard to case. */
export function sameSheetName(a: string, b: string): boolean {
  return a.toLocaleLowerCase("sv") === b.toLocaleLowerCase("sv");
}
