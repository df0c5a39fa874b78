import { formatDay } from "../registers/values/formatting.js";
import type { Acceptance } from "../rules/acceptances.js";
import { documentToJson, printDocument } from "../reports/text.js";
import { reports } from "../reports/reports.js";
import { beginPeriod } from "../usecases/beginPeriod.js";
import { buildReport, type BuildOutcome } from "../usecases/buildReport.js";
import { checkWorkbook } from "../usecases/checkWorkbook.js";
import { createTemplate } from "../usecases/createTemplate.js";
import { WorkbookError } from "../usecases/workbookError.js";
import { readCommand, usage, UsageError, type Command } from "./arguments.js";
import { collect } from "./collectCommand.js";
import { distribute } from "./distribute.js";
import { importSheets } from "./importCommand.js";
import { counted, findingToJson, hostToJson, printCounts, printFindings } from "./printing.js";
import type { Terminal } from "./terminal.js";
import { FileError, newWorkbookFile, openWorkbookFile, type OpenedFile } from "./workbookFile.js";

/** Runs one command and gives its exit code: 0 done, 1 something for the user to look at, 2 bad use or an unreadable file. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await carryOut(readCommand(args), terminal);
  } catch (error) {
    terminal.progress?.("");
    if (error instanceof UsageError || error instanceof FileError || error instanceof WorkbookError) {
      terminal.error(error.message);
    } else {
      // A fault of ours: its text may help whoever mends it, and stays on one line.
      const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      terminal.error(`Något oväntat hände i Måltavla. Ingen fil har skrivits. (${detail.replaceAll(/\s+/g, " ")})`);
    }
    return 2;
  }
}

async function carryOut(command: Command, terminal: Terminal): Promise<number> {
  switch (command.name) {
    case "help":
      terminal.out(usage);
      return 0;
    case "template":
      return template(command, terminal);
    case "check":
      return check(command, terminal);
    case "reports":
      return list(command, terminal);
    case "build":
      return build(command, terminal);
    case "new-period":
      return newPeriod(command, terminal);
    case "import":
      return importSheets(command, terminal);
    case "distribute":
      return distribute(command, terminal);
    case "collect":
      return collect(command, terminal);
  }
}

async function template(command: Extract<Command, { name: "template" }>, terminal: Terminal): Promise<number> {
  const file = newWorkbookFile();
  await createTemplate(file.port, {}, command.areas);
  await file.saveAs(command.out);
  terminal.out(`Skapade ${command.out}`);
  return 0;
}

async function newPeriod(command: Extract<Command, { name: "new-period" }>, terminal: Terminal): Promise<number> {
  terminal.progress?.("Läser arbetsboken …");
  const file = await openWorkbookFile(command.workbook);
  const plan = await beginPeriod(file.port, { period: command.period, today: terminal.today });
  terminal.progress?.("Sparar …");
  await file.saveAs(command.out);
  terminal.progress?.("");
  if (command.json) {
    terminal.out(JSON.stringify({ ...plan, host: hostToJson(file) }));
    return 0;
  }
  const added = plan.rows.map(({ sheet, count }) => `${sheet}: ${counted(count, "rad", "rader")}`);
  terminal.out(added.length === 0 ? `Allt för ${plan.to} är redan på plats.` : `${plan.to} är påbörjad. Nya rader i ${added.join(", ")}.`);
  return 0;
}

async function check(command: Extract<Command, { name: "check" }>, terminal: Terminal): Promise<number> {
  terminal.progress?.("Läser arbetsboken …");
  const file = await openWorkbookFile(command.workbook);
  terminal.progress?.("Kontrollerar …");
  const { findings, accepted, rulesOff } = await checkWorkbook(file.port, terminal.today);
  terminal.progress?.("");
  if (command.json) {
    terminal.out(JSON.stringify({ findings: findings.map(findingToJson), accepted: accepted.map(acceptedToJson), rulesOff, host: hostToJson(file) }));
  } else {
    printFindings(findings, terminal);
    if (accepted.length > 0) terminal.out(`Dessutom ${counted(accepted.length, "godtagen anmärkning", "godtagna anmärkningar")}, med skäl i registret Godtaganden.`);
    if (rulesOff.length > 0) terminal.out(`${counted(rulesOff.length, "regel är avstängd", "regler är avstängda")} i Inställningar: ${rulesOff.join(", ")}.`);
  }
  return findings.some((finding) => finding.severity === "fel") ? 1 : 0;
}

function list(command: Extract<Command, { name: "reports" }>, terminal: Terminal): number {
  if (command.json) {
    terminal.out(JSON.stringify({ reports: reports.map(({ name, title, purpose, audience, needs }) => ({ name, title, purpose, audience, needs })) }));
  } else {
    for (const report of reports) {
      terminal.out(`${report.name.padEnd(24)}${report.title}. ${report.purpose}`);
    }
  }
  return 0;
}

async function build(command: Extract<Command, { name: "build" }>, terminal: Terminal): Promise<number> {
  terminal.progress?.("Läser arbetsboken …");
  const file = await openWorkbookFile(command.workbook);
  terminal.progress?.("Bygger rapporten …");
  const outcome = await buildReport(file.port, {
    report: command.report,
    unit: command.unit,
    period: command.period,
    edits: command.edits,
    today: terminal.today,
  });
  if (outcome.kind === "built") {
    terminal.progress?.("Sparar …");
    await file.saveAs(command.out);
  }
  terminal.progress?.("");
  if (command.json) {
    terminal.out(JSON.stringify(buildToJson(outcome, file)));
  } else {
    printBuild(outcome, command, terminal);
  }
  return outcome.kind === "built" ? 0 : 1;
}

function printBuild(outcome: BuildOutcome, command: Extract<Command, { name: "build" }>, terminal: Terminal): void {
  if (outcome.kind === "edited") {
    terminal.out("Det här har ändrats för hand i rapporten sedan den byggdes:");
    for (const edit of outcome.edits) {
      terminal.out(`  ${edit.address}  ${edit.where}: ${quotedOrEmpty(edit.written)} har blivit ${quotedOrEmpty(edit.found)}`);
    }
    terminal.error("Inget har skrivits. Välj --keep-edits för att behålla ändringarna eller --replace-edits för att skriva över dem.");
    return;
  }
  terminal.out(printDocument(outcome.document));
  for (const edit of outcome.lostEdits) {
    terminal.out(`Ändringen ”${edit.found}” i ${edit.address} har ingen plats i den nya rapporten. Den står som en rad under rapporten.`);
  }
  printCounts(outcome.findings, terminal);
  terminal.out(`Rapporten står på bladet ${outcome.written.sheet} (${outcome.written.address}) i ${command.out}`);
}

function quotedOrEmpty(text: string): string {
  return text === "" ? "tomt" : `”${text}”`;
}

function acceptedToJson({ finding, reason, date }: Acceptance) {
  return { ...findingToJson(finding), reason, date: formatDay(date) ?? null };
}

function buildToJson(outcome: BuildOutcome, file: OpenedFile) {
  const findings = outcome.findings.map(findingToJson);
  const host = hostToJson(file);
  if (outcome.kind === "edited") {
    return { findings, report: null, edits: outcome.edits, host };
  }
  return {
    findings,
    report: { sheet: outcome.written.sheet, address: outcome.written.address, tables: documentToJson(outcome.document) },
    keptEdits: outcome.keptEdits,
    lostEdits: outcome.lostEdits,
    putBack: outcome.written.putBack,
    host,
  };
}
