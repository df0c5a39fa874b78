import { addressText } from "../../registers/address.js";
import type { Finding, Severity } from "../../registers/finding.js";

/** Findings of one rule in one register, the most serious first. */
export interface RuleGroup {
  readonly ruleId: string;
  readonly findings: readonly Finding[];
}

/** Findings of one register (by its table's name), by rule. */
export interface RegisterGroup {
  readonly register: string;
  readonly rules: readonly RuleGroup[];
}

/** The most serious first. */
export const severities = ["fel", "varning", "upplysning"] as const satisfies readonly Severity[];

/**
 * Findings by register, then rule: the most serious first on every level, otherwise in the order given. Every finding is in one group, once.
 */
export function groupFindings(findings: readonly Finding[]): readonly RegisterGroup[] {
  const bySeverity = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const registers = gather(bySeverity, ({ register }) => register);
  return [...registers].map(([register, ofRegister]) => ({
    register,
    rules: [...gather(ofRegister, ({ ruleId }) => ruleId)].map(([ruleId, ofRule]) => ({ ruleId, findings: ofRule })),
  }));
}

/** A register's findings of which only the first so many are shown. */
export interface ShownGroup {
  readonly group: RegisterGroup;
  readonly rules: readonly { readonly rule: RuleGroup; readonly shown: readonly Finding[] }[];
}

/** What is shown of the groups when only so many findings are: whole rules, then the beginning of one. */
export function firstFindings(groups: readonly RegisterGroup[], count: number): readonly ShownGroup[] {
  let left = count;
  const begun = (rule: RuleGroup) => {
    const shown = rule.findings.slice(0, left);
    left -= shown.length;
    return { rule, shown };
  };
  return groups
    .map((group) => ({ group, rules: group.rules.map(begun).filter(({ shown }) => shown.length > 0) }))
    .filter(({ rules }) => rules.length > 0);
}

/** All findings of the groups, in the order they are read. */
export function inReadingOrder(groups: readonly RegisterGroup[]): readonly Finding[] {
  return groups.flatMap(({ rules }) => rules.flatMap(({ findings }) => findings));
}

/** A finding with what it is known by when the workbook is checked again: rule, place and words. No two of a list have the same key. */
export interface KeyedFinding {
  readonly key: string;
  readonly finding: Finding;
}

export function withKeys(findings: readonly Finding[]): readonly KeyedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { register, ruleId, at, column, message } = finding;
    const name = JSON.stringify([register, ruleId, at === undefined ? null : addressText(at), column ?? null, message.sv]);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { key: `${name}${before}`, finding };
  });
}

/**
 * What the messages of one rule have in common, as a heading: their first sentences, with … where they differ.
 * ["Utfall saknas för A. Fyll i.", "Utfall saknas för B. Fyll i."] → "Utfall saknas för …". `undefined` when less than two words remain.
 */
export function commonWords(messages: readonly string[]): string | undefined {
  const sentences = messages.map((message) => firstSentence(message).split(" "));
  const [first = [], ...others] = sentences;
  const shortest = Math.min(...sentences.map(({ length }) => length));
  const alike = (at: number, wordAt: (words: readonly string[], at: number) => string | undefined) => others.every((words) => wordAt(words, at) === wordAt(first, at));
  const fromStart = (words: readonly string[], at: number) => words[at];
  const fromEnd = (words: readonly string[], at: number) => words[words.length - 1 - at];

  let start = 0;
  while (start < shortest && alike(start, fromStart)) start += 1;
  if (sentences.every(({ length }) => length === start)) return first.join(" ");
  let end = 0;
  while (end < shortest - start && alike(end, fromEnd)) end += 1;
  return start + end < 2 ? undefined : [...first.slice(0, start), "…", ...first.slice(first.length - end)].join(" ");
}

/** Up to the first full stop that ends a sentence, which is left out. */
function firstSentence(text: string): string {
  return text.replace(/\.(?:\s+\p{Lu}.*)?$/su, "");
}

function gather<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
