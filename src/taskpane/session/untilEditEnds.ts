import { WorkbookError } from "../../usecases/workbookError.js";

/** Milliseconds between attempts. */
const BETWEEN = 1_000;

/** While a cell is being edited Excel refuses everything an add-in asks. */
export function isCellEdit(error: unknown): boolean {
  return error instanceof WorkbookError && error.code === "cell-edit-mode";
}

/**
 * Asks something of Excel that nobody has pressed a button for, again and again until the user has left the cell that is being edited.
 *
 * Excel can wait by itself (RunOptions.delayForCellEdit), but says nothing meanwhile; the pane could not tell why it shows nothing, and what a user then asks for would wait
 * behind it in silence instead of being refused with the reason.
 */
export async function untilEditEnds<Result>(ask: () => Promise<Result>, signal: AbortSignal, onWaiting: () => void = () => undefined): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (!isCellEdit(error) || signal.aborted) throw error;
  }
  onWaiting();
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, BETWEEN);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
  signal.throwIfAborted();
  return untilEditEnds(ask, signal, onWaiting);
}
