import type { Finding } from "../registers/finding.js";
import { readingMessages } from "../registers/messages.js";
import { addressOf, type Register, type RegisterContent, type RegisterRow } from "../registers/register.js";
import { registers, type RegisterContents, type Registers } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import { parsePeriod, periodFrom, periodTo } from "../registers/values/period.js";
import { folded, typedText } from "../registers/values/reading.js";
import { append, madeOnce } from "./goals/goalTree.js";
import { ruleFinding, ruleMessages } from "./messages.js";

type AcceptanceRow = RegisterRow<Registers["godtaganden"]>;

/** A finding that somebody has accepted, and the row of Godtaganden that says so. */
export interface Acceptance {
  readonly finding: Finding;
  readonly reason: string;
  /** Serial number. */
  readonly date: number;
  /** Sheet row of Godtaganden, 0-based. */
  readonly row: number;
}

/** Findings told apart by what Godtaganden says. */
export interface SortedFindings {
  /** Not accepted, in the order given. */
  readonly open: readonly Finding[];
  readonly accepted: readonly Acceptance[];
  /** What is to be said about Godtaganden itself. */
  readonly findings: readonly Finding[];
}

/** A register's content as all registers have it: the columns do not matter here. */
interface Content {
  readonly register: Pick<Register, "table" | "uniqueBy" | "columns">;
  readonly columnAt: RegisterContent<Register>["columnAt"];
  readonly headerRow: number;
  readonly rows: readonly Pick<RegisterRow<Register>, "row" | "cells">[];
}

/**
 * The findings, each with the `subject` that Godtaganden knows it by: the key of its row as typed, and what stands in its cell. A finding about a
 * whole column is known by the column's header, and one that its rule has given a subject keeps it. One in a row that could not be used, or without a place, has none. Time grows with findings and rows.
 */
export function withSubjects(findings: readonly Finding[], contents: RegisterContents): Finding[] {
  const contentOf = new Map(Object.values<Content>(contents).map((content) => [content.register.table, content]));
  const looked = new Map<Content, Looked>();
  const subjectOf = ({ register, at, column }: Finding): Finding["subject"] => {
    const content = contentOf.get(register);
    if (content === undefined || at === undefined) return undefined;
    if (at.row === content.headerRow) return column === undefined ? undefined : { key: column, value: "" };
    const there = madeOnce(looked, content, () => lookedThrough(content));
    const row = there.rows[at.row];
    if (row === undefined) return undefined;
    const cell = row.cells[there.columns.get(at.column) ?? ""];
    return { key: madeOnce(there.keys, row, () => keyOf(content.register, row)), value: cell === undefined ? "" : typedText(cell) };
  };
  return findings.map((finding) => {
    if (finding.subject !== undefined) return finding;
    const subject = finding.register === registers.godtaganden.table ? undefined : subjectOf(finding);
    return subject === undefined || subject.key === "" ? finding : { ...finding, subject };
  });
}

/** A register with findings, by their places. */
interface Looked {
  /** By sheet row; most have no finding, and are only passed. */
  readonly rows: readonly (Content["rows"][number] | undefined)[];
  /** Keys of columns, by sheet column. */
  readonly columns: ReadonlyMap<number, string>;
  /** What Godtaganden calls the rows met so far. */
  readonly keys: Map<Content["rows"][number], string>;
}

function lookedThrough({ rows, columnAt }: Content): Looked {
  const bySheetRow: Content["rows"][number][] = [];
  for (const row of rows) bySheetRow[row.row] = row;
  return {
    rows: bySheetRow,
    columns: new Map(Object.entries(columnAt).flatMap(([key, column]) => (column === undefined ? [] : [[column, key] as const]))),
    keys: new Map(),
  };
}

/**
 * The cells that tell a row from the others, as typed, e.g. "UPP-3, T2 2021, SAN"; empty ones are left out. Where rows may be alike it is what every row has: an
 * acceptance then holds for all that say the same.
 */
