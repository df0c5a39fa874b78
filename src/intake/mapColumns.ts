import type { CellInput } from "../registers/cell.js";
import type { LocalText } from "../registers/language.js";
import { headerText } from "../registers/reading/headers.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import type { Column } from "../registers/column.js";
import { parsePeriod, periodLabel, type Period } from "../registers/values/period.js";
import { isBlank } from "../registers/values/reading.js";
import { families, type Family } from "./families.js";
import { fitOf, type FitContext, type Named, type NamedCandidate } from "./fit.js";
import { lettersOf, partsOf, type HeaderParts } from "./headerParts.js";
import { columnNames } from "./columnNames.js";
import { resembles, type Candidate } from "./headerWords.js";
import type { ChosenTarget } from "./mapping.js";
import type { Choices } from "./said.js";
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
  /** What the column is called in a mapping: no two of a table are the same. */
  readonly name: string;
  /** `undefined` where no register has such a column. */
  readonly target: ColumnTarget | undefined;
  /** The header names a part of a year, and nothing tells the year: its cells are not read until somebody does. */
  readonly lacksYear: boolean;
  /** Somebody has said where it goes, or that it goes nowhere. */
  readonly isChosen: boolean;
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
  readonly isChosen: boolean;
}

const noChoices: Choices = new Map();
const LEAST = 0.3;
/** What is never asked of a sheet, since it is made, defaulted or told by the text above. */
const CAN_BE_TOLD_OTHERWISE: ReadonlySet<string> = new Set(["niva", "riktning", "ar", "sort", "period", "nr", "typ"]);

/** The family that the headers and cells speak for, or `undefined` when none can be. */
export function bestMapping(headers: readonly HeaderColumn[], context: FitContext, choices: Choices = noChoices): FamilyMapping | undefined {
  let best: FamilyMapping | undefined;
  const partsBy = headers.map(({ header }) => partsOf(header, context.periods, context.year));
  for (const family of families) {
    const claims = claimsOf(family, headers, partsBy, context, choices);
    // Most families have no part in the headers, which is soon seen.
    if (claims.length === 0 || family.name !== undefined && !claims.some(({ candidate }) => candidate.register === family.primary && candidate.key === family.name)) continue;
    const mapping = mapTo(family, headers, partsBy, context, choices, claims);
    if (canBe(mapping, context) && (best === undefined || mapping.score > best.score)) best = mapping;
  }
  return best;
}

/** The headers as columns of one family, whether or not they have what its rows need. */
export function mappingAs(family: Family, headers: readonly HeaderColumn[], context: FitContext, choices: Choices): FamilyMapping {
  const partsBy = headers.map(({ header }) => partsOf(header, context.periods, context.year));
  return mapTo(family, headers, partsBy, context, choices, claimsOf(family, headers, partsBy, context, choices));
}

/** What each header can be in the family, what has been chosen first and then the surest. */
function claimsOf(family: Family, headers: readonly HeaderColumn[], partsBy: readonly HeaderParts[], context: FitContext, choices: Choices): Claim[] {
  const candidates = context.said.words.candidatesOf(family);
  const claims: Claim[] = [];
  for (const [index, header] of headers.entries()) {
    const parts = partsBy[index];
    if (parts === undefined) continue;
    const choice = choices.get(index);
    if (choice !== undefined) {
      const candidate = candidates.find(({ register, key }) => register === choice?.register && key === choice.key);
      if (candidate !== undefined) claims.push({ index, candidate, parts: withPeriod(parts, choice?.period, context), score: 1, reason: reasons.chosen(), isChosen: true });
      continue;
    }
    if (parts.whole === "" && header.cells.every(isBlank)) continue;
    for (const named of header.header === "" ? candidates.map((candidate) => ({ candidate, name: undefined })) : namedIn(family, candidates, header.header, parts, context)) {
      const claim = claimOf(family, named, header, context);
      if (claim !== undefined) claims.push({ index, candidate: named.candidate, parts, isChosen: false, ...claim });
    }
  }
  return claims.sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || b.score - a.score || a.index - b.index);
}

