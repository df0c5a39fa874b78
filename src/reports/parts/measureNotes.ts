import { listed } from "../../registers/messages/wording.js";
import { periodLabel, periodTo } from "../../registers/values/period.js";
import { folded } from "../../registers/values/reading.js";
import { sameInPeriod, unitOfRow, outcomeEntry, outcomeMeaning, type Workbook } from "../../rules/measures/measureResults.js";
import type { OutcomeRow } from "../../rules/measures/outcomes.js";
import type { Meaning, MeasureResult, RolledUp } from "../../rules/measures/results.js";
import { isGiven, ownTarget, targetEntries, targetMeaning } from "../../rules/measures/target.js";
import type { ReportBlock } from "../document.js";
import { meaningCell } from "./measureCells.js";
import { withParts, type MeasureColumns } from "./measureColumns.js";
import { measureNames, rolledUpWords } from "./measureTable.js";
import { printedText } from "./printedText.js";
import { unitNamesOf, type UnitNames } from "./unitNames.js";

/** What the cells of a measure table cannot say, a line for each measure that there is something to say of. */
export function measureNotes(results: readonly MeasureResult[], workbook: Workbook, { earlier }: MeasureColumns): readonly ReportBlock[] {
  const rows = withParts(results);
  const names = unitNamesOf(workbook);
  const nameOf = measureNames(rows, workbook);
  const told = rows.flatMap((result) => {
    const before = earlier.map((year) => sameInPeriod(workbook, result, year));
    const texts = [...howRolledUp(result, names), ...before.flatMap((then) => incompleteThen(then)), ...targetsThatHeld(result, before), ...missingFigure(result)];
    const name = result.rolledUp === undefined ? nameOf(result) : result.measure.values.matt;
    return texts.map((text) => `${name}: ${text}`);
  });
  return [...told, ...comparisons(results, workbook, names)].map((text) => ({ kind: "note" as const, text }));
}

/** "summa av 4 enheter, 1 saknas (Enhet D).": a figure that is put together says of how many, and never hides who is missing. */
function howRolledUp({ rolledUp }: MeasureResult, names: UnitNames): readonly string[] {
  if (rolledUp === undefined) return [];
  const without = rolledUp.missing.length === 0 ? "" : ` (${listed(rolledUp.missing.map(({ unit }) => names(unit ?? "")), "och")})`;
  if (rolledUp.counted.length === 0) return rolledUp.missing.length === 0 ? [] : [`ingen enhet under har ett utfall${without}.`];
  const of = `${inWords(rolledUp)}${without}`;
  return [rolledUp.isReported ? `${of}.` : `eget utfall. Enheterna tillsammans: ${printed(rolledUp.outcome)}, ${of}.`];
}

function inWords({ way, counted, missing }: RolledUp): string {
  const units = counted.length === 1 ? "1 enhet" : `${counted.length} enheter`;
  const alike = way === "Medel" && counted.length > 1 ? " som väger lika" : "";
  return `${rolledUpWords[way]} av ${units}${alike}${missing.length === 0 ? "" : `, ${missing.length} saknas`}`;
}

/** An earlier year's figure that lacks units is no less incomplete than this year's. */
function incompleteThen({ rolledUp, period }: MeasureResult): readonly string[] {
  if (rolledUp === undefined || !rolledUp.isReported || rolledUp.counted.length === 0 || rolledUp.missing.length === 0) return [];
  return [`${periodLabel(period)} är ${inWords(rolledUp)}.`];
}

/** Which target held when it is not the measure's own, and those of the earlier years where they were others. Source: issue 6 (targets that step by year). */
function targetsThatHeld(result: MeasureResult, before: readonly MeasureResult[]): readonly string[] {
  const { measure, source, target, period } = result;
  const then = before.filter((earlier) => hasOwnTarget(earlier.source));
  if (then.length === 0 && !hasOwnTarget(source)) return [];
  const now = printed(target);
  const measures = printed(targetMeaning(measure, targetEntries(measure, undefined), unitOfRow(measure, source)));
  const isOther = hasOwnTarget(source) && now !== "" && measures !== "" && measures !== now;
  const holds = isOther ? [`målvärdet ${now} gäller ${periodLabel(period)}, måttets målvärde är ${measures}.`] : [];
  const others = then.filter((earlier) => printed(earlier.target) !== "" && printed(earlier.target) !== now);
  const held = others.map((earlier) => `${printed(earlier.target)} för ${periodLabel(earlier.period)}`);
  return [...holds, ...(held.length === 0 ? [] : [`målvärdet var ${listed(held, "och")}.`])];
}

function hasOwnTarget(row: OutcomeRow | undefined): boolean {
  return row !== undefined && isGiven(ownTarget(row));
}

/**
 * What others have, each with its period, and where it is from. It stands below the table and not in a column: others are measured at other times, by a source of their own, and
 * as many as there are would not fit a page.
 */
function comparisons(results: readonly MeasureResult[], workbook: Workbook, names: UnitNames): readonly string[] {
  const measures = new Map(results.map((result) => [result.measure, result]));
  return [...measures.values()].flatMap(({ measure, period }) => {
    const latest = latestOfEach(workbook, measure.values.id, periodTo(period));
    if (latest.length === 0) return [];
    const told = latest.flatMap((row) => {
      const outcome = printed(outcomeMeaning(outcomeEntry(row), unitOfRow(measure, row)));
      return outcome === "" ? [] : [`${names(workbook.outcomes.unitOf(row) ?? "")} ${outcome} (${periodLabel(row.values.period)})`];
    });
    const source = [measure.values.kalla, measure.values.kallansId].filter((part) => part !== null).join(" ");
    return told.length === 0 ? [] : [`${measure.values.matt}: jämför med ${told.join(", ")}.${source === "" ? "" : ` Källa: ${source}.`}`];
  });
}

/** The latest outcome of each that is compared with, up to a day (serial number), by Enheter's order. */
function latestOfEach({ outcomes, units }: Workbook, measureId: string, until: number): readonly OutcomeRow[] {
  const compared = outcomes.comparedWith(measureId);
  if (compared.length === 0) return [];
  const latest = new Map<string, OutcomeRow>();
  for (const row of compared) {
    const unit = folded(outcomes.unitOf(row) ?? "");
    const known = latest.get(unit);
    const ends = periodTo(row.values.period);
    if (row.values.utfall === null || row.values.utfall.kind === "notMeasured" || ends > until) continue;
    if (known === undefined || periodTo(known.values.period) < ends) latest.set(unit, row);
  }
  return [...latest.values()].sort((a, b) => units.byOrder(outcomes.unitOf(a), outcomes.unitOf(b)));
}

/** Why a figure that a reader expects is not there. */
function missingFigure({ outcome, target, attainment, status }: MeasureResult): readonly string[] {
  if (status === null) {
    const doubtful = outcome.kind === "unclear" ? "utfallet går inte att tolka säkert" : target.kind === "unclear" ? "målvärdet går inte att tolka säkert" : "utfall och målvärde går inte att jämföra";
    return [`${doubtful}, så måttet har ingen status. Se anmärkningarna i Kontroll.`];
  }
  const isJudged = status === "Uppnått" || status === "Delvis uppnått" || status === "Ej uppnått";
  return isJudged && attainment.value === null ? [`måluppfyllelsen räknas inte ut, ${attainment.reason}.`] : [];
}

function printed(meaning: Meaning): string {
  return printedText(meaningCell(meaning, ""));
}
