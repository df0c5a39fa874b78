import type { CellInput } from "../registers/cell.js";
import type { LocalText } from "../registers/language.js";
import { headerText } from "../registers/reading/headers.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import { periodLabel, type Period } from "../registers/values/period.js";
import { isBlank } from "../registers/values/reading.js";
import { families, type Family } from "./families.js";
import { fitOf, type FitContext } from "./fit.js";
import { partsOf, type HeaderParts } from "./headerParts.js";
import { candidatesOf, lettersOf, resembles, type Candidate } from "./headerWords.js";
import { reasons } from "./wording.js";

/** Where a sheet's column goes: a register's column, for one period where the header names it. */
export interface ColumnTarget {
  readonly register: RegisterKey;
  /** Key of the register's column. */
  readonly key: string;
  readonly period?: Period;
}

/** A column of a sheet, and what it was taken for. */
export interface ProposedColumn {
  /** 0-based, on the sheet. */
  readonly column: number;
  /** The header as one line; "" where there is none. */
  readonly header: string;
  /** `undefined` where no register has such a column. */
  readonly target: ColumnTarget | undefined;
  /** The header names a part of a year, and nothing tells the year: its cells are not read until somebody does. */
  readonly lacksYear: boolean;
  /** The word of Måttenhet that stands in the header. */
  readonly unit: string | undefined;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: LocalText;
}

/** A header of a sheet with the cells under it. */
export interface HeaderColumn {
  readonly column: number;
  readonly header: string;
  readonly cells: readonly CellInput[];
}

/** What rows under some headers are, as a family, with every column's target. */
export interface FamilyMapping {
  readonly family: Family;
  readonly columns: readonly ProposedColumn[];
  /** Comparable among mappings of the same headers only. */
  readonly score: number;
}

interface Claim {
  readonly index: number;
  readonly candidate: Candidate;
  readonly parts: HeaderParts;
  readonly score: number;
  readonly reason: LocalText;
}

const LEAST = 0.3;
/** What is never asked of a sheet, since it is made, defaulted or told by the text above. */
const CAN_BE_TOLD_OTHERWISE: ReadonlySet<string> = new Set(["niva", "riktning", "ar", "sort", "period", "nr", "typ"]);

/** The family that the headers and cells speak for, or `undefined` when none can be. */
export function bestMapping(headers: readonly HeaderColumn[], context: FitContext): FamilyMapping | undefined {
  let best: FamilyMapping | undefined;
  const partsBy = headers.map(({ header }) => partsOf(header, context.periods, context.year));
  for (const family of families) {
    const mapping = mapTo(family, headers, partsBy, context);
    if (mapping !== undefined && (best === undefined || mapping.score > best.score)) best = mapping;
  }
  return best;
}

function mapTo(family: Family, headers: readonly HeaderColumn[], partsBy: readonly HeaderParts[], context: FitContext): FamilyMapping | undefined {
  const claims: Claim[] = [];
  for (const [index, header] of headers.entries()) {
    const parts = partsBy[index];
    if (parts === undefined || (parts.whole === "" && header.cells.every(isBlank))) continue;
    for (const candidate of candidatesOf(family)) {
      const claim = claimOf(family, candidate, header, parts, context);
      if (claim !== undefined) claims.push({ index, candidate, parts, ...claim });
    }
  }
  claims.sort((a, b) => b.score - a.score || a.index - b.index);
  const byHeader = new Map<number, Claim>();
  const taken = new Set<string>();
  for (const claim of claims) {
    const slot = slotOf(claim);
    if (byHeader.has(claim.index) || taken.has(slot)) continue;
    byHeader.set(claim.index, claim);
    taken.add(slot);
  }
  const has = (register: RegisterKey, key: string) => [...byHeader.values()].some(({ candidate }) => candidate.register === register && candidate.key === key);
  if (family.name !== undefined && !has(family.primary, family.name)) return undefined;
  const needed = candidatesOf(family).filter(({ register, key, column }) =>
    register === family.primary && column.required && !CAN_BE_TOLD_OTHERWISE.has(key) && !(key === "id" && family.name !== undefined) && key !== "avser");
  const lacking = needed.filter(({ register, key }) => !has(register, key));
  const missing = lacking.length;
  // Rows that nothing tells apart are not rows of a register: money by area of work is no outcome of a measure.
  const keys = registers[family.primary].uniqueBy.filter((key) => !CAN_BE_TOLD_OTHERWISE.has(key) && key !== "enhet");
  if (family.name === undefined && (missing > 1 || keys.some((key) => !has(family.primary, key)))) return undefined;
  let score = -1.5 * missing;
  for (const { candidate, score: own } of byHeader.values()) score += own * (candidate.column.required || candidate.key === family.name ? 2 : 1);

  const columns = headers.map(({ column, header }, index): ProposedColumn => {
    const claim = byHeader.get(index);
    const unit = partsBy[index]?.unit;
    if (claim === undefined) return { column, header, target: undefined, lacksYear: false, unit, confidence: 0, reason: reasons.unknown(header) };
    const { candidate, parts } = claim;
    const ofPeriod = parts.period !== undefined && candidate.register === family.companion?.register ? { period: parts.period } : {};
    return {
      column, header, unit, lacksYear: parts.lacksYear, confidence: Math.round(claim.score * 100) / 100, reason: claim.reason,
      target: { register: candidate.register, key: candidate.key, ...ofPeriod },
    };
  });
  return { family, columns, score };
}

