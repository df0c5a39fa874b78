// The one place that names Office. Requires what requirementSets.ts says; officeTheme where the Excel at hand has it (not on the web, office-js#6134).
import type { Language } from "../registers/language.js";
import type { ExcelFacts, ExcelHost } from "./officeWorkbook.js";
import { requirementSets } from "./requirementSets.js";

/** Excel, once it is there, and what it says of itself. */
export interface OfficeHost {
  readonly excel: ExcelHost;
  readonly facts: ExcelFacts;
  /** Swedish when Excel is, English otherwise: so a reader of Norwegian or Danish gets English, as Excel's own add-ins give. */
  readonly language: Language;
  /** Office's own word: "PC", "Mac", "OfficeOnline", "iOS", "Universal". */
  readonly platform: string;
  /** E.g. "16.0.19201.20000". */
  readonly version: string;
  /** One line for a support matter: "EXCEL, OFFICE_ONLINE, 16.0.19201.20000, ExcelApi 1.20". */
  diagnosis(): Promise<string>;
  /** Excel's theme at the moment; undefined where it does not tell. It tells no changes of it either (only Outlook does): ask again when the pane is turned to. */
  theme(): "light" | "dark" | undefined;
  /** Ties a function command of the manifest to what it does, which tells the event when it is completed. */
  associate(functionName: string, run: (event: { completed(): void }) => Promise<void>): void;
  /** Shows the task pane (SharedRuntime 1.1). */
  showPane(): Promise<void>;
}

/** Why there is no Excel to work in: no Office.js (it comes from Microsoft, over the network), another host or none, or one that lacks what the add-in needs. */
export type NoExcel = "missing" | "notExcel" | "tooOld";

/** Waits for Office. The manifest asks for the same requirement sets, but a pane can be opened by other ways than the manifest. */
export async function openOffice(): Promise<OfficeHost | NoExcel> {
  if (!("Office" in globalThis)) return "missing";
  const { host, platform } = await Office.onReady();
  if (host !== Office.HostType.Excel) return "notExcel";
  const { requirements, displayLanguage, diagnostics } = Office.context;
  if (Object.entries(requirementSets).some(([name, version]) => !requirements.isSetSupported(name, version))) return "tooOld";
  return {
    excel: Excel,
    facts: { undoGroups: requirements.isSetSupported("ExcelApi", "1.20") },
    language: languageOf(displayLanguage),
    platform: String(platform),
    version: diagnostics.version,
    diagnosis: () => diagnosisOf(diagnostics.version),
    theme: themeNow,
    associate: (functionName, run) => Office.actions.associate(functionName, (event: Office.AddinCommands.Event) => void run(event)),
    showPane: () => Office.addin.showAsTaskpane(),
  };
}

async function diagnosisOf(version: string): Promise<string> {
  const { hostAndPlatform } = await import("./officeJsHelpers.js");
  const { host, platform } = hostAndPlatform();
  return [host, platform, version, `ExcelApi ${newestExcelApi()}`].filter((part) => part !== "").join(", ");
}

/** Asked for one by one: Office tells only whether it has a version. */
function newestExcelApi(): string {
  let newest = 0;
  while (Office.context.requirements.isSetSupported("ExcelApi", `1.${newest + 1}`)) newest += 1;
  return `1.${newest}`;
}

/** From a locale such as "sv-SE" or "sv-FI". */
function languageOf(locale: string): Language {
  return /^sv\b/iu.test(locale) ? "sv" : "en";
}

/** The types promise a theme; on the web there is none, and older Excel does not say whether it is dark. */
function themeNow(): "light" | "dark" | undefined {
  const theme: unknown = Office.context.officeTheme;
  if (typeof theme !== "object" || theme === null || !("isDarkTheme" in theme) || typeof theme.isDarkTheme !== "boolean") return undefined;
  return theme.isDarkTheme ? "dark" : "light";
}
