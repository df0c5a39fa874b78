// A command is given again and again in the same workbook, and each time Excel fails at another of its actions.
import { WorkbookError } from "../../src/usecases/workbookError.js";
import { RichApiError } from "../../src/workbench/richApi/richApiError.js";
import type { EmbeddedExcel } from "../../src/workbench/embeddedExcel.js";
import type { Command, Size } from "./commands.js";
import { Desk } from "./desk.js";
import { filledRows, sameMap, sameSheet, sameState, stateOf, strayCells, type WorkbookState } from "./workbookState.js";

/** How Excel fails: at an action (with an error, refused, or with the line lost in the middle), or at a request (refused while a cell is edited, or done but never answered). */
export const actionFaults = ["error", "denied", "dropped"] as const;
export const requestFaults = ["busy", "unanswered"] as const;
export type Kind = (typeof actionFaults)[number] | (typeof requestFaults)[number];

export interface Fault {
  readonly kind: Kind;
  /** The action or the request that it happens at, from 1. */
  readonly at: number;
}

/** What is left, and what was said of it. */
export type Outcome = "done all the same" | "nothing written" | "the old report" | "the new report" | "part written, and told" | "all written, and told that it may be";

const codes: Readonly<Record<Kind, string>> = { error: "host", denied: "access-denied", dropped: "connection", busy: "cell-edit-mode", unanswered: "connection" };

export interface Sweep {
  readonly actions: number;
  readonly requests: number;
  readonly told: readonly { readonly fault: Fault; readonly outcome: Outcome }[];
  /** What is not as it should be; empty when all is well. */
  readonly broken: readonly string[];
}

const desk = new Desk();

/** @param pick Which of the actions (first that of the first write, and how many there are) are to fail. */
export async function sweep(command: Command, size: Size, pick: (kind: Kind, firstWrite: number, count: number) => readonly number[]): Promise<Sweep> {
  const file = await command.file(size);
  const give = await command.prepare(desk.open(file).port);
  const opened = desk.open(file);
  const before = stateOf(opened.excel.workbook);
  const rowsBefore = filledRows(opened.excel.workbook);
  const firstWrite = firstWriteOf(opened.excel);
  await give(opened.port);
  const { actions, requests } = opened.excel.traffic;
  opened.excel.save();
  const after = stateOf(opened.excel.workbook);
  const rowsAfter = filledRows(opened.excel.workbook);
  const wroteAt = firstWrite();

  const told: { fault: Fault; outcome: Outcome }[] = [];
  const broken: string[] = [];
  let fresh = desk.open(file);
  const faults: Fault[] = [
    ...actionFaults.flatMap((kind) => pick(kind, wroteAt.action, actions).map((at) => ({ kind, at }))),
    ...requestFaults.flatMap((kind) => pick(kind, wroteAt.request, requests).map((at) => ({ kind, at }))),
  ];
  for (const fault of faults) {
    const { excel, port } = fresh;
    const { revision } = excel.open;
    inject(excel, fault);
    const failure: unknown = await give(port).then(() => undefined, (reason: unknown) => reason);
    excel.faults.clear();
    const wrong = (what: string) => broken.push(`${fault.kind} at ${fault.at}: ${what}${failure instanceof Error ? ` (${failure.message})` : ""}`);
    if (failure !== undefined && (!(failure instanceof WorkbookError) || failure.code !== codes[fault.kind])) wrong(`another error: ${JSON.stringify(failure)}`);
    if (excel.open.revision === revision) {
      // Not a thing has been done: the same workbook will do for the next.
      if (failure === undefined) wrong("said to be done, and nothing is written");
      told.push({ fault, outcome: "nothing written" });
      continue;
    }
    const now = stateOf(excel.workbook);
    const message = failure instanceof Error ? failure.message : "";
    for (const problem of [...strayOf(command, before, now, after), ...liesOf(message, before, now, rowsBefore, filledRows(excel.workbook))]) wrong(problem);
    const outcome = outcomeOf(command, failure, before, now, after);
    if (outcome === undefined) wrong("the report is neither the old one nor the new one");
    else told.push({ fault, outcome });

    const again: unknown = await give(port).then(() => undefined, (reason: unknown) => reason);
    excel.save();
    const healed = stateOf(excel.workbook);
    if (again !== undefined && !(again instanceof WorkbookError && sameRows(filledRows(excel.workbook), rowsAfter))) wrong(`the next run fails: ${JSON.stringify(again)}`);
    else for (const problem of unhealed(command, healed, after, filledRows(excel.workbook), rowsAfter)) if (command.stays?.test(problem) !== true) wrong(problem);
    fresh = desk.open(file);
  }
  return { actions, requests, told, broken };
}

function inject({ faults }: EmbeddedExcel, { kind, at }: Fault): void {
  if (kind === "error") faults.failAt(at);
  else if (kind === "denied") faults.failAt(at, new RichApiError("AccessDenied"));
  else if (kind === "dropped") faults.dropAt(at);
  else faults.failRequest(at, kind);
}

/** Notes at which action and request something is written for the first time. */
function firstWriteOf(excel: EmbeddedExcel): () => { readonly action: number; readonly request: number } {
  let first: { action: number; request: number } | undefined;
  let before = 0;
  const start = excel.open.revision;
  const handle = excel.handle.bind(excel);
  excel.handle = async (request) => {
    const answer = await handle(request);
    if (first === undefined && excel.open.revision !== start) first = { action: before + 1, request: excel.traffic.requests };
    before = excel.traffic.actions;
    return answer;
  };
  return () => first ?? { action: excel.traffic.actions, request: excel.traffic.requests };
}

