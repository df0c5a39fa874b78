/** The Excel that the add-in is to meet. */
export interface HostSettings {
  /** Highest ExcelApi requirement set that the client is told of. */
  readonly excelApi: string;
  readonly language: "sv-SE" | "en-US";
  readonly appearance: "system" | "light" | "dark";
}

export const EXCEL_API_SETS: readonly string[] = Array.from({ length: 17 }, (_, index) => `1.${index + 4}`);

export const FIRST_SETTINGS: HostSettings = { excelApi: "1.20", language: "sv-SE", appearance: "system" };

/** Whether Ctrl+Z takes back what an add-in has written: from ExcelApi 1.20 on. https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities */
export function undoesAddIns({ excelApi }: HostSettings): boolean {
  return EXCEL_API_SETS.indexOf(excelApi) >= EXCEL_API_SETS.indexOf("1.20");
}

/** Milliseconds before each answer that can be chosen. */
export const DELAYS: readonly number[] = [0, 300, 1_000, 3_000];
