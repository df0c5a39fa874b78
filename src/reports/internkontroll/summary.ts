import { periodLabel } from "../../registers/values/period.js";
import { formatPercentSv } from "../../registers/values/formatting.js";
import { frequencyOf } from "../../rules/controls/controlFrequency.js";
import {
  controlText, deviationShare, NOT_ASSESSED, shortfallOf, worstOf, type ControlArea, type PrintedAssessment, type Shortfall,
} from "../../rules/controls/controls.js";
import type { ReportBlock, ReportCell, ReportTable } from "../document.js";
import { countCell, textCell } from "../parts/measureCells.js";
import { controlScale } from "../scales.js";
import { promisedText } from "./areaBlocks.js";
import { areaName, areasBySort, assessmentOf, followedControls, type ControlReport } from "./controlReport.js";
import { riskBlocks } from "./risks.js";

type Followed = Pick<ControlReport, "controls" | "period">;

/** The state of internal control in a few sentences, for whoever reads no further. */
export function introduction(report: Followed): string {
  const { controls, period } = report;
  const followed = controls.areas.flatMap((area) => followedControls(report, area));
  const made = followed.filter(({ result }) => result !== undefined);
  const areas = controls.areas.filter(({ name }) => name !== null).length;
  const where = areas === 0 ? "" : ` i ${areas} ${areas === 1 ? "område" : "områden"}`;
  const missing = followed.length - made.length;
  const late = shortfalls(report).length;
  return [
    `${made.length} ${made.length === 1 ? "uppföljning" : "uppföljningar"} av ${controls.inOrder.length} ${controls.inOrder.length === 1 ? "kontroll" : "kontroller"}${where} för ${periodLabel(period)}${made.length === 0 ? "" : `: ${countsInWords(made.map(assessmentOf))}`}.`,
    ...(missing === 0 ? [] : [`${missing === 1 ? "1 kontroll saknar" : `${missing} kontroller saknar`} uppföljning.`]),
    ...(late === 0 ? [] : [`${late === 1 ? "1 kontroll är gjord" : `${late} kontroller är gjorda`} mer sällan än utlovat.`]),
  ].join(" ");
}

const IN_ORDER: readonly PrintedAssessment[] = ["Ingen avvikelse", "Mindre avvikelse", "Större avvikelse", "Ej genomförd", NOT_ASSESSED];

const IN_WORDS: Readonly<Record<PrintedAssessment, readonly [one: string, several: string]>> = {
  "Ingen avvikelse": ["utan avvikelse", "utan avvikelse"],
  "Mindre avvikelse": ["med mindre avvikelse", "med mindre avvikelse"],
  "Större avvikelse": ["med större avvikelse", "med större avvikelse"],
  "Ej genomförd": ["inte genomförd", "inte genomförda"],
  [NOT_ASSESSED]: ["inte bedömd", "inte bedömda"],
};

/** "8 med mindre avvikelse, 1 med större avvikelse, 8 inte bedömda", in the scale's order. */
function countsInWords(assessments: readonly PrintedAssessment[]): string {
  return IN_ORDER
    .flatMap((word) => {
      const count = assessments.filter((assessment) => assessment === word).length;
      const [one, several] = IN_WORDS[word];
      return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
    })
    .join(", ");
}

/** The worst of each area, what was not made as often as promised, the risks, and how many deviated. */
export function overviewBlocks(report: ControlReport): readonly ReportBlock[] {
  const sorts = areasBySort(report.controls);
  return [
    { kind: "heading", level: 1, text: "Sammanställning", id: "sammanstallning" },
    ...sorts.map(([sort, areas]) => ({ ...(areas.some(({ name }) => name !== null) ? areaTable(report, areas) : countTable(report, areas)), ...(sorts.length === 1 ? {} : { caption: sort }) })),
    ...shortfallBlocks(report),
    ...riskBlocks(report.controls.inOrder),
    ...shareBlocks(report),
  ];
}

/** Of one sort: internal control by the plain name. */
function tableId(name: string, [first]: readonly ControlArea[]): string {
  return first?.sort === "Egenkontroll" ? `${name}:egenkontroll` : name;
}

