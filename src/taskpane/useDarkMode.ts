import { useSyncExternalStore } from "react";

const darkMode = window.matchMedia("(prefers-color-scheme: dark)");

/** The system tells when it changes; Excel does not, so it is asked again when somebody turns to the pane. */
function subscribe(changed: () => void): () => void {
  darkMode.addEventListener("change", changed);
  window.addEventListener("focus", changed);
  return () => {
    darkMode.removeEventListener("change", changed);
    window.removeEventListener("focus", changed);
  };
}

/** Whether to be dark: as Office is, where it tells (`officeTheme`; not in Excel on the web, office-js#6134), else as the system is. */
export function useDarkMode(officeTheme?: () => "light" | "dark" | undefined): boolean {
  return useSyncExternalStore(subscribe, () => {
    const theme = officeTheme?.();
    return theme === undefined ? darkMode.matches : theme === "dark";
  });
}
