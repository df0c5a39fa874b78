import { useSyncExternalStore } from "react";

const darkMode = window.matchMedia("(prefers-color-scheme: dark)");

function subscribe(changed: () => void): () => void {
  darkMode.addEventListener("change", changed);
  return () => {
    darkMode.removeEventListener("change", changed);
  };
}

/** Whether the system is dark, kept up to date. Office's own theme is not known in Excel on the web (office-js#6134), so the system's serves. */
export function useDarkMode(): boolean {
  return useSyncExternalStore(subscribe, () => darkMode.matches);
}
