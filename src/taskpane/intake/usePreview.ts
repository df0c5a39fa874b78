import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { IntakeChoices, IntakePreview, IntakeSource } from "../../usecases/takeIn/intakePreview.js";
import { useTexts } from "../language.js";
import { usePaneSession } from "../paneSession.js";
import { intakeTexts } from "./texts.js";

export interface ShownPreview {
  /** The newest there is; of earlier choices while a newer one is made, so that what somebody is looking at stays where it is. */
  readonly preview: IntakePreview | undefined;
  readonly choices: IntakeChoices;
  /** True when the preview is of these choices. */
  readonly isCurrent: boolean;
  /** The last attempt came to nothing. What went wrong is shown above. */
  readonly hasFailed: boolean;
  readonly choose: (change: (choices: IntakeChoices) => IntakeChoices) => void;
  readonly again: () => void;
}

/**
 * The preview of a source, made anew whenever something else is chosen: one at a time, and after several choices only for the last. The source must be the same
 * object as long as it is the same; what was chosen before is where the choices begin.
 */
export function usePreview(source: IntakeSource, chosenBefore: IntakeChoices = {}): ShownPreview {
  const texts = useTexts(intakeTexts);
  const { actions, run, isBusy } = usePaneSession();
  const [choices, setChoices] = useState(chosenBefore);
  const [looked, setLooked] = useState<{ readonly of: IntakeChoices; readonly preview: IntakePreview | undefined; readonly hasFailed: boolean }>();
  const lookingFor = useRef<IntakeChoices>(undefined);

  const look = useEffectEvent(async (): Promise<void> => {
    lookingFor.current = choices;
    const turn = { hasCome: false };
    const preview = await run(texts.looking, (work) => {
      turn.hasCome = true;
      return actions.previewIntake(source, choices, work);
    });
    lookingFor.current = undefined;
    // Something else had just begun: this one's turn comes when that is done.
    if (!turn.hasCome) return;
    setLooked((before) => ({ of: choices, preview: preview ?? before?.preview, hasFailed: preview === undefined }));
  });
  const isCurrent = looked?.of === choices;
  useEffect(() => {
    if (isBusy || isCurrent || lookingFor.current !== undefined) return;
    void look();
  }, [isBusy, isCurrent]);

  return {
    preview: looked?.preview, choices, isCurrent: isCurrent && !looked.hasFailed, hasFailed: isCurrent && looked.hasFailed,
    choose: setChoices, again: () => setLooked((before) => before && { ...before, of: {} }),
  };
}
