import { HIGHEST_RISK_STEP, isRiskStep, riskValueOf, type RiskValue } from "../../rules/controls/controlRisks.js";
import type { ControlRow } from "../../rules/controls/controls.js";
import type { ReportBlock, ReportCell, ReportTable } from "../document.js";
import { countCell, textCell } from "../parts/measureCells.js";
import { legendOf, riskScale } from "../scales.js";

interface ValuedRisk {
  readonly control: ControlRow;
  readonly risk: RiskValue;
}

/** How many risks have each likelihood and consequence, and the risks from the biggest; nothing where no control has both. */
export function riskBlocks(controls: readonly ControlRow[]): readonly ReportBlock[] {
  const valued = controls.flatMap((control): readonly ValuedRisk[] => {
    const risk = riskValueOf(control);
    return risk === undefined ? [] : [{ control, risk }];
  });
  if (valued.length === 0) return [];
  const inMatrix = valued.filter(({ risk }) => isRiskStep(risk.likelihood) && isRiskStep(risk.consequence));
  const outside = valued.length - inMatrix.length;
  const without = controls.length - valued.length;
  return [
    { kind: "heading", level: 2, text: "Risker", id: "risker" },
    legendOf(riskScale, valued.map(({ risk }) => risk.level)),
    matrix(inMatrix),
    ...(outside === 0 ? [] : [note(`${risks(outside)} med ett värde utanför 1–${HIGHEST_RISK_STEP} är inte med i matrisen.`)]),
    riskList(valued),
    ...(without === 0 ? [] : [note(`${risks(without)} har inget riskvärde.`)]),
  ];
}

const risks = (count: number) => (count === 1 ? "1 risk" : `${count} risker`);
const note = (text: string): ReportBlock => ({ kind: "note", text });

const STEPS = Array.from({ length: HIGHEST_RISK_STEP }, (_, index) => index + 1);

/** The most likely risks on top, the gravest to the right. */
function matrix(valued: readonly ValuedRisk[]): ReportTable {
  const countOf = (likelihood: number, consequence: number) => valued.filter(({ risk }) => risk.likelihood === likelihood && risk.consequence === consequence).length;
  return {
    kind: "table",
    id: "riskmatris",
    caption: "Antal risker efter sannolikhet och konsekvens",
    columns: [
      { key: "sannolikhet", header: "Sannolikhet", align: "left", gridColumn: 0 },
      ...STEPS.map((step) => ({ key: `konsekvens-${step}`, header: `Konsekvens ${step}`, align: "right" as const, gridColumn: step })),
    ],
    rows: STEPS.toReversed().map((likelihood): readonly ReportCell[] => [
      textCell(`Sannolikhet ${likelihood}`),
      ...STEPS.map((consequence): ReportCell => {
        const count = countOf(likelihood, consequence);
        return count === 0 ? { kind: "empty" } : countCell(count);
      }),
    ]),
  };
}

function riskList(valued: readonly ValuedRisk[]): ReportTable {
  return {
    kind: "table",
    id: "risker",
    columns: [
      { key: "niva", header: "Risknivå", align: "left", gridColumn: 0 },
      { key: "risk", header: "Risk", align: "left", gridColumn: 1 },
      { key: "omrade", header: "Område", align: "left", gridColumn: 2 },
      { key: "varden", header: "Sannolikhet × konsekvens", align: "right", gridColumn: 3 },
      { key: "riskvarde", header: "Riskvärde", align: "right", gridColumn: 4 },
    ],
    namedBy: 1,
    // The order of the areas is kept among equals: the sort is stable.
    rows: valued
      .toSorted((a, b) => b.risk.value - a.risk.value)
      .map(({ control, risk }): readonly ReportCell[] => [
        { kind: "status", scale: riskScale.name, word: risk.level },
        textCell(control.values.risk),
        textCell(control.values.omrade),
        textCell(`${risk.likelihood} × ${risk.consequence}`),
        countCell(risk.value),
      ]),
  };
}
