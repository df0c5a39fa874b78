import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Work } from "../../usecases/work.js";
import { usePaneSession } from "../paneSession.js";

export interface Look<Found> {
  /** What was found out last; it stands while it is found out anew. */
  readonly found: Found | undefined;
  /** Whether it could not be found out, and nobody is trying. */
  readonly hasFailed: boolean;
  readonly again: () => void;
}

/** Finds something out about the workbook when it is first asked for, and anew with every new `stamp`; never while that is undefined. It waits for its turn: the pane does one thing at a time. */
export function useLook<Found>(what: string, stamp: number | undefined, look: (work: Work) => Promise<Found>): Look<Found> {
  const { run, isBusy } = usePaneSession();
  const [found, setFound] = useState<Found>();
  const [hasFailed, setFailed] = useState(false);
  const looked = useRef<number>(undefined);

  async function lookNow(): Promise<void> {
    const result = await run(what, look);
    setFailed(result === undefined);
    if (result !== undefined) setFound(result);
  }
  const lookFirst = useEffectEvent(lookNow);
  useEffect(() => {
    if (stamp === undefined || looked.current === stamp || isBusy) return;
    looked.current = stamp;
    void lookFirst();
  }, [stamp, isBusy]);
  return { found, hasFailed: hasFailed && !isBusy, again: () => void lookNow() };
}
