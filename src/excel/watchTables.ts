// Requires ExcelApi 1.10 (worksheets.onRowSorted); tables.onAdded and onDeleted, worksheets.onChanged 1.9; worksheets.onDeleted 1.7. Whose change it was is told from ExcelApi 1.14 on.
import type { WorkbookChange } from "../usecases/port.js";

/**
 * Tells of every change that could matter to a table: in its cells, under it, or of where it stands.
 *
 * It listens to the sheets and not to the tables (tables.onChanged): a table is not told of what is written just below it, nor of rows that are inserted above it, and does not
 * say whether the add-in itself made the change (`triggerSource`). Events are never turned off (runtime.enableEvents): what the user does meanwhile would not be told afterwards.
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs
 *
 * One request, and one more to stop. A handler can be removed only in the context that added it.
 */
export async function watchTables(excel: Pick<typeof Excel, "run">, onChange: (change: WorkbookChange) => void): Promise<() => Promise<void>> {
  let isWatching = true;
  const tell = (change: WorkbookChange): Promise<void> => {
    // Excel may have sent more before it hears that nobody listens.
    if (isWatching) onChange(change);
    return Promise.resolve();
  };
  const { context, handlers } = await excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const comeOrGone = () => tell({ sheet: undefined, isOurs: false });
    const handlers = [
      worksheets.onChanged.add(({ worksheetId, triggerSource }) => tell({ sheet: worksheetId, isOurs: triggerSource === "ThisLocalAddin" })),
      worksheets.onRowSorted.add(({ worksheetId }) => tell({ sheet: worksheetId, isOurs: false })),
      worksheets.onDeleted.add(comeOrGone),
      tables.onAdded.add(comeOrGone),
      tables.onDeleted.add(comeOrGone),
    ];
    await context.sync();
    return { context, handlers };
  });
  return async () => {
    isWatching = false;
    await excel.run(context, async (same) => {
      for (const handler of handlers) handler.remove();
      await same.sync();
    });
  };
}
