import { useEffect } from "react";

/** A file that is dropped beside where files are taken would be opened by the browser in the place of the pane, with all that is done in it. It is let fall instead. */
export function useDropsElsewhere(): void {
  useEffect(() => {
    const refuse = (event: DragEvent): void => {
      // Whoever takes files has said so.
      if (event.defaultPrevented || event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "none";
    };
    const kinds = ["dragover", "drop"] as const;
    for (const kind of kinds) document.addEventListener(kind, refuse);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, refuse);
    };
  }, []);
}
