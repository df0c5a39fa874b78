import { together, unchanged, withChange, type Changed } from "../../usecases/changed.js";
import type { Overview } from "../../usecases/overview.js";
import type { WorkbookChange } from "../../usecases/port.js";
import { WorkbookError } from "../../usecases/workbookError.js";
import { isCellEdit } from "./untilEditEnds.js";

/** Milliseconds from a change to its check, so that a paste or a fill is one check; long enough for a table to grow, short enough to be felt as at once. */
const SOON = 400;
/** However long a check takes, and however often Excel refuses it. */
const AT_LATEST = 10_000;

/** Checks of what is changed in the workbook. */
export interface LiveChecks {
  readonly note: (change: WorkbookChange) => void;
  /** While something else is being done no check begins. */
  readonly hold: (isHeld: boolean) => void;
  readonly stop: () => void;
}

/**
 * Sees to it that whatever others than the add-in change is checked soon, one check at a time: every change that is told of while a check goes on is part of the next. What the
 * add-in itself writes leads to no check, since whoever writes checks afterwards, but is read again with the next.
 * @param check Gives undefined when there is nothing new to show.
 * @param changed What may have changed before anything was told.
 */
export function liveChecks(check: (changed: Changed) => Promise<Overview | undefined>, onOverview: (overview: Overview) => void, changed: Changed): LiveChecks {
  let pending = changed;
  let isDue = false;
  let isHeld = false;
  let isChecking = false;
  let isStopped = false;
  let wait = SOON;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function plan(): void {
    if (!isDue || isHeld || isChecking || isStopped || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      void begin();
    }, wait);
  }

  async function begin(): Promise<void> {
    if (isHeld) return;
    const taken = pending;
    pending = unchanged;
    isDue = false;
    isChecking = true;
    const started = performance.now();
    try {
      const overview = await check(taken);
      if (overview !== undefined && !isStopped) onOverview(overview);
      // A large workbook is checked less often, so that most of the time is left to the user.
      wait = Math.min(Math.max(SOON, 2 * (performance.now() - started)), AT_LATEST);
    } catch (error) {
      pending = together(taken, pending);
      if (!(error instanceof WorkbookError)) console.error(error);
      // The cell that is being edited may be left without a change that would be told of. Anything else waits for the next change: whoever needs to know of it asks for a check.
      isDue ||= isCellEdit(error);
      wait = Math.min(2 * wait, AT_LATEST);
    } finally {
      isChecking = false;
      plan();
    }
  }

  return {
    note: (change) => {
      pending = withChange(pending, change);
      isDue ||= !change.isOurs;
      plan();
    },
    hold: (held) => {
      isHeld = held;
      plan();
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
