/** The Excel that the add-in is to meet. */
export interface HostSettings {
  /** Highest ExcelApi requirement set that the client is told of. */
  readonly excelApi: string;
  readonly language: "sv-SE" | "en-US";
  readonly appearance: "system" | "light" | "dark";
}

export const EXCEL_API_SETS: readonly string[] = Array.from({ length: 17 }, (_, index) => `1.${index + 4}`);

/** 1.19: from 1.20 on the pane promises that Ctrl+Z takes a report back, and here what the add-in writes ends the undo list. */
export const FIRST_SETTINGS: HostSettings = { excelApi: "1.19", language: "sv-SE", appearance: "system" };

/** Milliseconds before each answer that can be chosen. */
export const DELAYS: readonly number[] = [0, 300, 1_000, 3_000];