function mapTo(family: Family, headers: readonly HeaderColumn[], partsBy: readonly HeaderParts[], context: FitContext, choices: Choices, claims: readonly Claim[]): FamilyMapping {
  const candidates = context.said.words.candidatesOf(family);
  const byHeader = new Map<number, Claim>();
  const taken = new Set<string>();
  for (const claim of claims) {
    const slot = slotOf(family, claim);
    if (byHeader.has(claim.index) || taken.has(slot)) continue;
    byHeader.set(claim.index, claim);
    taken.add(slot);
  }
  let score = -1.5 * lackingOf(family, candidates, byHeader).length;
  for (const { candidate, score: own } of byHeader.values()) score += own * (candidate.column.required || candidate.key === family.name ? 2 : 1);

  const names = columnNames(headers.map(({ header }) => header));
  const columns = headers.map(({ column, header }, index): ProposedColumn => {
    const claim = byHeader.get(index);
    const base = { column, header, name: names[index] ?? header, unit: partsBy[index]?.unit, isChosen: choices.has(index) };
    if (claim === undefined) return { ...base, target: undefined, lacksYear: false, confidence: base.isChosen ? 1 : 0, reason: whyNot(header, choices.get(index), candidates) };
    const { candidate, parts } = claim;
    const ofPeriod = parts.period !== undefined && isReported(family, candidate) ? { period: parts.period } : {};
    return {
      ...base, lacksYear: parts.lacksYear && isReported(family, candidate), confidence: Math.min(1, Math.round(claim.score * 100) / 100), reason: claim.reason,
      target: { register: candidate.register, key: candidate.key, ...ofPeriod },
    };
  });
  return { family, columns, score };
}

function withPeriod(parts: HeaderParts, label: string | undefined, { periods }: FitContext): HeaderParts {
  const period = label === undefined ? null : parsePeriod(label, periods);
  return period === null ? parts : { ...parts, period, lacksYear: false };
}

function whyNot(header: string, choice: ChosenTarget | null | undefined, candidates: readonly Candidate[]): LocalText {
  if (choice === undefined) return reasons.unknown(header);
  if (choice === null) return reasons.leftOut();
  const isThere = candidates.some(({ register, key }) => register === choice.register && key === choice.key);
  const name = Object.entries<Column>(registers[choice.register].columns).find(([key]) => key === choice.key)?.[1].header ?? choice.key;
  return isThere ? reasons.chosenTwice(name) : reasons.chosenElsewhere(name);
}

/** Columns that the family's rows need, and nothing else can tell. */
function lackingOf(family: Family, candidates: readonly Candidate[], byHeader: ReadonlyMap<number, Claim>): Candidate[] {
  const found = new Set([...byHeader.values()].map(({ candidate }) => candidate));
  return candidates.filter((candidate) => {
    const { register, key, column } = candidate;
    const isNeeded = register === family.primary && column.required && !CAN_BE_TOLD_OTHERWISE.has(key) && !(key === "id" && family.name !== undefined) && key !== "avser";
    return isNeeded && !found.has(candidate);
  });
}

/** Rows that nothing tells apart are not rows of a register: money by area of work is no outcome of a measure. */
function canBe({ family, columns }: FamilyMapping, { said: { words } }: FitContext): boolean {
  const has = (key: string) => columns.some(({ target }) => target?.register === family.primary && target.key === key);
  if (family.name !== undefined) return has(family.name);
  const needed = words.candidatesOf(family).filter(({ register, key, column }) => register === family.primary && column.required && !CAN_BE_TOLD_OTHERWISE.has(key));
  const keys = new Set(registers[family.primary].uniqueBy.filter((key) => key !== "enhet"));
  return needed.filter(({ key }) => !has(key)).length <= 1 && needed.every(({ key }) => !keys.has(key) || has(key));
}

/** A column of what is reported for a period: its header may name the period. */
function isReported(family: Family, { register }: Candidate): boolean {
  return register === family.companion?.register || family.companion === undefined && register === family.primary && "period" in registers[family.primary].columns;
}

