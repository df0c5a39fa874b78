import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Overview } from "../../usecases/overview.js";
import type { PaneActions } from "../paneActions.js";
import type { PaneSession } from "../paneSession.js";
import { isCellEdit, untilEditEnds } from "./untilEditEnds.js";

interface FirstReadingOptions extends Pick<PaneSession, "run" | "check"> {
  readonly actions: PaneActions;
  /** What is said of the reading while it goes on. */
  readonly what: string;
  readonly hasRead: boolean;
  readonly onOverview: (overview: Overview) => void;
}

/**
 * Reads the workbook when the pane is first shown. While a cell is being edited Excel refuses, which is no fault of a user who has asked for nothing: it then waits, and
 * reads when the editing is over. Gives whether it waits.
 */
export function useFirstReading({ actions, run, check, what, hasRead, onOverview }: FirstReadingOptions): boolean {
  const [isRefused, setRefused] = useState(false);

  const readFirst = useEffectEvent(async () => {
    const outcome = await run(what, (work) =>
      actions.check(work).catch((error: unknown) => {
        if (isCellEdit(error)) return "refused" as const;
        throw error;
      }),
    );
    if (outcome === "refused") setRefused(true);
    else if (outcome !== undefined) onOverview(outcome);
  });
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    void readFirst();
  }, []);

  const isWaiting = isRefused && !hasRead;
  const show = useEffectEvent(onOverview);
  // Whatever else goes wrong is told as of a check that was asked for.
  const askedFor = useEffectEvent(check);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const leaving = new AbortController();
    untilEditEnds(() => actions.check(), leaving.signal).then(
      (overview) => {
        if (!leaving.signal.aborted) show(overview);
      },
      () => {
        if (leaving.signal.aborted) return;
        setRefused(false);
        void askedFor();
      },
    );
    return () => leaving.abort();
  }, [actions, isWaiting]);

  return isWaiting;
}
