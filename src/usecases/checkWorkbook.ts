import type { Finding } from "../registers/finding.js";
import { unreadColumns } from "../registers/reading/calculatedColumns.js";
import { readRegisters } from "../registers/readRegisters.js";
import { registers, type RegisterContents } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import { parsePeriod, periodTo } from "../registers/values/period.js";
import { publicFindings } from "../reports/privacy/publicFindings.js";
import { reports } from "../reports/reports.js";
import { accepted, withSubjects, type Acceptance } from "../rules/acceptances.js";
import { checkRules } from "../rules/checkRules.js";
import { switchedOff } from "../rules/ruleChoice.js";
import type { ReadRequest, WorkbookImage, WorkbookPort } from "./port.js";
import { goOn, type Work } from "./work.js";

/** What a workbook holds, typed, and everything the check found in it. */
export interface CheckedWorkbook {
  readonly contents: RegisterContents;
  readonly settings: Settings;
  /** Open ones: fel before varning before upplysning; within each by register and place. */
  readonly findings: readonly Finding[];
  /** Those that somebody has accepted, in the same order. */
  readonly accepted: readonly Acceptance[];
  /** Slugs of the rules that the workbook has switched off: nothing above is of them. */
  readonly rulesOff: readonly string[];
  readonly image: WorkbookImage;
}

/**
 * Reads every register and runs every rule. One request to Excel; writes nothing. `today` is a serial number; without it nothing is said to lie in
 * the future.
 * @throws WorkbookError when the workbook cannot be read, or the work is stopped
 */
export async function checkWorkbook(port: WorkbookPort, today?: number, work?: Work): Promise<CheckedWorkbook> {
  goOn(work, "reading");
  const image = await port.read({ ...registerTablesRequest(), sheets: [] });
  goOn(work, "checking");
  return checkImage(image, today);
}

/** The names of the tables that the registers stand in. */
export function registerTables(): string[] {
  return Object.values(registers).map((register) => register.table);
}

/** What to ask for so as to read every register, without the columns that only its formulas need. */
export function registerTablesRequest(): Pick<ReadRequest, "tables" | "leaveOut"> {
  const leaveOut = Object.values(registers).flatMap((register) => {
    const unread = unreadColumns(register);
    return unread === undefined ? [] : [[register.table, unread] as const];
  });
  return { tables: registerTables(), leaveOut: new Map(leaveOut) };
}

/** The check itself, on a workbook already read. */
export function checkImage(image: WorkbookImage, today?: number): CheckedWorkbook {
  const { contents, settings, findings } = readRegisters(image.tables, { sheets: image.sheets, tables: image.allTables });
  const period = parsePeriod(settings.period, settings);
  const unit = settings.enhet === "" ? null : settings.enhet;
  const ofReports = period === null ? [] : publicFindings(reports, { contents, settings, unit, period, date: today ?? periodTo(period) });
  const told = withSubjects(oneAnswerPerValue([...findings, ...checkRules(contents, settings, today), ...ofReports]), contents);
  const sorted = accepted(inOrder(told), contents, settings);
  const off = switchedOff(settings);
  const isOn = ({ ruleId, severity }: Finding) => severity !== "upplysning" || !off.has(ruleId);
  return {
    contents, settings, image, rulesOff: [...off],
    findings: (sorted.findings.length === 0 ? sorted.open : inOrder([...sorted.open, ...sorted.findings])).filter(isOn),
    accepted: sorted.accepted.filter(({ finding }) => isOn(finding)),
  };
}

/**
 * A text where a number belongs can be read, which is one finding; when its measure cannot use what was read, which is another, only the second
 * is told: "läses som 3 veckor" and "används inte" about one cell would contradict each other.
 */
function oneAnswerPerValue(findings: readonly Finding[]): readonly Finding[] {
  const key = ({ at }: Finding) => JSON.stringify(at);
  const unused = new Set(findings.filter(({ ruleId, severity, at }) => ruleId.startsWith("varde.") && severity === "fel" && at !== undefined).map(key));
  return findings.filter((found) => found.ruleId !== "cell.text-for-tal" || !unused.has(key(found)));
}

const SEVERITY = { fel: 0, varning: 1, upplysning: 2 } as const;

/** By how serious they are, then by register, rule and place. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const tables = placesIn(registerTables());
  const rules = placesIn([...new Set(findings.map(({ ruleId }) => ruleId))].sort(alphabet.compare));
  const placed = findings.map((finding) => {
    const { severity, register, ruleId, at } = finding;
    // What is of no register comes first.
    const group = SEVERITY[severity] * (tables.size + 1) + (tables.get(register) ?? -1) + 1;
    return { finding, group: group * rules.size + (rules.get(ruleId) ?? 0), row: at?.row ?? -1, column: at?.column ?? -1 };
  });
  return placed.sort((a, b) => a.group - b.group || a.row - b.row || a.column - b.column).map(({ finding }) => finding);
}

const alphabet = new Intl.Collator("sv");

function placesIn(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}
