import { createDirectory } from "../registers/reading/directory.js";
import type { RegisterContents } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import { parsePeriod, type Period } from "../registers/values/period.js";
import type { ReportChoice } from "../reports/report.js";
import { WorkbookError } from "./workbookError.js";

/**
 * Resolves what was asked for, falling back on the workbook's own settings.
 * @throws WorkbookError `unit-unknown`, `period-missing`, `period-unreadable`
 */
export function reportChoice(
  asked: { readonly unit: string | undefined; readonly period: string | undefined },
  contents: RegisterContents,
  settings: Settings,
): ReportChoice {
  return { unit: unitCode(asked.unit ?? settings.enhet, contents), period: period(asked.period ?? settings.period, settings) };
}

/**
 * The code of the unit that is meant by a code, a name or an alias; `null`, the whole workbook, when nothing is typed. A code goes before names and aliases.
 * @throws WorkbookError `unit-unknown`, also for a name that several units share, and for what is only compared with
 */
export function unitCode(typed: string, contents: RegisterContents): string | null {
  if (typed.trim() === "") {
    return null;
  }
  const units = contents.enheter?.rows ?? [];
  const { directory } = createDirectory(units.map(({ row, values: { kod, namn, alias } }) => ({ id: kod, names: [namn, ...(alias ?? [])], row })));
  const found = directory.find(typed);
  if (found === "shared") {
    throw new WorkbookError("unit-unknown", {
      sv: `${typed} är namn eller alias för flera enheter i registret Enheter. Inget har skrivits. Välj enheten med dess kod.`,
      en: `${typed} is a name or alias of several units in the register Enheter. Nothing has been written. Choose the unit by its code.`,
    });
  }
  if (found === undefined) {
    const known = units.map(({ values }) => values.kod).join(", ");
    throw new WorkbookError("unit-unknown", {
      sv: `Enheten ${typed} finns inte i registret Enheter${known === "" ? "" : ` (där finns ${known})`}. Inget har skrivits. Välj en enhet som finns, eller lägg till den.`,
      en: `The unit ${typed} is not in the register Enheter${known === "" ? "" : ` (which has ${known})`}. Nothing has been written. Choose a unit that is there, or add it.`,
    });
  }
  if (units.some(({ values }) => values.kod === found.id && values.typ === "Jämförelse")) {
    throw new WorkbookError("unit-unknown", {
      sv: `${found.id} är en jämförelse i registret Enheter och har ingen egen rapport. Inget har skrivits. Välj en nämnd eller enhet.`,
      en: `${found.id} is a comparison in the register Enheter and has no report of its own. Nothing has been written. Choose a committee or unit.`,
    });
  }
  return found.id;
}

/** @throws WorkbookError `period-missing`, `period-unreadable` */
export function period(typed: string, settings: Settings): Period {
  if (typed.trim() === "") {
    throw new WorkbookError("period-missing", {
      sv: "Ingen period är vald. Inget har skrivits. Välj en period, till exempel T1 2019, eller skriv den i Inställningar.",
      en: "No period has been chosen. Nothing has been written. Choose a period, for example T1 2019, or enter it in Inställningar.",
    });
  }
  const parsed = parsePeriod(typed, settings);
  if (parsed === null) {
    throw new WorkbookError("period-unreadable", {
      sv: `Perioden ${typed} går inte att tolka. Inget har skrivits. Skriv till exempel T1 2019, April 2019 eller 2019.`,
      en: `The period ${typed} cannot be understood. Nothing has been written. Write for example T1 2019, April 2019 or 2019.`,
    });
  }
  return parsed;
}
