// Requires: nothing beyond ExcelApi 1.1; the undo group itself is ExcelApi 1.20 (RunOptions.mergeUndoGroup).

/** What Excel was asked to do, and whether one Ctrl+Z takes all of it back. */
export interface UndoStep<Result> {
  readonly result: Result;
  readonly isOneUndoStep: boolean;
}

export type Batch<Result> = (context: Excel.RequestContext) => Promise<Result>;

/**
 * Gives a function that runs batches that write, each as one step of Excel's undo list where that is `offered`.
 *
 * Excel refuses a group when an API in it cannot be undone (UndoNotSupported), and clients older than ExcelApi 1.20 refuse the option itself (ApiNotFound). A batch
 * is not rolled back (no page says that it is), so it is run again without the group only when nothing of it can have been done: it never began, or
 * Excel refused the whole request, which it tells by an error without a place. A later request of the same run is not refused so: the first would have been.
 * A refusal half-way is for the caller to tell. Either way no group is asked for again, so that trying once more works.
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities
 */
export function undoSteps(excel: Pick<typeof Excel, "run">, offered: boolean): <Result>(batch: Batch<Result>) => Promise<UndoStep<Result>> {
  let isOffered = offered;
  return async (batch) => {
    if (!isOffered) return ungrouped(batch);
    const attempt = { hasBegun: false };
    try {
      const result = await excel.run({ mergeUndoGroup: true }, (context) => {
        attempt.hasBegun = true;
        return batch(context);
      });
      return { result, isOneUndoStep: true };
    } catch (error) {
      if (!isRefusalOfGroups(error)) throw error;
      isOffered = false;
      if (attempt.hasBegun && placeOf(error) !== "") throw error;
      return ungrouped(batch);
    }
  };

  async function ungrouped<Result>(batch: Batch<Result>): Promise<UndoStep<Result>> {
    return { result: await excel.run(batch), isOneUndoStep: false };
  }
}

/** Office.js errors come from another realm, so they are known by their code and never by `instanceof`. */
export function isRefusalOfGroups(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && (error.code === "UndoNotSupported" || error.code === "ApiNotFound");
}

/** The call that Excel says failed, e.g. "Worksheet.visibility"; "" when it names none. */
function placeOf(error: unknown): string {
  if (typeof error !== "object" || error === null || !("debugInfo" in error)) return "";
  const { debugInfo } = error;
  if (typeof debugInfo !== "object" || debugInfo === null || !("errorLocation" in debugInfo)) return "";
  return typeof debugInfo.errorLocation === "string" ? debugInfo.errorLocation : "";
}
