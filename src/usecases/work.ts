import { WorkbookError } from "./workbookError.js";

/** What is being done at the moment, for whoever waits. */
export type WorkStep = "reading" | "checking" | "writing";

/** How a use case tells what it is doing, and how it is told to stop. */
export interface Work {
  readonly onStep?: (step: WorkStep) => void;
  /** Told after each of many things of one kind, e.g. files; waits for as long as whoever shows it needs to draw it, and to hear that somebody stops the work. */
  readonly onCount?: (done: number, of: number) => Promise<void> | void;
  /** Looked at before every step; a request that Excel has been sent cannot be taken back. */
  readonly signal?: AbortSignal;
}

/**
 * Goes on to the next step of the work.
 * @throws WorkbookError `cancelled` when the user has stopped it: nothing has then been written.
 */
export function goOn(work: Work | undefined, step: WorkStep): void {
  if (work?.signal?.aborted === true) {
    throw cancelled();
  }
  work?.onStep?.(step);
}

/**
 * Tells how many of many things are done, e.g. files read, and waits until that has been shown.
 * @throws WorkbookError `cancelled` when the user has stopped the work: nothing has then been written.
 */
export async function counted(work: Work | undefined, done: number, of: number): Promise<void> {
  await work?.onCount?.(done, of);
  if (work?.signal?.aborted === true) throw cancelled();
}

/** What work ends with when the user stops it before it writes. */
export function cancelled(): WorkbookError {
  return new WorkbookError("cancelled", { sv: "Arbetet är avbrutet. Inget har skrivits.", en: "The work was cancelled. Nothing has been written." });
}
