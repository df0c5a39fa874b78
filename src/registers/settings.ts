import * as z from "zod/mini";
import type { CellInput } from "./cell.js";
import type { LocalText } from "./language.js";
import { parseChoice } from "./values/choice.js";
import { formatNumberSv, formatPercentSv } from "./values/formatting.js";
import { listText, parseList } from "./values/list.js";
import { parseNumber } from "./values/number.js";
import { parseText } from "./values/text.js";

/**
 * The settings of a workbook (register Installningar), typed. Each key stands once, in the registry below, with what may be
 * written, its default and its text.
 */
export interface Settings {
  /** Name of the municipality, printed on reports. */
  readonly kommun: string;
  /** Code of the committee the workbook belongs to; blank when not chosen. */
  readonly enhet: string;
  /** The workbook's current period as written, e.g. "T1 2019"; blank when not chosen. */
  readonly period: string;
  /** Lowest attainment, as a fraction, that counts as Delvis uppnått. */
  readonly gransDelvis: number;
  /** How the percentage of a Minska measure is counted. */
  readonly minskaFormel: "målvärde / utfall" | "2 − utfall / målvärde";
  /** What the percentage is where outcome or target is zero or negative. */
  readonly nollRegel: "tom" | "1 ± avvikelse / |målvärde|";
  /** Whether reports print at most 100 %. Never changes a status or a mean. */
  readonly tak100: boolean;
  readonly trendMot: "samma period förra året" | "föregående period" | "startvärde";
  /** How many earlier years reports show beside an outcome, 0–5. */
  readonly tidigareAr: number;
  /** Whether reports draw measures over time. */
  readonly diagram: boolean;
  /** How outcomes are reported: the month that ends a tertial or quarter is then read as that tertial or quarter. */
  readonly rapportering: "tertial" | "kvartal" | "månad" | "halvår" | "år";
  /** Last month of what is called Delår. */
  readonly delarTill: "juni" | "augusti";
  /** Each law under which decisions are reported: its name in running text, the sections that decisions rest on, and those that say how to report. */
  readonly lssNamn: string;
  readonly lssLagrum: string;
  readonly lssRapportering: string;
  readonly solNamn: string;
  readonly solLagrum: string;
  readonly solRapportering: string;
  /** The smallest count that a public cross-table shows; 0 shows all. */
  readonly smatalGrans: number;
  /** Rules that are not told of, by slug as typed. Only what is good to know can be left out: rules/ruleChoice.ts says which. */
  readonly reglerAv: readonly string[];
  /** What the workbook's forms carry, so that they are known when they come back; blank until it has made one. */
  readonly arbetsboksId: string;
}

/** One setting: its key in the sheet, what may be written, and what it means. */
export interface SettingDefinition<T> {
  /** As it stands in Installningar[Nyckel]; the live formulas look for exactly this. */
  readonly nyckel: string;
  /** What the typed value may be. */
  readonly type: z.ZodMiniType<T>;
  readonly standard: T;
  /** Swedish explanation, shown in Installningar[Förklaring]. */
  readonly forklaring: string;
  /** Words of the drop-down, where the value is one of a closed list. */
  readonly words?: readonly string[];
  /** How to write it, told when the cell cannot be read. */
  readonly how: LocalText;
  /** The typed value of a cell; `undefined` when it cannot be read. The cell is not blank. */
  readonly read: (cell: CellInput) => T | undefined;
  /** The value as it is written in the sheet. */
  readonly write: (value: T) => { readonly value: string | number; readonly numberFormat: string };
  /** The value as a user reads it in a message. */
  readonly print: (value: T) => string;
  /** True for what the add-in writes itself when it is first needed: a new workbook has no row for it. */
  readonly isOwn?: true;
}

type SettingRegistry = { readonly [K in keyof Settings]: SettingDefinition<Settings[K]> };

