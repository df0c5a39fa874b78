import type { RegisterContents } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import { parsePeriod, type Period } from "../registers/values/period.js";
import { folded } from "../registers/values/reading.js";
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

/** The code of the unit that is meant by a code, a name or an alias; `null`, the whole workbook, when nothing is typed. @throws WorkbookError `unit-unknown` */
export function unitCode(typed: string, contents: RegisterContents): string | null {
  const wanted = folded(typed);
  if (wanted === "") {
    return null;
  }
  const units = contents.enheter?.rows.map((row) => row.values) ?? [];
  const found = units.find(({ kod, namn, alias }) => [kod, namn, ...(alias ?? [])].some((name) => folded(name) === wanted));
  if (found === undefined) {
    const known = units.map(({ kod }) => kod).join(", ");
    throw new WorkbookError("unit-unknown", {
      sv: `Enheten ${typed} finns inte i registret Enheter${known === "" ? "" : ` (där finns ${known})`}. Inget har skrivits. Välj en enhet som finns, eller lägg till den.`,
      en: `The unit ${typed} is not in the register Enheter${known === "" ? "" : ` (which has ${known})`}. Nothing has been written. Choose a unit that is there, or add it.`,
    });
  }
  return found.kod;
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
