import { useEffect, useEffectEvent } from "react";

/** Ctrl+S saves a copy, wherever on the page the focus is; what is being typed is in it. */
export function useSaveKey(save: () => void): void {
  const saveNow = useEffectEvent(save);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      // A field that loses the focus commits its text.
      if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.blur();
      saveNow();
    };
    // On the way down: a field that is typed in keeps its keys to itself.
    document.addEventListener("keydown", press, true);
    return () => document.removeEventListener("keydown", press, true);
  }, []);
}
