import type { AnswerLine, CollectPreview, UnitAnswers } from "../../../src/usecases/round/collectPreview.js";
import type { RoundPlan, UnitToAsk } from "../../../src/usecases/round/roundPlan.js";
import type { RoundState, UnitStanding } from "../../../src/usecases/round/roundState.js";

// What the use cases of a round give, made by hand: for what the pane makes of it.

/** 2019-05-15, five days before the day of the tests. */
export const DEADLINE = 43_600;

export function unitToAsk(about: Partial<UnitToAsk> & Pick<UnitToAsk, "unit">): UnitToAsk {
  return { name: `Nämnden ${about.unit}`, measures: 3, assignments: 1, controls: 0, decisions: 0, asked: 8, answered: 0, deadline: DEADLINE, sheet: null, notInSheet: 0, fileName: `T1 2019 ${about.unit}.xlsx`, ...about };
}

export const planOf = (units: readonly UnitToAsk[], ownerless: readonly string[] = []): RoundPlan => ({ period: "T1 2019", units, ownerless });

export function unitAnswers(about: Partial<UnitAnswers> & Pick<UnitAnswers, "unit">): UnitAnswers {
  return { name: `Nämnden ${about.unit}`, asked: 8, answered: 8, missing: 0, counts: {}, ready: DEADLINE, deadline: DEADLINE, sources: [`${about.unit}.xlsx`], ...about };
}

/** A line of a unit's measure, with one answer in D3 of the unit's file. */
export function answerLine(about: Partial<AnswerLine> & Pick<AnswerLine, "id" | "kind" | "unit">): AnswerLine {
  return {
    to: { register: "utfall", column: "utfall", header: "Utfall", key: "MÅTT-1", at: { sheet: "Utfall", row: 2, column: 3 } },
    standing: "",
    answers: [{ text: "5,5 %", from: { file: `${about.unit}.xlsx`, at: { sheet: "Blad1", row: 6, column: 3 } } }],
    message: { sv: `Om ${about.id}.`, en: `About ${about.id}.` },
    ...about,
  };
}

export const previewOf = (units: readonly UnitAnswers[], lines: readonly AnswerLine[], files = units.length): CollectPreview => ({ period: "T1 2019", files, units, lines });

export function unitStanding(about: Partial<UnitStanding> & Pick<UnitStanding, "unit">): UnitStanding {
  return { name: `Nämnden ${about.unit}`, state: "notDue", deadline: DEADLINE, ready: null, daysLate: 0, asked: 8, answered: 2, missing: 6, reminder: `Hej ${about.unit}! Ni har 6 svar kvar.`, ...about };
}

export const stateOf = (units: readonly UnitStanding[], shareInTime: number | null = null): RoundState => ({ period: "T1 2019", units, shareInTime });