function keyOf({ uniqueBy, columns }: Content["register"], { cells }: Content["rows"][number]): string {
  const keys = uniqueBy.length > 0 ? uniqueBy : Object.keys(columns).filter((key) => columns[key]?.required === true);
  return keys
    .map((key) => cells[key])
    .map((cell) => (cell === undefined ? "" : typedText(cell)))
    .filter((text) => text !== "")
    .join(", ");
}

/**
 * Tells accepted findings from open ones. A row of Godtaganden accepts the findings of its rule whose subject has its Avser as key and, where Värde is
 * filled in, that value. The findings have their subjects. A row about a period other than the workbook's is kept for when that period is looked at again. Time
 * grows with findings and rows. Source: model.md, Registers (Godtaganden).
 */
export function accepted(findings: readonly Finding[], contents: RegisterContents, settings: Settings): SortedFindings {
  const rows = contents.godtaganden?.rows ?? [];
  if (rows.length === 0) return { open: findings, accepted: [], findings: [] };
  const byFinding = new Map<string, AcceptanceRow[]>();
  for (const row of rows) append(byFinding, identity(row.values.regel, row.values.avser), row);

  const open: Finding[] = [];
  const acceptances: Acceptance[] = [];
  const used = new Set<AcceptanceRow>();
  const outdated = new Set<AcceptanceRow>();
  for (const finding of findings) {
    const { subject } = finding;
    const candidates = subject === undefined ? [] : (byFinding.get(identity(finding.ruleId, subject.key)) ?? []);
    const matching = candidates.filter(({ values }) => values.varde === null || folded(values.varde) === folded(subject?.value ?? ""));
    for (const row of matching) used.add(row);
    const [first] = matching;
    if (first === undefined) {
      for (const row of candidates) outdated.add(row);
      open.push(finding);
    } else {
      acceptances.push({ finding, reason: first.values.skal, date: first.values.datum, row: first.row });
    }
  }
  const idle = rows.filter((row) => !used.has(row));
  return { open, accepted: acceptances, findings: idle.flatMap((row) => idleFindings(contents, settings, row, outdated.has(row))) };
}

function identity(rule: string, subject: string): string {
  return JSON.stringify([folded(rule), folded(subject)]);
}

/** Most rules look at the workbook's period only: what is accepted for another says nothing now, and is no less true. */
function isOfAnotherPeriod({ values }: AcceptanceRow, settings: Settings): boolean {
  const own = parsePeriod(settings.period, settings);
  if (own === null) return false;
  return values.avser.split(",").some((part) => {
    const period = parsePeriod(part.trim(), settings);
    return period !== null && (periodTo(period) < periodFrom(own) || periodFrom(period) > periodTo(own));
  });
}

/** A row that accepts nothing: its rule is misspelt, its cell has changed, or what it was about is no longer there. */
function idleFindings({ godtaganden }: RegisterContents, settings: Settings, row: AcceptanceRow, isOutdated: boolean): readonly Finding[] {
  const placeOf = (key: "regel" | "avser" | "varde") => ({
    register: registers.godtaganden.table,
    column: registers.godtaganden.columns[key].header,
    at: godtaganden === undefined ? undefined : addressOf(godtaganden, row, key),
  });
  const { regel, avser } = row.values;
  const rule = folded(regel);
  if (!Object.hasOwn(ruleMessages, rule) && !Object.hasOwn(readingMessages, rule)) return [ruleFinding("godtagande.okand-regel", { typed: regel }, placeOf("regel"))];
  const about = { rule: regel, subject: avser };
  if (isOutdated) return [ruleFinding("godtagande.andrat-varde", about, placeOf("varde"))];
  return isOfAnotherPeriod(row, settings) ? [] : [ruleFinding("godtagande.utan-anmarkning", about, placeOf("avser"))];
}
