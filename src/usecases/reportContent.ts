import { registers, type RegisterContents, type RegisterKey } from "../registers/registers.js";
import { isWithin, periodLabel, type Period } from "../registers/values/period.js";
import type { ReportDefinition } from "../reports/report.js";
import { isControlled, isFollowedUp, isOutcomeGiven } from "../rules/assignments/answered.js";

/** What a report has nothing of, by the sheet that it is filled in on. */
export type Lack =
  | { readonly kind: "noRows"; readonly sheet: string }
  /** Nobody has answered anything for the period, as printed. */
  | { readonly kind: "noneOfPeriod"; readonly sheet: string; readonly period: string };

/** The registers without which a report cannot be built; where any one is enough, all of those, as long as none is there. */
export function missingFor({ needs, needsOneOf = [] }: ReportDefinition, contents: RegisterContents): readonly RegisterKey[] {
  const isMissing = (key: RegisterKey) => contents[key] === undefined;
  return [...needs.filter(isMissing), ...(needsOneOf.every(isMissing) ? needsOneOf : [])];
}

/** The registers that a report is made from, of those that the workbook has. */
export function registersUsed({ needs, needsOneOf = [] }: ReportDefinition, contents: RegisterContents): readonly RegisterKey[] {
  return [...needs, ...needsOneOf].filter((key) => contents[key] !== undefined);
}

/** What a report that can be built would have nothing of: registers without rows, and those where nobody has answered for the period. */
export function lacksOf(definition: ReportDefinition, contents: RegisterContents, period: Period | null): readonly Lack[] {
  const used = registersUsed(definition, contents);
  const lacks = used.flatMap((key) => lackOf(key, contents, period) ?? []);
  const isOneEnough = definition.needs.length === 0;
  return isOneEnough && lacks.length < used.length ? [] : lacks;
}

function lackOf(key: RegisterKey, contents: RegisterContents, period: Period | null): Lack | undefined {
  const sheet = contents[key]?.sheet ?? registers[key].sheet;
  if ((contents[key]?.rows.length ?? 0) === 0) return { kind: "noRows", sheet };
  if (period === null || isAnyAnswered(key, contents, period)) return undefined;
  return { kind: "noneOfPeriod", sheet, period: periodLabel(period) };
}

/** True also of registers that are not filled in period by period. */
function isAnyAnswered(key: RegisterKey, { utfall, uppfoljning, kontrollresultat }: RegisterContents, period: Period): boolean {
  switch (key) {
    case "utfall":
      return utfall?.rows.some(({ values }) => isWithin(values.period, period) && isOutcomeGiven(values)) ?? false;
    case "uppfoljning":
      return uppfoljning?.rows.some(({ values }) => isWithin(values.period, period) && isFollowedUp(values)) ?? false;
    case "kontrollresultat":
      return kontrollresultat?.rows.some(({ values }) => isWithin(values.period, period) && isControlled(values)) ?? false;
    default:
      return true;
  }
}
