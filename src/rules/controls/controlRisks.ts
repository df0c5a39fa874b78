import type { ControlRow } from "../subjects.js";

/** Sannolikhet and Konsekvens go from 1 to this. */
export const HIGHEST_RISK_STEP = 4;

export const riskLevels = ["Hög risk", "Medelhög risk", "Låg risk"] as const;
export type RiskLevel = (typeof riskLevels)[number];

export interface RiskValue {
  readonly likelihood: number;
  readonly consequence: number;
  /** Their product, as the live formula of Kontroller[Riskvärde]. */
  readonly value: number;
  readonly level: RiskLevel;
}

/** Lowest risk value of each level: of sixteen, nine is three times three, and four is what a likely risk of no consequence gives. */
const HIGH_FROM = 9;
const MEDIUM_FROM = 4;

/** How big a risk is; undefined until both Sannolikhet and Konsekvens are given. Source: model.md, Registers (Kontroller). */
export function riskValueOf({ values: { sannolikhet, konsekvens } }: ControlRow): RiskValue | undefined {
  if (sannolikhet === null || konsekvens === null) return undefined;
  const value = sannolikhet * konsekvens;
  return { likelihood: sannolikhet, consequence: konsekvens, value, level: value >= HIGH_FROM ? "Hög risk" : value >= MEDIUM_FROM ? "Medelhög risk" : "Låg risk" };
}

/** Whether a step is one of the scale. */
export function isRiskStep(step: number): boolean {
  return Number.isInteger(step) && step >= 1 && step <= HIGHEST_RISK_STEP;
}