/** A report is drawn on a sheet of its own, and remembered on another. */
const isOwn = (name: string, before: WorkbookState, after: WorkbookState) => name === "Maltavla_minne" || !sameSheet(before.sheets.get(name), after.sheets.get(name));

function strayOf({ report }: Command, before: WorkbookState, now: WorkbookState, after: WorkbookState): readonly string[] {
  const names = [...before.names].filter(([name, formula]) => !name.startsWith("Maltavla_") && ![formula, after.names.get(name)].includes(now.names.get(name))).map(([name]) => `the name ${name} is another`);
  if (report === undefined) return [...names, ...strayCells(before, now, after)];
  const input = (state: WorkbookState): WorkbookState => ({ ...state, sheets: new Map([...state.sheets].filter(([name]) => !isOwn(name, before, after))) });
  return [...names, ...strayCells(input(before), input(now), input(after))];
}

/** What the message says that is not so. */
function liesOf(message: string, before: WorkbookState, now: WorkbookState, rowsBefore: ReturnType<typeof filledRows>, rowsNow: ReturnType<typeof filledRows>): readonly string[] {
  const standing = Object.fromEntries(Object.entries(rowsNow).filter(([table]) => table in rowsBefore && table !== "Installningar"));
  const areRowsAsBefore = Object.entries(standing).every(([table, rows]) => JSON.stringify(rows) === JSON.stringify(rowsBefore[table]));
  const areSheetsAsBefore = [...before.sheets].every(([name, sheet]) => sameSheet(sheet, now.sheets.get(name)));
  return [
    ...(message.includes("Inget har skrivits") && !sameState(before, now) ? ["says that nothing is written"] : []),
    ...(/Ing(?:a rader|a svar|et blad)/u.test(message) && !areRowsAsBefore ? ["says that no rows are written"] : []),
    ...(/Det som står i registren är orört|Dina egna blad är orörda/u.test(message) && !areRowsAsBefore ? ["says that what stands is untouched"] : []),
    ...(/Allt annat är orört/u.test(message) && message.includes("Ditt val") && !areSheetsAsBefore ? ["says that sheets are untouched"] : []),
  ];
}

function outcomeOf({ report }: Command, failure: unknown, before: WorkbookState, now: WorkbookState, after: WorkbookState): Outcome | undefined {
  if (failure === undefined) return "done all the same";
  if (sameState(before, now)) return "nothing written";
  if (report === undefined) return sameState(after, now) ? "all written, and told that it may be" : "part written, and told";
  const [name] = [...after.sheets.keys()].filter((each) => each !== "Maltavla_minne" && isOwn(each, before, after));
  const says = (state: WorkbookState) => state.sheets.get(name ?? "")?.contents ?? new Map<string, string>();
  return sameMap(says(now), says(after)) ? "the new report" : sameMap(says(now), says(before)) ? "the old report" : undefined;
}

/** What is otherwise than had Excel never failed. Blank rows may remain in a table that had grown. */
function unhealed(command: Command, healed: WorkbookState, after: WorkbookState, rows: ReturnType<typeof filledRows>, rowsAfter: ReturnType<typeof filledRows>): readonly string[] {
  if (sameState(healed, after)) return [];
  const missing = [...after.sheets.keys()].filter((name) => !healed.sheets.has(name));
  const more = [...healed.sheets.keys()].filter((name) => !after.sheets.has(name));
  const names = sameMap(healed.names, after.names) ? [] : [`names are not as they should be: ${firstDifference(JSON.stringify([...healed.names].sort()), JSON.stringify([...after.names].sort()))}`];
  const other = [...after.sheets].flatMap(([name, sheet]) => {
    const found = healed.sheets.get(name);
    if (found === undefined || sameSheet(found, sheet)) return [];
    if (sheet.tables.size > 0) return [];
    const cells = [...new Set([...sheet.contents.keys(), ...found.contents.keys()])].filter((at) => sheet.contents.get(at) !== found.contents.get(at));
    const looks = [...new Set([...sheet.looks.keys(), ...found.looks.keys()])].filter((at) => sheet.looks.get(at) !== found.looks.get(at));
    const which = cells.length > 0 ? `says otherwise at ${cells.slice(0, 3).join(", ")}` : looks.length > 0 ? `looks otherwise at ${looks.slice(0, 3).join(", ")}` : `is set up otherwise: ${firstDifference(found.setUp, sheet.setUp)}`;
    return name === "Maltavla_minne" && command.report === true && cells.length === 0 ? [] : [`${name} ${which}`];
  });
  const tables = Object.keys(rowsAfter).filter((table) => JSON.stringify(rows[table]) !== JSON.stringify(rowsAfter[table])).map((table) => `${table} has other rows: ${firstDifference(JSON.stringify(rows[table]), JSON.stringify(rowsAfter[table]))}`);
  return [...missing.map((name) => `${name} is missing`), ...more.map((name) => `${name} is too much`), ...names, ...other, ...tables].map((problem) => `after the next run ${problem}`);
}

function firstDifference(one = "", other = ""): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return `${one.slice(Math.max(0, at - 20), at + 60)} for ${other.slice(Math.max(0, at - 20), at + 60)}`;
}

function sameRows(one: ReturnType<typeof filledRows>, other: ReturnType<typeof filledRows>): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
}
