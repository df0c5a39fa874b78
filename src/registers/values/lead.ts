import { plainSpaces } from "./reading.js";

/** Finds the code of a unit by its code, name or alias; `undefined` for what is no unit, or not one only. */
export type FindUnit = (text: string) => string | undefined;

/**
 * Who leads an assignment and who takes part, written in one cell as Östersund does (2024): a lead and the others in brackets, or several units with
 * nothing to say who leads.
 */
export type Lead = { readonly kind: "lead"; readonly lead: string; readonly others: readonly string[] } | { readonly kind: "several"; readonly units: readonly string[] };

/**
 * Reads "SAN (TN, VON, KS, MSN)" as a lead and others, "VON, SAN, BUN" as several, and "Vård- och omsorgsnämnden (VON)" as one. `undefined` where some part is no
 * unit: nothing is then known.
 */
export function parseLead(text: string, find: FindUnit): Lead | undefined {
  const line = plainSpaces(text).trim();
  const whole = find(line);
  if (whole !== undefined) return { kind: "lead", lead: whole, others: [] };
  const [, first, bracketed] = /^([^()]+)\(([^()]+)\)\s*\.?$/u.exec(line) ?? [];
  if (first !== undefined && bracketed !== undefined) {
    const lead = find(first.trim());
    const others = unitsIn(bracketed, find);
    return lead === undefined || others === undefined ? undefined : { kind: "lead", lead, others: others.filter((code) => code !== lead) };
  }
  const units = unitsIn(line, find);
  const [only, ...more] = units ?? [];
  if (units === undefined || only === undefined) return undefined;
  return more.length === 0 ? { kind: "lead", lead: only, others: [] } : { kind: "several", units };
}

/** What parts units from each other. "och" is tried last: it stands in many committees' names. */
const SEPARATORS = [/[,;\r\n]/u, /[,;\r\n/&+]/u, /[,;\r\n/&+]| och | samt /u] as const;

/** The codes of the units that a text lists, each once; `undefined` when some part of it is no unit. */
function unitsIn(text: string, find: FindUnit): readonly string[] | undefined {
  for (const separator of SEPARATORS) {
    const parts = text.split(separator).map((part) => part.trim()).filter((part) => part !== "");
    const codes = parts.map(find).filter((code) => code !== undefined);
    if (parts.length > 0 && codes.length === parts.length) return [...new Set(codes)];
  }
  return undefined;
}

/** A unit in brackets before or after an assignment's text, and the text without it. */
export interface LeadInText {
  /** As typed, brackets and all. */
  readonly typed: string;
  readonly code: string;
  readonly text: string;
}

/**
 * Finds the committee that stands in brackets above an assignment in the same cell, as Östersund T2 2021 prints it ("(Vård- och omsorgsnämnden) ." and the
 * text), or on a line of its own below it (Östersund 2024). `undefined` where there is none, or nothing but it.
 */
export function leadInText(text: string, find: FindUnit): LeadInText | undefined {
  if (!text.includes("(")) return undefined;
  const above = /^\s*(\(([^()\r\n]+)\))\s*[.:]?\s*([^\s.:].*)$/su.exec(text);
  const below = /^(.*\S)\s*[\r\n]\s*(\(([^()\r\n]+)\))\s*\.?\s*$/su.exec(text);
  const candidates = [
    { typed: above?.[1], unit: above?.[2], rest: above?.[3] },
    { typed: below?.[2], unit: below?.[3], rest: below?.[1] },
  ];
  for (const { typed, unit, rest } of candidates) {
    const code = unit === undefined ? undefined : find(plainSpaces(unit).trim());
    if (typed !== undefined && rest !== undefined && code !== undefined) return { typed, code, text: rest };
  }
  return undefined;
}
