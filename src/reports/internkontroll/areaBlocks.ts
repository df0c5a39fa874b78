import { periodLabel, samePeriod, type Period } from "../../registers/values/period.js";
import { parseFrequency } from "../../rules/controls/controlFrequency.js";
import { riskValueOf } from "../../rules/controls/controlRisks.js";
import { controlText, deviationShare, type ControlArea, type ControlRow, type ControlSort } from "../../rules/controls/controls.js";
import type { ReportBlock, ReportCell, ReportColumn, ReportTable } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import { controlScale } from "../scales.js";
import { areaKey, areaName, assessmentOf, followedControls, isPlanned, type ControlReport, type FollowedControl } from "./controlReport.js";

const SECTIONS: Readonly<Record<ControlSort, string>> = { "Intern kontroll": "Uppföljning av kontroller", Egenkontroll: "Egenkontroller" };

/** The controls of one sort, an area at a time: what is planned, then what it showed. After Ale, 2019. */
export function sortSection(report: ControlReport, sort: ControlSort, areas: readonly ControlArea[]): readonly ReportBlock[] {
  // A heading that only says that there are no areas tells nothing.
  const areHeaded = areas.length > 1 || areas.some(({ name }) => name !== null);
  return [
    { kind: "heading", level: 1, text: SECTIONS[sort], id: sort },
    ...areas.flatMap((area): readonly ReportBlock[] => [
      ...(areHeaded ? [{ kind: "heading" as const, level: 2 as const, text: areaName(area), id: `omrade:${areaKey(area)}` }] : []),
      ...(area.controls.some(isPlanned) || report.columns.hasRiskValues ? [planTable(report, area)] : []),
      followUpTable(report, area),
    ]),
  ];
}

interface TableColumn<Row> {
  readonly column: ReportColumn;
  readonly cell: (row: Row) => ReportCell;
}

function tableOf<Row>(id: string, namedBy: string, columns: readonly TableColumn<Row>[], rows: readonly Row[]): ReportTable {
  return {
    kind: "table",
    id,
    columns: columns.map(({ column }) => column),
    namedBy: columns.findIndex(({ column }) => column.key === namedBy),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

const left = (key: string, header: string, gridColumn: number): ReportColumn => ({ key, header, align: "left", gridColumn });
const right = (key: string, header: string, gridColumn: number): ReportColumn => ({ key, header, align: "right", gridColumn });

function planTable({ columns }: ControlReport, area: ControlArea): ReportTable {
  const { hasResponsible, hasRiskValues } = columns;
  const planned: readonly TableColumn<ControlRow>[] = [
    { column: left("risk", "Risker", 0), cell: ({ values }) => textCell(values.risk) },
    { column: left("kontrollmoment", "Kontrollmoment", 1), cell: ({ values }) => textCell(values.kontrollmoment) },
    { column: left("vad", "Vad kontrolleras?", 2), cell: ({ values }) => textCell(values.vad) },
    { column: left("hur", "Hur sker kontrollen?", 3), cell: ({ values }) => textCell(values.hur) },
    { column: left("nar", "När utförs den?", 4), cell: (control) => textCell(promisedText(control)) },
    { column: left("dokumentation", "Hur dokumenteras kontrollen?", 5), cell: ({ values }) => textCell(values.dokumentation) },
    ...(hasResponsible ? [{ column: left("ansvarig", "Ansvarig", 6), cell: ({ values }: ControlRow) => textCell(values.ansvarig) }] : []),
    ...(hasRiskValues ? [{ column: right("riskvarde", "Riskvärde", 6 + Number(hasResponsible)), cell: riskCell }] : []),
  ];
  return tableOf(`plan:${areaKey(area)}`, "risk", planned, area.controls);
}

function riskCell(control: ControlRow): ReportCell {
  const risk = riskValueOf(control);
  return risk === undefined ? { kind: "empty", reason: "Sannolikhet eller Konsekvens saknas." } : { kind: "number", value: risk.value, decimals: 0 };
}

/** When a control is to be made, in the plan's words, and how many times a year where the words do not tell. */
export function promisedText({ values: { nar, minstPerAr } }: ControlRow): string | null {
  if (minstPerAr === null || minstPerAr < 1) return nar;
  const times = `Minst ${minstPerAr === 1 ? "1 gång" : `${minstPerAr} gånger`} per år`;
  if (nar === null) return times;
  const written = parseFrequency(nar);
  return written?.kind === "perYear" && written.times === minstPerAr ? nar : `${nar}\n${times}`;
}

function followUpTable(report: ControlReport, area: ControlArea): ReportTable {
  const { description, method, comment, counts } = report.columns;
  const header = area.controls.some(isPlanned) ? "Uppföljande kontroll" : "Risk";
  const followed: readonly TableColumn<FollowedControl>[] = [
    { column: left("bedomning", "Bedömning", 0), cell: (row) => ({ kind: "status", scale: controlScale.name, word: assessmentOf(row) }) },
    { column: left("uppfoljande", header, 1), cell: (row) => textCell(followUpName(row, report.period)) },
    ...(description === undefined ? [] : [{ column: left("beskrivning", "Beskrivning", description), cell: ({ result }: FollowedControl) => textCell(result?.values.beskrivning ?? null) }]),
    ...(method === undefined ? [] : [{ column: left("metod", "Metod", method), cell: ({ result }: FollowedControl) => textCell(result?.values.metod ?? null) }]),
    {
      column: left("kommentar", "Kommentar", comment),
      cell: ({ result }) => textCell(result === undefined ? `Uppföljning saknas för ${periodLabel(report.period)}.` : result.values.kommentar),
    },
    ...(counts === undefined ? [] : countColumns(counts)),
  ];
  return tableOf(`uppfoljning:${areaKey(area)}`, "uppfoljande", followed, followedControls(report, area));
}

/** A follow-up's own words, else those of its control; with its period where that is only a part of the report's. */
function followUpName({ control, result }: FollowedControl, period: Period): string {
  const name = result?.values.uppfoljande ?? controlText(control);
  return result === undefined || samePeriod(result.values.period, period) ? name : `${periodLabel(result.values.period)}: ${name}`;
}

function countColumns(first: number): readonly TableColumn<FollowedControl>[] {
  return [
    { column: right("granskade", "Granskade", first), cell: ({ result }) => countCell(result?.values.granskade ?? null) },
    { column: right("avvikande", "Avvikande", first + 1), cell: ({ result }) => countCell(result?.values.avvikande ?? null) },
    { column: right("andel", "Andel", first + 2), cell: ({ result }) => shareCell(result === undefined ? undefined : deviationShare([result])?.share) },
  ];
}

function countCell(count: number | null): ReportCell {
  return count === null ? { kind: "empty", reason: "Antalet är inte angivet." } : { kind: "number", value: count, decimals: 0 };
}

function shareCell(share: number | undefined): ReportCell {
  return share === undefined ? { kind: "empty", reason: "Granskade eller Avvikande är inte angivet, eller så går talen inte ihop." } : { kind: "percent", value: share, decimals: 1 };
}
