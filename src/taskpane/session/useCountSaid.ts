import { useAnnounce } from "@fluentui/react-components";
import type { Overview } from "../../usecases/overview.js";
import { useTexts } from "../language.js";
import { sessionTexts } from "./texts.js";

/** Lets a screen reader tell, when it has nothing else to tell, that what somebody wrote led to more findings than are `shown`, or fewer. Who sees the pane sees them. */
export function useCountSaid(shown: Overview | undefined): (next: Overview) => void {
  const texts = useTexts(sessionTexts);
  const { announce } = useAnnounce();
  return ({ findings }) => {
    const change = findings.length - (shown?.findings.length ?? 0);
    // One id for all, so that the newest takes the place of one that has not been read out.
    if (change !== 0) announce(change > 0 ? texts.more(change) : texts.fewer(-change), { polite: true, batchId: "live-check" });
  };
}
