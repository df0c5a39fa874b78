import { goalStatuses, type GoalStatus } from "../../registers/definitions/statusWords.js";
import { periodLabel } from "../../registers/values/period.js";
import { isQualityInitiative } from "../../rules/goals/goalLevels.js";
import { reportedGoals } from "../../rules/goals/goalResults.js";
import { ownJudgement } from "../../rules/goals/goalRollUp.js";
import { append, type GoalRow } from "../../rules/goals/goalTree.js";
import { resultsOfMeasure } from "../../rules/measures/measureResults.js";
import type { MeasureResult } from "../../rules/measures/results.js";
import type { ReportBlock, ReportCell } from "../document.js";
import { assignmentsByGoal } from "../parts/goalAssignments.js";
import { goalsWithMore } from "../parts/goalFollowUp.js";
import { goalOutline } from "../maluppfoljning/goalOutline.js";
import { goalName, othersInWords, severalUnitsNote } from "../maluppfoljning/goalSummary.js";
import { wholePercentCell } from "../parts/measureCells.js";
import { judgementScale, legendOf, measureScale } from "../scales.js";
import { countBlocks, countChart, countTable, wordsUsed, type Count, type CountedWord } from "./countTable.js";
import { sectionHeading, type OverviewInput, type OverviewSection } from "./section.js";
import type { Group } from "./unitGroups.js";

/** Statuses of measures with a column of their own; the others are counted together and told in words, as in Måluppföljning. */
const COUNTED = ["Uppnått", "Delvis uppnått", "Ej uppnått", "Ej mätt"];
const OTHERS = "Övriga";

/** How goals and measures stand, by committee and by goal area; undefined where the workbook has none. */
export function goalSection(input: OverviewInput): OverviewSection | undefined {
  const { workbook } = input;
  const { contents, tree } = workbook;
  if ((contents.mal?.rows.length ?? 0) + (contents.matt?.rows.length ?? 0) === 0) return undefined;
  const { reported } = reportedGoals(workbook, input, goalsWithMore(workbook, assignmentsByGoal(workbook, input).of.keys(), input));
  const outline = goalOutline(reported, tree);
  const withoutGoal = tree.measuresOf(null).flatMap((measure) => resultsOfMeasure(workbook, measure, input));
  const measured = [
    ...outline.flatMap(({ area, result }) => result.measures.map((measure) => ({ area, measure }))),
    ...withoutGoal.map((measure) => ({ area: null, measure })),
  ];
  const judged = outline.flatMap(({ area, result }) => {
    // Those are carried out rather than reached, and have a part of their own.
    if (isQualityInitiative(result.goal)) return [];
    const own = ownJudgement(workbook, result.goal, input);
    return result.measures.length === 0 && own === undefined ? [] : [{ area, goal: result.goal, word: own ?? result.proposed }];
  });
  if (measured.length + judged.length === 0) return undefined;
  const measures = measured.map(({ measure }) => measure);
  return {
    name: "Mål och mått",
    told: inWords(periodLabel(input.period), measures, judged.map(({ word }) => word)),
    blocks: [
      sectionHeading("Mål och mått", "mal-och-matt"),
      ...(judged.length === 0 ? [] : goalBlocks(input, judged)),
      ...(measured.length === 0 ? [] : measureBlocks(input, measured)),
    ],
  };
}

interface JudgedGoal {
  readonly area: GoalRow;
  readonly goal: GoalRow;
  /** The committee's own word or, where it has given none, what the measures propose. */
  readonly word: GoalStatus;
}

function goalBlocks({ groups, workbook }: OverviewInput, judged: readonly JudgedGoal[]): readonly ReportBlock[] {
  const words = wordsUsed(judgementScale, goalStatuses);
  const wordOf = ({ word }: JudgedGoal) => word;
  const byUnit: Count<JudgedGoal> = {
    id: "mal-enhet", caption: `Mål per ${groups.header.toLowerCase()}`, by: groups.header, what: "Mål", words, wordOf,
    groups: groups.of(judged, ({ goal }) => workbook.tree.ownerOfGoal(goal)),
  };
  const byArea: Count<JudgedGoal> = { id: "mal-omrade", caption: "Mål per målområde", by: "Målområde", what: "Mål", words, wordOf, groups: groupedByArea(judged) };
  return [
    ...countBlocks(byUnit),
    ...countBlocks(byArea),
    { kind: "note", text: "Nämndens egen bedömning räknas där den finns, annars förslaget från måtten. Mål utan mått och utan bedömning räknas inte." },
  ];
}

interface Measured {
  /** The topmost goal above it; `null` of a measure without a goal. */
  readonly area: GoalRow | null;
  readonly measure: MeasureResult;
}

