import * as z from "zod/mini";
import type { LocalText } from "../registers/language.js";
import { parsePeriod, type PeriodReading } from "../registers/values/period.js";
import { keysOfObjects } from "./columnNames.js";
import type { ChosenTarget, Mapping, TableMapping } from "./mapping.js";
import { families } from "./families.js";
import { takenInTo, targetNamed, targetsOf } from "./targets.js";

/** A mapping that cannot be used. The text says what is wrong and where, in every language; nothing of it has been used. */
export class MappingError extends Error {
  override readonly name = "MappingError";

  constructor(readonly text: LocalText, options?: { readonly cause?: unknown }) {
    super(text.sv, options);
  }
}

/** Each is longer than any header or word that Excel lets anyone write in a cell people read, and there are fewer of them than columns of a sheet. */
const LONGEST = 1_000;
const MOST = 20_000;

const PATTERN: PeriodReading = { rapportering: "tertial", delarTill: "augusti" };
const reachable = [...new Set(families.flatMap((family) => targetsOf(family).map(({ register }) => register)))];

const TEXT = z.string().check(z.maxLength(LONGEST));
const FILLED = TEXT.check(z.refine((text) => text.trim() !== ""));
const PERIOD = FILLED.check(z.refine((text) => parsePeriod(text, PATTERN) !== null));
const TARGET = TEXT.check(z.refine((text) => targetNamed(text) !== undefined));
const CHOSEN = z.strictObject({ register: z.enum(reachable), key: TEXT, period: z.optional(PERIOD) }).check(z.refine(({ register, key }) => targetNamed(`${register}.${key}`) !== undefined));
const TABLE = z.strictObject({
  headers: z.array(TEXT).check(z.maxLength(MOST)),
  sheet: TEXT,
  nth: z.optional(z.int().check(z.gte(1))),
  register: z.optional(z.enum(takenInTo)),
  columns: z.record(TEXT, z.nullable(CHOSEN)),
  isLeftOut: z.optional(z.literal(true)),
  period: z.optional(PERIOD),
  unit: z.optional(FILLED),
  defaults: z.optional(z.record(TARGET, TEXT)),
});
const MAPPING = z.strictObject({ version: z.literal(1), tables: z.array(TABLE).check(z.maxLength(MOST)), words: z.record(FILLED, TARGET) });

/** A mapping as it was kept in a workbook or a file. Nothing is guessed: throws MappingError when any part of it is not what a mapping can be. */
export function readMapping(json: unknown): Mapping {
  const reaching = keyOfObjects(json);
  if (reaching !== undefined) throw refused({ sv: `fältet ${reaching} får inte finnas`, en: `the field ${reaching} is not allowed` });
  const { success, data, error } = MAPPING.safeParse(json);
  if (success) return { version: 1, tables: data.tables.map(tableOf), words: data.words };
  throw refused(whatIsWrong(json, error.issues[0]));
}

/** As `readMapping`, from the text of a file. A byte order mark does not matter. */
export function readMappingText(text: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (cause) {
    throw refused({ sv: "texten är inte JSON", en: "the text is not JSON" }, cause);
  }
  return readMapping(json);
}

/** The mapping as a text to keep or to send: the same for the same decisions, in whichever order they were made. `readMappingText` reads it back. */
export function mappingText({ tables, words }: Mapping): string {
  const placed = tables.map(tableOf).map((table) => ({ table, place: JSON.stringify([table.sheet, table.headers, table]) }));
  placed.sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)));
  const written: Mapping = { version: 1, tables: placed.map(({ table }) => table), words: inOrder(words, (target) => target) };
  return `${JSON.stringify(written, null, 2)}\n`;
}

type Read = z.infer<typeof TABLE> | TableMapping;

/** The fields and names in one order, without those that say nothing. */
function tableOf({ headers, sheet, nth, register, columns, isLeftOut, period, unit, defaults }: Read): TableMapping {
  return {
    headers, sheet, ...(nth === undefined || nth === 1 ? {} : { nth }), ...(register === undefined ? {} : { register }),
    columns: inOrder<{ readonly register: ChosenTarget["register"]; readonly key: string; readonly period?: string | undefined } | null, ChosenTarget | null>(columns, (target) =>
      (target === null ? null : { register: target.register, key: target.key, ...(target.period === undefined ? {} : { period: target.period }) })),
    ...(isLeftOut === undefined ? {} : { isLeftOut }), ...(period === undefined ? {} : { period }), ...(unit === undefined ? {} : { unit }),
    ...(defaults === undefined ? {} : { defaults: inOrder(defaults, (text) => text) }),
  };
}

function inOrder<T, R>(record: Readonly<Record<string, T>>, of: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : Number(a > b))).map(([key, value]) => [key, of(value)]));
}

/** The first key anywhere in the JSON that would reach into objects themselves. */
function keyOfObjects(json: unknown): string | undefined {
  const left: unknown[] = [json];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inside] of Object.entries(value)) {
      if (keysOfObjects.includes(key)) return key;
      left.push(inside);
    }
  }
  return undefined;
}

function whatIsWrong(json: unknown, issue: z.core.$ZodIssue | undefined): LocalText {
  const place = (issue?.path ?? []).map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("").replace(/^\./u, "").slice(0, 200);
  if (place === "version" && typeof json === "object" && json !== null && "version" in json && typeof json.version === "number") {
    return { sv: "de är sparade av en annan version av Måltavla", en: "they were saved by another version of Måltavla" };
  }
  if (issue?.code === "unrecognized_keys") {
    const keys = issue.keys.join(", ").slice(0, 200);
    return { sv: `${place === "" ? "de" : place} har fält som inte hör dit: ${keys}`, en: `${place === "" ? "they" : place} has fields that do not belong there: ${keys}` };
  }
  return place === "" ? { sv: "de har inte rätt form", en: "they do not have the right form" } : { sv: `${place} är inget som går att välja`, en: `${place} is nothing that can be chosen` };
}

function refused(why: LocalText, cause?: unknown): MappingError {
  return new MappingError({
    sv: `Valen för inläsningen går inte att använda: ${why.sv}. Inget har ändrats. Välj en fil som är sparad härifrån, eller gör valen på nytt.`,
    en: `The choices for taking in sheets cannot be used: ${why.en}. Nothing has been changed. Pick a file that was saved from here, or make the choices again.`,
  }, { cause });
}