/** Every setting, in the order of the settings sheet. */
export const settingRegistry: SettingRegistry = {
  kommun: freeText("kommun", "Kommunens namn, som det ska stå i rapporter."),
  enhet: freeText("enhet", "Koden för den nämnd som arbetsboken hör till. Tomt betyder att ingen är vald."),
  period: freeText("period", "Perioden som arbetsboken gäller nu, till exempel T1 2019. Tomt betyder att ingen är vald."),
  gransDelvis: {
    nyckel: "grans-delvis",
    type: z.number().check(z.gt(0), z.lte(1)),
    standard: 0.9,
    forklaring: "Lägsta måluppfyllelse för Delvis uppnått, när måttet inte har en egen gräns.",
    how: { sv: "Skriv en procentsats över 0 och högst 100 %, till exempel 90 %.", en: "Enter a percentage above 0 and at most 100 %, for example 90 %." },
    read: (cell) => {
      const reading = parseNumber(cell);
      return reading?.kind === "read" ? reading.value : undefined;
    },
    write: (value) => ({ value, numberFormat: "0%" }),
    print: (value) => formatPercentSv(value),
  },
  minskaFormel: oneOf("minska-formel", ["målvärde / utfall", "2 − utfall / målvärde"], "Hur måluppfyllelsen räknas för mått som ska minska."),
  nollRegel: oneOf(
    "noll-regel",
    ["tom", "1 ± avvikelse / |målvärde|"],
    "Måluppfyllelsen när utfall eller målvärde är noll eller negativt: tom, eller räknad från avvikelsen. Plus när måttet ska öka, minus när det ska minska.",
  ),
  tak100: {
    ...yesNo("tak-100", "Ja när rapporter ska visa högst 100 % måluppfyllelse. Status och medelvärden ändras inte."),
    standard: false,
  },
  trendMot: oneOf("trend-mot", ["samma period förra året", "föregående period", "startvärde"], "Vad trenden jämförs med."),
  tidigareAr: {
    nyckel: "tidigare-ar",
    type: z.number().check(z.gte(0), z.lte(5), z.multipleOf(1)),
    standard: 0,
    forklaring: "Hur många tidigare år som visas bredvid utfallet i Måluppföljning, högst 5. 0 visar inga.",
    how: { sv: "Skriv ett helt tal från 0 till 5.", en: "Enter a whole number from 0 to 5." },
    read: (cell) => {
      const reading = parseNumber(cell);
      return reading?.kind === "read" ? reading.value : undefined;
    },
    write: (value) => ({ value, numberFormat: "0" }),
    print: (value) => formatNumberSv(value),
  },
  diagram: { ...yesNo("diagram", "Ja när Måluppföljning ska visa ett diagram för varje mått med utfall från minst tre perioder."), standard: false },
  rapportering: oneOf(
    "rapportering",
    ["tertial", "kvartal", "månad", "halvår", "år"],
    "Hur ofta ni följer upp. Med tertial läses April som tertial 1, med kvartal läses Mars som kvartal 1.",
  ),
  delarTill: oneOf("delar-till", ["augusti", "juni"], "Sista månaden i det ni kallar delår."),
  // As the laws read on 1 January 2026; the new social services act holds from 1 July 2025.
  lssNamn: lawText("lss-namn", "lagen (1993:387) om stöd och service till vissa funktionshindrade, LSS", "Hur LSS skrivs ut i rapporter."),
  lssLagrum: lawText("lss-lagrum", "9 §", "Paragrafen i LSS som besluten om insatser vilar på."),
  lssRapportering: lawText("lss-rapportering", "28 f–28 h §§", "Paragraferna i LSS om att rapportera ej verkställda beslut."),
  solNamn: lawText("sol-namn", "socialtjänstlagen (2025:400), SoL", "Hur SoL skrivs ut i rapporter."),
  solLagrum: lawText("sol-lagrum", "11 kap. 1 § och 12 kap. 1 §", "Paragraferna i SoL som besluten om insatser vilar på."),
  solRapportering: lawText("sol-rapportering", "34 kap. 1–3 §§", "Paragraferna i SoL om att rapportera ej verkställda beslut."),
  smatalGrans: {
    nyckel: "smatal-grans",
    type: z.number().check(z.gte(0), z.multipleOf(1)),
    standard: 5,
    forklaring: "Det minsta antal som visas i korstabeller i publika rapporter. Mindre antal skrivs till exempel färre än 5. 0 visar alla.",
    how: { sv: "Skriv ett helt tal, till exempel 5.", en: "Enter a whole number, for example 5." },
    read: (cell) => {
      const reading = parseNumber(cell);
      return reading?.kind === "read" ? reading.value : undefined;
    },
    write: (value) => ({ value, numberFormat: "0" }),
    print: (value) => formatNumberSv(value),
  },
  reglerAv: {
    nyckel: "regler-av",
    type: z.readonly(z.array(z.string())),
    standard: [],
    forklaring: "Regler som inte ska visas i kontrollen, med semikolon mellan. Bara upplysningar kan stängas av. Reglernas namn står i docs/rules.md.",
    how: { sv: "Skriv reglernas namn med semikolon mellan.", en: "Write the names of the rules, separated by semicolons." },
    read: (cell) => {
      const reading = parseList(cell);
      return reading?.kind === "read" ? reading.value : undefined;
    },
    write: (value) => ({ value: listText(value), numberFormat: "@" }),
    print: listText,
  },
  arbetsboksId: { ...freeText("arbetsboks-id", "Arbetsbokens kännetecken, som följer med blad och filer till enheterna. Skrivs av Måltavla. Ändra det inte."), isOwn: true },
};

