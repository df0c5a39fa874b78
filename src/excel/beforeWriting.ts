// Requires ExcelApi 1.1.
import { toWorkbookError, type Attempt } from "./hostError.js";
import { isRefusalOfGroups } from "./undoSteps.js";

/**
 * Sends a request that only looks, of a batch that is going to write: when it fails nothing has been written, which the error then says.
 * @throws WorkbookError, or what Excel refuses an undo group with: the batch is then run again without
 */
export async function lookBeforeWriting(context: Excel.RequestContext): Promise<void> {
  try {
    await context.sync();
  } catch (error) {
    throw isRefusalOfGroups(error) ? error : toWorkbookError(error, "read");
  }
}

/**
 * Sends a further request of a batch that has written already: when Excel refuses it as a whole, it is not so that nothing has been written.
 * @throws WorkbookError, or what Excel refuses an undo group with
 */
export async function goOnWriting(context: Excel.RequestContext, attempt: Attempt): Promise<void> {
  try {
    await context.sync();
  } catch (error) {
    throw isRefusalOfGroups(error) ? error : toWorkbookError(error, attempt, true);
  }
}