function slotOf(family: Family, { candidate, parts, index }: Claim): string {
  const period = !isReported(family, candidate) ? "" : parts.period === undefined ? (parts.lacksYear ? `?${index}` : "") : periodLabel(parts.period);
  return `${candidate.register}.${candidate.key}.${period}`;
}

/** The columns that a header can be by its words: asked again for every way of reading the rows around it, and so remembered for the sheet. */
function namedIn(family: Family, candidates: readonly Candidate[], header: string, parts: HeaderParts, { named }: FitContext): readonly NamedCandidate[] {
  const own = named.get(family) ?? new Map<string, readonly NamedCandidate[]>();
  named.set(family, own);
  const hasPeriod = parts.period !== undefined || parts.lacksYear;
  const key = `${header}\n${parts.name}\n${hasPeriod ? "period" : ""}`;
  const known = own.get(key);
  if (known !== undefined) return known;
  const found = candidates.flatMap((candidate) => {
    const isOfPeriod = candidate.register === family.companion?.register || candidate.register === family.primary && family.companion === undefined;
    // A column of the row itself has no period, but its header may say of which year the row is: "Uppdrag 2021".
    if (hasPeriod && !isOfPeriod && candidate.key !== family.name && candidate.key !== "startvarde") return [];
    const name = scoreOfName(candidate, header, parts, family);
    return name === undefined ? [] : [{ candidate, name }];
  });
  own.set(key, found);
  return found;
}

/** What a column is called is soon seen; what it holds is looked at only then, or where there is no header at all. */
function claimOf(family: Family, { candidate, name }: { readonly candidate: Candidate; readonly name: Named | undefined }, header: HeaderColumn, context: FitContext): Named | undefined {
  if (name === undefined && !tellsItself(candidate)) return undefined;
  const { readable, filled } = fitOf(candidate, family.primary, header.cells, context);
  const share = filled === 0 ? 0.5 : readable / filled;
  if (name === undefined) return fromCellsAlone(candidate, header, share, filled);
  const score = name.score * (0.4 + 0.6 * share);
  return score < LEAST ? undefined : { score, reason: filled === 0 ? name.reason : reasons.withFit(name.reason, readable, filled) };
}

function scoreOfName(candidate: Candidate, header: string, parts: HeaderParts, family: Family): Named | undefined {
  const wholeIsName = candidate.names.some(({ text }) => text === parts.whole);
  const name = wholeIsName ? parts.whole : parts.name;
  const { column: { header: own } } = candidate;
  if (name === "") {
    const isValue = candidate.register === family.companion?.register && (candidate.key === "utfall" || candidate.key === "status" || candidate.key === "bedomning");
    return isValue && (parts.period !== undefined || parts.lacksYear) ? { score: 0.8, reason: reasons.periodOnly(header, own) } : undefined;
  }
  const letters = wholeIsName ? lettersOf(name) : parts.letters;
  let best: Named | undefined;
  const take = (score: number, reason: LocalText) => {
    if (best === undefined || score > best.score) best = { score, reason };
  };
  for (const { text: known, letters: knownLetters, weight } of candidate.names) {
    if (known === name) take(weight, known === headerText(own) ? reasons.sameName(header) : reasons.otherName(header, own));
    else if (knownLetters === letters) take(0.95 * weight, reasons.spelling(header, own));
    else if (resembles(name, known)) take(0.78 * weight, reasons.spelling(header, own));
    else if (known.length >= 4 && name.startsWith(`${known} `)) take(0.6 * weight, reasons.partOf(header, own));
  }
  return best;
}

/** Words that only one kind of column holds tell it without a header. */
function tellsItself({ register, key, column }: Candidate): boolean {
  return register === "uppfoljning" && key === "status" || column.kind === "unit";
}

function fromCellsAlone(candidate: Candidate, { cells }: HeaderColumn, share: number, filled: number): Named | undefined {
  if (filled < 3 || share < 0.9) return undefined;
  // Ticks say nothing of what they tick.
  return cells.some(({ type }) => type === "Boolean") ? undefined : { score: 0.5 * share, reason: reasons.cellsOnly(candidate.column.header) };
}
