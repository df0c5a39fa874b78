import type { Finding } from "./finding.js";
import { finding } from "./messages.js";
import { finishRegister, tableMissing } from "./readRegister.js";
import { directionsInTargets, outcomesInWords, textWhereNumbersBelong } from "./reading/textNumbers.js";
import { draftRegister, type Draft } from "./reading/draft.js";
import { copiesOf, nothingAround, whereRegisterWent, type Surroundings } from "./reading/lookAlikes.js";
import { directoryOf, idsInSeveralRegisters, type Directories } from "./reading/lookUps.js";
import type { Directory } from "./reading/directory.js";
import type { Register, RegisterContent } from "./register.js";
import { registers, type RegisterContents, type RegisterKey, type Registers } from "./registers.js";
import { readSettings, resolveUnit } from "./readSettings.js";
import { defaultSettings, type Settings } from "./settings.js";
import type { TableImage } from "./tableImage.js";

/** Every register of a workbook, its settings, and what is to be said about the cells. */
export interface WorkbookReading {
  readonly contents: RegisterContents;
  readonly settings: Settings;
  readonly findings: readonly Finding[];
}

/**
 * Reads every register from the workbook's tables, by table name. First the settings, which say how periods are meant; then every
 * cell; then what ids and codes refer to, so that registers may stand in any order and refer to each other. What is `around` the registers tells where
 * one that is missing went. Time grows with the number of cells.
 */
export function readRegisters(images: ReadonlyMap<string, TableImage>, around: Surroundings = nothingAround): WorkbookReading {
  const findings: Finding[] = [];
  const settings = settingsOf(images, findings);

  const drafts = new Map<RegisterKey, Draft>();
  for (const [key, register] of allRegisters()) {
    const image = imageOf(images, register);
    if (image !== undefined) drafts.set(key, draftRegister(register, image, settings));
  }
  const inWords = outcomesInWords(drafts.get("matt"), drafts.get("utfall"));
  const directories = new Map<string, Directory>();
  for (const [key, draft] of drafts) {
    const own = directoryOf(draft);
    for (const found of [...draft.findings, ...(own?.findings ?? [])]) {
      if (!inWords.has(found)) findings.push(found);
    }
    if (own !== undefined) directories.set(key, own.directory);
  }
  findings.push(...astray(drafts, around));

  const contents: Contents<RegisterKey> = {};
  for (const [key, draft] of drafts) {
    for (const found of finishInto(contents, key, draft, directories)) findings.push(found);
  }
  for (const found of idsInSeveralRegisters([...drafts.values()])) findings.push(found);
  for (const found of textWhereNumbersBelong(contents)) findings.push(found);
  const measures = drafts.get("matt");
  if (measures !== undefined) findings.push(...directionsInTargets(measures));
  const unit = resolveUnit(settings, contents.installningar, directories.get("enheter"));
  for (const found of unit.findings) findings.push(found);
  return { contents, settings: unit.settings, findings };
}

/** What is to be said of registers without a table, and of tables that look like registers. A workbook with none is one finding, not one for each. */
function astray(drafts: ReadonlyMap<RegisterKey, Draft>, around: Surroundings): Finding[] {
  const all = allRegisters();
  const told = all.flatMap(([key, register]) => (drafts.has(key) ? copiesOf(register, around, tableNames) : (whereRegisterWent(register, around, tableNames) ?? [])));
  if (drafts.size === 0 && told.length === 0) return [finding("register.inga", { sheets: all.map(([, { sheet }]) => sheet) }, { register: "Arbetsboken" })];
  const placed = new Set(told.map(({ register }) => register));
  const missing = all.filter(([key, { table }]) => !drafts.has(key) && !placed.has(table));
  return [...told, ...missing.map(([key, register]) => tableMissing(register, isReferredTo(key, drafts) ? "varning" : "upplysning"))];
}

type Contents<K extends RegisterKey> = { [P in K]?: RegisterContent<Registers[P]> };

/** Puts the typed content of a register among the others; gives the findings new here. */
function finishInto<K extends RegisterKey>(contents: Contents<K>, key: K, draft: Draft, directories: Directories): readonly Finding[] {
  const { content, findings } = finishRegister(registers[key], draft, directories);
  if (content !== undefined) contents[key] = content;
  return findings;
}

function settingsOf(images: ReadonlyMap<string, TableImage>, findings: Finding[]): Settings {
  const image = imageOf(images, registers.installningar);
  if (image === undefined) return defaultSettings;
  const draft = draftRegister(registers.installningar, image, defaultSettings);
  const { content } = finishRegister(registers.installningar, draft, new Map());
  const read = readSettings(content);
  findings.push(...read.findings);
  return read.settings;
}

const tableNames: ReadonlySet<string> = new Set(Object.values(registers).map(({ table }) => table.toLowerCase()));

function allRegisters(): [RegisterKey, Register][] {
  const isKey = (key: string): key is RegisterKey => key in registers;
  return Object.entries(registers).flatMap(([key, register]) => (isKey(key) ? [[key, register]] : []));
}

/** Excel's table names do not tell case apart. */
function imageOf(images: ReadonlyMap<string, TableImage>, register: Register): TableImage | undefined {
  const exact = images.get(register.table);
  if (exact !== undefined) return exact;
  const wanted = register.table.toLowerCase();
  for (const [name, image] of images) {
    if (name.toLowerCase() === wanted) return image;
  }
  return undefined;
}

/** True when a register that is there has a column of ids or codes of the one that is not. */
function isReferredTo(key: string, drafts: ReadonlyMap<string, Draft>): boolean {
  return [...drafts.values()].some(({ register, columnAt }) =>
    Object.entries(register.columns).some(([column, { refersTo }]) => refersTo === key && columnAt[column] !== undefined),
  );
}
