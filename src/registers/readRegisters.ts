import { anyRegister } from "./column.js";
import { QUALITY_INITIATIVE } from "./definitions/statusAliases.js";
import type { Finding } from "./finding.js";
import { finding } from "./messages.js";
import { finishRegister, tableMissing } from "./readRegister.js";
import { directionsInTargets, outcomesInWords, textWhereNumbersBelong } from "./reading/textNumbers.js";
import { draftRegister, type Draft } from "./reading/draft.js";
import { readLeads } from "./reading/leads.js";
import { copiesOf, nothingAround, whereRegisterWent, type Surroundings } from "./reading/lookAlikes.js";
import { readStatuses } from "./reading/statuses.js";
import { directoryOf, type Directories } from "./reading/lookUps.js";
import { idsInSeveralRegisters } from "./reading/repeatedKeys.js";
import { anyOf, type Directory } from "./reading/directory.js";
import type { Register, RegisterContent } from "./register.js";
import { registers, type RegisterContents, type RegisterKey, type Registers } from "./registers.js";
import { readSettings, resolveUnit } from "./readSettings.js";
import { defaultSettings, type Settings } from "./settings.js";
import type { TableImage } from "./tableImage.js";
import { folded } from "./values/reading.js";
import { areasOf, registersOfAreas } from "./workAreas.js";

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
  const directories = new Map<string, Directory>();
  for (const [key, draft] of drafts) {
    const own = directoryOf(draft);
    if (own === undefined) continue;
    directories.set(key, own.directory);
    for (const found of own.findings) findings.push(found);
  }
  const placed = placesOf(drafts, around);
  for (const found of placed) findings.push(found);
  const ids = directoryOfIds(directories, new Set([...drafts.keys()].filter((key) => !directories.has(key))), placed);
  if (ids !== undefined) directories.set(anyRegister, ids);
  readWithOthers(drafts, directories);

  const inWords = outcomesInWords(drafts.get("matt"), drafts.get("utfall"));
  for (const draft of drafts.values()) {
    for (const found of draft.findings) {
      if (!inWords.has(found)) findings.push(found);
    }
  }
  const contents: Contents<RegisterKey> = {};
  for (const [key, draft] of drafts) {
    for (const found of finishInto(contents, key, draft, directories)) findings.push(found);
  }
  for (const found of missingOnes(drafts, placed)) findings.push(found);
  for (const found of idsInSeveralRegisters([...drafts.values()], directories)) findings.push(found);
  for (const found of textWhereNumbersBelong(contents)) findings.push(found);
  const measures = drafts.get("matt");
  if (measures !== undefined) findings.push(...directionsInTargets(measures));
  const unit = resolveUnit(settings, contents.installningar, directories.get("enheter"));
  for (const found of unit.findings) findings.push(found);
  return { contents, settings: unit.settings, findings };
}

/** What is to be said of tables that look like registers, and of sheets that have lost theirs. Where nothing else of its work is there, a sheet that is called as a register is somebody's own. */
function placesOf(drafts: ReadonlyMap<RegisterKey, Draft>, around: Surroundings): readonly Finding[] {
  const atWork = new Set(registersOfAreas(areasOf(drafts.keys())));
  return allRegisters().flatMap(([key, register]) =>
    drafts.has(key) ? copiesOf(register, around, tableNames) : (whereRegisterWent(register, atWork.has(key) ? around : { ...around, sheets: [] }, tableNames) ?? []),
  );
}

/**
 * The ids of all registers as one. An id that is not found may stand in a register that is there and cannot be read (`unreadable`), or whose table has another name;
 * then nothing is said of it.
 */
function directoryOfIds(directories: ReadonlyMap<string, Directory>, unreadable: ReadonlySet<string>, placed: readonly Finding[]): Directory | undefined {
  const owners = allRegisters().filter(([, { ownsIds }]) => ownsIds === true);
  const readable = owners.map(([key]) => directories.get(key)).filter((directory) => directory !== undefined);
  const astray = new Set(placed.map(({ register }) => register));
  const isWhole = owners.every(([key, { table }]) => directories.has(key) || !(unreadable.has(key) || astray.has(table)));
  return readable.length === 0 ? undefined : anyOf(readable, isWhole);
}

/** Reads once more what only other registers can tell the meaning of. */
function readWithOthers(drafts: Map<RegisterKey, Draft>, directories: ReadonlyMap<string, Directory>): void {
  const units = directories.get("enheter");
  const assignments = drafts.get("uppdrag");
  if (units !== undefined && assignments !== undefined) drafts.set("uppdrag", readLeads(assignments, units));
  const followUps = drafts.get("uppfoljning");
  const has = (key: string, id: string) => directories.get(key)?.find(id) !== undefined;
  const ownerOf = (id: string) => allRegisters().find(([key, { ownsIds }]) => ownsIds === true && has(key, id))?.[0];
  const initiatives = qualityInitiatives(drafts.get("mal"));
  const scaleOf = (id: string) => {
    const owner = ownerOf(id);
    return owner === "mal" && initiatives.has(folded(id)) ? QUALITY_INITIATIVE : owner;
  };
  if (followUps !== undefined) drafts.set("uppfoljning", readStatuses(followUps, scaleOf));
}

/** Folded ids of the goals that are quality initiatives: their statuses are read as those of activities. */
function qualityInitiatives(goals: Draft | undefined): ReadonlySet<string> {
  const rows = (goals?.rows ?? []).filter(({ values }) => values["niva"] === "Kvalitetsinsats");
  return new Set(rows.flatMap(({ values: { id } }) => (typeof id === "string" ? [folded(id)] : [])));
}

/** A register that is not there is told of only where it is missed: the workbook of a municipality that does not use it is whole without it. A workbook with none is one finding. */
function missingOnes(drafts: ReadonlyMap<RegisterKey, Draft>, placed: readonly Finding[]): Finding[] {
  const all = allRegisters();
  if (drafts.size === 0 && placed.length === 0) return [finding("register.inga", { sheets: all.map(([, { sheet }]) => sheet) }, { register: "Arbetsboken" })];
  const told = new Set(placed.map(({ register }) => register));
  return all.filter(([key, register]) => !drafts.has(key) && !told.has(register.table) && isReferredTo(register, drafts)).map(([, register]) => tableMissing(register));
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

/** True when a row of a register that is there has an id or code of the one that is not; one that may be of any register misses them all when none is there. */
function isReferredTo({ key, ownsIds }: Register, drafts: ReadonlyMap<RegisterKey, Draft>): boolean {
  const noIds = ![...drafts.values()].some(({ register }) => register.ownsIds === true);
  return [...drafts.values()].some(({ register, rows, incomplete }) =>
    Object.entries(register.columns).some(
      ([column, { refersTo }]) =>
        (refersTo === key || (refersTo === anyRegister && ownsIds === true && noIds)) && [...rows, ...incomplete].some(({ values }) => (values[column] ?? null) !== null),
    ),
  );
}