function freeText(nyckel: string, forklaring: string): SettingDefinition<string> {
  return {
    nyckel,
    type: z.string(),
    standard: "",
    forklaring,
    how: { sv: "Skriv text.", en: "Write text." },
    read: (cell) => {
      const reading = parseText(cell);
      return reading?.kind === "read" ? reading.value : undefined;
    },
    write: (value) => ({ value, numberFormat: "@" }),
    print: (value) => (value === "" ? "inget valt" : value),
  };
}

/** A law may change: what reports print of it is written here, and blank means what stands as the default. */
function lawText(nyckel: string, standard: string, forklaring: string): SettingDefinition<string> {
  return { ...freeText(nyckel, forklaring), standard };
}

/** A setting with a closed list of words; the first is the default. */
function oneOf<const W extends readonly [string, ...string[]]>(nyckel: string, words: W, forklaring: string): SettingDefinition<W[number]> {
  const allowed: readonly W[number][] = words;
  return {
    nyckel,
    type: z.enum([...allowed]),
    standard: words[0],
    forklaring,
    words,
    how: { sv: `Välj ${words.join(", ")}.`, en: `Choose ${words.join(", ")}.` },
    read: (cell) => {
      const reading = parseChoice(cell, allowed);
      return reading?.kind === "read" ? reading.value : undefined;
    },
    write: (value) => ({ value, numberFormat: "@" }),
    print: (value) => value,
  };
}

function yesNo(nyckel: string, forklaring: string): SettingDefinition<boolean> {
  const word = oneOf(nyckel, ["Ja", "Nej"], forklaring);
  return {
    ...word,
    type: z.boolean(),
    standard: true,
    read: (cell) => {
      const read = word.read(cell);
      return read === undefined ? undefined : read === "Ja";
    },
    write: (value) => ({ value: value ? "Ja" : "Nej", numberFormat: "@" }),
    print: (value) => (value ? "Ja" : "Nej"),
  };
}

/** Every setting's key in code, in the order of the settings sheet. */
export const settingKeys: readonly (keyof Settings)[] = keysOf(settingRegistry);

function keysOf(registry: SettingRegistry): (keyof Settings)[] {
  const isKey = (key: string): key is keyof Settings => key in registry;
  return Object.keys(registry).filter(isKey);
}

/** The settings of a workbook where nothing is written. */
export const defaultSettings: Settings = settingsFrom((key) => settingRegistry[key].standard);

/** Settings made by asking for each key. */
export function settingsFrom(valueOf: <K extends keyof Settings>(key: K) => Settings[K]): Settings {
  return {
    kommun: valueOf("kommun"),
    enhet: valueOf("enhet"),
    period: valueOf("period"),
    gransDelvis: valueOf("gransDelvis"),
    minskaFormel: valueOf("minskaFormel"),
    nollRegel: valueOf("nollRegel"),
    tak100: valueOf("tak100"),
    trendMot: valueOf("trendMot"),
    tidigareAr: valueOf("tidigareAr"),
    diagram: valueOf("diagram"),
    rapportering: valueOf("rapportering"),
    delarTill: valueOf("delarTill"),
    lssNamn: valueOf("lssNamn"),
    lssLagrum: valueOf("lssLagrum"),
    lssRapportering: valueOf("lssRapportering"),
    solNamn: valueOf("solNamn"),
    solLagrum: valueOf("solLagrum"),
    solRapportering: valueOf("solRapportering"),
    smatalGrans: valueOf("smatalGrans"),
    reglerAv: valueOf("reglerAv"),
    arbetsboksId: valueOf("arbetsboksId"),
  };
}
