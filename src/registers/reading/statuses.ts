import { statusWritings } from "../definitions/statusAliases.js";
import type { Finding } from "../finding.js";
import { finding } from "../messages.js";
import { registers } from "../registers.js";
import { nearest } from "../values/choice.js";
import { isBlank, typedText } from "../values/reading.js";
import { parseStatus } from "../values/status.js";
import type { Draft, DraftRow } from "./draft.js";
import { addressIn } from "./lookUps.js";

/** The scale of what has an id: its register's key, or that of quality initiatives; `undefined` when nothing has it, or an unreadable register. */
export type ScaleOf = (id: string) => string | undefined;

const { header } = registers.uppfoljning.columns.status;

/**
 * The follow-ups with the statuses that only the scale of what Avser points at can tell: symbols, other words for the scale's own, boxes. What the reading of the cell
 * alone said of them gives way; what is still no word of the scale is told with the words of that scale.
 */
export function readStatuses(draft: Draft, scaleOf: ScaleOf): Draft {
  const answered = new Set<number>();
  const findings: Finding[] = [];
  const rows = draft.rows.map((row) => {
    const answer = answerFor(draft, row, scaleOf);
    if (answer === undefined) return row;
    answered.add(row.row);
    if (answer.finding !== undefined) findings.push(answer.finding);
    return { ...row, values: { ...row.values, status: answer.status } };
  });
  const kept = draft.findings.filter(({ ruleId, at, column }) => ruleId !== "cell.ej-i-listan" || column !== header || at === undefined || !answered.has(at.row));
  return { ...draft, rows, findings: [...kept, ...findings] };
}

interface Answer {
  readonly status: string | null;
  readonly finding?: Finding;
}

/** `undefined` where the cell needs no other reading than it had. */
function answerFor(draft: Draft, row: DraftRow, scaleOf: ScaleOf): Answer | undefined {
  if (row.values["status"] !== null) return undefined;
  const cell = row.cells["status"];
  const at = addressIn(draft, row, "status");
  if (cell === undefined || at === undefined || isBlank(cell) || cell.type === "Error") return undefined;
  if (cell.value === false) return { status: null };
  const { avser } = row.values;
  const writing = statusWritings[(typeof avser === "string" ? scaleOf(avser) : undefined) ?? ""];
  if (writing === undefined) return undefined;

  const reading = parseStatus(cell, writing);
  const place = { register: draft.register.table, at, column: header };
  const typed = typedText(cell);
  const write = (value: string | undefined) => (value === undefined ? undefined : { cells: [{ at, value }] });
  if (reading?.kind === "read") return { status: reading.value, finding: finding("cell.stavning", { typed, word: reading.value }, { ...place, fix: write(reading.value) }) };
  const near = nearest(typed, writing.words);
  return { status: null, finding: finding("cell.ej-i-listan", { header, typed, allowed: writing.words, nearest: near }, { ...place, fix: write(near) }) };
}