function slotOf({ candidate, parts, index }: Claim): string {
  const period = parts.period === undefined ? (parts.lacksYear ? `?${index}` : "") : periodLabel(parts.period);
  return `${candidate.register}.${candidate.key}.${period}`;
}

function claimOf(family: Family, candidate: Candidate, header: HeaderColumn, parts: HeaderParts, context: FitContext): { score: number; reason: LocalText } | undefined {
  const isOfPeriod = candidate.register === family.companion?.register || candidate.register === family.primary && family.companion === undefined;
  const hasPeriod = parts.period !== undefined || parts.lacksYear;
  // A column of the row itself has no period, but its header may say of which year the row is: "Uppdrag 2021".
  if (hasPeriod && !isOfPeriod && candidate.key !== family.name && candidate.key !== "startvarde") return undefined;
  const named = nameScore(candidate, header.header, parts, family);
  // What a column is called is soon seen; what it holds is looked at only then.
  if (named === undefined && header.header !== "") return undefined;
  const { readable, filled } = fitOf(candidate, family.primary, header.cells, context);
  const share = filled === 0 ? 0.5 : readable / filled;
  if (named === undefined) return fromCellsAlone(candidate, header, share, filled);
  const score = named.score * (0.4 + 0.6 * share);
  return score < LEAST ? undefined : { score, reason: filled === 0 ? named.reason : reasons.withFit(named.reason, readable, filled) };
}

function nameScore(candidate: Candidate, header: string, parts: HeaderParts, family: Family): { score: number; reason: LocalText } | undefined {
  const wholeIsName = candidate.names.some(({ text }) => text === parts.whole);
  const name = wholeIsName ? parts.whole : parts.name;
  const { column: { header: own } } = candidate;
  if (name === "") {
    const isValue = candidate.register === family.companion?.register && (candidate.key === "utfall" || candidate.key === "status" || candidate.key === "bedomning");
    return isValue && (parts.period !== undefined || parts.lacksYear) ? { score: 0.8, reason: reasons.periodOnly(header, own) } : undefined;
  }
  const letters = lettersOf(name);
  let best: { score: number; reason: LocalText } | undefined;
  const take = (score: number, reason: LocalText) => {
    if (best === undefined || score > best.score) best = { score, reason };
  };
  for (const { text: known, letters: knownLetters, isOwn } of candidate.names) {
    const weight = isOwn ? 1 : 0.93;
    if (known === name) take(weight, known === headerText(own) ? reasons.sameName(header) : reasons.otherName(header, own));
    else if (knownLetters === letters) take(0.95 * weight, reasons.spelling(header, own));
    else if (resembles(name, known)) take(0.78 * weight, reasons.spelling(header, own));
    else if (known.length >= 4 && name.startsWith(`${known} `)) take(0.6 * weight, reasons.partOf(header, own));
  }
  return best;
}

/** Words that only one kind of column holds tell it without a header. */
function fromCellsAlone(candidate: Candidate, { header, cells }: HeaderColumn, share: number, filled: number): { score: number; reason: LocalText } | undefined {
  const tells = candidate.register === "uppfoljning" && candidate.key === "status" || candidate.column.kind === "unit";
  if (header !== "" || !tells || filled < 3 || share < 0.9) return undefined;
  // Ticks say nothing of what they tick.
  return cells.some(({ type }) => type === "Boolean") ? undefined : { score: 0.5 * share, reason: reasons.cellsOnly(candidate.column.header) };
}
