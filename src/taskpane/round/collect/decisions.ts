import type { AnswerKind, AnswerLine, CollectDecisions, CollectPreview, UnitAnswers } from "../../../usecases/round/collectPreview.js";

/** What is decided for a conflict: to keep what stands, or which answer to take; undefined while nobody has, and where the rule has nothing to say. */
export function decisionOf({ id, newest }: AnswerLine, { byLine, rule }: CollectDecisions): "keep" | number | undefined {
  const own = byLine?.[id];
  if (own !== undefined) return own;
  return rule === "existing" ? "keep" : rule === "newest" ? newest : undefined;
}

export function decide(decisions: CollectDecisions, { id }: AnswerLine, decision: "keep" | number): CollectDecisions {
  return { ...decisions, byLine: { ...decisions.byLine, [id]: decision } };
}

/** What a look comes to with the decisions as they are. */
export interface Outcome {
  /** Cells that would be written. */
  readonly written: number;
  /** Conflicts that nobody has decided: they are left as they stand. */
  readonly undecided: number;
}

export function outcomeOf({ lines }: Pick<CollectPreview, "lines">, decisions: CollectDecisions): Outcome {
  let written = 0;
  let undecided = 0;
  for (const line of lines) {
    if (isWritten(line.kind)) written += 1;
    if (line.kind !== "conflict") continue;
    const decision = decisionOf(line, decisions);
    if (decision === undefined) undecided += 1;
    // To take an answer that says what stands is to keep it.
    else if (decision !== "keep" && line.answers[decision]?.text !== line.standing) written += 1;
  }
  return { written, undecided };
}

/** Kinds of lines in the order that they matter to whoever goes through them: what waits for a decision or may be lost comes first. */
export const kinds = ["conflict", "unreadable", "unknownRow", "otherPeriod", "notOurs", "lateReady", "changed", "new"] as const satisfies readonly AnswerKind[];

/** Whether it is written without anybody having to decide. */
const isWritten = (kind: AnswerKind): boolean => kind === "new" || kind === "changed" || kind === "lateReady";

/** Whether somebody should look at it before the answers are written. */
export const asksForAttention = (kind: AnswerKind): boolean => !isWritten(kind);

/** A unit's answers with what is to be told of them, what matters most first. */
export interface UnitGroup {
  readonly unit: UnitAnswers;
  readonly lines: readonly AnswerLine[];
}

/** What is to be gone through, in the units' order. */
export interface Groups {
  /** Lines that no unit is known for. */
  readonly strays: readonly AnswerLine[];
  /** Units with something to look over, units with answers only, and units that nothing has come from. */
  readonly attention: readonly UnitGroup[];
  readonly fine: readonly UnitGroup[];
  readonly silent: readonly UnitGroup[];
}

export function groupsOf({ units, lines }: Pick<CollectPreview, "units" | "lines">): Groups {
  const known = new Set(units.map(({ unit }) => unit));
  const ofUnit = new Map<string, AnswerLine[]>();
  for (const line of lines) {
    const own = ofUnit.get(line.unit);
    if (own === undefined) ofUnit.set(line.unit, [line]);
    else own.push(line);
  }
  const [attention, fine, silent]: [UnitGroup[], UnitGroup[], UnitGroup[]] = [[], [], []];
  for (const unit of units) {
    const group = { unit, lines: byWeight(ofUnit.get(unit.unit) ?? []) };
    if (group.lines.some(({ kind }) => asksForAttention(kind))) attention.push(group);
    else if (group.lines.length > 0 || unit.sources.length > 0) fine.push(group);
    else silent.push(group);
  }
  return { strays: byWeight(lines.filter(({ unit }) => !known.has(unit))), attention, fine, silent };
}

function byWeight(lines: readonly AnswerLine[]): readonly AnswerLine[] {
  return [...lines].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

/** How many lines there are of each kind that there are any of. */
export function countKinds(lines: readonly AnswerLine[]): readonly (readonly [kind: AnswerKind, count: number])[] {
  const counts = new Map<AnswerKind, number>();
  for (const { kind } of lines) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return kinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [[kind, count] as const];
  });
}
