import { periodLabel, type Period } from "../../registers/values/period.js";
import { controlsOf, NOT_ASSESSED, type ControlResultRow, type ControlRow } from "../../rules/controls/controls.js";
import type { Workbook } from "../../rules/measures/measureResults.js";
import type { ReportBlock, ReportCell, ReportColumn } from "../document.js";
import { textCell } from "../parts/measureCells.js";
import { controlScale, legendOf } from "../scales.js";
import { ABOUT, FIRST_FIGURE, STATUS, SUBJECT } from "./columns.js";

interface Analysed {
  readonly control: ControlRow;
  /** Undefined where the control has not been followed up. */
  readonly result: ControlResultRow | undefined;
}

/** The risks and what their controls showed, with the legend of their own scale: its symbols mean other things than those of activities. Nothing where there are no controls. */
export function controlSection(workbook: Workbook, period: Period, closing: readonly ReportBlock[]): readonly ReportBlock[] {
  const controls = controlsOf(workbook.contents);
  if (controls.inOrder.length === 0) return [];
  const analysed = controls.inOrder.flatMap((control): Analysed[] => {
    const results = controls.resultsIn(control, period);
    return results.length === 0 ? [{ control, result: undefined }] : results.map((result) => ({ control, result }));
  });
  const words = analysed.map(wordOf);
  const isCounted = analysed.some(({ result }) => result !== undefined && (result.values.granskade ?? result.values.avvikande) !== null);
  return [
    { kind: "heading", level: 1, text: "Internkontroll", id: "internkontroll" },
    { kind: "paragraph", text: controlsInWords(controls.inOrder.length, words, period) },
    legendOf(controlScale, words),
    {
      kind: "table",
      id: "internkontroll",
      columns: [
        { key: "risk", header: "Risk", align: "left", gridColumn: SUBJECT },
        { key: "analys", header: "Analys av kontrollmoment", align: "left", gridColumn: ABOUT },
        { key: "bedomning", header: "Bedömning", align: "left", gridColumn: STATUS },
        ...(isCounted ? figureColumns : []),
      ],
      rows: analysed.map((row) => [
        textCell(row.control.values.risk),
        textCell(analysisOf(row)),
        { kind: "status", scale: controlScale.name, word: wordOf(row) },
        ...(isCounted ? figuresOf(row) : []),
      ]),
    },
    ...closing,
  ];
}

const figureColumns: readonly ReportColumn[] = ["Granskade", "Avvikande", "Andel"].map((header, index) => ({
  key: header, header, align: "right", gridColumn: FIRST_FIGURE + index,
}));

function wordOf({ result }: Analysed): string {
  return result?.values.bedomning ?? NOT_ASSESSED;
}

function analysisOf({ result }: Analysed): string {
  if (result === undefined) return "Kontrollen är inte uppföljd.";
  const { uppfoljande, beskrivning, metod, kommentar } = result.values;
  return [uppfoljande, beskrivning, kommentar, metod === null ? null : `Metod: ${metod}`].filter((part) => part !== null).join("\n");
}

function figuresOf({ result }: Analysed): readonly ReportCell[] {
  const { granskade, avvikande } = result?.values ?? { granskade: null, avvikande: null };
  const share: ReportCell =
    granskade === null || avvikande === null || granskade <= 0 ? { kind: "empty", reason: "Granskade och Avvikande är inte båda ifyllda." } : { kind: "percent", value: avvikande / granskade, decimals: 1 };
  return [...[granskade, avvikande].map((value): ReportCell => (value === null ? { kind: "empty" } : { kind: "number", value, decimals: 0 })), share];
}

/** "17 risker för 2017: 2 ingen avvikelse, 4 mindre avvikelse, 3 större avvikelse, 1 ej genomförd. 7 är inte bedömda." Source: O9. */
function controlsInWords(risks: number, words: readonly string[], period: Period): string {
  const counts = controlScale.steps.map(({ word }) => [word, words.filter((used) => used === word).length] as const);
  const given = counts.filter(([word, count]) => word !== NOT_ASSESSED && count > 0).map(([word, count]) => `${count} ${word.toLowerCase()}`);
  const without = counts.find(([word]) => word === NOT_ASSESSED)?.[1] ?? 0;
  return [
    `${risks} ${risks === 1 ? "risk" : "risker"} för ${periodLabel(period)}${given.length === 0 ? "" : `: ${given.join(", ")}`}.`,
    ...(without === 0 ? [] : [`${without} är inte ${without === 1 ? "bedömd" : "bedömda"}.`]),
  ].join(" ");
}
