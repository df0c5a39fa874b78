import { periodTo } from "../../registers/values/period.js";
import type { CheckContext } from "./context.js";

/**
 * The last day that may have passed unnoticed: the end of the workbook's period, or yesterday where that is earlier. Undefined where neither is known;
 * nothing is then overdue. A serial number.
 */
export function lastPassedDay({ period, today }: Pick<CheckContext, "period" | "today">): number | undefined {
  const yesterday = today === undefined ? undefined : today - 1;
  const end = period === undefined ? undefined : periodTo(period);
  return yesterday === undefined || end === undefined ? (yesterday ?? end) : Math.min(yesterday, end);
}
