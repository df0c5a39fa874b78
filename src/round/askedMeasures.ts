import type { Utfall } from "../registers/registers.js";
import { comparePeriods, periodLabel, samePeriod, type Period } from "../registers/values/period.js";
import { isBlank, typedText } from "../registers/values/reading.js";
import type { MeasureRow } from "../rules/goals/goalTree.js";
import { measureResult, outcomeEntry, outcomeMeaning, unitOfRow } from "../rules/measures/measureResult.js";
import type { OutcomeRow } from "../rules/measures/outcomes.js";
import { printMeaning } from "../rules/measures/printing.js";
import type { Workbook } from "../rules/workbook.js";
import { askedCells, keyOf, lines, type Asks, type RowToAsk } from "./askedCells.js";
import type { Owned } from "./asked.js";

/** How many earlier outcomes are told. */
const EARLIER = 3;

/** The outcomes of a period: those that the register has a row for, and those that Ny period would add one for. */
export function askedMeasures(workbook: Workbook, period: Period, added: readonly Utfall[]): readonly Owned[] {
  const { contents, outcomes, units, tree, subjects } = workbook;
  const standing = (contents.utfall?.rows ?? []).filter((row) => samePeriod(row.values.period, period) && !units.isComparison(outcomes.unitOf(row)));
  // Of rows with one key, which are a finding, the upper one counts.
  const first = standing.filter((row) => outcomes.find(row.values.mattId, period, outcomes.unitOf(row)) === row);
  const measureOf = (id: string) => {
    const subject = subjects.find(id);
    return subject?.kind === "measure" ? subject.row : undefined;
  };
  return [
    ...first.map((row) => ({ row, source: row, measure: outcomes.measureOf(row), unit: outcomes.unitOf(row) })),
    ...added.map((values) => {
      const measure = measureOf(values.mattId);
      return { row: { values }, source: undefined, measure, unit: values.enhet ?? (measure === undefined ? null : tree.ownerOfMeasure(measure)) };
    }),
  ].map(({ row, source, measure, unit }) => asked(workbook, period, row, source, measure, unit));
}

function asked(workbook: Workbook, period: Period, row: RowToAsk<Utfall>, source: OutcomeRow | undefined, measure: MeasureRow | undefined, unit: string | null): Owned {
  const { values } = row;
  return {
    kind: "measures",
    unit,
    order: measure ?? null,
    row: {
      register: "utfall",
      key: keyOf("utfall", values),
      isStanding: source !== undefined,
      values,
      what: measure?.values.matt ?? values.mattId,
      about: measure === undefined ? "" : aim(workbook, measure, source, unit, period),
      last: earlierOutcomes(workbook, values.mattId, unit, period),
      answers: askedCells("utfall", row, asks(measure, source)),
    },
  };
}

function asks(measure: MeasureRow | undefined, source: OutcomeRow | undefined): Asks {
  const countedIn = measure === undefined ? null : unitOfRow(measure, source);
  const outcome = { isNeeded: true, numberFormat: formatOf(countedIn), ...(countedIn === "Ja/Nej" ? { words: ["Ja", "Nej"] } : {}), ...helpOf(countedIn) };
  const isByGender = measure?.values.konsuppdelat === "Ja";
  return { utfall: outcome, ...(isByGender ? { kvinnor: outcome, man: outcome } : {}), kommentar: { isNeeded: false } };
}

function formatOf(countedIn: string | null): string {
  if (countedIn === "%") return "0.0%";
  return countedIn === "text" || countedIn === "Ja/Nej" ? "@" : "General";
}

function helpOf(countedIn: string | null): { readonly help?: string } {
  if (countedIn === null || countedIn === "text") return {};
  if (countedIn === "Ja/Nej") return { help: "Välj Ja eller Nej." };
  const example = countedIn === "%" ? "Skriv i procent, till exempel 5,5 %." : `Skriv ett tal. Måttet räknas i ${countedIn}.`;
  return { help: `${example} Skriv Ej mätt om det inte har mätts.` };
}

/** Where the measure is to go, and what it is counted in: "Ska öka till minst 75 %". */
function aim(workbook: Workbook, measure: MeasureRow, source: OutcomeRow | undefined, unit: string | null, period: Period): string {
  const target = printMeaning(measureResult(workbook, measure, source, unit, period).target);
  const { riktning } = measure.values;
  const countedIn = unitOfRow(measure, source);
  const isToldAlready = countedIn === null || countedIn === "%" || countedIn === "Ja/Nej" || countedIn === "text" || target.includes(countedIn);
  return lines(direction(riktning, target), isToldAlready ? null : `Räknas i ${countedIn}`);
}

function direction(riktning: MeasureRow["values"]["riktning"], target: string): string {
  const missing = target === "";
  switch (riktning) {
    case "Öka":
      return missing ? "Ska öka. Målvärde saknas" : `Ska öka till minst ${target}`;
    case "Minska":
      return missing ? "Ska minska. Målvärde saknas" : `Ska minska till högst ${target}`;
    case "Inom intervall":
      return missing ? "Ska ligga i ett intervall. Målvärde saknas" : `Ska ligga inom ${target}`;
    case "Ja/Nej":
      return missing ? "Ja eller Nej. Målvärde saknas" : `Ska vara ${target}`;
    case "Följs":
      return "Följs, utan målvärde";
  }
}

/** The last outcomes that the unit gave, the latest first. What could not be understood is told as it was typed. */
function earlierOutcomes({ outcomes }: Workbook, id: string, unit: string | null, period: Period): string {
  const earlier = outcomes.periodsOf(id).filter((other) => comparePeriods(other, period) < 0).reverse();
  const told = earlier.flatMap((other) => {
    const row = outcomes.find(id, other, unit);
    const measure = row === undefined ? undefined : outcomes.measureOf(row);
    const text = row === undefined || measure === undefined ? "" : outcomeText(row, measure);
    return text === "" ? [] : [`${periodLabel(other)}: ${text}`];
  });
  return lines(...told.slice(0, EARLIER));
}

function outcomeText(row: OutcomeRow, measure: MeasureRow): string {
  const printed = printMeaning(outcomeMeaning(outcomeEntry(row), unitOfRow(measure, row)));
  const { utfall } = row.cells;
  return printed !== "" || utfall === undefined || isBlank(utfall) ? printed : typedText(utfall);
}
