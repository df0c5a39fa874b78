import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import type { Outcome } from "../user/session.js";
import { texts } from "./texts.js";

interface After {
  /** When it was done. */
  readonly then?: (() => void) | undefined;
  /** When the user wants to change what was refused; there is no such choice when left out. */
  readonly retry?: () => void;
}

export type Settle = (outcome: Outcome, after?: After) => void;

interface Asked {
  readonly outcome: Exclude<Outcome, { kind: "done" }>;
  readonly after: After;
}

/**
 * Shows what came of what the user did: nothing when it was done, else a dialog that says why not, or asks.
 * @param closed Called when the dialog has gone, for the focus to go back to the sheet.
 */
export function useOutcomes(closed: () => void): { readonly settle: Settle; readonly dialog: React.ReactNode } {
  const [asked, setAsked] = useState<Asked>();
  const settle = useCallback<Settle>((outcome, after = {}) => {
    if (outcome.kind === "done") after.then?.();
    else setAsked({ outcome, after });
  }, []);
  const answer = (what: "accept" | "retry" | "cancel") => {
    if (asked === undefined) return;
    setAsked(undefined);
    if (what === "accept" && asked.outcome.kind === "ask") settle(asked.outcome.accept(), asked.after);
    else if (what === "retry") asked.after.retry?.();
    else closed();
  };
  return { settle, dialog: asked === undefined ? null : <OutcomeDialog asked={asked} onAnswer={answer} /> };
}

function OutcomeDialog({ asked: { outcome, after }, onAnswer }: { readonly asked: Asked; readonly onAnswer: (what: "accept" | "retry" | "cancel") => void }) {
  const { outcome: words } = texts;
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => { if (!open) onAnswer("cancel"); }}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{outcome.title}</DialogTitle>
          <DialogContent style={{ whiteSpace: "pre-line" }}>{outcome.message}</DialogContent>
          <DialogActions>
            {outcome.kind === "ask" && <Button appearance="primary" onClick={() => onAnswer("accept")}>{outcome.style === "warning" ? words.yes : words.ok}</Button>}
            {outcome.kind === "ask" && outcome.style === "warning" && after.retry !== undefined && <Button onClick={() => onAnswer("retry")}>{words.no}</Button>}
            {outcome.kind === "refused" && after.retry !== undefined && <Button appearance="primary" onClick={() => onAnswer("retry")}>{words.retry}</Button>}
            <Button appearance={outcome.kind === "refused" && after.retry === undefined ? "primary" : "secondary"} onClick={() => onAnswer("cancel")}>
              {outcome.kind === "refused" && after.retry === undefined ? words.ok : words.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
