import { addressText } from "../registers/address.js";
import type { Column } from "../registers/column.js";
import type { Finding } from "../registers/finding.js";
import { registers, type RegisterKey } from "../registers/registers.js";
import { registerKeys } from "../registers/workAreas.js";
import { targetNamed } from "../intake/targets.js";
import type { UpdatePlan } from "../updating/updatePlan.js";
import type { IntakePreview, PreviewColumn, PreviewTable, TakenIn } from "../usecases/takeIn/intakePreview.js";
import { counted, printCounts, printFinding } from "./printing.js";
import type { Terminal } from "./terminal.js";

/** What a sheet does not say can be said for all of it: how, with one of the columns that nothing was said of. */
function howToTell(findings: readonly Finding[]): string | undefined {
  const missing = findings.find(({ ruleId }) => ruleId === "inlasning.saknas");
  const key = registerKeys.find((own) => registers[own].table === missing?.register);
  const column = key === undefined ? undefined : Object.entries<Column>(registers[key].columns).find(([, { header }]) => header === missing?.column);
  if (key === undefined || column === undefined) return undefined;
  const [name, { values, header, kind }] = column;
  const [word] = values ?? [];
  const example = `"defaults": { "${key}.${name}": "${typeof word === "string" ? word : kind === "integer" ? "2024" : header}" }`;
  return `Ett värde för alla rader: spara valen med --save-mapping val.json, skriv till exempel ${example} för tabellen och kör igen med --mapping val.json.`;
}

/** What was understood, what became of the registers, and what is to be looked at. */
export function printIntake({ tables, otherSheets, plan, findings }: IntakePreview, taken: TakenIn | undefined, { out }: { readonly out: string }, terminal: Terminal): void {
  for (const table of tables) printTable(table, terminal);
  if (otherSheets.length > 0) terminal.out(`Utan tabell: ${otherSheets.join(", ")}.`);
  terminal.out("");
  printPlan(plan, terminal);
  printByRule(findings, terminal);
  const how = howToTell(findings);
  if (how !== undefined) terminal.out(how);
  if (taken === undefined) {
    terminal.out(tables.length === 0 ? "Ingen tabell som registren känner igen finns i bladen. Ingen arbetsbok har skrivits." : "Inga rader gick att läsa in. Ingen arbetsbok har skrivits.");
    return;
  }
  const made = taken.registersMade.length === 0 ? "" : ` Nya register: ${taken.registersMade.map((key) => registers[key].sheet).join(", ")}.`;
  terminal.out(`Läste in ${counted(taken.added, "ny rad", "nya rader")} och ändrade ${counted(taken.changed, "cell", "celler")}.${made} Arbetsboken står i ${out}`);
}

function printTable({ id, register, columns, rowCount, confidence, isLeftOut, isHidden, period, unit }: PreviewTable, terminal: Terminal): void {
  const about = [counted(rowCount, "rad", "rader"), `säkerhet ${percent(confidence)}`, ...(period === null ? [] : [period]), ...(unit === null ? [] : [unit]), ...(isHidden ? ["dolt blad"] : [])];
  terminal.out(`${id}: ${registers[register].sheet} (${about.join(", ")})${isLeftOut ? ", bortvald" : ""}`);
  if (isLeftOut) return;
  const shown = columns.filter(({ header, target }) => header !== "" || target !== null);
  const width = Math.min(40, Math.max(0, ...shown.map(({ header }) => header.length)));
  for (const column of shown) terminal.out(`  ${column.header.padEnd(width)}  ${targetText(column)}`);
}

function targetText({ target, period, confidence }: PreviewColumn): string {
  const named = target === null ? undefined : targetNamed(target);
  if (named === undefined) return "läses inte in";
  return `→ ${registers[named.register].sheet}, ${named.header}${period === null ? "" : `, ${period}`} (${percent(confidence)})`;
}

function printPlan({ added, changed, unchanged, missing }: UpdatePlan, terminal: Terminal): void {
  const countIn = (rows: readonly RegisterKey[], key: RegisterKey) => rows.filter((own) => own === key).length;
  const [addedTo, changedIn, same, gone] = [added.map(({ row }) => row.register), changed.map(({ register }) => register), unchanged.map(({ register }) => register), missing.map(({ register }) => register)];
  for (const key of registerKeys) {
    const parts = [
      { count: countIn(addedTo, key), text: (count: number) => counted(count, "ny", "nya") },
      { count: countIn(changedIn, key), text: (count: number) => counted(count, "ändrad cell", "ändrade celler") },
      { count: countIn(same, key), text: (count: number) => `${count} som förut` },
      { count: countIn(gone, key), text: (count: number) => `${count} som inte står i bladen längre` },
    ].filter(({ count }) => count > 0);
    if (parts.length > 0) terminal.out(`${registers[key].sheet}: ${parts.map(({ count, text }) => text(count)).join(", ")}`);
  }
  for (const { at, key, header, standing, brought } of changed) terminal.out(`  ${addressText(at)}  ${key}, ${header}: ${standing === "" ? "tomt" : `”${standing}”`} blir ”${brought}”`);
  for (const { at, key } of missing) terminal.out(`  ${addressText(at)}  ${key}: kom därifrån förut men står inte där nu. Raden är kvar.`);
}

/** So many of a kind tell what it is about. */
const SHOWN_OF_RULE = 5;

/** What hinders first; of many alike the first ones. */
function printByRule(findings: readonly Finding[], terminal: Terminal): void {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) byRule.set(finding.ruleId, [...(byRule.get(finding.ruleId) ?? []), finding]);
  for (const severity of ["fel", "varning", "upplysning"] as const) {
    for (const alike of byRule.values()) {
      if (alike[0]?.severity !== severity) continue;
      for (const finding of alike.slice(0, SHOWN_OF_RULE)) printFinding(finding, terminal);
      if (alike.length > SHOWN_OF_RULE) terminal.out(`${"".padEnd(11)}… och ${alike.length - SHOWN_OF_RULE} till av samma slag. --json visar alla.`);
    }
  }
  printCounts(findings, terminal);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