/** Where nobody has told areas apart, how many have each assessment. */
function countTable(report: ControlReport, areas: readonly ControlArea[]): ReportTable {
  const assessments = areas.flatMap((area) => followedControls(report, area)).map(assessmentOf);
  return {
    kind: "table",
    id: tableId("bedomningar", areas),
    columns: [
      { key: "bedomning", header: "Bedömning", align: "left", gridColumn: 0 },
      { key: "antal", header: "Antal", align: "right", gridColumn: 1 },
    ],
    rows: IN_ORDER.flatMap((word): readonly (readonly ReportCell[])[] => {
      const count = assessments.filter((assessment) => assessment === word).length;
      return count === 0 ? [] : [[{ kind: "status", scale: controlScale.name, word }, countCell(count)]];
    }),
  };
}

function areaTable(report: ControlReport, areas: readonly ControlArea[]): ReportTable {
  return {
    kind: "table",
    id: tableId("omraden", areas),
    columns: [
      { key: "samst", header: "Sämsta bedömning", align: "left", gridColumn: 0 },
      { key: "omrade", header: "Område", align: "left", gridColumn: 1 },
      { key: "varav", header: "Uppföljningar", align: "left", gridColumn: 2 },
    ],
    namedBy: 1,
    rows: areas.map((area): readonly ReportCell[] => {
      const followed = followedControls(report, area);
      return [
        { kind: "status", scale: controlScale.name, word: worstOf(followed.map(({ result }) => result?.values.bedomning ?? null)) },
        textCell(areaName(area)),
        textCell(countsInWords(followed.map(assessmentOf))),
      ];
    }),
  };
}

function shortfalls({ controls, period }: Followed): readonly Shortfall[] {
  return controls.inOrder.flatMap((control) => shortfallOf(controls, control, period) ?? []);
}

/** Nothing is said of how often where nobody promised a number of times. */
function shortfallBlocks(report: ControlReport): readonly ReportBlock[] {
  const { controls, period } = report;
  if (!controls.inOrder.some((control) => frequencyOf(control)?.kind === "perYear")) return [];
  const rows = shortfalls(report);
  const heading: ReportBlock = { kind: "heading", level: 2, text: "Kontroller som är gjorda mer sällan än utlovat", id: "for-sallan" };
  if (rows.length === 0) return [heading, { kind: "paragraph", text: `Alla kontroller med ett utlovat antal är gjorda så ofta som de skulle till och med ${periodLabel(period)}.` }];
  return [
    heading,
    {
      kind: "table",
      id: "for-sallan",
      columns: [
        { key: "omrade", header: "Område", align: "left", gridColumn: 0 },
        { key: "kontrollmoment", header: "Kontrollmoment", align: "left", gridColumn: 1 },
        { key: "utlovat", header: "Utlovat", align: "left", gridColumn: 2 },
        { key: "skulle", header: `Skulle vara gjord till och med ${periodLabel(period)}`, align: "right", gridColumn: 3 },
        { key: "gjord", header: "Är gjord", align: "right", gridColumn: 4 },
      ],
      namedBy: 1,
      rows: rows.map(({ control, due, made }): readonly ReportCell[] => [
        textCell(control.values.omrade),
        textCell(controlText(control)),
        textCell(promisedText(control)),
        countCell(due),
        countCell(made),
      ]),
    },
    { kind: "note", text: "Antalet räknas från januari. En uppföljning som är bedömd räknas som att kontrollen är gjord så ofta som den skulle under sin period." },
  ];
}

/** A total only over follow-ups that count both; the others are told. */
function shareBlocks({ controls, period }: ControlReport): readonly ReportBlock[] {
  const results = controls.inOrder.flatMap((control) => controls.resultsIn(control, period));
  const total = deviationShare(results);
  if (total === undefined) return [];
  const counted = results.filter((result) => deviationShare([result]) !== undefined).length;
  const without = results.length - counted;
  const share = formatPercentSv(total.share, 1).replaceAll("\u00A0", " ");
  const rest = without === 0 ? "" : ` ${without} ${without === 1 ? "uppföljning" : "uppföljningar"} där tal saknas eller inte går ihop är inte med.`;
  return [
    { kind: "heading", level: 2, text: "Andel avvikelser", id: "andel" },
    { kind: "paragraph", text: `${total.deviating} av ${total.reviewed} granskade avvek, ${share}, i ${counted} ${counted === 1 ? "uppföljning" : "uppföljningar"} som anger båda talen.${rest}` },
  ];
}

