import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { Overview } from "../../usecases/overview.js";
import type { PaneActions } from "../paneActions.js";
import { liveChecks, type LiveChecks } from "./liveChecks.js";
import { untilEditEnds } from "./untilEditEnds.js";

interface LiveCheckOptions {
  readonly actions: PaneActions;
  /** Whether the workbook has been read: before that there is nothing to follow. */
  readonly hasRead: boolean;
  /** Whether something is being done that a user waits for. */
  readonly isBusy: boolean;
  readonly onOverview: (overview: Overview) => void;
}

/** Whether the workbook is checked while somebody writes in it, and the way to choose; undefined until the workbook has told. */
export interface LiveCheck {
  readonly isOn: boolean | undefined;
  readonly choose: (isOn: boolean) => void;
}

/** Follows what is written in the workbook, from the first check for as long as the pane is there and nobody has switched it off. Nothing is said when it cannot. */
export function useLiveCheck({ actions, hasRead, isBusy, onOverview }: LiveCheckOptions): LiveCheck {
  const [isOn, choose] = useState<boolean>();
  const checks = useRef<LiveChecks>(undefined);
  const show = useEffectEvent(onOverview);
  const isBusyNow = useEffectEvent(() => isBusy);

  useEffect(() => {
    if (!hasRead) return undefined;
    const leaving = new AbortController();
    const follow = (told: boolean): void => {
      if (!leaving.signal.aborted) choose((chosen) => chosen ?? told);
    };
    // A workbook that does not tell is followed: that is the rule.
    untilEditEnds(() => actions.checksLive(), leaving.signal).then(follow, () => follow(true));
    return () => leaving.abort();
  }, [actions, hasRead]);

  useEffect(() => {
    if (isOn !== true) return undefined;
    // What was written between the first check and now is found with the first change that is told of: everything is then read.
    const live = liveChecks((changed) => actions.checkChanges(changed), (overview) => show(overview), "anything");
    checks.current = live;
    live.hold(isBusyNow());
    const leaving = new AbortController();
    let stopTelling: (() => void) | undefined;
    untilEditEnds(() => actions.watch(live.note), leaving.signal).then(
      (stop) => {
        if (leaving.signal.aborted) stop();
        else stopTelling = stop;
      },
      () => undefined,
    );
    return () => {
      leaving.abort();
      live.stop();
      checks.current = undefined;
      stopTelling?.();
    };
  }, [actions, isOn]);

  useEffect(() => {
    checks.current?.hold(isBusy);
  }, [isBusy]);

  return { isOn, choose };
}
