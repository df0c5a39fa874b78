import { useEffect } from "react";

/** F6 and Shift+F6 go from one part of the page to the next, as in Excel: Tab moves within the sheet and does not lead out of it. Parts are marked `data-region`. */
export function useRegionKeys(): void {
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      turnRegion(event.shiftKey ? -1 : 1);
    };
    // On the way down: a field that is typed in keeps its keys to itself.
    document.addEventListener("keydown", turn, true);
    return () => document.removeEventListener("keydown", turn, true);
  }, []);
}

function turnRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter((region) => region.offsetParent !== null);
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions.at((at + step) % regions.length);
  (next === undefined ? undefined : firstIn(next))?.focus();
}

/** The element of a part that Tab would come to; the part itself when it is one. */
function firstIn(region: HTMLElement): HTMLElement | undefined {
  return region.tabIndex >= 0 ? region : (region.querySelector<HTMLElement>('button:not([tabindex="-1"]), input:not([type=file]), textarea, select, iframe, [tabindex="0"]') ?? undefined);
}
