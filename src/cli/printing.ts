import { addressText } from "../registers/address.js";
import type { Finding } from "../registers/finding.js";
import type { Terminal } from "./terminal.js";
import type { OpenedFile } from "./workbookFile.js";

export function printFindings(findings: readonly Finding[], terminal: Terminal): void {
  for (const finding of findings) printFinding(finding, terminal);
  printCounts(findings, terminal);
}

export function printFinding(finding: Finding, terminal: Terminal): void {
  terminal.out(`${finding.severity.padEnd(11)}${placeOf(finding)}: ${finding.message.sv}  [${finding.ruleId}]`);
}

export function printCounts(findings: readonly Finding[], terminal: Terminal): void {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  terminal.out(findings.length === 0 ? "Inga anmärkningar." : `${count("fel")} fel, ${counted(count("varning"), "varning", "varningar")}, ${counted(count("upplysning"), "upplysning", "upplysningar")}`);
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function placeOf(finding: Finding): string {
  return finding.at === undefined ? finding.register : addressText(finding.at);
}

/** A finding as --json gives it; `row` is the sheet's own row number, as in the address. */
export function findingToJson(finding: Finding) {
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    register: finding.register,
    row: finding.at === undefined ? null : finding.at.row + 1,
    column: finding.column ?? null,
    address: finding.at === undefined ? null : addressText(finding.at),
    message: finding.message.sv,
    fix: finding.fix === undefined ? null : finding.fix.cells.map((cell) => ({ address: addressText(cell.at), value: cell.value })),
  };
}

export function hostToJson({ traffic }: OpenedFile) {
  const { requests, actions, bytesOut, bytesIn } = traffic;
  return { requests, actions, bytesOut, bytesIn };
}