function measureBlocks({ groups, workbook }: OverviewInput, measured: readonly Measured[]): readonly ReportBlock[] {
  const words: readonly CountedWord[] = [...wordsUsed(measureScale, COUNTED), { word: OTHERS, header: OTHERS }];
  const wordOf = ({ measure: { status } }: Measured) => (status !== null && COUNTED.includes(status) ? status : OTHERS);
  const byUnit: Count<Measured> = {
    id: "matt-enhet", caption: `Mått per ${groups.header.toLowerCase()}`, by: groups.header, what: "Mått", words, wordOf, groups: groups.of(measured, ({ measure }) => measure.unit ?? workbook.tree.ownerOfMeasure(measure.measure)),
  };
  const byArea: Count<Measured> = { id: "matt-omrade", caption: "Mått per målområde", by: "Målområde", what: "Mått", words, wordOf, groups: groupedByArea(measured) };
  const share = [{ header: "Andel uppnådda", cellOf: shareMet }];
  const measures = measured.map(({ measure }) => measure);
  const others = othersInWords(measures);
  return [
    legendOf(measureScale, measures.flatMap(({ status }) => (status === null ? [] : [status]))),
    countTable(byUnit, share),
    countTable(byArea, share),
    ...measureChart(byUnit.groups.length > 1 || byArea.groups.length === 1 ? byUnit : byArea),
    { kind: "note", text: `Andel uppnådda är av de mått som går att jämföra med ett målvärde.${others === "" ? "" : ` Övriga är ${others}.`}` },
    ...severalUnitsNote(measures),
    ...rolledUpNote(measures),
  ];
}

/** A computed outcome is never taken for a reported one, and what it lacks is told. */
function rolledUpNote(measures: readonly MeasureResult[]): readonly ReportBlock[] {
  const rolledUp = measures.flatMap(({ rolledUp: parts }) => (parts?.isReported === true && parts.counted.length > 0 ? [parts] : []));
  if (rolledUp.length === 0) return [];
  const missing = rolledUp.reduce((sum, parts) => sum + parts.missing.length, 0);
  const lack = missing === 0 ? "" : ` ${missing} av enheternas utfall saknas och är inte med.`;
  return [{ kind: "note", text: `${rolledUp.length} mått har utfall som är ${rolledUp.length === 1 ? "räknat" : "räknade"} ur enheternas, som Sammanvägning säger.${lack}` }];
}

/** Beside the words of statuses, what is counted together needs a colour unlike theirs: the one of the fourth place. */
function measureChart(count: Count<Measured>): readonly ReportBlock[] {
  const { words, by } = count;
  return countChart(count, `Status för mått per ${by.toLowerCase()}`, [...words.slice(0, 3), ...words.slice(4), ...words.slice(3, 4)]);
}

/** In the order given, which is that of reports. */
function groupedByArea<Item extends { readonly area: GoalRow | null }>(items: readonly Item[]): readonly Group<Item>[] {
  const areas = new Map<GoalRow | null, Item[]>();
  for (const item of items) append(areas, item.area, item);
  return [...areas].map(([area, own]) => ({ name: area === null ? "Mått utan mål" : goalName(area), items: own }));
}

function comparable(measures: readonly MeasureResult[]): readonly MeasureResult[] {
  return measures.filter(({ status }) => status === "Uppnått" || status === "Delvis uppnått" || status === "Ej uppnått");
}

function shareMet(measured: readonly Measured[]): ReportCell {
  const compared = comparable(measured.map(({ measure }) => measure));
  if (compared.length === 0) return { kind: "empty", reason: "Inget mått går att jämföra med ett målvärde." };
  const met = compared.filter(({ status }) => status === "Uppnått").length;
  return wholePercentCell(met / compared.length, met === compared.length);
}

function inWords(period: string, measures: readonly MeasureResult[], words: readonly GoalStatus[]): string {
  const goals = goalStatuses.flatMap((word) => {
    const count = words.filter((other) => other === word).length;
    return count === 0 ? [] : [`${count} ${word.toLowerCase()}`];
  });
  const compared = comparable(measures);
  const met = compared.filter(({ status }) => status === "Uppnått").length;
  const unmeasured = measures.filter(({ status }) => status === "Ej mätt").length;
  return [
    ...(words.length === 0 ? [] : [`${words.length} mål: ${goals.join(", ")}.`]),
    ...(measures.length === 0 ? [] : [compared.length === 0 ? `Inget av ${measures.length} mått går att jämföra med ett målvärde för ${period}.` : `Målvärdet är nått för ${met} av ${compared.length} mått som går att jämföra.`]),
    ...(unmeasured === 0 ? [] : [`${unmeasured} av ${measures.length} mått är inte ${measures.length === 1 ? "mätt" : "mätta"} för ${period}.`]),
  ].join(" ");
}
