import { randomUUID } from "node:crypto";
import { access, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { dayText } from "../registers/values/formatting.js";
import { makeFiles } from "../usecases/round/makeForms.js";
import { planRound } from "../usecases/round/planRound.js";
import type { FormFile, RoundPlan, UnitToAsk } from "../usecases/round/roundPlan.js";
import type { Command } from "./arguments.js";
import { counted, hostToJson } from "./printing.js";
import type { Terminal } from "./terminal.js";
import { FileError, openWorkbookFile, writeWhole } from "./workbookFile.js";

type DistributeCommand = Extract<Command, { name: "distribute" }>;

/**
 * Makes a file for each unit to fill in. The workbook is left as it is, unless `out` says where to keep it with the id that its forms then carry. A file that is there already
 * may be filled in, and is never written over. Exit code 1 when nobody has anything to answer.
 */
export async function distribute(command: DistributeCommand, terminal: Terminal): Promise<number> {
  terminal.progress?.("Läser arbetsboken …");
  const file = await openWorkbookFile(command.workbook);
  const request = { period: command.period, units: command.units, deadline: command.deadline, today: terminal.today, newId: command.out === undefined ? "" : randomUUID() };
  const plan = await planRound(file.port, request);
  terminal.progress?.("Gör filerna …");
  const files = await makeFiles(file.port, request);
  await refuseThere(command.outDir, files);
  terminal.progress?.("Sparar …");
  // The workbook first: forms with an id that no workbook has would come back to nobody.
  if (command.out !== undefined) await file.saveAs(command.out);
  for (const { name, bytes } of files) await writeWhole(join(command.outDir, name), bytes);
  terminal.progress?.("");
  if (command.json) terminal.out(JSON.stringify({ ...plan, files: files.map(({ unit, name }) => ({ unit, path: join(command.outDir, name) })), host: hostToJson(file) }));
  else print(plan, command, terminal);
  return files.length > 0 ? 0 : 1;
}

async function refuseThere(folder: string, files: readonly FormFile[]): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new FileError(`Mappen ${folder} går inte att skapa. Inget har skrivits.`, { cause: error });
  }
  for (const { name } of files) {
    const isThere = await access(join(folder, name)).then(() => true, () => false);
    if (isThere) throw new FileError(`${name} finns redan i ${folder} och kan vara ifylld. Inget har skrivits. Välj en annan mapp, eller flytta filen.`);
  }
}

function print(plan: RoundPlan, { outDir, out, deadline }: DistributeCommand, terminal: Terminal): void {
  if (plan.units.length === 0) terminal.error(`Ingen av enheterna har något att svara på för ${plan.period}. Inga filer har skrivits.`);
  for (const unit of plan.units) terminal.out(`${unit.unit.padEnd(6)} ${toAnswer(unit)}: ${join(outDir, unit.fileName)}`);
  if (plan.units.length > 0) terminal.out(`${counted(plan.units.length, "fil", "filer")} för ${plan.period}.`);
  if (out !== undefined) terminal.out(`Arbetsboken med sitt kännetecken står i ${out}. Ta in svaren i den.`);
  if (out === undefined && deadline !== undefined) terminal.out("Sista dagen står i filerna. Med --out skrivs den också in i Klarmarkering, så att det syns vilka som inte har svarat.");
  for (const { unit, sheet, notInSheet } of plan.units) {
    if (notInSheet > 0) terminal.out(`${unit} har bladet ${sheet ?? ""} i arbetsboken, som saknar ${counted(notInSheet, "ny rad", "nya rader")}. Filen har dem.`);
  }
  if (plan.ownerless.length > 0) terminal.out(`Ingen enhet äger det här, så ingen har frågats:\n${plan.ownerless.map((text) => `  ${text}`).join("\n")}`);
}

function toAnswer({ asked, answered, deadline }: UnitToAsk): string {
  const left = asked - answered;
  const cells = asked === 0 ? "inget som måste fyllas i" : left === 0 ? "allt ifyllt" : `${counted(left, "cell", "celler")} kvar att fylla i`;
  return deadline === null ? cells : `${cells}, senast ${dayText(deadline)}`;
}
