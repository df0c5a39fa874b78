// Requires ExcelApi 1.4 (getItemOrNullObject); activate and select 1.1.
import type { Place } from "../usecases/port.js";
import { WorkbookError } from "../usecases/workbookError.js";

/**
 * Turns to a sheet, and to a cell on it. One request; one more only to find out why Excel would not.
 * @throws WorkbookError `place-missing` when the sheet is gone, or hidden: what somebody has hidden is not shown behind their back.
 */
export async function showPlace(context: Excel.RequestContext, { sheet: name, cell }: Place): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("visibility");
  sheet.activate();
  if (cell !== undefined) {
    sheet.getCell(cell.row, cell.column).select();
  }
  try {
    await context.sync();
  } catch (cause) {
    await explain(context, name, cause);
  }
  if (sheet.isNullObject) {
    throw missing(name);
  }
}

/** A hidden sheet cannot be turned to; which error code that gives is not documented, so the sheet is looked at instead. */
async function explain(context: Excel.RequestContext, name: string, cause: unknown): Promise<never> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("visibility");
  await context.sync();
  if (!sheet.isNullObject && sheet.visibility !== "Visible") {
    throw new WorkbookError(
      "place-missing",
      {
        sv: `Bladet ${name} är dolt. Inget har ändrats. Högerklicka på en bladflik, välj Ta fram, och försök igen.`,
        en: `The sheet ${name} is hidden. Nothing has been changed. Right-click a sheet tab, choose Unhide, and try again.`,
      },
      { cause },
    );
  }
  throw cause;
}

function missing(name: string): WorkbookError {
  return new WorkbookError("place-missing", {
    sv: `Bladet ${name} finns inte längre. Inget har ändrats. Kontrollera arbetsboken på nytt.`,
    en: `The sheet ${name} is no longer there. Nothing has been changed. Check the workbook again.`,
  });
}
