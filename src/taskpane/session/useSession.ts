import { useCallback, useMemo, useState } from "react";
import type { Overview } from "../../usecases/overview.js";
import { useLocal, useTexts } from "../language.js";
import type { PaneActions } from "../paneActions.js";
import type { PaneSession } from "../paneSession.js";
import { sessionTexts } from "./texts.js";
import { usePassingText, type PassingText } from "./usePassingText.js";
import { useWork, type PaneWork } from "./useWork.js";

export interface SessionAndSurroundings {
  readonly session: PaneSession;
  readonly work: PaneWork;
  readonly passing: PassingText | undefined;
  /** Takes in a reading that was made beside the work that the user waits for. */
  readonly takeIn: (overview: Overview) => void;
}

/** The session that the views share, and what of it is shown around them. */
export function useSession(actions: PaneActions, show: PaneSession["show"]): SessionAndSurroundings {
  const texts = useTexts(sessionTexts);
  const local = useLocal();
  const [passing, say] = usePassingText();
  const work = useWork(useCallback((text) => say(local(text)), [say, local]));
  const { run, ongoing } = work;
  const isBusy = ongoing !== undefined;
  const [read, setRead] = useState<{ readonly overview: Overview; readonly checkedAt: Date }>();

  const takeIn = useCallback((overview: Overview) => setRead({ overview, checkedAt: new Date() }), []);
  const check = useCallback(async () => {
    const overview = await run(texts.checking, (work) => actions.check(work));
    if (overview !== undefined) takeIn(overview);
  }, [run, actions, texts, takeIn]);

  const session = useMemo<PaneSession>(
    () => ({ actions, overview: read?.overview, checkedAt: read?.checkedAt, isBusy, run, check, show, say }),
    [actions, read, isBusy, run, check, show, say],
  );
  return { session, work, passing, takeIn };
}
