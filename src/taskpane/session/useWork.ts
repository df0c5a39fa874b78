import { useCallback, useRef, useState } from "react";
import { takeTurns } from "../../excel/turns.js";
import type { LocalText } from "../../registers/language.js";
import { cancelled, type Work, type WorkStep } from "../../usecases/work.js";
import { WorkbookError } from "../../usecases/workbookError.js";
import type { PaneSession } from "../paneSession.js";
import { unexpected } from "./texts.js";

/** Milliseconds before work is shown, and before it can be stopped (ui.md). */
const SHOWN_AFTER = 400;
const STOPPABLE_AFTER = 2_000;

/** Milliseconds between two counts that are shown: more often nobody sees, and drawing takes longer than most of what is counted. */
const COUNTED_EVERY = 100;

/** What is being done at the moment. */
export interface OngoingWork {
  readonly what: string;
  readonly step: WorkStep | undefined;
  /** How far work on many things of one kind has come. */
  readonly count: { readonly done: number; readonly of: number } | undefined;
  /** Whether it has taken long enough to be worth showing. */
  readonly isSlow: boolean;
  /** Whether it has taken long enough to be worth stopping. */
  readonly isVerySlow: boolean;
  readonly stop: () => void;
  /** What had the focus when it began. */
  readonly startedFrom: Element | null;
}

/** Something that could not be done; shown until it is dismissed, or tried again. */
export interface Failure {
  readonly what: string;
  readonly text: LocalText;
}

export interface PaneWork {
  readonly ongoing: OngoingWork | undefined;
  readonly failures: readonly Failure[];
  readonly run: PaneSession["run"];
  readonly dismiss: (failure: Failure) => void;
}

/**
 * Work can be stopped once it has told a step, since whoever tells its steps also looks for the signal (`goOn`), and until it writes: what Excel has been sent cannot
 * be taken back.
 */
export function canStop({ isVerySlow, step }: OngoingWork): boolean {
  return isVerySlow && step !== undefined && step !== "writing";
}

/** One thing at a time: what the pane is doing, and what has failed. `onStopped` is told when the user has stopped something. */
export function useWork(onStopped: (text: LocalText) => void): PaneWork {
  const isWorking = useRef(false);
  const [ongoing, setOngoing] = useState<OngoingWork>();
  const [failures, setFailures] = useState<readonly Failure[]>([]);

  const run = useCallback(
    async <Result>(what: string, task: (work: Work) => Promise<Result>): Promise<Result | undefined> => {
      // A ref, as two clicks can come before the state is drawn.
      if (isWorking.current) return undefined;
      isWorking.current = true;
      const stopping = new AbortController();
      const change = (changes: Partial<OngoingWork>): void => {
        if (!stopping.signal.aborted) setOngoing((now) => now && { ...now, ...changes });
      };
      setFailures((failures) => failures.filter((failure) => failure.what !== what));
      let shown = performance.now();
      const onCount = async (done: number, of: number): Promise<void> => {
        const now = performance.now();
        if (now - shown >= COUNTED_EVERY) {
          change({ count: { done, of } });
          shown = now;
        }
        // The pane is drawn, and hears its user.
        await takeTurns();
      };
      setOngoing({ what, step: undefined, count: undefined, isSlow: false, isVerySlow: false, stop: () => stopping.abort(), startedFrom: document.activeElement });
      const timers = [setTimeout(() => change({ isSlow: true }), SHOWN_AFTER), setTimeout(() => change({ isVerySlow: true }), STOPPABLE_AFTER)];
      try {
        return await Promise.race([task({ signal: stopping.signal, onStep: (step) => change({ step, count: undefined }), onCount }), whenStopped(stopping.signal)]);
      } catch (error) {
        if (error instanceof WorkbookError && error.code === "cancelled") onStopped(error.text);
        else setFailures((failures) => [...failures, { what, text: textOf(error) }]);
        return undefined;
      } finally {
        timers.forEach(clearTimeout);
        isWorking.current = false;
        setOngoing(undefined);
      }
    },
    [onStopped],
  );
  const dismiss = useCallback((dismissed: Failure) => setFailures((failures) => failures.filter((failure) => failure !== dismissed)), []);
  return { ongoing, failures, run, dismiss };
}

/** The user does not wait for Excel's answer: it comes to a task that sees the signal, and goes no further. */
function whenStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(cancelled()));
  });
}

function textOf(error: unknown): LocalText {
  if (error instanceof WorkbookError) return error.text;
  // Nobody has foreseen it, so the next one to look for it needs what there is.
  console.error(error);
  return unexpected;
}
