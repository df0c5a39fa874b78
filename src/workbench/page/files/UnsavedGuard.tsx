import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { useEffect } from "react";
import type { UserSession } from "../../user/session.js";
import { texts } from "../texts.js";

/** The browser asks before the page is left with changes that are not saved. */
export function useLeaveGuard(session: UserSession | undefined): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (session?.isDirty === true) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [session]);
}

interface UnsavedGuardProps {
  readonly fileName: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onCancel: () => void;
}

/** Asks before another workbook takes the place of one with changes that are not saved. */
export function UnsavedGuard({ fileName, onSave, onDiscard, onCancel }: UnsavedGuardProps) {
  const words = texts.unsavedGuard;
  return (
    <Dialog open modalType="alert" onOpenChange={(_event, { open }) => { if (!open) onCancel(); }}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>{words.message(fileName)}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onSave}>{words.save}</Button>
            <Button onClick={onDiscard}>{words.discard}</Button>
            <Button onClick={onCancel}>{words.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
