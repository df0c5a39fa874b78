import { useSyncExternalStore } from "react";

const darkMode = window.matchMedia("(prefers-color-scheme: dark)");

/** Whether the user's system is dark now. */
export function useSystemDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      darkMode.addEventListener("change", changed);
      return () => darkMode.removeEventListener("change", changed);
    },
    () => darkMode.matches,
  );
}
